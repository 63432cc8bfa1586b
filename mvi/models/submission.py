"""Which forms were already saved."""

import uuid

from django.conf import settings
from django.db import models


class Submission(models.Model):
    """A form that was sent, known by the token in its page, so that sending it twice saves once."""

    token = models.UUIDField(primary_key=True, default=uuid.uuid4)
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    result_url = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return str(self.token)
