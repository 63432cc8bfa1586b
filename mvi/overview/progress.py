"""Whether a goal comes true: its indicators against the straight line from baseline to target.

It stands in the roof, because an indicator can be fed by pilots.
"""

from django.db import models
from django.db.models import Avg, Case, Exists, F, OuterRef, Q, Subquery, Sum, Value, When
from django.utils.translation import gettext_lazy as _

from pilots.models import Kpi, Result
from strategy.models import Direction, Goal, Indicator, Measurement, Rollup


class Progress(models.TextChoices):
    ON_TRACK = "on_track", _("on track")
    BEHIND = "behind", _("behind")
    UNMEASURED = "unmeasured", _("without measurement")


class Days(models.Func):
    """A date as a number of days, so that dates can be divided."""

    template = "(%(expressions)s - DATE '2000-01-01')"
    output_field = models.IntegerField()


AMOUNT = models.DecimalField(max_digits=30, decimal_places=6)


def indicators_with_progress():
    """Each with its latest value and day, what was expected on that day, and whether that was reached.

    Expected is a straight line from the baseline to the target; without a baseline it is the target itself. Without
    a value or a target there is nothing to compare.
    """
    own = Measurement.objects.filter(indicator=OuterRef("pk")).order_by("-on")
    of_kpi = Result.objects.filter(kpi=OuterRef("pk")).order_by("-on")
    kpis = (
        Kpi.objects.filter(indicator=OuterRef("pk"), pilot__archived_at__isnull=True)
        .order_by()
        .annotate(latest=Subquery(of_kpi.values("value")[:1]), latest_on=Subquery(of_kpi.values("on")[:1]))
        .filter(latest__isnull=False)
    )
    of_pilots = kpis.values("indicator")
    newest = kpis.order_by("-latest_on", "-pk")
    start, end = F("baseline"), F("target")
    passed = Days(F("latest_on")) - Days(F("baseline_on"))
    planned = Days(F("target_on")) - Days(F("baseline_on"))
    return Indicator.objects.annotate(
        latest=Case(
            When(rollup=Rollup.OWN, then=Subquery(own.values("value")[:1])),
            When(rollup=Rollup.SUM, then=Subquery(of_pilots.annotate(total=Sum("latest")).values("total"))),
            When(rollup=Rollup.MEAN, then=Subquery(of_pilots.annotate(mean=Avg("latest")).values("mean"))),
            default=Subquery(newest.values("latest")[:1]),
            output_field=AMOUNT,
        ),
        latest_on=Case(
            When(rollup=Rollup.OWN, then=Subquery(own.values("on")[:1])),
            default=Subquery(newest.values("latest_on")[:1]),
            output_field=models.DateField(),
        ),
        expected=Case(
            When(Q(baseline__isnull=True) | Q(latest_on__gte=F("target_on")), then=end),
            When(latest_on__lte=F("baseline_on"), then=start),
            default=models.ExpressionWrapper(start + (end - start) * passed / planned, output_field=AMOUNT),
            output_field=AMOUNT,
        ),
        progress=Case(
            When(Q(latest__isnull=True) | Q(target__isnull=True), then=Value(Progress.UNMEASURED.value)),
            When(direction=Direction.UP, latest__gte=F("expected"), then=Value(Progress.ON_TRACK.value)),
            When(direction=Direction.DOWN, latest__lte=F("expected"), then=Value(Progress.ON_TRACK.value)),
            default=Value(Progress.BEHIND.value),
        ),
    )


def goals_with_progress():
    """A goal is behind when one of its indicators is, and without measurement when none can be judged."""
    indicators = indicators_with_progress().filter(goal=OuterRef("pk"))
    return Goal.objects.in_use().annotate(
        progress=Case(
            When(Exists(indicators.filter(progress=Progress.BEHIND)), then=Value(Progress.BEHIND.value)),
            When(Exists(indicators.filter(progress=Progress.ON_TRACK)), then=Value(Progress.ON_TRACK.value)),
            default=Value(Progress.UNMEASURED.value),
        )
    )
