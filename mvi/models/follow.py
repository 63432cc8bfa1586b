"""What somebody follows, and how they want to hear of it. What happened itself stands in the audit trail."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .audit import AuditEvent


class FollowQuerySet(models.QuerySet):
    def wanted(self, person, model):
        """Numbers of the rows of this kind that a person follows by choice."""
        return self.filter(by=person, kind=model._meta.label_lower, is_wanted=True).values("row")

    def unwanted(self, person, model):
        """Numbers of the rows of which this person wants to hear nothing, also when they are theirs."""
        return self.filter(by=person, kind=model._meta.label_lower, is_wanted=False).values("row")


class Follow(models.Model):
    """One person follows one row, or does not want to although the row is theirs; no noun of the town hall.

    The row is named as in the audit trail, so that what was removed is still known.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="follows")
    kind = models.CharField(max_length=60)  # "pilots.pilot"
    row = models.PositiveBigIntegerField()
    is_wanted = models.BooleanField(default=True)

    objects = FollowQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["by", "kind", "row"], name="follow_once")]

    def __str__(self):
        return f"{self.kind} {self.row}"


class MailChoice(models.TextChoices):
    DAILY = "daily", _("at most one mail a day")
    NEVER = "never", _("no mail")


def two_weeks_ago():
    """Before somebody first marked anything as read, older news is no news."""
    return timezone.now() - dt.timedelta(days=14)


class NewsChoice(models.Model):
    """How one person wants to hear of things, and up to when everything was read and mailed."""

    of = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="news_choice")
    mail = models.CharField(_("mail"), max_length=10, choices=MailChoice, default=MailChoice.DAILY)
    without = models.JSONField(default=list, blank=True)  # kinds of which this person wants no news
    read_until = models.DateTimeField(default=two_weeks_ago)
    mailed_until = models.DateTimeField(default=two_weeks_ago)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(name="newschoice_mail_is_known", condition=models.Q(mail__in=MailChoice.values))
        ]

    def __str__(self):
        return f"{self.of}: {self.get_mail_display()}"

    @classmethod
    def for_person(cls, person):
        """What this person chose; what holds for everybody as long as they chose nothing."""
        return cls.objects.filter(of=person).first() or cls(of=person)


class NewsRead(models.Model):
    """One line of news that a person marked as read by itself."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    event = models.ForeignKey(AuditEvent, models.CASCADE, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["by", "event"], name="news_read_once")]

    def __str__(self):
        return str(self.event)
