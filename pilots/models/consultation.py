"""What the market said before the tender, and what was done with it."""

import pghistory
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import DomainModel, known_choice

from .pilot import Pilot


class ConsultationKind(models.TextChoices):
    WRITTEN = "written", _("in writing")
    MEETING = "meeting", _("meeting with several parties")
    TALK = "talk", _("talk with one party")


@pghistory.track()
class Consultation(DomainModel):
    """One talk with the market: what one party heard, all can be given."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="consultations", verbose_name=_("pilot"))
    on = models.DateField(_("date"))
    kind = models.CharField(_("how"), max_length=10, choices=ConsultationKind, default=ConsultationKind.TALK)
    subject = LineField(_("subject"))
    parties = LineField(
        _("with whom"),
        max_length=500,
        help_text=_("Names with a comma between them; what is given to all leaves them out."),
    )
    tenderned_number = models.CharField(
        _("TenderNed number"),
        max_length=12,
        blank=True,
        validators=[RegexValidator(r"^\d+$", _("A TenderNed number has digits only."))],
        help_text=_("Of the announcement, when the consultation was published there."),
    )
    questions = ProseField(_("what was asked"))
    answers = ProseField(_("what was answered"), blank=True)
    effect = ProseField(_("effect on the request"), blank=True)
    shared_on = models.DateField(
        _("given to all on"), null=True, blank=True, help_text=_("When everybody could read what was said here.")
    )

    class Meta(DomainModel.Meta):
        verbose_name = _("market consultation")
        verbose_name_plural = _("market consultations")
        ordering = ["pilot", "on", "pk"]
        constraints = [
            known_choice("kind", ConsultationKind),
            models.UniqueConstraint(
                "pilot",
                "on",
                models.functions.Lower("subject"),
                name="consultation_once_a_day",
                violation_error_message=_("This pilot already has this consultation on this day."),
            ),
            models.CheckConstraint(
                name="consultation_tenderned_number_is_digits", condition=models.Q(tenderned_number__regex=r"^\d*$")
            ),
            models.CheckConstraint(
                name="consultation_shared_after_it_was_held",
                condition=models.Q(shared_on__isnull=True) | models.Q(shared_on__gte=models.F("on")),
                violation_error_message=_("It cannot be given to all before it was held."),
            ),
        ]

    def __str__(self):
        return self.subject

    def get_absolute_url(self):
        return reverse("pilots:pilot-consultations", args=[self.pilot.slug])
