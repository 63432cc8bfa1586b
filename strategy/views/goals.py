"""Pages of goals."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django.views.generic import DetailView

from mvi.views import AddPage, ArchivePage, ChangePage, HistoryPage, ListPage, RemovePage
from strategy.actions import set_status
from strategy.block_forms import GoalTextForm
from strategy.charts import chart, courses
from strategy.corrections import corrections
from strategy.filters import GoalFilter
from strategy.forms import GoalForm, GoalStatusForm
from strategy.models import Goal
from strategy.resources import GoalResource
from strategy.status import judge, judge_indicators, with_status

from .in_place import ChangesBlock


class GoalList(ListPage):
    resource_class = GoalResource
    permission_required = "strategy.view_goal"
    queryset = Goal.objects.for_list()
    filterset_class = GoalFilter

    def get_queryset(self):
        """Asked at each visit, because what counts depends on the day."""
        return with_status(super().get_queryset())

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"judged_goals": [(goal, judge(goal)) for goal in context["goal_list"]]}


class GoalDetail(PermissionRequiredMixin, DetailView):
    permission_required = "strategy.view_goal"

    def get_queryset(self):
        rows = "figures__interim_targets", "figures__measurements__measured_by"
        return with_status(Goal.objects.for_page()).prefetch_related(*rows)

    def get_context_data(self, **kwargs):
        judgements = judge_indicators(self.object)
        measured = courses([one.indicator for one in judgements])
        measurements = [row for indicator in self.object.figures for row in indicator.measurements.all()]
        corrected = corrections(measurements)
        for row in measurements:
            row.corrections = corrected[row.pk]
        return super().get_context_data(**kwargs) | {
            "judgement": judge(self.object),
            "judgements": [(one, chart(one.indicator, measured.get(one.indicator.pk, ""))) for one in judgements],
        }


@permission_required("strategy.change_goal", raise_exception=True)
@require_http_methods(["GET", "POST"])
def goal_status(request, pk):
    """Say by hand where a goal stands."""
    goal = get_object_or_404(Goal, pk=pk)
    form = GoalStatusForm(request.POST or None, initial={"status": goal.status_override, "reason": goal.status_reason})
    if form.is_valid():
        try:
            set_status(goal=goal, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The status of “%(goal)s” was saved.") % {"goal": goal})
            return redirect(goal)
    return render(request, "strategy/goal_status.html", {"goal": goal, "form": form})


class GoalAdd(AddPage):
    permission_required = "strategy.add_goal"
    model = Goal
    form_class = GoalForm

    def get_initial(self):
        return {"theme": self.request.GET.get("theme")}


class GoalChange(ChangesBlock, ChangePage):
    permission_required = "strategy.change_goal"
    model = Goal
    form_class = GoalForm
    blocks = {"doel": GoalTextForm}


class GoalRemove(RemovePage):
    permission_required = "strategy.delete_goal"
    model = Goal
    success_url = reverse_lazy("strategy:goal-list")


class GoalArchive(ArchivePage):
    permission_required = "strategy.change_goal"
    model = Goal


class GoalHistory(HistoryPage):
    permission_required = "strategy.view_goal"
    rows = Goal.objects.all()
