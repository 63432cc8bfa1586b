"""Progress reports (*voortgangsrapportage*): what a college or council reads over a period, and what it must decide."""

import pghistory
import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField
from mvi.models import DomainModel, DomainQuerySet, together
from mvi.rich_text import RichTextField

from .strategy import Strategy
from .theme import Theme

FINAL = _("This report is final: nothing in it changes any more. Make a new one for what came after.")


class ProgressReportQuerySet(DomainQuerySet):
    def concept(self):
        """Still being written: the figures are those of now."""
        return self.filter(finalised_at__isnull=True)

    def for_list(self):
        """All that a row of the list shows, the newest period first."""
        return self.select_related("strategy").order_by("-ends_on", "-pk")


@pghistory.track(exclude=["content"])
class ProgressReport(DomainModel):
    """How a strategy went in a period. Final, it keeps its figures, and the database refuses to change it."""

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="progress_reports", verbose_name=_("strategy"))
    title = LineField(_("title"), max_length=160)
    starts_on = models.DateField(_("period from"))
    ends_on = models.DateField(_("period until"))
    summary = RichTextField(
        _("in short"), blank=True, help_text=_("What somebody must know who reads only this: a few sentences.")
    )
    decisions = RichTextField(
        _("what needs a decision"), blank=True, help_text=_("What is asked of the college or the council, and by when.")
    )
    content = models.JSONField(_("figures and texts"), null=True, editable=False)
    finalised_at = models.DateTimeField(_("made final at"), null=True, editable=False)
    finalised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("made final by"),
    )

    objects = ProgressReportQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")
        ordering = ["-ends_on", "title"]
        triggers = [
            *DomainModel.Meta.triggers,
            pgtrigger.Protect(
                name="final_for_good",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__finalised_at__isnull=False),
            ),
        ]
        constraints = [
            together("finalised_at", "finalised_by", name="finalised_at_with_by"),
            models.CheckConstraint(
                name="progress_report_final_has_figures",
                condition=Q(finalised_at__isnull=True, content__isnull=True)
                | Q(finalised_at__isnull=False, content__isnull=False),
            ),
            models.CheckConstraint(
                name="progress_report_ends_after_start",
                condition=Q(ends_on__gt=F("starts_on")),
                violation_error_code="ends_on",
                violation_error_message=_("A period ends after it starts."),
            ),
            models.UniqueConstraint(
                "strategy",
                models.functions.Lower("title"),
                name="progress_report_title_once_per_strategy",
                violation_error_code="title",
                violation_error_message=_("This strategy already has a progress report with this title."),
            ),
        ]
        indexes = [models.Index(fields=["-ends_on", "-id"], name="progress_report_newest_first")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:progress", args=[self.pk])

    @property
    def is_final(self):
        return self.finalised_at is not None

    def clean(self):
        if self.is_final:
            raise ValidationError(FINAL)

    def themes_with_text(self):
        """The themes of the strategy, each with the text that was written on it, if any; in one query."""
        written = self.narratives.filter(theme=OuterRef("pk"))
        return self.strategy.themes.in_use().annotate(
            narrative_id=Subquery(written.values("pk")), text=Subquery(written.values("text"))
        )


@pghistory.track()
class ThemeNarrative(DomainModel):
    """What happened on one theme in the period of a report, in words."""

    report = models.ForeignKey(
        ProgressReport, models.CASCADE, related_name="narratives", verbose_name=_("progress report")
    )
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="narratives", verbose_name=_("theme"))
    text = RichTextField(
        _("what happened"), help_text=_("What was done, what came of it, and what did not go as it was meant to.")
    )

    class Meta(DomainModel.Meta):
        verbose_name = _("text on a theme")
        verbose_name_plural = _("texts on themes")
        ordering = ["report", "theme__position", "theme__name"]
        triggers = [
            *DomainModel.Meta.triggers,
            pgtrigger.Trigger(
                name="final_for_good",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func="""
                    IF EXISTS (
                        SELECT FROM strategy_progressreport
                        WHERE id IN (OLD.report_id, NEW.report_id) AND finalised_at IS NOT NULL
                    ) THEN
                        RAISE EXCEPTION 'A final progress report never changes';
                    END IF;
                    RETURN COALESCE(NEW, OLD);
                """,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "theme"],
                name="theme_narrative_once",
                violation_error_message=_("This report already has a text on this theme."),
            )
        ]

    def __str__(self):
        return f"{self.report} · {self.theme}"

    def get_absolute_url(self):
        return self.report.get_absolute_url()

    def clean(self):
        if self.report_id and self.report.is_final:
            raise ValidationError(FINAL)
        if self.report_id and self.theme_id and self.report.strategy_id != self.theme.strategy_id:
            raise ValidationError({"theme": _("This theme is of another strategy.")})
