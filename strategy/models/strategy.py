"""The strategy as a whole: its period, its text and the decision that made it policy."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField
from mvi.models import DomainModel, DomainQuerySet, known_choice
from mvi.rich_text import RichTextField


class StrategyStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    CONSULTATION = "consultation", _("in consultation")
    ADOPTED = "adopted", _("adopted")
    SUPERSEDED = "superseded", _("superseded")


class DecisionBody(models.TextChoices):
    EXECUTIVE = "executive", _("mayor and aldermen")
    COUNCIL = "council", _("municipal council")


DECIDED = (StrategyStatus.ADOPTED, StrategyStatus.SUPERSEDED)


class StrategyQuerySet(DomainQuerySet):
    """Strategies over the years."""

    def unfinished(self):
        """Those that count or are in the making: what was superseded changes no more."""
        return self.exclude(status=StrategyStatus.SUPERSEDED)

    def current(self):
        """The one that counts now, or None."""
        return self.filter(is_current=True).first()


@pghistory.track()
class Strategy(DomainModel):
    """What the municipality wants to reach with its purchasing in a period of years."""

    title = LineField(_("title"), unique=True)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"))
    introduction = RichTextField(_("introduction"), blank=True)
    vision = RichTextField(_("vision"), blank=True)
    status = models.CharField(_("status"), max_length=20, choices=StrategyStatus, default=StrategyStatus.DRAFT)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decided_by_body = models.CharField(_("decided by"), max_length=20, choices=DecisionBody, blank=True)
    decision_reference = LineField(_("reference of the decision"), blank=True)
    is_current = models.BooleanField(_("current strategy"), default=False)

    objects = StrategyQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")
        ordering = ["-starts_on", "title"]
        constraints = [
            known_choice("status", StrategyStatus),
            models.CheckConstraint(
                name="strategy_ends_after_start",
                condition=Q(ends_on__gt=F("starts_on")),
                violation_error_code="ends_on",
                violation_error_message=_("A strategy cannot end before it starts."),
            ),
            models.CheckConstraint(
                name="strategy_decided_exactly_when_adopted",
                condition=Q(
                    status__in=DECIDED,
                    decided_on__isnull=False,
                    decided_by_body__in=DecisionBody.values,
                )
                | Q(decided_on__isnull=True, decided_by_body="", decision_reference="") & ~Q(status__in=DECIDED),
                violation_error_code="decided_on",
                violation_error_message=_("An adopted strategy needs the date and the body of the decision."),
            ),
            models.UniqueConstraint(
                fields=["is_current"], condition=Q(is_current=True), name="strategy_one_is_current"
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        if self.is_current:
            return reverse("strategy:strategy")
        return reverse("strategy:strategy-detail", args=[self.pk])

    def address_in_text(self, place):
        """The permanent link of a block in the reading view."""
        return f"{self.get_absolute_url()}#{place}"
