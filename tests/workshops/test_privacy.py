"""Names go when their time is over, also from the history."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from mvi.models import AuditEvent
from tests.factories.mvi import UserFactory
from tests.factories.workshops import ContributionFactory, ParticipantFactory, SessionFactory
from workshops.models import Participant, SessionStatus


def closed(days_ago, **fields):
    return SessionFactory(
        status=SessionStatus.CLOSED,
        closed_at=timezone.now() - dt.timedelta(days=days_ago),
        closed_by=UserFactory(),
        **fields,
    )


def forget():
    out = StringIO()
    call_command("forget_names", stdout=out)
    return out.getvalue()


def test_names_go_some_months_after_the_last_session(db):
    session = closed(31, series__months_names_are_kept=1)
    person = ParticipantFactory(
        session=session, name="Nick", function="inkoper", department="Inkoop", user=UserFactory()
    )
    token = person.token
    ContributionFactory(session=session, participant=person, function="inkoper", text="Blijft")

    assert forget() == "1 names removed.\n"

    person.refresh_from_db()
    assert (person.name, person.department, person.user, person.function) == ("", "", None, "inkoper")
    assert person.token != token
    assert "Nick" not in str(list(person.events.values()))
    assert person.contributions.get().text == "Blijft"
    assert AuditEvent.objects.get(action="forget names").details == {"number": 1}
    assert forget() == "0 names removed.\n"


@pytest.mark.parametrize("days", [0, 29])
def test_before_that_time_names_stay(db, days):
    ParticipantFactory(session=closed(days, series__months_names_are_kept=1))

    assert forget() == "0 names removed.\n"
    assert not AuditEvent.objects.exists()


def test_as_long_as_one_session_is_still_to_come_names_stay(db):
    first = closed(300, series__months_names_are_kept=1)
    SessionFactory(series=first.series)
    ParticipantFactory(session=first)

    forget()

    assert Participant.objects.get().name != ""
