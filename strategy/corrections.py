"""What a measurement was before it was corrected, from history: a correction keeps what was there."""

import dataclasses
import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from mvi.models import User
from strategy.models import Measurement


@dataclasses.dataclass
class Correction:
    """The value and the day that no longer count, since when, and who changed them."""

    value: Decimal
    on: dt.date
    at: dt.datetime
    by: User | None


def corrections(measurements: Iterable[Measurement]) -> dict[int, list[Correction]]:
    """Of each measurement that was corrected what it was, the newest first, in two queries for any number."""
    events = Measurement._meta.get_field("events").related_model.objects
    events = events.filter(pgh_obj_id__in=[one.pk for one in measurements]).select_related("pgh_context")
    kept = defaultdict(list)
    for event in events.order_by("pgh_id"):
        kept[event.pgh_obj_id].append(event)
    pairs = [
        (old, new)
        for steps in kept.values()
        for old, new in itertools.pairwise(steps)
        if (old.value, old.on) != (new.value, new.on)
    ]
    people = User.objects.in_bulk({who(new) for _old, new in pairs} - {None})
    found = defaultdict(list)
    for old, new in pairs:
        correction = Correction(value=old.value, on=old.on, at=new.pgh_created_at, by=people.get(who(new)))
        found[new.pgh_obj_id].insert(0, correction)
    return found


def who(event):
    """The number of the user who did it; None for the console, an import or SQL."""
    return event.pgh_context.metadata.get("user") if event.pgh_context else None
