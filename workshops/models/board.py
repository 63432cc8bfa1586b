"""What people told, how it was grouped and what they found important."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import DomainModel, DomainQuerySet, known_choice

from .session import Participant, Session, Step


class ContributionKind(models.TextChoices):
    STORY = "story", _("story")
    IDEA = "idea", _("idea")
    QUESTION = "question", _("question")


class ContributionQuerySet(DomainQuerySet):
    def visible(self):
        return self.filter(is_hidden=False)


@pghistory.track()
class Contribution(DomainModel):
    """A story, idea or question in somebody's own words."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="contributions", verbose_name=_("session"))
    step = models.ForeignKey(
        Step, models.PROTECT, null=True, blank=True, related_name="contributions", verbose_name=_("step")
    )
    participant = models.ForeignKey(
        Participant,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contributions",
        verbose_name=_("participant"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=ContributionKind, default=ContributionKind.STORY)
    text = ProseField(_("text"), max_length=2_000)
    function = LineField(
        _("function of the teller"), max_length=80, blank=True, help_text=_("Shown instead of a name.")
    )
    is_hidden = models.BooleanField(_("hidden"), default=False)
    told_at = models.DateTimeField(_("told at"), default=timezone.now, editable=False)

    objects = ContributionQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["session", "told_at", "pk"]
        constraints = [known_choice("kind", ContributionKind)]

    def __str__(self):
        return self.text[:80]

    def get_absolute_url(self):
        return self.session.get_absolute_url()


@pghistory.track()
class Cluster(DomainModel):
    """Contributions that belong together, under a name that the room chose."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="clusters", verbose_name=_("session"))
    name = LineField(_("name"), max_length=80)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    contributions = models.ManyToManyField(
        Contribution, through="Harvest", related_name="clusters", blank=True, verbose_name=_("contributions")
    )

    class Meta(DomainModel.Meta):
        verbose_name = _("cluster")
        verbose_name_plural = _("clusters")
        ordering = ["session", "position", "name"]
        constraints = [
            models.UniqueConstraint(
                "session",
                models.functions.Lower("name"),
                name="cluster_name_once_per_session",
                violation_error_message=_("This session already has a cluster with this name."),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return self.session.get_absolute_url()


@pghistory.track()
class Harvest(DomainModel):
    """A contribution, or a fragment of it, in a cluster; one story can feed several."""

    cluster = models.ForeignKey(Cluster, models.CASCADE, related_name="harvests", verbose_name=_("cluster"))
    contribution = models.ForeignKey(
        Contribution, models.CASCADE, related_name="harvests", verbose_name=_("contribution")
    )
    fragment = ProseField(_("fragment"), max_length=2_000, blank=True)

    class Meta(DomainModel.Meta):
        verbose_name = _("harvest")
        verbose_name_plural = _("harvests")
        ordering = ["cluster", "contribution"]
        constraints = [models.UniqueConstraint(fields=["cluster", "contribution", "fragment"], name="harvest_once")]

    def __str__(self):
        return f"{self.cluster} ← {self.contribution}"


@pghistory.track()
class Vote(DomainModel):
    """One dot of one participant on a cluster; the numbered dots make more than N impossible."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="votes", verbose_name=_("participant"))
    cluster = models.ForeignKey(Cluster, models.CASCADE, related_name="votes", verbose_name=_("cluster"))
    dot = models.PositiveSmallIntegerField(_("dot"))

    class Meta(DomainModel.Meta):
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["cluster", "participant", "dot"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "dot"], name="vote_each_dot_once"),
            models.CheckConstraint(name="vote_dot_between_1_and_10", condition=Q(dot__range=(1, 10))),
        ]

    def __str__(self):
        return f"{self.participant} → {self.cluster}"
