"""Mail that was sent to people, and the links in it that work once."""

import datetime as dt

from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models import Func
from django.db.models.lookups import Exact
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField

from .action import Action
from .goal import Goal
from .indicator import Indicator
from .theme import Theme

TARGETS = ("theme", "goal", "action", "indicator")
SALT = "strategy.mailed-link"
VALID_DAYS = 30


class MailQuerySet(models.QuerySet):
    def telling(self, key):
        """Those that told this; a reminder has the key."""
        return self.filter(reasons__contains=[key])


class Mail(models.Model):
    """One mail to one person; the database allows one a day."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="mails", verbose_name=_("to"))
    on = models.DateField(_("date"), default=timezone.localdate)
    subject = LineField(_("subject"))
    reasons = models.JSONField(_("reasons"), default=list)
    body = models.TextField(_("text"), blank=True, help_text=_("Kept in a demonstration only: its links are secrets."))

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-on", "-pk"]
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["to", "on"], name="mail_once_a_day_per_person")]

    def __str__(self):
        return self.subject


class MailedLink(models.Model):
    """A question to one person that can be answered once, without logging in."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("to"))
    theme = models.ForeignKey(Theme, models.CASCADE, null=True, related_name="+")
    goal = models.ForeignKey(Goal, models.CASCADE, null=True, related_name="+")
    action = models.ForeignKey(Action, models.CASCADE, null=True, related_name="+")
    indicator = models.ForeignKey(Indicator, models.CASCADE, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="mailed_link_is_about_one_thing",
                condition=Exact(Func(*TARGETS, function="num_nonnulls", output_field=models.IntegerField()), 1),
            )
        ]

    def __str__(self):
        return f"{self.to}: {self.target}"

    def get_absolute_url(self):
        return reverse("strategy:mailed-link", args=[signing.dumps(self.pk, salt=SALT)])

    @property
    def target(self):
        return next(row for name in TARGETS if (row := getattr(self, name)) is not None)

    @classmethod
    def from_signed(cls, signed):
        """The link, or None when it was not signed here or is too old."""
        try:
            pk = signing.loads(signed, salt=SALT, max_age=dt.timedelta(days=VALID_DAYS))
        except signing.BadSignature:
            return None
        return cls.objects.filter(pk=pk, to__is_active=True).first()
