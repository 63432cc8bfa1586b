import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from pilots.models import Phase, Standing
from tests.factories.pilots import (
    KpiFactory,
    LessonFactory,
    MilestoneFactory,
    PilotFactory,
    PilotThemeFactory,
    ResultFactory,
)
from tests.factories.strategy import (
    ActionFactory,
    CoreValueFactory,
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    StrategyFactory,
    ThemeFactory,
)
from tests.factories.workshops import (
    ContributionFactory,
    HarvestFactory,
    OutcomeFactory,
    PulseAnswerFactory,
    PulseFactory,
)
from workshops.actions import close_pulse

STRATEGY = [
    f"strategy.view_{noun}" for noun in ("strategy", "corevalue", "theme", "goal", "indicator", "measurement", "action")
]
YEAR = dt.timedelta(days=365)
PILOTS = ["pilots.view_pilot", "pilots.view_milestone", "pilots.view_lesson"]


@pytest.fixture
def strategy(db):
    return StrategyFactory(title="Onze strategie", is_current=True)


@pytest.fixture
def theme(strategy):
    return ThemeFactory(strategy=strategy, name="Circulair")


def overview(client):
    return client.get(reverse("overview:dashboard"))


def lines(response):
    return [(item.text, item.urgent) for item in response.context["attention"]]


def test_an_empty_site_says_where_to_begin(client, login):
    login("strategy.view_strategy", "strategy.add_strategy", "workshops.add_series", "pilots.add_pilot")

    page = overview(client)

    assert [str(step) for step, _url, _note in page.context["first_steps"]] == [
        "Begin met de strategie",
        "Bereid de eerste werksessie voor",
        "Pilot toevoegen",
    ]


def test_who_may_read_nothing_is_told_so(client, login, strategy):
    PilotFactory()
    login()

    page = overview(client)

    assert "Hier staat nog niets dat u mag lezen." in page.content.decode()
    assert "Onze strategie" not in page.content.decode()
    parts = ("core_values", "themes", "goals", "goal_figures", "action_figures", "pilots", "pilot_figures")
    assert [part for part in parts if part in page.context] == []
    assert page.context["attention"] == []


def test_goals_are_counted_by_how_they_go(client, login, theme):
    today = timezone.localdate()
    line = {"baseline": 0, "baseline_on": today - YEAR, "target": 100, "target_on": today + YEAR}
    for value in (90, 80, 1):
        MeasurementFactory(indicator=IndicatorFactory(goal=GoalFactory(theme=theme), **line), on=today, value=value)
    GoalFactory(theme=theme)
    GoalFactory()  # of another strategy
    login(*STRATEGY)

    page = overview(client)

    assert page.context["goal_figures"] == {"on_track": 2, "behind": 1, "unmeasured": 1, "stale": 0, "total": 4}
    assert "2 van 4" in page.content.decode()


def test_only_an_owner_who_said_yes_counts(client, login, theme):
    user = login(*STRATEGY)
    ActionFactory(theme=theme, owner=user, owner_status="accepted", answered_at=timezone.now())
    ActionFactory(theme=theme, owner=user, owner_status="offered")
    ActionFactory(theme=theme, status="dropped")

    page = overview(client)

    assert page.context["action_figures"] == {"total": 2, "accepted": 1, "share": 50}


def test_running_pilots_are_counted_by_phase(client, login):
    login(*PILOTS)
    for phase in (Phase.TENDER, Phase.TENDER, Phase.IDEA):
        PilotFactory(phase=phase)
    PilotFactory(standing=Standing.PARKED, revisit_on=dt.date(2999, 1, 1))

    figures = overview(client).context["pilot_figures"]

    assert figures["running"] == 3
    assert [(part["phase"], part["number"]) for part in figures["phases"]] == [(Phase.IDEA, 1), (Phase.TENDER, 2)]
    assert [(part["standing"], part["number"]) for part in figures["others"]] == [(Standing.PARKED, 1)]


def test_the_columns_run_from_story_to_result(client, login, strategy, theme):
    value = CoreValueFactory(strategy=strategy)
    harvest = HarvestFactory(contribution=ContributionFactory())
    HarvestFactory(cluster=harvest.cluster, contribution=ContributionFactory(is_hidden=True))
    OutcomeFactory(cluster=harvest.cluster, core_value=value)
    GoalFactory(theme=theme, statement="Een doel")
    pilot = PilotFactory(name="Een pilot")
    PilotThemeFactory(pilot=pilot, theme=theme)
    MilestoneFactory(pilot=pilot, name="Gunning", due_on=dt.date(2999, 1, 1))
    ResultFactory(kpi=KpiFactory(pilot=pilot, name="Hergebruik", asked=80), value="97.5")
    login(*STRATEGY, *PILOTS)

    page = overview(client)

    words = " ".join(page.content.decode().split())
    assert [value.stories for value in page.context["core_values"]] == [1]
    assert "uit 1 verhaal" in words
    assert "Gunning · 1 januari 2999" in words
    assert "Hergebruik: 97,5% · gevraagd 80%" in words


def test_a_buyer_sees_own_pilots_first(client, login):
    user = login(*PILOTS)
    mine = PilotFactory(buyer=user, standing=Standing.COMPLETED)
    running = PilotFactory()
    PilotFactory(standing=Standing.STOPPED)

    assert list(overview(client).context["pilots"])[:2] == [mine, running]


def test_attention_names_what_is_late_unowned_and_unmeasured(client, login, strategy, theme):
    user = login(*STRATEGY, *PILOTS)
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    ActionFactory(theme=theme, title="Tellen", owner=user, owner_status="offered")
    ActionFactory(theme=theme, title="Bellen", ends_on=yesterday)
    IndicatorFactory(goal=GoalFactory(theme=theme, statement="Meer"), name="Aandeel")
    MilestoneFactory(name="Consultatie", due_on=yesterday - dt.timedelta(days=5))
    MilestoneFactory(pilot=PilotFactory(buyer=user), name="Gunning", due_on=yesterday)
    PilotFactory(name="Weg", standing=Standing.PARKED, revisit_on=yesterday)
    LessonFactory(pilot=PilotFactory(standing=Standing.STOPPED))

    assert lines(overview(client)) == [
        ("Wilt u eigenaar zijn van actie “Tellen”?", True),
        ("Mijlpaal “Gunning” is 1 dag te laat", True),
        ("Mijlpaal “Consultatie” is 6 dagen te laat", True),
        ("Doel “Meer” heeft geen eigenaar", True),
        ("Actie “Bellen” is 1 dag te laat", False),
        ("Indicator “Aandeel” heeft geen nulmeting", False),
        ("Doel “Meer” heeft nog geen meting", False),
        ("Bekijk “Weg” opnieuw", False),
        ("“Weg” heeft nog geen geleerde les", False),
    ]


def test_a_goal_that_was_measured_long_ago_asks_for_attention(client, login, theme):
    login(*STRATEGY)
    line = {"baseline": 0, "baseline_on": dt.date(2020, 1, 1), "target": 100, "target_on": dt.date(2999, 1, 1)}
    indicator = IndicatorFactory(goal=GoalFactory(theme=theme, statement="Meer"), **line)
    MeasurementFactory(indicator=indicator, on=dt.date(2020, 2, 1), value=50)

    page = overview(client)

    assert ("Doel “Meer” is te lang geleden gemeten", False) in lines(page)
    assert "1 te lang geleden gemeten" in page.content.decode()


def test_attention_counts_what_it_does_not_name(client, login):
    login(*PILOTS)
    for _ in range(5):
        MilestoneFactory(due_on=dt.date(2020, 1, 1))

    found = lines(overview(client))

    assert len(found) == 3
    assert found[-1] == ("Nog 3 mijlpalen te laat", True)


def test_when_all_is_well_it_says_so(client, login, strategy):
    login(*STRATEGY)

    assert "Niets is te laat" in overview(client).content.decode()


def test_the_support_shows_to_who_may_see_it_and_moves_with_each_pulse(client, login, strategy):
    pulse = PulseFactory(series__strategy=strategy)
    later = PulseFactory(series=pulse.series, moment="after", is_example=True)
    PulseAnswerFactory.create_batch(5, pulse=pulse)
    PulseAnswerFactory.create_batch(6, pulse=later, awareness=5, desire=5)
    close_pulse(pulse=pulse, by=None)
    close_pulse(pulse=later, by=None)
    login(*STRATEGY)
    hidden = overview(client)
    login(*STRATEGY, "workshops.view_pulse")

    text = " ".join(overview(client).content.decode().split())

    assert "support" not in hidden.context
    assert f'<a href="{later.get_absolute_url()}">3,8 van 5</a>' in text
    assert "6 antwoorden" in text
    assert "+0,8 sinds de eerste keer" in text


@pytest.mark.parametrize("number", [1, 3])
def test_the_overview_takes_as_many_queries_for_any_number_of_rows(
    client, login, strategy, number, django_assert_num_queries
):
    user = login(*STRATEGY, *PILOTS)
    for _ in range(number):
        CoreValueFactory(strategy=strategy)
        theme = ThemeFactory(strategy=strategy)
        ActionFactory(theme=theme, owner=user, owner_status="offered", ends_on=dt.date(2020, 1, 1))
        MeasurementFactory(indicator=IndicatorFactory(goal=GoalFactory(theme=theme)))
        pilot = PilotFactory(buyer=user)
        PilotThemeFactory(pilot=pilot, theme=theme)
        MilestoneFactory(pilot=pilot, due_on=dt.date(2020, 1, 1))
        ResultFactory(kpi=KpiFactory(pilot=pilot))
        PilotFactory(standing=Standing.STOPPED)

    with django_assert_num_queries(22):
        page = overview(client)

    assert len(page.context["goals"]) == number
