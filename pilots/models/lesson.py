"""What was learned, and what of it became the usual way of buying."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, PastDateField, ProseField
from mvi.models import DomainModel, DomainQuerySet
from strategy.models import Theme

from .links import PilotTheme
from .pilot import Pilot
from .tags import Tagged, TagsField, tags_in


class LessonQuerySet(Tagged, DomainQuerySet):
    def for_list(self):
        """All that a page of lessons of many pilots shows, in a fixed number of queries; the newest first."""
        return (
            self.select_related("pilot", "theme")
            .prefetch_related("pilot__pilot_themes__theme", "standards__owner")
            .order_by(F("learned_on").desc(nulls_last=True), "-pk")
        )

    def about(self, themes):
        """Lessons of these themes: their own, or else one of the pilot that taught them."""
        taught = PilotTheme.objects.filter(theme__in=themes).values("pilot")
        return self.filter(Q(theme__in=themes) | Q(theme=None, pilot__in=taught))


@pghistory.track()
class Lesson(DomainModel):
    """What the next buyer should know."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, related_name="lessons", verbose_name=_("pilot"))
    title = LineField(_("lesson"))
    text = ProseField(_("explanation"), blank=True)
    learned_on = models.DateField(_("learned on"), null=True, blank=True)
    theme = models.ForeignKey(
        Theme,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="lessons",
        verbose_name=_("theme"),
        help_text=_("Left open, it counts for all themes of the pilot."),
    )
    tags = TagsField(_("tags"))

    objects = LessonQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        ordering = ["pilot", "title"]
        indexes = [models.Index(F("learned_on").desc(nulls_last=True), F("id").desc(), name="lesson_newest_first")]
        constraints = [
            models.UniqueConstraint(
                "pilot",
                models.functions.Lower("title"),
                name="lesson_once_per_pilot",
                violation_error_message=_("This pilot already has this lesson."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("pilots:pilot-lessons", args=[self.pilot.slug])

    @property
    def separate_tags(self):
        return tags_in(self.tags)

    @property
    def themes(self):
        """Its own theme, or those of its pilot."""
        return [self.theme] if self.theme else [link.theme for link in self.pilot.pilot_themes.all()]


class StandardQuerySet(DomainQuerySet):
    def for_list(self):
        """What is not yet how we buy first, by when it should be."""
        return self.select_related("lesson__pilot", "owner").order_by(
            F("done_on").asc(nulls_first=True), "due_on", "pk"
        )

    def about(self, themes):
        return self.filter(lesson__in=Lesson.objects.about(themes))

    def offered_to(self, pilot):
        """What other pilots taught on the themes of this one."""
        return self.about(pilot.pilot_themes.values("theme")).exclude(lesson__pilot=pilot)


@pghistory.track()
class Standard(DomainModel):
    """A lesson that changes regular purchasing (*borging*): what changes, who sees to it, and when."""

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="standards", verbose_name=_("lesson"))
    change = LineField(_("what changes in regular purchasing"), max_length=300)
    explanation = ProseField(_("explanation"), blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="purchasing_standards", verbose_name=_("who sees to it")
    )
    due_on = models.DateField(_("in use from"))
    done_on = PastDateField(_("done on"), null=True, blank=True)

    objects = StandardQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("standard")
        verbose_name_plural = _("standards")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                "lesson",
                models.functions.Lower("change"),
                name="standard_once_per_lesson",
                violation_error_message=_("This lesson already has this standard."),
            )
        ]

    def __str__(self):
        return self.change

    @property
    def pilot(self):
        return self.lesson.pilot

    def get_absolute_url(self):
        return self.lesson.get_absolute_url()

    @property
    def is_late(self):
        return self.done_on is None and self.due_on < timezone.localdate()
