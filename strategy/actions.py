"""Verbs of the strategy."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from mvi import audit
from mvi.models import User
from strategy.models import Goal, GoalStatus, Strategy


@transaction.atomic
def make_current(*, strategy: Strategy, by: User) -> Strategy:
    """Let this strategy count from now on, and no other."""
    Strategy.objects.select_for_update().filter(is_current=True).exclude(pk=strategy.pk).update(is_current=False)
    strategy = Strategy.objects.select_for_update().get(pk=strategy.pk)
    strategy.is_current = True
    strategy.save(update_fields=["is_current"])
    audit.record("make_current", strategy, by=by)
    return strategy


@transaction.atomic
def set_status(*, goal: Goal, status: GoalStatus | str, reason: str, by: User) -> Goal:
    """Say by hand where a goal stands, and why the figures do not; no status leaves it to the figures again."""
    goal = Goal.objects.select_for_update().get(pk=goal.pk)
    if status and not reason.strip():
        raise ValidationError({"reason": _("Say why the figures do not tell where this goal stands.")})
    goal.status_override, goal.status_reason = status, reason.strip() if status else ""
    goal.save(update_fields=["status_override", "status_reason"])
    audit.record("set_status", goal, by=by, status=status)
    return goal
