"""What hangs on a pilot: parties, milestones, criteria, KPIs, results, lessons and its ties to the strategy."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from pilots.models import (
    Criterion,
    Kpi,
    Lesson,
    Milestone,
    Party,
    PilotCoreValue,
    PilotGoal,
    PilotTheme,
    Result,
)
from tests.factories.mvi import UserFactory
from tests.factories.pilots import (
    ConsultationFactory,
    CostOptionFactory,
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
from tests.factories.strategy import CoreValueFactory, GoalFactory, ThemeFactory
from tests.forms import filled, messages_of, post_form

ROWS = {
    "theme": PilotThemeFactory,
    "core-value": PilotCoreValueFactory,
    "goal": PilotGoalFactory,
    "party": PartyFactory,
    "milestone": MilestoneFactory,
    "lot": LotFactory,
    "cost-option": CostOptionFactory,
    "criterion": CriterionFactory,
    "kpi": KpiFactory,
    "consultation": ConsultationFactory,
    "document": DocumentFactory,
    "lesson": LessonFactory,
}


@pytest.fixture
def pilot(login):
    """A pilot of the user who is logged in."""
    return PilotFactory(buyer=login("pilots.view_pilot", "pilots.change_pilot"), phase="tender")


def page(name, pilot, *args):
    return reverse(f"pilots:{name}", args=[pilot.slug, *args])


def test_add_a_party(client, pilot):
    url = page("party-add", pilot)

    response = post_form(client, url, name="Groengashub", kind="supplier", commitment="committed", role="Verwerker")

    party = Party.objects.get()
    assert (party.pilot, party.name, party.get_kind_display(), party.commitment) == (
        pilot,
        "Groengashub",
        "keten",
        "committed",
    )
    assert response.redirect_chain == [(page("pilot-collaboration", pilot), 302)]
    assert messages_of(response) == ["“Groengashub” is toegevoegd."]
    assert AuditEvent.objects.get().object_type == "pilots.party"


def test_a_milestone_starts_in_the_phase_of_the_pilot(client, pilot):
    post_form(client, page("milestone-add", pilot), name="Inschrijving sluit", due_on="2026-12-01")

    assert Milestone.objects.get().phase == "tender"


def test_add_a_criterion(client, pilot):
    theme = ThemeFactory()

    post_form(
        client,
        page("criterion-add", pilot),
        title="Hoogwaardige verwerking",
        kind="award",
        weight="12,5",
        theme=theme.pk,
        level="2",
    )

    criterion = Criterion.objects.get()
    assert (criterion.weight, criterion.theme, criterion.level) == (Decimal("12.50"), theme, 2)


def test_add_a_kpi_and_its_result(client, pilot):
    post_form(client, page("kpi-add", pilot), name="Maaisel", unit="ton", asked="1.150", reference="138,5")
    kpi = Kpi.objects.get()
    post_form(client, page("result-add", pilot, kpi.pk), on="2026-10-01", value="1.002,25", evidence="Weegbonnen")

    assert (kpi.asked, kpi.reference) == (1150, Decimal("138.5"))
    result = Result.objects.get()
    assert (result.kpi, result.on, result.value) == (kpi, dt.date(2026, 10, 1), Decimal("1002.25"))
    text = client.get(page("pilot-results", pilot)).content.decode()
    assert "1.002,25" in text
    assert "Weegbonnen" in text
    assert 'value="1.002,25"' in client.get(page("result-change", pilot, result.pk)).content.decode()


def test_add_a_lesson(client, pilot):
    post_form(client, page("lesson-add", pilot), title="Vraag naar de behoefte")

    assert Lesson.objects.get().pilot == pilot


def test_ties_to_the_strategy(client, pilot):
    theme, value, goal = ThemeFactory(level=2), CoreValueFactory(), GoalFactory()

    post_form(client, page("theme-add", pilot), theme=theme.pk, level="3")
    post_form(client, page("core-value-add", pilot), core_value=value.pk, how="Samen met de loonbedrijven.")
    post_form(client, page("goal-add", pilot), goal=goal.pk)

    assert [(link.theme, link.level) for link in PilotTheme.objects.all()] == [(theme, 3)]
    assert [link.how for link in PilotCoreValue.objects.all()] == ["Samen met de loonbedrijven."]
    assert [link.goal for link in PilotGoal.objects.all()] == [goal]


def test_below_the_level_of_the_strategy_only_with_a_reason(client, pilot):
    theme, url = ThemeFactory(level=3), page("theme-add", pilot)

    refused = post_form(client, url, theme=theme.pk, level="2", reason="  ")
    accepted = post_form(client, url, theme=theme.pk, level="2", reason="Geen geld voor meer.")

    assert refused.context["form"].errors == {
        "reason": ["De strategie vraagt hier niveau 3 · ambitieus. Leg uit waarom deze pilot daaronder blijft."]
    }
    assert "Onder niveau 3 van de strategie: Geen geld voor meer." in accepted.content.decode()


def test_a_theme_that_was_raised_later_shows_that_it_is_not_explained(client, pilot):
    PilotThemeFactory(pilot=pilot, level=1, theme=ThemeFactory(level=2))

    assert (
        "Onder niveau 2 van de strategie, nog niet uitgelegd." in client.get(pilot.get_absolute_url()).content.decode()
    )


@pytest.mark.parametrize(
    ("name", "typed", "field", "message"),
    [
        ("party", {"name": "PARTIJ", "kind": "internal"}, "name", "Deze pilot heeft deze partij al."),
        ("party", {"name": "Nieuw", "kind": "x"}, "kind", "Selecteer een geldige keuze. x is geen beschikbare keuze."),
        ("party", {"name": "a\nb", "kind": "internal"}, "name", "Houd dit op één regel."),
        ("milestone", {"name": "MIJLPAAL", "due_on": "2026-01-01"}, "name", "Deze pilot heeft deze mijlpaal al."),
        ("milestone", {"name": "Nieuw", "due_on": ""}, "due_on", "Dit veld is verplicht."),
        (
            "milestone",
            {"name": "Nieuw", "due_on": "2026-01-01", "done_on": "2999-01-01"},
            "done_on",
            "Die dag moet nog komen.",
        ),
        ("criterion", {"title": "CRITERIUM", "kind": "minimum"}, "title", "Deze pilot heeft dit criterium al."),
        (
            "criterion",
            {"title": "Nieuw", "kind": "award", "weight": "100,01"},
            "weight",
            "Een gewicht ligt tussen 0 en 100.",
        ),
        (
            "criterion",
            {"title": "Nieuw", "kind": "minimum", "weight": "10"},
            "weight",
            "Alleen een gunningscriterium heeft een gewicht.",
        ),
        ("criterion", {"title": "Nieuw", "kind": "award", "level": "4"}, "level", None),
        ("kpi", {"name": "KPI", "unit": "%"}, "name", "Deze pilot heeft deze KPI al."),
        ("kpi", {"name": "Nieuw", "unit": "%", "asked": "veel"}, "asked", "Voer een getal in."),
        ("kpi", {"name": "Nieuw", "unit": "%", "asked": "9" * 30}, "asked", None),
        ("kpi", {"name": "Nieuw", "unit": "%", "asked": "NaN"}, "asked", "Voer een getal in."),
        ("lot", {"name": "Noord", "amount": "-1"}, "amount", "Een bedrag kan niet negatief zijn."),
        ("lesson", {"title": "LES"}, "title", "Deze pilot heeft deze les al."),
        ("lesson", {"title": "Nieuw", "text": "a\x0bb"}, "text", None),
        ("theme", {"theme": "999", "level": "1"}, "theme", None),
    ],
)
def test_bad_input_is_explained_beside_the_field(client, pilot, name, typed, field, message):
    PartyFactory(pilot=pilot, name="Partij")
    MilestoneFactory(pilot=pilot, name="Mijlpaal")
    CriterionFactory(pilot=pilot, title="Criterium")
    KpiFactory(pilot=pilot, name="KPI")
    LessonFactory(pilot=pilot, title="Les")

    response = post_form(client, page(f"{name}-add", pilot), **typed)

    errors = response.context["form"].errors
    assert list(errors) == [field]
    assert message is None or errors[field] == [message]


@pytest.mark.parametrize("name", ["theme", "core_value", "goal"])
def test_the_same_tie_twice_is_refused(client, pilot, name):
    there = ROWS[name.replace("_", "-")](pilot=pilot)

    response = post_form(
        client, page(f"{name.replace('_', '-')}-add", pilot), **{name: getattr(there, name).pk, "level": "1"}
    )

    assert list(response.context["form"].errors) == [name]


def test_a_result_is_of_a_day_that_was_there(client, pilot):
    kpi = KpiFactory(pilot=pilot, name="Maaisel")
    add = reverse("pilots:result-add", args=[pilot.slug, kpi.pk])

    refused = post_form(client, add, on="2999-01-01", value="1").context["form"].errors
    kept = post_form(client, add, on="2026-01-31", value="1")

    assert refused == {"on": ["Die dag moet nog komen."]}
    assert messages_of(kept) == ["“Maaisel 31 januari 2026” is toegevoegd."]


def test_a_second_result_on_one_day_is_refused(client, pilot):
    result = ResultFactory(kpi=KpiFactory(pilot=pilot))

    response = post_form(client, page("result-add", pilot, result.kpi.pk), on=str(result.on), value="2")

    assert response.context["form"].errors == {"on": ["Er is al een resultaat op deze datum; wijzig dat."]}


@pytest.mark.parametrize("name", ROWS)
def test_change_and_remove_a_row(client, pilot, name):
    row = ROWS[name](pilot=pilot)

    changed = post_form(client, page(f"{name}-change", pilot, row.pk))
    removed = client.post(page(f"{name}-remove", pilot, row.pk))

    assert changed.redirect_chain == [(row.get_absolute_url(), 302)]
    assert removed.url == row.get_absolute_url()
    assert not type(row).objects.exists()
    assert [event.action for event in AuditEvent.objects.order_by("pk")] == ["change", "remove"]


def test_a_row_that_two_people_change(client, pilot):
    row = PartyFactory(pilot=pilot, name="Oud")
    url = page("party-change", pilot, row.pk)
    stale = filled(client.get(url))
    post_form(client, url, name="Van de ander")

    response = client.post(url, stale | {"name": "Van mij"})

    assert response.status_code == 409
    assert "Van de ander" in response.content.decode()


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("verb", ["add", "change", "remove"])
def test_rows_of_somebody_elses_pilot_are_closed(client, pilot, name, verb):
    other = ROWS[name](pilot=PilotFactory(buyer=UserFactory()))
    args = [] if verb == "add" else [other.pk]

    for method in (client.get, client.post):
        assert method(page(f"{name}-{verb}", other.pilot, *args)).status_code == 403
        if args:  # the number of their row below the address of one's own pilot
            assert method(page(f"{name}-{verb}", pilot, *args)).status_code == 403
    assert type(other).objects.get() == other


def test_results_of_somebody_elses_pilot_are_closed(client, pilot):
    result = ResultFactory(kpi__pilot__buyer=UserFactory())

    for name, pk in (("result-add", result.kpi.pk), ("result-change", result.pk), ("result-remove", result.pk)):
        assert client.post(page(name, pilot, pk)).status_code == 403


def test_a_row_below_the_address_of_another_own_pilot_is_not_there(client, pilot):
    party = PartyFactory(pilot=PilotFactory(buyer=pilot.buyer))

    assert client.get(page("party-change", pilot, party.pk)).status_code == 404


@pytest.mark.parametrize("number", ["999", "9" * 30, "9" * 5000, "x", "-1"])
def test_a_number_that_cannot_be_gives_404(client, pilot, number):
    assert client.get(f"/pilots/{pilot.slug}/partij/{number}/wijzigen/").status_code == 404


def test_a_row_that_was_removed_meanwhile_gives_404(client, pilot):
    party = PartyFactory(pilot=pilot)
    url = page("party-change", pilot, party.pk)
    typed = filled(client.get(url))
    party.delete()

    assert client.post(url, typed).status_code == 404


def test_what_was_archived_is_not_offered_but_stays_where_it_was(client, pilot, login):
    away = ThemeFactory(archived_at="2026-01-01T00:00Z", archived_by=pilot.buyer)
    link = PilotThemeFactory(pilot=pilot, theme=away)

    assert away not in client.get(page("theme-add", pilot)).context["form"].fields["theme"].queryset
    assert away in client.get(page("theme-change", pilot, link.pk)).context["form"].fields["theme"].queryset
