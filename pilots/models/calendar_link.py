"""The secret address of a calendar."""

import hashlib

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .pilot import Pilot


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class CalendarLink(models.Model):
    """Lets a calendar program read the milestones of one person, or of one pilot, without logging in.

    Only the digest of the secret is kept, so that whoever reads the database cannot read the calendar.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_links", verbose_name=_("user")
    )
    pilot = models.ForeignKey(
        Pilot, models.CASCADE, null=True, blank=True, related_name="calendar_links", verbose_name=_("pilot")
    )
    digest = models.CharField(_("digest"), max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("calendar link")
        verbose_name_plural = _("calendar links")
        ordering = ["user", "pilot"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["user", "pilot"], name="calendar_link_once_per_person", nulls_distinct=False
            ),
        ]

    def __str__(self):
        what = self.pilot or _("own milestones")
        return f"{self.user}: {what}"
