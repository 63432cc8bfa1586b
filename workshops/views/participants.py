"""Who takes part."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mvi.views import AddPage, ChangePage, ListPage
from workshops.actions import remove_participant
from workshops.filters import ParticipantFilter
from workshops.forms import ParticipantForm, RemoveParticipantForm
from workshops.models import Participant

from .rows import AddToSession, KnowsSession, OfSession


class ParticipantList(OfSession, ListPage):
    permission_required = "workshops.view_participant"
    model = Participant
    filterset_class = ParticipantFilter

    def get_queryset(self):
        return self.session.participants.all()


class ParticipantAdd(AddToSession, AddPage):
    permission_required = "workshops.add_participant"
    model = Participant
    form_class = ParticipantForm


class ParticipantChange(KnowsSession, ChangePage):
    permission_required = "workshops.change_participant"
    model = Participant
    form_class = ParticipantForm


@permission_required("workshops.delete_participant", raise_exception=True)
@require_http_methods(["GET", "POST"])
def participant_remove(request, pk):
    participant = get_object_or_404(Participant.objects.select_related("session"), pk=pk)
    form = RemoveParticipantForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        remove_participant(participant=participant, by=request.user, **form.cleaned_data)
        messages.success(request, _("The participant was removed."))
        return redirect(reverse("workshops:participant-list", args=[participant.session_id]))
    context = {"object": participant, "session": participant.session, "form": form}
    return render(request, "workshops/participant_confirm_remove.html", context)
