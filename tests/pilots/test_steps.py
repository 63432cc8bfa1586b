"""The steps of a pilot's life."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse
from django.utils.timezone import localdate as today

from mvi.models import AuditEvent
from pilots import actions
from pilots.models import Decision, DecisionKind, Lesson, Phase, Pilot, Standing
from tests.factories.mvi import UserFactory
from tests.factories.pilots import (
    CriterionFactory,
    KpiFactory,
    LessonFactory,
    PartyFactory,
    PilotFactory,
    PilotThemeFactory,
    ResultFactory,
)
from tests.factories.strategy import ThemeFactory


def tomorrow():
    return today() + dt.timedelta(days=1)


@pytest.fixture
def user(login):
    return login("pilots.view_pilot", "pilots.change_pilot")


def page(name, pilot):
    return reverse(f"pilots:pilot-{name}", args=[pilot.slug])


def missing(pilot):
    return [gap.text for gap in pilot.missing()]


def test_what_is_missing_in_each_phase(db):
    pilot = PilotFactory()
    assert missing(pilot) == [
        "het antwoord op de vraag of we zonder kopen kunnen (R0)",
        "de behoefte achter de vraag",
        "een inkoper of een projectleider",
        "een thema van de strategie",
    ]

    pilot.phase = Phase.EXPLORATION
    assert missing(pilot) == [
        "de ambitie",
        "de vraagstelling",
        "de soort uitvraag",
        "de opdrachtgever binnen de organisatie",
        "een partij om mee samen te werken",
    ]

    pilot.phase = Phase.PREPARATION
    assert missing(pilot) == [
        "de soort opdracht",
        "de raming",
        "de CPV-code",
        "de procedure",
        "een criterium",
        "een KPI met wat wordt gevraagd",
    ]

    pilot.phase = Phase.TENDER
    kpi = KpiFactory(pilot=pilot, name="CO₂")
    assert missing(pilot) == ["de dag waarop het contract begint", "wat is gecontracteerd voor de KPI “CO₂”"]

    pilot.phase = Phase.EXECUTION
    assert missing(pilot) == ["een resultaat van de KPI “CO₂”"]
    ResultFactory(kpi=kpi)
    assert missing(pilot) == []

    pilot.phase = Phase.EVALUATION
    assert missing(pilot) == []


@pytest.mark.parametrize("phase", Phase.values)
def test_what_is_missing_leads_to_where_it_is_filled_in_for_who_may(client, login, phase):
    pilot = PilotFactory(phase=phase)
    KpiFactory(pilot=pilot)
    login("pilots.view_pilot")
    read_only = client.get(pilot.get_absolute_url()).text
    login("pilots.view_pilot", "pilots.change_pilot", is_superuser=True)
    shown = client.get(pilot.get_absolute_url()).text

    for gap in pilot.missing():
        assert f'<li><a href="{gap.url}">{gap.text}</a></li>' in shown
        assert f"<li>{gap.text}</li>" in read_only
        assert client.get(gap.url).status_code == 200


def test_after_the_last_phase_there_is_no_next_one(client, user):
    pilot = PilotFactory(phase=Phase.EVALUATION, buyer=user)

    shown = client.get(page("forward", pilot)).text

    assert "Dit is de laatste fase." in shown
    assert "Van evaluatie naar" not in shown


def test_a_theme_below_its_level_misses_its_reason(db):
    pilot = PilotFactory(without_buying="Nee", need="Kort gras", buyer=UserFactory())
    link = PilotThemeFactory(pilot=pilot, theme=ThemeFactory(name="Energie"))
    assert missing(link.pilot) == []

    link.theme.level = 2
    link.theme.save()
    assert missing(Pilot.objects.get()) == ["de reden waarom Energie onder het niveau van de strategie blijft"]


@pytest.mark.parametrize(
    ("weights", "is_there"),
    [([], True), ([60, 40], True), ([60, "40.01"], False), ([None], False), ([60, None], False)],
)
def test_award_criteria_add_up_to_a_hundred(db, weights, is_there):
    pilot = PilotFactory(phase=Phase.PREPARATION)
    for weight in weights:
        CriterionFactory(pilot=pilot, kind="award", weight=weight)

    assert ("gunningscriteria waarvan de gewichten samen 100 zijn" not in missing(pilot)) == is_there


def test_the_page_says_what_is_missing_and_going_on_needs_a_reason(client, user):
    pilot = PilotFactory(buyer=user)
    url = page("forward", pilot)

    assert "een thema van de strategie" in client.get(url).content.decode()
    assert "een thema van de strategie" in client.get(pilot.get_absolute_url()).content.decode()
    assert client.post(url).context["form"].errors == {"reason": ["Dit veld is verplicht."]}

    response = client.post(url, {"reason": "De wethouder wil starten.", "to": "exploration"})

    pilot.refresh_from_db()
    assert response.url == pilot.get_absolute_url()
    assert pilot.phase == Phase.EXPLORATION
    decision = Decision.objects.get()
    assert (decision.kind, decision.from_phase, decision.to_phase, decision.reason, decision.made_by) == (
        DecisionKind.FORWARD,
        Phase.IDEA,
        Phase.EXPLORATION,
        "De wethouder wil starten.",
        user,
    )
    event = AuditEvent.objects.get()
    assert (event.action, event.details) == ("forward", {"from_phase": "idea", "to_phase": "exploration"})
    assert "De wethouder wil starten." in client.get(page("history", pilot)).content.decode()


def test_a_pilot_that_is_ready_goes_on_without_a_reason(client, user):
    pilot = PilotFactory(buyer=user, phase=Phase.EXECUTION)

    assert "reason" not in client.get(page("forward", pilot)).context["form"].fields
    client.post(page("forward", pilot), {"to": "evaluation"})

    pilot.refresh_from_db()
    assert pilot.phase == Phase.EVALUATION


def test_a_double_click_moves_a_pilot_one_phase(client, user):
    pilot = PilotFactory(buyer=user, phase=Phase.TENDER, starts_on=tomorrow())
    offered = client.get(page("forward", pilot)).context["form"]["to"].value()

    first, second = (client.post(page("forward", pilot), {"to": offered}) for _click in range(2))

    pilot.refresh_from_db()
    assert (first.status_code, second.status_code, pilot.phase) == (302, 409, Phase.EXECUTION)
    assert second.context["form"].non_field_errors() == [
        "Deze pilot is inmiddels in een andere fase. Kijk waar de pilot nu staat."
    ]
    assert Decision.objects.count() == 1


def test_back_with_a_reason(client, user):
    pilot = PilotFactory(buyer=user, phase=Phase.TENDER)
    url = page("back", pilot)

    assert [value for value, _label in client.get(url).context["form"].fields["to"].choices] == [
        "idea",
        "exploration",
        "preparation",
    ]
    assert client.post(url, {"to": "execution", "reason": ""}).context["form"].errors.keys() == {"to", "reason"}

    client.post(url, {"to": "exploration", "reason": "De markt was er niet klaar voor."})

    pilot.refresh_from_db()
    assert pilot.phase == Phase.EXPLORATION
    assert Decision.objects.get().kind == DecisionKind.BACK


def test_park_until_a_day_with_a_lesson(client, user):
    pilot = PilotFactory(buyer=user)
    typed = {"title": "Zonder budget geen weg", "text": "Toegelicht."}

    refused = client.post(page("park", pilot), typed | {"revisit_on": str(today())})
    client.post(page("park", pilot), typed | {"revisit_on": str(tomorrow())})

    assert refused.context["form"].errors == {"revisit_on": ["Kies een dag na vandaag."]}
    pilot.refresh_from_db()
    assert (pilot.standing, pilot.revisit_on) == (Standing.PARKED, tomorrow())
    lesson = Lesson.objects.get()
    assert (lesson.pilot, lesson.title, lesson.text) == (pilot, "Zonder budget geen weg", "Toegelicht.")
    assert "in de ijskast" in client.get(pilot.get_absolute_url()).content.decode()


def test_stop_and_resume(client, user):
    pilot = PilotFactory(buyer=user, standing=Standing.PARKED, revisit_on=tomorrow())

    client.post(page("stop", pilot), {"title": "Begin met de eigenaar"})
    pilot.refresh_from_db()
    assert (pilot.standing, pilot.revisit_on) == (Standing.STOPPED, None)

    client.post(page("resume", pilot), {"reason": "Er is geld."})
    pilot.refresh_from_db()
    assert pilot.standing == Standing.ACTIVE
    assert [decision.kind for decision in Decision.objects.all()] == [DecisionKind.RESUME, DecisionKind.STOP]


def test_complete_in_the_last_phase(client, user):
    pilot = PilotFactory(buyer=user, phase=Phase.EVALUATION)
    assert page("complete", pilot) in client.get(pilot.get_absolute_url()).content.decode()

    client.post(page("complete", pilot), {"title": "97% hergebruik kan"})

    pilot.refresh_from_db()
    assert pilot.standing == Standing.COMPLETED
    assert page("resume", pilot) in client.get(pilot.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("verb", "typed", "fields", "message"),
    [
        ("forward", {}, {"phase": "evaluation"}, "Dit is de laatste fase."),
        ("forward", {"reason": "x"}, {"standing": "stopped"}, "Deze pilot loopt niet. Hervat hem eerst."),
        ("back", {"to": "idea", "reason": "x"}, {"phase": "tender", "standing": "completed"}, "Deze pilot loopt niet."),
        ("park", {"title": "x", "revisit_on": "2999-01-01"}, {"standing": "stopped"}, "Deze pilot loopt niet."),
        ("stop", {"title": "x"}, {"standing": "completed"}, "Deze pilot is al geëindigd."),
        ("complete", {"title": "x"}, {"phase": "tender"}, "Alleen een pilot in de fase evaluatie kan worden afgerond."),
        ("resume", {}, {}, "Deze pilot loopt al."),
    ],
)
def test_a_step_that_cannot_be_says_why(client, user, verb, typed, fields, message):
    pilot = PilotFactory(buyer=user, **fields)

    response = client.post(page(verb, pilot), typed)

    assert response.status_code == 409
    assert message in response.content.decode()
    assert not Decision.objects.exists()
    assert not Lesson.objects.exists()


def test_a_lesson_that_is_there_already_is_refused_beside_its_field(client, user):
    pilot = PilotFactory(buyer=user)
    LessonFactory(pilot=pilot, title="Vraag door")

    response = client.post(page("stop", pilot), {"title": "VRAAG DOOR"})

    assert response.context["form"].errors == {"title": ["Deze pilot heeft deze les al."]}


@pytest.mark.parametrize("verb", ["forward", "back", "park", "stop", "complete", "resume"])
def test_only_its_own_people_move_a_pilot(client, login, verb):
    pilot = PilotFactory(buyer=UserFactory())

    login()
    assert client.get(page(verb, pilot)).status_code == 403
    login("pilots.view_pilot", "pilots.change_pilot")
    assert client.post(page(verb, pilot), {"title": "x", "reason": "x"}).status_code == 403
    assert not Decision.objects.exists()


def test_an_action_does_not_trust_its_caller(db):
    user, pilot = UserFactory(), PilotFactory(phase=Phase.EXPLORATION)
    PartyFactory(pilot=pilot)

    with pytest.raises(ValidationError, match="Er ontbreekt nog iets"):
        actions.move_forward(pilot=pilot, to=Phase.PREPARATION, by=user)
    with pytest.raises(ValidationError, match="Voor een stap terug is een reden nodig"):
        actions.move_back(pilot=pilot, to=Phase.IDEA, reason=" ", by=user)
    with pytest.raises(ValidationError, match="Kies een fase vóór de huidige"):
        actions.move_back(pilot=pilot, to=Phase.TENDER, reason="x", by=user)


def test_the_database_wants_a_reason_to_go_back(db):
    with pytest.raises(IntegrityError, match="decision_to_go_back_has_reason"):
        Decision.objects.create(pilot=PilotFactory(), kind=DecisionKind.BACK, from_phase="tender", to_phase="idea")


def test_a_decision_knows_its_page(db):
    decision = Decision(pilot=PilotFactory(), kind=DecisionKind.PARK, from_phase="tender", to_phase="tender")

    assert str(decision) == "geparkeerd: aanbesteding"
    assert decision.get_absolute_url() == page("history", decision.pilot)
