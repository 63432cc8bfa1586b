"""The thread on a page: of the whole strategy, or from one knot both ways."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import render

from mvi.overview.thread.drawing import WIDTH, draw
from mvi.overview.thread.reading import read
from strategy.models import CoreValue, Goal, Strategy, Theme


@permission_required(["strategy.view_strategy", "strategy.view_theme"], raise_exception=True)
def thread(request):
    """The thread of the strategy that counts now."""
    strategy = Strategy.objects.current()
    return show(request, strategy, read(request.user, strategy) if strategy else None)


@permission_required(["strategy.view_strategy", "strategy.view_theme"], raise_exception=True)
def thread_from(request, kind, pk):
    """What leads to one knot, and what it leads to."""
    strategy = strategy_of(kind, pk)
    if strategy is None:
        raise Http404
    read_thread = read(request.user, strategy, focus=(kind, pk))
    if not read_thread.knots:
        raise Http404
    return show(request, strategy, read_thread, focus=read_thread.knots[kind, pk])


def strategy_of(kind, pk):
    """The strategy to which a knot belongs; a pilot or cluster shows in the thread of the current one."""
    owners = {
        "core_value": CoreValue.objects.filter(pk=pk).values("strategy"),
        "theme": Theme.objects.filter(pk=pk).values("strategy"),
        "goal": Goal.objects.filter(pk=pk).values("theme__strategy"),
    }
    if kind in owners:
        return Strategy.objects.filter(pk__in=owners[kind]).first()
    return Strategy.objects.current()


def show(request, strategy, read_thread, focus=None):
    context = {"strategy": strategy, "thread": read_thread, "focus": focus, "box_width": WIDTH}
    if read_thread and read_thread.knots:
        context |= {"drawing": draw(read_thread), "gaps": read_thread.gaps(), "branches": read_thread.branches()}
    return render(request, "overview/thread.html", context)
