"""Pages of actions."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.urls import reverse_lazy
from django.views.generic import DetailView

from mvi.views import AddPage, ChangePage, HistoryPage, ListPage, RemovePage
from strategy.filters import ActionFilter
from strategy.forms import ActionForm
from strategy.models import Action
from strategy.resources import ActionResource


class ActionList(ListPage):
    resource_class = ActionResource
    permission_required = "strategy.view_action"
    queryset = Action.objects.for_list()
    filterset_class = ActionFilter


class ActionDetail(PermissionRequiredMixin, DetailView):
    permission_required = "strategy.view_action"
    queryset = Action.objects.for_list()


class ActionAdd(AddPage):
    permission_required = "strategy.add_action"
    model = Action
    form_class = ActionForm

    def get_initial(self):
        return {name: self.request.GET.get(name) for name in ("theme", "goal")}


class ActionChange(ChangePage):
    permission_required = "strategy.change_action"
    model = Action
    form_class = ActionForm


class ActionRemove(RemovePage):
    permission_required = "strategy.delete_action"
    model = Action
    success_url = reverse_lazy("strategy:action-list")


class ActionHistory(HistoryPage):
    permission_required = "strategy.view_action"
    rows = Action.objects.all()
