"""What an import does: tells per row whether it is new, changed, the same or wrong, and writes them in bulk.

A dry run is a real run that is rolled back, so that the database itself is the judge of every rule.
"""

import datetime as dt
import hashlib
from collections import defaultdict
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _
from import_export.results import Result, RowResult

from mvi.jobs.running import unseen
from mvi.models.search import words_later

from .cells import TEXT, folded, of_each
from .labels import STEP
from .trial import trial
from .writing import Work, Writing

CHUNK = 1_000
EMPTY = {None, ""}
KNOWN = 10_000  # values of a column of which we remember that they passed


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


@dataclass
class Chunk:
    """Some rows of the file, column by column."""

    given: dict  # column → its cells
    read: dict  # column → what they say
    found: list  # a row, its place in the columns, and the number of the row of the table that it is about

    def values(self, place, names):
        """What one row says in these columns, as far as the file has them."""
        return {name: self.read[name][place] for name in names if name in self.read}


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
            with rows_import.besides(dry_run or is_trial, dataset):
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
        self.names = {attname: name for name, attname in self.attnames.items()}
        self.relations = {name for name in self.single if resource.django_field(name).is_relation}
        self.columns = self.columns_of(headers, mapping)
        self.seen = {}  # the row of the table → the number of the row in the file
        self.passed = defaultdict(set)  # column → values that its field takes as they are

    def besides(self, is_trial, rows):
        """What is left out while the rows are written, or left for later."""
        if is_trial:
            return trial(*self.models())
        return words_later() if len(rows) > CHUNK else nullcontext()

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
        with Writing(self.resource, self.models(), self.result.add) as writing:
            while taken := list(islice(numbered, CHUNK)):
                numbers, cells = zip(*taken, strict=True)
                chunk = self.read(numbers, cells)
                writing.begin(self.works(chunk), [row for row, *_rest in chunk.found])
                if numbers[0] == 2 and len(rows) > CHUNK:
                    self.plan_anew()
                progress(numbers[-1] - 1, len(rows))

    def plan_anew(self):
        """Let PostgreSQL plan again how to check a relation, for the tables are no longer as empty as when it did.

        It would go on reading the whole table for every row that refers to it. To count the tables would tell it too,
        but takes as long as to write a thousand rows.
        """
        with connection.cursor() as cursor:
            cursor.execute("DISCARD PLANS")

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

    def works(self, chunk):
        """What is to be written of these rows, in the order of the file."""
        before = self.values_before([pk for *_rest, pk in chunk.found if pk])
        changes = {pk: self.differences(chunk, place, before[pk]) for _row, place, pk in chunk.found if pk}
        changed = [pk for pk, differences in changes.items() if differences]
        instances = self.model._default_manager.in_bulk(changed)
        works = self.add(chunk, [(row, place) for row, place, pk in chunk.found if not pk])
        for row, _place, pk in chunk.found:
            if pk in changes:
                if changes[pk]:
                    works.append(self.change(row, changes[pk], instances[pk]))
                else:
                    row.import_type = row.import_type or row.IMPORT_TYPE_SKIP
        good = (work for work in works if not work.row.messages)
        return sorted(good, key=lambda work: work.row.number)  # who gives up a name goes before who takes it

    def values_before(self, pks):
        """What stands in the columns of the file now: the number of each row → its values by column. Keeps it so."""
        if not pks:
            return {}
        names = [name for name in self.columns if name]
        locked = self.model._default_manager.filter(pk__in=pks).order_by("pk").select_for_update()
        pks = list(locked.values_list("pk", flat=True))
        columns = self.resource.columns_of(names, pks)
        return {pk: dict(zip(names, values, strict=True)) for pk, *values in zip(pks, *columns, strict=True)}

    def read(self, numbers, rows):
        """Rows as values, each with the row of the table that it is about; without empty rows."""
        given = {name: cells for name, cells in zip(self.columns, zip(*rows, strict=True), strict=True) if name}
        read = {name: of_each(partial(self.clean, name), cells) for name, cells in given.items()}
        wrong = [name for name, values in read.items() if Wrong in map(type, values)]
        absent = [""] * len(rows)
        labels, keys = ([columns.get(name, absent) for name in self.key] for columns in (given, read))
        found = []
        for place, cells in enumerate(zip(*given.values(), strict=True)):
            if EMPTY.issuperset(cells):
                continue
            row = ImportedRow(numbers[place])
            for name in wrong:
                if isinstance(read[name][place], Wrong):
                    row.refuse(self.headings[name], read[name][place])
            row.label = STEP.join(TEXT.clean(label[place]) for label in labels if label[place])
            pk = None if row.messages else self.find(row, tuple(values[place] for values in keys))
            found.append((row, place, pk))
        return Chunk(given, read, found)

    def clean(self, name, cell):
        """The value of a cell, or what is wrong with it."""
        try:
            return self.resource.fields[name].widget.clean(cell)
        except ValueError as error:
            return Wrong(error)

    def find(self, row, key):
        """The row of the table that the file means; an exact match goes before one with other capitals."""
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

    def add(self, chunk, new):
        """New rows, with their values or, where the cell is empty, with what is usual."""
        for row, place in new:
            row.import_type = row.import_type or row.IMPORT_TYPE_NEW
            if row.messages:
                self.tell_the_rest(row, chunk, place)
        good = [(row, place) for row, place in new if not row.messages]
        places = [place for _row, place in good]
        columns = {field.attname: self.new_values(field, chunk, places) for field in self.model._meta.concrete_fields}
        judged = {name: others for name in self.single if (others := self.judge(name, columns[self.attnames[name]]))}
        return [
            self.add_one(row, instance, judged, chunk.values(place, self.resource.many_to_many))
            for (row, place), instance in zip(good, map(self.model, *columns.values()), strict=True)
        ]

    def new_values(self, field, chunk, places):
        """What new rows get for a field of the model."""
        name, usual = self.names.get(field.attname), field.get_default
        if name not in chunk.read:
            return [usual() for _place in places]
        given, read = chunk.given[name], chunk.read[name]
        if usual() == self.clean(name, None):
            return [read[place] for place in places]
        return [usual() if given[place] in EMPTY else read[place] for place in places]

    def add_one(self, row, instance, judged, linked):
        self.resource.new_row(instance, self.by)
        self.check(row, instance, judged)
        if not row.messages and not self.resource.may_add(instance, self.by):  # asks to what it belongs
            row.refuse("", _("You may not add this one."))
        return Work(row, instance, None, {name: (set(pks), set()) for name, pks in linked.items()})

    def differences(self, chunk, place, before):
        """Column → what stands there now and what the file says, where that is something else."""
        found = {}
        for name, new in chunk.values(place, self.columns).items():
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
        if not self.resource.may_change(instance, self.by):  # as it is, not as the file would have it
            row.refuse("", _("You may not change this one."))
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
        self.check(row, instance, {name: self.judge(name, [getattr(instance, self.attnames[name])]) for name in names})
        return Work(row, instance, names, links)

    def judge(self, name, values):
        """What the field makes of values that did not pass as they are before: another value, or a refusal."""
        field, passed, others = self.resource.django_field(name), self.passed[name], {}
        for value in set(values).difference(passed):
            try:
                kept = value if field.blank and value in field.empty_values else field.clean(value, None)
            except ValidationError as refusal:
                others[value] = refusal
            else:
                if kept != value:
                    others[value] = kept
                elif len(passed) < KNOWN:
                    passed.add(value)
        return others

    def tell_the_rest(self, row, chunk, place):
        """What else is wrong in a row that is refused already, so that it is not found at the next upload."""
        for name, value in chunk.values(place, self.single).items():
            if isinstance(value, Wrong) or chunk.given[name][place] in EMPTY:
                continue
            refusal = self.judge(name, [value]).get(value)
            if isinstance(refusal, ValidationError):
                for message in refusal.messages:
                    row.refuse(self.headings[name], message)

    def check(self, row, instance, judged):
        """The rules of the fields themselves; those between rows and columns are the database's."""
        for name, others in judged.items():
            attname = self.attnames[name]
            kept = others.get(getattr(instance, attname), getattr(instance, attname))
            if isinstance(kept, ValidationError):
                for message in kept.messages:
                    row.refuse(self.headings[name], message)
            else:
                setattr(instance, attname, kept)
        if row.messages:
            return
        try:
            instance.clean()
        except ValidationError as error:
            for name, refusals in error.update_error_dict({}).items():
                for message in ValidationError(refusals).messages:
                    row.refuse(self.headings.get(name, ""), message)

    def models(self):
        """Of which an import writes rows."""
        fields = map(self.resource.django_field, self.resource.many_to_many)
        return [self.model, *(field.remote_field.through for field in fields)]
