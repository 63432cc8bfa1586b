"""Themes: the subjects on which the municipality wants to make a difference."""

import pghistory
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField
from mvi.models import ArchivableModel, ArchivableQuerySet, Level, known_choice
from mvi.rich_text import RichTextField

from .ownership import OwnedModel, OwnedQuerySet
from .strategy import Strategy


class ThemeColour(models.IntegerChoices):
    """One accent per theme, the same on every page and chart; static/css/tokens.css holds the colours."""

    GREEN = 1, _("green")
    ORANGE = 2, _("orange")
    PURPLE = 3, _("purple")
    BLUE = 4, _("blue")
    RED = 5, _("red")
    TEAL = 6, _("teal")
    BROWN = 7, _("brown")
    GREY = 8, _("grey")


class ThemeQuerySet(OwnedQuerySet, ArchivableQuerySet):
    def for_list(self):
        """All that a row of the list shows."""
        in_use = Count("goals", filter=Q(goals__archived_at__isnull=True), distinct=True)
        return (
            self.select_related("strategy", "owner")
            .annotate(number_of_goals=in_use)
            .order_by(*self.model._meta.ordering)
        )


@pghistory.track()
class Theme(OwnedModel, ArchivableModel):
    """A subject of the strategy, such as “Circulair”, with its ambition and its owner."""

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="themes", verbose_name=_("strategy"))
    name = LineField(_("name"), max_length=80)
    colour = models.PositiveSmallIntegerField(_("colour"), choices=ThemeColour, default=ThemeColour.GREEN)
    ambition = RichTextField(_("ambition"), blank=True)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level, default=Level.BASIC)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    framework_themes = models.ManyToManyField(
        "FrameworkTheme",
        through="ThemeMapping",
        related_name="strategy_themes",
        blank=True,
        verbose_name=_("in frameworks"),
    )

    objects = ThemeQuerySet.as_manager()

    class Meta(ArchivableModel.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["position", "name"]
        triggers = [*ArchivableModel.Meta.triggers, *OwnedModel.Meta.triggers]
        constraints = [
            *ArchivableModel.Meta.constraints,
            *OwnedModel.Meta.constraints,
            known_choice("colour", ThemeColour),
            known_choice("level", Level),
            models.UniqueConstraint(
                "strategy",
                models.functions.Lower("name"),
                name="theme_name_once_per_strategy",
                violation_error_code="name",
                violation_error_message=_("This strategy already has a theme with this name."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("strategy:theme-detail", args=[self.pk])

    def address_in_text(self):
        """The permanent link of its block in the reading view."""
        return self.strategy.address_in_text(self.place_in_text)

    @property
    def place_in_text(self):
        return f"theme-{self.pk}"
