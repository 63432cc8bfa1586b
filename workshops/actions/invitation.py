"""Ask people to come, take their answer, and note who was there."""

import datetime as dt
import logging

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mvi import audit
from mvi.models import User
from workshops.invitation_mails import send_invitation
from workshops.models import Invitation, Session

MOST_INVITATIONS = 500  # of one session: more is a machine, not a room
NOT_TWICE = dt.timedelta(minutes=1)  # a button that is pressed twice mails once
log = logging.getLogger(__name__)


@transaction.atomic
def invite(*, session: Session, people: list[dict], by: User) -> list[Invitation]:
    """Put people on the list; who is there already is not doubled. Gives who is new, to be mailed."""
    session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    refuse_unless_invited_to(session)
    there = set(session.invitations.values_list("email", flat=True))
    new = {row["email"].lower(): row for row in people if row["email"].lower() not in there}
    if len(there) + len(new) > MOST_INVITATIONS:
        raise ValidationError(_("This session has too many invitations."))
    made = [Invitation(session=session, **row | {"email": email}) for email, row in new.items()]
    for invitation in made:
        invitation.full_clean()
    made = Invitation.objects.bulk_create(made)
    audit.record("invite", session, by=by, number=len(made))
    return made


def mail_invitations(*, invitations: list[Invitation], by: User) -> tuple[int, int]:
    """Send them, each on its own so that one that fails keeps no other back; how many went and how many failed."""
    sent = failed = 0
    for invitation in invitations:
        try:
            sent += mail(invitation, by)
        except OSError:  # of the mail server; the button on the list tries again
            log.exception("No mail could be sent for invitation %s.", invitation.pk)
            failed += 1
    return sent, failed


@transaction.atomic
def mail(invitation, by):
    """Whether it was sent: of two who press the button at once, only one sends."""
    invitation = (
        Invitation.objects.select_for_update(of=["self"]).select_related("session__series").get(pk=invitation.pk)
    )
    refuse_unless_invited_to(invitation.session)
    now = timezone.now()
    if not invitation.email or (invitation.mailed_at and now < invitation.mailed_at + NOT_TWICE):
        return False
    send_invitation(invitation)
    invitation.mailed_at = now
    invitation.save(update_fields=["mailed_at"])
    audit.record("mail invitation", invitation, by=by)
    return True


def refuse_unless_invited_to(session):
    if session.is_closed or session.is_archived:
        raise ValidationError(_("This session is over; nobody can be invited any more."))
    if not session.starts_at:
        raise ValidationError(_("First fill in when the session begins."))


@transaction.atomic
def answer_invitation(*, invitation: Invitation, answer: str, function: str, department: str) -> Invitation:
    """What somebody says with the link of their mail; it may change as long as the session is not over."""
    invitation = Invitation.objects.select_for_update(of=["self"]).select_related("session").get(pk=invitation.pk)
    if invitation.session.is_closed:
        raise ValidationError(_("This session is over. Thank you for your interest."))
    invitation.answer, invitation.answered_at = answer, timezone.now()
    invitation.function, invitation.department = function, department
    invitation.full_clean()
    invitation.save()
    audit.record("answer invitation", invitation, by=None, answer=answer)
    return invitation


@transaction.atomic
def mark_attendance(*, invitation: Invitation, attended: bool, by: User) -> None:
    """Note that somebody was there, or that it was a mistake."""
    if Invitation.objects.filter(pk=invitation.pk).exclude(attended=attended).update(attended=attended):
        audit.record("mark attendance", invitation, by=by, attended=attended)


@transaction.atomic
def remove_invitation(*, invitation: Invitation, by: User) -> None:
    """Take somebody off the list; the link in their mail ends."""
    audit.record("remove", invitation, by=by)
    invitation.delete()
