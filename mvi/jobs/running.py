"""How a job is carried out: claimed once, its progress seen by others while it runs, stopped when somebody asks.

The work itself is one transaction, unless it goes step by step, so others see nothing of it until it ends. What they
must see sooner goes over a connection of its own. That connection also holds a lock of the database: whoever gets the
lock knows that the process that had it is gone, without a clock.
"""

import logging
import time
from contextlib import nullcontext
from functools import wraps

import pghistory
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import task

from mvi import audit
from mvi.models import Job, JobStatus

logger = logging.getLogger(__name__)

STEP = 0.5  # seconds between two looks at whether to go on
LOCK = "hashtextextended(%s, 0)"


class StopAsked(Exception):  # noqa: N818 - no error, somebody's wish
    """Somebody asked to stop."""


def unseen(done: int, total: int) -> None:
    """How far it is, when nobody looks."""


def counted(rows, total, progress, start=0):
    """The same rows, telling how far it is."""
    for number, row in enumerate(rows, start):
        progress(number, total)
        yield row


class Run:
    """One attempt to carry out a job."""

    whole = staticmethod(transaction.atomic)
    stopped = gettext_lazy("Nothing was changed or kept.")

    def __init__(self, job: Job):
        self.job = job
        self.side = connections.create_connection(DEFAULT_DB_ALIAS)
        self.looked_at = 0.0

    def ask(self, sql, *values):
        with self.side.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchone()

    def begin(self) -> bool:
        """Claim the job; False when it is finished, or somebody else is at it."""
        if not self.ask(f"SELECT pg_try_advisory_lock({LOCK})", str(self.job.pk))[0]:
            return False
        claimed = self.ask(
            "UPDATE mvi_job SET status = 'running', attempts = attempts + 1, done = 0"
            " WHERE id = %s AND finished_at IS NULL RETURNING attempts",
            self.job.pk,
        )
        if claimed and claimed[0] > Job.ATTEMPTS:
            raise ValidationError(_("This was tried %(times)d times in vain.") % {"times": Job.ATTEMPTS})
        return claimed is not None

    def progress(self, done: int, total: int) -> None:
        """Tell how far it is, now and then; ends the work when somebody asked to stop."""
        if done < total and time.monotonic() - self.looked_at < STEP:
            return
        self.looked_at = time.monotonic()
        row = self.ask(
            "UPDATE mvi_job SET done = %s, total = %s WHERE id = %s RETURNING stop_asked", done, total, self.job.pk
        )
        if row[0]:
            raise StopAsked

    def close(self):
        self.side.close()


class RunInSteps(Run):
    """Of which each step stays done, also when somebody stops it halfway."""

    whole = nullcontext
    stopped = gettext_lazy("What was done before that cannot be taken back.")


def in_background(work, *, run_of=Run):
    """Make a task of `work(run, **arguments)`, which gives what to keep in the job: a file, or the page to go to.

    All that it changes is one transaction, together with the end of the job: a job is never done twice.
    """

    @task()
    @wraps(work)
    def carry_out(job, **arguments):
        perform(work, run_of(Job.objects.select_related("by").get(pk=job)), arguments)

    return carry_out


def step_by_step(work):
    """Make a task of work that cannot be taken back, such as mail: each step is kept as soon as it is done.

    When a lost process left it halfway it is begun again, so the work itself skips what was done since it was asked.
    """
    return in_background(work, run_of=RunInSteps)


def perform(work, run, arguments):
    job = run.job
    origin = audit.origin.set("background")
    try:
        with translation.override(job.language):
            carry_out(work, run, arguments)
    finally:
        audit.origin.reset(origin)
        run.close()


def carry_out(work, run, arguments):
    try:
        if not run.begin():
            return
        with run.whole(), pghistory.context(user=run.job.by_id):  # as for what is done on a page
            if not run.job.by.is_active:
                raise ValidationError(_("The account that asked for this is closed."))
            outcome = {"status": JobStatus.DONE} | work(run, **arguments)
            finish(run.job, **outcome)
    except StopAsked:
        finish(run.job, JobStatus.STOPPED, message=run.stopped)
    except ValidationError as refusal:
        finish(run.job, JobStatus.FAILED, message="\n".join(refusal.messages))
    except Exception:
        logger.exception("Background job %s failed", run.job.pk)
        finish(run.job, JobStatus.FAILED, message=_("Something went wrong on our side, and it was written down."))


def finish(job, status, **outcome):
    """How it ended and what came of it."""
    Job.objects.filter(pk=job.pk).update(status=status, finished_at=timezone.now(), **outcome)


def nobody_is_at(job) -> bool:
    """Whether the process that began this job is gone; for the transaction of now nobody else begins it either."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_try_advisory_xact_lock({LOCK})", [str(job.pk)])
        return cursor.fetchone()[0]
