"""A job is done once, whole or not at all; others see how far it is, may stop it, and take up what was left."""

import datetime as dt
import threading

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.utils import timezone
from django.utils.translation import get_language
from django_tasks_db.models import DBTaskResult

from mvi.jobs.actions import start, stop, take_up_again
from mvi.jobs.running import Run, counted, in_background, step_by_step
from mvi.models import AuditEvent, Job, JobStatus, User
from tests.factories.mvi import JobFactory, UserFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),  # what a job does and what is told of it are two connections
    pytest.mark.usefixtures("signals_put_back"),
]


@in_background
def make_file(run, *, rows):
    """Leaves a mark in the database, and says how far it is."""
    UserFactory(name=f"Teken ({get_language()})")
    seen = []
    for row in counted(range(rows), rows, run.progress):
        job = Job.objects.get(pk=run.job.pk)
        seen.append(f"{row}: {job.status} {job.done} of {job.total}")
    return {"file": "\n".join(seen).encode(), "file_name": "gezien.txt", "content_type": "text/plain"}


@in_background
def be_stopped(run):
    """Somebody stops it while it runs."""
    UserFactory(name="Teken")
    stop_elsewhere_now(run.job)
    run.progress(2, 2)


@step_by_step
def be_stopped_halfway(run):
    """Somebody stops it when one of two steps is done."""
    UserFactory(name="Teken")
    stop_elsewhere_now(run.job)
    run.progress(2, 2)
    UserFactory(name="Teken te veel")


def stop_elsewhere_now(job):
    person = threading.Thread(target=stop_elsewhere, args=[job])
    person.start()
    person.join()


def stop_elsewhere(job):
    stop(job=job, by=job.by)
    connection.close()


@in_background
def be_refused(run):
    UserFactory(name="Teken")
    raise ValidationError(["Dit kan niet.", "Dat ook niet."])


@in_background
def break_down(run):
    UserFactory(name="Teken")
    raise RuntimeError("a secret")


def marks():
    """What a job left in the database."""
    return User.objects.filter(name__startswith="Teken")


def work():
    call_command("run_jobs", batch=True)


def asked(task, **arguments):
    return start(task=task, title="Iets langs", by=UserFactory(), **arguments)


def test_a_job_leaves_its_file_and_tells_how_far_it_is():
    job = asked(make_file, rows=2)
    assert (job.status, job.is_finished) == (JobStatus.WAITING, False)

    work()

    job.refresh_from_db()
    assert (job.status, job.attempts, job.file_name) == (JobStatus.DONE, 1, "gezien.txt")
    assert bytes(job.file).decode().splitlines()[0] == "0: running 0 of 2"
    assert job.finished_at
    assert [mark.name for mark in marks()] == ["Teken (nl)"]
    assert list(AuditEvent.objects.values_list("action", "actor")) == [("start_job", job.by_id)]


def test_what_is_stopped_leaves_nothing():
    job = asked(be_stopped)

    work()

    job.refresh_from_db()
    assert (job.status, job.file) == (JobStatus.STOPPED, None)
    assert not marks()


def test_what_goes_step_by_step_stays_done_when_it_is_stopped():
    job = asked(be_stopped_halfway)

    work()

    job.refresh_from_db()
    assert (job.status, job.message) == (
        JobStatus.STOPPED,
        "Wat daarvoor al was gedaan, kan niet worden teruggenomen.",
    )
    assert [mark.name for mark in marks()] == ["Teken"]


def test_what_still_waited_is_never_begun():
    job = asked(make_file, rows=1)
    stop(job=job, by=job.by)

    work()

    job.refresh_from_db()
    assert (job.status, job.attempts) == (JobStatus.STOPPED, 0)
    assert not marks()
    with pytest.raises(ValidationError, match="al klaar"):
        stop(job=job, by=job.by)
    assert AuditEvent.objects.filter(action="stop_job", actor=job.by).count() == 1


def test_a_refusal_is_told_and_nothing_is_kept():
    job = asked(be_refused)

    work()

    job.refresh_from_db()
    assert (job.status, job.message) == (JobStatus.FAILED, "Dit kan niet.\nDat ook niet.")
    assert not marks()


def test_a_fault_of_ours_is_written_down_and_not_shown(caplog):
    job = asked(break_down)

    work()

    job.refresh_from_db()
    assert (job.status, "secret" in job.message) == (JobStatus.FAILED, False)
    assert f"Background job {job.pk} failed" in caplog.text
    assert not marks()


def test_nothing_is_done_for_a_closed_account():
    job = asked(make_file, rows=1)
    job.by.is_active = False
    job.by.save()

    work()

    job.refresh_from_db()
    assert (job.status, "gesloten" in job.message) == (JobStatus.FAILED, True)


def test_a_job_is_not_done_twice():
    job = asked(make_file, rows=1)
    DBTaskResult.objects.create(
        args_kwargs={"args": [str(job.pk)], "kwargs": {"rows": 1}},
        task_path=make_file.module_path,
        backend_name="default",
        run_after=timezone.now(),
    )

    work()

    job.refresh_from_db()
    assert (job.status, job.attempts, len(marks())) == (JobStatus.DONE, 1, 1)


def test_what_another_process_is_at_is_left_alone():
    job = asked(make_file, rows=1)
    other = Run(job)
    assert other.begin()

    assert take_up_again() == 0
    work()

    job.refresh_from_db()
    assert (job.status, job.attempts) == (JobStatus.RUNNING, 1)
    other.close()


def begun_and_lost(job):
    """A process takes it from the queue, begins, and is gone."""
    DBTaskResult.objects.update(status="RUNNING")
    lost = Run(job)
    lost.begin()
    lost.close()


def test_what_a_lost_process_left_is_taken_up_again():
    job = asked(make_file, rows=1)
    begun_and_lost(job)

    work()  # looks for it as it starts

    job.refresh_from_db()
    assert (job.status, job.attempts) == (JobStatus.DONE, 2)


def test_a_job_that_ends_its_process_every_time_is_given_up():
    job = asked(make_file, rows=1)
    for _time in range(Job.ATTEMPTS):
        begun_and_lost(job)

    work()

    job.refresh_from_db()
    assert (job.status, "tevergeefs" in job.message) == (JobStatus.FAILED, True)


def test_old_jobs_go_with_their_files_and_what_the_queue_knows():
    old = asked(make_file, rows=1)
    Job.objects.filter(pk=old.pk).update(asked_at=timezone.now() - Job.KEPT - dt.timedelta(hours=1))

    new = asked(make_file, rows=1)

    assert list(Job.objects.values_list("pk", flat=True)) == [new.pk]
    assert [str(pk) for pk in DBTaskResult.objects.values_list("pk", flat=True)] == [new.task]


def test_the_connection_on_the_side_is_closed_and_is_no_other_than_ours():
    run = Run(JobFactory())
    run.begin()

    assert run.side is not connections[DEFAULT_DB_ALIAS]
    run.close()
    assert run.side.connection is None
