"""Verbs of the strategy."""

from django.db import transaction

from mvi import audit
from mvi.models import User
from strategy.models import Strategy


@transaction.atomic
def make_current(*, strategy: Strategy, by: User) -> Strategy:
    """Let this strategy count from now on, and no other."""
    Strategy.objects.select_for_update().filter(is_current=True).exclude(pk=strategy.pk).update(is_current=False)
    strategy = Strategy.objects.select_for_update().get(pk=strategy.pk)
    strategy.is_current = True
    strategy.save(update_fields=["is_current"])
    audit.record("make_current", strategy, by=by)
    return strategy
