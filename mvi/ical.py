"""Things with a day or an hour as a calendar (RFC 5545); escaping and folding are done by the library."""

import dataclasses
import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlsplit

import icalendar
from django.utils import timezone


@dataclasses.dataclass(frozen=True)
class Event:
    """One entry: a whole day without a time, or from one moment to another."""

    uid: str  # the same for every edition of the same thing, such as milestone-7
    summary: str
    starts: dt.date | dt.datetime
    ends: dt.datetime | None = None
    path: str = ""  # of its page
    location: str = ""
    description: str = ""
    version: int = 0  # programs that hold an older edition replace it
    is_cancelled: bool = False
    organiser: str = ""  # an address; who gets it by mail sees of whom it is


def calendar(name: str, events: Iterable[Event], *, site: str, method: str = "PUBLISH") -> bytes:
    """A feed or a file to attach; moments stand in UTC, so that no list of time zones is needed.

    `site` is where its pages are: https://mvi.example.nl.
    """
    found = icalendar.Calendar()
    found.add("version", "2.0")
    found.add("prodid", "-//MVI-kompas//NL")
    found.add("calscale", "GREGORIAN")
    found.add("method", method)
    found.add("x-wr-calname", name)
    for event in events:
        found.add_component(entry(event, site=site))
    return found.to_ical()


def entry(event: Event, *, site: str) -> icalendar.Event:
    found = icalendar.Event()
    found.add("uid", f"{event.uid}@{urlsplit(site).hostname}")
    found.add("dtstamp", timezone.now())
    found.add("summary", " ".join(event.summary.split()))
    if isinstance(event.starts, dt.datetime):
        found.add("dtstart", event.starts.astimezone(dt.UTC))
        if event.ends:
            found.add("dtend", event.ends.astimezone(dt.UTC))
    else:
        found.add("dtstart", event.starts)
        found.add("transp", "TRANSPARENT")  # a day on which something is due keeps nobody occupied
    if event.path:
        found.add("url", f"{site}{event.path}")
    for field in ("location", "description"):
        if text := getattr(event, field):
            found.add(field, text)
    if event.organiser:
        found.add("organizer", f"mailto:{event.organiser}")
    found.add("sequence", event.version)
    if event.is_cancelled:
        found.add("status", "CANCELLED")
    return found
