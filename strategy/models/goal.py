"""Goals: what must be true, by when, and who sees to it."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import ArchivableModel, ArchivableQuerySet, Level, known_choice

from .ownership import OwnedModel, OwnedQuerySet
from .theme import Theme


class GoalStatus(models.TextChoices):
    """Where a goal stands; strategy/status.py is the one place that works it out."""

    ON_TRACK = "on_track", _("on track")
    BEHIND = "behind", _("behind")
    UNMEASURED = "unmeasured", _("no measurement")
    STALE = "stale", _("stale measurement")


class GoalQuerySet(OwnedQuerySet, ArchivableQuerySet):
    def unmeasured(self):
        """No indicator of it has a measurement."""
        return self.exclude(indicators__measurements__isnull=False)

    def for_list(self):
        """All that a row of the list shows, in a fixed number of queries."""
        return (
            self.select_related("theme", "owner")
            .annotate(number_of_indicators=Count("indicators"))
            .order_by(*self.model._meta.ordering)
        )

    def for_page(self):
        """All that the page of a goal shows."""
        return self.select_related("theme__strategy", "owner").prefetch_related("actions__owner")


@pghistory.track()
class Goal(OwnedModel, ArchivableModel):
    """A result that the municipality wants to have reached in a year."""

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="goals", verbose_name=_("theme"))
    statement = LineField(_("goal"), help_text=_("One sentence that can turn out to be true."))
    explanation = ProseField(_("explanation"), blank=True)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level, default=Level.BASIC)
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(2000), MaxValueValidator(2100)],
        help_text=_("The year in which it is reached."),
    )
    status_override = models.CharField(
        _("status by hand"), max_length=10, choices=GoalStatus, blank=True, editable=False
    )
    status_reason = ProseField(_("reason for the status by hand"), blank=True, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = GoalQuerySet.as_manager()

    class Meta(ArchivableModel.Meta):
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        ordering = ["theme__position", "position", "statement"]
        triggers = [*ArchivableModel.Meta.triggers, *OwnedModel.Meta.triggers]
        constraints = [
            *ArchivableModel.Meta.constraints,
            *OwnedModel.Meta.constraints,
            known_choice("level", Level),
            models.CheckConstraint(
                name="goal_year_in_this_century", condition=Q(year__isnull=True) | Q(year__range=(2000, 2100))
            ),
            models.CheckConstraint(
                name="goal_status_override_is_known",
                condition=Q(status_override="") | Q(status_override__in=GoalStatus.values),
            ),
            models.CheckConstraint(
                name="goal_status_by_hand_has_reason",
                condition=Q(status_override="", status_reason="") | ~Q(status_override="") & ~Q(status_reason=""),
            ),
            models.UniqueConstraint(
                "theme",
                models.functions.Lower("statement"),
                name="goal_once_per_theme",
                violation_error_code="statement",
                violation_error_message=_("This theme already has this goal."),
            ),
        ]

    def __str__(self):
        return self.statement

    def get_absolute_url(self):
        return reverse("strategy:goal-detail", args=[self.pk])

    def address_in_text(self):
        """The permanent link of its block in the reading view."""
        return self.theme.strategy.address_in_text(self.place_in_text)

    @property
    def place_in_text(self):
        return f"goal-{self.pk}"
