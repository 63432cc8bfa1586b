"""What somebody was typing, kept so that a closed laptop loses nothing."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.forms import FileField, PasswordInput
from django.http import QueryDict
from django.utils import timezone

KEPT = dt.timedelta(days=30)


class DraftQuerySet(models.QuerySet):
    def fresh(self):
        return self.filter(at__gt=timezone.now() - KEPT)

    def stale(self):
        return self.filter(at__lte=timezone.now() - KEPT)


class Draft(models.Model):
    """A form that is being filled in by one person; no noun of the town hall, so without history or audit trail."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    address = models.CharField(max_length=500)  # to which the form is sent, with what is asked of it
    fields = models.JSONField()  # the name of each input → its values
    at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["by", "address"], name="draft_once_per_form")]

    def __str__(self):
        return self.address

    @property
    def version(self):
        """The version of the row when the typing began: so that whoever saved meanwhile is not overwritten unseen."""
        return self.fields.get("version", [""])[0]

    def put_into(self, form):
        """Fill the form with what was typed; nothing is checked before it is sent."""
        data = QueryDict(mutable=True)
        for name, values in self.fields.items():
            data.setlist(name, values)
        for name, field in form.fields.items():
            if not field.disabled and not isinstance(field, FileField) and not isinstance(field.widget, PasswordInput):
                form.initial[name] = field.widget.value_from_datadict(data, {}, form.add_prefix(name))
