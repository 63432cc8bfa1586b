"""The list of pilots, and one pilot from added to archived."""

from django.db.models import Prefetch
from django.urls import reverse_lazy

from mvi.views import AddPage, ArchivePage, ChangePage, ListPage, RemovePage
from pilots.actions import register_pilot
from pilots.filters import PilotFilter
from pilots.forms import PilotForm, RegisterForm
from pilots.models import Milestone, Pilot
from pilots.resources import PilotResource

from .access import ChangesPilot


class PilotList(ListPage):
    resource_class = PilotResource
    permission_required = "pilots.view_pilot"
    queryset = Pilot.objects.for_list().prefetch_related(
        Prefetch("milestones", queryset=Milestone.objects.open(), to_attr="open_milestones")
    )
    filterset_class = PilotFilter


class PilotAdd(AddPage):
    permission_required = "pilots.add_pilot"
    model = Pilot
    form_class = RegisterForm
    template_name = "pilots/pilot_add.html"

    def save(self, form):
        links = {name: form.cleaned_data[name] for name in ("themes", "core_values", "goals")}
        return register_pilot(pilot=form.save(commit=False), by=self.request.user, **links)


class PilotChange(ChangesPilot, ChangePage):
    model = Pilot
    form_class = PilotForm


class PilotRemove(ChangesPilot, RemovePage):
    permission_required = "pilots.delete_pilot"
    model = Pilot
    success_url = reverse_lazy("pilots:pilot-list")


class PilotArchive(ChangesPilot, ArchivePage):
    model = Pilot
