"""Actions: what we are going to do, and who has said yes to it (the MVOI action plan)."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import DomainModel, DomainQuerySet, known_choice

from .goal import Goal
from .theme import Theme


class OwnerStatus(models.TextChoices):
    """An owner is somebody who said yes, not somebody whose name was filled in."""

    NONE = "none", _("no owner")
    OFFERED = "offered", _("offered")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")


class ActionStatus(models.TextChoices):
    PLANNED = "planned", _("planned")
    ONGOING = "ongoing", _("ongoing")
    DONE = "done", _("done")
    DROPPED = "dropped", _("dropped")


class ActionQuerySet(DomainQuerySet):
    def unfinished(self):
        return self.filter(status__in=[ActionStatus.PLANNED, ActionStatus.ONGOING])

    def owned(self):
        """Somebody accepted it."""
        return self.filter(owner_status=OwnerStatus.ACCEPTED)

    def waiting_for(self, user):
        """Offered to this user, who has not answered yet."""
        return self.filter(owner=user, owner_status=OwnerStatus.OFFERED)

    def overdue(self):
        return self.unfinished().filter(ends_on__lt=timezone.localdate())


@pghistory.track()
class Action(DomainModel):
    """Something that somebody does for a theme, with dates, hours and budget."""

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="actions", verbose_name=_("theme"))
    goal = models.ForeignKey(
        Goal, models.PROTECT, null=True, blank=True, related_name="actions", verbose_name=_("goal")
    )
    title = LineField(_("action"))
    description = ProseField(_("description"), blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("owner"),
    )
    owner_status = models.CharField(
        _("ownership"), max_length=10, choices=OwnerStatus, default=OwnerStatus.NONE, editable=False
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True, editable=False)
    decline_reason = ProseField(_("reason to decline"), blank=True, editable=False)
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
        constraints = [
            known_choice("status", ActionStatus),
            known_choice("owner_status", OwnerStatus),
            models.CheckConstraint(
                name="action_ownership_has_owner",
                condition=Q(owner__isnull=True, owner_status=OwnerStatus.NONE)
                | Q(owner__isnull=False) & ~Q(owner_status=OwnerStatus.NONE),
            ),
            models.CheckConstraint(
                name="action_answered_when_answered",
                condition=Q(answered_at__isnull=False, owner_status__in=["accepted", "declined"])
                | Q(answered_at__isnull=True, owner_status__in=["none", "offered"]),
            ),
            models.CheckConstraint(
                name="action_ends_on_or_after_start",
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("An action cannot end before it starts."),
            ),
            models.CheckConstraint(
                name="action_budget_not_negative",
                condition=Q(budget__isnull=True) | Q(budget__gte=0),
                violation_error_message=_("A budget cannot be negative."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("strategy:action-detail", args=[self.pk])
