"""The municipality that uses this installation."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField

from .domain import DomainModel


@pghistory.track()
class Organisation(DomainModel):
    """The one row that says whose site this is and which house style it wears."""

    name = LineField(_("name"), default="Gemeente")
    tooi_uri = models.URLField(
        _("TOOI identifier"), blank=True, help_text=_("From the register of government organisations.")
    )
    house_style = LineField(
        _("house style"), blank=True, help_text=_("Stylesheet with design tokens, as a path below static/.")
    )
    logo = LineField(_("logo"), blank=True, help_text=_("Picture, as a path below static/."))
    is_demo = models.BooleanField(
        _("demonstration"), default=False, editable=False, help_text=_("Set by load_demo: every page shows a banner.")
    )

    class Meta(DomainModel.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisation")
        constraints = [models.CheckConstraint(name="organisation_is_one_row", condition=Q(pk=1))]

    def __str__(self):
        return self.name

    @classmethod
    def current(cls):
        """The row, or its defaults before anybody filled it in."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
