"""How a pilot ties to the strategy: with which level, shown how, for which goal."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from mvi.fields import ProseField
from mvi.models import DomainModel, DomainQuerySet, Level, SortKey, known_choice, track_many
from mvi.sql import rows
from strategy.models import CoreValue, Goal, Theme

from .pilot import Pilot

THEMES = """
    "pilots_pilottheme" AS link JOIN "strategy_theme" AS theme ON theme.id = link.theme_id
    WHERE link.pilot_id = %s ORDER BY theme.position, theme.name
"""
CORE_VALUES = """
    "pilots_pilotcorevalue" AS link JOIN "strategy_corevalue" AS value ON value.id = link.core_value_id
    WHERE link.pilot_id = %s ORDER BY value.position, value.name
"""
GOALS = """
    "pilots_pilotgoal" AS link
    JOIN "strategy_goal" AS goal ON goal.id = link.goal_id
    JOIN "strategy_theme" AS theme ON theme.id = goal.theme_id
    WHERE link.pilot_id = %s ORDER BY goal.position, goal.statement
"""


class PilotThemeQuerySet(DomainQuerySet):
    def below_strategy(self):
        """Themes on which a pilot in use stays below the level that the strategy asks."""
        return (
            self.filter(level__lt=models.F("theme__level"), pilot__archived_at=None)
            .select_related("pilot", "theme")
            .order_by("theme__position", "theme__name", SortKey("pilot__name"))
        )


@track_many()
class PilotTheme(DomainModel):
    """A theme in a pilot, at a level; going below the theme's own level needs a reason (*pas toe of leg uit*)."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="pilot_themes", verbose_name=_("pilot"))
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="pilot_themes", verbose_name=_("theme"))
    level = models.PositiveSmallIntegerField(_("level"), choices=Level)
    reason = ProseField(_("reason for a lower level"), blank=True)

    objects = PilotThemeQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("theme of a pilot")
        verbose_name_plural = _("themes of pilots")
        ordering = ["theme__position", "theme__name"]
        constraints = [
            known_choice("level", Level),
            models.UniqueConstraint(
                fields=["pilot", "theme"],
                name="pilot_theme_once",
                violation_error_message=_("This pilot already has this theme."),
            ),
        ]

    def __str__(self):
        return f"{self.theme} · {self.get_level_display()}"

    def get_absolute_url(self):
        return self.pilot.get_absolute_url()

    def clean(self):
        if self.theme_id and self.level and not self.is_explained:
            raise ValidationError(
                {
                    "reason": _("The strategy asks level %(level)s here. Say why this pilot stays below it.")
                    % {"level": self.theme.get_level_display()}
                }
            )

    @classmethod
    def of(cls, pilot):
        """Those of a pilot, with their theme."""
        found = rows(THEMES, [pilot.pk], link=cls, theme=Theme)
        for link, theme in found:
            link.pilot, link.theme = pilot, theme
        return [link for link, _theme in found]

    @property
    def is_explained(self):
        """At the level of the strategy, above it, or below it with a reason."""
        return self.level >= self.theme.level or bool(self.reason.strip())


@track_many()
class PilotCoreValue(DomainModel):
    """A core value in a pilot: how it shows here."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="pilot_core_values", verbose_name=_("pilot"))
    core_value = models.ForeignKey(
        CoreValue, models.PROTECT, related_name="pilot_core_values", verbose_name=_("core value")
    )
    how = ProseField(_("how it shows here"), blank=True)

    class Meta(DomainModel.Meta):
        verbose_name = _("core value of a pilot")
        verbose_name_plural = _("core values of pilots")
        ordering = ["core_value__position", "core_value__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["pilot", "core_value"],
                name="pilot_core_value_once",
                violation_error_message=_("This pilot already has this core value."),
            )
        ]

    def __str__(self):
        return str(self.core_value)

    def get_absolute_url(self):
        return self.pilot.get_absolute_url()

    @classmethod
    def of(cls, pilot):
        """Those of a pilot, with their core value."""
        found = rows(CORE_VALUES, [pilot.pk], link=cls, value=CoreValue)
        for link, value in found:
            link.pilot, link.core_value = pilot, value
        return [link for link, _value in found]


@track_many()
class PilotGoal(DomainModel):
    """A goal that a pilot helps to reach."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="pilot_goals", verbose_name=_("pilot"))
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="pilot_goals", verbose_name=_("goal"))

    class Meta(DomainModel.Meta):
        verbose_name = _("goal of a pilot")
        verbose_name_plural = _("goals of pilots")
        ordering = ["goal__position", "goal__statement"]
        constraints = [
            models.UniqueConstraint(
                fields=["pilot", "goal"],
                name="pilot_goal_once",
                violation_error_message=_("This pilot already has this goal."),
            )
        ]

    def __str__(self):
        return str(self.goal)

    def get_absolute_url(self):
        return self.pilot.get_absolute_url()

    @classmethod
    def of(cls, pilot):
        """Those of a pilot, with their goal and its theme."""
        found = rows(GOALS, [pilot.pk], link=cls, goal=Goal, theme=Theme)
        for link, goal, theme in found:
            link.pilot, link.goal, goal.theme = pilot, goal, theme
        return [link for link, _goal, _theme in found]
