"""Pages of themes."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.urls import reverse_lazy
from django.views.generic import DetailView

from mvi.views import AddPage, ArchivePage, ChangePage, HistoryPage, ListPage, RemovePage
from strategy.block_forms import ThemeTextForm
from strategy.filters import ThemeFilter
from strategy.forms import ThemeForm
from strategy.models import Strategy, Theme
from strategy.resources import ThemeResource

from .in_place import ChangesBlock


class ThemeList(ListPage):
    resource_class = ThemeResource
    permission_required = "strategy.view_theme"
    queryset = Theme.objects.for_list()
    filterset_class = ThemeFilter


class ThemeDetail(PermissionRequiredMixin, DetailView):
    permission_required = "strategy.view_theme"
    queryset = Theme.objects.select_related("strategy", "owner")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "goals": self.object.goals.in_use().select_related("owner"),
            "actions": self.object.actions.for_list(),
            "mappings": sorted(
                self.object.theme_mappings.by_framework(), key=lambda mapping: mapping.framework_theme.framework.rank
            ),
        }


class ThemeAdd(AddPage):
    permission_required = "strategy.add_theme"
    model = Theme
    form_class = ThemeForm

    def get_initial(self):
        return {"strategy": Strategy.objects.current()}


class ThemeChange(ChangesBlock, ChangePage):
    permission_required = "strategy.change_theme"
    model = Theme
    form_class = ThemeForm
    blocks = {"thema": ThemeTextForm}


class ThemeRemove(RemovePage):
    permission_required = "strategy.delete_theme"
    model = Theme
    success_url = reverse_lazy("strategy:theme-list")


class ThemeArchive(ArchivePage):
    permission_required = "strategy.change_theme"
    model = Theme


class ThemeHistory(HistoryPage):
    permission_required = "strategy.view_theme"
    rows = Theme.objects.all()
