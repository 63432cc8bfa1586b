"""Pages of goals."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.urls import reverse_lazy
from django.views.generic import DetailView

from mvi.views import AddPage, ArchivePage, ChangePage, HistoryPage, ListPage, RemovePage
from strategy.filters import GoalFilter
from strategy.forms import GoalForm
from strategy.models import Goal


class GoalList(ListPage):
    permission_required = "strategy.view_goal"
    queryset = Goal.objects.for_list()
    filterset_class = GoalFilter


class GoalDetail(PermissionRequiredMixin, DetailView):
    permission_required = "strategy.view_goal"
    queryset = Goal.objects.for_page()


class GoalAdd(AddPage):
    permission_required = "strategy.add_goal"
    model = Goal
    form_class = GoalForm

    def get_initial(self):
        return {"theme": self.request.GET.get("theme")}


class GoalChange(ChangePage):
    permission_required = "strategy.change_goal"
    model = Goal
    form_class = GoalForm


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
