"""Who may change a pilot: the first line of every page that does."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from mvi.views import HistoryPage
from pilots.models import Pilot


class OfPilot(PermissionRequiredMixin):
    """A page below the address of a pilot, for who may read pilots."""

    permission_required = "pilots.view_pilot"

    @cached_property
    def pilot(self):
        return pilot_or_404(self.kwargs["slug"])

    def get_context_data(self, **kwargs):
        may_change = self.pilot.can_be_changed_by(self.request.user)
        return super().get_context_data(**kwargs) | {"pilot": self.pilot, "may_change": may_change}


class HistoryOfPilot(OfPilot, HistoryPage):
    """A page with the history of a pilot, or of a part of it."""

    @property
    def row(self):
        return self.pilot


class ChangesPilot(OfPilot):
    """A page that changes a pilot or what hangs on it: for its own people, or who may change every pilot."""

    def has_permission(self):
        return super().has_permission() and self.pilot.can_be_changed_by(self.request.user)


class ChangesRow(ChangesPilot):
    """A page that changes a row of a pilot: the rule of that row's pilot, whatever the address says."""

    @cached_property
    def row(self):
        return get_object_or_404(self.model, pk=self.kwargs["pk"])

    @cached_property
    def pilot(self):
        return self.row.pilot

    def get_object(self, queryset=None):
        if self.pilot.slug != self.kwargs["slug"]:
            raise Http404
        return self.row


def pilot_or_404(slug):
    pilot = Pilot.at(slug)
    if pilot is None:
        raise Http404
    return pilot


def pilot_to_change(request, slug):
    """The pilot for a verb, or 403."""
    if not request.user.has_perm("pilots.view_pilot"):
        raise PermissionDenied
    pilot = pilot_or_404(slug)
    if not pilot.can_be_changed_by(request.user):
        raise PermissionDenied
    return pilot
