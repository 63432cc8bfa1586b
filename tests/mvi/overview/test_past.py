"""The overview and the thread as they were, held against what they showed on the day itself."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate as today

from mvi.roles import ROLES
from pilots.models import Milestone, Phase, Pilot, PilotGoal, PilotTheme
from strategy.models import CoreValue, Goal, GoalStatus, Measurement
from tests.factories.pilots import (
    KpiFactory,
    LessonFactory,
    MilestoneFactory,
    PilotFactory,
    PilotGoalFactory,
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
    ClusterFactory,
    ContributionFactory,
    HarvestFactory,
    OutcomeFactory,
    PulseAnswerFactory,
    PulseFactory,
    SeriesFactory,
    SessionFactory,
)
from tests.past import days_pass
from workshops.actions import close_pulse

pytestmark = pytest.mark.django_db
PAGES = [reverse("overview:dashboard"), reverse("overview:thread")]
READER = next(role for role in ROLES if role.key == "executive").permissions


def ago(number):
    return today() - dt.timedelta(days=number)


def facts(page):
    """What a page tells below the banner, without where its links to the thread lead."""
    text = page.content.decode()
    text = text[text.index("</h1>") : text.index("</main>")]
    text = re.sub(
        r"<section[^>]* past\".*?</section>|<details class=\"how past\".*?</details>", "", text, flags=re.DOTALL
    )
    text = re.sub(r"<div class=\"actions\">.*?</div>", "", text, flags=re.DOTALL)
    return re.sub(r"\?op=[\d-]+", "", re.sub(r"\s+", " ", text))


def told(client, day=None):
    return [facts(client.get(path, {"op": str(day)} if day else {})) for path in PAGES]


def build():
    """A thread from story to lesson, with figures for each card."""
    strategy = StrategyFactory(title="Onze strategie", is_current=True)
    series = SeriesFactory(strategy=strategy)
    session = SessionFactory(series=series)
    cluster = ClusterFactory(session=session, name="Niets weggooien")
    HarvestFactory(cluster=cluster, contribution=ContributionFactory(session=session))
    value = CoreValueFactory(strategy=strategy, name="Ruimte")
    OutcomeFactory(cluster=cluster, core_value=value)
    theme = ThemeFactory(strategy=strategy, name="Circulair")
    goal = GoalFactory(theme=theme, statement="De helft is oud")
    line = {"baseline": 0, "baseline_on": ago(900), "target": 40, "target_on": ago(-900)}
    indicator = IndicatorFactory(goal=goal, interval_months=60, unit="ton", **line)
    MeasurementFactory(indicator=indicator, on=ago(100), value=35)
    ActionFactory(theme=theme, title="Bellen")
    pilot = PilotFactory(name="Sloop", slug="sloop")
    PilotThemeFactory(pilot=pilot, theme=theme)
    PilotGoalFactory(pilot=pilot, goal=goal)
    MilestoneFactory(pilot=pilot, name="Gunning", due_on=ago(-300))
    KpiFactory(pilot=pilot, name="Hergebruik", asked=80)
    pulse = PulseFactory(series=series)
    PulseAnswerFactory.create_batch(5, pulse=pulse)


def change(by):
    Goal.objects.update(statement="Alles is oud", status_override=GoalStatus.BEHIND, status_reason="Geen geld.")
    Pilot.objects.update(phase=Phase.EXECUTION, name="Sloop van het bad")
    ResultFactory(kpi=Pilot.objects.get().kpis.get(), value=97)
    close_pulse(pulse=PulseFactory._meta.model.objects.get(), by=by)
    second = ThemeFactory(strategy=StrategyFactory._meta.model.objects.get(), name="Sociaal")
    PilotThemeFactory(pilot=PilotFactory(name="Bermen", slug="bermen"), theme=second)


def remove():
    OutcomeFactory._meta.model.objects.all().delete()
    CoreValue.objects.all().delete()
    Measurement.objects.all().delete()
    PilotGoal.objects.all().delete()
    PilotTheme.objects.filter(theme__name="Sociaal").delete()
    Milestone.objects.all().delete()
    LessonFactory(pilot=Pilot.objects.get(slug="sloop"), title="Bel eerst")


def test_each_day_shows_what_the_pages_showed_then(client, login):
    user = login(*READER, toured_at=timezone.now())
    days_pass(400)  # the history of the lists that come with the application
    build()
    first = told(client)
    days_pass(30)
    change(user)
    second = told(client)
    days_pass(30)
    remove()
    third = told(client)

    assert len({*first, *second, *third}) == 6
    assert told(client, ago(60)) == told(client, ago(31)) == first
    assert told(client, ago(30)) == told(client, ago(1)) == second
    assert told(client) == told(client, today()) == third


def test_a_banner_says_which_day_it_is_and_leads_back(client, login):
    login(*READER, "pilots.add_pilot")
    StrategyFactory(is_current=True)
    days_pass(10)

    for path in PAGES:
        page = client.get(path, {"op": str(ago(5))}).content.decode()
        assert "U kijkt terug" in page
        assert '<a href="?">Terug naar vandaag</a>' in page
        assert "U kijkt terug" not in client.get(path).content.decode()
        assert "U kijkt terug" not in client.get(path, {"op": str(today())}).content.decode()
    assert reverse("pilots:pilot-add") not in client.get(PAGES[0], {"op": str(ago(5))}).content.decode()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("day", "message"),
    [
        (str(ago(-1)), "Niemand weet nog"),
        ("1999-12-31", "is niet bekend: de geschiedenis begint op"),
        ("gisteren", "Voer een geldige datum in."),
    ],
    ids=["to come", "before the history", "no day"],
)
def test_a_day_that_nobody_knows_is_refused_in_words(client, login, path, day, message):
    login(*READER)
    StrategyFactory(title="Onze strategie", is_current=True)

    page = client.get(path, {"op": day}).content.decode()

    assert message in page
    assert "Deze pagina laat zien hoe het nu is." in page
    assert "U kijkt terug" not in page


def test_a_day_before_the_first_strategy_says_that_nothing_was_there(client, login):
    login(*READER)
    days_pass(10)
    StrategyFactory(is_current=True)

    overview, thread = (client.get(path, {"op": str(ago(5))}).content.decode() for path in PAGES)

    assert "Op die dag was er nog niets dat u mag lezen." in overview
    assert "Op die dag was er nog geen rode draad." in thread


def test_what_was_late_is_counted_from_that_day(client, login):
    login(*READER)
    MilestoneFactory(name="Gunning", due_on=ago(5), pilot=PilotFactory())
    ActionFactory(title="Bellen", ends_on=ago(5), theme=ThemeFactory(strategy=StrategyFactory(is_current=True)))
    days_pass(20)

    def late(day):
        return [
            item.text for item in client.get(PAGES[0], {"op": str(day)}).context["attention"] if "te laat" in item.text
        ]

    assert late(ago(6)) == []
    assert late(ago(3)) == ["Mijlpaal “Gunning” is 2 dagen te laat", "Actie “Bellen” is 2 dagen te laat"]


def test_who_may_not_read_the_thread_now_cannot_read_that_of_then(client, login):
    login("strategy.view_strategy")

    assert client.get(PAGES[1], {"op": str(today())}).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_looking_back_needs_the_same_queries_for_any_size(client, login, number, django_assert_max_num_queries):
    login(*READER)
    strategy = StrategyFactory(is_current=True)
    for goal in GoalFactory.create_batch(number, theme__strategy=strategy):
        MeasurementFactory(indicator=IndicatorFactory(goal=goal))
        PilotGoalFactory(goal=goal)
    days_pass(2)

    with django_assert_max_num_queries(40) as now:
        client.get(PAGES[0])
    # More are the first day of the history, and the four in which the past begins and ends.
    with django_assert_max_num_queries(len(now) + 5):
        client.get(PAGES[0], {"op": str(ago(1))})
