"""What people told, how it was grouped and what they found important."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import LineField, ProseField
from mvi.models import DomainModel, DomainQuerySet, known_choice
from mvi.sql import answers, rows

from .revision import OF_CLUSTER, OWN, counted
from .session import Participant, Series, Session, Step

CLUSTERS = """
    "workshops_cluster" AS cluster
    JOIN "workshops_session" AS session ON session.id = cluster.session_id
    JOIN "workshops_series" AS series ON series.id = session.series_id
    WHERE cluster.id = ANY(%s)
"""
VOTES = 'SELECT cluster_id, count(*) FROM "workshops_vote" WHERE cluster_id = ANY(%s) GROUP BY cluster_id'
STORIES = """
    "workshops_harvest" AS harvest
    JOIN "workshops_contribution" AS contribution ON contribution.id = harvest.contribution_id
    WHERE harvest.cluster_id = ANY(%s) AND NOT contribution.is_hidden
    ORDER BY contribution.told_at, contribution.id, harvest.id
"""


class ContributionKind(models.TextChoices):
    STORY = "story", _("story")
    IDEA = "idea", _("idea")
    QUESTION = "question", _("question")


class ContributionQuerySet(DomainQuerySet):
    def visible(self):
        return self.filter(is_hidden=False)

    def unsorted(self):
        """Visible and not in any cluster yet."""
        return self.visible().filter(harvests=None)

    def for_list(self):
        return self.select_related("step", "session").prefetch_related("clusters")


# The history never forgets, so a story never enters it: who told it may take it back.
@pghistory.track(exclude=["text", "participant", "key"])
class Contribution(DomainModel):
    """A story, idea or question in somebody's own words."""

    # Made by the phone before it sends: what is sent again after a lost network is saved once.
    key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
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
        triggers = [*DomainModel.Meta.triggers, counted(OWN)]
        constraints = [known_choice("kind", ContributionKind)]

    def __str__(self):
        """Not the text: what is written in the audit trail stays there."""
        return f"{self.get_kind_display()} {self.pk}"

    def get_absolute_url(self):
        return self.session.get_absolute_url()


class ClusterQuerySet(DomainQuerySet):
    def told_by(self, group):
        """How many visible stories each cluster has of each function or department of the tellers."""
        of_group = {"function": "contributions__function", "department": "contributions__participant__department"}
        return (
            self.filter(contributions__is_hidden=False)
            .annotate(group=Coalesce(models.F(of_group[group]), models.Value("")))
            .order_by()
            .values("pk", "group")
            .annotate(number=Count("contributions", distinct=True))
        )

    def before(self, session):
        """What the earlier sessions of the series found: the material of this one."""
        earlier = Session.objects.in_use().filter(series=session.series_id, number__lt=session.number)
        return self.filter(session__in=earlier).for_board().order_by("session__number", "position", "pk")

    def for_board(self):
        """Each with its votes, its visible stories and what it became."""
        return (
            self.annotate(number_of_votes=Count("votes"))
            .order_by("position", "pk")
            .select_related("outcome__core_value", "outcome__theme", "outcome__goal", "outcome__pilot")
            .prefetch_related(
                models.Prefetch("harvests", Harvest.objects.visible().select_related("contribution"), to_attr="notes")
            )
        )


@pghistory.track()
class Cluster(DomainModel):
    """Contributions that belong together, under a name that the room chose."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="clusters", verbose_name=_("session"))
    name = LineField(_("name"), max_length=80)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    contributions = models.ManyToManyField(
        Contribution, through="Harvest", related_name="clusters", blank=True, verbose_name=_("contributions")
    )

    objects = ClusterQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("cluster")
        verbose_name_plural = _("clusters")
        ordering = ["session", "position", "pk"]
        triggers = [*DomainModel.Meta.triggers, counted(OWN, on_phones=True)]
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

    @classmethod
    def told(cls, keys):
        """Those with these keys, each with its session, its votes and its visible stories: key → cluster."""
        found = rows(CLUSTERS, [keys], cluster=cls, session=Session, series=Series)
        votes = dict(answers(VOTES, [keys]))
        for cluster, session, series in found:
            cluster.session, session.series = session, series
            cluster.number_of_votes, cluster.notes = votes.get(cluster.pk, 0), []
        clusters = {cluster.pk: cluster for cluster, *_rest in found}
        for harvest, contribution in rows(STORIES, [keys], harvest=Harvest, contribution=Contribution):
            harvest.contribution = contribution
            clusters[harvest.cluster_id].notes.append(harvest)
        return clusters

    @property
    def became(self):
        """Its outcome, or None as long as it is not settled."""
        return getattr(self, "outcome", None)


class HarvestQuerySet(DomainQuerySet):
    def visible(self):
        return self.filter(contribution__is_hidden=False)


@pghistory.track(exclude=["fragment"])
class Harvest(DomainModel):
    """A contribution, or a fragment of it, in a cluster; one story can feed several."""

    cluster = models.ForeignKey(Cluster, models.CASCADE, related_name="harvests", verbose_name=_("cluster"))
    contribution = models.ForeignKey(
        Contribution, models.CASCADE, related_name="harvests", verbose_name=_("contribution")
    )
    fragment = ProseField(
        _("fragment"),
        max_length=2_000,
        blank=True,
        help_text=_("Only this part of the story; leave it empty for the whole story."),
    )

    objects = HarvestQuerySet.as_manager()

    class Meta(DomainModel.Meta):
        verbose_name = _("harvest")
        verbose_name_plural = _("harvests")
        ordering = ["cluster", "contribution"]
        triggers = [*DomainModel.Meta.triggers, counted(OF_CLUSTER)]
        constraints = [models.UniqueConstraint(fields=["cluster", "contribution", "fragment"], name="harvest_once")]

    def __str__(self):
        return f"{self.cluster} ← {self.contribution}"

    def get_absolute_url(self):
        return self.cluster.get_absolute_url()

    @property
    def words(self):
        """What was harvested, as it was told."""
        return self.fragment or self.contribution.text


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
        triggers = [
            *DomainModel.Meta.triggers,
            counted(OF_CLUSTER),
            pgtrigger.Trigger(
                name="dots_of_the_session",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF NOT EXISTS (
                        SELECT FROM workshops_session
                        JOIN workshops_cluster ON workshops_cluster.session_id = workshops_session.id
                        JOIN workshops_participant ON workshops_participant.session_id = workshops_session.id
                        WHERE workshops_cluster.id = NEW.cluster_id
                        AND workshops_participant.id = NEW.participant_id
                        AND NEW.dot <= workshops_session.dots
                    ) THEN
                        RAISE EXCEPTION 'More votes than the session gives, or a vote in another session.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["participant", "dot"], name="vote_each_dot_once"),
            models.CheckConstraint(name="vote_dot_between_1_and_10", condition=Q(dot__range=(1, 10))),
        ]

    def __str__(self):
        return f"{self.participant} → {self.cluster}"
