"""Many pilots changed at once: what would happen is shown first, and happens to all or to none."""

import pytest
from django.urls import reverse
from django.utils import timezone

from mvi.models import AuditEvent
from pilots.models import Pilot
from tests.conftest import give
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotFactory
from tests.forms import messages_of

LIST = reverse("pilots:pilot-list")
PAGE = reverse("pilots:pilot-bulk")
RIGHTS = ["pilots.view_pilot", "pilots.change_pilot"]


@pytest.fixture
def user(login):
    return login(*RIGHTS)


def chosen(*pilots, **typed):
    return {"ticked": "1", "pilot": [pilot.pk for pilot in pilots]} | typed


def told(response):
    return [(str(found.pilot), found.changes, found.refusal) for found in response.context["planned"]]


def send(client, **query):
    """Look first, then send what the page holds, as a browser does."""
    looked = client.get(PAGE, query)
    seen = " ".join(f"{found.pilot.pk}:{found.pilot.version}" for found in looked.context["happening"])
    assert f'value="{seen} "' in looked.text
    return client.post(f"{PAGE}?{looked.wsgi_request.GET.urlencode()}", {"seen": seen}, follow=True)


def test_a_look_says_what_would_change_and_saves_nothing(client, user):
    colleague = UserFactory(name="Gerda")
    own = PilotFactory(name="A", buyer=user, starts_on="2027-01-01")
    ready = PilotFactory(name="B", project_leader=user, buyer=colleague, starts_on="2027-05-01")
    ended = PilotFactory(name="C", buyer=user, ends_on="2027-04-30")
    other = PilotFactory(name="D")

    response = client.get(PAGE, chosen(own, ready, ended, other, buyer=colleague.pk, starts_on="2027-05-01"))

    assert told(response) == [
        ("A", [("inkoper", str(user), "Gerda"), ("begint op", "1 januari 2027", "1 mei 2027")], ""),
        ("B", [], "Is al zo."),
        (
            "C",
            [("inkoper", str(user), "Gerda"), ("begint op", "–", "1 mei 2027")],
            "Een pilot kan niet eindigen voordat hij begint.",
        ),
        ("D", [], "Van andere mensen; u kunt hem niet wijzigen."),
    ]
    assert "1 pilot wijzigen" in response.text
    assert Pilot.objects.get(name="A").buyer == user


def test_what_was_looked_at_is_saved_together(client, user):
    pilots = [PilotFactory(buyer=user), PilotFactory(project_leader=user), PilotFactory()]

    response = send(client, **chosen(*pilots, ends_on="2028-12-31"))

    assert messages_of(response) == ["2 pilots zijn gewijzigd."]
    assert response.redirect_chain == [(LIST, 302)]
    assert [str(pilot.ends_on) for pilot in Pilot.objects.order_by("pk")] == ["2028-12-31", "2028-12-31", "None"]
    events = AuditEvent.objects.filter(action="change", object_type="pilots.pilot", actor=user)
    assert [event.details for event in events] == [{"fields": ["ends_on"], "together": 2}] * 2
    assert pilots[0].events.count() == 2


def test_all_pilots_of_a_filtered_list(client, user):
    PilotFactory(name="Bermen", buyer=user, phase="tender")
    PilotFactory(name="Zwembad", buyer=user)
    assert f'href="{PAGE}?phase=tender"' in client.get(LIST, {"phase": "tender"}).text

    saved = send(client, phase="tender", announce_on="2027-02-01")

    assert saved.redirect_chain == [(f"{LIST}?phase=tender", 302)]
    assert [(pilot.name, pilot.announce_on is None) for pilot in Pilot.objects.order_by("name")] == [
        ("Bermen", False),
        ("Zwembad", True),
    ]


def test_a_pilot_that_somebody_changed_meanwhile_stops_all_of_it(client, user):
    first, second = PilotFactory.create_batch(2, buyer=user)
    looked = {"seen": f"{first.pk}:{first.version} {second.pk}:{second.version}"}
    second.summary = "Anders"
    second.save()

    query = f"?ticked=1&pilot={first.pk}&pilot={second.pk}&starts_on=2027-01-01"
    response = client.post(PAGE + query, looked)

    assert response.status_code == 409
    assert "Iemand heeft intussen een van deze pilots gewijzigd" in response.text
    assert not Pilot.objects.exclude(starts_on=None).exists()


def test_what_is_sent_of_other_peoples_pilots_is_refused(client, user):
    own, other = PilotFactory(buyer=user), PilotFactory(name="Zwembad")

    response = client.post(
        f"{PAGE}?ticked=1&pilot={own.pk}&starts_on=2027-01-01",
        {"seen": f"{own.pk}:{own.version} {other.pk}:{other.version}"},
    )

    assert response.status_code == 409
    assert "Zwembad: Van andere mensen; u kunt hem niet wijzigen." in response.text
    assert not Pilot.objects.exclude(starts_on=None).exists()


@pytest.mark.parametrize("sent", ["", "x", "9" * 40 + ":1"])
def test_without_what_was_looked_at_nothing_happens(client, user, sent):
    pilot = PilotFactory(buyer=user)

    response = client.post(f"{PAGE}?ticked=1&pilot={pilot.pk}&starts_on=2027-01-01", {"seen": sent})

    assert response.status_code == 409
    assert not Pilot.objects.exclude(starts_on=None).exists()


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("ticked=1", "Er is geen pilot gekozen."),
        ("ticked=1&pilot=x&pilot=99999999999999999999", "Er is geen pilot gekozen."),
        ("phase=onzin", "Er is geen pilot gekozen."),
        ("starts_on=", "Vul minstens één veld in"),
        ("starts_on=onzin", "Voer een geldige datum in."),
    ],
)
def test_what_cannot_be_is_said(client, user, query, says):
    PilotFactory(buyer=user)

    assert says in client.get(f"{PAGE}?{query}").text


def test_more_than_can_be_looked_at_is_refused(client, user, monkeypatch):
    monkeypatch.setattr("pilots.views.bulk.MOST", 2)
    PilotFactory.create_batch(3, buyer=user)

    response = client.get(PAGE, {"starts_on": "2027-01-01"})

    assert "hoogstens 2 pilots tegelijk" in response.text
    assert response.context["planned"] == []


def test_tags_are_added_and_taken_off_beside_those_that_are_there(client, user):
    PilotFactory(name="A", buyer=user, tags="sloop, Groen")
    PilotFactory(name="B", buyer=user)
    PilotFactory(name="C", buyer=user, tags="groen, regio")
    PilotFactory(name="D", buyer=user, tags="x" * 290)
    typed = {"add_tags": " Regio ,groen", "remove_tags": "sloop, bestaat niet"}

    response = client.get(PAGE, chosen(*Pilot.objects.all(), **typed))

    assert told(response) == [
        ("A", [("trefwoorden", "groen, sloop", "groen, regio")], ""),
        ("B", [("trefwoorden", "–", "groen, regio")], ""),
        ("C", [], "Is al zo."),
        ("D", [("trefwoorden", "x" * 290, "groen, regio, " + "x" * 290)], "Dat worden te veel trefwoorden."),
    ]
    happening = Pilot.objects.filter(name__in="AB")
    send(client, **chosen(*happening, **typed, ends_on="2028-12-31"))
    assert [pilot.tags for pilot in happening.all()] == ["groen, regio"] * 2
    events = AuditEvent.objects.filter(action="change", actor=user)
    assert [event.details["fields"] for event in events] == [["ends_on", "tags"]] * 2


def test_a_tag_on_more_lines_is_refused(client, user):
    response = client.get(PAGE, chosen(PilotFactory(buyer=user), add_tags="a\x85b\nc"))

    assert list(response.context["form"].errors) == ["add_tags"]


@pytest.mark.parametrize("number_of_pilots", [1, 3])
def test_a_look_needs_the_same_queries_for_any_length(client, user, number_of_pilots, django_assert_num_queries):
    pilots = [PilotFactory(buyer=user, project_leader=UserFactory()) for _ in range(number_of_pilots)]

    with django_assert_num_queries(8):
        client.get(PAGE, chosen(*pilots, project_leader=user.pk))


def test_who_may_only_read_is_offered_no_box(client, login):
    login("pilots.view_pilot")
    pilot = PilotFactory()

    assert "checkbox" not in client.get(LIST).text
    assert client.get(PAGE, chosen(pilot)).status_code == 403


def test_the_ticked_pilots_are_listed_alone_and_exported_as_a_selection(client, user):
    give(user, "pilots.export_pilot")
    _left, chosen, archived = PilotFactory(name="Bermen"), PilotFactory(name="Zwembad"), PilotFactory(name="Weg")
    Pilot.objects.filter(pk=archived.pk).update(archived_at=timezone.now(), archived_by=user)
    assert "Alleen de aangevinkte pilots tonen" in client.get(LIST).text
    query = f"?archive=all&ticked=1&pilot={chosen.pk}&pilot={archived.pk}&pilot=x"

    page = client.get(LIST + query)
    exported = client.post(LIST + query, {"format": "json"})

    assert [pilot.name for pilot in page.context["pilot_list"]] == ["Weg", "Zwembad"]
    assert "Dit zijn de pilots die u aanvinkte." in page.text
    assert [row["Naam"] for row in exported.json()] == ["Weg", "Zwembad"]
    assert AuditEvent.objects.get(action="export").details == {"rows": 2, "format": "json"}
    none = client.get(f"{LIST}?ticked=1").text
    assert "Geen pilot is aangevinkt. Vink er eerst een of meer aan in de lijst." in none
    assert "Dit zijn de pilots" not in none
    assert "Geen pilot past bij dit filter." in client.get(f"{LIST}?ticked=1&pilot={archived.pk}").text
