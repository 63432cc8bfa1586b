"""Ownership that is accepted: an owner is somebody who said yes, not somebody whose name was filled in."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mvi.fields import ProseField
from mvi.models import known_choice


class OwnerStatus(models.TextChoices):
    NONE = "none", _("no owner")
    OFFERED = "offered", _("offered")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")


class OwnedQuerySet(models.QuerySet):
    """What can be asked of anything that somebody owns."""

    def owned(self):
        """Somebody accepted it."""
        return self.filter(owner_status=OwnerStatus.ACCEPTED)

    def not_owned(self):
        """Nobody said yes to it yet, although it may have been offered."""
        return self.exclude(owner_status=OwnerStatus.ACCEPTED)

    def without_owner(self):
        """Not even offered to anybody."""
        return self.filter(owner_status=OwnerStatus.NONE)

    def of(self, user):
        """To which this user said yes."""
        return self.filter(owner=user, owner_status=OwnerStatus.ACCEPTED)

    def waiting_for(self, user):
        """Offered to this user, who has not answered yet."""
        return self.filter(owner=user, owner_status=OwnerStatus.OFFERED)


class OwnedModel(models.Model):
    """A row that is offered to a person, who accepts or declines; the database starts the offer when a name is set."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("owner"),
    )
    owner_status = models.CharField(
        _("ownership"), max_length=10, choices=OwnerStatus, default=OwnerStatus.NONE, editable=False
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True, editable=False)
    decline_reason = ProseField(_("reason to decline"), blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            known_choice("owner_status", OwnerStatus),
            models.CheckConstraint(
                name="%(class)s_ownership_has_owner",
                condition=Q(owner__isnull=True, owner_status=OwnerStatus.NONE)
                | Q(owner__isnull=False) & ~Q(owner_status=OwnerStatus.NONE),
            ),
            models.CheckConstraint(
                name="%(class)s_answered_when_answered",
                condition=Q(answered_at__isnull=False, owner_status__in=["accepted", "declined"])
                | Q(answered_at__isnull=True, owner_status__in=["none", "offered"]),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="offer_to_owner",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                # Whoever sets an owner, a form, an import or SQL: a name without an answer is an offer.
                func="""
                    IF NEW.owner_id IS NULL THEN
                        NEW.owner_status = 'none';
                        NEW.answered_at = NULL;
                        NEW.decline_reason = '';
                    ELSIF TG_OP = 'INSERT' THEN
                        IF NEW.owner_status = 'none' THEN
                            NEW.owner_status = 'offered';
                        END IF;
                    ELSIF NEW.owner_id IS DISTINCT FROM OLD.owner_id
                            AND NEW.answered_at IS NOT DISTINCT FROM OLD.answered_at THEN
                        NEW.owner_status = 'offered';
                        NEW.answered_at = NULL;
                        NEW.decline_reason = '';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def clean(self):
        """What the database does too; said here, so that the constraints are checked against it."""
        super().clean()
        if self.owner_id is None:
            self.owner_status, self.answered_at, self.decline_reason = OwnerStatus.NONE, None, ""
        elif self.owner_status == OwnerStatus.NONE:
            self.owner_status = OwnerStatus.OFFERED

    def get_answer_url(self):
        """Where the owner accepts, declines or hands over."""
        return reverse(f"strategy:{self._meta.model_name}-answer", args=[self.pk])

    @property
    def is_owned(self):
        return self.owner_status == OwnerStatus.ACCEPTED

    @property
    def ownership_gap(self):
        """What keeps it from being owned, in words; empty when somebody said yes."""
        if self.owner is None:
            return _("has no owner")
        if self.owner_status == OwnerStatus.OFFERED:
            return _("%(person)s has not said yes yet to being the owner") % {"person": self.owner}
        if self.owner_status == OwnerStatus.DECLINED:
            return _("%(person)s declined to be the owner") % {"person": self.owner}
        return ""
