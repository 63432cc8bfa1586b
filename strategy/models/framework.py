"""Frameworks: the lists of others by which a theme of ours is known outside the town hall, each with its dates."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField
from mvi.models import DomainModel, DomainQuerySet, known_choice

from .strategy import Strategy
from .theme import Theme


class FrameworkKind(models.TextChoices):
    """Whose list it is; of each there are versions over the years."""

    MANIFEST = "manifest", _("Manifest MVOI")
    PIANOO = "pianoo", _("PIANOo")
    ENVIRONMENTAL = "bt-774", _("eForms BT-774, environmental impact")
    SOCIAL = "bt-775", _("eForms BT-775, social objective")
    INNOVATION = "bt-776", _("eForms BT-776, innovation")
    OCDS = "ocds", _("OCDS sustainability goals")
    SDG = "sdg", _("sustainable development goals")


class FrameworkQuerySet(DomainQuerySet):
    """Versions of the lists."""

    def in_force(self, day):
        """Of each list the version that counts on a day: the last that began, also when it ended since."""
        return self.filter(starts_on__lte=day).order_by("kind", "-starts_on").distinct("kind")

    def manifest_of(self, strategy: Strategy):
        """The Manifest against which the action plan of a strategy is held, or None when there is none."""
        return self.in_force(strategy.ends_on).filter(kind=FrameworkKind.MANIFEST).first()


@pghistory.track()
class Framework(DomainModel):
    """A list of themes that somebody else keeps, such as the Manifest MVOI 2022–2025."""

    kind = models.CharField(_("list"), max_length=10, choices=FrameworkKind)
    name = LineField(_("name"), unique=True)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    source = LineField(_("source"))

    objects = FrameworkQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("framework")
        verbose_name_plural = _("frameworks")
        ordering = ["kind", "-starts_on"]
        constraints = [
            known_choice("kind", FrameworkKind),
            models.UniqueConstraint(fields=["kind", "starts_on"], name="framework_one_version_from_a_day"),
            models.CheckConstraint(
                name="framework_ends_after_start",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")),
                violation_error_message=_("A framework cannot end before it starts."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('strategy:framework-list')}#framework-{self.pk}"

    @property
    def rank(self):
        """The place of its list among the lists."""
        return FrameworkKind.values.index(self.kind)

    @property
    def has_ended(self):
        return self.ends_on is not None and self.ends_on < timezone.localdate()


@pghistory.track()
class FrameworkTheme(DomainModel):
    """One theme of a framework, with the code by which machines know it."""

    framework = models.ForeignKey(Framework, models.PROTECT, related_name="themes", verbose_name=_("framework"))
    code = LineField(_("code"), max_length=80)
    name = LineField(_("name"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta(DomainModel.Meta):
        verbose_name = _("theme of a framework")
        verbose_name_plural = _("themes of frameworks")
        ordering = ["framework__kind", "-framework__starts_on", "position", "code"]
        constraints = [models.UniqueConstraint(fields=["framework", "code"], name="framework_theme_code_once")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return self.framework.get_absolute_url()


class ThemeMappingQuerySet(DomainQuerySet):
    def by_framework(self):
        """In the order of the frameworks, each with its own."""
        return self.select_related("framework_theme__framework").order_by(
            "framework_theme__framework__kind",
            "-framework_theme__framework__starts_on",
            "framework_theme__position",
        )


@pghistory.track()
class ThemeMapping(DomainModel):
    """That a theme of ours is, or is part of, a theme of a framework."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="theme_mappings", verbose_name=_("theme"))
    framework_theme = models.ForeignKey(
        FrameworkTheme, models.PROTECT, related_name="theme_mappings", verbose_name=_("theme of a framework")
    )

    objects = ThemeMappingQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("theme in a framework")
        verbose_name_plural = _("themes in frameworks")
        ordering = ["theme__position", "theme__name", "framework_theme__framework__kind", "framework_theme__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "framework_theme"],
                name="theme_mapping_once",
                violation_error_message=_("This theme is mapped to this already."),
            )
        ]

    def __str__(self):
        return f"{self.theme} · {self.framework_theme}"

    def get_absolute_url(self):
        return self.theme.get_absolute_url()
