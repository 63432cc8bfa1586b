"""One change for many pilots at once: what it would do to each, before anybody does it."""

import dataclasses
from collections.abc import Iterable

from django.utils.formats import localize
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from mvi.models import User
from pilots.models import Pilot
from pilots.models.tags import as_text, tags_in

TAGS = {"add_tags", "remove_tags"}
MOST_TAGS = Pilot._meta.get_field("tags").max_length
MOST = 200  # pilots at a time: a preview that nobody reads to its end is none


@dataclasses.dataclass
class Planned:
    """A pilot, what would become of it, and why not when it stays as it is."""

    pilot: Pilot
    changes: list[tuple[Promise, str, str]] = dataclasses.field(default_factory=list)  # field, before, after
    refusal: str = ""

    @property
    def happens(self):
        return not self.refusal


def plan(pilots: Iterable[Pilot], values: dict, *, by: User) -> list[Planned]:
    """What these values would do to each pilot; the rows carry the new values, but nothing is saved."""
    return [planned(pilot, values, by=by) for pilot in pilots]


def planned(pilot, values, *, by):
    if not pilot.can_be_changed_by(by):
        return Planned(pilot, refusal=_("Of other people; you cannot change it."))
    found = Planned(pilot)
    for name, value in new_values(pilot, values).items():
        before = getattr(pilot, name)
        if before != value:
            found.changes.append((pilot._meta.get_field(name).verbose_name, shown(before), shown(value)))
            setattr(pilot, name, value)
    if not found.changes:
        found.refusal = _("Is like that already.")
    elif len(pilot.tags) > MOST_TAGS:
        found.refusal = _("That would be too many tags.")
    elif pilot.starts_on and pilot.ends_on and pilot.ends_on < pilot.starts_on:
        found.refusal = _("A pilot cannot end before it starts.")
    return found


def new_values(pilot, values):
    """Of each field; tags are added to those that are there, or taken off."""
    new = {name: value for name, value in values.items() if name not in TAGS}
    if len(new) < len(values):
        tags = {*tags_in(pilot.tags), *values.get("add_tags", [])}.difference(values.get("remove_tags", []))
        new["tags"] = as_text(tags)
    return new


def fields_of(values):
    """The fields of a pilot that these values change."""
    return list(dict.fromkeys("tags" if name in TAGS else name for name in values))


def shown(value):
    return "–" if value in (None, "") else str(localize(value))
