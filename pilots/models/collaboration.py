"""Who works on a pilot together."""

import pghistory
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField
from mvi.models import DomainModel, known_choice

from .pilot import Pilot


class PartyKind(models.TextChoices):
    INTERNAL = "internal", _("internal")
    SUPPLIER = "supplier", _("chain")
    KNOWLEDGE = "knowledge", _("knowledge institute")
    GOVERNMENT = "government", _("government")
    ASSOCIATION = "association", _("association")


class Commitment(models.TextChoices):
    WISHED = "wished", _("wished")
    APPROACHED = "approached", _("approached")
    COMMITTED = "committed", _("committed")
    DECLINED = "declined", _("declined")


@pghistory.track()
class Party(DomainModel):
    """An organisation or department that a pilot needs."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="parties", verbose_name=_("pilot"))
    name = LineField(_("party"))
    kind = models.CharField(_("kind"), max_length=12, choices=PartyKind)
    role = LineField(_("role"), blank=True)
    commitment = models.CharField(_("commitment"), max_length=12, choices=Commitment, default=Commitment.WISHED)

    class Meta(DomainModel.Meta):
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["pilot", "kind", "name"]
        constraints = [
            known_choice("kind", PartyKind),
            known_choice("commitment", Commitment),
            models.UniqueConstraint(
                "pilot",
                models.functions.Lower("name"),
                name="party_once_per_pilot",
                violation_error_message=_("This pilot already has this party."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("pilots:pilot-collaboration", args=[self.pilot.slug])
