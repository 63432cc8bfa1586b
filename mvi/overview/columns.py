"""The thread in short: values, themes, goals and pilots next to each other, the first few of each."""

from django.db.models import Case, Count, IntegerField, OuterRef, Prefetch, Subquery, Value, When

from mvi.overview.attention import mine
from pilots.models import Kpi, Milestone, Pilot, PilotTheme, Result, Standing
from strategy.models import CoreValue, Theme
from workshops.models import Harvest

SHOWN = 6  # in a column, and in the table of pilots
GOALS_SHOWN = 4  # their sentences are longer
RUNNING_FIRST = Case(When(standing=Standing.ACTIVE, then=Value(0)), default=Value(1), output_field=IntegerField())


def core_values(strategy):
    """Each with the number of stories behind it."""
    stories = (
        Harvest.objects.filter(cluster__outcome__core_value=OuterRef("pk"), contribution__is_hidden=False)
        .order_by()
        .values("cluster__outcome__core_value")
        .annotate(number=Count("contribution", distinct=True))
        .values("number")
    )
    return CoreValue.objects.in_use().filter(strategy=strategy).annotate(stories=Subquery(stories))[:SHOWN]


def themes(strategy):
    return Theme.objects.in_use().filter(strategy=strategy)[:SHOWN]


def goals(judged):
    """The first goal of each theme before the second of any."""
    return sorted(judged, key=lambda goal: (goal.position, goal.theme.position))[:GOALS_SHOWN]


def pilots(user):
    """Those of the user first, then what runs, newest first."""
    return (
        Pilot.objects.in_use()
        .annotate(mine=mine(user))
        .select_related("buyer")
        .prefetch_related(
            Prefetch("pilot_themes", PilotTheme.objects.select_related("theme")),
            Prefetch("kpis", measured_kpis(), to_attr="measured"),
            Prefetch("milestones", Milestone.objects.open(), to_attr="open_milestones"),
        )
        .order_by("-mine", RUNNING_FIRST, "-pk")[:SHOWN]
    )


def measured_kpis():
    """KPIs with something realised, each with the latest figure."""
    of_kpi = Result.objects.filter(kpi=OuterRef("pk")).order_by("-on")
    return Kpi.objects.annotate(latest=Subquery(of_kpi.values("value")[:1])).filter(latest__isnull=False)
