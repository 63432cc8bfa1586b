"""How long the pages of a large strategy take, beside a bare reading of the same rows in the same run.

The budgets are 100 ms for a page and 300 ms for a comparison, on the server, on a machine that does nothing else. The
best of several rounds counts, and the ratio to the floor says more than the milliseconds.
"""

import datetime as dt
import time

import pytest
from django.db import connection
from django.urls import reverse

from strategy.charts import chart_of
from strategy.models import Action, CoreValue, Goal, Indicator, InterimTarget, Measurement, Theme
from strategy.reading import drawn
from strategy.templatetags.standing import line_of
from strategy.views.quality import READER
from tests.factories.mvi import UserFactory
from tests.factories.strategy import EditionFactory, StrategyFactory, accepted_by

THEMES, GOALS, INDICATORS, MEASUREMENTS = 10, 100, 300, 10_000
ROUNDS = 7
PROSE = "Materiaal houdt zijn waarde, en we weten bij elke sloop en aanleg waar het naartoe gaat. " * 4
TABLES = (
    "strategy_theme",
    "strategy_goal",
    "strategy_indicator",
    "strategy_interimtarget",
    "strategy_measurement",
    "strategy_action",
)


@pytest.fixture
def strategy(db):
    """10 themes, 100 goals, 300 indicators, 10,000 measurements, and two editions."""
    decision = {"status": "adopted", "decided_on": dt.date(2026, 1, 15), "decided_by_body": "council"}
    strategy = StrategyFactory(introduction=PROSE, vision=PROSE, is_current=True, **decision)
    owned = accepted_by(UserFactory())
    for number in range(4):
        CoreValue.objects.create(strategy=strategy, name=f"Waarde {number}", meaning=PROSE, behaviour=PROSE)
    themes = Theme.objects.bulk_create(
        Theme(strategy=strategy, name=f"Thema {number}", ambition=PROSE, position=number, **owned)
        for number in range(THEMES)
    )
    goals = Goal.objects.bulk_create(
        Goal(theme=themes[number % THEMES], statement=f"Doel {number}", explanation=PROSE, year=2029, **owned)
        for number in range(GOALS)
    )
    indicators = Indicator.objects.bulk_create(
        Indicator(
            goal=goals[number % GOALS],
            name=f"Indicator {number}",
            unit="%",
            method=PROSE[:90],
            baseline=10,
            baseline_on=dt.date(2023, 12, 31),
            target=80,
            target_on=dt.date(2029, 12, 31),
        )
        for number in range(INDICATORS)
    )
    InterimTarget.objects.bulk_create(
        InterimTarget(indicator=indicator, on=dt.date(2026, 12, 31), value=40) for indicator in indicators
    )
    Measurement.objects.bulk_create(
        Measurement(
            indicator=indicators[number % INDICATORS],
            on=dt.date(2023, 1, 15) + dt.timedelta(days=30 * (number // INDICATORS)),
            value=10 + number // INDICATORS,
        )
        for number in range(MEASUREMENTS)
    )
    Action.objects.bulk_create(
        Action(theme=themes[number % THEMES], title=f"Actie {number}", ends_on=dt.date(2028, 5, 1), hours=8, **owned)
        for number in range(GOALS)
    )
    EditionFactory(strategy=strategy, number=1)
    for goal in goals[::3]:  # a good part of the text changes between the two
        goal.explanation = goal.explanation.replace("waarde", "betekenis").replace("sloop", "afbraak")
    Goal.objects.bulk_update(goals[::3], ["explanation"])
    Goal.objects.filter(pk__in=[goal.pk for goal in goals[:5]]).update(archived_at=None, statement="Anders gezegd")
    EditionFactory(strategy=strategy, number=2)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return strategy


def best(work):
    """Milliseconds of the quickest of some rounds, after one to warm up."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times[1:])


def bare_reading():
    """All cells of all rows, as plain tuples: nothing that shows them can be quicker."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 -- our own constants
            cursor.fetchall()


def forget_what_was_drawn():
    for remembered in (drawn, chart_of, line_of):
        remembered.cache_clear()


WRITER = [f"strategy.{verb}" for verb in ("add_action", "change_strategy", "change_theme", "change_goal")]
PAGES = {"strategy": 100, "action-plan": 100, "quality": 100, "strategy-compare": 300}


@pytest.mark.usefixtures("as_served")
def test_the_pages_of_a_large_strategy_are_quick(strategy, client, login, capsys):
    login(*READER, *WRITER)  # who may change what stands there gets the most to see
    addresses = {name: reverse(f"strategy:{name}", args=[] if name == "strategy" else [strategy.pk]) for name in PAGES}
    addresses["strategy-compare"] += "?van=1&naar=2"

    floor = best(bare_reading)
    first = best(lambda: (forget_what_was_drawn(), client.get(addresses["strategy"])))
    times = {name: best(lambda address=address: client.get(address)) for name, address in addresses.items()}

    with capsys.disabled():
        print(f"\nbare reading of {MEASUREMENTS} measurements and the rest: {floor:.0f} ms", end="")  # noqa: T201
        print(f"\nstrategy, the first time in a process: {first:.0f} ms", end="")  # noqa: T201
        for name, duration in times.items():
            print(f"\n{name}: {duration:.0f} ms of {PAGES[name]}, {duration / floor:.1f} × bare", end="")  # noqa: T201
    assert {client.get(address).status_code for address in addresses.values()} == {200}
