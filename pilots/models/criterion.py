"""What the tender documents ask."""

import calendar
import datetime as dt

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import DomainModel, Level, known_choice
from strategy.models import Theme

from .pilot import Pilot

FRESH_FOR = 18  # months: so often the MVI-criteriatool reviews its criteria, and level 3 may become 2


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day of an earlier month, or the last day that this month has."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class CriterionKind(models.TextChoices):
    """The five kinds of the MVI-criteriatool."""

    SUITABILITY = "suitability", _("suitability requirement")
    SELECTION = "selection", _("selection criterion")
    MINIMUM = "minimum", _("minimum requirement")
    AWARD = "award", _("award criterion")
    CONTRACT = "contract", _("contract clause")


@pghistory.track()
class Criterion(DomainModel):
    """One requirement, award criterion or contract clause, with how it is checked."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="criteria", verbose_name=_("pilot"))
    kind = models.CharField(_("kind"), max_length=12, choices=CriterionKind)
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="criteria", verbose_name=_("theme")
    )
    level = models.PositiveSmallIntegerField(_("level"), choices=Level, default=Level.BASIC)
    title = LineField(_("criterion"))
    text = ProseField(_("text"), blank=True)
    mvi_number = LineField(_("number in the MVI-criteriatool"), max_length=40, blank=True)
    mvi_version_on = models.DateField(_("date of that version"), null=True, blank=True)
    weight = models.DecimalField(_("weight (%)"), max_digits=5, decimal_places=2, null=True, blank=True)
    verification = ProseField(_("verification"), blank=True)
    proportionality = ProseField(_("why this is proportionate"), blank=True)

    class Meta(DomainModel.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["pilot", "kind", "title"]
        constraints = [
            known_choice("kind", CriterionKind),
            known_choice("level", Level),
            models.CheckConstraint(
                name="criterion_weight_is_percentage",
                condition=Q(weight__isnull=True) | Q(weight__range=(0, 100)),
                violation_error_message=_("A weight is between 0 and 100."),
            ),
            models.CheckConstraint(
                name="criterion_weight_only_for_award",
                condition=Q(weight__isnull=True) | Q(kind=CriterionKind.AWARD),
                violation_error_message=_("Only an award criterion has a weight."),
            ),
            models.UniqueConstraint(
                "pilot",
                models.functions.Lower("title"),
                name="criterion_once_per_pilot",
                violation_error_message=_("This pilot already has this criterion."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_stale(self):
        """The version of the MVI-criteriatool to which it refers is older than 18 months."""
        return self.mvi_version_on is not None and self.mvi_version_on < months_before(timezone.localdate(), FRESH_FOR)

    def get_absolute_url(self):
        return reverse("pilots:pilot-criteria", args=[self.pilot.slug])
