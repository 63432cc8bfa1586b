"""What lists of any noun can be filtered by."""

import functools
import re
from collections import namedtuple
from operator import or_

import django_filters
from django import forms
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import Func, Q, Value
from django.db.models.functions import Upper
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django_filters.fields import ChoiceField, ModelChoiceField, ModelChoiceIterator
from django_filters.filterset import FILTER_FOR_DBFIELD_DEFAULTS

from mvi.forms import drawn_options
from mvi.sql import answers

SELECTED = mark_safe(" selected")


def ticked(queryset, numbers):
    """Of these rows those with a number that was ticked; what is no number was ticked in no list of ours."""
    return queryset.filter(pk__in=[number for number in numbers if re.fullmatch("[0-9]{1,18}", number)])


class Options(forms.Select):
    """A list of choices without groups and attributes, drawn at once: as many of them as filters have would be slow."""

    def render(self, name, value, attrs=None, renderer=None):
        (chosen,) = self.format_value(value)
        options = ((str(key), SELECTED if str(key) == chosen else "", str(label)) for key, label in self.choices)
        attributes = flatatt(self.build_attrs(self.attrs, attrs))
        return format_html('<select name="{}"{}>{}</select>', name, attributes, drawn_options(*options))


def twin_of(thing):
    """A copy with the same attributes, as `copy.copy` makes it after a dozen questions; a list asks for thirty."""
    twin = object.__new__(type(thing))
    twin.__dict__.update(thing.__dict__)
    return twin


class SameField:
    """Of which nothing is changed for one page: copying it for each form takes longer than using it."""

    def __deepcopy__(self, memo):
        return self


class WordField(SameField, ChoiceField):
    """The same words for everybody and every day."""


class TextField(SameField, forms.CharField):
    """What somebody types."""


class NumberField(SameField, forms.DecimalField):
    """A number that somebody types."""


class SameFilter:
    """As `SameField`, but for the page that it belongs to."""

    def __deepcopy__(self, memo):
        twin = twin_of(self)
        twin.method = self.method  # which knows its own filter
        return twin


class ChoiceFilter(SameFilter, django_filters.ChoiceFilter):
    """One of a few words."""

    field_class = WordField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, widget=Options, **kwargs)


class RowChoices(ModelChoiceIterator):
    """Asks the database once; for so few rows the cursor that Django uses here would ask three times."""

    def __iter__(self):
        yield ("", self.field.empty_label)
        yield from self.field.offered


class RowField(ModelChoiceField):
    iterator = RowChoices

    def __init__(self, *args, **kwargs):
        """Its SQL is written once: the same for everybody and every day, it takes longer to write than to answer."""
        super().__init__(*args, **kwargs)
        compiler = self.queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        self.sql = compiler.as_sql()
        self.row = namedtuple("Row", [column.target.attname for column, *_rest in compiler.select])

    def __deepcopy__(self, memo):
        """Each form has one of its own, that asks for the rows once; all else of it is the same for every page."""
        twin = twin_of(self)
        twin.widget = twin_of(self.widget)
        twin.widget.choices = twin.choices
        return twin

    @functools.cached_property
    def offered(self):
        """The keys and names of the rows; the field of a form lives as long as its page.

        The model says the name of a row from these columns alone: to make an object of it first takes longer.
        """
        name_of = self.queryset.model.__str__
        return [(row.id, name_of(row)) for row in map(self.row._make, answers(*self.sql))]


class ModelChoiceFilter(SameFilter, django_filters.ModelChoiceFilter):
    """One of the rows of a noun that has few."""

    field_class = RowField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, widget=Options, **kwargs)


class ArchiveChoice(models.TextChoices):
    ARCHIVED = "archived", _("archived")
    ALL = "all", _("both")


class FilterSet(django_filters.FilterSet):
    """With our list of rows where a noun belongs to another."""

    FILTER_DEFAULTS = FILTER_FOR_DBFIELD_DEFAULTS | {
        models.ForeignKey: FILTER_FOR_DBFIELD_DEFAULTS[models.ForeignKey] | {"filter_class": ModelChoiceFilter}
    }

    def get_form_class(self):
        """Made once for all pages: each form copies the fields that it may change."""
        kind = type(self)
        if "form_class" not in vars(kind):
            kind.form_class = super().get_form_class()
            kind.form_class.__module__ = kind.__module__  # its name comes from the filter, but not where it stands
        return kind.form_class


class ArchivableFilterSet(FilterSet):
    """Archived rows are shown only when asked for."""

    archive = ChoiceFilter(label=_("Show"), choices=ArchiveChoice.choices, empty_label=_("in use"), method="of_archive")

    def filter_queryset(self, queryset):
        if not self.form.cleaned_data["archive"]:
            queryset = queryset.in_use()
        return super().filter_queryset(queryset)

    def of_archive(self, queryset, name, value):
        return queryset.archived() if value == ArchiveChoice.ARCHIVED else queryset


class TextFilter(SameFilter, django_filters.CharFilter):
    field_class = TextField


class NumberFilter(SameFilter, django_filters.NumberFilter):
    field_class = NumberField


def words_of(typed):
    """The words that somebody typed; a tag may be typed as it is shown, #hergebruik."""
    return (typed or "").replace("#", " ").split()


class WordsFilter(TextFilter):
    """Rows in which each typed word occurs, in one of the columns, whatever its capitals."""

    def __init__(self, *columns, **kwargs):
        super().__init__(label=_("Words"), max_length=100, **kwargs)
        self.columns = columns

    def filter(self, queryset, value):
        words = words_of(value)
        if not words:
            return queryset
        own = [name for name in self.columns if "__" not in name]
        others = [name for name in self.columns if name not in own]
        # One after the other, so that a row is read and folded once; no word has a space in it.
        text = Func(Value(" "), *own, function="concat_ws", output_field=models.TextField())
        queryset = queryset.alias(own_words=text)
        for word in words:
            anywhere = [Q(own_words__icontains=word), *(Q(**{f"{name}__icontains": word}) for name in others)]
            queryset = queryset.filter(functools.reduce(or_, anywhere))
        return queryset


class KeptWordsFilter(WordsFilter):
    """The same for a noun with thousands of rows, whose table keeps those columns together, in capitals."""

    def filter(self, queryset, value):
        (column,) = self.columns
        words = words_of(value)
        return queryset.filter(*(Q(**{f"{column}__contains": Upper(Value(word))}) for word in words))
