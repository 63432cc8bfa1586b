"""Answering an offer, and what is mine."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from strategy.actions import accept, decline, hand_over
from strategy.forms import Answer, AnswerForm
from strategy.models import Action, ConsultationRound, Goal, OwnerStatus, Theme
from strategy.reminders import stale_measurements

READER = ["strategy.view_theme", "strategy.view_goal", "strategy.view_action"]


@permission_required(READER, raise_exception=True)
@require_http_methods(["GET", "POST"])
def answer(request, model, pk):
    """The owner accepts, declines with a reason, or hands over."""
    row = get_object_or_404(model, pk=pk)
    if row.owner != request.user:
        raise PermissionDenied
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        try:
            said = give(form.cleaned_data, row, request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, said % {"row": row})
            return redirect("strategy:mine")
    return render(request, "strategy/answer.html", {"row": row, "form": form})


def give(answers, row, by):
    """Do what was answered; what the page says about it."""
    if answers["answer"] == Answer.ACCEPT:
        accept(row=row, by=by)
        return _("“%(row)s” is yours now.")
    if answers["answer"] == Answer.DECLINE:
        decline(row=row, reason=answers["reason"], by=by)
        return _("You declined “%(row)s”. Your reason stands with it.")
    hand_over(row=row, to=answers["person"], by=by)
    return _("“%(row)s” was handed over.")


@permission_required(READER, raise_exception=True)
@require_safe
def mine(request):
    """What was offered to me, what I said yes to, and what of it is to be measured again."""
    rows = {
        "themes": Theme.objects.in_use(),
        "goals": Goal.objects.in_use().select_related("theme"),
        "actions": Action.objects.unfinished().select_related("theme"),
    }
    offered = [row for queryset in rows.values() for row in queryset.waiting_for(request.user)]
    accepted = {
        name: queryset.filter(owner=request.user, owner_status=OwnerStatus.ACCEPTED) for name, queryset in rows.items()
    }
    stale = stale_measurements(request.user, timezone.localdate())
    asked = consultations_asking(request.user)
    context = {"offered": offered, "accepted": accepted, "stale": stale, "consultations": asked}
    return render(request, "strategy/mine.html", context)


def consultations_asking(person):
    """Those in which this person can say something today."""
    if not person.has_perms(["strategy.add_remark", "strategy.view_consultationround"]):
        return []
    return ConsultationRound.objects.open_on(timezone.localdate()).asking(person).select_related("strategy")
