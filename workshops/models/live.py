"""What a session needs only while it goes on."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .session import Session


class RoomQuerySet(models.QuerySet):
    def count_change(self):
        """For what the database cannot count itself: an answer that does not know its session."""
        return self.update(revision=models.F("revision") + 1)


class Room(models.Model):
    """The counters of a session; the database raises them itself (revision.py) and makes one for each session."""

    session = models.OneToOneField(Session, models.CASCADE, primary_key=True, related_name="room")
    revision = models.PositiveBigIntegerField(default=1)
    phone_revision = models.PositiveBigIntegerField(default=1)

    objects = RoomQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.session_id}: {self.revision}"


class BoardChange(models.Model):
    """How a part of the board was before a change, so that the change can be undone; gone when the session closes."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="board_changes")
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    verb = models.CharField(max_length=20)
    before = models.JSONField()

    class Meta:
        default_permissions = ()
        ordering = ["session", "pk"]

    def __str__(self):
        return f"{self.session_id}: {self.verb}"
