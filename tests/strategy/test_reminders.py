"""Mail about what waits for somebody, and the links in it that work once."""

import datetime as dt
import re
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate as today

from mvi.models import AuditEvent
from strategy.actions import answer_link, close_consultation, decline, repeat_measurement
from strategy.models import Mail, MailedLink, Measurement, OwnerStatus, Rollup
from strategy.reminders import REACTS, reminders, send, send_reminders
from strategy.views.ownership import READER
from tests.conftest import give
from tests.factories.mvi import UserFactory
from tests.factories.strategy import (
    ActionFactory,
    ConsultationRoundFactory,
    GoalFactory,
    IndicatorFactory,
    InvitationFactory,
    MailedLinkFactory,
    MailFactory,
    MeasurementFactory,
    RemarkFactory,
    ThemeFactory,
)
from tests.forms import messages_of

pytestmark = pytest.mark.django_db


def day(number):
    return today() + dt.timedelta(days=number)


def yes(person):
    return {"owner": person, "owner_status": OwnerStatus.ACCEPTED, "answered_at": timezone.now()}


def stale_indicator(person, **fields):
    indicator = IndicatorFactory(
        goal=GoalFactory(**yes(person)),
        name="Hergebruik",
        baseline=1,
        baseline_on=day(-900),
        target=50,
        target_on=day(900),
        **fields,
    )
    MeasurementFactory(indicator=indicator, on=day(-500), value="12.5")
    return indicator


def texts(person):
    return [reminder.text for reminder in reminders(person, today())]


def test_an_offer_is_a_question():
    person = UserFactory()
    for factory, name in ((ThemeFactory, "name"), (GoalFactory, "statement"), (ActionFactory, "title")):
        factory(owner=person, **{name: "Meten"})
        factory(owner=UserFactory())
        factory(**yes(person))

    assert texts(person) == ["Zorgt u voor “Meten”?"] * 3


@pytest.mark.parametrize(("ends", "said"), [(15, 0), (14, 1), (0, 1), (-1, 1), (None, 0)])
def test_an_action_is_called_to_mind_before_and_after_its_date(ends, said):
    person = UserFactory()
    ActionFactory(title="Meten", ends_on=None if ends is None else day(ends), **yes(person))
    ActionFactory(title="Klaar", ends_on=day(-1), status="done", **yes(person))

    found = texts(person)

    assert len(found) == said
    assert all(("had klaar moeten zijn" in text) == (ends < 0) for text in found)


def test_a_stale_measurement_asks_for_a_new_one():
    person = UserFactory()
    stale_indicator(person)
    stale_indicator(person, rollup=Rollup.SUM)  # the pilots measure this one
    stale_indicator(UserFactory())

    (text,) = texts(person)

    assert text.startswith("“Hergebruik” is voor het laatst gemeten op ")


@pytest.fixture
def asked():
    """Somebody who is asked by name in a consultation of three weeks that opens today."""
    person = UserFactory(name="Ada")
    give(person, *REACTS)
    consultation = ConsultationRoundFactory(starts_on=day(0), ends_on=day(21), strategy__title="MVI 2030")
    InvitationFactory(consultation=consultation, person=person)
    return consultation, person


def subjects(person):
    return [(letter.on - today()).days for letter in person.mails.order_by("on")]


def test_who_is_asked_by_name_hears_of_a_consultation_and_once_more_near_its_end(asked):
    consultation, person = asked
    other = UserFactory()
    give(other, *REACTS)

    for number in range(-1, 24):
        send_reminders(day(number))

    assert subjects(person) == [0, 16]
    assert not other.mails.exists()
    first, last = (letter.body for letter in mail.outbox)
    assert "Wat vindt u van “MVI 2030”? U wordt gevraagd te reageren, tot en met " in first
    assert "U hebt nog niet gereageerd op “MVI 2030”. Dat kan tot en met " in last
    assert consultation.get_absolute_url() in first


def test_who_reacted_to_a_consultation_is_left_alone(asked):
    consultation, person = asked
    send_reminders(today())
    RemarkFactory(consultation=consultation, said_by=person)
    RemarkFactory(consultation=consultation, said_by=UserFactory())

    for number in range(1, 22):
        send_reminders(day(number))

    assert subjects(person) == [0]


def test_a_consultation_waits_for_tomorrow_when_there_was_a_mail_today(asked):
    _consultation, person = asked
    MailFactory(to=person, on=today(), reasons=["action:1:soon"])

    assert [send_reminders(day(number))[0] for number in (0, 1, 2)] == [0, 1, 0]


@pytest.mark.parametrize("change", ["short", "closed", "may not", "later"])
def test_who_can_say_nothing_in_a_consultation_is_not_asked(asked, change):
    consultation, person = asked
    if change == "short":  # no second mail within a week
        type(consultation).objects.filter(pk=consultation.pk).update(ends_on=day(6))
    elif change == "closed":
        close_consultation(consultation=consultation, by=UserFactory())
    elif change == "later":
        type(consultation).objects.filter(pk=consultation.pk).update(starts_on=day(3))
    else:
        person.groups.clear()

    for number in range(10):
        send_reminders(day(number))

    assert subjects(person) == {"short": [0], "later": [3]}.get(change, [])


def test_one_mail_a_day_and_only_when_there_is_something_to_tell():
    person, other = UserFactory(name="De eigenaar"), UserFactory()
    ActionFactory(title="Meten", owner=person)

    counts = [send_reminders(today()), send_reminders(today())]

    assert counts == [(1, 0), (0, 0)]
    assert [letter.to for letter in mail.outbox] == [[person.email]]
    assert mail.outbox[0].subject == "MVI-kompas: één ding wacht op u"
    assert "Beste De eigenaar," in mail.outbox[0].body
    assert not other.mails.exists()


def test_the_same_is_told_again_after_a_week_and_something_new_the_next_day():
    person = UserFactory()
    ActionFactory(owner=person)
    sent = [send_reminders(day(number))[0] for number in (0, 1, 6, 7, 8)]
    ActionFactory(owner=person)

    assert sent == [1, 0, 0, 1, 0]
    assert send_reminders(day(9)) == (1, 0)


def test_when_two_run_at_once_the_day_is_for_one():
    person = UserFactory()
    ActionFactory(owner=person)
    found = reminders(person, today())

    assert [send(person, found, today()), send(person, found, today())] == [True, False]
    assert len(mail.outbox) == 1


def test_who_left_gets_no_mail():
    ActionFactory(owner=UserFactory(is_active=False))

    assert send_reminders(today()) == (0, 0)


class OutOfOrder(EmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, messages):
        raise SMTPServerDisconnected


def test_a_mail_that_failed_is_tried_again(settings, capsys):
    ActionFactory(owner=UserFactory())
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "tests.strategy.test_reminders.OutOfOrder"

    with pytest.raises(CommandError, match="1 mails could not be sent"):
        call_command("send_reminders")
    settings.EMAIL_BACKEND = working
    call_command("send_reminders")

    assert capsys.readouterr().out == "0 mails sent.\n1 mails sent.\n"
    assert Mail.objects.count() == len(mail.outbox) == 1


def link_in(letter):
    return re.search(r"http://127.0.0.1:8000(/strategie/antwoord/\S+)", letter.body)[1]


def test_the_link_in_the_mail_answers_once_without_logging_in(client):
    person = UserFactory(name="De eigenaar")
    action = ActionFactory(title="Meten", owner=person)
    send_reminders(today())
    url = link_in(mail.outbox[0])

    looked = client.get(url)
    action.refresh_from_db()
    status_after_looking = action.owner_status
    answered = client.post(url, {"answer": "accept"})
    again = [client.get(url), client.post(url, {"answer": "decline", "reason": "Toch niet"})]

    action.refresh_from_db()
    assert "U antwoordt als De eigenaar." in looked.content.decode()
    assert status_after_looking == OwnerStatus.OFFERED
    assert "Uw antwoord is genoteerd." in answered.content.decode()
    assert action.owner_status == OwnerStatus.ACCEPTED
    assert [response.status_code for response in again] == [410, 410]
    assert "Deze link is al gebruikt." in again[0].content.decode()
    assert [(event.action, event.actor) for event in AuditEvent.objects.all()] == [("accept", person)]


def test_the_link_to_decline_needs_a_reason_and_stays_usable_until_then(client):
    link = MailedLinkFactory(action__owner=UserFactory())
    MailedLink.objects.update(to=link.action.owner)

    refused = client.post(link.get_absolute_url(), {"answer": "decline"})
    done = client.post(link.get_absolute_url(), {"answer": "decline", "reason": "Geen tijd"})

    link.action.refresh_from_db()
    assert refused.context["form"].errors == {"reason": ["Zeg waarom, zodat iemand anders kan worden gevraagd."]}
    assert done.status_code == 200
    assert link.action.decline_reason == "Geen tijd"


def test_the_link_in_the_mail_shows_the_way_to_hand_over_and_later_to_what_it_was_about(client):
    link = MailedLinkFactory(action__owner=UserFactory())
    MailedLink.objects.update(to=link.action.owner)

    asked = client.get(link.get_absolute_url()).text
    client.post(link.get_absolute_url(), {"answer": "accept"})
    used = client.get(link.get_absolute_url()).text

    assert f'<a href="{link.action.get_answer_url()}">Past het beter bij iemand anders?' in asked
    assert f'<a href="{link.action.get_absolute_url()}">Log in om te zien' in used


def test_a_link_about_what_is_somebody_elses_by_now_answers_nothing(client):
    link = MailedLinkFactory(action__owner=UserFactory())

    response = client.post(link.get_absolute_url(), {"answer": "accept"})

    assert response.context["form"].non_field_errors() == [
        "Dit is niet meer aan u om te beantwoorden. Kijk wie nu de eigenaar is."
    ]
    assert str(link) == f"{link.to}: {link.action}"


@pytest.mark.parametrize("spoil", ["signature", "age", "person"])
def test_a_link_that_is_not_ours_too_old_or_of_who_left_is_not_found(client, spoil, settings, monkeypatch):
    link = MailedLinkFactory()
    url = link.get_absolute_url()
    if spoil == "signature":
        url = url[:-2] + "x/"
    elif spoil == "age":
        monkeypatch.setattr("strategy.models.mail.VALID_DAYS", -1)
    else:
        link.to.is_active = False
        link.to.save()

    assert client.get(url).status_code == 404


def test_no_change_in_one_click_from_the_mail(client):
    person = UserFactory()
    indicator = stale_indicator(person)
    send_reminders(today())
    url = link_in(mail.outbox[0])

    asked = client.get(url).content.decode()
    client.post(url)

    newest = indicator.measurements.first()
    assert "“Hergebruik”" in asked
    assert (newest.on, newest.value, newest.note, newest.measured_by) == (today(), 12.5, "Geen wijziging.", person)


def test_who_gave_a_goal_away_no_longer_measures_for_it(client):
    person = UserFactory()
    indicator = stale_indicator(person)
    send_reminders(today())
    decline(row=indicator.goal, reason="Geen tijd", by=person)

    refused = client.post(link_in(mail.outbox[0]))

    assert refused.context["form"].non_field_errors() == [
        "Dit is niet meer aan u om te beantwoorden. Kijk wie nu de eigenaar is."
    ]
    assert indicator.measurements.count() == 1
    assert MailedLink.objects.get().used_at is None


def test_no_change_in_one_click_from_the_page(client, login):
    login("strategy.add_measurement", "strategy.view_goal")
    indicator = stale_indicator(UserFactory())
    url = reverse("strategy:measurement-repeat", args=[indicator.pk])

    offered = client.get(indicator.goal.get_absolute_url()).content.decode()
    done, again = client.post(url, follow=True), client.post(url, follow=True)

    assert url in offered
    assert "Genoteerd voor “Hergebruik”: geen wijziging." in messages_of(done)
    assert "Dit is vandaag al gemeten." in messages_of(again)
    assert indicator.measurements.filter(on=today()).count() == 1


def test_mine_asks_for_what_is_to_be_measured_again(client, login):
    user = login("strategy.add_measurement", *READER)
    indicator = stale_indicator(user)
    stale_indicator(user, rollup=Rollup.SUM)
    stale_indicator(UserFactory())
    url = reverse("strategy:measurement-repeat", args=[indicator.pk])

    asked = client.get(reverse("strategy:mine"))
    client.post(url)
    after = client.get(reverse("strategy:mine"))

    assert [one.indicator for one in asked.context["stale"]] == [indicator]
    assert url in asked.content.decode()
    assert "Opnieuw te meten" not in after.content.decode()


def test_what_was_never_measured_or_comes_from_pilots_cannot_be_repeated():
    rolled_up = MeasurementFactory(indicator__rollup=Rollup.SUM).indicator

    for indicator in (IndicatorFactory(), rolled_up):
        with pytest.raises(ValidationError, match="geen eigen meting"):
            repeat_measurement(indicator=indicator, by=UserFactory())
    assert Measurement.objects.count() == 1


def test_a_link_that_was_used_meanwhile_is_refused_by_the_verb():
    person = UserFactory()
    link = MailedLinkFactory(to=person, action__owner=person)
    answer_link(link=link, answer="accept")
    decline(row=link.action, reason="Toch niet", by=person)

    with pytest.raises(ValidationError, match="al gebruikt"):
        answer_link(link=link, answer="accept")


def test_a_link_is_about_exactly_one_thing():
    with pytest.raises(DatabaseError, match="mailed_link_is_about_one_thing"), transaction.atomic():
        MailedLinkFactory(goal=GoalFactory())


@pytest.mark.parametrize("demo", [True, False])
def test_the_mails_can_be_read_on_a_page_in_a_demonstration_only(client, login, settings, demo):
    settings.DEMO = demo
    login("strategy.view_mail")
    ActionFactory(title="Meten", owner=UserFactory(name="De eigenaar"))
    empty = client.get(reverse("strategy:mail-list")).content.decode()
    send_reminders(today())

    page = client.get(reverse("strategy:mail-list")).content.decode()

    assert "Er zijn nog geen mails verstuurd." in empty
    assert "MVI-kompas: één ding wacht op u" in page
    assert ("/strategie/antwoord/" in page) == demo
    assert str(MailFactory(subject="Dag")) == "Dag"
