"""What a choice costs over its whole life."""

from decimal import Decimal

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField
from mvi.models import DomainModel

from .pilot import Pilot


def euros(label, **kwargs):
    return models.DecimalField(label, max_digits=14, decimal_places=2, default=Decimal(0), **kwargs)


@pghistory.track()
class CostOption(DomainModel):
    """One way to fill the need, with its cost from purchase to the end of its life (PIANOo: TCO and LCC)."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="cost_options", verbose_name=_("pilot"))
    name = LineField(_("option"))
    years = models.PositiveSmallIntegerField(
        _("lifespan (years)"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    purchase = euros(_("purchase (€)"))
    use = euros(_("use per year (€)"))
    maintenance = euros(_("maintenance per year (€)"))
    disposal = euros(_("disposal at the end (€)"))
    residual = euros(_("residual value at the end (€)"), help_text=_("What it still brings in."))

    class Meta(DomainModel.Meta):
        verbose_name = _("option with its cost")
        verbose_name_plural = _("options with their cost")
        ordering = ["pilot", "name"]
        constraints = [
            models.CheckConstraint(name="cost_option_years_in_range", condition=Q(years__range=(1, 100))),
            models.CheckConstraint(
                name="cost_option_not_negative",
                condition=Q(purchase__gte=0, use__gte=0, maintenance__gte=0, disposal__gte=0, residual__gte=0),
                violation_error_message=_("An amount cannot be negative."),
            ),
            models.UniqueConstraint(
                "pilot",
                models.functions.Lower("name"),
                name="cost_option_once_per_pilot",
                violation_error_message=_("This pilot already has this option."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("pilots:pilot-costs", args=[self.pilot.slug])

    def present_value(self, rate: Decimal) -> Decimal:
        """All cost less the residual value, brought back to today; `rate` is a percentage per year.

        The purchase is paid today, use and maintenance at the end of each year, disposal and residual value at the end.
        """
        factor = 1 + rate / 100
        yearly = sum(((self.use + self.maintenance) / factor**year for year in range(1, self.years + 1)), Decimal(0))
        return cents(self.purchase + yearly + (self.disposal - self.residual) / factor**self.years)

    def per_year(self, rate: Decimal) -> Decimal:
        """The same amount each year that costs as much: makes options with another lifespan comparable."""
        factor = 1 + rate / 100
        annuity = sum((1 / factor**year for year in range(1, self.years + 1)), Decimal(0))
        return cents(self.present_value(rate) / annuity)


def cents(value):
    return value.quantize(Decimal("0.01"))
