"""The pulse on a phone: asked in the room, answered once, without a name."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from mvi.models import AuditEvent
from tests.factories.mvi import UserFactory
from tests.factories.workshops import (
    ParticipantFactory,
    PulseAddressFactory,
    PulseAnswerFactory,
    PulseFactory,
    SeriesFactory,
    SessionFactory,
    StepFactory,
)
from workshops import actions
from workshops.models import Pulse, PulseAddress, PulseAnswer, StepKind

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
