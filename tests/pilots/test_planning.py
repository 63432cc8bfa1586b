"""The planning over all pilots, and as a calendar behind a secret address."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils.timezone import localdate as today

from mvi.models import AuditEvent
from pilots.actions import renew_calendar_link
from pilots.models import CalendarLink
from pilots.timeline import timeline_of
from tests.factories.mvi import UserFactory
from tests.factories.pilots import CalendarLinkFactory, MilestoneFactory, PilotFactory

TIMELINE = reverse("pilots:pilot-timeline")


@pytest.mark.parametrize("number_of_pilots", [1, 3])
def test_the_timeline_needs_the_same_queries_for_any_length(client, login, number_of_pilots, django_assert_num_queries):
    login("pilots.view_pilot")
    for _ in range(number_of_pilots):
        MilestoneFactory(owner=UserFactory())

    with django_assert_num_queries(12):
        response = client.get(TIMELINE)

    assert len(response.context["timeline"].rows) == number_of_pilots


def test_the_timeline_shows_what_is_done_late_and_to_come(client, login):
    login("pilots.view_pilot")
    pilot = PilotFactory(name="Bermen")
    MilestoneFactory(pilot=pilot, name="Gedaan", due_on=today() - dt.timedelta(days=90), done_on=today())
    MilestoneFactory(pilot=pilot, name="Te laat", due_on=today() - dt.timedelta(days=1))
    MilestoneFactory(pilot=pilot, name="Komt nog", due_on=today())
    PilotFactory(name="Zonder mijlpalen")

    response = client.get(TIMELINE)

    assert [
        (str(pilot), [(milestone.name, state) for _x, milestone, state in marks])
        for _y, pilot, marks in response.context["timeline"].rows
    ] == [("Bermen", [("Gedaan", "done"), ("Te laat", "late"), ("Komt nog", "open")]), ("Zonder mijlpalen", [])]
    text = response.content.decode()
    assert len(set(re.findall(r'<path class="timeline__mark .*? d="(.+?)">', text))) == 3  # each has a shape of its own
    assert text.count('class="timeline__today"') == 1


def test_the_months_of_the_timeline(db):
    pilot = PilotFactory()
    MilestoneFactory(pilot=pilot, due_on=dt.date(2026, 1, 15))
    MilestoneFactory(pilot=pilot, due_on=dt.date(2027, 12, 31))

    timeline = timeline_of([pilot], today=dt.date(2028, 1, 1))

    assert [month for _x, month in timeline.months] == [
        dt.date(2026 + number // 12, number % 12 + 1, 1) for number in range(0, 24, 3)
    ]
    assert timeline.months[0][0] == 256
    assert timeline.today_x is None
    assert timeline.height == 64


def test_a_long_timeline_counts_in_years(db):
    pilot = PilotFactory()
    MilestoneFactory(pilot=pilot, due_on=dt.date(2019, 10, 15))
    MilestoneFactory(pilot=pilot, due_on=dt.date(2027, 5, 18))

    timeline = timeline_of([pilot], today=today())

    assert [month for _x, month in timeline.months] == [dt.date(year, 10, 1) for year in range(2019, 2027)]


def test_a_timeline_without_milestones_says_what_to_do(client, login):
    login("pilots.view_pilot")
    PilotFactory()

    assert "Hier zijn nog geen mijlpalen." in client.get(TIMELINE).content.decode()


def renewed(client, url):
    """The address of the feed, as the page shows it once."""
    response = client.post(url)
    assert response.context["address"] not in client.get(url).content.decode()
    return response.context["address"]


def summaries(response):
    lines = response.content.decode().replace("\r\n ", "").split("\r\n")
    return [line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:")]


def test_own_milestones_at_an_address_made_earlier(client, login):
    user = login("pilots.view_pilot")
    MilestoneFactory(name="Van mij", owner=user, pilot__name="A", due_on=dt.date(2026, 1, 1), done_on=today())
    MilestoneFactory(name="Van mijn pilot", pilot__name="B", pilot__buyer=user, due_on=dt.date(2026, 2, 1))
    MilestoneFactory(name="Van een ander")
    token = renew_calendar_link(pilot=None, by=user)
    client.logout()

    response = client.get(reverse("pilots:calendar-feed", args=[token]))

    assert summaries(response) == ["✓ A: Van mij", "B: Van mijn pilot"]
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, no-store"
    assert "DTSTART;VALUE=DATE:20260101\r\n" in response.content.decode()
    assert [event.action for event in AuditEvent.objects.filter(object_type="pilots.calendarlink")] == [
        "renew_calendar_link"
    ]


def test_the_milestones_of_one_pilot(client, login):
    login("pilots.view_pilot")
    milestone = MilestoneFactory(name="Start", pilot__name="Bermen")
    MilestoneFactory()

    address = renewed(client, reverse("pilots:pilot-calendar-link", args=[milestone.pilot.slug]))

    assert summaries(client.get(address)) == ["Bermen: Start"]
    assert "X-WR-CALNAME:Bermen" in client.get(address).content.decode()


def test_a_renewed_address_stops_the_old_one(client, login):
    login("pilots.view_pilot")
    page = reverse("pilots:pilot-calendar-link", args=[PilotFactory().slug])
    old, new = renewed(client, page), renewed(client, page)

    assert client.get(old).status_code == 404
    assert client.get(new).status_code == 200
    assert CalendarLink.objects.count() == 1


def test_the_address_stops_with_the_rights_of_its_owner(client, login):
    page = reverse("pilots:pilot-calendar-link", args=[PilotFactory().slug])
    user = login("pilots.view_pilot")
    address = renewed(client, page)
    user.groups.clear()
    assert client.get(address).status_code == 404

    user = login("pilots.view_pilot")
    address = renewed(client, page)
    user.is_active = False
    user.save()
    assert client.get(address).status_code == 404
    assert client.get(reverse("pilots:calendar-feed", args=["raad-maar"])).status_code == 404


def test_who_may_not_read_pilots_gets_no_address(client, login):
    login()
    assert client.post(reverse("pilots:pilot-calendar-link", args=[PilotFactory().slug])).status_code == 403


def test_an_entry_leads_to_its_page(client, login):
    login("pilots.view_pilot")
    milestone = MilestoneFactory(pilot__slug="bermen")

    text = client.get(renewed(client, reverse("pilots:pilot-calendar-link", args=["bermen"]))).content.decode()

    assert f"UID:milestone-{milestone.pk}@testserver\r\n" in text
    assert "URL:http://testserver/pilots/bermen/planning/\r\n" in text


def test_the_name_of_a_link(db):
    link = CalendarLinkFactory(user__name="Inkoper")

    assert str(link) == "Inkoper: eigen mijlpalen"
    assert str(CalendarLink(user=link.user, pilot=PilotFactory(name="Bermen"))) == "Inkoper: Bermen"
