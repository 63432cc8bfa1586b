"""Ask people to come, take their answer, and note who was there."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mvi import audit
from mvi.jobs.actions import start
from mvi.models import Job, User
from workshops import jobs
from workshops.models import Invitation, Session

MOST_INVITATIONS = 500  # of one session: more is a machine, not a room


@transaction.atomic
def invite(*, session: Session, people: list[dict], by: User) -> list[Invitation]:
    """Put people on the list; who is there already is not doubled. Gives who is new, to be mailed."""
    session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    if blockers := session.inviting_blockers():
        raise ValidationError(blockers)
    there = set(session.invitations.values_list("email", flat=True))
    new = {row["email"].lower(): row for row in people if row["email"].lower() not in there}
    if len(there) + len(new) > MOST_INVITATIONS:
        raise ValidationError(_("This session has too many invitations."))
    made = [Invitation(session=session, **row | {"email": email}) for email, row in new.items()]
    for invitation in made:
        invitation.full_clean()
    made = Invitation.objects.bulk_create(made)
    audit.record("invite", session, by=by, number=len(made))
    return made


def mail_invitations(*, session: Session, invitations: list[Invitation], by: User) -> Job:
    """Mail them in the background: a slow mail server keeps nobody waiting."""
    return start(
        task=jobs.mail_invitations,
        title=_("Mails about %(session)s") % {"session": session},
        by=by,
        address=reverse("workshops:invitation-list", args=[session.pk]),
        invitations=[invitation.pk for invitation in invitations],
    )


@transaction.atomic
def answer_invitation(*, invitation: Invitation, answer: str, function: str, department: str) -> Invitation:
    """What somebody says with the link of their mail; it may change as long as the session is not over."""
    invitation = Invitation.objects.select_for_update(of=["self"]).select_related("session").get(pk=invitation.pk)
    if invitation.session.is_closed or invitation.session.is_archived:
        raise ValidationError(_("This session is over. Thank you for your interest."))
    invitation.answer, invitation.answered_at = answer, timezone.now()
    invitation.function, invitation.department = function, department
    invitation.full_clean()
    invitation.save()
    audit.record("answer invitation", invitation, by=None, answer=answer)
    return invitation


@transaction.atomic
def mark_attendance(*, invitation: Invitation, attended: bool, by: User) -> None:
    """Note that somebody was there, or that it was a mistake."""
    if Invitation.objects.filter(pk=invitation.pk).exclude(attended=attended).update(attended=attended):
        audit.record("mark attendance", invitation, by=by, attended=attended)


@transaction.atomic
def remove_invitation(*, invitation: Invitation, by: User) -> None:
    """Take somebody off the list; the link in their mail ends."""
    audit.record("remove", invitation, by=by)
    invitation.delete()
