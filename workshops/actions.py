"""What happens to a session and to what people brought into it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from mvi import audit
from mvi.fields import PROSE_LENGTH
from mvi.models import User
from pilots.models import Pilot
from strategy.models import CoreValue, Goal, Theme
from workshops.models import CanvasField, Cluster, Contribution, Harvest, Outcome, Participant, Session, Step


@transaction.atomic
def remove_session(*, session: Session, by: User) -> None:
    """Delete a session in which nobody took part, with its programme."""
    session = Session.objects.select_for_update().get(pk=session.pk)
    if blockers := session.removing_blockers():
        raise ValidationError(blockers)
    audit.record("remove", session, by=by)
    session.delete()


@transaction.atomic
def move_step(*, step: Step, places: int, by: User) -> Step:
    """Move a step of the programme up (-1) or down (1); past the end nothing happens."""
    steps = list(step.session.steps.select_for_update())
    here = steps.index(step)
    there = here + places
    if 0 <= there < len(steps):
        other = steps[there]
        steps[here].position, other.position = other.position, steps[here].position
        Step.objects.bulk_update([steps[here], other], ["position"])
        audit.record("move", step, by=by, places=places)
    return steps[here]


@transaction.atomic
def remove_participant(*, participant: Participant, hide_contributions: bool, by: User) -> None:
    """Take somebody out of the session with their votes; what they told stays, without a name, unless it is hidden."""
    audit.record("remove", participant, by=by, hide_contributions=hide_contributions)
    told = participant.contributions.all()
    if hide_contributions:
        told.update(is_hidden=True)
    told.update(participant=None)
    participant.delete()


@transaction.atomic
def hide(*, contribution: Contribution, hidden: bool, by: User) -> Contribution:
    """Take a contribution off all screens, or show it again."""
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
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


def settle_as_core_value(*, cluster: Cluster, existing: CoreValue | None, by: User, **fields) -> Outcome:
    """The cluster becomes a new core value of the strategy, or joins one that is there."""
    return settle_as_part_of_strategy(cluster, "core_value", existing, CoreValue, fields, by)


def settle_as_theme(*, cluster: Cluster, existing: Theme | None, by: User, **fields) -> Outcome:
    """The cluster becomes a new theme of the strategy, or joins one that is there."""
    return settle_as_part_of_strategy(cluster, "theme", existing, Theme, fields, by)


@transaction.atomic
def settle_as_part_of_strategy(cluster, name, existing, model, fields, by):
    if not existing:
        if not (strategy := cluster.session.strategy):
            raise ValidationError(_("There is no strategy yet. Choose one in the series, or make one first."))
        existing = add(model(strategy=strategy, **fields), by=by)
    return settle(cluster, by=by, **{name: existing})


@transaction.atomic
def settle_as_goal(*, cluster: Cluster, existing: Goal | None, by: User, **fields) -> Outcome:
    """The cluster becomes a new goal of a theme, or joins one that is there."""
    return settle(cluster, by=by, goal=existing or add(Goal(**fields), by=by))


@transaction.atomic
def settle_on_canvas(*, cluster: Cluster, pilot: Pilot, canvas_field: CanvasField, text: str, by: User) -> Outcome:
    """The cluster fills a field of a pilot's canvas; what was there stays and the new words come below it."""
    pilot = Pilot.objects.select_for_update().get(pk=pilot.pk)
    before = getattr(pilot, canvas_field)
    after = f"{before}\n\n{text}" if before else text
    if len(after) > PROSE_LENGTH:
        raise ValidationError(_("The field of the canvas would become too long. Shorten the text."))
    setattr(pilot, canvas_field, pilot._meta.get_field(canvas_field).clean(after, pilot))
    pilot.save(update_fields=[canvas_field])
    audit.record("change", pilot, by=by, fields=[canvas_field])
    return settle(cluster, by=by, pilot=pilot, canvas_field=canvas_field)


def add(row, *, by):
    row.full_clean()
    row.save()
    audit.record("add", row, by=by)
    return row


def settle(cluster, *, by, **became):
    """Write the knot of the thread; a cluster becomes one thing, once."""
    cluster = Cluster.objects.select_for_update().get(pk=cluster.pk)
    if cluster.became:
        raise ValidationError(_("This cluster became something already."))
    outcome = Outcome.objects.create(cluster=cluster, settled_by=by, **became)
    audit.record("settle", outcome, by=by)
    return outcome
