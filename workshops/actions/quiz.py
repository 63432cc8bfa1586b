"""The knowledge quiz of a session."""

from django.db import transaction
from django.utils import timezone

from mvi import audit
from mvi.models import User
from workshops.models import Moment, QuizScore, Session


@transaction.atomic
def do_quiz(*, session: Session, score: int, out_of: int, by: User) -> QuizScore:
    """Keep how it went: after the session once it is closed, and before it until then; the score is never recorded."""
    session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    done, _is_new = QuizScore.objects.update_or_create(
        session=session,
        user=by,
        moment=moment_of(session),
        defaults={"score": score, "out_of": out_of, "done_at": timezone.now()},
    )
    audit.record("do quiz", session, by=by, moment=done.moment)
    return done


def moment_of(session):
    return Moment.AFTER if session.is_closed else Moment.BEFORE
