"""Whether people feel that it is theirs: a pulse of five statements, answered without a name."""

import datetime as dt
import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from mvi.fields import EmailAddressField, ProseField
from mvi.models import DomainModel, DomainQuerySet, known_choice

from .session import Moment, Series

LINK_SALT = "workshops.pulse-link"
OPEN_DAYS = 30  # how long a mailed pulse takes answers
STATEMENTS = ("awareness", "desire", "knowledge", "ability", "reinforcement")  # the letters of ADKAR
OF_MAIL = {Moment.HALF_YEAR: 182, Moment.YEAR: 365}  # days after the last session, by mail


class Function(models.TextChoices):
    """A short list on purpose: the fewer groups, the larger they are, and the more can be shown."""

    POLICY_ADVISOR = "policy_advisor", _("policy advisor")
    BUYER = "buyer", _("buyer")
    PROJECT_LEADER = "project_leader", _("project leader")
    CONTRACT_MANAGER = "contract_manager", _("contract manager")
    BUDGET_HOLDER = "budget_holder", _("budget holder")
    EXECUTIVE = "executive", _("executive")
    OTHER = "other", _("another function")


class Agreement(models.IntegerChoices):
    FULLY_DISAGREE = 1, _("fully disagree")
    DISAGREE = 2, _("disagree")
    NEUTRAL = 3, _("neutral")
    AGREE = 4, _("agree")
    FULLY_AGREE = 5, _("fully agree")


class PulseQuerySet(DomainQuerySet):
    def closed(self):
        return self.filter(closed_at__isnull=False)

    def past(self, today):
        """Mailed so long ago that it takes no more answers."""
        return self.filter(closed_at=None, mailed_on__lt=today - dt.timedelta(days=OPEN_DAYS))

    def in_time(self):
        """In the order of the moments."""
        place = models.Case(*(models.When(moment=moment, then=number) for number, moment in enumerate(Moment.values)))
        return self.alias(place=place).order_by("series", "place")


@pghistory.track()
class Pulse(DomainModel):
    """The same questions at one moment of a series; nothing of it is shown before it is closed, nor changes after."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="pulses", verbose_name=_("series"))
    moment = models.CharField(_("moment"), max_length=10, choices=Moment)
    mailed_on = models.DateField(_("mailed on"), null=True, blank=True, editable=False)
    # Of the pulse, not of each link: from who was reminded and who was not, one could tell who answered.
    reminded_on = models.DateField(_("reminded on"), null=True, blank=True, editable=False)
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

    objects = PulseQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("pulse")
        verbose_name_plural = _("pulses")
        ordering = ["series", "moment"]
        constraints = [
            known_choice("moment", Moment),
            models.UniqueConstraint(
                fields=["series", "moment"],
                name="pulse_once_per_moment",
                violation_error_message=_("This series has a pulse of this moment already."),
            ),
            models.CheckConstraint(  # by nobody: its time was over
                name="pulse_closed_by_with_at", condition=Q(closed_by=None) | Q(closed_at__isnull=False)
            ),
        ]

    def __str__(self):
        return f"{self.series} · {self.get_moment_display()}"

    def get_absolute_url(self):
        return f"{reverse('workshops:series-pulse', args=[self.series_id])}?moment={self.moment}"

    @property
    def is_closed(self):
        return self.closed_at is not None

    @property
    def can_be_reminded_of(self):
        """Whether it was asked by mail and still takes answers: only then there is somebody to mail again."""
        return self.mailed_on is not None and not self.is_closed

    def key_for(self, secret):
        """By what the answer of this phone or link is found again, while the pulse is open.

        Who has only the database cannot make it: the secret key of the site is in it.
        """
        return salted_hmac("workshops.pulse", f"{self.pk}:{secret}", algorithm="sha256").hexdigest()


# No history, no audit line, no time and no number that counts: what was answered must never lead to who did.
class PulseAnswer(models.Model):
    """What one person answered. The key is gone when the pulse closes: from then on it is nobody's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pulse = models.ForeignKey(Pulse, models.PROTECT, related_name="answers", verbose_name=_("pulse"))
    key = models.CharField(max_length=64, null=True, unique=True, editable=False)
    function = models.CharField(_("your function"), max_length=20, choices=Function)
    awareness = models.PositiveSmallIntegerField(
        _("I know why our municipality wants to buy in a socially responsible way."), choices=Agreement
    )
    desire = models.PositiveSmallIntegerField(_("I want to take part in it myself."), choices=Agreement)
    knowledge = models.PositiveSmallIntegerField(_("I know how to go about it in my work."), choices=Agreement)
    ability = models.PositiveSmallIntegerField(_("I manage to do it, also when I am busy."), choices=Agreement)
    reinforcement = models.PositiveSmallIntegerField(
        _("I notice that it is appreciated, and that we keep it up."), choices=Agreement
    )
    remark = ProseField(_("What do you need to take part?"), max_length=1_000, blank=True)

    class Meta:
        verbose_name = _("answer to a pulse")
        verbose_name_plural = _("answers to a pulse")
        ordering = ["pulse", "pk"]
        default_permissions = ()
        constraints = [
            known_choice("function", Function),
            *(known_choice(statement, Agreement) for statement in STATEMENTS),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="only_while_open",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("touched", "BIGINT")],
                func="""
                    IF TG_OP = 'DELETE' THEN touched = OLD.pulse_id; ELSE touched = NEW.pulse_id; END IF;
                    PERFORM FROM workshops_pulse WHERE id = touched AND closed_at IS NULL FOR SHARE;
                    IF NOT FOUND THEN
                        RAISE EXCEPTION 'The pulse is closed: its answers do not change any more.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; ELSE RETURN NEW; END IF;
                """,
            )
        ]

    def __str__(self):
        """Not the answers: what is written in a log stays there."""
        return str(self._meta.verbose_name)


class PulseAddressQuerySet(models.QuerySet):
    def no_longer_needed(self):
        """Of series whose last pulse is closed."""
        last = Pulse.objects.closed().filter(moment=Moment.YEAR)
        return self.filter(series__in=last.values("series"))


class PulseAddress(models.Model):
    """Where the later pulses of a series are mailed to; the answers that come back do not know it."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="pulse_addresses")
    email = EmailAddressField(_("e-mail address"))
    # Made of the token of a phone: who changes their address there keeps one. Means nothing once names are forgotten.
    key = models.CharField(max_length=64, null=True, unique=True)
    made_on = models.DateField(default=timezone.localdate)

    objects = PulseAddressQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["series", "email"]
        constraints = [models.UniqueConstraint(fields=["series", "email"], name="pulse_address_once_per_series")]

    def __str__(self):
        return f"{self.series_id}: {self.pk}"


class PulseLink(models.Model):
    """One mail of one pulse; its link takes one answer, which can be changed as long as the pulse is open."""

    pulse = models.ForeignKey(Pulse, models.CASCADE, related_name="links")
    address = models.ForeignKey(PulseAddress, models.CASCADE, related_name="links")
    sent_on = models.DateField(default=timezone.localdate)

    class Meta:
        default_permissions = ()
        ordering = ["pulse", "pk"]
        constraints = [models.UniqueConstraint(fields=["pulse", "address"], name="pulse_link_once_per_address")]

    def __str__(self):
        return f"{self.pulse_id}: {self.pk}"

    def get_absolute_url(self):
        return reverse("phone:pulse-link", args=[self.signed])

    @property
    def secret(self):
        """By which its answer is found again; see Pulse.key_for."""
        return f"link-{self.pk}"

    @property
    def signed(self):
        return signing.dumps(self.pk, salt=LINK_SALT)

    @classmethod
    def from_signed(cls, signed):
        """The link, or None when it was not signed here or its address is gone."""
        try:
            pk = signing.loads(signed, salt=LINK_SALT)
        except signing.BadSignature:
            return None
        return cls.objects.select_related("pulse__series", "address").filter(pk=pk).first()
