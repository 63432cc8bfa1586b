"""What an import does: tells per row whether it is new, changed, the same or wrong, and writes them in bulk.

A dry run is a real run that is rolled back, so that the database itself is the judge of every rule.
"""

import datetime as dt
import hashlib
from collections import defaultdict
from contextlib import nullcontext
from functools import cached_property
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, InternalError, connection, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from import_export.results import Result, RowResult
from psycopg2.errors import UniqueViolation

from mvi.jobs.running import unseen

from . import copying
from .cells import TEXT, folded
from .labels import STEP
from .trial import trial

CHUNK = 1_000
EMPTY = {None, ""}
REPEATED = (str, type(None))  # of which equal cells are the same; 1 and True are equal too
KNOWN = 10_000  # values of a column of which we remember what became of them
REFUSALS = (IntegrityError, DataError, InternalError)


class Wrong(str):
    """Why a cell cannot be read."""


class ImportedRow(RowResult):
    """What happens with one row of the file."""

    def __init__(self, number):
        super().__init__()
        self.number = number
        self.label = ""
        self.changes = []  # heading, old cell, new cell
        self.messages = []  # heading, or empty when the whole row is to blame; message

    def refuse(self, heading, message):
        self.messages.append((heading, str(message)))
        self.import_type = self.IMPORT_TYPE_INVALID


class ImportResult(Result):
    """What happens with all rows, in the words of django-import-export and with a fingerprint."""

    is_stale = False

    def __init__(self):
        super().__init__()
        self.fingerprint = hashlib.sha256()

    def add(self, row):
        self.append_row_result(row)
        self.increment_row_result_total(row)
        self.fingerprint.update(repr((row.number, row.import_type, row.changes, row.messages)).encode())
        if row.messages:
            self.append_invalid_row(row.number, {}, ValidationError([message for _heading, message in row.messages]))

    @property
    def digest(self):
        return self.fingerprint.hexdigest()


class Work:
    """A row that passed its own checks and waits to be written."""

    def __init__(self, row, instance, names, links):
        self.row, self.instance, self.links = row, instance, links
        self.names = names  # the changed columns; None for a new row
        self.is_new = names is None
        self.pk = instance.pk


def import_rows(
    resource,
    dataset,
    *,
    dry_run,
    by,
    mapping=None,
    only_good=False,
    expected=None,
    progress=unseen,
    is_trial=False,
    **kwargs,
):
    """Import a data set; nothing is kept of a dry run, nor when a row is wrong unless only the good ones are wanted.

    `expected` is the digest of the dry run that somebody agreed to: when the table changed meanwhile, nothing is kept.
    `is_trial` says that the caller rolls back, as a dry run does by itself.
    """
    rows_import = RowsImport(resource, dataset.headers or [], by=by, mapping=mapping)
    result = rows_import.result
    if not result.base_errors:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # so that a refusal comes with its row
            with trial(*rows_import.models()) if dry_run or is_trial else nullcontext():
                rows_import.run(dataset, progress)
            result.is_stale = expected not in (None, result.digest)
            if dry_run or result.is_stale or (result.has_validation_errors() and not only_good):
                transaction.set_rollback(True)
            else:
                with connection.cursor() as cursor:
                    cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return result


def loosely(key):
    """A key without what people see as the same."""
    return tuple(folded(value) if isinstance(value, str) else value for value in key)


class RowsImport:
    """One import of one sheet."""

    def __init__(self, resource, headers, *, by, mapping=None):
        self.resource, self.by = resource, by
        self.model = resource._meta.model
        self.key = list(resource._meta.import_id_fields)
        self.result = ImportResult()
        self.headings = resource.headings()
        self.single = [name for name in resource.fields if name not in resource.many_to_many]
        self.attnames = {name: field.attribute for name, field in resource.fields.items()}
        self.everything = {field.name for field in self.model._meta.fields}
        self.relations = {name for name in self.single if resource.django_field(name).is_relation}
        self.columns = self.columns_of(headers, mapping)
        self.seen = {}  # the row of the table → the number of the row in the file
        self.cleaned = defaultdict(dict)  # column → cell that was read before → its value
        self.passed = defaultdict(set)  # column → values that need not be held against the rules of the field again

    def columns_of(self, headers, mapping):
        """For each heading of the file the column that is meant, or None to leave it out."""
        known, columns = self.resource.known_headings(), []
        for header in headers:
            text = TEXT.clean(header)
            name = mapping.get(text) if mapping and text in mapping else known.get(folded(text))
            if name is None and text and text not in (mapping or {}):
                self.fail(_("“%(heading)s” is not a heading of %(noun)s.") % self.words(heading=text))
            elif name and name in columns:
                self.fail(_("The column “%(heading)s” is in the file twice.") % self.words(heading=self.headings[name]))
            columns.append(name or None)
        for name in self.key:
            if name not in columns and not self.optional(name):
                self.fail(_("The column “%(heading)s” is missing.") % self.words(heading=self.headings[name]))
        return columns

    def optional(self, name):
        field = self.resource.django_field(name)
        return field.blank

    def words(self, **words):
        return words | {"noun": self.model._meta.verbose_name_plural}

    def fail(self, message):
        self.result.append_base_error(ValidationError(message))

    def run(self, rows, progress=unseen):
        self.resource.read_labels()
        for name in self.relations:
            self.passed[name] = set(self.resource.fields[name].widget.labels.by_pk)  # found by its name, so it is there
        self.read_keys()
        numbered = enumerate(rows, 2)  # as the spreadsheet program numbers them: the headings are row 1
        while chunk := list(islice(numbered, CHUNK)):
            self.run_chunk(chunk)
            if chunk[0][0] == 2 and len(rows) > CHUNK:
                self.count_anew()
            progress(chunk[-1][0] - 1, len(rows))

    def count_anew(self):
        """Tell PostgreSQL that the tables are no longer as empty as when it planned how to check a relation.

        It would go on reading the whole table for every row that refers to it.
        """
        tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in self.models())
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {tables}")

    def read_keys(self):
        """Which rows there are, by what they are known."""
        attnames = [self.attnames[name] for name in self.key]
        self.exact = defaultdict(list)
        for pk, *values in self.model._default_manager.order_by("pk").values_list("pk", *attnames):
            key = tuple(self.as_read(name, value) for name, value in zip(self.key, values, strict=True))
            self.exact[key].append(pk)

    @cached_property
    def loose(self):
        """The same without capitals and white space; only needed when a row is not known by its exact key."""
        found = defaultdict(list)
        for key, pks in self.exact.items():
            found[loosely(key)] += pks
        return found

    def as_read(self, name, value):
        """A value of the table as it comes back from a cell."""
        widget = self.resource.fields[name].widget
        return widget.clean(widget.render(value)) if isinstance(value, (str, dt.datetime)) else value

    def run_chunk(self, chunk):
        found = list(self.read(chunk))
        before = self.values_before([pk for *_rest, pk in found if pk])
        changes = {pk: self.differences(values, before[pk]) for _row, values, _given, pk in found if pk}
        changed = [pk for pk, differences in changes.items() if differences]
        instances = self.model._default_manager.in_bulk(changed)
        works = self.add([(row, values, given) for row, values, given, pk in found if pk not in changes])
        for row, *_rest, pk in found:
            if pk in changes:
                if changes[pk]:
                    works.append(self.change(row, changes[pk], instances[pk]))
                else:
                    row.import_type = row.import_type or row.IMPORT_TYPE_SKIP
        good = (work for work in works if not work.row.messages)
        self.save(sorted(good, key=lambda work: work.row.number))  # who gives up a name goes before who takes it
        for row, *_rest in found:
            self.result.add(row)

    def values_before(self, pks):
        """What stands in the columns of the file now: the number of each row → its values by column. Keeps it so."""
        if not pks:
            return {}
        names = [name for name in self.columns if name]
        locked = self.model._default_manager.filter(pk__in=pks).order_by("pk").select_for_update()
        pks = list(locked.values_list("pk", flat=True))
        columns = self.resource.columns_of(names, pks)
        return {pk: dict(zip(names, values, strict=True)) for pk, *values in zip(pks, *columns, strict=True)}

    def read(self, chunk):
        """Rows as values, each with its cells and the row of the table that it is about; without empty rows."""
        numbers, rows = zip(*chunk, strict=True)
        columns = {name: cells for name, cells in zip(self.columns, zip(*rows, strict=True), strict=True) if name}
        given = zip(*columns.values(), strict=True)
        read = zip(*(self.clean(name, cells) for name, cells in columns.items()), strict=True)
        for number, cells, values in zip(numbers, given, read, strict=bool(columns)):
            if EMPTY.issuperset(cells):
                continue
            row, cells = ImportedRow(number), dict(zip(columns, cells, strict=True))
            values = dict(zip(columns, values, strict=True))
            for name, value in values.items():
                if isinstance(value, Wrong):
                    row.refuse(self.headings[name], value)
            row.label = STEP.join(TEXT.clean(cells.get(name)) for name in self.key if cells.get(name))
            pk = None if row.messages else self.find(row, [values.get(name, "") for name in self.key])
            yield row, values, cells, pk

    def clean(self, name, cells):
        """The values of a column of cells, or what is wrong with them; what stands in many rows is read once."""
        cleaned, clean, values = self.cleaned[name], self.resource.fields[name].widget.clean, []
        for cell in cells:
            if type(cell) in REPEATED and cell in cleaned:
                values.append(cleaned[cell])
                continue
            try:
                value = clean(cell)
            except ValueError as error:
                value = Wrong(error)
            if type(cell) in REPEATED and len(cleaned) < KNOWN:
                cleaned[cell] = value
            values.append(value)
        return values

    def find(self, row, key):
        """The row of the table that the file means; an exact match goes before one with other capitals."""
        key = tuple(key)
        candidates = self.exact.get(key, [])
        free = next((pk for pk in candidates if pk not in self.seen), None)
        if free is None and self.exact:
            candidates = [*candidates, *self.loose.get(loosely(key), [])]
            free = next((pk for pk in candidates if pk not in self.seen), None)
        if free:
            self.seen[free] = row.number
        elif candidates and not self.resource._meta.repeatable:
            row.refuse("", _("This is the same as row %(number)s.") % {"number": self.seen[candidates[0]]})
        return free

    def add(self, found):
        """New rows, with their values or, where the cell is empty, with what is usual."""
        for row, *_rest in found:
            row.import_type = row.import_type or row.IMPORT_TYPE_NEW
        good = [(row, values, given) for row, values, given in found if not row.messages]
        names = {self.attnames[name]: name for name in self.single if name in self.columns}
        columns = []
        for field in self.model._meta.concrete_fields:
            name, usual = names.get(field.attname), field.get_default
            columns.append(
                [values[name] if name and given[name] not in EMPTY else usual() for _row, values, given in good]
            )
        return [
            self.add_one(row, self.model(*cells), values)
            for (row, values, _given), cells in zip(good, zip(*columns, strict=True), strict=bool(good))
        ]

    def add_one(self, row, instance, values):
        self.resource.new_row(instance, self.by)
        if not self.resource.may_add(instance, self.by):
            row.refuse("", _("You may not add this one."))
        self.check(row, instance, self.single)
        links = {name: (set(values[name]), set()) for name in self.resource.many_to_many if name in values}
        return Work(row, instance, None, links)

    def differences(self, values, before):
        """Column → what stands there now and what the file says, where that is something else."""
        found = {}
        for name, new in values.items():
            widget, old = self.resource.fields[name].widget, before[name]
            if new == old or (name in self.resource.many_to_many and sorted(new) == sorted(old)):
                continue
            if name not in self.resource.many_to_many and widget.clean(widget.render(old)) == new:
                continue  # the same but for line ends or white space that no spreadsheet keeps
            found[name] = old, new
        return found

    def change(self, row, differences, instance):
        names, links = [], {}
        row.import_type = row.import_type or row.IMPORT_TYPE_UPDATE
        for name, (old, new) in differences.items():
            widget = self.resource.fields[name].widget
            if name in self.resource._meta.governed:
                row.refuse(self.headings[name], _("This is changed on its own page, not by an import."))
            row.changes.append((self.headings[name], widget.render(old), widget.render(new)))
            if name in self.resource.many_to_many:
                links[name] = (set(new) - set(old), set(old) - set(new))
            else:
                names.append(name)
                setattr(instance, self.attnames[name], new)
        if not self.resource.may_change(instance, self.by):
            row.refuse("", _("You may not change this one."))
        self.check(row, instance, names)
        return Work(row, instance, names, links)

    def check(self, row, instance, names):
        """The rules of the fields themselves; those between rows and columns are the database's."""
        new = {}
        for name in names:
            value = getattr(instance, self.attnames[name])
            if value not in self.passed[name]:
                new[name] = value
        try:
            if new:
                instance.clean_fields(exclude=self.everything.difference(new))
            self.remember(instance, new)
            if not row.messages:
                instance.clean()
        except ValidationError as error:
            for name, refusals in error.update_error_dict({}).items():
                for message in ValidationError(refusals).messages:
                    row.refuse(self.headings.get(name, ""), message)

    def remember(self, instance, given):
        """What passed as it was need not be looked at again in another row."""
        for name, value in given.items():
            passed = self.passed[name]
            if len(passed) < KNOWN and getattr(instance, self.attnames[name]) == value:
                passed.add(value)

    def save(self, works):
        """Write all at once; when the database refuses, halve until the row that is to blame stands alone."""
        if not works:
            return
        try:
            with transaction.atomic():
                self.write(works)
        except REFUSALS as error:
            for work in works:
                work.instance.pk = work.pk  # a new row has no number again
            if len(works) == 1:
                works[0].row.refuse("", self.in_words(error))
                return
            middle = len(works) // 2
            self.save(works[:middle])
            self.save(works[middle:])

    def write(self, works):
        copying.add([work.instance for work in works if work.is_new])
        by_names = defaultdict(list)
        for work in works:
            if work.names:
                by_names[tuple(work.names)].append(work.instance)
        for names, instances in by_names.items():
            self.model._default_manager.bulk_update(instances, names)
        self.write_links(works)

    def write_links(self, works):
        for name in self.resource.many_to_many:
            field = self.resource.django_field(name)
            through, source = field.remote_field.through, field.m2m_field_name()
            target, ends = field.m2m_reverse_field_name(), []
            for work in works:
                wanted, gone = work.links.get(name, ((), ()))
                ends += [(work.instance.pk, pk) for pk in sorted(wanted)]
                if gone:
                    through._default_manager.filter(**{source: work.instance.pk, f"{target}__in": gone}).delete()
            links = {pk: through(**{f"{target}_id": pk}) for pk in {pk for _source, pk in ends}}
            for link in links.values():
                self.resource.new_link(link)
            copying.add_links(through._meta.get_field(source), ends, links)

    def in_words(self, error):
        """Why the database refuses a row, as the rule itself says it."""
        found = getattr(getattr(error, "__cause__", None), "diag", None)
        name = found and found.constraint_name
        for model in self.models():
            for constraint in model._meta.constraints:
                if constraint.name == name and constraint.violation_error_message != (
                    constraint.default_violation_error_message
                ):
                    return str(constraint.violation_error_message)
                if constraint.name == name:
                    return _("These cells do not fit together (rule %(name)s).") % {"name": name}
        double = isinstance(getattr(error, "__cause__", None), UniqueViolation)
        for field in self.model._meta.fields:
            if double and field.unique and f"_{field.column}_" in name:
                return _("There is already a row with this: %(heading)s.") % {
                    "heading": capfirst(str(field.verbose_name))
                }
        return _("The database refuses this row: %(reason)s") % {"reason": found.message_primary if found else error}

    def models(self):
        """Of which an import writes rows."""
        fields = map(self.resource.django_field, self.resource.many_to_many)
        return [self.model, *(field.remote_field.through for field in fields)]
