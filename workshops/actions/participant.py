"""What somebody in the room does with a phone; the token on the phone is who they are, so there is no `by`."""

import uuid
from collections import Counter

from django.contrib.postgres.functions import RandomUUID
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mvi import audit
from mvi.models import User
from workshops.models import Cluster, Contribution, ContributionKind, Invitation, Participant, Session, StepKind, Vote

MOST_CONTRIBUTIONS = 100  # of one participant in one session: more is a machine, not a person


@transaction.atomic
def join(*, session: Session, name: str, function: str, department: str = "") -> Participant:
    """Take a place in the room."""
    session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    if not session.takes_people:
        raise ValidationError(_("You cannot join this session now."))
    participant = Participant(
        session=session, name=name, function=function, department=department, joined_at=timezone.now()
    )
    participant.full_clean()
    participant.save()
    audit.record("join", participant, by=None)
    return participant


@transaction.atomic
def contribute(*, participant: Participant, key: uuid.UUID, kind: ContributionKind, text: str) -> Contribution:
    """Keep what somebody tells; sent again with the same key it is kept once."""
    participant = locked(participant)
    if earlier := Contribution.objects.filter(key=key).first():
        if earlier.participant_id != participant.pk:
            raise ValidationError(_("This was sent from another phone."))
        return earlier
    if participant.contributions.count() >= MOST_CONTRIBUTIONS:
        raise ValidationError(_("You have told a lot already. Give the others a turn."))
    contribution = Contribution(
        session=participant.session,
        participant=participant,
        step=participant.session.current_step,
        function=participant.function,
        key=key,
        kind=kind,
        text=text,
    )
    contribution.full_clean()
    contribution.save()
    return contribution


@transaction.atomic
def vote(*, participant: Participant, cluster: Cluster, dots: int) -> Counter:
    """Give a cluster so many dots, instead of what it had from this participant; never more than there are in all.

    Only what differs is written, as the last thing: the room counts it, and so waits for nobody longer than it must.
    Gives how many dots each cluster has from the participant now.
    """
    participant = locked(participant)
    session = participant.session
    if cluster.session_id != session.pk:
        raise ValidationError(_("This cluster belongs to another session."))
    if not session.steps.filter(is_current=True, kind=StepKind.VOTE).exists():
        raise ValidationError(_("There is no vote going on now."))
    given = dict(participant.votes.order_by().values_list("dot", "cluster"))
    here = {dot for dot, pk in given.items() if pk == cluster.pk}
    free = [dot for dot in range(1, session.dots + 1) if dot in here or dot not in given]
    if not 0 <= dots <= len(free):
        raise ValidationError(_("You have no more votes to give."))
    wanted = set(sorted(free, key=lambda dot: dot not in here)[:dots])
    if here - wanted:
        participant.votes.filter(dot__in=here - wanted).delete()
    if wanted - here:
        Vote.objects.bulk_create(
            Vote(participant=participant, cluster=cluster, dot=dot) for dot in sorted(wanted - here)
        )
    return Counter([pk for pk in given.values() if pk != cluster.pk] + [cluster.pk] * dots)


@transaction.atomic
def withdraw(*, participant: Participant, contribution: Contribution) -> None:
    """Take back what one told, for good: from the board, from what came of it, and from every screen."""
    if contribution.participant_id != participant.pk:
        raise ValidationError(_("This was sent from another phone."))
    if not participant.session.can_be_withdrawn_from:
        raise ValidationError(_("The session closed too long ago to take something back."))
    audit.record("withdraw", contribution, by=None)
    contribution.delete()


@transaction.atomic
def forget_names() -> int:
    """Remove names and addresses of series whose time is over; what people told stays, with their function."""
    participants = Participant.objects.whose_name_has_been_kept_long_enough(timezone.now())
    number = participants.update(name="", user=None, department="", token=RandomUUID())
    if number:
        audit.record("forget names", Participant, by=None, number=number)
    invited = Invitation.objects.whose_address_has_been_kept_long_enough(timezone.now())
    if addresses := invited.update(email="", department=""):
        audit.record("forget addresses", Invitation, by=None, number=addresses)
    return number


def locked(participant):
    """The participant with a session that still goes on; one thing at a time for each phone, also from two tabs."""
    participant = Participant.objects.select_for_update(of=["self"]).select_related("session").get(pk=participant.pk)
    if not participant.session.is_open:
        raise ValidationError(_("This session is closed. Nothing can be added any more."))
    return participant


@transaction.atomic
def remove_participant(*, participant: Participant, hide_contributions: bool, by: User) -> None:
    """Take somebody out of the session with their votes; what they told stays, without a name, unless it is hidden."""
    participant = Participant.objects.select_for_update().get(pk=participant.pk)  # before the room: as a phone does
    audit.record("remove", participant, by=by, hide_contributions=hide_contributions)
    told = participant.contributions.all()
    if hide_contributions:
        told.update(is_hidden=True)
    told.update(participant=None)
    participant.delete()
