"""The goals of a strategy with where each stands, read once for all parts of a page."""

import datetime as dt
from collections import Counter

from django.db.models import Exists, OuterRef

from pilots.models import PilotGoal
from strategy.models import Goal, GoalStatus, Strategy
from strategy.status import judge, with_status


def judged_goals(strategy: Strategy, today: dt.date | None = None) -> list[Goal]:
    """In the order of the strategy; each knows its judgement, and whether a pilot helps to reach it."""
    goals = (
        Goal.objects.in_use()
        .filter(theme__strategy=strategy, theme__archived_at__isnull=True)
        .annotate(has_pilot=Exists(PilotGoal.objects.filter(goal=OuterRef("pk"), pilot__archived_at__isnull=True)))
        .select_related("theme", "owner")
        .order_by("theme__position", "position", "statement")
    )
    goals = list(with_status(goals, today))
    for goal in goals:
        goal.judgement = judge(goal, today)
    return goals


def by_status(goals):
    """How many goals there are in each state."""
    found = Counter(goal.judgement.status for goal in goals)
    return {status.value: found[status] for status in GoalStatus} | {"total": len(goals)}
