"""Registering a pilot in short steps that are saved one by one, or from a copy."""

import datetime as dt

import pytest
from django.urls import reverse

from mvi.models import AuditEvent, Level
from pilots.models import Pilot
from tests.factories.mvi import UserFactory
from tests.factories.pilots import (
    CpvCodeFactory,
    CriterionFactory,
    KpiFactory,
    LessonFactory,
    MilestoneFactory,
    PartyFactory,
    PilotCoreValueFactory,
    PilotFactory,
    PilotGoalFactory,
    PilotThemeFactory,
)
from tests.factories.strategy import CoreValueFactory, GoalFactory, ThemeFactory
from tests.forms import filled, messages_of, post_form

ADD = reverse("pilots:pilot-add")
BUYER = ["pilots.view_pilot", "pilots.add_pilot", "pilots.change_pilot"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def buyer(login):
    return login(*BUYER)


def step(pilot, part="waarom"):
    return reverse("pilots:intake-change", args=[pilot.slug, part])


def test_a_buyer_goes_through_the_steps_to_the_overview(client, buyer):
    theme, value, goal = ThemeFactory(level=Level.AMBITIOUS), CoreValueFactory(), GoalFactory()

    first = post_form(client, ADD, name="Maaien van bermen", without_buying="Deels", need="Veilige bermen")
    pilot = Pilot.objects.get()
    second = post_form(
        client,
        step(pilot, "waarom"),
        ambition="Gras is grondstof.",
        **{f"theme_{theme.pk}": "on", f"value_{value.pk}": "on", f"how_{value.pk}": "Buren beslissen mee"},
        goals=[goal.pk],
    )
    third = post_form(client, step(pilot, "wie"), client="Beheer", budget_holder="Hoofd Beheer")
    how = {"question": "Wat kunt u?", "announce_on": "2025-12-31", "launching_customer": "on"}
    last = post_form(client, step(pilot, "inkoop"), estimate="1.480.000,50", **how)

    places = [answer.redirect_chain[-1][0] for answer in (first, second, third, last)]
    assert places == [step(pilot, part) for part in ("waarom", "wie", "inkoop")] + [
        reverse("pilots:intake", args=[pilot.slug])
    ]
    assert messages_of(first) == ["“Maaien van bermen” is toegevoegd."]
    pilot.refresh_from_db()
    assert (pilot.buyer, pilot.phase, pilot.client, str(pilot.estimate)) == (buyer, "idea", "Beheer", "1480000.50")
    assert [(link.theme, link.level) for link in pilot.pilot_themes.all()] == [(theme, Level.AMBITIOUS)]
    assert [(link.core_value, link.how) for link in pilot.pilot_core_values.all()] == [(value, "Buren beslissen mee")]
    assert list(pilot.goals.all()) == [goal]
    for text in ("Veilige bermen", "Gras is grondstof.", "Buren beslissen mee", "Hoofd Beheer", "Wat kunt u?"):
        assert text in last.text
    for fact in ("Aangekondigd op</dt><dd>31 december 2025", "Launching customer</dt><dd>ja", "Biobased</dt><dd>nee"):
        assert fact in last.text
    assert last.context["missing"] == []


def test_a_step_leads_back_as_freely_as_on_and_saves_first(client, buyer):
    pilot = PilotFactory(buyer=buyer)

    back = post_form(client, step(pilot, "wie"), client="Beheer", back="1")
    first = post_form(client, step(pilot, "wat"), summary="Kort", back="1")

    pilot.refresh_from_db()
    assert (pilot.client, pilot.summary) == ("Beheer", "Kort")
    assert back.redirect_chain[-1][0] == step(pilot, "waarom")
    assert first.redirect_chain[-1][0] == reverse("pilots:intake", args=[pilot.slug])
    assert [bar["state"] for bar in client.get(step(pilot, "wie")).context["steps"]] == [
        "done",
        "done",
        "current",
        "todo",
        "todo",
    ]


def test_who_may_add_but_not_change_goes_to_the_pilot(client, login):
    login("pilots.view_pilot", "pilots.add_pilot")

    assert post_form(client, ADD, name="Nieuw").redirect_chain[-1][0] == "/pilots/nieuw-2/"


def test_who_may_only_read_sees_the_overview_and_no_step(client, login):
    login("pilots.view_pilot")
    pilot = PilotFactory()

    assert step(pilot, "wat") not in client.get(reverse("pilots:intake", args=[pilot.slug])).text
    assert client.get(step(pilot)).status_code == 403
    assert client.get(ADD).status_code == 403


def test_a_step_that_does_not_exist_is_not_found(client, buyer):
    assert client.get(step(PilotFactory(buyer=buyer), "onzin")).status_code == 404


def test_a_theme_comes_at_the_level_of_the_strategy_and_below_it_needs_a_reason(client, buyer):
    pilot, theme = PilotFactory(buyer=buyer), ThemeFactory(level=Level.AMBITIOUS)
    address, mark, level, reason = step(pilot), *(f"{name}_{theme.pk}" for name in ("theme", "level", "reason"))

    assert client.get(address).context["form"][level].value() == Level.AMBITIOUS
    refused = post_form(client, address, **{mark: "on", level: "1"})
    assert list(refused.context["form"].errors) == [reason]
    assert not pilot.pilot_themes.exists()

    post_form(client, address, **{mark: "on", level: "1", reason: "Te weinig aanbod"})
    assert [(link.level, link.reason) for link in pilot.pilot_themes.all()] == [(1, "Te weinig aanbod")]
    assert "Te weinig aanbod" in client.get(reverse("pilots:deviation-list")).text


def test_what_is_filled_in_without_its_tick_is_not_lost_without_a_word(client, buyer):
    theme, value, other = ThemeFactory(level=Level.SIGNIFICANT), CoreValueFactory(), CoreValueFactory()
    pilot = PilotFactory(buyer=buyer)
    PilotCoreValueFactory(pilot=pilot, core_value=other, how="Zoals het was")
    typed = {f"level_{theme.pk}": Level.AMBITIOUS, f"how_{value.pk}": "Buren beslissen mee", f"value_{other.pk}": []}

    refused = post_form(client, step(pilot), **typed)
    saved = post_form(client, step(pilot), **typed | {f"theme_{theme.pk}": "on", f"value_{value.pk}": "on"})

    errors = refused.context["form"].errors
    assert list(errors) == [f"theme_{theme.pk}", f"value_{value.pk}"]
    assert errors[f"value_{value.pk}"] == ["U hebt hier iets ingevuld: zet ook het vinkje, of laat het zoals het was."]
    assert "Buren beslissen mee" in refused.text
    assert messages_of(saved) == [f"“{pilot}” is opgeslagen."]
    assert list(pilot.pilot_core_values.values_list("core_value", "how")) == [(value.pk, "Buren beslissen mee")]


def test_ties_change_and_go_without_touching_the_others(client, buyer):
    pilot = PilotFactory(buyer=buyer)
    kept, gone = PilotThemeFactory(pilot=pilot, level=3), PilotThemeFactory(pilot=pilot, level=3)
    value = PilotCoreValueFactory(pilot=pilot, how="Zo")
    PilotGoalFactory(pilot=pilot)
    form = filled(client.get(step(pilot)))
    del form[f"theme_{gone.theme_id}"]

    client.post(step(pilot), form | {f"how_{value.core_value_id}": "Anders"})

    value.refresh_from_db()
    assert list(pilot.pilot_themes.all()) == [kept]
    assert value.how == "Anders"
    assert pilot.goals.count() == 1
    assert kept.events.count() == 1


def test_the_second_of_two_who_change_the_ties_is_told(client, buyer):
    pilot, theme = PilotFactory(buyer=buyer), ThemeFactory()
    form = filled(client.get(step(pilot)))
    post_form(client, step(pilot), **{f"theme_{theme.pk}": "on"})

    assert client.post(step(pilot), form).status_code == 409
    assert pilot.pilot_themes.count() == 1


def test_an_archived_theme_is_offered_only_to_who_chose_it(client, buyer):
    archived = {"archived_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "archived_by": buyer}
    chosen, _other = ThemeFactory(**archived), ThemeFactory(**archived)
    pilot = PilotThemeFactory(pilot=PilotFactory(buyer=buyer), theme=chosen).pilot

    assert client.get(step(pilot)).context["form"].themes == [chosen]


def test_a_code_that_a_newer_list_does_not_know_stops_only_its_own_step(client, buyer):
    CpvCodeFactory(code="77310000")
    pilot = PilotFactory(buyer=buyer, cpv="99999999")

    assert post_form(client, step(pilot, "wie"), client="Beheer").redirect_chain
    assert post_form(client, reverse("pilots:canvas-change", args=[pilot.slug, "ambitie"]), ambition="!").redirect_chain
    assert list(post_form(client, step(pilot, "inkoop"), question="?").context["form"].errors) == ["cpv"]


def test_who_writes_a_pilot_is_offered_what_is_like_it(client, login):
    user = login(*BUYER, "pilots.view_lesson")
    other = PilotFactory(name="Bermen langs de vaart")
    lesson = LessonFactory(title="Gras van de berm is snel nat", pilot=other)
    PilotFactory(name="Zwembad")
    pilot = PilotFactory(name="Maaien van bermen", need="Gras wordt groen gas", buyer=user)
    LessonFactory(title="Eigen les over gras", pilot=pilot)

    assert set(client.get(step(pilot)).context["similar"]) == {other, lesson}
    login(*BUYER, "pilots.change_every_pilot")
    assert client.get(step(pilot)).context["similar"] == [other]
    assert client.get(step(PilotFactory(name="A1"))).context["similar"] == []


def full_pilot():
    pilot = PilotFactory(
        name="Bermen",
        ambition="Gras is grondstof",
        client="Beheer",
        cpv="",
        estimate=100,
        starts_on=dt.date(2026, 1, 1),
    )
    PilotThemeFactory(pilot=pilot, level=3)
    PilotCoreValueFactory(pilot=pilot, how="Zo")
    PilotGoalFactory(pilot=pilot)
    PartyFactory(pilot=pilot, commitment="committed")
    CriterionFactory(pilot=pilot)
    KpiFactory(pilot=pilot, reference=1, asked=80, offered=85, contracted=85, contracted_on=dt.date(2026, 1, 1))
    MilestoneFactory(pilot=pilot)
    LessonFactory(pilot=pilot)
    return pilot


def test_a_copy_takes_what_can_be_used_again_and_nothing_that_was_measured(client, buyer):
    source = full_pilot()

    response = post_form(client, reverse("pilots:copy-add", args=[source.slug]), name="Bermen noord")

    copy = Pilot.objects.get(name="Bermen noord")
    assert response.redirect_chain[-1][0] == step(copy, "wat")
    assert (copy.ambition, copy.client, copy.buyer) == ("Gras is grondstof", "Beheer", buyer)
    assert (copy.estimate, copy.starts_on, copy.phase) == (None, None, "idea")
    assert [link.level for link in copy.pilot_themes.all()] == [3]
    assert [link.how for link in copy.pilot_core_values.all()] == ["Zo"]
    assert copy.goals.get() == source.goals.get()
    assert [(party.name, party.commitment) for party in copy.parties.all()] == [(source.parties.get().name, "wished")]
    assert copy.criteria.get().title == source.criteria.get().title
    kpi = copy.kpis.get()
    assert (kpi.asked, kpi.reference, kpi.offered, kpi.contracted, kpi.contracted_on) == (80, None, None, None, None)
    assert (copy.milestones.count(), copy.lessons.count()) == (0, 0)
    assert source.kpis.get().contracted == 85
    assert AuditEvent.objects.get().action == "add"


def test_a_copy_needs_its_own_name_and_the_right_to_add(client, login):
    source = PilotFactory(name="Bermen")
    address = reverse("pilots:copy-add", args=[source.slug])
    login("pilots.view_pilot", "pilots.add_pilot")

    assert list(post_form(client, address, name="BERMEN").context["form"].errors) == ["name"]
    assert post_form(client, address, name="Anders").redirect_chain[-1][0] == "/pilots/anders/"
    login("pilots.view_pilot")
    assert client.get(address).status_code == 403


def test_the_pilot_leads_to_its_intake_and_its_copy(client, login):
    user = login(*BUYER)
    pilot = PilotFactory(buyer=user)
    text = client.get(pilot.get_absolute_url()).text
    assert reverse("pilots:intake", args=[pilot.slug]) in text
    assert reverse("pilots:copy-add", args=[pilot.slug]) in text

    pilot = PilotFactory(buyer=UserFactory())
    assert reverse("pilots:copy-add", args=[pilot.slug]) in client.get(pilot.get_absolute_url()).text
