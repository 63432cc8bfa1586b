"""What people told, the clusters made of it, and what these became."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mvi.views import AddPage, ChangePage, ListPage, RemovePage
from workshops.actions import harvest, hide, settle_as_core_value, settle_as_goal, settle_as_theme, settle_on_canvas
from workshops.filters import ContributionFilter
from workshops.forms import (
    ClusterForm,
    ContributionForm,
    HarvestForm,
    SettleAsCoreValueForm,
    SettleAsGoalForm,
    SettleAsThemeForm,
    SettleOnCanvasForm,
)
from workshops.models import Cluster, Contribution, Harvest, Outcome
from workshops.resources import ContributionResource

from .rows import AddToSession, KnowsSession, OfSession

KINDS = {  # the word in the address: form, verb, and the right that it takes beside that to settle
    "kernwaarde": (SettleAsCoreValueForm, settle_as_core_value, "strategy.add_corevalue"),
    "thema": (SettleAsThemeForm, settle_as_theme, "strategy.add_theme"),
    "doel": (SettleAsGoalForm, settle_as_goal, "strategy.add_goal"),
    "canvas": (SettleOnCanvasForm, settle_on_canvas, "pilots.view_pilot"),
}


class ContributionList(OfSession, ListPage):
    resource_class = ContributionResource
    permission_required = "workshops.view_contribution"
    model = Contribution
    filterset_class = ContributionFilter

    def get_queryset(self):
        return self.session.contributions.for_list()


class ContributionAdd(AddToSession, AddPage):
    permission_required = "workshops.add_contribution"
    model = Contribution
    form_class = ContributionForm


class ContributionChange(KnowsSession, ChangePage):
    permission_required = "workshops.change_contribution"
    model = Contribution
    form_class = ContributionForm


@permission_required("workshops.change_contribution", raise_exception=True)
@require_POST
def contribution_hide(request, pk):
    contribution = get_object_or_404(Contribution, pk=pk)
    hide(contribution=contribution, hidden="show" not in request.POST, by=request.user)
    return redirect("workshops:contribution-list", contribution.session_id)


class ClusterAdd(AddToSession, AddPage):
    permission_required = "workshops.add_cluster"
    model = Cluster
    form_class = ClusterForm


class ClusterChange(KnowsSession, ChangePage):
    permission_required = "workshops.change_cluster"
    model = Cluster
    form_class = ClusterForm


class ClusterRemove(RemovePage):
    permission_required = "workshops.delete_cluster"
    model = Cluster

    def get_success_url(self):
        return self.object.get_absolute_url()


class HarvestAdd(OfSession, AddPage):
    permission_required = "workshops.add_harvest"
    model = Harvest
    form_class = HarvestForm

    @cached_property
    def contribution(self):
        return get_object_or_404(Contribution.objects.select_related("session__series"), pk=self.kwargs["pk"])

    @cached_property
    def session(self):
        return self.contribution.session

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Harvest(contribution=self.contribution)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"contribution": self.contribution}

    def save(self, form):
        return harvest(contribution=self.contribution, by=self.request.user, **form.cleaned_data)


class HarvestRemove(RemovePage):
    permission_required = "workshops.delete_harvest"
    queryset = Harvest.objects.select_related("cluster", "contribution")

    def get_success_url(self):
        return self.object.get_absolute_url()


@permission_required("workshops.add_outcome", raise_exception=True)
@require_http_methods(["GET", "POST"])
def settle(request, pk, kind):
    cluster = get_object_or_404(Cluster.objects.select_related("session__series"), pk=pk)
    if kind not in KINDS:
        raise Http404
    form_class, verb, permission = KINDS[kind]
    if not request.user.has_perm(permission):
        raise PermissionDenied
    form = form_class(request.POST or None, cluster=cluster)
    if form.is_valid():
        try:
            outcome = verb(cluster=cluster, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("“%(row)s” was settled.") % {"row": outcome})
            return redirect(cluster.get_absolute_url())
    context = {"cluster": cluster, "session": cluster.session, "kind": kind, "form": form}
    return render(request, "workshops/cluster_settle.html", context)


class OutcomeRemove(RemovePage):
    permission_required = "workshops.delete_outcome"
    queryset = Outcome.objects.select_related("cluster__session", "core_value", "theme", "goal", "pilot")

    def get_success_url(self):
        return self.object.get_absolute_url()
