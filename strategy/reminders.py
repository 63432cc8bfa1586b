"""Who is reminded of what: at most one mail a day per person, and nobody is told the same thing daily.

News of what somebody follows comes in the same mail; what that is, the roof tells.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import models, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mvi.following import no_more_mail_token
from mvi.mailing import send_each
from mvi.models import MailChoice, NewsChoice, User
from strategy.models import Action, ConsultationRound, Goal, GoalStatus, Mail, MailedLink, OwnerStatus, Rollup, Theme
from strategy.status import Judgement, judge_indicators, with_status

BEFORE = dt.timedelta(days=14)  # how long before its date an action is called to mind
AGAIN = dt.timedelta(days=7)  # how long until the same things are told again
LAST_DAYS = dt.timedelta(days=5)  # how long before its end a consultation is called to mind
REACTS = ["strategy.add_remark", "strategy.view_consultationround", "strategy.view_remark"]


@dataclasses.dataclass
class Reminder:
    """One thing to tell; the key says whether it was told before."""

    key: str
    text: str
    row: models.Model
    question: str = ""  # the name of the row in a link that asks for an answer

    def url_for(self, person):
        """The page of the thing, or a link by which this person answers at once."""
        page = MailedLink.objects.create(to=person, **{self.question: self.row}) if self.question else self.row
        return settings.SITE_URL + page.get_absolute_url()


@dataclasses.dataclass
class News:
    """What is new in what somebody follows: the first lines with their pages, how many there are, and up to when."""

    lines: list[tuple[str, str]]
    number: int
    until: dt.datetime


def reminders(person: User, today: dt.date) -> list[Reminder]:
    """Everything that this person could be reminded of today."""
    return [
        *of_consultations(person, today),
        *of_offers(person),
        *of_actions(person, today),
        *of_measurements(person, today),
    ]


def of_consultations(person, today):
    """Whoever is asked by name hears of it once, and once more near its end when nothing was heard of them."""
    for consultation in ConsultationRound.objects.open_on(today).inviting(person).select_related("strategy"):
        facts = {"strategy": consultation.strategy, "day": date_format(consultation.ends_on)}
        opened, ending = (f"consultation:{consultation.pk}:{part}" for part in ("opened", "ending"))
        asked = person.mails.telling(opened).first()
        if not person.has_perms(REACTS):
            continue
        if not asked:
            text = _("What do you think of “%(strategy)s”? You are asked to react, until %(day)s.") % facts
            yield Reminder(opened, text, consultation)
        elif (
            asked.on <= today - AGAIN
            and consultation.ends_on <= today + LAST_DAYS
            and not consultation.remarks.filter(said_by=person).exists()
            and not person.mails.telling(ending).exists()
        ):
            text = _("You did not react to “%(strategy)s” yet. You can until %(day)s.") % facts
            yield Reminder(ending, text, consultation)


def of_offers(person):
    for queryset in (Theme.objects.in_use(), Goal.objects.in_use(), Action.objects.unfinished()):
        for row in queryset.waiting_for(person):
            name = row._meta.model_name
            yield Reminder(f"{name}:{row.pk}:offer", _("Will you see to “%(row)s”?") % {"row": row}, row, question=name)


def of_actions(person, today):
    mine = Action.objects.unfinished().filter(owner=person, owner_status=OwnerStatus.ACCEPTED)
    for action in mine.filter(ends_on__lte=today + BEFORE):
        facts = {"row": action, "day": date_format(action.ends_on)}
        if action.ends_on < today:
            yield Reminder(f"action:{action.pk}:late", _("“%(row)s” should have been done on %(day)s.") % facts, action)
        else:
            yield Reminder(f"action:{action.pk}:soon", _("“%(row)s” is to be done on %(day)s.") % facts, action)


def of_measurements(person, today):
    for judgement in stale_measurements(person, today):
        indicator = judgement.indicator
        key = f"indicator:{indicator.pk}:{indicator.latest_on}"
        text = _("“%(row)s” was last measured on %(day)s. Nothing changed? Say so in one click.")
        text %= {"row": indicator, "day": date_format(indicator.latest_on)}
        yield Reminder(key, text, indicator, question="indicator")


def stale_measurements(person: User, today: dt.date) -> list[Judgement]:
    """Indicators of this person's goals of which the last measurement of their own is too old, and why."""
    goals = Goal.objects.in_use().filter(owner=person, owner_status=OwnerStatus.ACCEPTED)
    judgements = [judgement for goal in with_status(goals, today) for judgement in judge_indicators(goal, today)]
    return [
        judgement
        for judgement in judgements
        if judgement.status == GoalStatus.STALE and judgement.indicator.rollup == Rollup.OWN
    ]


def is_due(person: User, found: list[Reminder], today: dt.date) -> bool:
    """Something is new since the last mail, or the last mail was a while ago."""
    last = person.mails.exclude(reasons=[]).order_by("-on").first()  # a mail with news only reminded of nothing
    if last is None:
        return bool(found)
    told = {reminder.key for reminder in found}
    return last.on < today and bool(told) and (not told <= set(last.reasons) or last.on <= today - AGAIN)


def send_reminders(today: dt.date, news_of: Callable[[User], News | None] = lambda person: None) -> tuple[int, int]:
    """Mail everybody for whom something is due or new; how many went, and how many failed: the next run tries again."""
    wanted = []
    for person in User.objects.filter(is_active=True).exclude(news_choice__mail=MailChoice.NEVER):
        found, news = reminders(person, today), news_of(person)
        found = found if is_due(person, found, today) else []
        if found or news:
            wanted.append((person, found, today, news))
    return send_each(wanted, lambda row, connection: send(*row, connection))


@transaction.atomic
def send(person, found, today, news=None, connection=None):
    """Whether it was sent: when two of these run at once, the database lets only one have the day."""
    mail, is_new = Mail.objects.get_or_create(to=person, on=today)
    if not is_new:
        return False
    lines = [{"text": reminder.text, "url": reminder.url_for(person)} for reminder in found]
    stop = settings.SITE_URL + reverse("news:no-more-mail", args=[no_more_mail_token(person)])
    facts = {"person": person, "reminders": lines, "news": news, "site": settings.SITE_URL, "stop": stop}
    body = render_to_string("strategy/reminder_mail.txt", facts)
    mail.subject, mail.reasons = subject_of(found, news), [reminder.key for reminder in found]
    mail.body = body if settings.DEMO else ""
    mail.save()
    if news:
        NewsChoice.objects.update_or_create(of=person, defaults={"mailed_until": news.until})
    # With these a mail program offers to stop the mail in one click (RFC 2369 and RFC 8058).
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    EmailMessage(mail.subject, body, to=[person.email], headers=headers, connection=connection).send()
    return True


def subject_of(found, news):
    if not found:
        subject = ngettext("MVI-kompas: one new thing", "MVI-kompas: %(number)s new things", news.number)
        return subject % {"number": news.number}
    subject = ngettext("MVI-kompas: one thing waits for you", "MVI-kompas: %(number)s things wait for you", len(found))
    return subject % {"number": len(found)}
