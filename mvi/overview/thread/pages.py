"""The thread on a page: of the whole strategy, or from one knot both ways."""

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render

from mvi.overview import past
from mvi.overview.thread.drawing import WIDTH, draw
from mvi.overview.thread.reading import read
from pilots.models import Pilot
from strategy.models import CoreValue, Goal, Strategy, Theme
from workshops.models import Cluster, Contribution

KINDS = {  # from which the thread can be read → how the strategy reaches it; without, it is that of the current one
    "story": (Contribution, "series__sessions__contributions"),
    "cluster": (Cluster, "series__sessions__clusters"),
    "core_value": (CoreValue, "core_values"),
    "theme": (Theme, "themes"),
    "goal": (Goal, "themes__goals"),
    "pilot": (Pilot, ""),
}


@permission_required(["strategy.view_strategy", "strategy.view_theme"], raise_exception=True)
def thread(request):
    """The thread of the strategy that counts now, or counted on the day to look back at."""
    return past.show(request, "overview/thread.html", lambda day: whole(request.user, day))


def whole(user, day):
    strategy = Strategy.objects.current()
    return drawn(strategy, read(user, strategy, today=day) if strategy else None)


@permission_required(["strategy.view_strategy", "strategy.view_theme"], raise_exception=True)
def thread_from(request, kind, pk):
    """What leads to one knot, and what it leads to."""
    model, path = KINDS[kind]
    if not request.user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}"):
        raise PermissionDenied
    row = get_object_or_404(model, pk=pk)
    strategy = Strategy.objects.filter(**{path: row}).first() if path else Strategy.objects.current()
    read_thread = read(request.user, strategy, focus=(kind, pk)) if strategy else None
    context = drawn(strategy, read_thread, focus=(read_thread and read_thread.knots.get((kind, pk))) or row)
    return render(request, "overview/thread.html", context)


def drawn(strategy, read_thread, focus=None):
    context = {"strategy": strategy, "thread": read_thread, "focus": focus, "box_width": WIDTH}
    if read_thread and read_thread.knots:
        context |= {"drawing": draw(read_thread), "gaps": read_thread.gaps(), "branches": read_thread.branches()}
    return context
