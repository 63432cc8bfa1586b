"""What a session decided, and who does what."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField
from mvi.models import DomainModel

from .session import Session


@pghistory.track()
class SessionDecision(DomainModel):
    """A decision of the room; with an owner it is an action, and may have a day."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="decisions", verbose_name=_("session"))
    position = models.PositiveSmallIntegerField(_("position"))
    text = LineField(_("decision or action"), max_length=300, help_text=_("In one sentence that others understand."))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="session_decisions",
        verbose_name=_("owner"),
        help_text=_("Only if somebody does something for it; they said yes in the room."),
    )
    due_on = models.DateField(_("ready by"), null=True, blank=True)

    class Meta(DomainModel.Meta):
        verbose_name = _("decision of a session")
        verbose_name_plural = _("decisions of sessions")
        ordering = ["session", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "position"], name="decision_position_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                name="decision_with_a_day_has_an_owner",
                condition=Q(due_on__isnull=True) | Q(owner__isnull=False),
                violation_error_message=_("A day is for an action: choose who does it as well."),
            ),
        ]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return f"{self.session.get_absolute_url()}#decisions"
