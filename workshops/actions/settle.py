"""What a cluster becomes: the first knot of the thread."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from mvi import audit
from mvi.fields import PROSE_LENGTH
from mvi.models import User
from pilots.models import Pilot
from strategy.models import CoreValue, Goal, Theme
from workshops.models import CanvasField, Cluster, Outcome


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
    pilot = Pilot.objects.select_for_update(no_key=True).get(pk=pilot.pk)
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
    cluster = Cluster.objects.select_for_update(no_key=True).get(pk=cluster.pk)
    if cluster.became:
        raise ValidationError(_("This cluster became something already."))
    outcome = Outcome.objects.create(cluster=cluster, settled_by=by, **became)
    audit.record("settle", outcome, by=by)
    return outcome
