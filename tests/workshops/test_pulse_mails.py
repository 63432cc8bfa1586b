"""The pulse by mail: who is asked when, and what the link in the mail does."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from django.utils.timezone import localdate as today

from tests.factories.mvi import UserFactory
from tests.factories.workshops import (
    PulseAddressFactory,
    PulseLinkFactory,
    SeriesFactory,
    SessionFactory,
)
from tests.mail_server import mail_server
from workshops import actions
from workshops.models import Pulse, PulseAddress, PulseAnswer, PulseLink, SessionStatus
from workshops.pulse_mails import due, send, send_pulse_mails

pytestmark = pytest.mark.django_db
ANSWERS = {
    "function": "buyer",
    "awareness": 4,
    "desire": 5,
    "knowledge": 2,
    "ability": 3,
    "reinforcement": 4,
    "remark": "Tijd",
}


@pytest.fixture
def series():
    """Of which the last session ended half a year ago."""
    return ended(182)


def ended(days):
    """A series whose last session ended so many days ago; at noon, for late at night summer time is a day off."""
    series = SeriesFactory(title="Op weg")
    at = timezone.make_aware(dt.datetime.combine(today() - dt.timedelta(days=days), dt.time(12)))
    SessionFactory(series=series, status=SessionStatus.CLOSED, opened_at=at, opened_by=UserFactory(), closed_at=at,
                   closed_by=UserFactory())  # fmt: skip
    return series


@pytest.mark.parametrize(
    ("days", "moment"),
    [(181, None), (182, "half_year"), (212, "half_year"), (213, None), (365, "year"), (395, "year"), (396, None)],
)
def test_when_is_asked(days, moment):
    pulse = due(ended(days), today())

    assert (pulse and pulse.moment) == moment
    assert pulse is None or pulse.mailed_on == today()


def test_nobody_is_asked_as_long_as_a_session_is_to_come(series):
    SessionFactory(series=series)

    assert due(series, today()) is None
    assert due(SeriesFactory(), today()) is None


def test_everybody_is_mailed_once(series, capsys):
    PulseAddressFactory.create_batch(2, series=series)
    PulseAddressFactory()  # of a series without sessions

    call_command("send_pulses")
    PulseAddressFactory(series=series, email="later@gemeente.example")
    call_command("send_pulses")
    call_command("send_pulses")

    assert capsys.readouterr().out == (
        "2 mails sent, 0 pulses closed.\n1 mails sent, 0 pulses closed.\n0 mails sent, 0 pulses closed.\n"
    )
    assert mail.outbox[-1].to == ["later@gemeente.example"]
    assert mail.outbox[0].subject == "MVI-kompas: vijf korte vragen"
    assert "“Op weg”" in mail.outbox[0].body


def test_when_two_run_at_once_the_address_is_for_one(series):
    address = PulseAddressFactory(series=series)
    pulse = due(series, today())

    assert [send(pulse, address, today()), send(pulse, address, today())] == [True, False]
    assert len(mail.outbox) == 1


def test_a_mail_that_failed_is_tried_again(series, settings):
    PulseAddressFactory(series=series)

    with mail_server(settings, refused="@"), pytest.raises(CommandError, match="1 mails could not be sent"):
        call_command("send_pulses")
    with mail_server(settings):
        assert send_pulse_mails(today()) == (1, 0)


@pytest.fixture
def link_url(series):
    PulseAddressFactory(series=series)
    send_pulse_mails(today())
    return re.search(r"http://127.0.0.1:8000(/d/puls/\S+)", mail.outbox[0].body)[1]


def test_a_link_answers_once_and_changes_that_answer_without_an_account(client, link_url):
    asked = client.get(link_url)
    assert not PulseAnswer.objects.exists()
    done = client.post(link_url, ANSWERS)
    again = client.get(link_url)
    client.post(link_url, ANSWERS | {"desire": 1})

    answer = PulseAnswer.objects.get()
    assert "Op weg · een half jaar later" in asked.content.decode()
    assert "Uw antwoord is genoteerd." in done.content.decode()
    assert "Dit hebt u geantwoord." in again.content.decode()
    assert again.context["form"]["remark"].value() == "Tijd"
    assert (answer.pulse.moment, answer.desire) == ("half_year", 1)


def test_a_link_with_missing_answers_asks_for_them(client, link_url):
    response = client.post(link_url, {"function": "buyer"})

    assert len(response.context["form"].errors) == 5


def test_a_mailed_pulse_closes_after_thirty_days_and_then_the_link_is_over(client, link_url):
    client.post(link_url, ANSWERS)
    assert actions.close_past_pulses(today=today() + dt.timedelta(days=30)) == 0
    assert actions.close_past_pulses(today=today() + dt.timedelta(days=31)) == 1

    response = client.post(link_url, ANSWERS | {"desire": 1})

    assert response.status_code == 410
    assert PulseAnswer.objects.get().desire == 5
    assert PulseAddress.objects.exists()  # for the next one
    assert due(Pulse.objects.get().series, today()) is None


def test_what_closes_at_the_very_moment_is_said_beside_the_link(client, link_url, monkeypatch):
    Pulse.objects.update(closed_at=timezone.now())
    monkeypatch.setattr(Pulse, "is_closed", False)

    assert client.post(link_url, ANSWERS).context["form"].non_field_errors() == [
        "Uw antwoord kon niet worden bewaard. Probeer het opnieuw."
    ]


def test_after_the_last_pulse_the_addresses_are_gone():
    link = PulseLinkFactory(pulse__moment="year", pulse__mailed_on=today() - dt.timedelta(days=31))
    stays = PulseAddressFactory()

    actions.close_past_pulses(today=today())

    assert list(PulseAddress.objects.all()) == [stays]
    assert PulseLink.from_signed(link.signed) is None


def test_who_wants_no_more_mails_is_forgotten_and_the_answer_stays(client, link_url):
    client.post(link_url, ANSWERS)

    stop = mail.outbox[0].extra_headers["List-Unsubscribe"].removeprefix("<http://127.0.0.1:8000").removesuffix(">")
    assert "Mail mij deze vragen niet meer" in client.get(stop).text
    assert PulseAddress.objects.exists()  # looking (a mail scanner does) changes nothing
    response = Client(enforce_csrf_checks=True).post(stop, {"List-Unsubscribe": "One-Click"})

    assert "Uw adres is verwijderd." in response.content.decode()
    assert not PulseAddress.objects.exists()
    assert PulseAnswer.objects.count() == 1
    assert client.get(link_url).status_code == 404


def test_a_link_that_was_not_made_here_is_not_found(client, link_url):
    response = client.get(link_url[:-3] + "xx/")

    assert (response.status_code, "Deze link werkt niet" in response.text) == (404, True)


def test_a_link_shows_itself_without_the_address():
    link = PulseLinkFactory()

    assert str(link) == f"{link.pulse_id}: {link.pk}"
