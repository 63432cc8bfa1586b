"""Pages of core values."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.urls import reverse_lazy
from django.views.generic import DetailView

from mvi.views import AddPage, ArchivePage, ChangePage, HistoryPage, ListPage, RemovePage
from strategy.block_forms import CoreValueTextForm
from strategy.filters import CoreValueFilter
from strategy.forms import CoreValueForm
from strategy.models import CoreValue, Strategy
from strategy.resources import CoreValueResource

from .in_place import ChangesBlock


class CoreValueList(ListPage):
    resource_class = CoreValueResource
    permission_required = "strategy.view_corevalue"
    queryset = CoreValue.objects.for_list()
    filterset_class = CoreValueFilter
    context_object_name = "core_value_list"


class CoreValueDetail(PermissionRequiredMixin, DetailView):
    permission_required = "strategy.view_corevalue"
    queryset = CoreValue.objects.select_related("strategy")
    context_object_name = "core_value"


class CoreValueAdd(AddPage):
    permission_required = "strategy.add_corevalue"
    model = CoreValue
    form_class = CoreValueForm

    def get_initial(self):
        return {"strategy": Strategy.objects.current()}


class CoreValueChange(ChangesBlock, ChangePage):
    permission_required = "strategy.change_corevalue"
    model = CoreValue
    form_class = CoreValueForm
    blocks = {"kernwaarde": CoreValueTextForm}


class CoreValueRemove(RemovePage):
    permission_required = "strategy.delete_corevalue"
    model = CoreValue
    success_url = reverse_lazy("strategy:core-value-list")


class CoreValueArchive(ArchivePage):
    permission_required = "strategy.change_corevalue"
    model = CoreValue


class CoreValueHistory(HistoryPage):
    permission_required = "strategy.view_corevalue"
    rows = CoreValue.objects.all()
