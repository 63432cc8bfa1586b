"""The list of pilots, and one pilot from added to archived."""

from django.db.models import Count
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.generic import ListView

from mvi.filters import ticked
from mvi.views import ArchivePage, ChangePage, Exported, ListPage, RemovePage
from pilots.filters import PilotFilter, query_of
from pilots.forms import PilotForm
from pilots.models import Phase, Pilot, PilotTheme, RStrategy, SavedFilter
from pilots.models.r_ladder import R_LADDER_VERSION
from pilots.resources import PilotResource, PilotThemeResource
from pilots.table import MANY_ROWS, PilotPaginator

from .access import ChangesPilot

ON_BOARD = 20  # pilots in a column
WHOLE_LIST = Pilot.objects.in_use()  # as it opens: kept, for to write its SQL takes as long as to answer it


class PilotList(ListPage):
    resource_class = PilotResource
    permission_required = "pilots.view_pilot"
    queryset = Pilot.objects.all()
    filterset_class = PilotFilter
    paginator_class = PilotPaginator

    def get_queryset(self):
        """All of them, or those that were ticked: to export a selection."""
        pilots = super().get_queryset()
        return ticked(pilots, self.request.GET.getlist("pilot")) if "ticked" in self.request.GET else pilots

    def get_paginate_by(self, queryset):
        """For who wants to look through many: a hundred rows, when the address asks for them."""
        return MANY_ROWS if self.request.GET.get("rows") == str(MANY_ROWS) else self.paginate_by

    def get_paginator(self, queryset, *args, **kwargs):
        is_whole = self.request.GET.keys() <= {"page", "rows"}
        return super().get_paginator(WHOLE_LIST if is_whole else queryset, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "today": timezone.localdate(),
            "choose": self.request.user.has_perm("pilots.change_pilot"),
            "few_rows": self.paginate_by,
            "many_rows": MANY_ROWS,
            "link": query_of(self.request.GET),
            "saved_filters": SavedFilter.of(self.request.user),
        }


class PilotLadder(ListPage):
    """How many of the pilots of the filter stand on each rung of the R-ladder, are first customer, or buy biobased."""

    permission_required = "pilots.view_pilot"
    queryset = Pilot.objects.all()
    filterset_class = PilotFilter
    template_name = "pilots/pilot_ladder.html"
    paginate_by = None

    def get_context_data(self, **kwargs):
        counts = self.object_list.counts_of_circularity()
        rungs = [(RStrategy(rung), number) for rung, number in counts["rungs"].items()]
        query = self.request.GET.copy()
        for name in ("r_strategy", "launching_customer", "biobased"):
            query.pop(name, None)
        return super().get_context_data(**kwargs) | {
            "counts": counts,
            "rungs": rungs,
            "most": max(counts["rungs"].values()) or 1,
            "version": R_LADDER_VERSION,
            "query": query.urlencode(),
        }


class PilotBoard(ListPage):
    """The same pilots as in the list, in a column for each phase; the first of each, for a board is for looking."""

    permission_required = "pilots.view_pilot"
    queryset = Pilot.objects.for_list()
    filterset_class = PilotFilter
    template_name = "pilots/pilot_board.html"
    paginate_by = None

    def get_context_data(self, **kwargs):
        found = self.object_list
        number = dict(found.order_by().values_list("phase").annotate(Count("pk", distinct=True)))
        columns = [
            {"phase": phase, "number": number.get(phase.value, 0), "pilots": list(found.filter(phase=phase)[:ON_BOARD])}
            for phase in Phase
        ]
        own = set(
            Pilot.objects.changeable_by(self.request.user)
            .running()
            .filter(pk__in=[pilot.pk for column in columns for pilot in column["pilots"]])
            .values_list("pk", flat=True)
        )
        return super().get_context_data(**kwargs) | {
            "columns": columns,
            "own": own,
            "query": self.request.GET.urlencode(),
        }


class DeviationList(Exported, ListView):
    """Where pilots stay below the level of the strategy, and why (*pas toe of leg uit*); for the college."""

    permission_required = "pilots.view_pilot"
    resource_class = PilotThemeResource
    queryset = PilotTheme.objects.below_strategy()
    template_name = "pilots/deviation_list.html"
    paginate_by = 25


class PilotChange(ChangesPilot, ChangePage):
    model = Pilot
    form_class = PilotForm


class PilotRemove(ChangesPilot, RemovePage):
    permission_required = "pilots.delete_pilot"
    model = Pilot
    success_url = reverse_lazy("pilots:pilot-list")


class PilotArchive(ChangesPilot, ArchivePage):
    model = Pilot
