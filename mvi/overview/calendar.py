"""What happens when: sessions, milestones, actions and measurements, each kind in one question to the database."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mvi.ical import Event
from mvi.models import User
from mvi.months import months_later
from pilots.models import Milestone
from strategy.models import Action, ActionStatus, Indicator, Rollup
from workshops.models import Session


class Kind(models.TextChoices):
    SESSION = "sessie", gettext_lazy("sessions")
    MILESTONE = "mijlpaal", gettext_lazy("milestones")
    ACTION = "actie", gettext_lazy("actions")
    MEASUREMENT = "meting", gettext_lazy("measurements")


PERMISSIONS = {
    Kind.SESSION: "workshops.view_session",
    Kind.MILESTONE: "pilots.view_milestone",
    Kind.ACTION: "strategy.view_action",
    Kind.MEASUREMENT: "strategy.view_measurement",
}


@dataclasses.dataclass(frozen=True)
class Entry:
    """One line of a day."""

    kind: Kind
    pk: int
    day: dt.date
    title: str
    path: str
    note: str | Promise = ""
    starts: dt.datetime | None = None
    ends: dt.datetime | None = None
    place: str = ""
    is_done: bool = False
    is_example: bool = False
    version: int = 0

    @property
    def is_late(self):
        return self.kind != Kind.SESSION and not self.is_done and self.day < timezone.localdate()

    @property
    def details(self):
        """What kind it is, when, where, and of what."""
        hours = "–".join(f"{timezone.localtime(moment):%H:%M}" for moment in (self.starts, self.ends) if moment)
        return [part for part in (capfirst(self.kind.label), hours, self.place, self.note) if part]

    @property
    def event(self):
        """The same for a calendar program, with the name that mails and the planning of a pilot give it."""
        title = f"{self.note}: {self.title}" if self.kind == Kind.MILESTONE else self.title  # many pilots have the same
        return Event(
            uid=f"{self.kind.name.lower()}-{self.pk}",
            summary=f"✓ {title}" if self.is_done else title,
            starts=self.starts or self.day,
            ends=self.ends,
            path=self.path,
            location=self.place,
            description=str(self.note),
            version=self.version,
        )


def kinds_for(user: User) -> list[Kind]:
    return [kind for kind, permission in PERMISSIONS.items() if user.has_perm(permission)]


def entries(user: User, first: dt.date, last: dt.date, kinds: Iterable[Kind], *, mine: bool) -> list[Entry]:
    """From the first day to the last, in the order of time; only what this user may see."""
    allowed = set(kinds) & set(kinds_for(user))
    found = [entry for kind, read in READ.items() if kind in allowed for entry in read(user, first, last, mine)]
    return sorted(found, key=lambda entry: (entry.day, timezone.localtime(entry.starts) if entry.starts else MIDNIGHT))


MIDNIGHT = dt.datetime.min.replace(tzinfo=dt.UTC)  # what lasts the whole day comes first


def sessions(user, first, last, mine):
    rows = Session.objects.in_use().filter(starts_at__date__range=(first, last)).select_related("series")
    if mine:
        rows = rows.filter(Q(facilitator=user) | Q(participants__user=user)).distinct()
    for row in rows.order_by("starts_at", "pk"):
        yield Entry(
            Kind.SESSION,
            row.pk,
            timezone.localdate(row.starts_at),
            str(row),
            row.get_absolute_url(),
            row.series.title,
            row.starts_at,
            row.ends_at,
            row.place,
            row.is_closed,
            row.is_example,
            row.version,
        )


def milestones(user, first, last, mine):
    rows = Milestone.objects.filter(due_on__range=(first, last), pilot__archived_at=None).select_related("pilot")
    if mine:
        rows = rows.filter(Q(owner=user) | Q(pilot__buyer=user) | Q(pilot__project_leader=user))
    for row in rows.order_by("due_on", "pk"):
        yield Entry(
            Kind.MILESTONE,
            row.pk,
            row.due_on,
            row.name,
            row.get_absolute_url(),
            row.pilot.name,
            is_done=row.done_on is not None,
            is_example=row.is_example,
            version=row.version,
        )


def actions(user, first, last, mine):
    rows = Action.objects.filter(ends_on__range=(first, last)).exclude(status=ActionStatus.DROPPED)
    if mine:
        rows = rows.filter(owner=user)
    for row in rows.select_related("theme").order_by("ends_on", "pk"):
        yield Entry(
            Kind.ACTION,
            row.pk,
            row.ends_on,
            row.title,
            row.get_absolute_url(),
            row.theme.name,
            is_done=row.status == ActionStatus.DONE,
            is_example=row.is_example,
            version=row.version,
        )


def measurements(user, first, last, mine):
    """When each indicator that is measured by hand is to be measured again: its interval after the last time."""
    rows = Indicator.objects.with_values().filter(rollup=Rollup.OWN, goal__archived_at=None)
    if mine:
        rows = rows.filter(goal__owner=user)
    rows = rows.annotate(from_day=models.functions.Coalesce(F("latest_on"), F("baseline_on")))
    for row in rows.filter(from_day__lte=last).select_related("goal").order_by("pk"):
        day = months_later(row.from_day, row.interval_months)
        if first <= day <= last:
            yield Entry(
                Kind.MEASUREMENT,
                row.pk,
                day,
                _("Measure “%(name)s”") % {"name": row.name},
                row.get_absolute_url(),
                row.goal.statement,
                is_example=row.is_example,
                version=row.version,
            )


READ = {
    Kind.SESSION: sessions,
    Kind.MILESTONE: milestones,
    Kind.ACTION: actions,
    Kind.MEASUREMENT: measurements,
}
