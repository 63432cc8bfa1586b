"""Core values: how people want to work, in words that can be seen in practice."""

import pghistory
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField
from mvi.models import ArchivableModel, ArchivableQuerySet
from mvi.rich_text import RichTextField

from .strategy import Strategy


class CoreValueQuerySet(ArchivableQuerySet):
    def for_list(self):
        """All that a row of the list shows."""
        return self.select_related("strategy")


@pghistory.track()
class CoreValue(ArchivableModel):
    """A value harvested from stories, such as “verbinden”."""

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="core_values", verbose_name=_("strategy"))
    name = LineField(_("name"), max_length=80)
    meaning = RichTextField(_("meaning"), blank=True, help_text=_("What do we mean by it?"))
    behaviour = RichTextField(
        _("what do we see then?"), blank=True, help_text=_("What somebody does or says when this value is alive.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = CoreValueQuerySet.as_manager()

    class Meta(ArchivableModel.Meta):
        verbose_name = _("core value")
        verbose_name_plural = _("core values")
        ordering = ["position", "name"]
        constraints = [
            *ArchivableModel.Meta.constraints,
            models.UniqueConstraint(
                "strategy",
                models.functions.Lower("name"),
                name="core_value_name_once_per_strategy",
                violation_error_code="name",
                violation_error_message=_("This strategy already has a core value with this name."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("strategy:core-value-detail", args=[self.pk])

    def address_in_text(self):
        """The permanent link of its block in the reading view."""
        return self.strategy.address_in_text(self.place_in_text)

    @property
    def place_in_text(self):
        return f"core-value-{self.pk}"
