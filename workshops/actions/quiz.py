"""The knowledge quiz of a session."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mvi import audit
from mvi.jobs.actions import start
from mvi.models import Job, User
from workshops import jobs
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


def still_to_do_quiz(session):
    """Whoever was invited, has an account and did not do the quiz yet; how the others did it is not told."""
    done = session.quiz_scores.filter(moment=moment_of(session))
    invited = User.objects.filter(is_active=True, email__in=session.invitations.values("email"))
    return invited.exclude(pk__in=done.values("user")).order_by("name")


@transaction.atomic
def remind_of_quiz(*, session: Session, by: User) -> Job:
    """Mail all who did not do the quiz yet, at most once a day, in the background."""
    to_do = session.invitations.filter(email__in=still_to_do_quiz(session).values("email"))
    waiting = to_do.exclude(reminded_of_quiz_on=timezone.localdate()).values_list("pk", flat=True)
    if not waiting:
        raise ValidationError(_("There is nobody to remind: they did it, or they were reminded today already."))
    audit.record("remind of quiz", session, by=by, number=len(waiting))
    return start(
        task=jobs.remind_of_quiz,
        title=_("Reminders: knowledge quiz of %(session)s") % {"session": session},
        by=by,
        address=reverse("workshops:invitation-list", args=[session.pk]),
        invitations=list(waiting),
    )
