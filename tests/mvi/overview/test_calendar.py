"""The calendar: what happens in a month, for the person who looks, and for a calendar program."""

import datetime as dt

import icalendar
import pytest
from django.urls import reverse
from django.utils import timezone

from mvi.months import months_later
from mvi.overview.calendar import Kind
from pilots.models import CalendarLink, Milestone
from strategy.models import ActionStatus
from tests.factories.mvi import UserFactory
from tests.factories.pilots import MilestoneFactory
from tests.factories.strategy import ActionFactory, IndicatorFactory, MeasurementFactory
from tests.factories.workshops import ParticipantFactory, SessionFactory

PAGE, LINK = reverse("overview:calendar"), reverse("overview:calendar-link")
EVERYTHING = ["workshops.view_session", "pilots.view_milestone", "strategy.view_action", "strategy.view_measurement"]
MARCH = {"maand": "2026-03"}
DAY = dt.date(2026, 3, 12)
NINE = timezone.make_aware(dt.datetime(2026, 3, 12, 9))


def of_everything(owner=None, day=DAY):
    """One of each kind on this day, named after its kind."""
    shift = day - DAY
    SessionFactory(
        title="Sessie", starts_at=NINE + shift, ends_at=NINE + shift + dt.timedelta(hours=3), facilitator=owner
    )
    MilestoneFactory(name="Mijlpaal", due_on=day, owner=owner)
    ActionFactory(title="Actie", starts_on=None, ends_on=day, owner=owner)
    indicator = IndicatorFactory(name="Meting", interval_months=6, goal__owner=owner)
    MeasurementFactory(indicator=indicator, on=months_later(day, -6))


def shown(client, **asked):
    return [(entry.day, entry.title) for entry in client.get(PAGE, MARCH | asked).context["entries"]]


def test_a_month_of_everything(client, login):
    login(*EVERYTHING)
    of_everything()
    of_everything(day=dt.date(2026, 4, 1))

    answer = client.get(PAGE, MARCH)

    assert [entry.title.split(" · ")[-1] for entry in answer.context["entries"]] == [
        "Mijlpaal",
        "Actie",
        "Meet “Meting”",
        "Sessie",
    ]
    assert {entry.kind for entry in answer.context["entries"]} == set(Kind)
    assert {entry.day for entry in answer.context["entries"]} == {DAY}
    text = answer.content.decode()
    assert '<h2 id="month">Maart 2026</h2>' in text
    assert "Donderdag 12 maart" in text
    assert "09:00–12:00" in text


def test_filters_by_kind_and_by_whose_it_is(client, login):
    user = login(*EVERYTHING)
    of_everything(owner=user)
    of_everything(owner=UserFactory())
    ParticipantFactory(session=SessionFactory(title="Ik doe mee", starts_at=NINE), user=user)

    assert len(shown(client)) == 9
    assert len(shown(client, wie="mij")) == 5
    assert shown(client, wie="mij", soort="mijlpaal") == [(DAY, "Mijlpaal")]
    assert len(shown(client, soort="bestaat-niet")) == 9


def test_what_is_done_or_late_says_so(client, login):
    login(*EVERYTHING)
    today = timezone.localdate()
    late = today - dt.timedelta(days=1)
    MilestoneFactory(name="Gedaan", due_on=late, done_on=late)
    MilestoneFactory(name="Te laat", due_on=late)
    ActionFactory(title="Geschrapt", starts_on=None, ends_on=late, status=ActionStatus.DROPPED)

    found = client.get(PAGE, {"maand": f"{late:%Y-%m}"}).context["entries"]

    assert [(entry.title, entry.is_done, entry.is_late) for entry in found] == [
        ("Gedaan", True, False),
        ("Te laat", False, True),
    ]


def test_only_what_one_may_see(client, login):
    of_everything()
    login("pilots.view_milestone")
    assert shown(client) == [(DAY, "Mijlpaal")]
    login()
    assert client.get(PAGE).status_code == 403
    assert client.get(LINK).status_code == 403


def test_this_month_is_shown_when_none_is_asked_for(client, login):
    login(*EVERYTHING)
    first = timezone.localdate().replace(day=1)

    assert client.get(PAGE).context["first"] == first
    assert client.get(PAGE, {"maand": "onzin"}).context["first"] == first
    assert "In deze maand is niets gepland." in client.get(PAGE).content.decode()


def test_the_months_around_keep_the_filter_and_end_somewhere(client, login):
    login(*EVERYTHING)

    context = client.get(PAGE, MARCH | {"soort": "actie"}).context

    assert (context["earlier"], context["later"]) == ("?maand=2026-02&soort=actie", "?maand=2026-04&soort=actie")
    assert client.get(PAGE, {"maand": "1900-01"}).context["earlier"] == ""
    assert client.get(PAGE, {"maand": "2199-12"}).context["later"] == ""
    assert client.get(PAGE, {"maand": "9999-12"}).context["first"] == timezone.localdate().replace(day=1)


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_needs_the_same_queries_for_any_number(client, login, number, django_assert_num_queries):
    login(*EVERYTHING)
    for _ in range(number):
        of_everything()

    with django_assert_num_queries(8):
        client.get(PAGE, MARCH)


def renewed(client):
    answer = client.post(LINK)
    assert answer.context["address"] not in client.get(LINK).content.decode()
    return answer.context["address"]


def test_a_calendar_program_reads_my_own_without_logging_in(client, login):
    user = login(*EVERYTHING)
    today = timezone.localdate()
    of_everything(owner=user, day=today)
    of_everything(owner=UserFactory(), day=today)
    MilestoneFactory(name="Lang geleden", owner=user, due_on=today - dt.timedelta(days=400))
    address = renewed(client)
    client.logout()

    answer = client.get(address)

    events = icalendar.Calendar.from_ical(answer.content).events
    assert len(events) == 4
    assert answer["Cache-Control"] == "private, no-store"
    assert {event["UID"].partition("-")[0] for event in events} == {"session", "milestone", "action", "measurement"}
    [session] = [event for event in events if event["UID"].startswith("session-")]
    assert dt.timedelta(hours=3) == session.DTEND - session.DTSTART
    [milestone] = [event for event in events if event["UID"].startswith("milestone-")]
    assert milestone["SUMMARY"] == f"{Milestone.objects.get(owner=user, due_on=today).pilot}: Mijlpaal"


def test_the_secret_is_renewed_and_ends_with_the_rights_of_its_owner(client, login):
    user = login(*EVERYTHING)
    old, new = renewed(client), renewed(client)
    assert client.get(old).status_code == 404
    assert client.get(new).status_code == 200
    assert CalendarLink.objects.count() == 1

    user.groups.clear()
    assert client.get(new).status_code == 404


def test_who_left_has_no_calendar(client, login):
    user = login(*EVERYTHING)
    address = renewed(client)
    user.is_active = False
    user.save()

    assert client.get(address).status_code == 404
