"""What is planned in the pilots of a list, month by month: milestones, and the days of the pilots themselves."""

import dataclasses
import datetime as dt
import itertools

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mvi.months import last_day, months_later
from pilots.models import Milestone, PilotQuerySet

MOST = 200  # lines: a calendar that nobody reads to its end is none
DAYS = {
    "announce_on": gettext_lazy("announcement"),
    "starts_on": gettext_lazy("start"),
    "ends_on": gettext_lazy("end"),
    "revisit_on": gettext_lazy("look again"),
}


@dataclasses.dataclass(frozen=True)
class Entry:
    """One line of a day."""

    day: dt.date
    title: str
    path: str
    details: list[str | Promise]
    is_example: bool
    is_done: bool = False
    is_late: bool = False


def entries(pilots: PilotQuerySet, first: dt.date, last: dt.date) -> list[Entry]:
    """In the order of the days; one more than `MOST` when there are more. One question for each kind of day."""
    found = [entry for name, what in DAYS.items() for entry in own_days(pilots, name, what, (first, last))]
    found += milestones(pilots, (first, last))
    return sorted(found, key=lambda entry: entry.day)[: MOST + 1]


def own_days(pilots, name, what, days):
    rows = pilots.filter(**{f"{name}__range": days}).order_by(name, "pk")
    for pilot in rows.only("name", "slug", "phase", "is_example", name)[: MOST + 1]:
        yield Entry(
            getattr(pilot, name),
            f"{pilot}: {what}",
            pilot.get_absolute_url(),
            [_("phase now: %(phase)s") % {"phase": pilot.get_phase_display()}],
            pilot.is_example,
        )


def milestones(pilots, days):
    rows = Milestone.objects.filter(pilot__in=pilots.order_by().values("pk"), due_on__range=days)
    for milestone in rows.select_related("pilot", "owner").order_by("due_on", "pk")[: MOST + 1]:
        yield Entry(
            milestone.due_on,
            f"{milestone.pilot}: {milestone}",
            milestone.get_absolute_url(),
            [milestone.get_phase_display(), str(milestone.owner or _("nobody yet"))],
            milestone.is_example,
            milestone.done_on is not None,
            milestone.is_overdue,
        )


def by_month(found: list[Entry], first: dt.date, months: int) -> list[tuple[dt.date, list]]:
    """Each month from the first, with its days on which there is something, each with its lines."""
    days = [(day, list(some)) for day, some in itertools.groupby(found, key=lambda entry: entry.day)]
    starts = [months_later(first, number) for number in range(months)]
    return [(start, [pair for pair in days if start <= pair[0] <= last_day(start)]) for start in starts]
