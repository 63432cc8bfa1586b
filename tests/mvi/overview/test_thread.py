import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from mvi.overview.thread import reading
from mvi.overview.thread.drawing import GAP_X, WIDTH, draw
from mvi.overview.thread.graph import Column, Knot, Thread
from pilots.models import Phase, Standing
from tests.factories.pilots import (
    KpiFactory,
    LessonFactory,
    PilotCoreValueFactory,
    PilotFactory,
    PilotGoalFactory,
    PilotThemeFactory,
    ResultFactory,
)
from tests.factories.strategy import (
    CoreValueFactory,
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    StrategyFactory,
    ThemeFactory,
)
from tests.factories.workshops import (
    ClusterFactory,
    ContributionFactory,
    HarvestFactory,
    OutcomeFactory,
    SeriesFactory,
    SessionFactory,
)

STRATEGY = [f"strategy.view_{noun}" for noun in ("strategy", "theme", "corevalue", "goal", "indicator", "measurement")]
WORKSHOPS = [f"workshops.view_{noun}" for noun in ("cluster", "outcome", "contribution")]
PILOTS = [f"pilots.view_{noun}" for noun in ("pilot", "kpi", "result", "lesson")]
EVERYTHING = [*STRATEGY, *WORKSHOPS, *PILOTS]


@pytest.fixture
def case(db):
    """One thread from story to lesson, and beside it a value that nobody told of."""
    strategy = StrategyFactory(is_current=True)
    session = SessionFactory(series=SeriesFactory(strategy=strategy))
    cluster = ClusterFactory(session=session, name="Niets weggooien")
    HarvestFactory(cluster=cluster, contribution=ContributionFactory(session=session, text="Er was eens een klinker."))
    HarvestFactory(cluster=cluster, contribution=ContributionFactory(session=session, text="Geheim.", is_hidden=True))
    theme = ThemeFactory(strategy=strategy, name="Circulair")
    OutcomeFactory(cluster=cluster, core_value=None, theme=theme)
    CoreValueFactory(strategy=strategy, name="Ruimte")
    today = timezone.localdate()
    year = dt.timedelta(days=365)
    line = {"baseline": 0, "baseline_on": today - year, "target": 40, "target_on": today + year}
    goal = GoalFactory(theme=theme, statement="De helft is oud")
    MeasurementFactory(indicator=IndicatorFactory(goal=goal, **line), on=today, value=21)
    pilot = PilotFactory(name="Sloop", slug="sloop", standing=Standing.COMPLETED, phase=Phase.EVALUATION)
    PilotThemeFactory(pilot=pilot, theme=theme)
    PilotGoalFactory(pilot=pilot, goal=goal)
    ResultFactory(kpi=KpiFactory(pilot=pilot, name="Hergebruik", asked=80), value=97)
    LessonFactory(pilot=pilot, title="Bel eerst")
    return {"theme": theme, "goal": goal, "pilot": pilot, "cluster": cluster}


def labels(response):
    return {
        column.name: [knot.label for knot in knots] for column, knots in response.context["thread"].columns().items()
    }


def test_the_thread_runs_from_cluster_to_lesson(client, login, case):
    login(*EVERYTHING)

    page = client.get(reverse("overview:thread"))

    assert labels(page) == {
        "CLUSTER": ["Niets weggooien"],
        "AIM": ["Ruimte", "Circulair"],
        "GOAL": ["De helft is oud"],
        "PILOT": ["Sloop"],
        "RESULT": ["Hergebruik: 97%"],
        "LESSON": ["Bel eerst"],
    }
    ties = page.context["thread"].after
    assert ties["theme", case["theme"].pk] == [("goal", case["goal"].pk)]  # not straight to the pilot: the goal does
    assert ties["goal", case["goal"].pk] == [("pilot", case["pilot"].pk)]
    assert [knot.note for knot in page.context["thread"].knots.values() if knot.column == Column.GOAL] == [
        "21% · op koers"
    ]
    assert page.content.decode().count("<rect") == 2 * 7


def test_from_one_knot_it_runs_both_ways_with_each_story(client, login, case):
    login(*EVERYTHING)

    page = client.get(reverse("overview:thread-from-goal", args=[case["goal"].pk]))

    assert labels(page)["STORY"] == ["Er was eens een klinker."]
    assert labels(page)["AIM"] == ["Circulair"]
    assert labels(page)["LESSON"] == ["Bel eerst"]
    assert page.context["focus"].label == "De helft is oud"


@pytest.mark.parametrize("kind", ["theme", "goal", "pilot", "cluster"])
def test_it_can_be_read_from_any_knot(client, login, case, kind):
    login(*EVERYTHING)

    page = client.get(reverse(f"overview:thread-from-{kind}", args=[case[kind].pk]))

    assert labels(page)["PILOT"] == ["Sloop"]
    assert page.context["gaps"] == []


@pytest.mark.parametrize("kind", ["theme", "goal", "pilot", "cluster", "core-value", "story"])
def test_what_does_not_exist_is_not_found(client, login, case, kind):
    login(*EVERYTHING)

    assert client.get(reverse(f"overview:thread-from-{kind}", args=[99_999])).status_code == 404


def test_gaps_are_named(client, login, case):
    theme = case["theme"]
    GoalFactory(theme=theme, statement="Geen mens weet het")
    ClusterFactory(session=case["cluster"].session, name="Papier")
    stopped = PilotFactory(name="Weg", standing=Standing.STOPPED, phase=Phase.EXECUTION)
    PilotThemeFactory(pilot=stopped, theme=theme)
    login(*EVERYTHING)

    page = client.get(reverse("overview:thread"))

    assert {knot.label: knot.gap for knot in page.context["gaps"]} == {
        "Papier": "werd nog niets",
        "Ruimte": "niemand vertelde erover",
        "Geen mens weet het": "nog geen meting · nog geen pilot",
        "Weg": "nog geen doel · nog geen resultaat · nog geen les",
    }


@pytest.mark.parametrize(
    ("permissions", "columns"),
    [
        (["strategy.view_strategy", "strategy.view_theme"], ["AIM"]),
        (STRATEGY, ["AIM", "GOAL"]),
        ([*STRATEGY, *WORKSHOPS], ["CLUSTER", "AIM", "GOAL"]),
        ([*STRATEGY, "pilots.view_pilot"], ["AIM", "GOAL", "PILOT"]),
    ],
)
def test_only_what_the_user_may_see_is_in_it(client, login, case, permissions, columns):
    login(*permissions)

    assert list(labels(client.get(reverse("overview:thread")))) == columns


def test_a_knot_that_the_user_may_not_see_is_refused(client, login, case):
    login(*STRATEGY)

    assert client.get(reverse("overview:thread-from-pilot", args=[case["pilot"].pk])).status_code == 403


def test_what_is_not_tied_yet_says_so(client, login, case):
    login(*EVERYTHING)

    page = client.get(reverse("overview:thread-from-pilot", args=[PilotFactory().pk]))

    assert "Dit is nog nergens aan de strategie verbonden." in page.content.decode()


def test_the_pages_of_rows_lead_to_their_thread(client, login, case):
    login(*EVERYTHING)

    for row in (case["theme"], case["goal"], case["pilot"]):
        assert "/rode-draad/" in client.get(row.get_absolute_url()).content.decode()


def test_before_there_is_a_strategy_it_says_how_it_begins(client, login):
    login(*EVERYTHING)

    assert "Er is nog geen draad." in client.get(reverse("overview:thread")).content.decode()
    page = client.get(reverse("overview:thread-from-pilot", args=[PilotFactory().pk]))
    assert page.context["thread"] is None


def test_a_value_that_shows_in_a_pilot_is_tied_to_it(client, login, case):
    value = CoreValueFactory(strategy=case["theme"].strategy, name="Daadkracht")
    PilotCoreValueFactory(pilot=case["pilot"], core_value=value)
    login(*EVERYTHING)

    page = client.get(reverse("overview:thread-from-core-value", args=[value.pk]))

    assert labels(page)["PILOT"] == ["Sloop"]


def test_too_many_pilots_are_cut_but_never_the_one_asked_for(client, login, case, monkeypatch):
    monkeypatch.setattr(reading, "PILOTS_SHOWN", 2)
    for number in range(3):
        PilotThemeFactory(pilot=PilotFactory(name=f"Nieuw {number}"), theme=case["theme"])
    login(*EVERYTHING)

    whole = client.get(reverse("overview:thread"))
    focused = client.get(reverse("overview:thread-from-pilot", args=[case["pilot"].pk]))

    assert (len(labels(whole)["PILOT"]), "Niet elke pilot staat hier" in whole.content.decode()) == (2, True)
    assert labels(focused)["PILOT"] == ["Sloop"]


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_as_many_queries_for_any_number_of_rows(client, login, case, number, django_assert_num_queries):
    for name in range(number):
        pilot = PilotFactory(name=f"Pilot {name}")
        PilotGoalFactory(pilot=pilot, goal=GoalFactory(theme=case["theme"], statement=f"Doel {name}"))
        ResultFactory(kpi=KpiFactory(pilot=pilot))
        LessonFactory(pilot=pilot)
        OutcomeFactory(
            cluster=ClusterFactory(session=case["cluster"].session), core_value=None, pilot=pilot, canvas_field="need"
        )
    login(*EVERYTHING)

    with django_assert_num_queries(18):
        page = client.get(reverse("overview:thread"))

    assert len(labels(page)["PILOT"]) == number + 1


def knot(number, column, label="x", **fields):
    return Knot(("x", number), column, label, "/", **fields)


def test_boxes_stand_in_columns_and_never_overlap():
    thread = Thread()
    thread.add([knot(0, Column.AIM), knot(1, Column.GOAL), knot(2, Column.GOAL, "Een lang doel " * 9, gap="geen")])
    thread.tie([(("x", 0), ("x", 1)), (("x", 0), ("x", 2)), (("x", 0), ("x", 2)), (("x", 0), ("x", 7))])

    drawing = draw(thread)

    first, second, third = drawing.boxes
    assert (first.x, second.x, third.x) == (0, WIDTH + GAP_X, WIDTH + GAP_X)
    assert second.y + second.height < third.y
    assert [kind for _y, _text, kind in third.lines] == ["label", "label", "label", "gap"]
    assert third.lines[2][1].endswith("…")
    assert len(drawing.ties) == 2


def test_a_knot_met_twice_in_the_list_is_written_out_once():
    thread = Thread()
    thread.add([knot(0, Column.AIM), knot(1, Column.AIM), knot(2, Column.GOAL)])
    thread.tie([(("x", 0), ("x", 2)), (("x", 1), ("x", 2))])

    assert [[branch["repeated"] for branch in root["branches"]] for root in thread.branches()] == [[False], [True]]
