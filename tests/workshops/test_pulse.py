"""The pulse: answered on a phone and by mail, once, without a name; and what the pages say of it."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from mvi.models import AuditEvent
from strategy.models import Strategy
from tests.factories.mvi import UserFactory
from tests.factories.strategy import StrategyFactory
from tests.factories.workshops import (
    ParticipantFactory,
    PulseAddressFactory,
    PulseAnswerFactory,
    PulseFactory,
    PulseLinkFactory,
    SeriesFactory,
    SessionFactory,
    StepFactory,
)
from workshops import actions
from workshops.models import Pulse, PulseAddress, PulseAnswer, PulseLink, SessionStatus, StepKind
from workshops.pulse_mails import due, send, send_pulse_mails
from workshops.support import support

pytestmark = pytest.mark.django_db
PART = {"HTTP_X_PART": "step"}
SCORES = {"awareness": 4, "desire": 5, "knowledge": 2, "ability": 3, "reinforcement": 4}
ANSWERS = {"function": "buyer", **SCORES, "remark": "Tijd"}


@pytest.fixture
def session():
    session = SessionFactory(open=True, join_code="KX74PM")
    StepFactory(session=session, kind=StepKind.PULSE, moment="before", is_current=True, title="Hoe staat u erin?")
    return session


def page(name):
    return reverse(f"phone:{name}", args=["KX74PM"])


@pytest.fixture
def phone(client, session):
    client.post(page("session"), {"name": "Nick", "function": "inkoper", "department": ""})
    return client


def step(**fields):
    return {"kind": StepKind.PULSE, "moment": "before"} | fields


def test_a_pulse_has_a_moment_and_no_other_step_has_one():
    for wrong in (step(moment=""), step(kind=StepKind.VOTE), step(moment="year")):
        with pytest.raises(IntegrityError), transaction.atomic():
            StepFactory(**wrong)


def test_the_form_of_a_step_says_that_the_moment_is_missing(client, login):
    login("workshops.add_step")
    url = reverse("workshops:step-add", args=[SessionFactory().pk])

    response = client.post(url, {"title": "Puls", "kind": "pulse", "minutes": 5, "moment": "", "question": ""})

    assert response.context["form"].errors == {
        "moment": ["Een puls heeft een moment, en een andere stap heeft er geen."]
    }


def test_a_copied_programme_keeps_its_moments(session):
    copy = SeriesFactory()

    actions.copy_programme(source=session.series, series=copy)

    assert copy.sessions.get().steps.get().moment == "before"


def test_a_phone_answers_and_changes_its_answer(phone, session):
    asked = phone.get(page("session"))
    first = phone.post(page("pulse"), ANSWERS, **PART)
    changed = phone.post(page("pulse"), ANSWERS | {"awareness": 1, "remark": "Rust"})

    answer = PulseAnswer.objects.get()
    assert asked.context["form"]["function"].value() == "buyer"  # as this participant said when joining
    assert "Dank u wel. U kunt uw antwoord wijzigen" in first.content.decode()
    assert changed.url == page("session")
    assert (answer.pulse.series, answer.pulse.moment) == (session.series, "before")
    assert (answer.function, answer.awareness, answer.desire, answer.remark) == ("buyer", 1, 5, "Rust")
    assert phone.get(page("session")).context["form"]["remark"].value() == "Rust"


def test_what_was_answered_does_not_know_who_answered(phone, session):
    phone.post(page("pulse"), ANSWERS, **PART)

    answer = PulseAnswer.objects.get()
    assert str(session.participants.get().token) not in (answer.key, str(answer.pk))
    assert {field.name for field in PulseAnswer._meta.get_fields()} == {"id", "pulse", "key", *ANSWERS}
    assert not hasattr(PulseAnswer, "events")
    assert [event.action for event in AuditEvent.objects.order_by("pk")] == ["join", "ask pulse"]
    assert str(answer) == "antwoord op een puls"

    actions.close_pulse(pulse=answer.pulse, by=None)

    answer.refresh_from_db()
    assert answer.key is None


def test_what_is_missing_is_asked_for_and_what_was_chosen_stays(phone):
    response = phone.post(page("pulse"), ANSWERS | {"desire": ""}, **PART)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["desire"]
    assert response.context["form"]["awareness"].value() == "4"
    assert not PulseAnswer.objects.exists()


@pytest.mark.parametrize("score", [0, 6])
def test_only_one_to_five(phone, score):
    response = phone.post(page("pulse"), ANSWERS | {"desire": score}, **PART)

    assert response.status_code == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        PulseAnswerFactory(desire=score)


def test_a_phone_takes_its_answer_back(phone):
    phone.post(page("pulse"), ANSWERS, **PART)
    response = phone.post(page("pulse"), {"withdraw": "1"}, **PART)

    assert "Dank u wel" not in response.content.decode()
    assert not PulseAnswer.objects.exists()
    assert phone.post(page("pulse"), {"withdraw": "1"}, **PART).status_code == 200


def test_in_another_step_nothing_is_answered(phone, session):
    session.steps.update(kind=StepKind.STORIES, moment="")

    response = phone.post(page("pulse"), ANSWERS, **PART)
    invalid = phone.post(page("pulse"), {}, **PART)
    withdrawn = phone.post(page("pulse"), {"withdraw": "1"}, **PART)

    assert response.status_code == 409
    assert "Er is nu geen puls bezig." in response.content.decode()
    assert list(invalid.context["form"].fields) == ["key", "kind", "text"]
    assert withdrawn.status_code == 200
    assert not Pulse.objects.exists()


def test_once_the_pulse_is_closed_nothing_changes_any_more(phone):
    phone.post(page("pulse"), ANSWERS, **PART)
    actions.close_pulse(pulse=Pulse.objects.get(), by=None)

    again = phone.post(page("pulse"), ANSWERS | {"desire": 1}, **PART)
    phone.post(page("pulse"), {"withdraw": "1"}, **PART)

    answer = PulseAnswer.objects.get()
    assert "Deze puls is gesloten." in again.content.decode()
    assert answer.desire == 5
    for change in (answer.delete, lambda: PulseAnswer.objects.update(desire=1)):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    with pytest.raises(IntegrityError), transaction.atomic():
        PulseAnswerFactory(pulse=answer.pulse)
    with pytest.raises(ValidationError, match="al gesloten"):
        actions.close_pulse(pulse=answer.pulse, by=None)


def test_what_is_closed_at_the_very_moment_is_said(phone, monkeypatch):
    pulse = PulseFactory(series=phone.get(page("session")).context["session"].series, closed_at=timezone.now())
    monkeypatch.setattr(Pulse, "is_closed", False)  # as this request read it, just before

    assert phone.post(page("pulse"), ANSWERS, **PART).status_code == 409
    assert not pulse.answers.exists()


def test_the_pulse_closes_with_its_session(phone, session):
    phone.post(page("pulse"), ANSWERS, **PART)
    other = PulseFactory(series=session.series, moment="after")
    user = UserFactory()

    actions.close_session(session=session, by=user)

    pulse = Pulse.objects.get(moment="before")
    assert (pulse.closed_by, pulse.answers.get().key) == (user, None)
    other.refresh_from_db()
    assert not other.is_closed


def test_the_big_screen_counts_who_answered(phone, session, login):
    phone.post(page("pulse"), ANSWERS, **PART)
    login("workshops.view_session")
    url = reverse("workshops:screen", args=[session.pk])
    seen = phone.get(url, HTTP_X_PART="board")

    assert "1 persoon heeft de puls ingevuld" in seen.content.decode()
    assert phone.get(url, HTTP_X_PART="board", HTTP_IF_NONE_MATCH=seen["ETag"]).status_code == 304
    other = ParticipantFactory(session=session)
    actions.answer_pulse(participant=other, **ANSWERS)
    assert "2 personen hebben de puls ingevuld" in phone.get(url, HTTP_X_PART="board").content.decode()


def test_a_phone_leaves_one_address_for_later(phone, session):
    for email in ("een@gemeente.example", "Twee@gemeente.example", "twee@gemeente.example"):
        phone.post(page("pulse"), ANSWERS | {"email": email}, **PART)

    address = PulseAddress.objects.get()
    assert address.email == "twee@gemeente.example"
    assert str(address) == f"{session.series.pk}: {address.pk}"


def test_there_is_an_end_to_addresses(session, monkeypatch):
    monkeypatch.setattr("workshops.actions.pulse.MOST_ADDRESSES", 1)
    PulseAddressFactory(series=session.series)

    with pytest.raises(ValidationError, match="te veel adressen"):
        actions.add_pulse_addresses(series=session.series, emails=["een@gemeente.example"], by=UserFactory())


# By mail

TODAY = timezone.localdate()


@pytest.fixture
def series():
    """Of which the last session ended half a year ago."""
    return ended(182)


def ended(days):
    series = SeriesFactory(title="Op weg")
    at = timezone.now() - dt.timedelta(days=days)
    SessionFactory(series=series, status=SessionStatus.CLOSED, opened_at=at, opened_by=UserFactory(), closed_at=at,
                   closed_by=UserFactory())  # fmt: skip
    return series


@pytest.mark.parametrize(
    ("days", "moment"),
    [(181, None), (182, "half_year"), (212, "half_year"), (213, None), (365, "year"), (395, "year"), (396, None)],
)
def test_when_is_asked(days, moment):
    pulse = due(ended(days), TODAY)

    assert (pulse and pulse.moment) == moment
    assert pulse is None or pulse.mailed_on == TODAY


def test_nobody_is_asked_as_long_as_a_session_is_to_come(series):
    SessionFactory(series=series)

    assert due(series, TODAY) is None
    assert due(SeriesFactory(), TODAY) is None


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
    pulse = due(series, TODAY)

    assert [send(pulse, address, TODAY), send(pulse, address, TODAY)] == [True, False]
    assert len(mail.outbox) == 1


class OutOfOrder(EmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, messages):
        raise ConnectionResetError


def test_a_mail_that_failed_is_tried_again(series, settings):
    PulseAddressFactory(series=series)
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "tests.workshops.test_pulse.OutOfOrder"

    with pytest.raises(CommandError, match="1 mails could not be sent"):
        call_command("send_pulses")
    settings.EMAIL_BACKEND = working

    assert send_pulse_mails(TODAY) == (1, 0)


@pytest.fixture
def link_url(series):
    PulseAddressFactory(series=series)
    send_pulse_mails(TODAY)
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
    assert actions.close_past_pulses(today=TODAY + dt.timedelta(days=30)) == 0
    assert actions.close_past_pulses(today=TODAY + dt.timedelta(days=31)) == 1

    response = client.post(link_url, ANSWERS | {"desire": 1})

    assert response.status_code == 410
    assert PulseAnswer.objects.get().desire == 5
    assert PulseAddress.objects.exists()  # for the next one
    assert due(Pulse.objects.get().series, TODAY) is None


def test_what_closes_at_the_very_moment_is_said_beside_the_link(client, link_url, monkeypatch):
    Pulse.objects.update(closed_at=timezone.now())
    monkeypatch.setattr(Pulse, "is_closed", False)

    assert client.post(link_url, ANSWERS).context["form"].non_field_errors() == [
        "Uw antwoord kon niet worden bewaard. Probeer het opnieuw."
    ]


def test_after_the_last_pulse_the_addresses_are_gone():
    link = PulseLinkFactory(pulse__moment="year", pulse__mailed_on=TODAY - dt.timedelta(days=31))
    stays = PulseAddressFactory()

    actions.close_past_pulses(today=TODAY)

    assert list(PulseAddress.objects.all()) == [stays]
    assert PulseLink.from_signed(link.signed) is None


def test_who_wants_no_more_mails_is_forgotten_and_the_answer_stays(client, link_url):
    client.post(link_url, ANSWERS)

    assert client.get(f"{link_url}afmelden/").status_code == 405
    response = client.post(f"{link_url}afmelden/")

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


# The pages


def test_addresses_are_added_by_who_prepares_the_series(client, login, series):
    user = login("workshops.change_pulse", "workshops.view_pulse")
    PulseAddressFactory(series=series, email="een@gemeente.example")
    url = reverse("workshops:pulse-addresses", args=[series.pk])

    response = client.post(url, {"emails": "Een@gemeente.example\ntwee@gemeente.example; drie@gemeente.example"},
                           follow=True)  # fmt: skip

    assert "2 adressen zijn toegevoegd." in response.content.decode()
    assert "3 adressen" in response.content.decode()
    event = AuditEvent.objects.get()
    assert (event.action, event.actor, event.details) == ("add pulse addresses", user, {"number": 2})


@pytest.mark.parametrize(
    ("emails", "said"),
    [
        ("geen adres", "“geen” is geen e-mailadres."),
        ("a@b.nl " * 201, "Hoogstens 200 tegelijk."),
        ("", "Dit veld is verplicht."),
    ],
)
def test_what_is_no_address_is_said(client, login, series, emails, said):
    login("workshops.change_pulse")

    response = client.post(reverse("workshops:pulse-addresses", args=[series.pk]), {"emails": emails})

    assert response.context["form"].errors["emails"] == [said]


def test_too_many_addresses_are_refused_beside_the_field(client, login, series, monkeypatch):
    monkeypatch.setattr("workshops.actions.pulse.MOST_ADDRESSES", 0)
    login("workshops.change_pulse")

    response = client.post(reverse("workshops:pulse-addresses", args=[series.pk]), {"emails": "a@b.nl"})

    assert list(response.context["form"].errors) == ["emails"]


def results(client, series, **params):
    return client.get(reverse("workshops:series-pulse", args=[series.pk]), params)


def answered(series, moment, closed=True, **functions):
    """A pulse with for each function the scores of `awareness`; the other statements got 3."""
    pulse = PulseFactory(series=series, moment=moment)
    for function, scores in functions.items():
        for score in scores:
            PulseAnswerFactory(pulse=pulse, function=function, awareness=score)
    return actions.close_pulse(pulse=pulse, by=None) if closed else pulse


def test_a_series_that_was_not_asked_says_what_to_do(client, login, series):
    login("workshops.view_pulse")

    assert "Nog niemand is gevraagd." in results(client, series).content.decode()


def test_the_page_shows_bars_and_the_trend(client, login, series):
    login("workshops.view_pulse", "workshops.view_series")
    answered(series, "before", buyer=[1, 1, 2, 3, 5], executive=[3] * 5)
    answered(series, "after", buyer=[5] * 5, executive=[2] * 6)

    page = results(client, series)
    first = results(client, series, moment="before", function="buyer")

    text = page.content.decode()
    assert page.context["chosen"].pulse.moment == "after"
    assert page.context["group"].number == 11
    assert [(row["name"], row["change"] and float(row["change"])) for row in page.context["trend"]] == [
        ("iedereen", 0.2),
        ("inkoper", 0.5),
        ("bestuurder", -0.2),
    ]
    assert "▲" in text
    assert "▼" in text
    row = first.context["group"].rows[0]
    assert (float(row["mean"]), row["shares"]) == (2.4, {"disagree": 60, "neutral": 20, "agree": 20})
    assert 'aria-label="helemaal oneens 40%, oneens 20%, neutraal 20%, eens 0%, helemaal eens 20%"' in row["bar"]
    assert '<rect x="30.0" y="0" width="40.0" height="18" class="pulse-bar__1"/>' in row["bar"]
    assert "inkoper (5)" in first.content.decode()
    assert reverse("workshops:series-pulse", args=[series.pk]) in client.get(series.get_absolute_url()).content.decode()


def test_remarks_stand_without_function_and_only_with_enough_answers(client, login, series):
    login("workshops.view_pulse")
    pulse = answered(series, "before", closed=False, buyer=[3] * 4)
    PulseAnswerFactory(pulse=pulse, function="executive", remark="Zeker tijd")
    PulseAnswer.objects.filter(function="buyer").update(remark="Andere regels")
    actions.close_pulse(pulse=pulse, by=None)

    assert results(client, series).context["chosen"].remarks == ["Andere regels"] * 4 + ["Zeker tijd"]


def test_an_open_pulse_shows_nothing_and_can_be_closed(client, login, series):
    user = login("workshops.view_pulse", "workshops.change_pulse")
    pulse = answered(series, "before", closed=False, buyer=[5] * 6)

    page = results(client, series)
    closed = client.post(reverse("workshops:pulse-close", args=[pulse.pk]), follow=True)

    assert "Er wordt nog geantwoord." in page.content.decode()
    assert page.context["group"] is None
    assert page.context["trend"] == []
    assert closed.context["group"].number == 6
    assert AuditEvent.objects.get(action="close").actor == user
    assert client.post(reverse("workshops:pulse-close", args=[pulse.pk])).status_code == 409


def test_support_is_that_of_the_series_that_was_asked_last():
    strategy = StrategyFactory()
    older, newer = (SeriesFactory(strategy=strategy) for _ in range(2))
    answered(older, "before", buyer=[1] * 5)
    answered(newer, "before", buyer=[2] * 5)
    answered(newer, "after", buyer=[4] * 5, other=[4] * 5)
    answered(SeriesFactory(strategy=strategy), "before", buyer=[5] * 4)  # too few
    answered(SeriesFactory(), "before", buyer=[5] * 6)  # of no strategy

    found = support(strategy)

    assert (found.series, float(found.mean), found.number, float(found.change)) == (newer, 3.2, 10, 0.4)
    assert found.latest.pulse.moment == "after"
    assert support(StrategyFactory()) is None


def test_one_moment_is_no_trend():
    strategy = StrategyFactory()
    answered(SeriesFactory(strategy=strategy), "before", buyer=[4] * 5)

    assert support(Strategy.objects.get(pk=strategy.pk)).change is None


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_needs_the_same_queries_for_any_number(client, login, series, number, django_assert_num_queries):
    login("workshops.view_pulse")
    for moment in ("before", "after", "year")[:number]:
        answered(series, moment, buyer=[3] * 5 * number)
    results(client, series)

    with django_assert_num_queries(9):
        assert len(results(client, series).context["moments"]) == number
