"""The workbook: a sheet for every noun and a codebook; it goes out as one file and comes in again."""

import dataclasses
from uuid import UUID

import pghistory
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pghistory.models import Context
from tablib import Dataset

from mvi import audit
from mvi.jobs.running import counted, unseen
from mvi.models import User

from .actions import shown, take_back, touched_by
from .cells import folded, in_every_language
from .files import Json, Ods, Rows, Xlsx
from .importing import ImportResult
from .resources import SheetResource

FORMATS = {found.name: found for found in (Xlsx, Ods, Json)}  # a csv has one sheet only
CODEBOOK = gettext_lazy("Codebook")
LONGEST_EXAMPLE = 100  # characters


def resource_classes() -> dict:
    """Every noun with its columns."""
    found = {model: getattr(of_model, "resource_classes", None) for model, of_model in admin.site._registry.items()}
    return {model: classes[0] for model, classes in found.items() if classes}


def resources() -> list[SheetResource]:
    """The columns of every noun, in the order in which they can come in: first what others refer to."""
    classes = resource_classes()
    ordered = {}

    def add(model):
        if model in classes and model not in ordered:
            resource = classes[model]()
            for field in map(resource.django_field, resource.fields_in_order()):
                if field.is_relation:
                    add(field.related_model)
            ordered[model] = resource

    for model in classes:
        add(model)
    return list(ordered.values())


def may_take(user: User, model) -> bool:
    """Whether this person may see and export the rows of a noun."""
    noun = f"{model._meta.app_label}.{{}}_{model._meta.model_name}".format
    return user.has_perms([noun("view"), noun("export")])


def resources_for(user: User) -> list[SheetResource]:
    return [resource for resource in resources() if may_take(user, resource._meta.model)]


def endings_for(user: User) -> list[str]:
    """The kinds of file that a page offers this person; none without anything to export."""
    return list(FORMATS) if any(may_take(user, model) for model in resource_classes()) else []


def title(resource):
    return capfirst(str(resource._meta.model._meta.verbose_name_plural))


def size(columns) -> int:
    """How many rows the workbook has."""
    return sum(resource._meta.model._default_manager.count() for resource in columns)


@transaction.atomic
def take(*, columns: list[SheetResource], file_format, by: User | None, progress=unseen) -> bytes:
    """All rows of these nouns as a file; who took what leaves a line in the audit trail for each noun."""
    labels, nouns = {}, {}
    done, total = 0, size(columns)
    for resource in columns:
        resource.labels = labels  # the names of rows are read once for all sheets
        model = resource._meta.model
        # In the order in which they came, so that rows of the same name keep their turn.
        rows = resource.rows(model._default_manager.order_by("pk").values_list("pk", flat=True))
        dataset = Dataset(*counted(rows, total, progress, done), headers=resource.get_export_headers())
        nouns[title(resource)] = dataset
        done += len(dataset)
        audit.record("export", model, by=by, rows=len(dataset), format=file_format.get_extension())
    return file_format.write({str(CODEBOOK): codebook(columns, nouns.values())} | nouns)


def codebook(columns, datasets):
    """What every column of every sheet means, what may stand in it, and an example from its own rows."""
    book = Dataset(
        headers=[
            _("Sheet"),
            _("Heading"),
            _("Meaning"),
            _("Kind of value"),
            _("Allowed values"),
            _("Example"),
            _("Remarks"),
        ]
    )
    for resource, dataset in zip(columns, datasets, strict=True):
        for place, column in enumerate(resource.description()):
            found = (row[place] for row in dataset if row[place] not in (None, ""))
            words = column["help"], column["kind"], column["allowed"]
            book.append([title(resource), column["heading"], *words, example(next(found, "")), remarks(column)])
    return book


def example(cell):
    return cell[:LONGEST_EXAMPLE] if isinstance(cell, str) else cell


def remarks(column):
    found = []
    if column["is_key"]:
        found.append(_("A row is known by this."))
    if column["required"]:
        found.append(_("Required."))
    if column["is_governed"]:
        found.append(_("Only for new rows; afterwards it changes on its own page."))
    return " ".join(found)


@dataclasses.dataclass
class Outcome:
    """What bringing a workbook in does, or did: per noun the result of its rows."""

    results: dict[str, ImportResult]
    unknown: list[str]  # sheets that are of no noun
    history: UUID | None = None  # under which the row history knows what it changed

    @property
    def is_refused(self):
        return bool(self.unknown) or any(
            result.base_errors or result.has_validation_errors() for result in self.results.values()
        )


@transaction.atomic
def bring_in(*, sheets: dict[str, Rows], dry_run: bool, file_name: str, by: User | None) -> Outcome:
    """Bring all sheets in, or nothing when one row is wrong; what is not in the file stays as it is.

    Good rows count while the others are read, so that one wrong row gives one message and not one for all that refer
    to it. A dry run is a real run that is rolled back.
    """
    columns = resources()
    outcome = Outcome({}, unknown_sheets(columns, sheets))
    with pghistory.context(workbook=file_name) as context:
        for resource in columns:
            dataset = sheet_of(resource, sheets)
            if dataset is not None and dataset.headers:
                result = resource.import_data(dataset, user=by, only_good=True, is_trial=dry_run)
                outcome.results[title(resource)] = result
                if result.totals["new"] or result.totals["update"]:
                    record(resource, result, file_name, by)
                    outcome.history = context.id
    if dry_run or outcome.is_refused:
        transaction.set_rollback(True)
    return outcome


def sheet_of(resource, sheets):
    names = resource.sheet_names()
    return next((dataset for name, dataset in sheets.items() if folded(name) in names), None)


def unknown_sheets(columns, sheets):
    known = {"", *(folded(text) for text in in_every_language(CODEBOOK))}
    for resource in columns:
        known |= resource.sheet_names()
    return [name for name, dataset in sheets.items() if folded(name) not in known and dataset.headers]


def record(resource, result, file_name, by):
    """As an import of one noun is recorded."""
    new, changed = result.totals["new"], result.totals["update"]
    words = {"new": new, "changed": changed, "same": result.totals["skip"], "left_out": 0}
    audit.record("import", resource._meta.model, by=by, file=file_name, **words)


@transaction.atomic
def undo(*, history: UUID, by: User | None) -> None:
    """Take a whole workbook back, as long as nobody changed any of its rows since: last what others refer to."""
    context = Context.objects.filter(pk=history, metadata__has_key="workbook").first()
    if context is None:
        raise ValidationError(_("There is nothing to undo."))
    for model in dict.fromkeys(
        found for resource in reversed(resources()) for found in touched_by(resource._meta.model)
    ):
        if model.pgh_event_model.objects.filter(pgh_context=history).exists():
            take_back(model, history)
            audit.record("undo_import", model, by=by, file=context.metadata["workbook"])


def in_words(outcome: Outcome, *, with_same=False):
    """The outcome as lines to read: per sheet its totals, and per row what happens with it."""
    for name in outcome.unknown:
        yield _("Sheet “%(name)s”: error: there is no noun of this name.") % {"name": name}
    for name, result in outcome.results.items():
        totals = result.totals
        yield _("%(sheet)s: %(new)s new, %(changed)s changed, %(same)s the same, %(wrong)s wrong") % {
            "sheet": name,
            "new": totals["new"],
            "changed": totals["update"],
            "same": totals["skip"],
            "wrong": totals["invalid"],
        }
        for message in (message for error in result.base_errors for message in error.messages):
            yield "  " + _("error: %(message)s") % {"message": message}
        for row in result.rows:
            if with_same or row.import_type != row.IMPORT_TYPE_SKIP:
                words = {"number": row.number, "label": row.label, "what": what(row)}
                yield "  " + _("row %(number)s (%(label)s): %(what)s") % words


def what(row):
    if row.messages:
        told = [f"{heading}: {message}" if heading else message for heading, message in row.messages]
        return _("error: %(message)s") % {"message": "; ".join(told)}
    if row.import_type == row.IMPORT_TYPE_NEW:
        return _("new")
    if row.import_type == row.IMPORT_TYPE_SKIP:
        return _("the same")
    told = [_("%(heading)s: “%(old)s” → “%(new)s”") % named(change) for change in row.changes]
    return _("changed: %(changes)s") % {"changes": "; ".join(told)}


def named(change):
    heading, old, new = change
    return {"heading": heading, "old": shown(old), "new": shown(new)}
