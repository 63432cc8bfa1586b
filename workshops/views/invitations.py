"""Who is invited to a session, and the page that takes their answer."""

import logging
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import ListView

from workshops.actions import (
    answer_invitation,
    invite,
    mail_invitations,
    mark_attendance,
    remind_of_quiz,
    remove_invitation,
    still_to_do_quiz,
)
from workshops.forms import InviteForm, RsvpForm
from workshops.invitation_mails import mail_invitation
from workshops.models import Invitation, Session

from .rows import OfSession

log = logging.getLogger(__name__)
RIGHT = "workshops.change_participant"  # who manages participants sees their names and addresses


class InvitationList(PermissionRequiredMixin, OfSession, ListView):
    permission_required = RIGHT
    template_name = "workshops/invitation_list.html"
    paginate_by = 50

    def get_queryset(self):
        return self.session.invitations.all()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "counts": self.session.invitations.counts(),
            "to_be_told": self.session.invitations.to_be_told(self.session).count(),
            "quiz_to_do": still_to_do_quiz(self.session),
        }


@permission_required(RIGHT, raise_exception=True)
@require_http_methods(["GET", "POST"])
def add(request, session):
    session = get_object_or_404(Session.objects.select_related("series"), pk=session)
    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            new = invite(session=session, people=form.cleaned_data["people"], by=request.user)
        except ValidationError as error:
            form.add_error("people", error)
        else:
            if new:
                return redirect(mail_invitations(session=session, invitations=new, by=request.user))
            messages.info(request, _("All of them were invited already; nobody was mailed again."))
            return redirect("workshops:invitation-list", session.pk)
    context = {"session": session, "form": form, "blockers": session.inviting_blockers()}
    return render(request, "workshops/invitation_form.html", context)


@permission_required(RIGHT, raise_exception=True)
@require_POST
def tell(request, session):
    """A mail to all who had none yet, or who were told another day, time or place."""
    session = get_object_or_404(Session.objects.select_related("series"), pk=session)
    if to_be_told := session.invitations.to_be_told(session):
        return redirect(mail_invitations(session=session, invitations=to_be_told, by=request.user))
    messages.info(request, _("Everybody was told already."))
    return redirect("workshops:invitation-list", session.pk)


@permission_required(RIGHT, raise_exception=True)
@require_POST
def quiz_reminder(request, session):
    """A mail to all who did not do the quiz yet."""
    session = get_object_or_404(Session.objects.select_related("series"), pk=session)
    try:
        return redirect(remind_of_quiz(session=session, by=request.user))
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect("workshops:invitation-list", session.pk)


def verb(view):
    """A button on the list: the right first, then the row, and back to the list."""

    @permission_required(RIGHT, raise_exception=True)
    @require_POST
    @wraps(view)
    def pressed(request, pk):
        invitation = get_object_or_404(Invitation.objects.select_related("session"), pk=pk)
        try:
            view(request, invitation)
        except ValidationError as error:
            messages.error(request, error.messages[0])
        return redirect(reverse("workshops:invitation-list", args=[invitation.session_id]))

    return pressed


@verb
def again(request, invitation):
    """One mail is sent at once, so that whoever presses sees whether it went."""
    try:
        if mail_invitation(invitation, by=request.user):
            messages.success(request, _("The invitation was mailed again."))
        else:
            messages.info(request, _("The invitation was mailed a moment ago."))
    except OSError:  # of the mail server
        log.exception("The mail of invitation %s could not be sent.", invitation.pk)
        messages.error(request, _("The mail could not be sent. Try again later."))


@verb
def attendance(request, invitation):
    mark_attendance(invitation=invitation, attended="attended" in request.POST, by=request.user)


@verb
def remove(request, invitation):
    remove_invitation(invitation=invitation, by=request.user)
    messages.success(request, _("The invitation was removed."))


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def rsvp(request, signed):
    """Looking (a mail scanner does) changes nothing; only the form answers."""
    invitation = Invitation.from_signed(signed)
    if invitation is None:
        return render(request, "workshops/link_gone.html", status=404)
    session = invitation.session
    form = RsvpForm(request.POST if request.method == "POST" else None, instance=invitation)
    if session.is_closed or session.is_archived:
        return render(request, "workshops/rsvp_over.html", {"session": session}, status=410)
    done = form.is_valid()
    if done:
        answer_invitation(invitation=invitation, **form.cleaned_data)
    context = {"session": session, "form": form, "done": done, "answer": invitation.get_answer_display()}
    return render(request, "workshops/rsvp.html", context, status=422 if form.errors else 200)
