"""What lists of any noun can be filtered by."""

import functools
from operator import or_

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet


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
        for word in (value or "").split():
            queryset = queryset.filter(
                functools.reduce(or_, (Q(**{f"{name}__icontains": word}) for name in self.columns))
            )
        return queryset
