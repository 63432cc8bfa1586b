"""The planning of a pilot."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, PastDateField
from mvi.models import DomainModel, DomainQuerySet, known_choice

from .pilot import Phase, Pilot


class MilestoneQuerySet(DomainQuerySet):
    def open(self):
        return self.filter(done_on__isnull=True)

    def overdue(self, today=None):
        """Not done, although its day has passed."""
        return self.open().filter(due_on__lt=today or timezone.localdate())


@pghistory.track()
class Milestone(DomainModel):
    """A moment in a phase by which something is ready."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="milestones", verbose_name=_("pilot"))
    phase = models.CharField(_("phase"), max_length=12, choices=Phase)
    name = LineField(_("milestone"))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="milestones",
        verbose_name=_("owner"),
    )
    due_on = models.DateField(_("due on"))
    done_on = PastDateField(_("done on"), null=True, blank=True)

    objects = MilestoneQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["due_on", "name"]
        indexes = [
            models.Index(fields=["due_on"], name="milestone_open_by_due", condition=models.Q(done_on__isnull=True))
        ]
        constraints = [
            known_choice("phase", Phase),
            models.UniqueConstraint(
                "pilot",
                models.functions.Lower("name"),
                name="milestone_once_per_pilot",
                violation_error_message=_("This pilot already has this milestone."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_overdue(self):
        return self.done_on is None and self.due_on < timezone.localdate()

    def get_absolute_url(self):
        return reverse("pilots:pilot-planning", args=[self.pilot.slug])
