"""Where a goal stands, worked out in one place from the trajectory and the measurements, and explained in words.

An indicator's trajectory runs in straight lines from its baseline over its interim targets to its target. Its last
value is compared with the trajectory on the day of that value. A goal stands as its worst indicator does, in the order
behind, no measurement, stale, on track; unless somebody set the status by hand, with a reason.
"""

import dataclasses
import datetime as dt
import itertools
from decimal import Decimal

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.templatetags.formats import day_in_words, with_unit
from strategy.models import Direction, Goal, GoalQuerySet, GoalStatus, Indicator

WORST_FIRST = [GoalStatus.BEHIND, GoalStatus.UNMEASURED, GoalStatus.STALE, GoalStatus.ON_TRACK]
DAYS_IN_A_MONTH = 31  # a measurement may come a few days late

# Why it stands so; a large strategy has hundreds of judgements, of which few are read, so they are translated then.
NO_INDICATOR = _("This goal has no indicator yet.")
NOT_COMPARABLE = _("Without a baseline and a target nothing can be compared.")
NOT_MEASURED = _("Nothing was measured yet.")
TOO_OLD = _("The last measurement, %(value)s on %(day)s, is older than %(months)s months.")
GOOD_ENOUGH = _("%(value)s on %(day)s; %(expected)s or better was needed then.")
NOT_ENOUGH = _("%(value)s on %(day)s, while %(expected)s was needed then.")


@dataclasses.dataclass
class Judgement:
    """A status and why; of a goal with many indicators only one is explained, so that is put into words when asked."""

    status: GoalStatus
    why: str
    indicator: Indicator | None = None
    by_hand: bool = False
    expected: Decimal | None = None  # on the day of the last value

    @property
    def label(self):
        return self.status.label

    @property
    def explanation(self):
        if self.expected is None:
            return str(self.why)
        return self.why % {
            "value": with_unit(self.indicator.latest_value, self.indicator.unit),
            "day": day_in_words(self.indicator.latest_on),
            "expected": with_unit(self.expected, self.indicator.unit),
            "months": self.indicator.interval_months,
        }


def with_status(goals: GoalQuerySet, today: dt.date | None = None) -> GoalQuerySet:
    """Goals with all that a judgement needs, in a fixed number of queries: each has its indicators as `figures`.

    A list, since a queryset for each of a hundred goals takes as long to make as their rows to fetch.
    """
    return goals.prefetch_related(Prefetch("indicators", Indicator.objects.with_values(today), to_attr="figures"))


def judge(goal: Goal, today: dt.date | None = None) -> Judgement:
    """Where the goal stands: what was set by hand, else its worst indicator. The goal comes from `with_status`."""
    if goal.status_override:
        return Judgement(GoalStatus(goal.status_override), goal.status_reason, by_hand=True)
    judgements = judge_indicators(goal, today)
    if not judgements:
        return Judgement(GoalStatus.UNMEASURED, NO_INDICATOR)
    return min(judgements, key=lambda judgement: WORST_FIRST.index(judgement.status))


def judge_indicators(goal: Goal, today: dt.date | None = None) -> list[Judgement]:
    return [judge_indicator(indicator, today or timezone.localdate()) for indicator in goal.figures]


def judge_indicator(indicator: Indicator, today: dt.date) -> Judgement:
    """Compare the last value with what the trajectory asked for on that day."""
    if indicator.baseline is None or indicator.target is None:
        return Judgement(GoalStatus.UNMEASURED, NOT_COMPARABLE, indicator)
    if indicator.latest_value is None:
        return Judgement(GoalStatus.UNMEASURED, NOT_MEASURED, indicator)
    value, day = indicator.latest_value, indicator.latest_on
    expected = expected_on(indicator, day)
    if (today - day).days > indicator.interval_months * DAYS_IN_A_MONTH and day < indicator.target_on:
        return Judgement(GoalStatus.STALE, TOO_OLD, indicator, expected=expected)
    if value >= expected if indicator.direction == Direction.UP else value <= expected:
        return Judgement(GoalStatus.ON_TRACK, GOOD_ENOUGH, indicator, expected=expected)
    return Judgement(GoalStatus.BEHIND, NOT_ENOUGH, indicator, expected=expected)


def trajectory(indicator: Indicator) -> list[tuple[dt.date, Decimal]]:
    """The points from baseline to target, in the order of time. The indicator comes from `with_values`."""
    first, last = indicator.baseline_on, indicator.target_on
    between = [(interim.on, interim.value) for interim in indicator.interim if first < interim.on < last]
    return [(first, indicator.baseline), *sorted(between), (last, indicator.target)]


def expected_on(indicator: Indicator, day: dt.date) -> Decimal:
    """The value that the trajectory asks for on a day; before the baseline and after the target it stays level."""
    points = trajectory(indicator)
    if day <= points[0][0]:
        return points[0][1]
    for (start, low), (end, high) in itertools.pairwise(points):
        if day <= end:
            return round(low + (high - low) * (day - start).days / (end - start).days, 3)
    return points[-1][1]
