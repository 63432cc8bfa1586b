"""What lists of any noun can be filtered by."""

import functools
from operator import or_

import django_filters
from django import forms
from django.db import models
from django.db.models import Func, Q, Value
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, FilterSet
from django_filters.fields import ModelChoiceField, ModelChoiceIterator

from mvi.forms import drawn_options

SELECTED = mark_safe(" selected")


class Options(forms.Select):
    """A list of choices without groups and attributes, drawn at once: as many of them as filters have would be slow."""

    def render(self, name, value, attrs=None, renderer=None):
        (chosen,) = self.format_value(value)
        options = ((str(key), SELECTED if str(key) == chosen else "", str(label)) for key, label in self.choices)
        attributes = flatatt(self.build_attrs(self.attrs, attrs))
        return format_html('<select name="{}"{}>{}</select>', name, attributes, drawn_options(*options))


class ChoiceFilter(django_filters.ChoiceFilter):
    """One of a few words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, widget=Options, **kwargs)


class RowChoices(ModelChoiceIterator):
    """Asks the database once; for so few rows the cursor that Django uses here would ask three times."""

    def __iter__(self):
        yield ("", self.field.empty_label)
        yield from (self.choice(row) for row in self.queryset)


class RowField(ModelChoiceField):
    iterator = RowChoices


class ModelChoiceFilter(django_filters.ModelChoiceFilter):
    """One of the rows of a noun that has few."""

    field_class = RowField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, widget=Options, **kwargs)


class ArchiveChoice(models.TextChoices):
    ARCHIVED = "archived", _("archived")
    ALL = "all", _("both")


class ArchivableFilterSet(FilterSet):
    """Archived rows are shown only when asked for."""

    archive = ChoiceFilter(label=_("Show"), choices=ArchiveChoice.choices, empty_label=_("in use"), method="of_archive")

    def filter_queryset(self, queryset):
        if not self.form.cleaned_data["archive"]:
            queryset = queryset.in_use()
        return super().filter_queryset(queryset)

    def of_archive(self, queryset, name, value):
        return queryset.archived() if value == ArchiveChoice.ARCHIVED else queryset


class WordsFilter(CharFilter):
    """Rows in which each typed word occurs, in one of the columns, whatever its capitals."""

    def __init__(self, *columns, **kwargs):
        super().__init__(label=_("Words"), max_length=100, **kwargs)
        self.columns = columns

    def filter(self, queryset, value):
        words = (value or "").split()
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
