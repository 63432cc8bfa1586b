"""What was learned."""

import pghistory
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import DomainModel

from .pilot import Pilot


@pghistory.track()
class Lesson(DomainModel):
    """What the next buyer should know."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="lessons", verbose_name=_("pilot"))
    title = LineField(_("lesson"))
    text = ProseField(_("explanation"), blank=True)
    learned_on = models.DateField(_("learned on"), null=True, blank=True)

    class Meta(DomainModel.Meta):
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        ordering = ["pilot", "title"]
        constraints = [
            models.UniqueConstraint(
                "pilot",
                models.functions.Lower("title"),
                name="lesson_once_per_pilot",
                violation_error_message=_("This pilot already has this lesson."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("pilots:pilot-lessons", args=[self.pilot.slug])
