"""The strategy as a document to read."""

from django.db.models import Prefetch

from strategy.models import Action, CoreValue, Goal, Strategy, Theme


def documents():
    """Strategies with all that the reading page shows, in a fixed number of queries."""
    return Strategy.objects.prefetch_related(
        Prefetch("core_values", CoreValue.objects.in_use()),
        Prefetch("themes", Theme.objects.in_use().select_related("owner")),
        Prefetch("themes__goals", Goal.objects.in_use().select_related("owner").prefetch_related("indicators")),
        Prefetch("themes__actions", Action.objects.select_related("owner", "goal")),
    )
