"""The steps of a session."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from mvi.views import AddPage, ChangePage, RemovePage
from workshops.actions import move_row
from workshops.forms import StepForm
from workshops.models import Step

from .rows import AddToSession, KnowsSession


class StepAdd(AddToSession, AddPage):
    permission_required = "workshops.add_step"
    model = Step
    form_class = StepForm

    def save(self, form):
        form.instance.position = self.session.next_position()
        return super().save(form)


class StepChange(KnowsSession, ChangePage):
    permission_required = "workshops.change_step"
    model = Step
    form_class = StepForm


class StepRemove(RemovePage):
    permission_required = "workshops.delete_step"
    model = Step

    def get_success_url(self):
        return self.object.get_absolute_url()


@permission_required("workshops.change_step", raise_exception=True)
@require_POST
def step_move(request, pk):
    step = get_object_or_404(Step.objects.select_related("session"), pk=pk)
    move_row(row=step, places=1 if "down" in request.POST else -1, by=request.user)
    return redirect(f"{step.get_absolute_url()}#programme")
