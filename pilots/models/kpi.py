"""The chain from what was asked to what was delivered."""

from decimal import ROUND_HALF_UP, Decimal

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, PastDateField, ProseField
from mvi.models import DomainModel, DomainQuerySet, known_choice
from mvi.sql import rows
from strategy.models import Direction, Indicator

from .pilot import Pilot

STEPS = ("reference", "asked", "offered", "contracted")  # before what is realised
WITH_LATEST = """
    "pilots_kpi" AS kpi
    LEFT JOIN LATERAL (
        SELECT * FROM "pilots_result" WHERE kpi_id = kpi.id ORDER BY "on" DESC LIMIT 1
    ) AS result ON true
    WHERE kpi.pilot_id = %s
    ORDER BY kpi.name
"""
UNLIKE_UNITS = _("Unlike units are never added: this KPI is in %(kpi)s and the indicator in %(indicator)s.")


def social_return(*, percentage: Decimal, base_amount: Decimal, base_share: Decimal = Decimal(100)) -> Decimal:
    """Euros, rounded to the whole: 5% over 40% of a contract sum of 907,500 is 18,150."""
    return (base_amount * base_share * percentage / 10_000).quantize(Decimal(1), ROUND_HALF_UP)


def amount(label):
    return models.DecimalField(label, max_digits=16, decimal_places=3, null=True, blank=True)


class KpiKind(models.TextChoices):
    """The library of KPIs (pilots/kpi_library.py says how each is measured), and whatever else fits the pilot."""

    OTHER = "other", _("other")
    MKI = "mki", _("environmental cost indicator (MKI)")
    CO2 = "co2", _("CO₂ emission")
    SECONDARY = "secondary", _("secondary material")
    BIOBASED = "biobased", _("biobased material")
    DETACHABLE = "detachable", _("detachability")
    SOCIAL_RETURN = "sroi", _("social return")
    TCO = "tco", _("total cost of ownership")


class SocialReturnBase(models.TextChoices):
    """Of what the percentage is; without it the figure says nothing."""

    WAGES = "wages", _("wage sum")
    CONTRACT = "contract", _("contract sum")


class KpiQuerySet(DomainQuerySet):
    def with_results(self):
        """Each with its results, the newest first; not by KPI, as usual, for that would look up its pilot too."""
        return self.prefetch_related(models.Prefetch("results", Result.objects.order_by("-on")))


@pghistory.track()
class Kpi(DomainModel):
    """A figure of a pilot: reference, asked, offered, contracted; what was realised are its results."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="kpis", verbose_name=_("pilot"))
    name = LineField(_("KPI"))
    kind = models.CharField(_("kind"), max_length=10, choices=KpiKind, default=KpiKind.OTHER)
    unit = LineField(_("unit"), max_length=40)
    base = LineField(
        _("base"), blank=True, help_text=_("Of what, for a percentage: for social return loonsom or aanneemsom.")
    )
    social_return_base = models.CharField(
        _("base of the social return"), max_length=8, choices=SocialReturnBase, blank=True
    )
    base_amount = models.DecimalField(
        _("amount of that base (€)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    base_share = models.DecimalField(
        _("part of the base that counts (%)"), max_digits=5, decimal_places=2, default=Decimal(100)
    )
    direction = models.CharField(_("direction"), max_length=4, choices=Direction, default=Direction.UP)
    reference = amount(_("reference"))
    reference_on = models.DateField(_("date of the reference"), null=True, blank=True)
    asked = amount(_("asked"))
    asked_on = models.DateField(_("asked on"), null=True, blank=True)
    offered = amount(_("offered"))
    offered_on = models.DateField(_("offered on"), null=True, blank=True)
    contracted = amount(_("contracted"))
    contracted_on = models.DateField(_("contracted on"), null=True, blank=True)
    attributable = models.BooleanField(
        _("attributable"), default=True, help_text=_("Would it not have happened without this pilot?")
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, null=True, blank=True, related_name="kpis", verbose_name=_("feeds indicator")
    )

    objects = KpiQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("KPI")
        verbose_name_plural = _("KPIs")
        ordering = ["pilot", "name"]
        constraints = [
            known_choice("direction", Direction),
            known_choice("kind", KpiKind),
            models.CheckConstraint(
                name="kpi_social_return_has_base",
                condition=Q(kind=KpiKind.SOCIAL_RETURN, social_return_base__in=SocialReturnBase.values)
                | ~Q(kind=KpiKind.SOCIAL_RETURN) & Q(social_return_base="", base_amount=None),
                violation_error_message=_(
                    "Social return always has a base, wage sum or contract sum; others have none."
                ),
            ),
            models.CheckConstraint(
                name="kpi_base_share_is_percentage",
                condition=Q(base_share__gt=0, base_share__lte=100),
                violation_error_message=_("A part of the whole lies above 0 and is at most 100."),
            ),
            models.CheckConstraint(
                name="kpi_base_amount_not_negative",
                condition=Q(base_amount=None) | Q(base_amount__gte=0),
                violation_error_message=_("An amount cannot be negative."),
            ),
            models.UniqueConstraint(
                "pilot",
                models.functions.Lower("name"),
                name="kpi_once_per_pilot",
                violation_error_message=_("This pilot already has this KPI."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("pilots:pilot-results", args=[self.pilot.slug])

    def clean(self):
        super().clean()
        if self.indicator and self.indicator.unit != self.unit:
            raise ValidationError({"indicator": UNLIKE_UNITS % {"kpi": self.unit, "indicator": self.indicator.unit}})

    @property
    def chain(self):
        """From what was to what came of it: (name, value, date) of each step."""
        result = self.latest_result
        steps = [(name, getattr(self, name), getattr(self, f"{name}_on")) for name in STEPS]
        return [*steps, ("realised", result and result.value, result and result.on)]

    @property
    def gap(self):
        """How much better (above nought) or worse than asked it turned out; None while one of the two is unknown."""
        if self.asked is None or self.latest_result is None:
            return None
        difference = self.latest_result.value - self.asked
        return difference if self.direction == Direction.UP else -difference

    @property
    def shortfall(self):
        """What was asked and not delivered, as an amount above nought; 0 when it was reached."""
        return max(-self.gap, Decimal(0)) if self.gap is not None else None

    def social_return(self, percentage):
        """The value in whole euros of a percentage of the part of the base that counts; None while that is unknown."""
        if self.kind != KpiKind.SOCIAL_RETURN or self.base_amount is None or percentage is None:
            return None
        return social_return(percentage=percentage, base_amount=self.base_amount, base_share=self.base_share)

    @property
    def unit_apart(self):
        """The unit of a difference: 60% is 20 percentage points below 80%."""
        return gettext("percentage points") if self.unit == "%" else self.unit

    @property
    def in_euros(self):
        """The steps of social return of which the value is known, with their names on the screen."""
        steps = [(self._meta.get_field(name).verbose_name, getattr(self, name)) for name in STEPS]
        steps.append((_("realised"), self.latest_result and self.latest_result.value))
        return [(name, value) for name, step in steps if (value := self.social_return(step)) is not None]

    @classmethod
    def of(cls, pilot):
        """Those of a pilot, with what is realised by now."""
        found = rows(WITH_LATEST, [pilot.pk], kpi=cls, result=Result)
        for kpi, result in found:
            kpi.pilot, kpi.latest_result = pilot, result
        return [kpi for kpi, _result in found]

    @cached_property
    def latest_result(self):
        """What is realised by now, or None; from results that are already read, where `of` did not read it along."""
        return next(iter(self.results.all()), None)


@pghistory.track()
class Result(DomainModel):
    """What was realised on a day, with where it can be checked."""

    kpi = models.ForeignKey(Kpi, models.CASCADE, related_name="results", verbose_name=_("KPI"))
    on = PastDateField(_("date"), default=timezone.localdate)
    value = models.DecimalField(_("value"), max_digits=16, decimal_places=3)
    note = ProseField(_("note"), blank=True)
    evidence = LineField(_("evidence"), blank=True, help_text=_("Where it can be checked: a report or an address."))

    class Meta(DomainModel.Meta):
        verbose_name = _("result")
        verbose_name_plural = _("results")
        ordering = ["kpi", "-on"]
        constraints = [
            models.UniqueConstraint(
                fields=["kpi", "on"],
                name="result_once_a_day",
                violation_error_message=_("There is already a result on this date; change that one."),
            )
        ]

    def __str__(self):
        return f"{self.kpi} {date_format(self.on)}"

    @property
    def pilot(self):
        return self.kpi.pilot

    def get_absolute_url(self):
        return self.kpi.get_absolute_url()
