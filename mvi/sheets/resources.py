"""One definition of the columns of a noun: for the template, the export, the import and their description."""

from collections import defaultdict

from django.db import models
from django.db.models.expressions import RawSQL
from django.utils.formats import localize
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from import_export import fields
from import_export.resources import ModelResource
from tablib import Dataset

from .cells import (
    ChoiceCell,
    DateCell,
    MomentCell,
    NumberCell,
    ReferenceCell,
    ReferencesCell,
    TextCell,
    YesNoCell,
    folded,
    in_every_language,
)
from .importing import import_rows
from .labels import KEYS, STEP, Labels
from .meanings import meaning_of

AT_ONCE = 5_000  # rows that go out; a thousand at a time took a quarter longer
ARCHIVE = ["archived_at", "archived_by"]  # what is put away stays so wherever it goes; only its own page does it


class SheetResource(ModelResource):
    """Rows of a noun as rows of a sheet.

    Meta.fields lists the columns in order, Meta.import_id_fields those by which a row is known, and Meta.governed those
    that only an action may change: they are exported, may come in with a new row, and an import never changes them.
    """

    class Meta:
        governed = ()
        repeatable = False  # whether two rows can have the same key

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if model := getattr(cls.Meta, "model", None):
            KEYS[model] = tuple(cls.Meta.import_id_fields)

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.labels = {}

    @classmethod
    def field_from_django_field(cls, field_name, django_field, readonly):
        attribute = django_field.attname if isinstance(django_field, models.ForeignKey) else field_name
        return fields.Field(attribute=attribute, column_name=field_name, widget=cell_for(django_field))

    def django_field(self, name):
        return self._meta.model._meta.get_field(name)

    def heading(self, name):
        return capfirst(str(self.django_field(name).verbose_name))

    def headings(self):
        """Column name → heading in the language of now."""
        return {name: self.heading(name) for name in self.fields_in_order()}

    def fields_in_order(self):
        return list(self._meta.fields)

    def known_headings(self):
        """Every way to write a heading → the column."""
        known = {}
        for name in self.fields_in_order():
            for text in (name, *in_every_language(self.django_field(name).verbose_name)):
                known.setdefault(folded(text), name)
        return known

    def sheet_names(self):
        """What a sheet with these rows can be called."""
        meta = self._meta.model._meta
        return {folded(text) for text in (*in_every_language(meta.verbose_name_plural), meta.model_name)}

    def read_labels(self):
        """Fresh names of all rows to which the cells can refer."""
        for field in self.fields.values():
            if isinstance(field.widget, ReferenceCell):
                model = field.widget.model
                self.labels[model] = self.labels.get(model) or Labels(model)
                field.widget.labels = self.labels[model]

    def get_export_headers(self, selected_fields=None):
        return list(self.headings().values())

    def export(self, queryset=None, **kwargs):
        """The rows as a data set, in the order of the queryset."""
        queryset = self.get_queryset() if queryset is None else queryset
        return Dataset(*self.rows(queryset.values_list("pk", flat=True)), headers=self.get_export_headers())

    def name_of(self, row):
        """By what people know a row: what its key says, such as its pilot and its theme; after `read_labels`."""
        fields = [self.fields[name] for name in self._meta.import_id_fields]
        cells = (field.widget.render(getattr(row, field.attribute)) for field in fields)
        return STEP.join(str(localize(cell)) for cell in cells if cell not in (None, ""))

    def rows(self, pks):
        """The cells of each of these rows; read as plain values, which is five times as quick as objects."""
        self.read_labels()
        names, pks = self.fields_in_order(), list(pks)
        renders = [self.fields[name].widget.renderer() for name in names]
        for start in range(0, len(pks), AT_ONCE):
            columns = self.columns_of(names, pks[start : start + AT_ONCE])
            cells = (map(render, column) if render else column for render, column in zip(renders, columns, strict=True))
            yield from zip(*cells, strict=True)

    def columns_of(self, names, pks):
        """The values behind the cells of these rows, a list for each column; without rows that were removed since."""
        single = [name for name in names if name not in self.many_to_many]
        attributes = [self.fields[name].attribute for name in single]
        rows = self._meta.model._default_manager.filter(pk__in=one_of(pks)).order_by().values_list("pk", *attributes)
        by_pk = {row[0]: row for row in rows}
        there = [pk for pk in pks if pk in by_pk]
        columns = dict(zip(["", *single], zip(*(by_pk[pk] for pk in there), strict=True), strict=bool(there)))
        for name in names:
            if name in self.many_to_many:
                linked = self.linked(name, there)
                columns[name] = [linked.get(pk, ()) for pk in there]
        return [columns.get(name, ()) for name in names]

    def linked(self, name, pks):
        """The number of each row → the numbers of the rows on the other side of a many-to-many column."""
        field = self.django_field(name)
        source, target = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
        links = field.remote_field.through._default_manager.filter(**{f"{source}__in": one_of(pks)})
        found = defaultdict(list)
        for pk, other in links.order_by(target).values_list(source, target):
            found[pk].append(other)
        return found

    @cached_property
    def many_to_many(self):
        """The columns with several rows in a cell."""
        return [name for name, field in self.fields.items() if isinstance(field.widget, ReferencesCell)]

    def template(self):
        """A sheet with only the headings."""
        return Dataset(headers=self.get_export_headers())

    def description(self):
        """Heading, whether it is needed, what may stand in it, and what it means: the codebook of this sheet."""
        for name in self.fields_in_order():
            field = self.django_field(name)
            yield {
                "heading": self.heading(name),
                "is_key": name in self._meta.import_id_fields,
                "is_governed": name in self._meta.governed,
                "required": not field.many_to_many and not field.blank and not field.has_default(),
                "kind": kind_in_words(field),
                "allowed": allowed_in_words(field),
                "help": meaning_of(field),
            }

    def new_row(self, instance, by):
        """What a new row gets that stands in no cell; a resource overrides it."""

    def new_link(self, link):
        """What a new row of a many-to-many column gets, by the row that it names; a resource overrides it."""

    def may_change(self, instance, by):
        """Whether this user may change this row; a resource overrides it."""
        return True

    def may_add(self, instance, by):
        """Whether this user may add this row; a resource overrides it."""
        return True

    def import_data(self, dataset, dry_run=False, raise_errors=False, user=None, **kwargs):
        return import_rows(self, dataset, dry_run=dry_run, by=user, **kwargs)


def one_of(pks):
    """These numbers as one value: as a thousand values they take as long to write down as their rows to find."""
    return RawSQL("SELECT unnest(%s::bigint[])", [f"{{{','.join(map(str, pks))}}}"])


def cell_for(field):
    """The kind of cell in which a model field is written."""
    if field.many_to_many:
        return ReferencesCell(field.related_model)
    if field.is_relation:
        return ReferenceCell(field.related_model)
    if field.choices:
        return ChoiceCell(field.flatchoices, empty=None if field.null else "")
    if isinstance(field, models.BooleanField):
        return YesNoCell()
    if isinstance(field, models.DateTimeField):
        return MomentCell()
    if isinstance(field, models.DateField):
        return DateCell()
    if isinstance(field, models.DecimalField):
        return NumberCell(places=field.decimal_places)
    if isinstance(field, models.IntegerField):
        return NumberCell()
    return TextCell()


def kind_in_words(field):
    """What stands in a cell, for the description of the columns."""
    if field.many_to_many:
        return _("names, each on a line of its own")
    if field.is_relation:
        return _("name")
    if field.choices:
        return _("one from a list")
    if isinstance(field, models.BooleanField):
        return _("yes or no")
    if isinstance(field, models.DateTimeField):
        return _("date and time")
    if isinstance(field, models.DateField):
        return _("date")
    if isinstance(field, models.DecimalField):
        return _("decimal number")
    if isinstance(field, models.IntegerField):
        return _("whole number")
    return _("text")


def allowed_in_words(field):
    """What of that kind may stand in a cell; nothing where anything may."""
    if field.many_to_many:
        return str(field.related_model._meta.verbose_name_plural)
    if field.is_relation:
        return str(field.related_model._meta.verbose_name)
    if field.choices:
        return ", ".join(str(label) for _code, label in field.flatchoices)
    if isinstance(field, models.DecimalField):
        return _("at most %(places)s decimals") % {"places": field.decimal_places}
    if field.max_length:
        return _("at most %(length)s characters") % {"length": field.max_length}
    return ""
