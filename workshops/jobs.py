"""Mail to many people, in the background; what the job says in the end is for who asked."""

from django.utils.translation import ngettext_lazy

from mvi.jobs.running import step_by_step
from mvi.models import JobStatus

from . import invitation_mails, pulse_mails
from .models import Invitation, Pulse

MAILED = ngettext_lazy("%(number)s mail was sent.", "%(number)s mails were sent.", "number")
REMINDED = ngettext_lazy("%(number)s reminder was mailed.", "%(number)s reminders were mailed.", "number")
FAILED = ngettext_lazy("%(number)s mail could not be sent.", "%(number)s mails could not be sent.", "number")


def ended(said, sent, failed):
    """How many went and how many failed; the job did not work out when not one went."""
    if not failed:
        return {"message": said % {"number": sent}}
    message = f"{said % {'number': sent}} {FAILED % {'number': failed}}"
    return {"message": message} if sent else {"status": JobStatus.FAILED, "message": message}


@step_by_step
def mail_invitations(run, *, invitations):
    """Who was taken off the list in the meantime gets none."""
    rows = list(Invitation.objects.filter(pk__in=invitations))
    asked = {"by": run.job.by, "asked_at": run.job.asked_at}
    return ended(MAILED, *invitation_mails.mail_invitations(rows, progress=run.progress, **asked))


@step_by_step
def remind_of_quiz(run, *, invitations):
    rows = list(Invitation.objects.select_related("session__series").filter(pk__in=invitations))
    return ended(REMINDED, *invitation_mails.mail_quiz_reminders(rows, progress=run.progress))


@step_by_step
def remind_of_pulse(run, *, pulse):
    """All links without an answer; who they are is worked out here and kept nowhere."""
    pulse = Pulse.objects.get(pk=pulse)
    return ended(REMINDED, *pulse_mails.send_reminders(pulse, run.progress))
