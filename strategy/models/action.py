"""Actions: what we are going to do, and who has said yes to it (the MVOI action plan)."""

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import DomainModel, DomainQuerySet, known_choice

from .goal import Goal
from .ownership import OwnedModel, OwnedQuerySet
from .theme import Theme


class ActionStatus(models.TextChoices):
    PLANNED = "planned", _("planned")
    ONGOING = "ongoing", _("ongoing")
    DONE = "done", _("done")
    DROPPED = "dropped", _("dropped")


class ActionQuerySet(OwnedQuerySet, DomainQuerySet):
    def planned(self):
        """What the action plan holds: all that was not dropped."""
        return self.exclude(status=ActionStatus.DROPPED)

    def unfinished(self):
        return self.filter(status__in=[ActionStatus.PLANNED, ActionStatus.ONGOING])

    def overdue(self, today=None):
        return self.unfinished().filter(ends_on__lt=today or timezone.localdate())

    def for_list(self):
        """All that a row of the list shows."""
        return self.select_related("theme", "goal", "owner")


@pghistory.track()
class Action(OwnedModel, DomainModel):
    """Something that somebody does for a theme, with dates, hours and budget."""

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="actions", verbose_name=_("theme"))
    goal = models.ForeignKey(
        Goal, models.PROTECT, null=True, blank=True, related_name="actions", verbose_name=_("goal")
    )
    title = LineField(_("action"))
    description = ProseField(_("description"), blank=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    hours = models.PositiveIntegerField(_("hours"), null=True, blank=True)
    budget = models.DecimalField(_("budget (€)"), max_digits=14, decimal_places=2, null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=ActionStatus, default=ActionStatus.PLANNED)

    objects = ActionQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = ["theme__position", F("ends_on").asc(nulls_last=True), "title"]
        triggers = [*DomainModel.Meta.triggers, *OwnedModel.Meta.triggers]
        constraints = [
            *OwnedModel.Meta.constraints,
            known_choice("status", ActionStatus),
            models.CheckConstraint(
                name="action_ends_on_or_after_start",
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_code="ends_on",
                violation_error_message=_("An action cannot end before it starts."),
            ),
            models.CheckConstraint(
                name="action_budget_not_negative",
                condition=Q(budget__isnull=True) | Q(budget__gte=0),
                violation_error_code="budget",
                violation_error_message=_("A budget cannot be negative."),
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if self.goal and self.theme_id and self.goal.theme_id != self.theme_id:
            raise ValidationError({"goal": _("This goal belongs to another theme.")})

    @property
    def is_unfinished(self):
        return self.status in {ActionStatus.PLANNED, ActionStatus.ONGOING}

    @property
    def is_overdue(self):
        return self.is_unfinished and self.ends_on is not None and self.ends_on < timezone.localdate()

    def get_absolute_url(self):
        return reverse("strategy:action-detail", args=[self.pk])
