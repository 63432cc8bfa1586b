"""Who is mailed which pulse: once half a year and once a year after the last session of a series."""

import datetime as dt

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mvi import audit
from mvi.jobs.running import unseen
from mvi.mailing import send_each
from workshops.models import OF_MAIL, OPEN_DAYS, Pulse, PulseLink, Series


def send_pulse_mails(today: dt.date) -> tuple[int, int]:
    """Ask everybody of whom an answer is due; how many mails went, and how many failed: the next run tries again."""
    wanted = []
    for series in Series.objects.in_use().exclude(pulse_addresses=None):
        if pulse := due(series, today):
            wanted += [(pulse, address) for address in series.pulse_addresses.exclude(links__pulse=pulse)]
    return send_each(wanted, lambda row, connection: send(*row, today, connection))


def send_reminders(pulse, progress=unseen) -> tuple[int, int]:
    """Mail all links without an answer; when not one mail went, it may be asked for again today."""
    subject = _("Reminder: five short questions")

    def send(link, connection):
        send_link(subject, link, connection)
        return True

    sent, failed = send_each(silent_links(pulse), send, progress)
    if failed and not sent:
        Pulse.objects.filter(pk=pulse.pk).update(reminded_on=None)
    return sent, failed


def silent_links(pulse):
    """Links that were mailed before today and have no answer; who they are is kept nowhere."""
    answered = set(pulse.answers.values_list("key", flat=True))
    links = pulse.links.select_related("pulse__series", "address").exclude(sent_on=timezone.localdate())
    return [link for link in links if pulse.key_for(link.secret) not in answered]


def due(series, today):
    """The pulse that is asked now, if any; a moment that was missed altogether is not asked any more."""
    ended_on = series.ended_on()
    if ended_on is None:
        return None
    for moment, days in OF_MAIL.items():
        asked_on = ended_on + dt.timedelta(days=days)
        if asked_on <= today <= asked_on + dt.timedelta(days=OPEN_DAYS):
            pulse, is_new = Pulse.objects.get_or_create(series=series, moment=moment, defaults={"mailed_on": today})
            if is_new:
                audit.record("ask pulse", pulse, by=None)
            return None if pulse.is_closed else pulse
    return None


@transaction.atomic
def send(pulse, address, today, connection=None):
    """Whether it was sent: when two of these run at once, the database lets only one have the address."""
    link, is_new = PulseLink.objects.get_or_create(pulse=pulse, address=address, defaults={"sent_on": today})
    if not is_new:
        return False
    send_link(_("MVI-kompas: five short questions"), link, connection)
    return True


def send_link(subject, link, connection):
    pulse = link.pulse
    until = (pulse.mailed_on or link.sent_on) + dt.timedelta(days=OPEN_DAYS)
    context = {"series": pulse.series, "url": settings.SITE_URL + link.get_absolute_url(), "until": date_format(until)}
    body = render_to_string("workshops/pulse_mail.txt", context)
    # With these a mail program offers to stop the mail in one click (RFC 2369 and RFC 8058).
    stop = settings.SITE_URL + reverse("phone:pulse-stop", args=[link.signed])
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    EmailMessage(subject, body, to=[link.address.email], headers=headers, connection=connection).send()
