"""Verbs of the strategy."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mvi import audit
from mvi.models import User
from strategy.models import Goal, GoalStatus, OwnedModel, OwnerStatus, Strategy


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


@transaction.atomic
def accept(*, row: OwnedModel, by: User) -> OwnedModel:
    """Say yes to an action, theme or goal that was offered."""
    row = offered_to(row, by, OwnerStatus.OFFERED)
    row.owner_status, row.answered_at = OwnerStatus.ACCEPTED, timezone.now()
    row.save(update_fields=["owner_status", "answered_at"])
    audit.record("accept", row, by=by)
    return row


@transaction.atomic
def decline(*, row: OwnedModel, reason: str, by: User) -> OwnedModel:
    """Say no to what was offered, or give back what was accepted; everybody reads why."""
    row = offered_to(row, by, OwnerStatus.OFFERED, OwnerStatus.ACCEPTED)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why, so that somebody else can be asked.")})
    row.owner_status, row.answered_at, row.decline_reason = OwnerStatus.DECLINED, timezone.now(), reason.strip()
    row.save(update_fields=["owner_status", "answered_at", "decline_reason"])
    audit.record("decline", row, by=by)
    return row


@transaction.atomic
def hand_over(*, row: OwnedModel, to: User | None, by: User) -> OwnedModel:
    """Offer to somebody else what is yours or was offered to you."""
    row = offered_to(row, by, OwnerStatus.OFFERED, OwnerStatus.ACCEPTED)
    if to is None or to == by:
        raise ValidationError({"person": _("Choose somebody else.")})
    row.owner, row.owner_status, row.answered_at, row.decline_reason = to, OwnerStatus.OFFERED, None, ""
    row.save(update_fields=["owner", "owner_status", "answered_at", "decline_reason"])
    audit.record("hand_over", row, by=by, to=to.pk)
    return row


def offered_to(row, person, *statuses):
    """The row, locked, if this person can still answer."""
    row = type(row).objects.select_for_update().get(pk=row.pk)
    if row.owner_id != person.pk or row.owner_status not in statuses:
        raise ValidationError(_("This is not yours to answer any more. Look who the owner is now."))
    return row
