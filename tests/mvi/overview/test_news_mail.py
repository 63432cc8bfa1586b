"""News in the daily mail, and the way out of it."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate as today

from mvi import audit
from mvi.following import choose, follow, no_more_mail_token, read_until
from mvi.models import AuditEvent, MailChoice, NewsChoice
from mvi.overview.news.mail import NAMED, for_mail
from mvi.roles import ROLES
from strategy.models import Mail
from strategy.reminders import send_reminders
from tests.conftest import give
from tests.factories.mvi import UserFactory
from tests.factories.strategy import ActionFactory, ThemeFactory

pytestmark = pytest.mark.django_db
READER = next(role for role in ROLES if role.key == "executive").permissions


def day(number):
    return today() + dt.timedelta(days=number)


@pytest.fixture
def person():
    user = UserFactory(name="De lezer")
    give(user, *READER)
    return user


@pytest.fixture
def theme(person):
    theme = ThemeFactory(name="Circulair")
    follow(row=theme, by=person)
    return theme


def happened(theme):
    audit.record("change", theme, by=UserFactory())


def test_news_comes_in_the_mail_of_the_day_once(person, theme):
    happened(theme)

    sent = [send_reminders(day(number), for_mail) for number in (0, 0, 1)]
    happened(theme)
    again = send_reminders(day(2), for_mail)

    assert (sent, again) == ([(1, 0), (0, 0), (0, 0)], (1, 0))
    assert mail.outbox[0].subject == "MVI-kompas: één nieuw bericht"
    assert "Thema “Circulair”: gewijzigd" in mail.outbox[0].body
    assert theme.get_absolute_url() in mail.outbox[0].body


def test_reminders_and_news_share_one_mail_and_news_does_not_repeat_reminders(person, theme):
    ActionFactory(title="Meten", owner=person)
    happened(theme)
    call_command("send_reminders")
    happened(theme)
    send_reminders(day(1), for_mail)

    first, second = (letter.body for letter in mail.outbox)
    assert mail.outbox[0].subject == "MVI-kompas: één ding wacht op u"
    assert "“Meten”" in first
    assert "Circulair" in first
    assert "“Meten”" not in second
    assert send_reminders(day(7), for_mail) == (1, 0)  # a week after it was told, not after the news


def test_a_mail_names_the_first_lines_and_counts_them_all(person, theme):
    for _number in range(NAMED + 2):
        happened(theme)
    send_reminders(today(), for_mail)

    assert mail.outbox[0].subject == f"MVI-kompas: {NAMED + 2} nieuwe berichten"
    assert mail.outbox[0].body.count("Thema “Circulair”: gewijzigd") == NAMED


def test_what_was_read_is_not_mailed(person, theme):
    happened(theme)
    read_until(moment=timezone.now(), by=person)

    assert send_reminders(today(), for_mail) == (0, 0)


def test_who_wants_no_mail_gets_none_at_all(person, theme):
    ActionFactory(owner=person)
    happened(theme)
    choose(person=person, mail=MailChoice.NEVER, without=[])

    assert send_reminders(today(), for_mail) == (0, 0)
    assert not Mail.objects.exists()


def test_the_mail_stops_in_one_click_without_logging_in(client, person, theme):
    happened(theme)
    send_reminders(today(), for_mail)
    letter = mail.outbox[0]
    url = re.fullmatch(r"<http://127.0.0.1:8000(/meldingen/afmelden/\S+/)>", letter.extra_headers["List-Unsubscribe"])[
        1
    ]

    looked = client.get(url).content.decode()
    assert "Geen mail meer" in looked
    assert NewsChoice.for_person(person).mail == MailChoice.DAILY

    client.handler.enforce_csrf_checks = True  # as a mail program sends it
    done = client.post(url, {"List-Unsubscribe": "One-Click"})

    assert done.status_code == 200
    assert url in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert NewsChoice.for_person(person).mail == MailChoice.NEVER
    assert AuditEvent.objects.filter(action="stop_mail", actor=person).count() == 1


def test_a_link_that_was_made_up_or_is_of_somebody_who_left_leads_nowhere(client):
    gone = UserFactory(is_active=False)

    for token in ("1", no_more_mail_token(gone), f"{no_more_mail_token(UserFactory())}x"):
        assert client.post(reverse("news:no-more-mail", args=[token])).status_code == 404
