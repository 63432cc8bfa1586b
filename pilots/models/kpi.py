"""The chain from what was asked to what was delivered."""

import pghistory
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import DomainModel, DomainQuerySet, known_choice
from strategy.models import Direction, Indicator

from .pilot import Pilot


def amount(label):
    return models.DecimalField(label, max_digits=16, decimal_places=3, null=True, blank=True)


class KpiQuerySet(DomainQuerySet):
    def with_results(self):
        """Each with its results, the newest first."""
        return self.select_related("indicator__goal").prefetch_related("results")


@pghistory.track()
class Kpi(DomainModel):
    """A figure of a pilot: reference, asked, offered, contracted; what was realised are its results."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="kpis", verbose_name=_("pilot"))
    name = LineField(_("KPI"))
    unit = LineField(_("unit"), max_length=40)
    base = LineField(
        _("base"), blank=True, help_text=_("Of what, for a percentage: for social return loonsom or aanneemsom.")
    )
    direction = models.CharField(_("direction"), max_length=4, choices=Direction, default=Direction.UP)
    reference = amount(_("reference"))
    asked = amount(_("asked"))
    offered = amount(_("offered"))
    contracted = amount(_("contracted"))
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

    @property
    def latest_result(self):
        """What is realised by now, or None; from results that are already read."""
        return next(iter(self.results.all()), None)


@pghistory.track()
class Result(DomainModel):
    """What was realised on a day, with where it can be checked."""

    kpi = models.ForeignKey(Kpi, models.CASCADE, related_name="results", verbose_name=_("KPI"))
    on = models.DateField(_("date"), default=timezone.localdate)
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
        return f"{self.kpi} {self.on}"

    @property
    def pilot(self):
        return self.kpi.pilot

    def get_absolute_url(self):
        return self.kpi.get_absolute_url()
