"""What happened to a row and to what hangs on it: who, when, which field from what to what."""

import dataclasses
import datetime as dt
from collections import defaultdict

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from pghistory.models import Events

from mvi.fields import written
from mvi.models import User
from mvi.rich_text import RichTextField, words

UNINTERESTING = {"id", "version"}
NAMING = ("name", "title", "statement", "text", "subject", "change")  # the column by which people know a row
# The column by which they know one without a name: its day, what it ties to, what sort it is.
TYING = ("framework_theme_id", "core_value_id", "goal_id", "theme_id", "person_id", "cluster_id")
TELLING = ("on", *TYING, "kind", "moment", "contract_type", "starts_on")


@dataclasses.dataclass
class Change:
    """One saved change of one row."""

    at: dt.datetime
    by: User | None
    action: str
    changes: list[tuple[str, str, str]]  # field, old, new


def changes_of(row: models.Model):
    """Events of the row and of what hangs on it, newest first; a queryset, to be cut into pages.

    What hangs on it refers to the row, as an indicator does to its goal, or to a part of the row, as a measurement does
    to that indicator; also when the part itself is gone.
    """
    events = Events.objects.references(row)
    of_parts = [Events.objects.references(parts) for parts in parts_of(row)]
    return (events.union(*of_parts) if of_parts else events).order_by("-pgh_created_at", "-pgh_id", "-pgh_slug")


def parts_of(row: models.Model):
    """Rows that are or were deleted with this row and can have rows of their own, one list for each kind."""
    for relation in row._meta.related_objects:
        part = relation.related_model
        if relation.on_delete is models.CASCADE and hasattr(part, "events") and len(part._meta.related_objects) > 1:
            known = part._meta.get_field("events").related_model.objects.filter(**{relation.field.name: row.pk})
            if numbers := set(known.values_list("pgh_obj_id", flat=True)):
                yield [part(pk=number) for number in sorted(numbers)]


def in_words(events) -> list[Change]:
    """A page of events for the screen, in a number of queries that does not grow with the number of events."""
    events = list(events)
    people = User.objects.in_bulk(
        {event.pgh_context["user"] for event in events if (event.pgh_context or {}).get("user")}
    )
    names = related_names(events)
    verbs = {
        "insert": _("%(kind)s “%(row)s” added"),
        "update": _("%(kind)s “%(row)s” changed"),
        "delete": _("%(kind)s “%(row)s” removed"),
    }
    changes = []
    for event in events:
        model = apps.get_model(event.pgh_obj_model)
        verb = event.pgh_label.partition("_")[0]
        row = own_name(event) or other_name(event, model, names)
        changes.append(
            Change(
                at=event.pgh_created_at,
                by=people.get(who(event)),
                action=verbs[verb] % {"kind": capfirst(model._meta.verbose_name), "row": row},
                changes=list(changed_fields(model, event.pgh_diff or {}, names)) if verb == "update" else [],
            )
        )
    return changes


def own_name(event):
    return next((str(event.pgh_data[name]) for name in NAMING if event.pgh_data.get(name)), "")


def other_name(event, model, names):
    name = next((name for name in TELLING if event.pgh_data.get(name)), None)
    field = name and field_of(model, name)
    if field and field.is_relation:
        return names.get((field.related_model, str(event.pgh_data[name])), "")
    return value_in_words(field, event.pgh_data[name], names) if field else ""


def who(event):
    """The number of the user who did it; None for the console, an import or SQL."""
    return (event.pgh_context or {}).get("user")


def changed_fields(model, diff, names):
    for name, (old, new) in diff.items():
        field = field_of(model, name)
        if field is not None and field.name not in UNINTERESTING:
            was, became = value_in_words(field, old, names), value_in_words(field, new, names)
            if isinstance(field, RichTextField) and words(was) != words(became):
                was, became = words(was), words(became)  # the marks only where nothing else changed
            yield capfirst(field.verbose_name), was, became


def field_of(model, attname):
    """The field behind a column name of the event table, or None when the field is gone since."""
    try:
        return model._meta.get_field(attname.removesuffix("_id"))
    except FieldDoesNotExist:
        return None


def value_in_words(field, value, names):
    if value in (None, ""):
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field.is_relation:
        return names.get((field.related_model, str(value)), str(value))
    if isinstance(field, models.BooleanField):
        return _("yes") if value else _("no")
    return written(field, field.to_python(value))


def related_names(events):
    """Names of all rows to which these changes refer, one query for each kind."""
    wanted = defaultdict(set)
    for event in events:
        model = apps.get_model(event.pgh_obj_model)
        referred = dict(event.pgh_diff or {})
        if not own_name(event):
            tied = {name: [event.pgh_data[name]] for name in TYING if event.pgh_data.get(name)}
            referred = tied | referred
        for name, values in referred.items():
            field = field_of(model, name)
            if field is not None and field.is_relation:
                wanted[field.related_model] |= {value for value in values if value is not None}
    return {
        (model, str(pk)): str(row)
        for model, pks in wanted.items()
        for pk, row in model._default_manager.in_bulk(pks).items()
    }
