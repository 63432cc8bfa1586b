"""Pages of the strategy as a whole."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import render

from strategy.models import Strategy


@permission_required("strategy.view_strategy", raise_exception=True)
def strategy(request):
    """The strategy that counts now, as a document to read."""
    return render(request, "strategy/strategy.html", {"strategy": Strategy.objects.current()})
