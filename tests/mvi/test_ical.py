"""Calendars as programs read them."""

import datetime as dt
from zoneinfo import ZoneInfo

import icalendar

from mvi.ical import Event, calendar

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAY = dt.date(2026, 3, 12)


def read(events, **kwargs):
    return icalendar.Calendar.from_ical(calendar("Planning", events, site="https://mvi.example.org", **kwargs))


def test_a_whole_day():
    [event] = read([Event(uid="milestone-7", summary="Bermen: start", starts=DAY, path="/pilots/bermen/")]).events

    assert event["UID"] == "milestone-7@mvi.example.org"
    assert event["SUMMARY"] == "Bermen: start"
    assert event.DTSTART == DAY
    assert event["URL"] == "https://mvi.example.org/pilots/bermen/"
    assert event["TRANSP"] == "TRANSPARENT"
    assert "DTEND" not in event
    assert "STATUS" not in event


def test_from_one_moment_to_another():
    starts = dt.datetime(2026, 7, 1, 9, 30, tzinfo=AMSTERDAM)
    meeting = Event(
        uid="session-1",
        summary="Werksessie 1",
        starts=starts,
        ends=starts + dt.timedelta(hours=3),
        location="Raadszaal",
        description="Neem een verhaal mee.",
        version=4,
        is_cancelled=True,
    )

    [event] = read([meeting]).events

    assert (starts, starts + dt.timedelta(hours=3)) == (event.DTSTART, event.DTEND)
    assert b"DTSTART:20260701T073000Z\r\n" in calendar("x", [meeting], site="https://x")
    assert (event["LOCATION"], event["DESCRIPTION"]) == ("Raadszaal", "Neem een verhaal mee.")
    assert event["SEQUENCE"] == 4
    assert event["STATUS"] == "CANCELLED"


def test_a_moment_without_an_end():
    [event] = read([Event(uid="x", summary="x", starts=dt.datetime(2026, 1, 1, 9, tzinfo=AMSTERDAM))]).events

    assert "DTEND" not in event


def test_a_feed_is_published_and_an_invitation_asks():
    assert read([])["METHOD"] == "PUBLISH"
    assert read([], method="REQUEST")["METHOD"] == "REQUEST"
    assert read([])["X-WR-CALNAME"] == "Planning"


def test_text_cannot_break_out_of_its_line():
    text = "a;b,c\\d\r\nEND:VEVENT\r\nBEGIN:VEVENT"

    [event] = read([Event(uid="x", summary=text, starts=DAY, description=text)]).events

    assert event["SUMMARY"] == "a;b,c\\d END:VEVENT BEGIN:VEVENT"
    assert event["DESCRIPTION"].splitlines() == text.splitlines()


def test_long_lines_are_folded_between_characters():
    written = calendar("x", [Event(uid="x", summary="€" * 60, starts=DAY)], site="https://x")

    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    assert "€" * 60 in written.decode().replace("\r\n ", "")
