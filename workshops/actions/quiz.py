"""The knowledge quiz of a session."""

import logging

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mvi import audit
from mvi.models import User
from workshops.invitation_mails import send_quiz_reminder
from workshops.models import Invitation, Moment, QuizScore, Session

log = logging.getLogger(__name__)


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


def remind_of_quiz(*, session: Session, by: User) -> tuple[int, int]:
    """Mail all who did not do the quiz yet, at most once a day; how many mails went and how many failed."""
    to_do = session.invitations.filter(email__in=still_to_do_quiz(session).values("email"))
    waiting = list(to_do.exclude(reminded_of_quiz_on=timezone.localdate()))
    if not waiting:
        raise ValidationError(_("There is nobody to remind: they did it, or they were reminded today already."))
    sent = failed = 0
    for invitation in waiting:
        try:
            sent += remind(invitation)
        except OSError:  # of the mail server; the button tries again
            log.exception("No mail about the quiz could be sent for invitation %s.", invitation.pk)
            failed += 1
    audit.record("remind of quiz", session, by=by, number=sent)
    return sent, failed


@transaction.atomic
def remind(invitation):
    """Whether it was sent: of two who press the button at once, only one sends."""
    today = timezone.localdate()
    waiting = Invitation.objects.filter(pk=invitation.pk).exclude(reminded_of_quiz_on=today)
    if not waiting.update(reminded_of_quiz_on=today):
        return False
    send_quiz_reminder(invitation)
    return True
