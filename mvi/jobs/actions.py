"""The verbs of background work: ask for it, ask to stop it, and take up what a lost process left."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from mvi import audit
from mvi.models import Job, JobStatus, User

from .running import Run, nobody_is_at


@transaction.atomic
def start(*, task, title: str, by: User, address: str = "", **arguments) -> Job:
    """Put work in the queue; `task` is made with `in_background`, its arguments are plain data."""
    throw_away_old()
    job = Job.objects.create(title=title[:200], by=by, language=get_language(), address=address)
    job.task = task.enqueue(str(job.pk), **arguments).id
    job.save(update_fields=["task"])
    audit.record("start_job", job, by=by)
    return job


def throw_away_old():
    """Files stay a week; what the queue kept of them goes too."""
    old = Job.objects.exclude(pk__in=Job.objects.kept().values("pk"))
    DBTaskResult.objects.filter(pk__in=old.values("task")).delete()
    old.delete()


@transaction.atomic
def stop(*, job: Job, by: User) -> Job:
    """What waits is taken from the queue; what is being done stops at its next step, and nothing of it is kept."""
    job = Job.objects.select_for_update().get(pk=job.pk)
    if job.is_finished:
        raise ValidationError(_("This is finished already: there is nothing to stop."))
    if job.status == JobStatus.WAITING:
        job.status, job.finished_at, job.message = JobStatus.STOPPED, timezone.now(), Run.stopped
    job.stop_asked = True
    job.save(update_fields=["status", "finished_at", "message", "stop_asked"])
    audit.record("stop_job", job, by=by)
    return job


@transaction.atomic
def take_up_again() -> int:
    """Put back in the queue what a process began that is no more; the number of jobs."""
    left = [job for job in Job.objects.filter(status=JobStatus.RUNNING).defer("file") if nobody_is_at(job)]
    return DBTaskResult.objects.filter(pk__in=[job.task for job in left]).update(status="READY")
