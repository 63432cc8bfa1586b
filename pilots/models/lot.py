"""The parts in which a purchase is put on the market."""

from decimal import Decimal

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField
from mvi.models import DomainModel
from mvi.sql import rows

from .pilot import Pilot


@pghistory.track()
class Lot(DomainModel):
    """One part; all parts together decide which threshold counts, each with its options and extensions."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="lots", verbose_name=_("pilot"))
    name = LineField(_("lot"))
    amount = models.DecimalField(_("amount (€)"), max_digits=14, decimal_places=2, help_text=_("Without VAT."))
    options = models.DecimalField(_("options (€)"), max_digits=14, decimal_places=2, default=Decimal(0))
    extensions = models.DecimalField(_("extensions (€)"), max_digits=14, decimal_places=2, default=Decimal(0))

    class Meta(DomainModel.Meta):
        verbose_name = _("lot")
        verbose_name_plural = _("lots")
        ordering = ["pilot", "name"]
        constraints = [
            models.CheckConstraint(
                name="lot_amounts_not_negative",
                condition=Q(amount__gte=0, options__gte=0, extensions__gte=0),
                violation_error_message=_("An amount cannot be negative."),
            ),
            models.UniqueConstraint(
                "pilot",
                models.functions.Lower("name"),
                name="lot_once_per_pilot",
                violation_error_message=_("This pilot already has this lot."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("pilots:pilot-procedure", args=[self.pilot.slug])

    @classmethod
    def of(cls, pilot):
        """Those of a pilot."""
        found = rows('"pilots_lot" AS lot WHERE pilot_id = %s ORDER BY name', [pilot.pk], lot=cls)
        for (lot,) in found:
            lot.pilot = pilot
        return [lot for (lot,) in found]

    @property
    def total(self):
        return self.amount + self.options + self.extensions
