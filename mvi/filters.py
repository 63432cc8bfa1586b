"""What lists of any noun can be filtered by."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet


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
