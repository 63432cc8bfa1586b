"""The blocks of a canvas: changed in place, each with its origin and its own history."""

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from pilots.canvas import BLOCKS
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PartyFactory, PilotFactory, PilotThemeFactory
from tests.factories.workshops import ClusterFactory, OutcomeFactory
from tests.forms import filled, post_form

HTMX = {"HTTP_HX_REQUEST": "true"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def pilot(login):
    return PilotFactory(name="Bermen", buyer=login("pilots.view_pilot", "pilots.change_pilot"), ambition="Oud.")


def page(name, pilot, block="ambitie"):
    return reverse(f"pilots:canvas-{name}", args=[pilot.slug, block])


def test_the_canvas_asks_first_whether_buying_is_needed_and_leads_to_the_form_of_each_block(client, pilot):
    text = client.get(pilot.get_absolute_url()).text

    places = [text.index(word) for word in ("Kunnen we zonder kopen (R0)?", "Waar is het echt voor?", "Ambitie</h2>")]
    assert places == sorted(places)
    assert [page("change", pilot, block) in text for block in BLOCKS] == [True] * 4


def test_who_may_only_read_sees_the_blocks_and_no_form(client, login):
    login("pilots.view_pilot")
    pilot = PilotFactory(buyer=UserFactory())

    assert page("change", pilot) not in client.get(pilot.get_absolute_url()).text
    assert client.get(page("change", pilot)).status_code == 403
    assert client.post(page("change", pilot), {"ambition": "Van een ander"}).status_code == 403
    assert client.get(page("history", pilot)).status_code == 200


@pytest.mark.parametrize(
    ("block", "typed"),
    [
        ("behoefte", {"without_buying": "Nee, want …", "need": "Veilige bermen"}),
        ("ambitie", {"ambition": "Alles een nuttige bestemming"}),
        ("vraagstelling", {"question": "Wat kunt u?", "question_kind": "invite", "r_strategy": "R3", "biobased": True}),
        ("samenwerking", {"collaboration": "Samen", "client": "Beheer", "budget_holder": "Hoofd Beheer"}),
    ],
)
def test_each_block_has_a_plain_page_that_saves_its_own_fields(client, pilot, block, typed):
    address = page("change", pilot, block)
    response = client.post(address, filled(client.get(address)) | typed, follow=True)

    pilot.refresh_from_db()
    assert {name: getattr(pilot, name) for name in typed} == typed
    assert response.redirect_chain[0][0] == f"{pilot.get_absolute_url()}#{BLOCKS[block].name}"
    assert AuditEvent.objects.get().details == {"fields": list(typed)}


def test_with_htmx_the_block_swaps_with_its_form_and_comes_back_saved(client, pilot):
    form = client.get(page("change", pilot), **HTMX)
    saved = client.post(page("change", pilot), filled(form) | {"ambition": "Nieuw."}, **HTMX)

    assert ["<html" in answer.text for answer in (form, saved)] == [False, False]
    assert "Oud." in form.text
    assert "Nieuw." in saved.text
    assert "“Bermen” is opgeslagen." in saved.text
    assert [message.message for message in client.get(pilot.get_absolute_url()).context["messages"]] == []


def test_who_cancels_gets_the_block_back(client, pilot):
    block = client.get(page("block", pilot), **HTMX).text

    assert "Oud." in block
    assert " autofocus>Bewerken" in block  # where who cancelled came from
    assert client.get(page("block", pilot)).url == f"{pilot.get_absolute_url()}#ambition"


def test_the_second_of_two_who_change_a_block_in_place_is_told(client, pilot):
    form = filled(client.get(page("change", pilot), **HTMX))
    post_form(client, page("change", pilot), ambition="Van de eerste.")

    response = client.post(page("change", pilot), form | {"ambition": "Van de tweede."}, **HTMX)

    assert response.status_code == 200  # else htmx shows nothing
    assert "Van de eerste." in response.text
    assert response.context["form"]["ambition"].value() == "Van de tweede."


def test_what_cannot_be_is_explained_in_place(client, pilot):
    form = filled(client.get(page("change", pilot, "vraagstelling"), **HTMX))

    response = client.post(page("change", pilot, "vraagstelling"), form | {"question_kind": "x"}, **HTMX)

    assert list(response.context["form"].errors) == ["question_kind"]
    assert "<html" not in response.text


def test_a_block_that_does_not_exist_is_not_found(client, pilot):
    assert client.get(page("change", pilot, "onzin")).status_code == 404


def test_each_block_has_its_own_history(client, pilot):
    post_form(client, page("change", pilot), ambition="Nieuw.")
    post_form(client, reverse("pilots:pilot-change", args=[pilot.slug]), need="Behoefte", ambition="Nieuwer.")

    def history(block):
        return [change.changes for change in client.get(page("history", pilot, block)).context["entries"]]

    assert history("ambitie") == [[("Ambitie", "Nieuw.", "Nieuwer.")], [("Ambitie", "Oud.", "Nieuw.")]]
    assert history("behoefte") == [[("Behoefte achter de vraag", "", "Behoefte")]]
    assert history("samenwerking") == []


def test_a_block_shows_the_cluster_that_it_comes_from(client, pilot):
    cluster = ClusterFactory(name="Gras is grondstof")
    OutcomeFactory(cluster=cluster, core_value=None, pilot=pilot, canvas_field="ambition")

    assert "cluster “Gras is grondstof” (0 stemmen)" in client.get(page("block", pilot), **HTMX).text
    assert "Gras is grondstof" not in client.get(page("block", pilot, "vraagstelling"), **HTMX).text


def test_a_block_names_who_works_together_and_on_what_level(client, pilot):
    PartyFactory(pilot=pilot, kind="internal", commitment="committed")
    PartyFactory.create_batch(2, pilot=pilot, kind="supplier")
    PilotThemeFactory(pilot=pilot, theme__level=3, level=1, reason="Te weinig aanbod.")

    assert pilot.count_parties() == {"inside": 1, "inside_committed": 1, "outside": 2, "outside_committed": 0}
    assert "Onder niveau 3 van de strategie: Te weinig aanbod." in client.get(page("block", pilot), **HTMX).text


def test_the_pages_of_a_block_say_which_one(client, pilot):
    change, history = (client.get(page(name, pilot)).text for name in ("change", "history"))

    assert "<h1>Ambitie</h1>" in change
    assert f'href="{pilot.get_absolute_url()}#{BLOCKS["ambitie"].name}"' in change
    assert "<h1>Geschiedenis van “Ambitie”</h1>" in history
