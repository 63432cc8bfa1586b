"""What a cluster became: the first knot of the thread."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.models import DomainModel, DomainQuerySet
from pilots.models import Pilot
from strategy.models import CoreValue, Goal, Theme

from .board import Cluster
from .revision import OF_CLUSTER, counted


class CanvasField(models.TextChoices):
    NEED = "need", _("need behind the question")
    AMBITION = "ambition", _("ambition")
    QUESTION = "question", _("question to the market")
    COLLABORATION = "collaboration", _("collaboration")


class OutcomeQuerySet(DomainQuerySet):
    def with_thread(self):
        """Everything that “comes from” shows: a list, each with its cluster, and with that its session and stories."""
        outcomes = list(self.order_by("settled_at", "pk"))
        keys = [outcome.cluster_id for outcome in outcomes]
        clusters = Cluster.told(keys) if keys else {}  # most of what has a page came from no session
        for outcome in outcomes:
            outcome.cluster = clusters.get(outcome.cluster_id)
        return [outcome for outcome in outcomes if outcome.cluster]  # without what was undone in between


@pghistory.track()
class Outcome(DomainModel):
    """A cluster became exactly one core value, theme, goal, or field of a pilot's canvas."""

    cluster = models.OneToOneField(Cluster, models.PROTECT, related_name="outcome", verbose_name=_("cluster"))
    core_value = models.ForeignKey(
        CoreValue, models.PROTECT, null=True, blank=True, related_name="outcomes", verbose_name=_("core value")
    )
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="outcomes", verbose_name=_("theme")
    )
    goal = models.ForeignKey(
        Goal, models.PROTECT, null=True, blank=True, related_name="outcomes", verbose_name=_("goal")
    )
    pilot = models.ForeignKey(
        Pilot, models.PROTECT, null=True, blank=True, related_name="outcomes", verbose_name=_("pilot")
    )
    canvas_field = models.CharField(_("field of the canvas"), max_length=14, choices=CanvasField, blank=True)
    settled_at = models.DateTimeField(_("settled at"), default=timezone.now, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("settled by"),
    )

    objects = OutcomeQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        ordering = ["cluster"]
        triggers = [*DomainModel.Meta.triggers, counted(OF_CLUSTER)]
        constraints = [
            models.CheckConstraint(
                name="outcome_became_exactly_one_thing",
                condition=Q(core_value__isnull=False, theme=None, goal=None, pilot=None, canvas_field="")
                | Q(core_value=None, theme__isnull=False, goal=None, pilot=None, canvas_field="")
                | Q(core_value=None, theme=None, goal__isnull=False, pilot=None, canvas_field="")
                | Q(
                    core_value=None,
                    theme=None,
                    goal=None,
                    pilot__isnull=False,
                    canvas_field__in=CanvasField.values,
                ),
                violation_error_message=_("A cluster becomes exactly one thing."),
            )
        ]

    def __str__(self):
        return f"{self.cluster} → {self.became}"

    def get_absolute_url(self):
        return self.cluster.get_absolute_url()

    @property
    def became(self):
        """The core value, theme, goal or pilot that it turned into."""
        return self.core_value or self.theme or self.goal or self.pilot

    @property
    def became_kind(self):
        """In a word: core value, theme, goal, or the field of the canvas."""
        return self.get_canvas_field_display() or self.became._meta.verbose_name
