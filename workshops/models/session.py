"""Series of sessions, their programme and who takes part."""

import datetime as dt
import secrets
import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import ArchivableModel, ArchivableQuerySet, DomainModel, DomainQuerySet, known_choice, together
from strategy.models import Strategy

from .revision import OWN, counted

JOIN_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # no I, L, O, 0, 1: they look alike on a screen across the room


CODE_LIFE = dt.timedelta(hours=24)  # after opening: whoever finds the code on a photo comes too late
WITHDRAWAL = dt.timedelta(days=30)  # after closing: so long may people take back what they gave


def new_join_code():
    """Six characters that can be read from the back of the room; shown as KX7-4PM."""
    return "".join(secrets.choice(JOIN_ALPHABET) for _position in range(6))


class SessionStatus(models.TextChoices):
    PLANNED = "planned", _("planned")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


def series_whose_names_go(now):
    """Numbers of series of which every session closed, the last one so many months ago as the series keeps names."""
    kept = models.ExpressionWrapper(
        models.F("months_names_are_kept") * models.Value(dt.timedelta(days=30)), models.DurationField()
    )
    over = (
        Series.objects.annotate(
            still_open=Count("sessions", filter=~Q(sessions__status=SessionStatus.CLOSED)),
            last_closed_at=models.Max("sessions__closed_at"),
        )
        .annotate(ends=models.ExpressionWrapper(models.F("last_closed_at") + kept, models.DateTimeField()))
        .filter(still_open=0, ends__lt=now)
    )
    return over.values("pk")


class ParticipantQuerySet(DomainQuerySet):
    def by_function(self):
        """How many there are of each function, the largest group first."""
        return self.values("function").annotate(number=Count("pk")).order_by("-number", "function")

    def whose_name_has_been_kept_long_enough(self, now):
        """Of series whose time is over."""
        return self.exclude(name="").filter(session__series__in=series_whose_names_go(now))


class StepKind(models.TextChoices):
    BACKGROUND = "background", _("background")
    STORIES = "stories", _("stories")
    CLUSTER = "cluster", _("cluster")
    VOTE = "vote", _("vote")
    SETTLE = "settle", _("settle")
    CONCRETISE = "concretise", _("make concrete")
    CANVAS = "canvas", _("pilot canvas")
    PULSE = "pulse", _("pulse")


class Moment(models.TextChoices):
    """When a pulse is asked, so that before and after can be compared."""

    BEFORE = "before", _("before the sessions")
    AFTER = "after", _("after the sessions")
    HALF_YEAR = "half_year", _("half a year later")
    YEAR = "year", _("a year later")


MOMENTS_IN_THE_ROOM = [Moment.BEFORE, Moment.AFTER]

TELLING = [StepKind.STORIES, StepKind.CONCRETISE, StepKind.CANVAS]  # steps in which the phone asks for a text


class SeriesQuerySet(ArchivableQuerySet):
    def for_list(self):
        """All that a row of the list shows, with its sessions that are in use."""
        return self.select_related("strategy").prefetch_related(
            models.Prefetch("sessions", Session.objects.in_use().for_list(), to_attr="sessions_in_use")
        )


@pghistory.track()
class Series(ArchivableModel):
    """Sessions that belong together, such as the three in which a strategy is made."""

    title = LineField(_("title"), unique=True)
    aim = ProseField(_("aim"), blank=True)
    strategy = models.ForeignKey(
        Strategy, models.PROTECT, null=True, blank=True, related_name="series", verbose_name=_("strategy")
    )
    months_names_are_kept = models.PositiveSmallIntegerField(
        _("months that names are kept"),
        default=6,
        help_text=_("After the last session; then the names of participants are removed automatically."),
    )

    is_template = models.BooleanField(
        _("template"), default=False, help_text=_("Offered as an example to start a new series from.")
    )

    objects = SeriesQuerySet.as_manager()

    class Meta(ArchivableModel.Meta):
        verbose_name = _("series of sessions")
        verbose_name_plural = _("series of sessions")
        ordering = ["title"]
        constraints = [
            *ArchivableModel.Meta.constraints,
            models.CheckConstraint(
                name="series_keeps_names_one_to_24_months",
                condition=Q(months_names_are_kept__range=(1, 24)),
                violation_error_message=_("Names are kept for 1 to 24 months."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("workshops:series-detail", args=[self.pk])

    def ended_on(self):
        """The day on which the last session closed; None as long as one still has to be held."""
        sessions = self.sessions.in_use()
        if sessions.exclude(status=SessionStatus.CLOSED).exists():
            return None
        last = sessions.aggregate(last=models.Max(Coalesce("ends_at", "closed_at")))["last"]
        return last and timezone.localdate(last)

    def next_number(self):
        """The number of a new session: after the last."""
        return (self.sessions.aggregate(last=models.Max("number"))["last"] or 0) + 1


class SessionQuerySet(ArchivableQuerySet):
    def of(self, user):
        """Those that the user leads."""
        return self.filter(facilitator=user)

    def for_list(self):
        """All that a row of the list shows."""
        return (
            self.select_related("series")
            .annotate(
                number_of_participants=Count("participants", distinct=True),
                number_of_contributions=Count("contributions", filter=Q(contributions__is_hidden=False), distinct=True),
            )
            .order_by("series__title", "number")
        )


@pghistory.track()
class Session(ArchivableModel):
    """One meeting: when, where, what for."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="sessions", verbose_name=_("series"))
    number = models.PositiveSmallIntegerField(_("number"))
    title = LineField(_("title"))
    aim = ProseField(_("aim"), blank=True)
    starts_at = models.DateTimeField(_("starts at"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)
    place = LineField(_("place"), blank=True)
    facilitator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sessions",
        verbose_name=_("facilitator"),
    )
    join_code = models.CharField(_("join code"), max_length=6, unique=True, default=new_join_code, editable=False)
    dots = models.PositiveSmallIntegerField(_("votes per participant"), default=3)
    status = models.CharField(
        _("status"), max_length=10, choices=SessionStatus, default=SessionStatus.PLANNED, editable=False
    )
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True, editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("opened by"),
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
    votes_are_shown = models.BooleanField(_("votes are shown"), default=False, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta(ArchivableModel.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["series", "number"]
        triggers = [
            *ArchivableModel.Meta.triggers,
            pgtrigger.Trigger(
                name="make_room",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                func="""
                    INSERT INTO workshops_room (session_id, revision, phone_revision) VALUES (NEW.id, 1, 1);
                    RETURN NULL;
                """,
            ),
            counted("{row}.id", on_phones=True),
        ]
        constraints = [
            *ArchivableModel.Meta.constraints,
            known_choice("status", SessionStatus),
            together("opened_at", "opened_by", name="opened_at_with_by"),
            together("closed_at", "closed_by", name="closed_at_with_by"),
            models.CheckConstraint(
                name="session_ends_after_start",
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("A session cannot end before it starts."),
            ),
            models.CheckConstraint(
                name="session_has_one_to_ten_dots",
                condition=Q(dots__range=(1, 10)),
                violation_error_message=_("Give everybody between 1 and 10 votes."),
            ),
            models.UniqueConstraint(
                fields=["series", "number"],
                name="session_number_once_per_series",
                violation_error_message=_("This series already has a session with this number."),
            ),
        ]

    def __str__(self):
        return f"{self.number} · {self.title}"

    def clean(self):
        """A slip such as 0026 for 2026 is a moment before the time zones, which no page could show."""
        super().clean()
        slips = [name for name in ("starts_at", "ends_at") if getattr(self, name) and getattr(self, name).year < 2000]
        if slips:
            raise ValidationError(dict.fromkeys(slips, _("Check the year: sessions are from 2000 or later.")))

    def get_absolute_url(self):
        return reverse("workshops:session-detail", args=[self.pk])

    @property
    def join_code_to_read(self):
        """In two groups, as people read it aloud."""
        return f"{self.join_code[:3]}-{self.join_code[3:]}"

    @property
    def is_open(self):
        return self.status == SessionStatus.OPEN

    @property
    def is_closed(self):
        return self.status == SessionStatus.CLOSED

    @property
    def takes_people(self):
        """Whether somebody new may join with the code now: it goes on, and the code is fresh."""
        return self.is_open and (self.opened_at is None or timezone.now() < self.opened_at + CODE_LIFE)

    @property
    def can_be_withdrawn_from(self):
        """Whether people may still take back what they gave."""
        return self.closed_at is None or timezone.now() < self.closed_at + WITHDRAWAL

    @property
    def current_step(self):
        return self.steps.filter(is_current=True).first()

    @property
    def strategy(self):
        """To which its outcomes belong: that of the series, else the current one."""
        return self.series.strategy or Strategy.objects.current()

    def next_position(self):
        """Where a new step comes: after the last."""
        return (self.steps.aggregate(last=models.Max("position"))["last"] or 0) + 1

    def next_decision(self):
        """Where a new decision comes: after the last."""
        return (self.decisions.aggregate(last=models.Max("position"))["last"] or 0) + 1

    @property
    def is_called_off(self):
        """It was planned, will not be held, and people may still have it in their calendar."""
        ends_at = self.ends_at or self.starts_at
        return self.is_archived and not self.is_closed and ends_at is not None and ends_at > timezone.now()

    @property
    def appointment(self):
        """When and where, as one text to compare by: who was mailed another one must hear of the change."""
        if self.is_called_off:
            return "called off"
        moments = [str(int(moment.timestamp())) for moment in (self.starts_at, self.ends_at) if moment]
        return " ".join([*moments, self.place])

    def inviting_blockers(self):
        """Why nobody can be invited to it now, in the user's words."""
        if self.is_archived:
            return [_("This session is in the archive. Restore it first.")]
        if self.is_closed:
            return [_("This session is over; nobody can be invited any more.")]
        return [] if self.starts_at else [_("First fill in when the session begins.")]

    def removing_blockers(self):
        """Why it cannot be removed, in the user's words; what people gave is never deleted along with it."""
        if self.participants.exists() or self.contributions.exists():
            return [_("People took part in this session. Archive it instead.")]
        if self.invitations.exclude(mailed_at=None).exists():
            return [_("People were invited to this session. Archive it instead, and mail them that it is called off.")]
        return []


@pghistory.track()
class Step(DomainModel):
    """One part of the programme; at most one is going on."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="steps", verbose_name=_("session"))
    position = models.PositiveSmallIntegerField(_("position"))
    kind = models.CharField(_("kind"), max_length=12, choices=StepKind)
    title = LineField(_("title"))
    question = LineField(_("question to the room"), blank=True, help_text=_("On the big screen and on the phones."))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=15)
    instructions = ProseField(_("instructions"), blank=True)
    materials = LineField(
        _("materials"), blank=True, help_text=_("What must lie ready, such as cards or a printed ladder.")
    )
    moment = models.CharField(
        _("moment of a pulse"),
        max_length=10,
        choices=[(moment.value, moment.label) for moment in MOMENTS_IN_THE_ROOM],
        blank=True,
        help_text=_("Only for a pulse: what is asked before and after is compared."),
    )
    is_current = models.BooleanField(_("going on"), default=False, editable=False)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True, editable=False)

    class Meta(DomainModel.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["session", "position"]
        triggers = [*DomainModel.Meta.triggers, counted(OWN, on_phones=True)]
        constraints = [
            known_choice("kind", StepKind),
            models.CheckConstraint(
                name="step_moment_of_pulse",
                condition=Q(kind=StepKind.PULSE, moment__in=MOMENTS_IN_THE_ROOM)
                | ~Q(kind=StepKind.PULSE) & Q(moment=""),
                violation_error_message=_("A pulse has a moment, and no other step has one."),
            ),
            models.UniqueConstraint(
                fields=["session", "position"], name="step_position_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.UniqueConstraint(fields=["session"], condition=Q(is_current=True), name="step_one_is_current"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return self.session.get_absolute_url()

    @property
    def ends_at(self):
        """When its minutes are over, once it has started."""
        return self.started_at and self.started_at + dt.timedelta(minutes=self.minutes)

    @property
    def asks_for_text(self):
        return self.kind in TELLING

    @property
    def asks_for_votes(self):
        return self.kind == StepKind.VOTE

    @property
    def is_about_pilots(self):
        return self.kind == StepKind.CANVAS

    @property
    def asks_for_pulse(self):
        return self.kind == StepKind.PULSE


# The history never forgets, so a name never enters it: names are removed some time after the series.
@pghistory.track(exclude=["token", "name", "department", "user"])
class Participant(DomainModel):
    """Somebody in the room; the token on their phone is who they are, an account is not needed."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="participants", verbose_name=_("session"))
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = LineField(_("name or nickname"), max_length=80)
    function = LineField(_("function"), max_length=80, blank=True)
    department = LineField(_("department"), max_length=80, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("user"),
    )
    joined_at = models.DateTimeField(_("joined at"), null=True, blank=True, editable=False)

    objects = ParticipantQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["session", "name", "pk"]
        triggers = [*DomainModel.Meta.triggers, counted(OWN)]

    def __str__(self):
        """Not the name: what is written in the audit trail stays there."""
        return f"{self.function or self._meta.verbose_name} ({self.pk})"

    def get_absolute_url(self):
        return self.session.get_absolute_url()
