"""Indicators and their measurements: how we know that a goal comes true."""

import datetime as dt
import functools
from decimal import Decimal
from typing import NamedTuple

import pghistory
from django.conf import settings
from django.contrib.postgres.aggregates import StringAgg
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Avg, Case, Count, Exists, F, Func, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Round
from django.db.models.lookups import Exact
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, PastDateField, ProseField
from mvi.models import DomainModel, DomainQuerySet, known_choice, together

from .goal import Goal

PART_OF_A_WHOLE = _("A percentage of a whole is at most 100. Tick “may be more than 100%” if it is a growth.")

FED_IN_ANOTHER_UNIT = _("The KPI “%(kpi)s” of a pilot feeds this indicator in %(unit)s. Unlike units are never added.")


class Direction(models.TextChoices):
    UP = "up", _("higher is better")
    DOWN = "down", _("lower is better")


class Rollup(models.TextChoices):
    """Where an indicator's value comes from; unlike units are never added."""

    OWN = "own", _("own measurements")
    SUM = "sum", _("sum of the pilots")
    MEAN = "mean", _("mean of the pilots")
    LATEST = "latest", _("latest of the pilots")


class IndicatorQuerySet(DomainQuerySet):
    def with_values(self, today=None):
        """Each with `latest_value` and `latest_on`: its own last measurement, or what the KPIs of pilots add up to.

        And with what `interim` reads, the interim targets that bend its trajectory.

        Pilots stand right of the strategy, so the KPIs are reached by the name of their relation to the indicator, and
        nothing of pilots is imported. Of each KPI only the latest result counts, and only a KPI in the unit of the
        indicator: unlike units are never added. The mean is weighted by the estimates of the pilots, when all that
        count have one.
        """
        return self.annotate(**values_on(today or timezone.localdate()))


AMOUNT = models.DecimalField(max_digits=24, decimal_places=3)


@functools.lru_cache(maxsize=10)
def values_on(today: dt.date) -> dict:
    """What `with_values` adds. Thinking it up costs more than asking it, so it is done once a day."""
    own = Measurement.objects.filter(indicator=OuterRef("pk"), on__lte=today).order_by("-on")
    fed = results(today).filter(kpi__indicator=OuterRef("pk"), kpi__unit=OuterRef("unit"))
    newest, newest_of_each = fed.order_by("-on", "-kpi_id"), fed.exclude(Exists(later(today)))
    values = {
        Rollup.SUM: over_all(newest_of_each, Sum("value")),
        Rollup.MEAN: over_all(newest_of_each, weighted_mean()),
        Rollup.LATEST: newest.values("value"),
    }
    from_pilots = [When(rollup=rollup, then=first_of(queryset)) for rollup, queryset in values.items()]
    is_own = Q(rollup=Rollup.OWN)
    interim = InterimTarget.objects.filter(indicator=OuterRef("pk")).order_by().values("indicator")
    return {
        "latest_value": Case(When(is_own, then=first_of(own.values("value"))), *from_pilots, output_field=AMOUNT),
        "latest_on": Case(
            When(is_own, then=first_of(own.values("on"))),
            default=first_of(newest.values("on")),
            output_field=models.DateField(),
        ),
        "interim_in_text": Subquery(interim.values(text=in_text("pk", "indicator", "on", "value"))),
    }


def in_text(*names):
    """Of each row some values, "1 2026-12-31 40;2 2027-12-31 60": in hundreds of rows quicker to read than as rows."""
    return StringAgg(Func(Value(" "), *names, function="concat_ws", output_field=models.TextField()), ";")


def first_of(queryset):
    return Subquery(queryset[:1])


def results(today):
    """What the KPIs of pilots brought so far."""
    kpi = Indicator._meta.get_field("kpis").related_model
    return kpi._meta.get_field("results").related_model._default_manager.filter(on__lte=today)


def later(today):
    return results(today).filter(kpi=OuterRef("kpi"), on__gt=OuterRef("on"))


def weighted_mean():
    weight = F("kpi__pilot__estimate")
    all_have_one = Exact(Count("pk"), Count("pk", filter=Q(kpi__pilot__estimate__gt=0)))
    return Case(When(all_have_one, then=Sum(F("value") * weight) / Sum(weight)), default=Avg("value"))


def over_all(results, figure):
    rows = results.order_by().values("kpi__indicator")
    return rows.annotate(figure=Round(figure, 3, output_field=AMOUNT)).values("figure")


class Interim(NamedTuple):
    """An interim target as the trajectory and the text of a strategy need it."""

    id: int
    indicator_id: int
    on: dt.date
    value: Decimal


@functools.lru_cache(maxsize=2000)
def interim_of(text: str) -> tuple[Interim, ...]:
    """The interim targets in a text of `in_text`, the first day first."""
    rows = (row.split(" ") for row in text.split(";") if row)
    found = (Interim(int(pk), int(of), dt.date.fromisoformat(on), Decimal(value)) for pk, of, on, value in rows)
    return tuple(sorted(found, key=lambda interim: interim.on))


@pghistory.track()
class Indicator(DomainModel):
    """A figure with a unit that shows whether a goal comes true."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="indicators", verbose_name=_("goal"))
    name = LineField(_("indicator"))
    unit = LineField(_("unit"), max_length=40, help_text=_("For example % or ton."))
    direction = models.CharField(_("direction"), max_length=4, choices=Direction, default=Direction.UP)
    method = ProseField(_("method"), blank=True, help_text=_("How it is measured, and from which source."))
    rollup = models.CharField(_("value comes from"), max_length=6, choices=Rollup, default=Rollup.OWN)
    may_exceed_100 = models.BooleanField(
        _("may be more than 100%"),
        default=False,
        help_text=_("A growth can; a percentage that is part of a whole cannot."),
    )
    baseline = models.DecimalField(_("baseline"), max_digits=16, decimal_places=3, null=True, blank=True)
    baseline_on = models.DateField(_("date of the baseline"), null=True, blank=True)
    target = models.DecimalField(_("target"), max_digits=16, decimal_places=3, null=True, blank=True)
    target_on = models.DateField(_("date of the target"), null=True, blank=True)

    interval_months = models.PositiveSmallIntegerField(
        _("measured every (months)"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("After that the last measurement is stale."),
    )

    objects = IndicatorQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["goal", "name"]
        constraints = [
            known_choice("direction", Direction),
            known_choice("rollup", Rollup),
            together("baseline", "baseline_on", name="baseline_has_date"),
            together("target", "target_on", name="target_has_date"),
            models.CheckConstraint(
                name="indicator_target_after_baseline",
                condition=Q(target_on__isnull=True)
                | Q(baseline_on__isnull=True)
                | Q(target_on__gt=models.F("baseline_on")),
                violation_error_code="target_on",
                violation_error_message=_("The target must come after the baseline."),
            ),
            models.CheckConstraint(
                name="indicator_interval_of_1_to_60_months", condition=Q(interval_months__range=(1, 60))
            ),
            models.CheckConstraint(
                name="indicator_percentage_at_most_100",
                condition=~Q(unit="%")
                | Q(may_exceed_100=True)
                | (Q(baseline__isnull=True) | Q(baseline__lte=100)) & (Q(target__isnull=True) | Q(target__lte=100)),
                violation_error_message=PART_OF_A_WHOLE,
            ),
            models.UniqueConstraint(
                "goal",
                models.functions.Lower("name"),
                name="indicator_once_per_goal",
                violation_error_code="name",
                violation_error_message=_("This goal already has this indicator."),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        errors = {}
        for name in ("baseline", "target"):
            value, on = getattr(self, name), getattr(self, f"{name}_on")
            if value is not None and on is None:
                errors[f"{name}_on"] = _("Fill in the date that goes with this value.")
            elif value is None and on is not None:
                errors[name] = _("Fill in the value that goes with this date.")
            elif value is not None and self.exceeds_100(value):
                errors[name] = PART_OF_A_WHOLE
        if self.pk and (fed := self.kpis.exclude(unit=self.unit).first()):
            errors["unit"] = FED_IN_ANOTHER_UNIT % {"kpi": fed, "unit": fed.unit}
        if errors:
            raise ValidationError(errors)

    def exceeds_100(self, value):
        """A percentage of a whole cannot be this much."""
        return self.unit == "%" and not self.may_exceed_100 and value > 100

    def get_absolute_url(self):
        return f"{self.goal.get_absolute_url()}#indicator-{self.pk}"

    @property
    def interim(self) -> tuple[Interim, ...]:
        """The interim targets between baseline and target. The indicator comes from `with_values`."""
        return interim_of(self.interim_in_text or "")


@pghistory.track()
class InterimTarget(DomainModel):
    """What the value must be on a day between baseline and target."""

    indicator = models.ForeignKey(
        Indicator, models.CASCADE, related_name="interim_targets", verbose_name=_("indicator")
    )
    on = models.DateField(_("date"))
    value = models.DecimalField(_("value"), max_digits=16, decimal_places=3)

    class Meta(DomainModel.Meta):
        verbose_name = _("interim target")
        verbose_name_plural = _("interim targets")
        ordering = ["indicator", "on"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "on"],
                name="interim_target_once_a_day",
                violation_error_code="on",
                violation_error_message=_("There is already an interim target on this date; change that one."),
            ),
        ]

    def __str__(self):
        return f"{self.indicator} {date_format(self.on)}"

    def clean(self):
        first, last = self.indicator.baseline_on, self.indicator.target_on
        if first is None or last is None:
            raise ValidationError(_("First fill in the baseline and the target of this indicator."))
        if self.on and not first < self.on < last:
            raise ValidationError({"on": _("An interim target lies between the baseline and the target.")})
        if self.value is not None and self.indicator.exceeds_100(self.value):
            raise ValidationError({"value": _("A percentage of a whole is at most 100.")})

    def get_absolute_url(self):
        return self.indicator.get_absolute_url()


@pghistory.track()
class Measurement(DomainModel):
    """One value of an indicator on one day, with where it can be checked."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="measurements", verbose_name=_("indicator"))
    on = PastDateField(_("date"), default=timezone.localdate)
    value = models.DecimalField(_("value"), max_digits=16, decimal_places=3)
    note = ProseField(_("note"), blank=True)
    evidence = LineField(_("evidence"), blank=True, help_text=_("Where it can be checked: a report or an address."))
    measured_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="measurements",
        verbose_name=_("measured by"),
    )

    class Meta(DomainModel.Meta):
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        ordering = ["indicator", "-on"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "on"],
                name="measurement_once_a_day",
                violation_error_code="on",
                violation_error_message=_("There is already a measurement on this date; change that one."),
            ),
        ]

    def __str__(self):
        return f"{self.indicator} {date_format(self.on)}"

    def clean(self):
        if self.value is not None and self.indicator.exceeds_100(self.value):
            raise ValidationError({"value": _("A percentage of a whole is at most 100.")})

    def get_absolute_url(self):
        return self.indicator.get_absolute_url()
