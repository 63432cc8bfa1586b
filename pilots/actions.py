"""What happens to a pilot: registered, moved through its phases, put aside, finished."""

import datetime as dt
import secrets

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from mvi import audit
from mvi.models import User
from pilots.bulk import fields_of, plan
from pilots.models import (
    CalendarLink,
    Commitment,
    Decision,
    DecisionKind,
    Document,
    DocumentFile,
    Lesson,
    Phase,
    Pilot,
    Standing,
)
from pilots.models.calendar_link import digest_of

ADDRESSES_IN_USE = {
    "importeren",
    "nieuw",
    "procedurehulp",
    "cpv",
    "drempels",
    "social-return",
    "planning",
    "agenda",
    "bord",
    "lessen",
    "standaarden",
    "afwijkingen",
    "tegelijk",
    "filters",
    "r-ladder",
}  # pages below /pilots/ that are no pilot; pilots/urls.py


def free_slug(name: str, taken: set[str] | None = None) -> str:
    """An address made from the name that no other pilot has; it stays when the name changes.

    An import knows which ones are taken and names many pilots in a row.
    """
    base = slugify(name)[:120].strip("-") or "pilot"
    if taken is None:
        taken = set(Pilot.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken or slug in ADDRESSES_IN_USE:
        number += 1
        slug = f"{base}-{number}"
    return slug


# What a copy takes over; dates, amounts, people and what was measured are of one purchase only.
COPIED = (
    "summary",
    "tags",
    "without_buying",
    "need",
    "ambition",
    "question",
    "question_kind",
    "collaboration",
    "client",
    "budget_holder",
    "contract_type",
    "cpv",
    "r_strategy",
    "launching_customer",
    "biobased",
    "is_example",
)
OF_ONE_PURCHASE = {
    "reference": None,
    "reference_on": None,
    "asked_on": None,
    "offered": None,
    "offered_on": None,
    "contracted": None,
    "contracted_on": None,
}  # of a KPI


@transaction.atomic
def register_pilot(*, pilot: Pilot, by: User) -> Pilot:
    """Save a new pilot; somebody who may only change their own pilots becomes its buyer when they named nobody."""
    if pilot.buyer is None and not by.has_perm("pilots.change_every_pilot"):
        pilot.buyer = by
    pilot.slug = free_slug(pilot.name)
    pilot.save()
    return pilot


@transaction.atomic
def copy_pilot(*, source: Pilot, name: str, by: User) -> Pilot:
    """A new pilot that begins with what can be used again of another one; nobody committed to it yet."""
    copied = {field: getattr(source, field) for field in COPIED}
    pilot = register_pilot(pilot=Pilot(name=name, **copied), by=by)
    for rows, fresh in (
        (source.pilot_themes, {}),
        (source.pilot_core_values, {}),
        (source.pilot_goals, {}),
        (source.parties, {"commitment": Commitment.WISHED}),
        (source.criteria, {}),
        (source.kpis, OF_ONE_PURCHASE),
    ):
        for row in rows.all():
            values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
            del values["id"], values["version"]
            row._meta.model.objects.create(**values | fresh | {"pilot_id": pilot.pk})
    return pilot


@transaction.atomic
def tie_to_strategy(*, pilot: Pilot, themes: dict, core_values: dict, goals: dict, by: User) -> None:
    """Make the ties of a pilot exactly these: the number of each theme, value or goal → the fields of its tie.

    It counts as a change of the pilot, so that two people who do this never overwrite each other unseen.
    """
    changed = {
        "themes": tie(pilot, pilot.pilot_themes, "theme_id", themes),
        "core_values": tie(pilot, pilot.pilot_core_values, "core_value_id", core_values),
        "goals": tie(pilot, pilot.pilot_goals, "goal_id", goals),
    }
    if any(changed.values()):
        Pilot.objects.filter(pk=pilot.pk).update(version=F("version") + 1)
        audit.record("tie", pilot, by=by, fields=[name for name, number in changed.items() if number])


def tie(pilot, links, column, wanted):
    """How many ties were added, changed or removed."""
    there = {getattr(link, column): link for link in links.all()}
    gone = [link for key, link in there.items() if key not in wanted]
    for link in gone:
        link.delete()
    number = len(gone)
    for key, values in wanted.items():
        link = there.get(key)
        if link is None:
            link = links.model(pilot=pilot, **{column: key})
        elif all(getattr(link, name) == value for name, value in values.items()):
            continue
        for name, value in values.items():
            setattr(link, name, value)
        link.save()
        number += 1
    return number


@transaction.atomic
def move_forward(*, pilot: Pilot, to: str, by: User, reason: str = "") -> Pilot:
    """To the next phase; while something is still missing only with a reason (*pas toe of leg uit*).

    `to` is what was read on the page: a double click or an old page does not move it one phase too far.
    """
    pilot = locked(pilot)
    must_be_active(pilot)
    if pilot.next_phase is None:
        raise ValidationError(_("This is the last phase."))
    if to != pilot.next_phase:
        raise ValidationError(_("This pilot is in another phase by now. Look where it stands."))
    if pilot.missing() and not reason.strip():
        raise ValidationError(_("Something is still missing. Fill it in, or say why the pilot goes on without it."))
    return decide(pilot, DecisionKind.FORWARD, phase=pilot.next_phase, reason=reason, by=by)


@transaction.atomic
def move_back(*, pilot: Pilot, to: str, reason: str, by: User) -> Pilot:
    """To an earlier phase, with the reason."""
    pilot = locked(pilot)
    must_be_active(pilot)
    if to not in dict(pilot.earlier_phases):
        raise ValidationError(_("Choose a phase before the present one."))
    if not reason.strip():
        raise ValidationError(_("Going back needs a reason."))
    return decide(pilot, DecisionKind.BACK, phase=to, reason=reason, by=by)


@transaction.atomic
def park(*, pilot: Pilot, revisit_on: dt.date, lesson: Lesson, by: User) -> Pilot:
    """Put it in the fridge until a day on which somebody looks again, with what was learned so far."""
    pilot = locked(pilot)
    must_be_active(pilot)
    pilot.revisit_on = revisit_on
    return leave(pilot, DecisionKind.PARK, standing=Standing.PARKED, lesson=lesson, by=by)


@transaction.atomic
def stop(*, pilot: Pilot, lesson: Lesson, by: User) -> Pilot:
    """End it before it is done, with what was learned."""
    pilot = locked(pilot)
    if pilot.standing not in {Standing.ACTIVE, Standing.PARKED}:
        raise ValidationError(_("This pilot has ended already."))
    pilot.revisit_on = None
    return leave(pilot, DecisionKind.STOP, standing=Standing.STOPPED, lesson=lesson, by=by)


@transaction.atomic
def complete(*, pilot: Pilot, lesson: Lesson, by: User) -> Pilot:
    """End it in the last phase, with what was learned."""
    pilot = locked(pilot)
    must_be_active(pilot)
    if pilot.phase != Phase.EVALUATION:
        raise ValidationError(_("Only a pilot in the phase evaluation can be completed. Move it there first."))
    return leave(pilot, DecisionKind.COMPLETE, standing=Standing.COMPLETED, lesson=lesson, by=by)


@transaction.atomic
def resume(*, pilot: Pilot, reason: str, by: User) -> Pilot:
    """Take up again what was parked, stopped or completed."""
    pilot = locked(pilot)
    if pilot.standing == Standing.ACTIVE:
        raise ValidationError(_("This pilot runs already."))
    pilot.standing, pilot.revisit_on = Standing.ACTIVE, None
    return decide(pilot, DecisionKind.RESUME, phase=pilot.phase, reason=reason, by=by)


@transaction.atomic
def change_many(*, versions: dict[int, int], values: dict[str, object], by: User) -> int:
    """The same change in many pilots, in all of them or in none; `versions` says how each was when it was looked at."""
    rows = Pilot.objects.select_related("buyer", "project_leader").select_for_update(of=["self"])
    rows = list(rows.filter(pk__in=versions).order_by("pk"))
    if {row.pk: row.version for row in rows} != versions:
        raise ValidationError(_("Somebody changed one of these pilots meanwhile. Look again at what will change."))
    happening = plan(rows, values, by=by)
    if refused := [found for found in happening if not found.happens]:
        raise ValidationError([f"{found.pilot}: {found.refusal}" for found in refused])
    fields = fields_of(values)
    Pilot.objects.bulk_update(rows, fields)
    for row in rows:
        audit.record("change", row, by=by, fields=fields, together=len(rows))
    return len(rows)


@transaction.atomic
def add_document(*, document: Document, file: UploadedFile | None, by: User) -> Document:
    """Keep a document, with what is in its file when it has one."""
    document.added_by = by
    document.save()
    if file is not None:
        DocumentFile.objects.create(document=document, content=file.read())
    return document


@transaction.atomic
def renew_calendar_link(*, pilot: Pilot | None, by: User) -> str:
    """A new secret for the calendar of somebody's own milestones, or of a pilot; the old one stops at once."""
    token = secrets.token_urlsafe(32)
    link, _created = CalendarLink.objects.update_or_create(
        user=by, pilot=pilot, defaults={"digest": digest_of(token), "made_at": timezone.now()}
    )
    audit.record("renew_calendar_link", link, by=by)
    return token


def locked(pilot):
    return Pilot.objects.select_for_update().get(pk=pilot.pk)


def must_be_active(pilot):
    if pilot.standing != Standing.ACTIVE:
        raise ValidationError(_("This pilot is not active. Resume it first."))


def leave(pilot, kind, *, standing, lesson, by):
    """Give it the standing, once its lesson is written."""
    lesson.pilot = pilot
    lesson.full_clean()
    lesson.save()
    pilot.standing = standing
    return decide(pilot, kind, phase=pilot.phase, reason=lesson.title, by=by)


def decide(pilot, kind, *, phase, reason, by):
    """Save the pilot where it now stands, with the decision and the audit line."""
    before, pilot.phase = pilot.phase, phase
    pilot.save(update_fields=["phase", "standing", "revisit_on"])
    Decision.objects.create(
        pilot=pilot, kind=kind, from_phase=before, to_phase=phase, reason=reason.strip(), made_by=by
    )
    audit.record(kind.value, pilot, by=by, from_phase=before, to_phase=phase)
    return pilot
