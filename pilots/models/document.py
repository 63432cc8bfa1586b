"""Documents of a pilot: a file that is kept here, or a link to where it is kept."""

import pghistory
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, LinkField, ProseField
from mvi.models import DomainModel, known_choice

from .pilot import Pilot


class DocumentKind(models.TextChoices):
    DECISION = "decision", _("decision")
    TENDER = "tender", _("tender document")
    CONTRACT = "contract", _("contract")
    REPORT = "report", _("report")
    EVIDENCE = "evidence", _("evidence")
    OTHER = "other", _("other")


FILE_OR_LINK = _("Send a file or give a link: one of the two.")


@pghistory.track()
class Document(DomainModel):
    """Something to read about a pilot; a file is never changed, only removed and sent again."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="documents", verbose_name=_("pilot"))
    title = LineField(_("title"))
    kind = models.CharField(_("kind"), max_length=10, choices=DocumentKind, default=DocumentKind.OTHER)
    description = ProseField(_("description"), blank=True)
    link = LinkField(
        _("link"), max_length=500, blank=True, help_text=_("Where it is kept, starting with https; or send a file.")
    )
    file_name = LineField(_("name of the file"), max_length=200, blank=True, editable=False)
    content_type = LineField(_("kind of file"), max_length=100, blank=True, editable=False)
    size = models.PositiveIntegerField(_("size in bytes"), null=True, blank=True, editable=False)
    added_at = models.DateTimeField(_("added at"), default=timezone.now, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("added by"),
    )

    class Meta(DomainModel.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["pilot", "-added_at", "-pk"]
        constraints = [
            known_choice("kind", DocumentKind),
            models.UniqueConstraint(
                "pilot",
                models.functions.Lower("title"),
                name="document_once_per_pilot",
                violation_error_message=_("This pilot already has a document with this title."),
            ),
            models.CheckConstraint(
                name="document_file_has_name_kind_and_size",
                condition=Q(file_name="", content_type="", size=None)
                | ~Q(file_name="") & ~Q(content_type="") & Q(size__isnull=False),
            ),
            models.CheckConstraint(name="document_not_both", condition=Q(link="") | Q(file_name="")),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        """What the constraint says, beside the field. A list that came in from a spreadsheet can have neither."""
        if self.link and self.file_name:
            raise ValidationError({"link": FILE_OR_LINK})

    def get_absolute_url(self):
        return reverse("pilots:pilot-documents", args=[self.pilot.slug])


class DocumentFile(models.Model):
    """What is in the file: in the database, so outside every web root and inside every backup."""

    document = models.OneToOneField(Document, models.CASCADE, primary_key=True, related_name="file")
    content = models.BinaryField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.document)
