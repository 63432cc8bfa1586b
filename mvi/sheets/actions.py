"""The verbs of import: receive a file, look what it would do, do it, undo it."""

import datetime as dt
from decimal import Decimal

import pghistory
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mvi import audit
from mvi.jobs.running import counted, unseen
from mvi.models import ImportStatus, SheetImport, User
from mvi.templatetags.formats import plain_number

from . import files
from .cells import folded
from .importing import ImportResult

MOST_SHOWN = 200  # rows of each kind that the report keeps for the screen
KEPT = dt.timedelta(days=7)
STALE = gettext_lazy("Something was changed meanwhile. Look again at what would happen.")


@transaction.atomic
def receive(*, resource, file, by: User) -> SheetImport:
    """Keep a file that somebody sent, still without looking what it would do; headings are read as last time."""
    SheetImport.objects.filter(by=by, status=ImportStatus.SENT, at__lt=timezone.now() - KEPT).delete()
    content = file.read(files.LARGEST + 1)
    noun = resource._meta.model._meta.label_lower
    sheets = files.read(content, name=file.name)
    earlier = SheetImport.objects.filter(by=by, noun=noun).exclude(mapping={}).first()
    sheet = sheet_of(resource, sheets)
    headings = {heading for heading in sheet.headers or [] if heading}
    mapping = {
        heading: column for heading, column in (earlier.mapping if earlier else {}).items() if heading in headings
    }
    return SheetImport.objects.create(
        noun=noun, file_name=file.name[:200], content=content, rows=len(sheet), by=by, mapping=mapping
    )


def sheet_of(resource, sheets):
    """The sheet that is called like the noun, else the first one."""
    names = resource.sheet_names()
    return next((sheet for name, sheet in sheets.items() if folded(name) in names), sheets[""])


@transaction.atomic
def look(*, sheet_import: SheetImport, resource, mapping=None, progress=unseen) -> ImportResult:
    """A dry run: what would importing this file do? Nothing is changed but the report."""
    if mapping is not None:
        sheet_import.mapping = mapping
    dataset = sheet_of(resource, files.read(bytes(sheet_import.content)))
    result = resource.import_data(
        dataset, dry_run=True, user=sheet_import.by, mapping=sheet_import.mapping, progress=progress
    )
    sheet_import.report = report(result) | {"headings": dataset.headers or []}
    sheet_import.save()
    return result


@transaction.atomic
def perform(*, sheet_import: SheetImport, resource, only_good: bool, by: User, progress=unseen) -> ImportResult:
    """Import what the dry run showed, all good rows or nothing."""
    sheet_import = SheetImport.objects.select_for_update().get(pk=sheet_import.pk)
    if sheet_import.status != ImportStatus.SENT:
        raise ValidationError(_("This file was imported already."))
    dataset = sheet_of(resource, files.read(bytes(sheet_import.content)))
    with pghistory.context(imported=str(sheet_import.pk)) as context:
        result = resource.import_data(
            dataset,
            user=by,
            mapping=sheet_import.mapping,
            only_good=only_good,
            expected=sheet_import.report["digest"],
            progress=progress,
        )
    sheet_import.report = report(result) | {"headings": dataset.headers or []}
    if not (result.is_stale or result.base_errors or (result.invalid_rows and not only_good)):
        sheet_import.status, sheet_import.content, sheet_import.history = ImportStatus.DONE, b"", context.id
        sheet_import.report["rows"] = {}  # the row history knows them; a story that is withdrawn stays nowhere else
        audit.record(
            "import",
            resource._meta.model,
            by=by,
            file=sheet_import.file_name,
            new=result.totals["new"],
            changed=result.totals["update"],
            same=result.totals["skip"],
            left_out=result.totals["invalid"],
        )
    sheet_import.save()
    return result


def report(result):
    """The result as the screen shows it, and as the database keeps it."""
    rows = {"new": [], "update": [], "invalid": []}
    for row in result.rows:
        kept = rows.get(row.import_type)
        if kept is not None and len(kept) < MOST_SHOWN:
            kept.append(
                {
                    "number": row.number,
                    "label": row.label[:200],
                    "changes": [[heading, shown(old), shown(new)] for heading, old, new in row.changes],
                    "messages": row.messages,
                }
            )
    return {
        "digest": result.digest,
        "errors": [message for error in result.base_errors for message in error.messages],
        "totals": dict(result.totals),
        "rows": rows,
    }


def shown(value):
    """A cell as short text for the screen, its days and amounts as people write them."""
    if isinstance(value, Decimal):
        return plain_number(value)
    return "" if value is None else str(localize(value) if isinstance(value, dt.date) else value)[:500]


@transaction.atomic
def undo(*, sheet_import: SheetImport, by: User, progress=unseen) -> None:
    """Take a whole import back, as long as nobody changed any of its rows since."""
    sheet_import = SheetImport.objects.select_for_update().get(pk=sheet_import.pk)
    if sheet_import.status != ImportStatus.DONE:
        raise ValidationError(_("There is nothing to undo."))
    model = apps.get_model(sheet_import.noun)
    touched = touched_by(model)
    for rows in counted(touched, len(touched), progress):
        take_back(rows, sheet_import.history)
    sheet_import.status = ImportStatus.UNDONE
    sheet_import.save()
    audit.record("undo_import", model, by=by, file=sheet_import.file_name)


def touched_by(model):
    """Of which an import of this noun can write rows; what hangs on a row goes before the row."""
    links = (field.remote_field.through for field in model._meta.many_to_many)
    return [*(link for link in links if hasattr(link, "pgh_event_model")), model]


def take_back(model, history):
    """Undo what was done to the rows of one model under this history context."""
    events = model.pgh_event_model.objects.filter(pgh_context=history).order_by("pgh_id")
    own = [field for field in model._meta.concrete_fields if not field.generated]
    names = [field.name for field in own if field.name not in {"id", "version"}]
    kept = {field.attname for field in model.pgh_event_model._meta.fields}
    kept &= {field.attname for field in model._meta.concrete_fields}
    latest = {event.id: event for event in events}
    current = model._default_manager.select_for_update(of=("self",)).in_bulk(latest)
    added = {event.id for event in events if event.pgh_label.startswith("insert")}
    removed = {pk for pk, event in latest.items() if event.pgh_label.startswith("delete")}
    for pk, event in latest.items():
        row = current.get(pk)
        if (row is None) != (pk in removed) or (
            row and any(getattr(row, name) != getattr(event, name) for name in kept)
        ):
            raise ValidationError(
                _("This cannot be undone any more: “%(row)s” was changed after the import.") % {"row": row or event.id}
            )
    refuse_when_relied_on(model, added, history)
    changed = latest.keys() - added - removed
    if changed and not {field.name for field in model.pgh_event_model._meta.fields}.issuperset(names):
        raise ValidationError(_("This cannot be undone: of such rows no full history is kept."))
    earlier = model.pgh_event_model.objects.filter(id__in=changed).exclude(pgh_context=history)
    model._default_manager.bulk_update(
        [row_of(model, event, names) for event in earlier.order_by("id", "-pgh_id").distinct("id")],
        names,
        batch_size=500,
    )
    model._default_manager.bulk_create(row_of(model, latest[pk], names) for pk in removed - added)
    model._default_manager.filter(pk__in=added - removed).delete()


def row_of(model, event, names):
    """A row as it was at an event of its history."""
    attnames = [model._meta.get_field(name).attname for name in names]
    return model(id=event.id, **{attname: getattr(event, attname) for attname in attnames})


def refuse_when_relied_on(model, added, history):
    """What somebody hung on a new row since would go with it; that is a change too."""
    for relation in model._meta.related_objects:
        other = relation.related_model
        if not hasattr(other, "pgh_event_model"):
            continue
        rows = other._default_manager.filter(**{f"{relation.field.name}__in": added})
        own = other.pgh_event_model.objects.filter(pgh_context=history, pgh_label__startswith="insert").values("id")
        if rows.exclude(pk__in=own).exists():
            raise ValidationError(_("This cannot be undone any more: others rely on the new rows."))
