"""Where goals stand: worked out by strategy/status.py, held against a slow and simple reckoning."""

import datetime as dt
import random
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from mvi.models import AuditEvent
from strategy.actions import set_status
from strategy.models import Direction, Goal, GoalStatus, Indicator, InterimTarget, Rollup
from strategy.status import expected_on, judge, with_status
from tests.factories.mvi import UserFactory
from tests.factories.pilots import KpiFactory, PilotFactory, ResultFactory
from tests.factories.strategy import GoalFactory, IndicatorFactory, MeasurementFactory
from tests.forms import messages_of, post_form

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 7, 1)


def indicator_of_four_years(**fields):
    facts = {"baseline": 10, "baseline_on": dt.date(2025, 1, 1), "target": 50, "target_on": dt.date(2029, 1, 1)}
    return IndicatorFactory(**(facts | fields))


def asked_on(indicator, day):
    return expected_on(Indicator.objects.with_values().get(pk=indicator.pk), day)


def judgement_of(goal, today=TODAY):
    return judge(with_status(Goal.objects.filter(pk=goal.pk), today).get(), today)


@pytest.mark.parametrize(
    ("direction", "target", "value", "status"),
    [
        (Direction.UP, 50, "20.007", GoalStatus.ON_TRACK),
        (Direction.UP, 50, "19.9", GoalStatus.BEHIND),
        (Direction.UP, 50, "90", GoalStatus.ON_TRACK),
        (Direction.DOWN, 2, "8", GoalStatus.ON_TRACK),
        (Direction.DOWN, 2, "8.1", GoalStatus.BEHIND),
    ],
)
def test_a_value_is_compared_with_the_straight_line_on_its_day(direction, target, value, status):
    """A quarter of the way, on 1 January 2026: 365 of 1461 days."""
    indicator = indicator_of_four_years(direction=direction, target=target)
    MeasurementFactory(indicator=indicator, on=dt.date(2026, 1, 1), value=Decimal(value))

    assert judgement_of(indicator.goal).status == status


def test_the_judgement_is_explained_in_figures():
    indicator = indicator_of_four_years()
    MeasurementFactory(indicator=indicator, on=dt.date(2026, 1, 1), value=15)

    judgement = judgement_of(indicator.goal)

    assert judgement.explanation == "15% op 1 januari 2026, terwijl toen 19,99% nodig was."
    assert judgement.indicator == indicator
    assert judgement.label == "achter"


def test_interim_targets_bend_the_line():
    indicator = indicator_of_four_years()
    InterimTarget.objects.create(indicator=indicator, on=dt.date(2028, 1, 1), value=20)
    InterimTarget.objects.create(indicator=indicator, on=dt.date(2026, 1, 1), value=12)

    assert asked_on(indicator, dt.date(2024, 1, 1)) == 10
    assert asked_on(indicator, dt.date(2026, 1, 1)) == 12
    assert asked_on(indicator, dt.date(2027, 1, 1)) == 16
    assert asked_on(indicator, dt.date(2028, 1, 1)) == 20
    assert asked_on(indicator, dt.date(2030, 1, 1)) == 50


def test_an_interim_target_outside_the_period_bends_nothing():
    indicator = indicator_of_four_years()
    InterimTarget.objects.create(indicator=indicator, on=dt.date(2029, 1, 1), value=0)
    InterimTarget.objects.create(indicator=indicator, on=dt.date(2020, 1, 1), value=0)

    assert asked_on(indicator, dt.date(2025, 1, 1)) == 10
    assert asked_on(indicator, dt.date(2029, 1, 1)) == 50


@pytest.mark.parametrize(
    ("measured", "months", "today", "status"),
    [
        (dt.date(2026, 1, 1), 12, dt.date(2027, 1, 8), GoalStatus.ON_TRACK),  # 372 days
        (dt.date(2026, 1, 1), 12, dt.date(2027, 1, 9), GoalStatus.STALE),
        (dt.date(2026, 1, 1), 3, dt.date(2026, 7, 1), GoalStatus.STALE),
        (dt.date(2029, 1, 1), 12, dt.date(2035, 1, 1), GoalStatus.ON_TRACK),  # measured at the end: nothing more to do
    ],
)
def test_a_measurement_grows_stale(measured, months, today, status):
    indicator = indicator_of_four_years(interval_months=months)
    MeasurementFactory(indicator=indicator, on=measured, value=50)

    assert judgement_of(indicator.goal, today).status == status


def test_what_lies_in_the_future_does_not_count_yet():
    indicator = indicator_of_four_years()
    MeasurementFactory(indicator=indicator, on=TODAY + dt.timedelta(days=1), value=50)

    assert judgement_of(indicator.goal).status == GoalStatus.UNMEASURED


@pytest.mark.parametrize(
    ("fields", "explanation"),
    [
        ({}, "Er is nog niets gemeten."),
        ({"target": None, "target_on": None}, "Zonder nulmeting en streefwaarde is er niets te vergelijken."),
    ],
)
def test_without_measurement_or_target_nothing_can_be_said(fields, explanation):
    judgement = judgement_of(indicator_of_four_years(**fields).goal)

    assert (judgement.status, judgement.explanation) == (GoalStatus.UNMEASURED, explanation)


def test_a_goal_stands_as_its_worst_indicator_does():
    goal = GoalFactory()
    said = [judgement_of(goal).explanation]
    for fields, value in (({}, 50), ({"interval_months": 1}, 50), ({"target": None, "target_on": None}, None), ({}, 1)):
        indicator = indicator_of_four_years(goal=goal, **fields)
        if value:
            MeasurementFactory(indicator=indicator, on=dt.date(2026, 1, 1), value=value)
        said.append(judgement_of(goal).status)

    assert said == [
        "Dit doel heeft nog geen indicator.",
        GoalStatus.ON_TRACK,
        GoalStatus.STALE,
        GoalStatus.UNMEASURED,
        GoalStatus.BEHIND,
    ]


def test_a_status_by_hand_needs_a_reason_and_is_audited():
    goal, user = GoalFactory(), UserFactory()

    with pytest.raises(ValidationError) as error:
        set_status(goal=goal, status=GoalStatus.ON_TRACK, reason="  ", by=user)
    set_status(goal=goal, status=GoalStatus.ON_TRACK, reason="De meting volgt in mei.", by=user)
    by_hand = judgement_of(goal)
    set_status(goal=goal, status="", reason="Blijft niet staan", by=user)

    goal.refresh_from_db()
    assert error.value.message_dict == {"reason": ["Zeg waarom de cijfers niet laten zien hoe dit doel ervoor staat."]}
    assert (by_hand.status, by_hand.explanation, by_hand.by_hand) == ("on_track", "De meting volgt in mei.", True)
    assert (judgement_of(goal).by_hand, goal.status_reason) == (False, "")
    assert [event.details["status"] for event in AuditEvent.objects.order_by("pk")] == ["on_track", ""]


def test_the_page_to_say_it_by_hand(client, login):
    login("strategy.change_goal", "strategy.view_goal")
    goal = GoalFactory(statement="Minder afval")
    url = reverse("strategy:goal-status", args=[goal.pk])

    refused = client.post(url, {"status": "behind", "reason": ""})
    saved = client.post(url, {"status": "behind", "reason": "Er is brand geweest."}, follow=True)

    assert refused.context["form"].errors == {
        "reason": ["Zeg waarom de cijfers niet laten zien hoe dit doel ervoor staat."]
    }
    assert messages_of(saved) == ["De stand van “Minder afval” is opgeslagen."]
    assert "Er is brand geweest." in saved.content.decode()
    assert client.get(url).context["form"].initial["status"] == "behind"


def slow_rollup(indicator):
    """The same figure, one row at a time."""
    latest = []
    for kpi in indicator.kpis.all():
        results = sorted(kpi.results.all(), key=lambda result: result.on)
        results = [result for result in results if result.on <= TODAY]
        if kpi.unit == indicator.unit and results:
            latest.append((results[-1].on, kpi.pk, results[-1].value, kpi.pilot.estimate))
    if not latest:
        return None
    values, weights = [row[2] for row in latest], [row[3] for row in latest]
    if indicator.rollup == Rollup.SUM:
        return sum(values)
    if indicator.rollup == Rollup.LATEST:
        return max(latest)[2]
    if all(weights):
        return round(sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights), 3)
    return round(sum(values) / len(values), 3)


def test_of_two_results_of_one_day_that_of_the_newest_kpi_is_the_latest():
    indicator = IndicatorFactory(unit="ton", rollup=Rollup.LATEST)
    for name, value in (("Zand", 3), ("Asfalt", 5)):  # not by name, whatever order lists have
        kpi = KpiFactory(indicator=indicator, unit="ton", name=name, pilot__name=name)
        ResultFactory(kpi=kpi, on=dt.date(2026, 1, 5), value=value)

    assert Indicator.objects.with_values(TODAY).get(pk=indicator.pk).latest_value == 5


@pytest.mark.parametrize("seed", range(6))
def test_the_rollup_in_sql_equals_the_slow_reckoning(seed):
    chance = random.Random(seed)
    for rollup in (Rollup.SUM, Rollup.MEAN, Rollup.LATEST):
        indicator = IndicatorFactory(unit="ton", rollup=rollup)
        MeasurementFactory(indicator=indicator, value=999)  # its own measurements do not count now
        for _ in range(chance.randint(0, 5)):
            estimate = chance.choice([100, 2500]) if seed % 2 else chance.choice([None, 0, 500])
            kpi = KpiFactory(
                indicator=indicator, unit=chance.choice(["ton", "ton", "kg"]), pilot=PilotFactory(estimate=estimate)
            )
            for month in chance.sample(range(1, 13), chance.randint(0, 3)):
                value = Decimal(chance.randint(-5000, 500000)) / 1000
                ResultFactory(kpi=kpi, on=dt.date(2026, month, 3), value=value)

        found = Indicator.objects.with_values(TODAY).get(pk=indicator.pk)

        assert found.latest_value == slow_rollup(indicator)


def test_unlike_units_are_never_added():
    indicator = IndicatorFactory(unit="ton", rollup=Rollup.SUM)
    ResultFactory(kpi__indicator=indicator, kpi__unit="ton", on=dt.date(2026, 1, 5), value=3)
    ResultFactory(kpi__indicator=indicator, kpi__unit="kg", on=dt.date(2026, 2, 5), value=4000)

    found = Indicator.objects.with_values(TODAY).get()

    assert (found.latest_value, found.latest_on) == (3, dt.date(2026, 1, 5))


def test_a_kpi_in_another_unit_cannot_feed_an_indicator():
    indicator = IndicatorFactory(unit="ton", rollup=Rollup.SUM)
    KpiFactory(unit="ton").clean()
    KpiFactory(unit="ton", indicator=indicator).clean()

    with pytest.raises(ValidationError, match="deze KPI is in kg en de indicator in ton"):
        KpiFactory(unit="kg", indicator=indicator).clean()


def test_an_indicator_keeps_the_unit_in_which_pilots_feed_it(client, login):
    login("strategy.change_indicator", "strategy.view_goal")
    indicator = KpiFactory(name="Staal", unit="ton", indicator=IndicatorFactory(unit="ton")).indicator
    url = reverse("strategy:indicator-change", args=[indicator.pk])

    refused = post_form(client, url, unit="kg")
    kept = post_form(client, url, name="Anders")

    assert refused.context["form"].errors == {
        "unit": ["De KPI “Staal” van een pilot voedt deze indicator in ton. Ongelijke eenheden worden nooit opgeteld."]
    }
    assert messages_of(kept) == ["“Anders” is opgeslagen."]


def test_a_goal_page_tells_what_the_pilots_add_up_to(client, login):
    login("strategy.view_goal")
    indicator = indicator_of_four_years(unit="ton", rollup=Rollup.SUM)
    for value in (3, "4.5"):
        ResultFactory(kpi__indicator=indicator, kpi__unit="ton", on=dt.date(2026, 1, 5), value=value)

    assert "7,5\N{NO-BREAK SPACE}ton" in client.get(indicator.goal.get_absolute_url()).content.decode()


def test_add_change_and_remove_an_interim_target(client, login):
    login(*(f"strategy.{verb}_interimtarget" for verb in ("add", "change", "delete")), "strategy.view_goal")
    indicator = indicator_of_four_years()

    added = post_form(
        client, reverse("strategy:interim-target-add", args=[indicator.pk]), on="2027-01-01", value="25,5"
    )
    interim = InterimTarget.objects.get()
    post_form(client, reverse("strategy:interim-target-change", args=[interim.pk]), value="30")
    interim.refresh_from_db()
    removed = client.post(reverse("strategy:interim-target-remove", args=[interim.pk]), follow=True)

    assert "25,5%" in added.content.decode()
    assert interim.value == 30
    assert removed.redirect_chain == [(indicator.get_absolute_url(), 302)]
    assert not InterimTarget.objects.exists()


@pytest.mark.parametrize(
    ("fields", "typed", "errors"),
    [
        ({}, {"on": "2029-01-01"}, {"on": ["Een tussendoel ligt tussen de nulmeting en de streefdatum."]}),
        ({}, {"on": "2026-06-01"}, {"on": ["Er is al een tussendoel op deze datum; wijzig dat."]}),
        ({}, {"value": "101"}, {"value": ["Een percentage van een geheel is hoogstens 100."]}),
        (
            {"target": None, "target_on": None},
            {},
            {"__all__": ["Vul eerst de nulmeting en de streefwaarde van deze indicator in."]},
        ),
    ],
)
def test_an_interim_target_that_cannot_be_is_explained(client, login, fields, typed, errors):
    login("strategy.add_interimtarget")
    indicator = indicator_of_four_years(**fields)
    interim = InterimTarget.objects.create(indicator=indicator, on=dt.date(2026, 6, 1), value=20)
    url = reverse("strategy:interim-target-add", args=[indicator.pk])

    response = post_form(client, url, **({"on": "2027-01-01", "value": "30"} | typed))

    assert response.context["form"].errors == errors
    assert str(interim) == f"{indicator} 1 juni 2026"
