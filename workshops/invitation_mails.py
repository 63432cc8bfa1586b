"""The mail that asks somebody to a session, with the session for their calendar, and the one about the quiz."""

from django.conf import settings
from django.core.mail import EmailMessage, send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from mvi import ical


def send_invitation(invitation):
    session = invitation.session
    context = {"session": session, "url": settings.SITE_URL + invitation.get_absolute_url()}
    mail = EmailMessage(
        _("Invitation: %(session)s") % {"session": session.title},
        render_to_string("workshops/invitation_mail.txt", context),
        to=[invitation.email],
    )
    mail.attach("werksessie.ics", for_calendar(session).decode(), "text/calendar")
    mail.send()


def send_quiz_reminder(invitation):
    session = invitation.session
    context = {"session": session, "url": settings.SITE_URL + reverse("workshops:quiz", args=[session.pk])}
    subject = _("Reminder: knowledge quiz of %(session)s") % {"session": session.title}
    send_mail(subject, render_to_string("workshops/quiz_mail.txt", context), None, [invitation.email])


def for_calendar(session):
    event = ical.Event(
        uid=f"session-{session.pk}",
        summary=f"{session.title} ({session.series})",
        starts=session.starts_at,
        ends=session.ends_at,
        location=session.place,
        description=session.aim,
        version=session.version,
    )
    return ical.calendar(session.title, [event], site=settings.SITE_URL)
