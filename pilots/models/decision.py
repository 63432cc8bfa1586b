"""The steps of a pilot's life."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import ProseField
from mvi.models import DomainModel, known_choice

from .pilot import Phase, Pilot


class DecisionKind(models.TextChoices):
    FORWARD = "forward", _("to the next phase")
    BACK = "back", _("back to an earlier phase")
    PARK = "park", _("parked")
    STOP = "stop", _("stopped")
    COMPLETE = "complete", _("completed")
    RESUME = "resume", _("resumed")


@pghistory.track()
class Decision(DomainModel):
    """Who moved a pilot, from where to where, and why."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="decisions", verbose_name=_("pilot"))
    kind = models.CharField(_("decision"), max_length=10, choices=DecisionKind)
    from_phase = models.CharField(_("from phase"), max_length=12, choices=Phase)
    to_phase = models.CharField(_("to phase"), max_length=12, choices=Phase)
    reason = ProseField(_("reason"), blank=True)
    made_at = models.DateTimeField(_("decided at"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pilot_decisions",
        verbose_name=_("decided by"),
    )

    class Meta(DomainModel.Meta):
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-made_at", "-pk"]
        constraints = [
            known_choice("kind", DecisionKind),
            known_choice("from_phase", Phase),
            known_choice("to_phase", Phase),
            models.CheckConstraint(
                name="decision_to_go_back_has_reason",
                condition=~models.Q(kind=DecisionKind.BACK, reason=""),
                violation_error_message=_("Going back needs a reason."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.get_to_phase_display()}"

    def get_absolute_url(self):
        return reverse("pilots:pilot-history", args=[self.pilot.slug])
