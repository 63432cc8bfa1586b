"""How sound a strategy was on a day: the score of its quality check, kept so that it can be followed over time."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from .strategy import Strategy


class QualityScore(models.Model):
    """One score a day: of each check the share that passes, and the mean of those shares."""

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="quality_scores", verbose_name=_("strategy"))
    on = models.DateField(_("date"), default=timezone.localdate)
    score = models.PositiveSmallIntegerField(_("score"))
    looked_at = models.PositiveIntegerField(_("looked at"))
    found = models.PositiveIntegerField(_("found"))

    class Meta:
        verbose_name = _("quality score")
        verbose_name_plural = _("quality scores")
        ordering = ["strategy", "on"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["strategy", "on"], name="quality_score_once_a_day"),
            models.CheckConstraint(name="quality_score_is_percentage", condition=Q(score__lte=100)),
            models.CheckConstraint(name="quality_found_of_looked_at", condition=Q(found__lte=F("looked_at"))),
        ]

    def __str__(self):
        return f"{self.strategy} {date_format(self.on)}: {self.score}"
