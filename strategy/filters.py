"""What the lists of the strategy can be filtered by."""

from mvi.filters import ArchivableFilterSet, FilterSet, WordsFilter
from strategy.models import Action, CoreValue, Goal, Theme


class CoreValueFilter(ArchivableFilterSet):
    q = WordsFilter("name", "meaning", "behaviour")

    class Meta:
        model = CoreValue
        fields = ["q", "strategy", "archive"]


class ThemeFilter(ArchivableFilterSet):
    q = WordsFilter("name", "ambition")

    class Meta:
        model = Theme
        fields = ["q", "strategy", "level", "owner", "archive"]


class GoalFilter(ArchivableFilterSet):
    q = WordsFilter("statement", "explanation")

    class Meta:
        model = Goal
        fields = ["q", "theme", "level", "owner", "year", "archive"]


class ActionFilter(FilterSet):
    q = WordsFilter("title", "description")

    class Meta:
        model = Action
        fields = ["q", "theme", "status", "owner", "owner_status"]
