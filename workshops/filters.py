"""What the lists of workshops can be filtered by."""

from django.utils.translation import gettext_lazy as _

from mvi.filters import ArchivableFilterSet, ChoiceFilter, FilterSet, WordsFilter
from workshops.models import Contribution, Participant, Series, Session


class SeriesFilter(ArchivableFilterSet):
    q = WordsFilter("title", "aim", "sessions__title")

    class Meta:
        model = Series
        fields = ["q", "strategy", "archive"]

    def filter_queryset(self, queryset):
        """Once, also when two of its sessions have the word."""
        return super().filter_queryset(queryset).distinct()


class SessionFilter(ArchivableFilterSet):
    q = WordsFilter("title", "aim", "place")

    class Meta:
        model = Session
        fields = ["q", "series", "status", "archive"]


class ParticipantFilter(FilterSet):
    q = WordsFilter("function", "department")

    class Meta:
        model = Participant
        fields = ["q"]


class ContributionFilter(FilterSet):
    q = WordsFilter("text", "function")
    place = ChoiceFilter(
        label=_("Cluster"),
        choices=[("none", _("not in a cluster yet")), ("some", _("in a cluster"))],
        empty_label=_("all"),
        method="of_place",
    )
    shown = ChoiceFilter(
        label=_("Show"),
        choices=[("hidden", _("hidden")), ("both", _("both"))],
        empty_label=_("visible"),
        method="of_shown",
    )

    class Meta:
        model = Contribution
        fields = ["q", "kind", "place", "shown"]

    def filter_queryset(self, queryset):
        if not self.form.cleaned_data["shown"]:
            queryset = queryset.visible()
        return super().filter_queryset(queryset)

    def of_place(self, queryset, name, value):
        return queryset.filter(harvests__isnull=value == "none").distinct()

    def of_shown(self, queryset, name, value):
        return queryset.filter(is_hidden=True) if value == "hidden" else queryset
