"""Work that takes longer than somebody wants to wait for a page."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .domain import known_choice


class JobStatus(models.TextChoices):
    WAITING = "waiting", _("waits its turn")
    RUNNING = "running", _("being done")
    DONE = "done", _("ready")
    FAILED = "failed", _("did not work out")
    STOPPED = "stopped", _("stopped")


UNFINISHED = [JobStatus.WAITING, JobStatus.RUNNING]


class JobQuerySet(models.QuerySet):
    def kept(self):
        """Of the last week; what is older is as good as gone."""
        return self.filter(asked_at__gt=timezone.now() - Job.KEPT)

    def of(self, user):
        """What this person asked for, newest first; without the files themselves."""
        return self.kept().filter(by=user).defer("file").order_by("-asked_at")


class Job(models.Model):
    """Something done in the background for one person, who alone sees it and gets what comes of it."""

    KEPT = dt.timedelta(days=7)
    PATIENCE = dt.timedelta(seconds=30)  # after so long a wait the page says whom to ask
    ATTEMPTS = 3  # a job that ends its process so many times is not tried again

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    title = models.CharField(_("title"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    language = models.CharField(max_length=10)  # in which it was asked, so in which it is made
    task = models.UUIDField(null=True)  # of the queue
    status = models.CharField(_("status"), max_length=10, choices=JobStatus, default=JobStatus.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)  # rows, of `total`
    total = models.PositiveIntegerField(default=0)
    stop_asked = models.BooleanField(default=False)
    message = models.TextField(blank=True)  # what went wrong or what was done, for people
    address = models.CharField(max_length=500, blank=True)  # the page that shows what came of it
    file = models.BinaryField(null=True)
    file_name = models.CharField(max_length=200, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished at"), null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("background job")
        verbose_name_plural = _("background jobs")
        ordering = ["-asked_at"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["by", "-asked_at"], name="job_of_user"),
            models.Index(fields=["asked_at"], name="job_by_age"),
            models.Index(fields=["status"], condition=Q(status="running"), name="job_running"),
        ]
        constraints = [
            known_choice("status", JobStatus),
            models.CheckConstraint(
                name="job_finished_has_moment",
                condition=Q(finished_at__isnull=True, status__in=UNFINISHED)
                | (Q(finished_at__isnull=False) & ~Q(status__in=UNFINISHED)),
            ),
            models.CheckConstraint(name="job_done_of_total", condition=Q(done__lte=F("total"))),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("jobs:job", args=[self.pk])

    @property
    def is_finished(self):
        return self.status not in UNFINISHED

    @property
    def waits_long(self):
        """Whether nobody seems to take it up: then no background process may be running."""
        return self.status == JobStatus.WAITING and timezone.now() - self.asked_at > self.PATIENCE

    @property
    def gone_at(self):
        """When its file is thrown away."""
        return self.asked_at + self.KEPT
