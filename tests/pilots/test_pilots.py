"""The list of pilots, and one pilot from added to archived."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mvi.models import AuditEvent, User
from pilots.actions import free_slug
from pilots.filters import PilotFilter
from pilots.models import Milestone, Pilot, RStrategy, Standing
from pilots.views.pilot import WHOLE_LIST
from tests.conftest import give
from tests.factories.mvi import UserFactory
from tests.factories.pilots import (
    ConsultationFactory,
    CriterionFactory,
    DocumentFactory,
    KpiFactory,
    LessonFactory,
    LotFactory,
    MilestoneFactory,
    PartyFactory,
    PilotCoreValueFactory,
    PilotFactory,
    PilotGoalFactory,
    PilotThemeFactory,
    ResultFactory,
)
from tests.factories.strategy import ThemeFactory
from tests.forms import filled, post_form

LIST = reverse("pilots:pilot-list")
ADD = reverse("pilots:pilot-add")
TABS = [
    "detail",
    "planning",
    "procedure",
    "consultations",
    "criteria",
    "results",
    "collaboration",
    "documents",
    "lessons",
    "history",
]
ENDS_BEFORE_START = "Een pilot kan niet eindigen voordat hij begint."
CONTROL_CHARACTER = (
    "Deze tekst bevat een onzichtbaar besturingsteken. Typ de tekst opnieuw, of plak hem als platte tekst."
)


def page(name, pilot, *args):
    return reverse(f"pilots:{name}", args=[pilot.slug, *args])


def full_pilot(number_of_rows=1, **fields):
    """A pilot with some of everything that hangs on one."""
    pilot = PilotFactory(**fields)
    for _ in range(number_of_rows):
        PilotThemeFactory(pilot=pilot)
        PilotCoreValueFactory(pilot=pilot)
        PilotGoalFactory(pilot=pilot)
        PartyFactory(pilot=pilot)
        MilestoneFactory(pilot=pilot, owner=UserFactory())
        CriterionFactory(pilot=pilot, theme=ThemeFactory())
        LotFactory(pilot=pilot)
        ResultFactory(kpi=KpiFactory(pilot=pilot))
        ConsultationFactory(pilot=pilot)
        DocumentFactory(pilot=pilot)
        LessonFactory(pilot=pilot)
    return pilot


@pytest.mark.parametrize("number_of_pilots", [1, 3])
def test_the_list_needs_the_same_queries_for_any_length(client, login, number_of_pilots, django_assert_num_queries):
    login("pilots.view_pilot")
    for _ in range(number_of_pilots):
        full_pilot(buyer=UserFactory())

    with django_assert_num_queries(10):
        response = client.get(LIST)

    assert len(response.context["pilot_list"]) == number_of_pilots


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_needs_the_same_queries_for_any_length(client, login, tab):
    user = login("pilots.view_pilot", "pilots.change_pilot", "pilots.delete_pilot")
    counts = []
    for number_of_rows in (1, 5):
        pilot = full_pilot(number_of_rows, buyer=user)
        client.get(page(f"pilot-{tab}", pilot))  # what a process learns once, such as content types, does not count
        with CaptureQueriesContext(connection) as queries:
            response = client.get(page(f"pilot-{tab}", pilot))
        counts.append(len(queries))

        assert response.context["pilot"] == pilot
        assert [tab["count"] for tab in response.context["tabs"]] == [
            None,
            f"0/{number_of_rows}",
            None,
            *[number_of_rows] * 6,
            None,
        ]

    assert counts[1] - counts[0] <= 1  # history asks once for each kind of row that it names, four rows more or not


def test_a_row_of_the_list_shows_the_next_milestone(client, login):
    login("pilots.view_pilot")
    pilot = PilotFactory(estimate=1_480_000)
    MilestoneFactory(pilot=pilot, name="Gedaan", due_on=dt.date(2026, 1, 1), done_on=dt.date(2026, 1, 2))
    MilestoneFactory(pilot=pilot, name="Later", due_on=dt.date(2126, 5, 1))
    MilestoneFactory(pilot=pilot, name="Eerst", due_on=dt.date(2026, 3, 12))

    text = client.get(LIST).content.decode()

    assert "Eerst<br><small>12 maart 2026</small>" in text
    assert "te laat" in text
    assert "Later" not in text
    assert "Gedaan" not in text
    assert "example-mark" not in text
    assert "€\N{NO-BREAK SPACE}1.480.000" in text


def test_a_row_of_the_list_says_how_the_pilot_stands(client, login):
    user = login("pilots.view_pilot", "pilots.change_pilot")
    pilot = PilotFactory(
        name="Sloop & co",
        is_example=True,
        phase="tender",
        standing=Standing.PARKED,
        revisit_on="2126-01-01",
        archived_at="2026-01-01T00:00Z",
        archived_by=user,
    )
    PilotThemeFactory(pilot=pilot, theme__name="Circulair", theme__colour=3, level=2)

    text = client.get(LIST, {"archive": "archived"}).text

    assert f'<a id="p{pilot.pk}" href="{pilot.get_absolute_url()}">Sloop &amp; co</a>' in text
    assert f'value="{pilot.pk}" aria-labelledby="choose p{pilot.pk}"' in text
    assert '<span class="example-mark">voorbeeld</span> <span' in text
    assert '<p class="small"><span class="example-mark">voorbeeld</span> Verzonnen om te laten zien hoe het' in text
    assert '<span class="utrecht-badge-status utrecht-badge-status--neutral">gearchiveerd</span>' in text
    assert '<td>Aanbesteding <span class="utrecht-badge-status utrecht-badge-status--warning">' in text
    assert '<td><span class="theme-badge theme-colour-3">Circulair · niveau 2</span></td>' in text
    assert '<td>nog niemand</td><td>–</td><td class="number">–</td>' in text


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"q": "BERMEN"}, ["Maaien van bermen"]),
        ({"q": "groen gas"}, ["Maaien van bermen"]),
        ({"q": "bermen asfalt"}, []),
        ({"phase": "tender"}, ["Maaien van bermen"]),
        ({"standing": "stopped"}, ["Zwembad"]),
        ({"r_strategy": "R3"}, ["Zwembad"]),
        ({"launching_customer": "yes"}, ["Maaien van bermen"]),
        ({"biobased": "no"}, ["Maaien van bermen", "Zwembad"]),
        ({"procedure": "open"}, ["Maaien van bermen"]),
        ({"q": ""}, ["Maaien van bermen", "Zwembad"]),
        ({"archive": "archived"}, []),
    ],
)
def test_the_list_is_filtered(client, login, typed, found):
    login("pilots.view_pilot")
    PilotFactory(
        name="Maaien van bermen", need="Gras wordt groen gas", phase="tender", launching_customer=True, procedure="open"
    )
    PilotFactory(name="Zwembad", standing=Standing.STOPPED, r_strategy=RStrategy.R3)

    assert [pilot.name for pilot in client.get(LIST, typed).context["pilot_list"]] == found


@pytest.mark.parametrize(
    "typed", ["één", "50%", "a_b", "crème brûlée", "50%ecologisch", "AANNEMER_BOUW", "aannemer's", "\\"]
)
def test_a_word_is_found_as_it_is_typed_whether_it_is_short_or_long(client, login, typed):
    login("pilots.view_pilot")
    PilotFactory(name="Ander", need="een 50 procent axb creme brulee 50 ecologisch aannemerxbouw straat t")
    PilotFactory(name="Juist", need=f"Vooraf {typed.swapcase()} achteraf")

    assert [pilot.name for pilot in client.get(LIST, {"q": typed}).context["pilot_list"]] == ["Juist"]


def test_the_list_is_filtered_by_theme_value_and_person(client, login):
    login("pilots.view_pilot")
    owner = UserFactory()
    led, bought, _other = PilotFactory(project_leader=owner), PilotFactory(buyer=owner), PilotFactory()
    theme, value = PilotThemeFactory(pilot=led).theme, PilotCoreValueFactory(pilot=bought).core_value

    def found(**asked):
        return {row.pk for row in client.get(LIST, asked).context["pilot_list"]}

    assert found(theme=theme.pk) == {led.pk}
    assert found(core_value=value.pk) == {bought.pk}
    assert found(owner=owner.pk) == {led.pk, bought.pk}


@pytest.mark.parametrize("typed", [{"phase": "x"}, {"theme": "99999999999999999999"}, {"owner": "x"}, {"q": "x" * 101}])
def test_a_filter_that_cannot_be_is_refused_with_a_message_beside_it(client, login, typed):
    login("pilots.view_pilot")
    PilotFactory()

    response = client.get(LIST, typed)

    assert list(response.context["filter"].form.errors) == list(typed)
    assert not response.context["pilot_list"]


def test_empty_lists_say_what_to_do(client, login):
    login("pilots.view_pilot")
    assert "Nog geen pilots." in client.get(LIST).content.decode()
    assert "Geen pilot past bij dit filter." in client.get(LIST, {"q": "x"}).content.decode()

    login("pilots.view_pilot", "pilots.add_pilot")
    assert client.get(LIST).content.decode().count(ADD) == 2


def test_every_page_of_an_empty_pilot_says_what_to_do(client, login):
    login("pilots.view_pilot")
    pilot = PilotFactory()

    text = " ".join(client.get(page(f"pilot-{tab}", pilot)).content.decode() for tab in TABS)

    for empty in (
        "Nog geen mijlpalen.",
        "Nog geen criteria.",
        "Nog geen KPI’s.",
        "Nog geen partijen.",
        "Nog geen lessen.",
    ):
        assert empty in text


def test_who_may_change_every_pilot_does_not_become_buyer(client, login):
    login("pilots.view_pilot", "pilots.add_pilot", "pilots.change_every_pilot")

    post_form(client, ADD, name="Nieuw")

    assert Pilot.objects.get().buyer is None


def test_a_form_sent_twice_adds_one_pilot(client, login):
    login("pilots.view_pilot", "pilots.add_pilot")
    typed = filled(client.get(ADD)) | {"name": "Eén keer"}

    first, second = client.post(ADD, typed), client.post(ADD, typed)

    assert first.url == second.url == Pilot.objects.get().get_absolute_url()


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"name": ""}, "name", "Dit veld is verplicht."),
        ({"name": "BERMEN"}, "name", "Er is al een pilot met deze naam."),
        ({"name": "Ber\x07m"}, "name", CONTROL_CHARACTER),
        ({"name": "Ber\x00m"}, "name", "Null-tekens zijn niet toegestaan."),
        ({"need": "Ber\x1bm"}, "need", CONTROL_CHARACTER),
        ({"name": "x" * 121}, "name", "Zorg dat deze waarde niet meer dan 120 tekens bevat (het zijn er nu 121)."),
        ({"starts_on": "2026-05-01", "ends_on": "2026-04-30"}, "ends_on", ENDS_BEFORE_START),
        ({"starts_on": "2026-13-01"}, "starts_on", "Voer een geldige datum in."),
        ({"cpv": "4511"}, "cpv", "Een CPV-code heeft acht cijfers, bijvoorbeeld 45111300-1."),
        ({"estimate": "-1"}, "estimate", "Een raming kan niet negatief zijn."),
        ({"estimate": "9" * 20}, "estimate", "Zorg dat er niet meer dan 14 cijfers zijn."),
        ({"procedure": "x"}, "procedure", "Selecteer een geldige keuze. x is geen beschikbare keuze."),
        ({"buyer": "999"}, "buyer", "Selecteer een geldige keuze. Deze keuze is niet beschikbaar."),
    ],
)  # fmt: skip
def test_bad_input_is_explained_beside_the_field_and_kept(client, login, typed, field, message):
    pilot = PilotFactory(name="Maaien", buyer=login("pilots.view_pilot", "pilots.change_pilot"))
    PilotFactory(name="Bermen")

    response = post_form(client, page("pilot-change", pilot), **({"ambition": "Blijft staan"} | typed))

    assert response.context["form"].errors.get_json_data().keys() == {field}
    assert response.context["form"].errors[field] == [message]
    assert "Blijft staan" in response.content.decode()
    pilot.refresh_from_db()
    assert (pilot.name, pilot.ambition) == ("Maaien", "")


def test_markup_in_a_text_is_shown_as_typed(client, login):
    login("pilots.view_pilot")
    script = "<script>alert(1)</script>"
    pilot = full_pilot(
        name=script, summary=script, need=script, ambition=script, question=script, collaboration=script, client=script
    )
    pilot.parties.update(name=script, role=script)
    pilot.milestones.update(name=script)
    pilot.criteria.update(title=script, verification=script, mvi_number=script)
    pilot.kpis.update(name=script, base=script)
    pilot.lessons.update(title=script, text=script)

    for tab in TABS:
        text = client.get(page(f"pilot-{tab}", pilot)).content.decode()
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_the_address_stays_when_the_name_changes(client, login):
    user = login("pilots.view_pilot", "pilots.change_pilot")
    pilot = PilotFactory(name="Bermen", slug="bermen", buyer=user)

    response = post_form(client, page("pilot-change", pilot), name="Bermen maaien")

    pilot.refresh_from_db()
    assert (pilot.name, pilot.slug) == ("Bermen maaien", "bermen")
    assert response.redirect_chain == [("/pilots/bermen/", 302)]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bermen", "bermen-3"),
        ("Nieuw", "nieuw-2"),
        ("Öost & West", "oost-west"),
        ("!!!", "pilot"),
        ("x" * 120, "x" * 120),
    ],
)
@pytest.mark.django_db
def test_an_address_is_free_and_readable(name, slug):
    PilotFactory(slug="bermen")
    PilotFactory(slug="bermen-2")

    assert free_slug(name) == slug


def test_a_stale_form_shows_what_the_other_one_saved(client, login):
    user = login("pilots.view_pilot", "pilots.change_pilot")
    pilot = PilotFactory(buyer=user, ambition="Oud", question="Oud")
    url = page("pilot-change", pilot)
    stale = filled(client.get(url))
    post_form(client, url, ambition="Van de ander")

    response = client.post(url, stale | {"ambition": "Van mij", "question": "Ook van mij"})

    assert response.status_code == 409
    text = response.content.decode()
    assert "Van de ander" in text
    assert "Van mij" in text
    pilot.refresh_from_db()
    assert (pilot.ambition, pilot.question) == ("Van de ander", "Oud")


@pytest.mark.parametrize("name", ["pilot-change", "pilot-archive", "pilot-remove"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_only_its_own_people_change_a_pilot(client, login, name, method):
    login("pilots.view_pilot", "pilots.change_pilot", "pilots.delete_pilot")
    pilot = PilotFactory(buyer=UserFactory())

    assert getattr(client, method)(page(name, pilot)).status_code == 403
    assert Pilot.objects.get() == pilot


@pytest.mark.parametrize("name", ["pilot-change", "pilot-archive", "pilot-detail", "pilot-history", "pilot-planning"])
def test_a_pilot_that_is_gone_gives_404(client, login, name):
    login("pilots.view_pilot", "pilots.change_every_pilot")

    assert client.get(reverse(f"pilots:{name}", args=["weg"])).status_code == 404


def test_who_may_only_read_is_offered_nothing_else(client, login):
    login("pilots.view_pilot", "pilots.change_pilot")
    pilot = full_pilot()

    text = " ".join(client.get(page(f"pilot-{tab}", pilot)).content.decode() for tab in TABS)

    for verb in ("wijzigen/", "verwijderen/", "archiveren/", "nieuw/", "volgende-fase/", "parkeren/"):
        assert verb not in text


def test_a_project_leader_changes_and_archives(client, login):
    user = login("pilots.view_pilot", "pilots.change_pilot")
    pilot = PilotFactory(project_leader=user)

    client.post(page("pilot-archive", pilot))

    pilot.refresh_from_db()
    assert pilot.archived_by == user
    assert list(client.get(LIST).context["pilot_list"]) == []
    assert "gearchiveerd" in client.get(pilot.get_absolute_url()).content.decode()


def test_remove_a_pilot_with_all_that_hangs_on_it(client, login):
    user = login("pilots.view_pilot", "pilots.change_pilot", "pilots.delete_pilot")
    pilot = full_pilot(buyer=user)

    response = client.post(page("pilot-remove", pilot))

    assert response.url == LIST
    assert not Pilot.objects.exists()
    assert AuditEvent.objects.get().action == "remove"


def test_who_left_is_not_offered_but_stays_where_they_were(client, login):
    login("pilots.view_pilot", "pilots.change_every_pilot")
    gone, gone_too = UserFactory(is_active=False), UserFactory(is_active=False)
    pilot = PilotFactory(buyer=gone)

    offered = client.get(page("pilot-change", pilot)).context["form"].fields["buyer"].queryset

    assert gone in offered
    assert gone_too not in offered


def test_the_sets_of_pilots(login):
    user = login()
    own, led, parked, away = (
        PilotFactory(buyer=user),
        PilotFactory(project_leader=user),
        PilotFactory(standing=Standing.PARKED, revisit_on="2026-12-31"),
        PilotFactory(archived_at="2026-01-01T00:00Z", archived_by=user),
    )

    assert set(Pilot.objects.of(user)) == {own, led}
    assert set(Pilot.objects.running()) == {own, led}
    assert set(Pilot.objects.changeable_by(user)) == set()
    assert set(Pilot.objects.changeable_by(login("pilots.change_pilot"))) == set()
    assert set(Pilot.objects.changeable_by(login("pilots.change_every_pilot"))) == {own, led, parked, away}
    give(user, "pilots.change_pilot")
    assert set(Pilot.objects.changeable_by(User.objects.get(pk=user.pk))) == {own, led}


def test_milestones_that_are_too_late(db):
    late = MilestoneFactory(due_on=dt.date(2026, 1, 1))
    MilestoneFactory(due_on=dt.date(2026, 1, 1), done_on=dt.date(2026, 1, 1))
    MilestoneFactory(due_on=dt.date(2126, 1, 1))

    assert [milestone for milestone in Milestone.objects.all() if milestone.is_overdue] == [late]
    assert list(Milestone.objects.overdue()) == [late]


def test_the_list_as_it_opens_is_what_an_empty_filter_shows():
    assert str(WHOLE_LIST.query) == str(PilotFilter({}, Pilot.objects.all()).qs.query)
