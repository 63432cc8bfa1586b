"""Saving what people typed: once, in one transaction, and never over somebody else's work unseen."""

import dataclasses
import datetime as dt
import uuid

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxInput
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from mvi.fields import written
from mvi.models import DomainModel, Submission, User

CHOICE = "choose-"  # before the name of a field: whose it becomes


def submitted_before(token: str, *, by: User) -> Submission | None:
    """Claim the token of a form that is being saved; give the earlier submission when it was saved before.

    Call it inside the transaction that saves: a second request with the same token waits for the first, so that a
    double click, a retry or a reload saves once. A page without a valid token is a page that was tampered with.
    """
    try:
        token = uuid.UUID(token)
    except ValueError as error:
        raise ValidationError(_("This page is incomplete. Load it again and save once more.")) from error
    submission, is_new = Submission.objects.get_or_create(token=token, defaults={"by": by})
    return None if is_new and submission.by == by else submission


def submission_of(token: str, *, by: User) -> Submission | None:
    """The submission with this token that was saved, when it is this person's."""
    try:
        return Submission.objects.filter(token=uuid.UUID(token), by=by).exclude(result_url="").first()
    except ValueError:
        return None


@dataclasses.dataclass
class ConflictField:
    """One field that somebody else changed, as text for the screen."""

    name: str
    label: str
    theirs: str
    yours: str
    both: bool  # both changed it, each to something else: the second chooses whose it becomes


@dataclasses.dataclass
class Conflict(Exception):  # noqa: N818 -- to the second editor it is an answer, not an error
    """Somebody else saved the same row after this form was opened."""

    by: User | None
    at: dt.datetime
    fields: list[ConflictField]
    merged: dict  # initial values of the form that is shown now: yours where you changed something, else theirs


def refuse_lost_update(form, *, theirs: DomainModel, version: int) -> None:
    """Raise a Conflict when somebody saved `theirs`, the row as it is now and locked, since `version` was read.

    History knows how the row was when the form was opened, so a field that only one of the two changed keeps that
    change, and the page names every field that changed meanwhile.
    """
    if theirs.version == version:
        return
    event = theirs.events.filter(version=version).order_by("pgh_id").last()
    columns = {field.name for field in theirs._meta.concrete_fields}
    names = [name for name in form.cleaned_data if name in columns]
    before = model_to_dict(event, fields=names) if event else {}
    now = model_to_dict(theirs, fields=names)
    merged, changed = dict(form.cleaned_data), []
    for name in names:
        yours = raw(form.cleaned_data[name])
        if name in before and before[name] == yours:
            merged[name] = now[name]
        if now[name] != before.get(name, yours):  # what history does not keep is named when the two differ
            changed.append(
                ConflictField(
                    name,
                    form[name].label,
                    theirs=shown(theirs, name, now[name]),
                    yours=shown(theirs, name, yours),
                    both=yours not in (now[name], before.get(name)),
                )
            )
    latest = theirs.events.select_related("pgh_context").order_by("pgh_id").last()
    who = latest.pgh_context and latest.pgh_context.metadata.get("user")
    raise Conflict(
        by=get_user_model().objects.filter(pk=who).first(), at=latest.pgh_created_at, fields=changed, merged=merged
    )


def chosen_theirs(data):
    """The fields of which the second of two editors chose what the first saved, in the table of a conflict."""
    return [key.removeprefix(CHOICE) for key in data if key.startswith(CHOICE) and data[key] == "theirs"]


def with_theirs(data, form, names):
    """What was sent, but for these fields what stands in the form of the row as it is now."""
    data = data.copy()
    for bound in (form[name] for name in names if name in form.fields):
        widget, value = bound.field.widget, bound.value()
        data.pop(f"{bound.html_name}-format", None)  # of rich text: what the row holds is no HTML
        data.pop(bound.html_name, None)
        if not isinstance(widget, CheckboxInput):
            shown = widget.format_value(value)
            data.setlist(bound.html_name, shown if isinstance(shown, list) else [shown or ""])
        elif value:
            data[bound.html_name] = "on"
    return data


def raw(value):
    """A value as the table holds it: a related row by its number."""
    return value.pk if isinstance(value, models.Model) else value


def shown(row, name, value):
    """A value in words: the label of a choice, the name of a related row."""
    field = row._meta.get_field(name)
    if value in (None, ""):
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field.is_relation:
        return str(field.related_model._default_manager.filter(pk=value).first() or value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return written(field, value)
