"""What a session decided, and who does what."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from mvi.views import AddPage, ChangePage, RemovePage
from workshops.actions import move_row
from workshops.forms import SessionDecisionForm
from workshops.models import SessionDecision

from .rows import AddToSession, KnowsSession


class DecisionAdd(AddToSession, AddPage):
    permission_required = "workshops.add_sessiondecision"
    model = SessionDecision
    form_class = SessionDecisionForm

    def save(self, form):
        form.instance.position = self.session.next_decision()
        return super().save(form)


class DecisionChange(KnowsSession, ChangePage):
    permission_required = "workshops.change_sessiondecision"
    model = SessionDecision
    form_class = SessionDecisionForm


class DecisionRemove(RemovePage):
    permission_required = "workshops.delete_sessiondecision"
    model = SessionDecision

    def get_success_url(self):
        return self.object.get_absolute_url()


@permission_required("workshops.change_sessiondecision", raise_exception=True)
@require_POST
def decision_move(request, pk):
    decision = get_object_or_404(SessionDecision.objects.select_related("session"), pk=pk)
    move_row(row=decision, places=1 if "down" in request.POST else -1, by=request.user)
    return redirect(decision)
