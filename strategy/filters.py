"""What the lists of the strategy can be filtered by."""

from mvi.filters import ArchivableFilterSet, WordsFilter
from strategy.models import Theme


class ThemeFilter(ArchivableFilterSet):
    q = WordsFilter("name", "ambition")

    class Meta:
        model = Theme
        fields = ["q", "strategy", "level", "owner", "archive"]
