"""Who was asked to come, what they answered and whether they were there."""

from django.core import signing
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import EmailAddressField, LineField

from .session import Session, series_whose_names_go

SALT = "workshops.invitation"


class Rsvp(models.TextChoices):
    YES = "yes", _("yes, I am coming")
    MAYBE = "maybe", _("maybe")
    NO = "no", _("no, I cannot come")


class InvitationQuerySet(models.QuerySet):
    def counts(self):
        """How many were asked, how many gave each answer, and how many were there."""
        return self.aggregate(
            asked=Count("pk"),
            **{answer.value: Count("pk", filter=Q(answer=answer)) for answer in Rsvp},
            silent=Count("pk", filter=Q(answer="")),
            attended=Count("pk", filter=Q(attended=True)),
        )

    def to_be_told(self, session):
        """Whom the last mail said something else than when and where the session is now, or who had none yet."""
        if session.is_called_off:
            return self.exclude(email="").exclude(mailed_at=None).exclude(told=session.appointment)
        return self.none() if session.inviting_blockers() else self.exclude(email="").exclude(told=session.appointment)

    def whose_address_has_been_kept_long_enough(self, now):
        """Of the same series of which the names of participants go."""
        return self.exclude(email="").filter(session__series__in=series_whose_names_go(now))


# No history, no sheet and no address in the audit trail: addresses are removed some time after the series.
class Invitation(models.Model):
    """One person who was asked by e-mail; the signed link in it takes their answer, without an account."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="invitations", verbose_name=_("session"))
    email = EmailAddressField(_("e-mail address"))
    function = LineField(_("function"), max_length=80, blank=True)
    department = LineField(_("department"), max_length=80, blank=True)
    mailed_at = models.DateTimeField(_("mailed at"), null=True, editable=False)
    told = models.TextField(blank=True, editable=False)  # the appointment of the session in that mail
    answer = models.CharField(_("answer"), max_length=5, choices=Rsvp, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    attended = models.BooleanField(_("was there"), default=False)
    reminded_of_quiz_on = models.DateField(_("reminded of the quiz on"), null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        default_permissions = ()
        ordering = ["session", "email", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "email"], condition=~Q(email=""), name="invitation_once_per_address"
            ),
            models.CheckConstraint(name="invitation_answer_is_known", condition=Q(answer__in=["", *Rsvp.values])),
            models.CheckConstraint(
                name="invitation_answered_at_with_answer",
                condition=Q(answer="", answered_at=None) | ~Q(answer="") & Q(answered_at__isnull=False),
            ),
        ]

    def __str__(self):
        """Not the address: what is written in the audit trail stays there."""
        return f"{self.function or self._meta.verbose_name} ({self.pk})"

    def get_absolute_url(self):
        return reverse("phone:invitation", args=[self.signed])

    @property
    def signed(self):
        return signing.dumps(self.pk, salt=SALT)

    @classmethod
    def from_signed(cls, signed):
        """The invitation, or None when it was not signed here or is gone, with or without its address."""
        try:
            pk = signing.loads(signed, salt=SALT)
        except signing.BadSignature:
            return None
        return cls.objects.exclude(email="").select_related("session__series").filter(pk=pk).first()
