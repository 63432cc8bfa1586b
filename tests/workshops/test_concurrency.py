"""Real transactions at the same moment: votes never exceed the dots, a story sent by two tabs is kept once."""

import threading
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from tests.factories.workshops import ClusterFactory, ParticipantFactory, SessionFactory, StepFactory
from workshops.actions import contribute, vote
from workshops.models import Contribution, ContributionKind, Room, StepKind, Vote

pytestmark = pytest.mark.django_db(transaction=True)


def all_at_once(*calls):
    """Run each in a thread and a transaction of its own, all let loose together; how many were refused."""
    start = threading.Barrier(len(calls))
    refused = []

    def run(call):
        try:
            start.wait()
            call()
        except (ValidationError, IntegrityError) as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(refused)


@pytest.fixture
def session(transactional_db):
    session = SessionFactory(open=True, dots=3)
    StepFactory(session=session, is_current=True, kind=StepKind.VOTE)
    return session


def test_one_phone_that_votes_eight_times_at_once_gives_three_dots(session):
    participant = ParticipantFactory(session=session)
    clusters = [ClusterFactory(session=session) for _ in range(8)]

    refused = all_at_once(
        *(lambda cluster=cluster: vote(participant=participant, cluster=cluster, dots=1) for cluster in clusters)
    )

    assert (Vote.objects.count(), refused) == (3, 5)


def test_a_whole_room_that_votes_in_the_same_second_loses_no_vote(session):
    cluster = ClusterFactory(session=session)
    room = [ParticipantFactory(session=session) for _ in range(12)]

    refused = all_at_once(*(lambda person=person: vote(participant=person, cluster=cluster, dots=3) for person in room))

    assert (Vote.objects.count(), refused) == (36, 0)


def test_a_story_that_two_tabs_send_at_once_is_kept_once(session):
    participant = ParticipantFactory(session=session)
    key = uuid.uuid4()

    refused = all_at_once(
        *(
            lambda: contribute(participant=participant, key=key, kind=ContributionKind.STORY, text="Een keer")
            for _ in range(6)
        )
    )

    assert (Contribution.objects.count(), refused) == (1, 0)


def test_every_change_is_counted_whoever_makes_it(session):
    before = Room.objects.get(session=session).revision
    room = [ParticipantFactory(session=session) for _ in range(6)]
    joined = Room.objects.get(session=session).revision

    all_at_once(
        *(
            lambda person=person: contribute(
                participant=person, key=uuid.uuid4(), kind=ContributionKind.STORY, text="Verhaal"
            )
            for person in room
        )
    )

    assert joined == before + 6
    assert Room.objects.get(session=session).revision == joined + 6


def test_the_database_itself_refuses_a_dot_too_many(session):
    participant, cluster = ParticipantFactory(session=session), ClusterFactory(session=session)

    for wrong in (
        Vote(participant=participant, cluster=cluster, dot=4),
        Vote(participant=participant, cluster=ClusterFactory(), dot=1),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong.save()
