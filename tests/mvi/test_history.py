"""The page Geschiedenis: who changed which field from what to what, and when."""

import pytest
from django.db import connection
from django.urls import reverse

from mvi.history import changed_fields, changes_of, in_words
from strategy.models import Theme
from tests.factories.mvi import UserFactory
from tests.factories.pilots import DecisionFactory, PilotFactory, PilotThemeFactory, ResultFactory
from tests.factories.strategy import GoalFactory, IndicatorFactory, MeasurementFactory, ThemeFactory
from tests.factories.workshops import HarvestFactory
from tests.forms import post_form


def history(client, row):
    return client.get(reverse("strategy:theme-history", args=[row.pk])).context["entries"]


def test_a_change_is_told_in_the_words_of_the_form(client, login):
    user = login("strategy.view_theme", "strategy.change_theme")
    owner = UserFactory(name="De eigenaar")
    theme = ThemeFactory(name="Energie")

    post_form(
        client,
        reverse("strategy:theme-change", args=[theme.pk]),
        name="Warmte",
        level="2",
        owner=str(owner.pk),
        ambition="X",
    )
    changed, added = history(client, theme)

    assert (changed.by, changed.action) == (user, "Thema “Warmte” gewijzigd")
    assert sorted(changed.changes) == [
        ("Ambitie", "", "X"),
        ("Eigenaar", "", "De eigenaar"),
        ("Eigenaarschap", "geen eigenaar", "aangeboden"),
        ("Naam", "Energie", "Warmte"),
        ("Niveau", "1 · basis", "2 · significant"),
    ]
    assert (added.by, added.action, added.changes) == (None, "Thema “Energie” toegevoegd", [])


def test_what_hangs_on_a_row_is_in_its_history_and_what_hangs_on_that(client, login):
    login("strategy.view_goal")
    measurement = MeasurementFactory(indicator__name="Hergebruik", on="2026-03-01")
    indicator, goal = measurement.indicator, measurement.indicator.goal
    type(measurement).objects.update(value=41)
    indicator.delete()
    MeasurementFactory()  # of another goal

    page = client.get(reverse("strategy:goal-history", args=[goal.pk]))

    assert sorted(entry.action for entry in page.context["entries"]) == [
        f"Doel “{goal.statement}” toegevoegd",
        "Indicator “Hergebruik” toegevoegd",
        "Indicator “Hergebruik” verwijderd",
        "Meting “1 maart 2026” gewijzigd",
        "Meting “1 maart 2026” toegevoegd",
        "Meting “1 maart 2026” verwijderd",
    ]


def test_rows_of_rows_are_in_the_history_of_a_pilot_and_a_session(db):
    result, harvest = ResultFactory(), HarvestFactory()

    assert {event.pgh_obj_model for event in changes_of(result.kpi.pilot)} == {
        "pilots.Kpi",
        "pilots.Pilot",
        "pilots.Result",
    }
    assert {event.pgh_obj_model for event in changes_of(harvest.cluster.session)} == {
        "workshops.Cluster",
        "workshops.Harvest",
        "workshops.Session",
    }


def test_numbers_and_answers_are_written_as_people_do(client, login):
    login("strategy.view_goal")
    indicator = IndicatorFactory(unit="ton")
    type(indicator).objects.filter(pk=indicator.pk).update(target="1480.5", target_on="2029-12-31", may_exceed_100=True)

    page = client.get(reverse("strategy:goal-history", args=[indicator.goal_id]))
    changed = next(entry for entry in page.context["entries"] if entry.changes)

    assert sorted(changed.changes) == [
        ("Mag meer dan 100% zijn", "nee", "ja"),
        ("Streefdatum", "", "31 december 2029"),
        ("Streefwaarde", "", "1.480,5"),
    ]


def test_a_change_by_sql_is_in_the_history_too(client, login):
    login("strategy.view_theme")
    theme = ThemeFactory(name="Energie")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE strategy_theme SET name = 'Water' WHERE id = %s", [theme.pk])

    changed = history(client, theme)[0]

    assert (changed.by, changed.changes) == (None, [("Naam", "Energie", "Water")])


@pytest.mark.parametrize("number", [1, 3])
def test_history_needs_the_same_queries_for_any_length(client, login, number, django_assert_num_queries):
    login("strategy.view_theme")
    theme = ThemeFactory()
    for level in range(1, number + 1):
        Theme.objects.filter(pk=theme.pk).update(owner=UserFactory(), ambition=f"stap {level}")

    with django_assert_num_queries(8):
        entries = history(client, theme)

    assert len(entries) == number + 1


def test_history_is_cut_into_pages(client, login):
    login("strategy.view_theme")
    theme = ThemeFactory()
    for number in range(50):
        Theme.objects.filter(pk=theme.pk).update(ambition=f"stap {number}")
    url = reverse("strategy:theme-history", args=[theme.pk])

    first, second = client.get(url), client.get(url, {"page": "2"})

    assert len(first.context["entries"]) == 50
    assert [entry.action for entry in second.context["entries"]] == [f"Thema “{theme.name}” toegevoegd"]
    assert "Pagina 1 van 2" in first.content.decode()


def test_the_history_of_what_is_not_there_is_not_found(client, login):
    login("strategy.view_theme")

    assert client.get(reverse("strategy:theme-history", args=[1])).status_code == 404


def test_a_field_that_is_gone_since_is_left_out():
    assert list(changed_fields(Theme, {"gone": ("a", "b"), "version": (1, 2), "name": ("a", "b")}, {})) == [
        ("Naam", "a", "b")
    ]


def test_a_row_that_refers_to_a_goal_is_named(client, login):
    login("strategy.view_theme")
    goal = GoalFactory(statement="Minder afval")

    entries = history(client, goal.theme)

    assert "Doel “Minder afval” toegevoegd" in [entry.action for entry in entries]


def test_what_has_no_name_is_known_by_what_it_ties_or_what_sort_it_is(db):
    pilot = PilotFactory(name="Bermen")
    PilotThemeFactory(pilot=pilot, theme__name="Circulair").delete()
    DecisionFactory(pilot=pilot, kind="park")
    gone = PilotThemeFactory(pilot=pilot, theme__name="Energie")
    theme = gone.theme
    gone.delete()
    theme.delete()

    told = {change.action for change in in_words(changes_of(pilot))}

    assert told == {
        "Pilot “Bermen” toegevoegd",
        "Thema van een pilot “Circulair” toegevoegd",
        "Thema van een pilot “Circulair” verwijderd",
        "Thema van een pilot “” toegevoegd",
        "Thema van een pilot “” verwijderd",
        "Besluit “geparkeerd” toegevoegd",
    }
