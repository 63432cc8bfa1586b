"""A filter of the list of pilots that somebody uses more often."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField
from mvi.sql import answers

OF_PERSON = "SELECT name, query FROM pilots_savedfilter WHERE user_id = %s ORDER BY lower(name), id"


class SavedFilter(models.Model):
    """One person's own name for the address of a filtered list."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters", verbose_name=_("user")
    )
    name = LineField(_("name"), max_length=60)
    query = models.CharField(_("filter"), max_length=1000, editable=False)  # such as phase=tender&theme=3

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering = [models.functions.Lower("name"), "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                "user",
                models.functions.Lower("name"),
                name="saved_filter_once_per_person",
                violation_error_message=_("You already have a filter with this name."),
            ),
            models.CheckConstraint(name="saved_filter_filters_something", condition=~Q(query="")),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('pilots:pilot-list')}?{self.query}"

    @staticmethod
    def of(user):
        """The name and the filter of each that this person keeps."""
        return answers(OF_PERSON, [user.pk])
