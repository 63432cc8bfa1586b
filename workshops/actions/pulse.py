"""The pulse: asked in the room or by mail, answered without a name, shown only when it is closed."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mvi import audit
from mvi.jobs.actions import start
from mvi.models import Job, User
from workshops import jobs
from workshops.models import Participant, Pulse, PulseAddress, PulseAnswer, PulseLink, Room, Series, Step
from workshops.pulse_mails import silent_links

from .participant import locked

MOST_ADDRESSES = 1_000  # of one series: more is a machine, not a town hall


@transaction.atomic
def answer_pulse(*, participant: Participant, email: str = "", **answers) -> PulseAnswer:
    """Answer on a phone while the step goes on; answering again replaces what this phone said before."""
    participant = locked(participant)
    step = participant.session.current_step
    if not (step and step.asks_for_pulse):
        raise ValidationError(_("There is no pulse going on now."))
    answer = keep(pulse=pulse_of(step), secret=participant.token, **answers)
    if email:
        keep_address(series=participant.session.series, email=email, secret=participant.token)
    Room.objects.filter(session=participant.session).count_change()
    return answer


@transaction.atomic
def withdraw_pulse(*, participant: Participant) -> None:
    """Take back what this phone answered; once the pulse is closed nobody knows which answer that is."""
    participant = locked(participant)
    own_answers(participant).delete()
    Room.objects.filter(session=participant.session).count_change()


def own_answers(participant: Participant):
    """What this phone answered in the pulse that goes on."""
    step = participant.session.current_step
    if not (step and step.asks_for_pulse):
        return PulseAnswer.objects.none()
    pulse = Pulse.objects.filter(series=participant.session.series, moment=step.moment, closed_at=None).first()
    return PulseAnswer.objects.filter(key=pulse.key_for(participant.token)) if pulse else PulseAnswer.objects.none()


@transaction.atomic
def answer_mailed_pulse(*, link: PulseLink, **answers) -> PulseAnswer:
    """Answer with the link of a mail; the same link replaces its own answer as long as the pulse is open."""
    link = PulseLink.objects.select_for_update(of=["self"]).select_related("pulse").get(pk=link.pk)
    return keep(pulse=link.pulse, secret=link.secret, **answers)


def pulse_of(step: Step) -> Pulse:
    pulse, is_new = Pulse.objects.get_or_create(series=step.session.series, moment=step.moment)
    if is_new:
        audit.record("ask pulse", pulse, by=None)
    return pulse


def keep(*, pulse, secret, **answers):
    if pulse.is_closed:
        raise ValidationError(_("This pulse is closed. Thank you for your interest."))
    key = pulse.key_for(secret)
    answer = PulseAnswer.objects.filter(key=key).first() or PulseAnswer(pulse=pulse, key=key)
    for name, value in answers.items():
        setattr(answer, name, value)
    answer.full_clean()
    answer.save()
    return answer


def answer_of(link: PulseLink) -> PulseAnswer | None:
    """What was answered with this link, as long as the pulse is open."""
    return PulseAnswer.objects.filter(key=link.pulse.key_for(link.secret)).first()


def keep_address(*, series, email, secret):
    """One for each phone, so that nobody can put in the addresses of all others."""
    key = address_key(series, secret)
    PulseAddress.objects.filter(key=key).exclude(email__iexact=email).delete()
    add_address(series, email, key)


def address_key(series, secret):
    return Pulse(pk=0).key_for(f"{series.pk}:{secret}")


def add_address(series, email, key=None):
    if series.pulse_addresses.count() >= MOST_ADDRESSES:
        raise ValidationError(_("This series has too many addresses."))
    _address, is_new = PulseAddress.objects.get_or_create(series=series, email=email.lower(), defaults={"key": key})
    return is_new


@transaction.atomic
def add_pulse_addresses(*, series: Series, emails: list[str], by: User) -> int:
    """People who are asked again later; who is there already is not doubled. Says how many are new."""
    number = sum(add_address(series, email) for email in dict.fromkeys(emails))
    audit.record("add pulse addresses", series, by=by, number=number)
    return number


@transaction.atomic
def remind_of_pulse(*, pulse: Pulse, by: User) -> Job:
    """Mail all links without an answer once more, at most once a day, in the background.

    When not one mail goes, the button may be pressed again.
    """
    if not pulse.can_be_reminded_of:
        raise ValidationError(_("Nobody is asked by mail now."))
    today = timezone.localdate()
    if not Pulse.objects.filter(pk=pulse.pk).exclude(reminded_on=today).update(reminded_on=today):
        raise ValidationError(_("Whoever did not answer was reminded today already."))
    if not silent_links(pulse):
        raise ValidationError(_("There is nobody to remind: they answered, or were mailed today already."))
    audit.record("remind of pulse", pulse, by=by)
    title = _("Reminders: %(pulse)s") % {"pulse": pulse}
    return start(task=jobs.remind_of_pulse, title=title, by=by, address=pulse.get_absolute_url(), pulse=pulse.pk)


@transaction.atomic
def stop_pulse_mails(*, link: PulseLink) -> None:
    """No more mails to this address; what it answered stays, because nobody knows which answer that is."""
    audit.record("stop pulse mails", link.pulse, by=None)
    link.address.delete()


@transaction.atomic
def close_pulse(*, pulse: Pulse, by: User | None) -> Pulse:
    """Take no more answers, forget by which phone or link each came, and show what may be shown."""
    pulse = Pulse.objects.select_for_update(of=["self"]).get(pk=pulse.pk)
    if pulse.is_closed:
        raise ValidationError(_("This pulse is closed already."))
    pulse.answers.update(key=None)
    pulse.closed_at, pulse.closed_by = timezone.now(), by
    pulse.save()
    audit.record("close", pulse, by=by, answers=pulse.answers.count())
    return pulse


@transaction.atomic
def close_past_pulses(*, today: dt.date) -> int:
    """Mailed pulses whose time is over; addresses that are not needed any more go. Says how many were closed."""
    past = list(Pulse.objects.past(today))
    for pulse in past:
        close_pulse(pulse=pulse, by=None)
    PulseAddress.objects.no_longer_needed().delete()
    return len(past)
