"""The steps of a pilot's life, each a page that asks what it must know."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pilots import actions, forms

from .access import pilot_to_change


def step(request, slug, *, form_class, template, perform, done):
    """Ask, do it, and say so; what the action refuses is shown above the form."""
    pilot = pilot_to_change(request, slug)
    typed = request.POST if request.method == "POST" else None
    form = form_class(typed, pilot=pilot, initial={"to": request.GET.get("to")})
    status = 200
    if form.is_valid():
        try:
            perform(pilot, form)
        except ValidationError as error:
            form.add_error(None, error)
            status = 409
        else:
            messages.success(request, done % {"pilot": pilot})
            return redirect(pilot)
    return render(request, template, {"pilot": pilot, "form": form}, status=status)


@require_http_methods(["GET", "POST"])
def pilot_forward(request, slug):
    return step(
        request,
        slug,
        form_class=forms.ForwardForm,
        template="pilots/pilot_forward.html",
        perform=lambda pilot, form: actions.move_forward(pilot=pilot, by=request.user, **form.cleaned_data),
        done=_("“%(pilot)s” is in the next phase."),
    )


@permission_required("pilots.view_pilot", raise_exception=True)
@require_POST
def pilot_move(request, slug):
    """From the board, dragged or chosen; what asks a reason goes on at its own page."""
    pilot = pilot_to_change(request, slug)
    to = request.POST.get("to", "")
    if to in dict(pilot.earlier_phases):
        return redirect(f"{reverse('pilots:pilot-back', args=[slug])}?to={to}")
    if to == pilot.next_phase and pilot.missing():
        return redirect("pilots:pilot-forward", slug)
    try:
        actions.move_forward(pilot=pilot, to=to, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("“%(pilot)s” is in the next phase.") % {"pilot": pilot})
    return redirect(f"{reverse('pilots:pilot-board')}?{request.GET.urlencode()}#pilot-{pilot.pk}")


@require_http_methods(["GET", "POST"])
def pilot_back(request, slug):
    return step(
        request,
        slug,
        form_class=forms.BackForm,
        template="pilots/pilot_back.html",
        perform=lambda pilot, form: actions.move_back(pilot=pilot, by=request.user, **form.cleaned_data),
        done=_("“%(pilot)s” is back in an earlier phase."),
    )


@require_http_methods(["GET", "POST"])
def pilot_park(request, slug):
    return step(
        request,
        slug,
        form_class=forms.ParkForm,
        template="pilots/pilot_park.html",
        perform=lambda pilot, form: actions.park(
            pilot=pilot,
            revisit_on=form.cleaned_data["revisit_on"],
            lesson=form.instance,
            by=request.user,
        ),
        done=_("“%(pilot)s” was parked."),
    )


@require_http_methods(["GET", "POST"])
def pilot_stop(request, slug):
    return step(
        request,
        slug,
        form_class=forms.LeaveForm,
        template="pilots/pilot_stop.html",
        perform=lambda pilot, form: actions.stop(pilot=pilot, lesson=form.instance, by=request.user),
        done=_("“%(pilot)s” was stopped."),
    )


@require_http_methods(["GET", "POST"])
def pilot_complete(request, slug):
    return step(
        request,
        slug,
        form_class=forms.LeaveForm,
        template="pilots/pilot_complete.html",
        perform=lambda pilot, form: actions.complete(pilot=pilot, lesson=form.instance, by=request.user),
        done=_("“%(pilot)s” was completed."),
    )


@require_http_methods(["GET", "POST"])
def pilot_resume(request, slug):
    return step(
        request,
        slug,
        form_class=forms.ResumeForm,
        template="pilots/pilot_resume.html",
        perform=lambda pilot, form: actions.resume(pilot=pilot, by=request.user, **form.cleaned_data),
        done=_("“%(pilot)s” runs again."),
    )
