"""The board: put stories in clusters, tidy the clusters, and undo."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from mvi import audit
from mvi.models import User
from workshops.models import BoardChange, Cluster, Contribution, Harvest, Session, Vote


@transaction.atomic
def hide(*, contribution: Contribution, hidden: bool, by: User) -> Contribution:
    """Take a contribution off all screens, or show it again."""
    session = locked(contribution.session_id)
    contribution = Contribution.objects.get(pk=contribution.pk)
    remember(session, "hide" if hidden else "show", contributions=[contribution], by=by)
    contribution.is_hidden = hidden
    contribution.save(update_fields=["is_hidden"])
    audit.record("hide" if hidden else "show", contribution, by=by)
    return contribution


@transaction.atomic
def harvest(*, contribution: Contribution, cluster: Cluster, fragment: str = "", by: User) -> Harvest:
    """Give a story, or the words of it that matter, to a cluster; one story can feed several."""
    if cluster.session_id != contribution.session_id:
        raise ValidationError(_("This cluster belongs to another session."))
    if " ".join(fragment.split()) not in " ".join(contribution.text.split()):
        raise ValidationError(_("These words are not in the story."))
    harvested, is_new = Harvest.objects.get_or_create(cluster=cluster, contribution=contribution, fragment=fragment)
    if is_new:
        audit.record("harvest", harvested, by=by)
    return harvested


@transaction.atomic
def place(*, contribution: Contribution, source: Cluster | None, target: Cluster | None, by: User) -> None:
    """Move a story from one column of the board to another; without a target it waits again."""
    session = locked(contribution.session_id)
    if {cluster.session_id for cluster in (source, target) if cluster} - {session.pk}:
        raise ValidationError(_("This cluster belongs to another session."))
    if source == target:
        return
    remember(session, "place", contributions=[contribution], by=by)
    if source:
        moved = contribution.harvests.filter(cluster=source)
        if target:
            there = set(contribution.harvests.filter(cluster=target).values_list("fragment", flat=True))
            moved.filter(fragment__in=there).delete()
            moved.exclude(fragment__in=there).update(cluster=target)
        else:
            moved.delete()
    elif target:
        Harvest.objects.get_or_create(contribution=contribution, cluster=target, fragment="")
    audit.record("place", contribution, by=by, to=str(target or ""))


@transaction.atomic
def new_cluster(*, session: Session, name: str, by: User) -> Cluster:
    """A new column, at the end."""
    session = locked(session.pk)
    last = session.clusters.last()
    cluster = Cluster(session=session, name=name, position=last.position + 1 if last else 0)
    cluster.full_clean()
    cluster.save()
    remember(session, "new cluster", made=[cluster], by=by)
    audit.record("add", cluster, by=by)
    return cluster


@transaction.atomic
def rename(*, cluster: Cluster, name: str, by: User) -> Cluster:
    """Give a cluster another name."""
    session = locked(cluster.session_id)
    remember(session, "rename", clusters=[cluster], by=by)
    cluster.name = name
    cluster.full_clean()
    cluster.save(update_fields=["name"])
    audit.record("rename", cluster, by=by)
    return cluster


@transaction.atomic
def merge(*, cluster: Cluster, into: Cluster, by: User) -> Cluster:
    """Put all stories and votes of a cluster in another one; the empty one goes."""
    session = locked(cluster.session_id)
    if into.session_id != session.pk or into == cluster:
        raise ValidationError(_("Choose another cluster of this session."))
    if cluster.became:
        raise ValidationError(_("This cluster became something already."))
    remember(session, "merge", clusters=[cluster, into], by=by)
    there = set(into.harvests.values_list("contribution", "fragment"))
    for harvested in cluster.harvests.all():
        if (harvested.contribution_id, harvested.fragment) not in there:
            harvested.cluster = into
            harvested.save(update_fields=["cluster"])
    cluster.votes.update(cluster=into)
    audit.record("merge", cluster, by=by, into=str(into))
    cluster.delete()
    return into


@transaction.atomic
def split(*, cluster: Cluster, harvests: list[Harvest], name: str, by: User) -> Cluster:
    """Take some stories out of a cluster into a new one beside it; the votes stay where they were given."""
    session = locked(cluster.session_id)
    if not harvests or {harvested.cluster_id for harvested in harvests} != {cluster.pk}:
        raise ValidationError(_("Choose stories of this cluster."))
    new = Cluster(session=session, name=name, position=cluster.position)
    new.full_clean()
    new.save()
    remember(session, "split", clusters=[cluster], made=[new], by=by)
    Harvest.objects.filter(pk__in=[harvested.pk for harvested in harvests]).update(cluster=new)
    audit.record("split", cluster, by=by, into=str(new))
    return new


@transaction.atomic
def undo(*, change: BoardChange, by: User) -> None:
    """Bring back what the last change of the board touched; clicked twice, it undoes once."""
    session = locked(change.session_id)
    if change != session.board_changes.last():
        raise ValidationError(_("Somebody changed the board at the same moment. Try again."))
    before = change.before
    Harvest.objects.filter(contribution__in=before["contributions"]).delete()
    Harvest.objects.filter(cluster__in=[*before["made"], *(row["id"] for row in before["clusters"])]).delete()
    for row in before["clusters"]:
        Cluster.objects.update_or_create(
            pk=row["id"], session=session, defaults={"name": row["name"], "position": row["position"]}
        )
    there = set(session.contributions.values_list("pk", flat=True))
    Harvest.objects.bulk_create(
        (
            Harvest(cluster_id=cluster, contribution_id=contribution, fragment=fragment)
            for cluster, contribution, fragment in before["harvests"]
            if contribution in there
        ),
        ignore_conflicts=True,
    )
    for cluster, votes in before["votes"].items():
        Vote.objects.filter(pk__in=votes).update(cluster=cluster)
    for cluster in Cluster.objects.filter(pk__in=before["made"]):
        if cluster.became:
            raise ValidationError(_("This cluster became something already."))
        cluster.delete()
    for contribution, hidden in before["hidden"].items():
        session.contributions.filter(pk=contribution).update(is_hidden=hidden)
    audit.record("undo", session, by=by, verb=change.verb)
    change.delete()


def locked(session_pk):
    """One change of the board at a time, so that what is remembered of it is what it was."""
    return Session.objects.select_for_update(no_key=True).get(pk=session_pk)


def remember(session, verb, *, clusters=(), contributions=(), made=(), by):
    """Write down how these clusters and stories are now, and which clusters the change makes; only while it is open."""
    if not session.is_open:
        return
    clusters, contributions = list(clusters), list(contributions)
    harvests = Harvest.objects.filter(cluster__in=clusters) | Harvest.objects.filter(contribution__in=contributions)
    BoardChange.objects.create(
        session=session,
        made_by=by,
        verb=verb,
        before={
            "clusters": [{"id": row.pk, "name": row.name, "position": row.position} for row in clusters],
            "harvests": [list(row) for row in harvests.values_list("cluster", "contribution", "fragment")],
            "contributions": [row.pk for row in contributions],
            "hidden": {row.pk: row.is_hidden for row in contributions},
            "votes": {row.pk: list(row.votes.values_list("pk", flat=True)) for row in clusters},
            "made": [row.pk for row in made],
        },
    )
