"""Spreadsheets that somebody sent to be imported."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .domain import known_choice


class ImportStatus(models.TextChoices):
    SENT = "sent", _("sent, nothing changed yet")
    DONE = "done", _("imported")
    UNDONE = "undone", _("undone")


class SheetImport(models.Model):
    """One file on its way in: sent, looked at, imported, and perhaps undone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    noun = models.CharField(max_length=60)  # the model, such as pilots.pilot
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()  # emptied once it is imported
    rows = models.PositiveIntegerField(default=0)
    mapping = models.JSONField(default=dict)  # heading of the file → column of ours; kept for the next file
    report = models.JSONField(default=dict)  # what the dry run said, or what was done; empty before that
    status = models.CharField(max_length=10, choices=ImportStatus, default=ImportStatus.SENT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    history = models.UUIDField(null=True)  # the context under which the row history knows these changes

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-at"]
        default_permissions = ()
        indexes = [models.Index(fields=["by", "noun", "-at"], name="sheet_import_of_user")]
        constraints = [known_choice("status", ImportStatus)]

    def __str__(self):
        return self.file_name
