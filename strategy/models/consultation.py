"""Consultation: a period in which people say what they think of a strategy, and the answer that each of them gets."""

import pghistory
import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mvi.fields import ProseField
from mvi.models import DomainModel, DomainQuerySet, User, together
from mvi.rich_text import RichTextField

from .core_value import CoreValue
from .goal import Goal
from .strategy import Strategy
from .theme import Theme


class ConsultationRoundQuerySet(DomainQuerySet):
    def unclosed(self):
        """Still to come, running, or waiting for the last answers."""
        return self.filter(closed_at__isnull=True)

    def open_on(self, day):
        """Those in which remarks can be made."""
        return self.unclosed().filter(starts_on__lte=day, ends_on__gte=day)

    def asking(self, person: User):
        """Those that ask this person: by name, or because they ask everybody."""
        invited = Invitation.objects.filter(consultation=OuterRef("pk"))
        return self.filter(~Exists(invited) | Exists(invited.filter(person=person)))

    def inviting(self, person: User):
        """Those that ask this person by name."""
        return self.filter(invitations__person=person)

    def for_list(self):
        """All that a row of the list shows, the newest first."""
        answered = Count("remarks", filter=~Q(remarks__outcome=""))
        counted = self.annotate(number_of_remarks=Count("remarks"), number_answered=answered)
        return counted.select_related("strategy").order_by("-starts_on", "-pk")


@pghistory.track()
class ConsultationRound(DomainModel):
    """A consultation on a strategy: from when until when, and of whom something is asked.

    While one is not closed, a draft says that it is in consultation; the database sees to that.
    """

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="consultations", verbose_name=_("strategy"))
    starts_on = models.DateField(_("open from"), default=timezone.localdate)
    ends_on = models.DateField(_("open until"), help_text=_("The last day on which remarks can be made."))
    question = RichTextField(
        _("what we ask"),
        blank=True,
        help_text=_("On what do you want to hear others most? It stands above the remarks."),
    )
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        through="Invitation",
        related_name="+",
        blank=True,
        verbose_name=_("for whom"),
        help_text=_("Choose nobody, and everybody who may make remarks can react."),
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("closed by"),
    )

    objects = ConsultationRoundQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering = ["-starts_on", "strategy"]
        triggers = [
            *DomainModel.Meta.triggers,
            pgtrigger.Trigger(
                name="tell_strategy",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("closed_at"),
                # Whoever opens or closes it, a page, the administration, an import or SQL: a text that was not adopted
                # is in consultation until that is closed, and then a draft again.
                func="""
                    IF NEW.closed_at IS NULL THEN
                        UPDATE strategy_strategy SET status = 'consultation'
                        WHERE id = NEW.strategy_id AND status = 'draft';
                    ELSIF TG_OP = 'UPDATE' AND OLD.closed_at IS NULL THEN
                        UPDATE strategy_strategy SET status = 'draft'
                        WHERE id = NEW.strategy_id AND status = 'consultation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]
        constraints = [
            together("closed_at", "closed_by", name="closed_at_with_by"),
            models.CheckConstraint(
                name="consultation_ends_after_start",
                condition=Q(ends_on__gt=F("starts_on")),
                violation_error_code="ends_on",
                violation_error_message=_("A period ends after it starts."),
            ),
            models.UniqueConstraint(
                fields=["strategy"],
                condition=Q(closed_at__isnull=True),
                name="consultation_one_open_per_strategy",
                violation_error_code="strategy",
                violation_error_message=_("This strategy is in consultation already. Close that first."),
            ),
            models.UniqueConstraint(
                fields=["strategy", "starts_on"],
                name="consultation_one_a_day",
                violation_error_code="starts_on",
                violation_error_message=_("A consultation on this strategy started on this day already."),
            ),
        ]

    def __str__(self):
        day = date_format(self.starts_on, "j F Y")
        return gettext("%(strategy)s: consultation of %(day)s") % {"strategy": self.strategy, "day": day}

    def get_absolute_url(self):
        return reverse("strategy:consultation-detail", args=[self.pk])

    @property
    def is_closed(self):
        return self.closed_at is not None

    @property
    def last_day(self):
        """The last day on which remarks could be made: it may have been closed early."""
        return min(self.ends_on, timezone.localdate(self.closed_at)) if self.closed_at else self.ends_on

    @property
    def phase(self):
        """Whether it is still to come, open, being answered or closed."""
        if self.is_closed:
            return "closed"
        today = timezone.localdate()
        return "coming" if today < self.starts_on else "open" if today <= self.ends_on else "answering"

    def takes_remarks_of(self, person: User) -> bool:
        """Whether this person can make a remark today."""
        may = self.phase == "open" and person.has_perm("strategy.add_remark")
        return may and ConsultationRound.objects.asking(person).filter(pk=self.pk).exists()


@pghistory.track()
class Invitation(DomainModel):
    """Somebody who is asked by name."""

    consultation = models.ForeignKey(
        ConsultationRound, models.CASCADE, related_name="invitations", verbose_name=_("consultation")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="invitations", verbose_name=_("person")
    )

    class Meta(DomainModel.Meta):
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["consultation", "person"]
        constraints = [models.UniqueConstraint(fields=["consultation", "person"], name="invited_once")]

    def __str__(self):
        return f"{self.consultation} · {self.person}"

    def get_absolute_url(self):
        return self.consultation.get_absolute_url()


class Paragraph(models.TextChoices):
    INTRODUCTION = "introduction", _("introduction")
    VISION = "vision", _("vision")


class RemarkOutcome(models.TextChoices):
    ADOPTED = "adopted", _("taken over")
    NOT_ADOPTED = "not_adopted", _("not taken over")


TARGETS = ("core_value", "theme", "goal")


def about_one_thing():
    """Exactly one of the paragraph, the core value, the theme and the goal."""
    ways = [Q(~Q(paragraph=""), **{f"{name}__isnull": True for name in TARGETS})]
    ways += [Q(paragraph="", **{f"{name}__isnull": name != filled for name in TARGETS}) for filled in TARGETS]
    return ways[0] | ways[1] | ways[2] | ways[3]


class RemarkQuerySet(DomainQuerySet):
    def unanswered(self):
        return self.filter(outcome="")

    def for_list(self):
        """All that a remark shows of itself and of what it is about."""
        return self.select_related(
            "core_value", "theme", "goal__theme", "said_by", "answered_by", "consultation__strategy"
        )


@pghistory.track()
class Remark(DomainModel):
    """What somebody says of one block of the strategy, and what was done with it."""

    consultation = models.ForeignKey(
        ConsultationRound, models.PROTECT, related_name="remarks", verbose_name=_("consultation")
    )
    number = models.PositiveIntegerField(_("number"), help_text=_("By which a remark is known in its consultation."))
    paragraph = models.CharField(
        _("paragraph"), max_length=20, choices=Paragraph, blank=True, help_text=_("The paragraph that it is about.")
    )
    core_value = models.ForeignKey(
        CoreValue, models.PROTECT, null=True, blank=True, related_name="remarks", verbose_name=_("core value")
    )
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="remarks", verbose_name=_("theme")
    )
    goal = models.ForeignKey(
        Goal, models.PROTECT, null=True, blank=True, related_name="remarks", verbose_name=_("goal")
    )
    text = ProseField(_("remark"), max_length=4000, help_text=_("What should be different, and why?"))
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="remarks", verbose_name=_("said by")
    )
    said_at = models.DateTimeField(_("said at"), default=timezone.now)
    outcome = models.CharField(
        _("taken over?"),
        max_length=20,
        choices=RemarkOutcome,
        blank=True,
        help_text=_("Whether the text changes because of it."),
    )
    answer = ProseField(
        _("answer"), max_length=4000, blank=True, help_text=_("Why, in words for the one who made the remark.")
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )

    objects = RemarkQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("remark in a consultation")
        verbose_name_plural = _("remarks in a consultation")
        ordering = ["consultation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="remark_number_once"),
            models.CheckConstraint(
                name="remark_paragraph_is_known", condition=Q(paragraph__in=["", *Paragraph.values])
            ),
            models.CheckConstraint(
                name="remark_is_about_one_thing",
                condition=about_one_thing(),
                violation_error_message=_("A remark is about one thing: a paragraph, core value, theme or goal."),
            ),
            together("answered_at", "answered_by", name="answered_at_with_by"),
            models.CheckConstraint(
                name="remark_answer_is_whole",
                condition=Q(outcome="", answer="", answered_at__isnull=True)
                | Q(~Q(answer=""), outcome__in=RemarkOutcome.values, answered_at__isnull=False),
                violation_error_code="answer",
                violation_error_message=_("An answer says whether it is taken over, and why."),
            ),
        ]

    def __str__(self):
        return gettext("Remark %(number)s on %(about)s") % {"number": self.number, "about": self.about}

    def get_absolute_url(self):
        return f"{self.consultation.get_absolute_url()}#remark-{self.number}"

    @property
    def about(self):
        """What it is about, by its name."""
        return str(self.row) if self.row else str(Paragraph(self.paragraph).label).capitalize()

    @property
    def row(self):
        return self.core_value or self.theme or self.goal

    @property
    def address_of_block(self):
        """The permanent link of the block in the reading view."""
        place = self.row.place_in_text if self.row else self.paragraph
        return self.consultation.strategy.address_in_text(place)

    @property
    def place(self):
        """Where its block stands in the strategy: to put remarks in the order of the text."""
        if self.paragraph:
            return (0, Paragraph.values.index(self.paragraph), "", 0, "", self.number)
        if self.core_value:
            return (1, self.core_value.position, self.core_value.name, 0, "", self.number)
        theme = self.theme or self.goal.theme
        goal = (self.goal.position + 1, self.goal.statement) if self.goal else (0, "")
        return (2, theme.position, theme.name, *goal, self.number)

    def clean(self):
        if not self.consultation_id:
            return
        strategies = {
            "core_value": self.core_value and self.core_value.strategy_id,
            "theme": self.theme and self.theme.strategy_id,
            "goal": self.goal and self.goal.theme.strategy_id,
        }
        if wrong := [name for name, found in strategies.items() if found and found != self.consultation.strategy_id]:
            raise ValidationError({wrong[0]: _("This is part of another strategy.")})
