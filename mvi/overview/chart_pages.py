"""The charts on one page, each with its table; the pictures come one by one, so that the page is there at once."""

import functools

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mvi.overview.charts import KINDS, all_charts, chart
from strategy.models import Strategy


def for_readers(view):
    """Whoever may see the rows of no chart at all is refused."""

    @functools.wraps(view)
    def wrapper(request, *args, **kwargs):
        if not any(request.user.has_perms(permissions) for permissions, _make in KINDS.values()):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return wrapper


@for_readers
@require_safe
def charts(request):
    strategy = Strategy.objects.current()
    return render(request, "overview/charts.html", {"strategy": strategy, "charts": all_charts(request.user, strategy)})


@for_readers
@require_safe
def picture(request, slug):
    made = chart(slug, request.user, Strategy.objects.current())
    if made is None:
        raise Http404
    return HttpResponse(
        made.svg, content_type="image/svg+xml; charset=utf-8", headers={"Cache-Control": "private, max-age=60"}
    )
