"""The quality check of a strategy."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from strategy.charts import score_chart
from strategy.models import Strategy
from strategy.quality import quality

READER = [
    "strategy.view_strategy",
    "strategy.view_corevalue",
    "strategy.view_theme",
    "strategy.view_goal",
    "strategy.view_indicator",
    "strategy.view_measurement",
    "strategy.view_action",
]


@permission_required(READER, raise_exception=True)
@require_safe
def quality_page(request, pk):
    """What would stop this strategy from working, and how its score went; looking keeps nothing."""
    strategy = get_object_or_404(Strategy, pk=pk)
    scores = list(strategy.quality_scores.all())
    found = quality(strategy).lead(request.user)
    context = {"strategy": strategy, "quality": found, "scores": scores, "chart": score_chart(scores)}
    return render(request, "strategy/quality.html", context)
