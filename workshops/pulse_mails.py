"""Who is mailed which pulse: once half a year and once a year after the last session of a series."""

import datetime as dt
import logging

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mvi import audit
from workshops.models import OF_MAIL, OPEN_DAYS, Pulse, PulseLink, Series

log = logging.getLogger(__name__)


def send_pulse_mails(today: dt.date) -> tuple[int, int]:
    """Ask everybody of whom an answer is due; how many mails were sent, and how many failed."""
    sent = failed = 0
    for series in Series.objects.in_use().exclude(pulse_addresses=None):
        pulse = due(series, today)
        for address in series.pulse_addresses.exclude(links__pulse=pulse) if pulse else ():
            try:
                sent += send(pulse, address, today)
            except OSError:  # of the mail server; the next run tries again
                log.exception("No mail could be sent to address %s of a pulse.", address.pk)
                failed += 1
    return sent, failed


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
def send(pulse, address, today):
    """Whether it was sent: when two of these run at once, the database lets only one have the address."""
    link, is_new = PulseLink.objects.get_or_create(pulse=pulse, address=address, defaults={"sent_on": today})
    if not is_new:
        return False
    send_link(_("MVI-kompas: five short questions"), link)
    return True


def send_link(subject, link):
    pulse = link.pulse
    until = (pulse.mailed_on or link.sent_on) + dt.timedelta(days=OPEN_DAYS)
    context = {"series": pulse.series, "url": settings.SITE_URL + link.get_absolute_url(), "until": date_format(until)}
    body = render_to_string("workshops/pulse_mail.txt", context)
    send_mail(subject, body, None, [link.address.email])
