import datetime as dt

import pytest

from mvi.overview.progress import Progress, goals_with_progress, indicators_with_progress
from strategy.models import Direction, Rollup
from tests.factories.pilots import KpiFactory, ResultFactory
from tests.factories.strategy import GoalFactory, IndicatorFactory, MeasurementFactory

pytestmark = pytest.mark.django_db

NEW_YEAR, SUMMER, END = dt.date(2026, 1, 1), dt.date(2026, 7, 2), dt.date(2026, 12, 31)
LINE = {"baseline": 0, "baseline_on": NEW_YEAR, "target": 100, "target_on": END}  # half way on 2 July


def judged(indicator):
    return indicators_with_progress().get(pk=indicator.pk)


@pytest.mark.parametrize(("value", "progress"), [(50, Progress.ON_TRACK), ("49.9", Progress.BEHIND)])
def test_a_measurement_is_held_against_the_straight_line_to_the_target(value, progress):
    indicator = IndicatorFactory(**LINE)
    MeasurementFactory(indicator=indicator, on=dt.date(2026, 3, 1), value=1)
    MeasurementFactory(indicator=indicator, on=SUMMER, value=value)

    assert (judged(indicator).progress, judged(indicator).expected) == (progress, 50)
    assert goals_with_progress().get().progress == progress


@pytest.mark.parametrize(("value", "progress"), [(50, Progress.ON_TRACK), ("50.1", Progress.BEHIND)])
def test_lower_can_be_better(value, progress):
    indicator = IndicatorFactory(**LINE | {"baseline": 100, "target": 0, "direction": Direction.DOWN})
    MeasurementFactory(indicator=indicator, on=SUMMER, value=value)

    assert judged(indicator).progress == progress


@pytest.mark.parametrize(("day", "expected"), [(dt.date(2025, 6, 1), 0), (NEW_YEAR, 0), (dt.date(2027, 6, 1), 100)])
def test_before_the_baseline_and_after_the_target_the_line_is_flat(day, expected):
    indicator = IndicatorFactory(**LINE)
    MeasurementFactory(indicator=indicator, on=day, value=99)

    assert judged(indicator).expected == expected


def test_without_a_baseline_only_the_target_itself_counts():
    indicator = IndicatorFactory(target=5, target_on=END)
    MeasurementFactory(indicator=indicator, on=SUMMER, value="4.9")

    assert judged(indicator).progress == Progress.BEHIND


@pytest.mark.parametrize("fields", [LINE, {}], ids=["no measurement", "no target"])
def test_what_cannot_be_compared_is_not_judged(fields):
    indicator = IndicatorFactory(**fields)
    if not fields:
        MeasurementFactory(indicator=indicator, value=5)

    assert judged(indicator).progress == Progress.UNMEASURED
    assert goals_with_progress().get().progress == Progress.UNMEASURED


def test_one_indicator_that_is_behind_keeps_its_goal_behind():
    goal = GoalFactory()
    for value in (10, 90):
        MeasurementFactory(indicator=IndicatorFactory(goal=goal, **LINE), on=SUMMER, value=value)

    assert goals_with_progress().get().progress == Progress.BEHIND


@pytest.mark.parametrize(("rollup", "value"), [(Rollup.SUM, 90), (Rollup.MEAN, 45), (Rollup.LATEST, 30)])
def test_an_indicator_can_be_fed_by_the_latest_results_of_pilots(rollup, value):
    indicator = IndicatorFactory(rollup=rollup, **LINE)
    first, second = KpiFactory(indicator=indicator), KpiFactory(indicator=indicator)
    KpiFactory(indicator=indicator)  # nothing realised yet
    ResultFactory(kpi=first, on=dt.date(2026, 2, 1), value=5)
    ResultFactory(kpi=first, on=dt.date(2026, 3, 1), value=60)
    ResultFactory(kpi=second, on=SUMMER, value=30)

    assert (judged(indicator).latest, judged(indicator).latest_on) == (value, SUMMER)
