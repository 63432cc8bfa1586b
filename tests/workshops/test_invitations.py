"""Inviting people, their answer without an account, who was there, and forgetting their addresses."""

import datetime as dt

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from mvi.models import AuditEvent
from tests.factories.workshops import InvitationFactory, SessionFactory
from tests.forms import messages_of
from tests.mail_server import mail_server
from workshops import actions
from workshops.forms import InviteForm
from workshops.models import Invitation

START = timezone.make_aware(dt.datetime(2026, 1, 20, 13, 30))
RIGHT = "workshops.change_participant"
VERBS = ["invitation-again", "invitation-attendance", "invitation-remove"]


@pytest.fixture
def session(db):
    return SessionFactory(title="Verhalen", starts_at=START, ends_at=START + dt.timedelta(hours=3), place="Raadzaal")


def invite(client, session, people):
    return client.post(reverse("workshops:invite", args=[session.pk]), {"people": people}, follow=True)


def press(client, name, invitation, **sent):
    return client.post(reverse(f"workshops:{name}", args=[invitation.pk]), sent, follow=True)


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ("niemand", "“niemand” is geen e-mailadres."),
        ("a@b.nl; Bo c@b.nl", "“Bo” is geen e-mailadres."),
        ("\n".join(f"p{number}@gemeente.example" for number in range(101)), "Hoogstens 100 tegelijk."),
        ("a@b.nl; " + "x" * 81, "Zorg dat deze waarde niet meer dan 80 tekens bevat (het zijn er nu 81)."),
    ],
    ids=["no address", "no name", "too many", "too long"],
)
def test_what_cannot_be_mailed_is_refused_in_words(client, login, session, people, said):
    login(RIGHT)

    response = invite(client, session, people)

    assert response.context["form"].errors == {"people": [said]}
    assert not Invitation.objects.exists()
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"starts_at": None}, "Vul eerst in wanneer de sessie begint."),
        ({"starts_at": START, "closed": True}, "Deze sessie is voorbij; er kan niemand meer worden uitgenodigd."),
    ],
    ids=["no day", "over"],
)
def test_nobody_is_invited_to_what_has_no_day_or_is_over(client, login, fields, said):
    login(RIGHT)

    response = invite(client, SessionFactory(**fields), "bo@gemeente.example")

    assert response.context["form"].errors == {"people": [said]}
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ("Bo de Vries <bo@b.nl>; inkoper; Inkoop", [("bo@b.nl", "inkoper", "Inkoop")]),
        ("Vries, Bo de <bo@b.nl>;Cas <cas@b.nl>", [("bo@b.nl", "", ""), ("cas@b.nl", "", "")]),
        ("bo@b.nl, cas@b.nl", [("bo@b.nl", "", ""), ("cas@b.nl", "", "")]),
        ("bo@b.nl; ; Inkoop\n an@b.nl", [("bo@b.nl", "", "Inkoop"), ("an@b.nl", "", "")]),
        ("bo@b.nl; an@b.nl, cas@b.nl;", [("bo@b.nl", "", ""), ("an@b.nl", "", ""), ("cas@b.nl", "", "")]),
    ],
    ids=["name", "copied", "commas", "no function", "many"],
)
def test_people_are_pasted_in_as_mail_programs_give_them(people, found):
    form = InviteForm({"people": people})

    assert form.errors == {}
    assert [tuple(person.values()) for person in form.cleaned_data["people"]] == found


def test_what_stands_in_the_way_is_said_before_addresses_are_typed(client, login, session):
    login(RIGHT)
    said = "Vul eerst in wanneer de sessie begint."

    assert said in client.get(reverse("workshops:invite", args=[SessionFactory().pk])).text
    assert said not in client.get(reverse("workshops:invite", args=[session.pk])).text


def test_a_session_takes_no_more_than_a_room_does(session):
    people = [{"email": f"p{number}@gemeente.example"} for number in range(501)]

    with pytest.raises(ValidationError, match="te veel uitnodigingen"):
        actions.invite(session=session, people=people, by=None)


def test_an_invitation_is_mailed_again(client, login, session, settings):
    login(RIGHT)
    invitation = InvitationFactory(session=session)

    with mail_server(settings, refused="@"):
        failed = press(client, "invitation-again", invitation)
    with mail_server(settings) as server:
        again = press(client, "invitation-again", invitation)
        twice = press(client, "invitation-again", invitation)

    assert messages_of(failed) == ["De mail kon niet worden verzonden. Probeer het later opnieuw."]
    assert messages_of(again) == ["De uitnodiging is opnieuw gemaild."]
    assert messages_of(twice) == ["De uitnodiging is net al gemaild."]
    assert len(server.taken) == 1


def test_an_address_is_invited_once(session):
    InvitationFactory(session=session, email="an@gemeente.example")

    with pytest.raises(IntegrityError, match="invitation_once_per_address"):
        InvitationFactory(session=session, email="an@gemeente.example")


def test_who_is_invited_answers_without_an_account_and_may_change_it(client, session):
    invitation = InvitationFactory(session=session, function="inkoper")
    link = invitation.get_absolute_url()

    looked = client.get(link)
    client.post(link, {"answer": "yes", "function": "inkoper", "department": "Inkoop"})
    changed = client.post(link, {"answer": "maybe", "function": "boer", "department": ""})

    assert "Komt u naar “Verhalen”?" in looked.text
    assert f"Deze uitnodiging is voor {invitation.email}." in looked.text
    assert "Uw antwoord is genoteerd: misschien." in changed.text
    invitation.refresh_from_db()
    assert (invitation.answer, invitation.function, invitation.department) == ("maybe", "boer", "")
    assert invitation.answered_at is not None
    assert [event.details["answer"] for event in AuditEvent.objects.order_by("pk")] == ["yes", "maybe"]


def test_looking_answers_nothing_and_an_unknown_answer_is_refused(client, session):
    invitation = InvitationFactory(session=session)
    client.get(invitation.get_absolute_url())

    assert client.post(invitation.get_absolute_url(), {"answer": "perhaps"}).status_code == 422
    invitation.refresh_from_db()
    assert (invitation.answer, invitation.answered_at) == ("", None)


def test_a_link_that_was_not_signed_here_or_is_gone_leads_nowhere(client, session):
    invitation = InvitationFactory(session=session)
    link = invitation.get_absolute_url()

    assert client.get(link[:-3] + "xx/").status_code == 404
    invitation.delete()
    gone = client.get(link)
    assert (gone.status_code, "Deze link werkt niet" in gone.text) == (404, True)


def test_after_the_session_the_link_says_so(client, db):
    invitation = InvitationFactory(session=SessionFactory(starts_at=START, closed=True))

    response = client.post(invitation.get_absolute_url(), {"answer": "yes"})

    assert response.status_code == 410
    assert "Deze sessie is voorbij." in response.text
    with pytest.raises(ValidationError, match="voorbij"):
        actions.answer_invitation(invitation=invitation, answer="yes", function="", department="")


def test_attendance_is_marked_and_counted(client, login, session):
    login(RIGHT, "workshops.view_session")
    there, away = InvitationFactory(session=session, yes=True), InvitationFactory(session=session)

    press(client, "invitation-attendance", there, attended="")
    press(client, "invitation-attendance", away, attended="")
    shown = press(client, "invitation-attendance", away, absent="")
    press(client, "invitation-attendance", away, absent="")  # as it was

    counts = {"asked": 2, "yes": 1, "maybe": 0, "no": 0, "silent": 1, "attended": 1}
    assert shown.context["counts"] == counts
    assert AuditEvent.objects.filter(action="mark attendance").count() == 3
    assert client.get(session.get_absolute_url()).context["invited"] == counts


def test_an_invitation_is_removed(client, login, session):
    login(RIGHT)
    invitation = InvitationFactory(session=session)

    response = press(client, "invitation-remove", invitation)

    assert messages_of(response) == ["De uitnodiging is verwijderd."]
    assert "Er is nog niemand uitgenodigd." in response.text
    assert AuditEvent.objects.filter(action="remove").exists()


def test_no_mail_goes_out_once_the_session_is_over(client, login):
    login(RIGHT)
    invitation = InvitationFactory(session=SessionFactory(starts_at=START, closed=True))

    response = press(client, "invitation-again", invitation)

    assert messages_of(response) == ["Deze sessie is voorbij; er kan niemand meer worden uitgenodigd."]
    assert mail.outbox == []


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_needs_the_same_queries_for_any_length(client, login, session, number, django_assert_num_queries):
    login(RIGHT)
    for _ in range(number):
        InvitationFactory(session=session)

    with django_assert_num_queries(10):
        response = client.get(reverse("workshops:invitation-list", args=[session.pk]))

    assert len(response.context["object_list"]) == number


@pytest.mark.parametrize("name", ["invitation-list", "invite", *VERBS])
def test_only_who_manages_participants_sees_addresses(client, login, session, name):
    invitation = InvitationFactory(session=session)
    page = reverse(f"workshops:{name}", args=[invitation.pk if name in VERBS else session.pk])
    login("workshops.view_session", "workshops.view_participant")

    assert client.post(page).status_code == 403
    assert invitation.email not in client.get(session.get_absolute_url()).text


def test_addresses_go_with_the_names(client, db):
    over = SessionFactory(
        closed=True, closed_at=timezone.now() - dt.timedelta(days=31), series__months_names_are_kept=1
    )
    gone = InvitationFactory(session=over, function="inkoper", department="Inkoop", yes=True, attended=True)
    other = InvitationFactory(session=over)
    kept = InvitationFactory(session=SessionFactory(closed=True))
    link = gone.get_absolute_url()

    call_command("forget_names")

    gone.refresh_from_db()
    kept.refresh_from_db()
    assert (gone.email, gone.department, gone.function, gone.answer, gone.attended) == ("", "", "inkoper", "yes", True)
    assert kept.email != ""
    assert AuditEvent.objects.get(action="forget addresses").details == {"number": 2}
    assert client.get(link).status_code == 404
    assert str(gone) == f"inkoper ({gone.pk})"
    assert other.pk != gone.pk
