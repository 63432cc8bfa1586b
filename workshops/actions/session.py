"""The life of a session: prepare it, open it, go through its steps, close it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mvi import audit
from mvi.models import User
from workshops.models import CODE_LIFE, Pulse, Session, SessionDecision, SessionStatus, Step, StepKind, new_join_code

from .pulse import close_pulse


@transaction.atomic
def remove_session(*, session: Session, by: User) -> None:
    """Delete a session in which nobody took part, with its programme."""
    session = Session.objects.select_for_update().get(pk=session.pk)
    if blockers := session.removing_blockers():
        raise ValidationError(blockers)
    audit.record("remove", session, by=by)
    session.delete()


@transaction.atomic
def move_row(*, row: Step | SessionDecision, places: int, by: User) -> Step | SessionDecision:
    """Move a step or a decision of a session up (-1) or down (1); past the end nothing happens."""
    rows = list(type(row).objects.filter(session=row.session_id).select_for_update())
    here = rows.index(row)
    there = here + places
    if 0 <= there < len(rows):
        other = rows[there]
        rows[here].position, other.position = other.position, rows[here].position
        type(row).objects.bulk_update([rows[here], other], ["position"])
        audit.record("move", row, by=by, places=places)
    return rows[here]


@transaction.atomic
def open_session(*, session: Session, by: User) -> Session:
    """People may join from now on, with a fresh code if the old one expired; the programme starts at its first step."""
    session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    if session.is_archived:
        raise ValidationError(_("This session is in the archive. Restore it first."))
    if session.is_open and session.takes_people:
        return session
    if session.opened_at and timezone.now() > session.opened_at + CODE_LIFE:
        session.join_code = new_join_code()
    session.status = SessionStatus.OPEN
    session.opened_at, session.opened_by = timezone.now(), by
    session.closed_at = session.closed_by = None
    session.save()
    audit.record("open", session, by=by)
    if not session.current_step and (first := session.steps.first()):
        start(first)
    return session


@transaction.atomic
def close_session(*, session: Session, by: User) -> Session:
    """Nobody can add anything any more; how the board was before each change is forgotten, and its pulse is closed."""
    session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    if not session.is_open:
        raise ValidationError(_("This session is not open."))
    session.status = SessionStatus.CLOSED
    session.closed_at, session.closed_by = timezone.now(), by
    session.save()
    session.steps.update(is_current=False)
    session.board_changes.all().delete()
    asked = session.steps.filter(kind=StepKind.PULSE).values("moment")
    for pulse in Pulse.objects.filter(series=session.series_id, moment__in=asked, closed_at=None):
        close_pulse(pulse=pulse, by=by)
    audit.record("close", session, by=by)
    return session


@transaction.atomic
def go_to_step(*, step: Step, by: User) -> Step:
    """This step goes on now, on every screen."""
    session = Session.objects.select_for_update(no_key=True).get(pk=step.session_id)
    if not session.is_open:
        raise ValidationError(_("Open the session first."))
    start(step)
    audit.record("go to step", step, by=by)
    return step


def start(step):
    step.session.steps.filter(is_current=True).update(is_current=False)
    step.is_current, step.started_at = True, timezone.now()
    step.save(update_fields=["is_current", "started_at"])


@transaction.atomic
def show_votes(*, session: Session, shown: bool, by: User) -> Session:
    """Put the votes on the big screen, or take them off again."""
    session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    session.votes_are_shown = shown
    session.save(update_fields=["votes_are_shown"])
    audit.record("show votes" if shown else "hide votes", session, by=by)
    return session
