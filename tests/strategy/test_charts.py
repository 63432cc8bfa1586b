"""Small charts of indicators."""

import datetime as dt

import pytest
from django.urls import reverse

from strategy.charts import chart, courses
from strategy.models import Indicator, Rollup
from tests.factories.pilots import ResultFactory
from tests.factories.strategy import (
    GoalFactory,
    IndicatorFactory,
    InterimTargetFactory,
    MeasurementFactory,
    StrategyFactory,
)

pytestmark = pytest.mark.django_db


def drawn(indicator):
    found = Indicator.objects.with_values().get(pk=indicator.pk)
    return chart(found, courses([found]).get(found.pk, ""))


def complete(**fields):
    facts = {"baseline": 10, "baseline_on": dt.date(2025, 1, 1), "target": 50, "target_on": dt.date(2027, 1, 1)}
    return IndicatorFactory(**({"name": "Hergebruik"} | facts | fields))


def test_a_chart_runs_from_baseline_over_interim_targets_to_target():
    indicator = complete()
    InterimTargetFactory(indicator=indicator, on=dt.date(2026, 1, 1), value=20)
    MeasurementFactory(indicator=indicator, on=dt.date(2026, 1, 1), value=30)
    MeasurementFactory(indicator=indicator, on=dt.date(2025, 1, 1), value=10)

    svg = drawn(indicator)

    assert '<polyline class="chart__asked" points="6.0,90.0 160.0,69.0 314.0,6.0"/>' in svg
    assert '<polyline class="chart__measured" points="6.0,90.0 160.0,48.0"/>' in svg
    assert '<circle class="chart__last" cx="160.0" cy="48.0" r="4"/>' in svg


def test_a_chart_is_told_to_who_does_not_see_it():
    indicator = complete(name="<b>Hergebruik</b>")
    MeasurementFactory(indicator=indicator, on=dt.date(2026, 1, 1), value="30.5")

    assert (
        'aria-label="&lt;b&gt;Hergebruik&lt;/b&gt;; nulmeting 10% op 1 januari 2025; '
        'laatste waarde 30,5% op 1 januari 2026; streefwaarde 50% op 1 januari 2027"'
    ) in drawn(indicator)


@pytest.mark.parametrize("days", [[], [dt.date(2026, 1, 1)]])
def test_without_two_days_there_is_no_chart(days):
    indicator = IndicatorFactory()
    for day in days:
        MeasurementFactory(indicator=indicator, on=day)

    assert drawn(indicator) == ""


def test_measurements_alone_make_a_flat_line_in_the_middle_of_nothing():
    indicator = IndicatorFactory(name="Hergebruik")
    for month in (1, 2):
        MeasurementFactory(indicator=indicator, on=dt.date(2026, month, 1), value=5)

    svg = drawn(indicator)

    assert 'points="6.0,90.0 314.0,90.0"' in svg
    assert 'aria-label="Hergebruik; laatste waarde 5% op 1 februari 2026"' in svg


def test_of_a_rollup_the_value_of_now_is_drawn():
    indicator = complete(rollup=Rollup.SUM, unit="ton")
    ResultFactory(kpi__indicator=indicator, kpi__unit="ton", on=dt.date(2026, 1, 1), value=50)
    waiting = complete(rollup=Rollup.SUM, unit="ton", goal=indicator.goal, name="Nog niets")

    assert '<polyline class="chart__measured" points="160.0,6.0"/>' in drawn(indicator)
    assert '<polyline class="chart__measured" points=""/></svg>' in drawn(waiting)


def test_a_permanent_link_has_no_thousands_in_it(client, login):
    login("strategy.view_strategy", "strategy.view_goal")
    goal = GoalFactory(pk=1623, theme__strategy=StrategyFactory(is_current=True))
    indicator = IndicatorFactory(pk=12345, goal=goal)

    document, page = (client.get(url).text for url in (reverse("strategy:strategy"), goal.get_absolute_url()))

    assert 'id="goal-1623"' in document
    assert 'id="indicator-12345"' in page
    assert indicator.get_absolute_url().endswith("#indicator-12345")


def test_the_document_draws_the_indicators_and_says_where_each_goal_stands(client, login):
    login("strategy.view_strategy")
    indicator = complete(goal__theme__strategy=StrategyFactory(is_current=True))
    MeasurementFactory(indicator=indicator, on=dt.date(2026, 1, 1), value=5)

    page = client.get(reverse("strategy:strategy")).content.decode()

    assert '<svg class="chart"' in page
    assert "5% op 1 januari 2026, terwijl toen 30% nodig was." in page
    assert f'<a href="#theme-{indicator.goal.theme.pk}">' in page
    assert f'id="goal-{indicator.goal.pk}"' in page
