"""The page with figures: each chart with its table, for who may see its rows."""

import datetime as dt

import pytest
from defusedxml.ElementTree import fromstring
from django.urls import reverse
from django.utils.timezone import localdate as today

from pilots.models import Phase
from tests.factories.pilots import (
    KpiFactory,
    MilestoneFactory,
    PilotCoreValueFactory,
    PilotFactory,
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

PAGE = reverse("overview:charts")
YEAR = dt.timedelta(days=365)
STRATEGY = [f"strategy.view_{noun}" for noun in ("strategy", "corevalue", "theme", "goal", "indicator", "measurement")]
PILOTS = [f"pilots.view_{noun}" for noun in ("pilot", "kpi", "result", "milestone")]


@pytest.fixture
def strategy(db):
    return StrategyFactory(is_current=True)


@pytest.fixture
def theme(strategy):
    return ThemeFactory(strategy=strategy, name="Circulair")


def found(client):
    return {chart.name: chart for chart in client.get(PAGE).context["charts"]}


def indicator_on_its_way(theme, value):
    indicator = IndicatorFactory(
        goal=GoalFactory(theme=theme),
        unit="%",
        baseline=0,
        baseline_on=today() - YEAR,
        target=100,
        target_on=today() + YEAR,
    )
    MeasurementFactory(indicator=indicator, value=value, on=today())
    return indicator


def test_goals_by_status(client, login, theme):
    login(*STRATEGY)
    indicator_on_its_way(theme, 60)
    indicator_on_its_way(theme, 10)
    GoalFactory(theme=theme)

    chart = found(client)["doelen-per-thema"]

    assert chart.summary == "1 van de 3 doelen liggen op koers."
    assert chart.columns == ["Thema", "Op koers", "Achter", "Verouderde meting", "Zonder meting"]
    assert chart.rows == [["Circulair", 1, 1, 0, 1]]


def test_the_trajectory_of_an_indicator(client, login, theme):
    login(*STRATEGY)
    indicator = indicator_on_its_way(theme, 60)
    IndicatorFactory(goal=indicator.goal, baseline=None, baseline_on=None)

    trajectories = {name: chart for name, chart in found(client).items() if name.startswith("verloop")}

    assert list(trajectories) == [f"verloop-{indicator.pk}"]
    [chart] = trajectories.values()
    assert "Laatst gemeten: 60%" in chart.summary
    assert [row[1:] for row in chart.rows] == [["0", "–"], ["100", "–"], ["–", "60"]]


def test_running_pilots_by_phase(client, login, theme):
    login("pilots.view_pilot", "strategy.view_theme")
    for phase in (Phase.TENDER, Phase.TENDER, Phase.IDEA):
        PilotThemeFactory(theme=theme, pilot=PilotFactory(phase=phase))

    assert found(client)["pilots-per-fase"].rows == [["Circulair", 1, 0, 0, 2, 0, 0]]


def test_themes_and_values_that_come_together(client, login, theme):
    login("pilots.view_pilot", "strategy.view_theme", "strategy.view_corevalue")
    value = CoreValueFactory(strategy=theme.strategy, name="Verbinden", position=1)
    CoreValueFactory(strategy=theme.strategy, name="Ruimte", position=2)
    pilot = PilotFactory()
    PilotThemeFactory(pilot=pilot, theme=theme)
    PilotCoreValueFactory(pilot=pilot, core_value=value)

    chart = found(client)["themas-en-waarden"]

    assert chart.columns == ["Thema", "Verbinden", "Ruimte"]
    assert chart.rows == [["Circulair", 1, 0]]


def test_asked_and_realised(client, login, strategy):
    login(*PILOTS)
    kpi = KpiFactory(pilot__name="Sloop", name="Hergebruik", unit="%", asked=80)
    ResultFactory(kpi=kpi, value=97)
    ResultFactory(kpi=KpiFactory(pilot=kpi.pilot, name="Social return", unit="%", asked=5), value=4)
    KpiFactory(pilot=kpi.pilot, name="Zonder resultaat", asked=5)

    chart = found(client)["gevraagd-en-gerealiseerd"]

    assert chart.summary == "1 van de 2 KPI’s kwamen uit zoals gevraagd of beter."
    assert chart.rows == [
        ["Sloop", "Hergebruik", "hoger is beter", "80%", "97%"],
        ["Sloop", "Social return", "hoger is beter", "5%", "4%"],
    ]


def test_the_milestones_of_running_pilots(client, login, strategy):
    login(*PILOTS)
    pilot = PilotFactory(name="Bermen")
    MilestoneFactory(pilot=pilot, name="Gedaan", due_on=today() - YEAR, done_on=today())
    MilestoneFactory(pilot=pilot, name="Te laat", due_on=today() - dt.timedelta(days=1))
    MilestoneFactory(pilot=pilot, name="Komt nog", due_on=today())

    chart = found(client)["tijdlijn"]

    assert [(row[1], row[3]) for row in chart.rows] == [
        ("Gedaan", "gedaan"),
        ("Te laat", "te laat"),
        ("Komt nog", "komt nog"),
    ]


def test_who_sees_no_rows_sees_no_chart(client, login, theme):
    login("pilots.view_pilot", "strategy.view_theme")
    indicator = indicator_on_its_way(theme, 60)
    MilestoneFactory()

    assert found(client) == {}
    for name in ("doelen-per-thema", "tijdlijn", f"verloop-{indicator.pk}", "bestaat-niet", "verloop-x"):
        assert client.get(reverse("overview:chart", args=[name])).status_code == 404
    login()
    assert client.get(PAGE).status_code == 403


def test_without_rows_the_page_says_where_figures_come_from(client, login, strategy):
    login(is_superuser=True)

    assert "Er zijn nog geen cijfers." in client.get(PAGE).content.decode()


def test_every_chart_of_the_page_has_its_picture(client, login, theme):
    login(is_superuser=True)
    indicator_on_its_way(theme, 60)
    PilotThemeFactory(theme=theme, pilot=MilestoneFactory().pilot)

    charts = found(client)

    assert len(charts) == 4
    for name, chart in charts.items():
        answer = client.get(reverse("overview:chart", args=[name]))
        assert answer["Content-Type"] == "image/svg+xml; charset=utf-8"
        assert fromstring(answer.content.decode())[1].text == chart.summary


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_needs_the_same_queries_for_any_number(client, login, theme, number, django_assert_num_queries):
    login(is_superuser=True)
    for _ in range(number):
        indicator_on_its_way(theme, 60)
        pilot = PilotFactory()
        MilestoneFactory(pilot=pilot)
        PilotThemeFactory(theme=theme, pilot=pilot)
        ResultFactory(kpi=KpiFactory(pilot=pilot, asked=5), value=4)
    client.get(PAGE)

    with django_assert_num_queries(16):
        client.get(PAGE)


def test_the_pictures_do_not_wait_until_somebody_looks(client, login, theme):
    """On paper nobody scrolls: a picture that waits for that is missing."""
    login(*STRATEGY)
    indicator_on_its_way(theme, 60)

    page = client.get(PAGE).text

    assert page.count('class="chart-picture"') == len(found(client)) == 2
    assert 'loading="lazy"' not in page
