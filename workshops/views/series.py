"""Series of sessions."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.urls import reverse_lazy
from django.views.generic import DetailView

from mvi.views import AddPage, ArchivePage, ChangePage, HistoryPage, ListPage, RemovePage
from workshops.actions import copy_programme, start_from_three_sessions
from workshops.filters import SeriesFilter
from workshops.forms import NewSeriesForm, SeriesForm
from workshops.models import Series, Session
from workshops.resources import SeriesResource


class SeriesList(ListPage):
    resource_class = SeriesResource
    permission_required = "workshops.view_series"
    queryset = Series.objects.for_list()
    filterset_class = SeriesFilter


class SeriesAdd(AddPage):
    permission_required = "workshops.add_series"
    model = Series
    form_class = NewSeriesForm

    def save(self, form):
        series = super().save(form)
        start = form.cleaned_data["start_from"]
        if start == form.THREE:
            start_from_three_sessions(series=series)
        elif start != form.EMPTY:
            copy_programme(source=Series.objects.get(pk=start), series=series)
        return series


class SeriesDetail(PermissionRequiredMixin, DetailView):
    permission_required = "workshops.view_series"
    queryset = Series.objects.select_related("strategy")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "sessions": Session.objects.in_use().for_list().filter(series=self.object)
        }


class SeriesChange(ChangePage):
    permission_required = "workshops.change_series"
    model = Series
    form_class = SeriesForm


class SeriesRemove(RemovePage):
    permission_required = "workshops.delete_series"
    model = Series
    success_url = reverse_lazy("workshops:series-list")


class SeriesArchive(ArchivePage):
    permission_required = "workshops.change_series"
    model = Series


class SeriesHistory(HistoryPage):
    permission_required = "workshops.view_series"
    rows = Series.objects.all()
