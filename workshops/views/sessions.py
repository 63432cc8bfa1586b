"""Sessions: the page of one shows its programme and its board."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import DetailView

from mvi.views import AddPage, ArchivePage, ChangePage, HistoryPage, ListPage, RemovePage
from workshops.actions import remove_session
from workshops.filters import SessionFilter
from workshops.forms import SessionForm
from workshops.models import Cluster, Series, Session
from workshops.resources import SessionResource

REPORT_RIGHTS = (  # all that the report of a session shows
    "workshops.view_session",
    "workshops.view_step",
    "workshops.view_participant",
    "workshops.view_contribution",
    "workshops.view_cluster",
    "workshops.view_vote",
    "workshops.view_outcome",
    "workshops.view_sessiondecision",
)


class SessionList(ListPage):
    resource_class = SessionResource
    permission_required = "workshops.view_session"
    queryset = Session.objects.for_list()
    filterset_class = SessionFilter


class SessionAdd(AddPage):
    permission_required = "workshops.add_session"
    model = Session
    form_class = SessionForm

    @cached_property
    def series(self):
        return get_object_or_404(Series, pk=self.kwargs["series"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Session(series=self.series, number=self.series.next_number())}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"series": self.series}


class SessionDetail(PermissionRequiredMixin, DetailView):
    permission_required = "workshops.view_session"
    queryset = Session.objects.select_related("series", "facilitator")

    def get_context_data(self, **kwargs):
        session = self.object
        told = session.contributions.visible().count()
        unsorted = session.contributions.unsorted()
        number_unsorted = unsorted.count()
        return super().get_context_data(**kwargs) | {
            "may_report": self.request.user.has_perms(REPORT_RIGHTS),
            "steps": session.steps.all(),
            "decisions": session.decisions.select_related("owner"),
            "clusters": session.clusters.for_board(),
            "earlier": list(Cluster.objects.before(session)),
            "unsorted": unsorted[:20],
            "number_unsorted": number_unsorted,
            "number_told": told,
            "number_sorted": told - number_unsorted,
            "functions": session.participants.by_function(),
            "invited": session.invitations.counts(),
            "to_be_told": session.invitations.to_be_told(session).count(),
            "number_of_participants": session.participants.count(),
        }


class SessionChange(ChangePage):
    permission_required = "workshops.change_session"
    model = Session
    form_class = SessionForm

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"series": self.object.series}


class SessionRemove(RemovePage):
    permission_required = "workshops.delete_session"
    model = Session

    def perform(self, row):
        remove_session(session=row, by=self.request.user)

    def get_success_url(self):
        return self.object.series.get_absolute_url()


class SessionArchive(ArchivePage):
    permission_required = "workshops.change_session"
    model = Session


class SessionHistory(HistoryPage):
    permission_required = "workshops.view_session"
    rows = Session.objects.all()
