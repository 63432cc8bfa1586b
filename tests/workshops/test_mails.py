"""Mail to many people goes out in the background, once to each, and the page says how it went."""

import datetime as dt
import re

import icalendar
import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from mvi.actions import archive, restore
from mvi.models import AuditEvent, Job, JobStatus
from tests.factories.mvi import UserFactory
from tests.factories.workshops import (
    InvitationFactory,
    PulseAddressFactory,
    PulseFactory,
    PulseLinkFactory,
    SessionFactory,
)
from tests.forms import messages_of
from tests.mail_server import mail_server
from workshops import actions
from workshops.invitation_mails import mail_invitation, mail_invitations, mail_quiz_reminder, mail_quiz_reminders
from workshops.models import Invitation, Pulse
from workshops.pulse_mails import send_reminders

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signals_put_back")]
in_background = pytest.mark.django_db(transaction=True)  # a job and what is told of it are two connections
START = timezone.make_aware(dt.datetime(2026, 1, 20, 13, 30))
ANSWERS = {"function": "buyer", "awareness": 4, "desire": 5, "knowledge": 2, "ability": 3, "reinforcement": 4}


@pytest.fixture
def session():
    return SessionFactory(title="Verhalen", starts_at=START, ends_at=START + dt.timedelta(hours=3), place="Raadzaal")


def asked(client, name, row, **sent):
    """Press a button, have what it asks for done, and give the page on which that is followed."""
    response = client.post(reverse(f"workshops:{name}", args=[row.pk]), sent)
    assert response.url == Job.objects.first().get_absolute_url()
    call_command("run_jobs", batch=True)
    return client.get(response.url, follow=True)


def refused(client, name, row):
    return client.post(reverse(f"workshops:{name}", args=[row.pk]), follow=True)


# Invitations


@in_background
def test_people_are_invited_by_mail_with_the_session_for_their_calendar(client, login, session):
    user = login("workshops.change_participant", "workshops.view_session")

    page = asked(client, "invite", session, people="Bo@Gemeente.example; inkoper; Inkoop\n\nan@gemeente.example\n")

    assert messages_of(page) == ["2 mails zijn verzonden."]
    assert page.request["PATH_INFO"] == reverse("workshops:invitation-list", args=[session.pk])
    an, bo = Invitation.objects.all()
    assert (bo.email, bo.function, bo.department) == ("bo@gemeente.example", "inkoper", "Inkoop")
    assert an.mailed_at is not None
    sent = next(message for message in mail.outbox if message.to == [bo.email])
    assert sent.subject == "Uitnodiging: Verhalen"
    link = re.search(r"http://127.0.0.1:8000(/d/uitnodiging/\S+)", sent.body)[1]
    assert client.get(link).context["form"].instance == bo
    assert "dinsdag 20 januari 2026, 13:30–16:30" in sent.body
    assert "Raadzaal" in sent.body
    ((name, content, kind),) = sent.attachments
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert (name, kind) == ("werksessie.ics", "text/calendar; method=PUBLISH")
    assert (event["SUMMARY"], event["LOCATION"]) == (f"Verhalen ({session.series})", "Raadzaal")
    assert event.decoded("DTSTART") == START
    assert "gemeente.example" not in str(list(AuditEvent.objects.values()))
    assert AuditEvent.objects.filter(action="invite", actor=user).get().details == {"number": 2}
    assert set(AuditEvent.objects.filter(action="mail invitation").values_list("actor", "origin")) == {
        (user.pk, "background")
    }


def test_who_was_invited_already_is_not_doubled(client, login, session):
    user = login("workshops.change_participant")
    InvitationFactory(session=session, email="bo@gemeente.example")
    people = [{"email": f"{name}@gemeente.example"} for name in ("BO", "an", "an")]

    (new,) = actions.invite(session=session, people=people, by=user)
    again = client.post(reverse("workshops:invite", args=[session.pk]), {"people": "bo@gemeente.example"}, follow=True)

    assert new.email == "an@gemeente.example"
    assert messages_of(again) == ["Zij waren allemaal al uitgenodigd; niemand heeft opnieuw een mail gekregen."]
    assert not Job.objects.exists()


def test_nobody_is_mailed_twice_by_a_job_that_is_taken_up_again(session):
    had, has_not = InvitationFactory.create_batch(2, session=session)
    asked_at = timezone.now() - dt.timedelta(minutes=10)
    mailed_at = timezone.now() - dt.timedelta(minutes=5)
    Invitation.objects.filter(pk=had.pk).update(mailed_at=mailed_at, told=session.appointment)

    assert mail_invitations([had, has_not], by=UserFactory(), asked_at=asked_at) == (1, 0)
    assert [message.to for message in mail.outbox] == [[has_not.email]]


def test_who_was_taken_off_the_list_in_the_meantime_is_not_mailed(session):
    stays, gone = InvitationFactory.create_batch(2, session=session)
    user = UserFactory()
    actions.remove_invitation(invitation=Invitation.objects.get(pk=gone.pk), by=user)

    assert mail_invitations([stays, gone], by=user, asked_at=timezone.now()) == (1, 0)


def test_nobody_is_mailed_when_the_session_is_closed_in_the_meantime(session):
    user = UserFactory()
    actions.open_session(session=session, by=user)
    actions.close_session(session=session, by=user)

    with pytest.raises(ValidationError, match="voorbij"):
        mail_invitations([InvitationFactory(session=session)], by=user, asked_at=timezone.now())
    assert mail.outbox == []


@pytest.fixture
def planned():
    """In a week, with An who was mailed and Bo whose mail failed."""
    session = SessionFactory(title="Verhalen", starts_at=timezone.now() + dt.timedelta(days=7), place="Raadzaal",
                             facilitator=UserFactory(email="begeleider@gemeente.example"))  # fmt: skip
    invitation = InvitationFactory(session=session, email="an@gemeente.example")
    mail_invitation(invitation, by=session.facilitator)
    InvitationFactory(session=session, email="bo@gemeente.example")
    mail.outbox.clear()
    return session


def to_be_told(session):
    return [invitation.email for invitation in session.invitations.to_be_told(session)]


def told(session):
    """Mail whoever must be told, and give the mail to An with its entry for the calendar."""
    session.refresh_from_db()
    mail.outbox.clear()
    mail_invitations(session.invitations.to_be_told(session), by=session.facilitator, asked_at=timezone.now())
    (sent,) = [message for message in mail.outbox if message.to == ["an@gemeente.example"]]
    ((_name, content, kind),) = sent.attachments
    calendar = icalendar.Calendar.from_ical(content)
    assert kind == f"text/calendar; method={calendar['METHOD']}"
    return sent, calendar.events[0], calendar["METHOD"]


def test_who_had_no_mail_yet_is_still_to_be_told(planned):
    assert to_be_told(planned) == ["bo@gemeente.example"]
    planned.starts_at = None
    assert to_be_told(planned) == []  # of what nobody knows when it is, nobody is told


def test_when_a_session_moves_who_was_mailed_is_told_and_the_calendar_follows(client, login, planned):
    login("workshops.change_participant", "workshops.view_session")
    for field, value in {"starts_at": planned.starts_at + dt.timedelta(days=1), "place": "Kantine"}.items():
        before = planned.version
        setattr(planned, field, value)
        planned.save()
        page = client.get(planned.get_absolute_url()).text

        assert "2 personen hebben nog geen mail gekregen met deze dag, tijd en plaats." in page
        assert to_be_told(planned) == ["an@gemeente.example", "bo@gemeente.example"]
        sent, event, method = told(planned)

        assert (sent.subject, sent.reply_to) == ("Gewijzigd: Verhalen", ["begeleider@gemeente.example"])
        assert "is veranderd. De afspraak is nu:" in sent.body
        assert (method, event["UID"], event["SEQUENCE"]) == (
            "PUBLISH",
            f"session-{planned.pk}@127.0.0.1",
            planned.version,
        )
        assert planned.version > before
        assert (event.DTSTART, event["LOCATION"]) == (planned.starts_at.replace(microsecond=0), planned.place)
        assert to_be_told(planned) == []
        assert "Nog te mailen" not in client.get(planned.get_absolute_url()).text
    planned.aim = "Iets anders"  # is no reason to mail
    planned.save()
    assert to_be_told(planned) == []


def test_an_answer_from_before_the_last_mail_says_so(client, login, planned):
    login("workshops.change_participant")
    page = reverse("workshops:invitation-list", args=[planned.pk])
    for email in ("an@gemeente.example", "bo@gemeente.example"):
        invitation = planned.invitations.get(email=email)
        actions.answer_invitation(invitation=invitation, answer="yes", function="", department="")
    assert "vóór de laatste mail" not in client.get(page).text
    planned.place = "Kantine"
    planned.save()
    mail_invitation(planned.invitations.get(email="an@gemeente.example"), by=planned.facilitator)

    assert client.get(page).text.count("vóór de laatste mail") == 1


def test_who_was_invited_is_told_that_a_session_is_called_off(client, login, planned):
    login("workshops.change_participant", "workshops.view_session", "workshops.delete_session")
    link = planned.invitations.get(email="an@gemeente.example").get_absolute_url()
    archive(row=planned, by=planned.facilitator)
    page = client.get(reverse("workshops:invitation-list", args=[planned.pk])).text

    assert "1 genodigde weet nog niet dat de sessie niet doorgaat." in page
    assert "Opnieuw mailen" not in page
    sent, event, method = told(planned)

    assert (sent.subject, method, event["STATUS"]) == ("Gaat niet door: Verhalen", "CANCEL", "CANCELLED")
    assert event["ORGANIZER"] == "mailto:mvi-kompas@localhost"
    assert "/d/" not in sent.body
    answered = client.post(link, {"answer": "yes"})
    assert (answered.status_code, "Deze sessie gaat niet door." in answered.text) == (410, True)
    assert messages_of(refused(client, "invitation-tell", planned)) == ["Iedereen heeft al een mail gekregen."]
    removing = client.post(reverse("workshops:session-remove", args=[planned.pk]))
    assert "mail hun dat zij niet doorgaat" in removing.text
    restore(row=planned, by=planned.facilitator)
    sent, event, method = told(planned)
    assert (sent.subject, method, "STATUS" in event) == ("Gewijzigd: Verhalen", "PUBLISH", False)


@in_background
def test_when_not_one_mail_goes_the_job_did_not_work_out(client, login, planned, settings):
    login("workshops.change_participant")

    with mail_server(settings, refused="@"):
        page = asked(client, "invitation-tell", planned)

    assert Job.objects.get().status == JobStatus.FAILED
    assert "0 mails zijn verzonden. 1 mail kon niet worden verzonden." in page.text
    assert reverse("workshops:invitation-list", args=[planned.pk]) in page.text


def test_who_must_be_told_is_mailed_in_the_background(client, login, planned):
    login("workshops.change_participant")

    response = client.post(reverse("workshops:invitation-tell", args=[planned.pk]))

    job = Job.objects.get()
    assert (response.url, job.title) == (job.get_absolute_url(), f"Mails over {planned}")


def test_what_is_over_is_not_called_off(planned):
    planned.starts_at = timezone.now() - dt.timedelta(hours=1)
    planned.save()
    planned = archive(row=planned, by=planned.facilitator)

    assert to_be_told(planned) == []


def test_of_two_who_press_the_button_at_once_one_mails(session):
    invitation, user = InvitationFactory(session=session), UserFactory()

    assert [mail_invitation(invitation, by=user) for _press in range(2)] == [True, False]
    assert [mail_quiz_reminder(invitation) for _press in range(2)] == [True, False]


@in_background
def test_an_address_that_is_refused_is_told_and_the_others_get_theirs(client, login, session, settings):
    login("workshops.change_participant")

    with mail_server(settings, refused="weg@") as server:
        page = asked(client, "invite", session, people="an@gemeente.example\nweg@gemeente.example\nbo@gemeente.example")

    assert messages_of(page) == ["2 mails zijn verzonden. 1 mail kon niet worden verzonden."]
    assert "1 persoon heeft nog geen mail gekregen met deze dag, tijd en plaats." in page.text
    assert len(server.taken) == 2
    assert Invitation.objects.get(mailed_at=None).email == "weg@gemeente.example"


# The quiz


@pytest.fixture
def invited(session):
    """An did not do the quiz yet; the other has no account."""
    UserFactory(email="an@gemeente.example")
    InvitationFactory(session=session, email="an@gemeente.example")
    InvitationFactory(session=session, email="gast@elders.example")
    return session


@in_background
def test_who_did_not_do_the_quiz_is_reminded_once_a_day(client, login, invited):
    user = login("workshops.change_participant", "workshops.view_session")

    first = asked(client, "quiz-remind", invited)
    again = refused(client, "quiz-remind", invited)

    (sent,) = mail.outbox
    assert messages_of(first) == ["1 herinnering is gemaild."]
    assert messages_of(again) == [
        "Er is niemand om te herinneren: zij deden de quiz al, of kregen vandaag al een herinnering."
    ]
    assert (sent.to, sent.subject) == (["an@gemeente.example"], "Herinnering: kennisquiz van Verhalen")
    assert reverse("workshops:quiz", args=[invited.pk]) in sent.body
    assert AuditEvent.objects.get(action="remind of quiz", actor=user).details == {"number": 1}


def test_a_reminder_of_the_quiz_that_failed_can_be_sent_again_and_another_day_too(invited, settings):
    invitation = invited.invitations.get(email="an@gemeente.example")

    with mail_server(settings, refused="an@"):
        assert mail_quiz_reminders([invitation]) == (0, 1)
    with mail_server(settings):
        assert mail_quiz_reminders([invitation]) == (1, 0)
        Invitation.objects.update(reminded_of_quiz_on="2026-01-01")
        assert mail_quiz_reminders([invitation]) == (1, 0)


# The pulse


@pytest.fixture
def mailed():
    """Asked yesterday by three mails, of which one was answered."""
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    pulse = PulseFactory(moment="half_year", mailed_on=yesterday)
    for name in ("an", "bo", "cas"):
        address = PulseAddressFactory(series=pulse.series, email=f"{name}@gemeente.example")
        PulseLinkFactory(pulse=pulse, address=address, sent_on=yesterday)
    actions.answer_mailed_pulse(link=pulse.links.get(address__email="an@gemeente.example"), **ANSWERS)
    return pulse


@in_background
def test_who_did_not_answer_is_reminded_once_a_day_and_nobody_learns_who(client, login, mailed):
    user = login("workshops.view_pulse", "workshops.change_pulse")
    PulseLinkFactory(pulse=mailed, address__email="vandaag@gemeente.example", address__series=mailed.series)

    first = asked(client, "pulse-remind", mailed)
    again = refused(client, "pulse-remind", mailed)

    assert messages_of(first) == ["2 herinneringen zijn gemaild."]
    assert messages_of(again) == ["Wie nog niet antwoordde, kreeg vandaag al een herinnering."]
    assert sorted(sent.to for sent in mail.outbox) == [["bo@gemeente.example"], ["cas@gemeente.example"]]
    assert mail.outbox[0].subject == "Herinnering: vijf korte vragen"
    assert "/d/puls/" in mail.outbox[0].body
    assert "gemeente.example" not in first.text
    assert "gemeente.example" not in str(list(Job.objects.values()))
    assert AuditEvent.objects.get(action="remind of pulse").actor == user


def test_when_no_reminder_went_it_can_be_asked_for_again_and_another_day_too(mailed, settings):
    user = UserFactory()

    actions.remind_of_pulse(pulse=mailed, by=user)
    with mail_server(settings, refused="@"):
        assert send_reminders(mailed) == (0, 2)
    actions.remind_of_pulse(pulse=mailed, by=user)
    with mail_server(settings):
        assert send_reminders(mailed) == (2, 0)
    with pytest.raises(ValidationError, match="kreeg vandaag al"):
        actions.remind_of_pulse(pulse=mailed, by=user)
    Pulse.objects.update(reminded_on=timezone.localdate() - dt.timedelta(days=1))
    actions.remind_of_pulse(pulse=mailed, by=user)


def test_nobody_is_reminded_when_all_answered(client, login, mailed):
    login("workshops.view_pulse", "workshops.change_pulse")
    for link in mailed.links.all():
        actions.answer_mailed_pulse(link=link, **ANSWERS)

    page = refused(client, "pulse-remind", mailed)

    assert messages_of(page) == ["Er is niemand om te herinneren: zij antwoordden al, of kregen vandaag al een mail."]
    mailed.refresh_from_db()
    assert mailed.reminded_on is None


@pytest.mark.parametrize("fields", [{"mailed_on": None}, {"closed_at": timezone.now()}], ids=["in the room", "closed"])
def test_nobody_is_reminded_of_what_is_not_asked_by_mail_now(client, login, mailed, fields):
    login("workshops.view_pulse", "workshops.change_pulse")
    Pulse.objects.update(**fields)
    page = mailed.get_absolute_url()

    assert "Herinner wie" not in client.get(page).text
    assert messages_of(refused(client, "pulse-remind", mailed)) == ["Er is nu niemand per mail gevraagd."]


def test_reminding_of_a_pulse_takes_the_right_to_change_it(client, login, mailed):
    login("workshops.view_pulse", "workshops.change_pulse")
    assert "Herinner wie nog niet antwoordde" in client.get(mailed.get_absolute_url()).text
    login("workshops.view_pulse")

    assert refused(client, "pulse-remind", mailed).status_code == 403
    assert "Herinner wie" not in client.get(mailed.get_absolute_url()).text
