"""The knowledge quiz before and after a session: only one's own score is ever shown."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from mvi.models import AuditEvent
from strategy.models import KnowledgeCard
from tests.factories.mvi import UserFactory
from tests.factories.strategy import KnowledgeCardFactory
from tests.factories.workshops import InvitationFactory, QuizScoreFactory, SessionFactory
from workshops.models import QuizScore


@pytest.fixture
def cards(db):
    KnowledgeCard.objects.all().delete()
    return [
        KnowledgeCardFactory(
            keyword=keyword, question="Wat?", right_answer="Dit", wrong_answer="Dat", other_wrong_answer="Zo"
        )
        for keyword in "ab"
    ]


def page(session):
    return reverse("workshops:quiz", args=[session.pk])


def test_the_quiz_is_done_before_and_again_after(client, login, cards):
    user = login("workshops.view_session")
    session = SessionFactory()

    first = client.post(page(session), {"a": "Dit", "b": "Dat"})
    client.post(page(session), {"a": "Dat", "b": "Dat"})
    session.status = "closed"
    session.closed_at, session.closed_by = session.starts_at or "2026-01-20T12:00Z", user
    session.save()
    after = client.post(page(session), {"a": "Dit", "b": "Dit"})

    assert "Uw score vóór de werksessies: 1 van 2" in first.text
    assert "Lees deze kaarten nog eens" in first.text
    assert "Lees deze kaarten nog eens" not in after.text
    scores = QuizScore.objects.filter(user=user).values_list("moment", "score", "out_of").order_by("pk")
    assert list(scores) == [("before", 0, 2), ("after", 2, 2)]
    lines = AuditEvent.objects.filter(action="do quiz").order_by("pk")
    assert [line.details for line in lines] == [{"moment": "before"}, {"moment": "before"}, {"moment": "after"}]


def test_what_is_not_answered_is_asked_for(client, login, cards):
    login("workshops.view_session")

    response = client.post(page(SessionFactory()), {"a": "Dit"})

    assert list(response.context["form"].errors) == ["b"]
    assert not QuizScore.objects.exists()


def test_without_questions_there_is_no_quiz(client, login, db):
    login("workshops.view_session")
    KnowledgeCard.objects.all().delete()

    response = client.post(page(SessionFactory()), {})

    assert "Nog geen kaart heeft een vraag." in response.text
    assert not QuizScore.objects.exists()


def test_the_facilitator_sees_who_is_still_to_do_it_and_no_score(client, login, cards):
    session = SessionFactory()
    done, waiting = UserFactory(name="Bo Smit"), UserFactory(name="An Bos")
    for person in (done, waiting):
        InvitationFactory(session=session, email=person.email)
    InvitationFactory(session=session, email="zonder@account.example")
    QuizScoreFactory(session=session, user=done, score=1, out_of=2)
    login("workshops.change_participant", "workshops.view_session")

    listed = client.get(reverse("workshops:invitation-list", args=[session.pk]))
    own = client.get(page(session))

    assert list(listed.context["quiz_to_do"]) == [waiting]
    assert "1 van 2" not in listed.text
    assert "1 van 2" not in own.text


@pytest.fixture
def invited(db):
    """A session to which three were asked: one did the quiz, one did not, one has no account."""
    session = SessionFactory(title="Verhalen")
    done, waiting = UserFactory(email="bo@gemeente.example"), UserFactory(email="an@gemeente.example")
    for email in (done.email, waiting.email, "zonder@account.example"):
        InvitationFactory(session=session, email=email)
    QuizScoreFactory(session=session, user=done)
    return session


def remind(client, session):
    return client.post(reverse("workshops:quiz-remind", args=[session.pk]), follow=True)


def test_reminding_of_the_quiz_takes_the_right_to_manage_participants(client, login, invited):
    login("workshops.view_session")

    assert remind(client, invited).status_code == 403


def test_a_score_fits_and_is_kept_once(db):
    first = QuizScoreFactory()
    assert str(first) == f"score van een quiz {first.pk}"
    with pytest.raises(IntegrityError, match="quiz_score_fits"):
        QuizScoreFactory(score=3, out_of=2)


def test_the_quiz_takes_the_right_to_see_the_session(client, login):
    login()

    assert client.get(page(SessionFactory())).status_code == 403
