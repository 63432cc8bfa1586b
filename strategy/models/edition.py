"""Editions: the text as it was adopted, for good."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField
from mvi.models import known_choice

from .strategy import DecisionBody, Strategy


class Edition(models.Model):
    """An immutable, numbered copy of a strategy, made when it is adopted; the database refuses to change it."""

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="editions", verbose_name=_("strategy"))
    number = models.PositiveSmallIntegerField(_("edition"))
    content = models.JSONField(_("text"))
    decided_on = models.DateField(_("decided on"))
    decided_by_body = models.CharField(_("decided by"), max_length=20, choices=DecisionBody)
    decision_reference = LineField(_("reference of the decision"), blank=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by"))

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["strategy", "-number"]
        default_permissions = ("view", "export")
        constraints = [
            models.UniqueConstraint(fields=["strategy", "number"], name="edition_number_once_per_strategy"),
            known_choice("decided_by_body", DecisionBody),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return _("%(strategy)s, edition %(number)s") % {"strategy": self.strategy, "number": self.number}

    def get_absolute_url(self):
        return reverse("strategy:edition-detail", args=[self.pk])
