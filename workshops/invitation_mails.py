"""The mail that asks somebody to a session, with the session for their calendar, and the one about the quiz."""

import datetime as dt
from email.utils import parseaddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mvi import audit, ical
from mvi.jobs.running import unseen
from mvi.mailing import send_each
from workshops.models import Invitation

NOT_TWICE = dt.timedelta(minutes=1)  # a button that is pressed twice mails once


def mail_invitations(invitations, *, by, asked_at, progress=unseen) -> tuple[int, int]:
    """How many went and how many failed; the button on the list tries again."""

    def send(invitation, connection):
        return mail_invitation(invitation, by=by, asked_at=asked_at, connection=connection)

    return send_each(invitations, send, progress)


@transaction.atomic
def mail_invitation(invitation, *, by, asked_at=None, connection=None):
    """Whether it was sent: not when it went since it was asked for, or just now; of two at once only one sends."""
    invitation = (
        Invitation.objects.select_for_update(of=["self"])
        .select_related("session__series", "session__facilitator")
        .filter(pk=invitation.pk)
        .first()
    )
    if invitation is None:  # taken off the list in the meantime
        return False
    session = invitation.session
    if not session.is_called_off and (blockers := session.inviting_blockers()):
        raise ValidationError(blockers)
    now = timezone.now()
    since = min(asked_at or now, now - NOT_TWICE)
    is_told = invitation.mailed_at and invitation.mailed_at > since and invitation.told == session.appointment
    if is_told or not invitation.email:
        return False
    send_invitation(invitation, connection)
    invitation.mailed_at, invitation.told = now, session.appointment
    invitation.save(update_fields=["mailed_at", "told"])
    audit.record("mail invitation", invitation, by=by)
    return True


def send_invitation(invitation, connection=None):
    """An answer to the mail itself goes to who leads the session."""
    session = invitation.session
    has_moved = invitation.told not in ("", session.appointment)
    context = {"session": session, "has_moved": has_moved, "url": settings.SITE_URL + invitation.get_absolute_url()}
    mail = EmailMessage(
        subject_of(session, has_moved) % {"session": session.title},
        render_to_string("workshops/invitation_mail.txt", context),
        to=[invitation.email],
        reply_to=[session.facilitator.email] if session.facilitator else None,
        connection=connection,
    )
    method = "CANCEL" if session.is_called_off else "PUBLISH"
    mail.attach("werksessie.ics", for_calendar(session, method).decode(), f"text/calendar; method={method}")
    mail.send()


def subject_of(session, has_moved):
    if session.is_called_off:
        return _("Called off: %(session)s")
    return _("Changed: %(session)s") if has_moved else _("Invitation: %(session)s")


def mail_quiz_reminders(invitations, *, progress=unseen) -> tuple[int, int]:
    """How many went and how many failed; the button tries again."""
    return send_each(invitations, mail_quiz_reminder, progress)


@transaction.atomic
def mail_quiz_reminder(invitation, connection=None):
    """Whether it was sent: at most once a day, and of two at once only one sends."""
    today = timezone.localdate()
    waiting = Invitation.objects.filter(pk=invitation.pk).exclude(reminded_of_quiz_on=today)
    if not waiting.update(reminded_of_quiz_on=today):
        return False
    session = invitation.session
    context = {"session": session, "url": settings.SITE_URL + reverse("workshops:quiz", args=[session.pk])}
    subject = _("Reminder: knowledge quiz of %(session)s") % {"session": session.title}
    body = render_to_string("workshops/quiz_mail.txt", context)
    EmailMessage(subject, body, to=[invitation.email], connection=connection).send()
    return True


def for_calendar(session, method):
    event = ical.Event(
        uid=f"session-{session.pk}",
        summary=f"{session.title} ({session.series})",
        starts=session.starts_at,
        ends=session.ends_at,
        location=session.place,
        description=session.aim,
        version=session.version,
        is_cancelled=session.is_called_off,
        organiser=parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
    )
    return ical.calendar(session.title, [event], site=settings.SITE_URL, method=method)
