"""Somebody follows what they asked for, stops it and saves what came of it; nobody else sees it."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from mvi.models import Job, JobStatus
from tests.factories.mvi import JobFactory

HTMX = {"HX-Request": "true"}


@pytest.fixture
def user(login):
    return login()


def finished(status, user, **fields):
    return JobFactory(by=user, status=status, finished_at=timezone.now(), **fields)


@pytest.mark.django_db
def test_the_list_shows_my_own_of_the_last_week(client, user):
    finished(JobStatus.DONE, user, title="Pilots als xlsx", file=b"x", file_name="pilots.xlsx")
    finished(JobStatus.FAILED, user, title="Mislukt")
    JobFactory(by=user, title="Wacht nog")
    JobFactory(title="Van een ander")
    Job.objects.filter(pk=JobFactory(by=user, title="Lang geleden").pk).update(
        asked_at=timezone.now() - dt.timedelta(days=8)
    )

    shown = client.get(reverse("jobs:list")).text

    assert all(text in shown for text in ("Pilots als xlsx", "pilots.xlsx opslaan", "Mislukt", "Wacht nog"))
    assert "Van een ander" not in shown
    assert "Lang geleden" not in shown


@pytest.mark.django_db
def test_an_empty_list_says_what_comes_here(client, user):
    assert "De afgelopen week is er niets gevraagd." in client.get(reverse("jobs:list")).text


@pytest.mark.django_db
def test_the_page_shows_how_far_it_is_and_looks_again(client, user):
    job = JobFactory(by=user, status=JobStatus.RUNNING, done=1500, total=10_000)

    whole = client.get(job.get_absolute_url())
    part = client.get(job.get_absolute_url(), headers=HTMX)

    assert 'hx-trigger="every 1s"' in whole.text
    assert "1.500 van 10.000" in part.text
    assert "<html" not in part.text
    Job.objects.update(total=0, done=0)
    assert "Net begonnen" in client.get(job.get_absolute_url(), headers=HTMX).text


@pytest.mark.django_db
def test_a_job_that_nobody_takes_up_says_whom_to_ask(client, user):
    job = JobFactory(by=user)
    assert "Het begint zo." in client.get(job.get_absolute_url()).text
    Job.objects.update(asked_at=timezone.now() - dt.timedelta(minutes=1))

    assert "run_jobs" in client.get(job.get_absolute_url()).text


@pytest.mark.django_db
def test_the_file_is_there_to_save_and_never_shown_in_the_page(client, user):
    job = finished(JobStatus.DONE, user, file=b"abc", file_name="pilots.xlsx", content_type="application/x-test")
    address = reverse("jobs:file", args=[job.pk])

    assert address in client.get(job.get_absolute_url()).text
    response = client.get(address)

    assert (response.content, response["Content-Type"]) == (b"abc", "application/x-test")
    assert response["Content-Disposition"] == 'attachment; filename="pilots.xlsx"'
    assert client.get(job.get_absolute_url(), headers=HTMX)["HX-Redirect"] == job.get_absolute_url()


@pytest.mark.django_db
def test_what_has_a_page_of_its_own_leads_there(client, user):
    job = finished(JobStatus.DONE, user, address="/pilots/")

    assert client.get(job.get_absolute_url()).url == "/pilots/"
    assert client.get(job.get_absolute_url(), headers=HTMX)["HX-Redirect"] == "/pilots/"
    assert client.get(reverse("jobs:file", args=[job.pk])).status_code == 404


@pytest.mark.django_db
def test_what_was_done_is_said_on_the_page_where_it_leads(client, user):
    job = finished(JobStatus.DONE, user, address=reverse("jobs:list"), message="2 uitnodigingen zijn gemaild.")

    assert "2 uitnodigingen zijn gemaild." in client.get(job.get_absolute_url(), follow=True).text


@pytest.mark.django_db
@pytest.mark.parametrize("status", [JobStatus.FAILED, JobStatus.STOPPED])
def test_what_did_not_work_out_says_why_and_leads_back(client, user, status):
    job = finished(status, user, address="/pilots/importeren/", message="Dit kan niet.")

    shown = client.get(job.get_absolute_url()).text

    assert "Dit kan niet." in shown
    assert 'href="/pilots/importeren/"' in shown


@pytest.mark.django_db
def test_it_is_stopped_from_its_page(client, user):
    job = JobFactory(by=user)
    address = reverse("jobs:stop", args=[job.pk])
    assert address in client.get(job.get_absolute_url()).text

    stopped = client.post(address, follow=True).text
    assert "Het wordt gestopt." in stopped
    assert "Er is niets gewijzigd of bewaard." in stopped
    assert "Dit is al klaar" in client.post(address, follow=True).text
    job.refresh_from_db()
    assert (job.status, str(job)) == (JobStatus.STOPPED, job.title)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["jobs:job", "jobs:file", "jobs:stop"])
def test_what_somebody_else_asked_for_stays_theirs(client, login, name):
    login(is_superuser=True)
    job = finished(JobStatus.DONE, JobFactory().by, file=b"x", file_name="x.xlsx")

    assert client.get(reverse(name, args=[job.pk])).status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_the_list_has_the_same_queries_for_any_length(client, user, django_assert_num_queries, number):
    JobFactory.create_batch(number, by=user)
    client.get(reverse("jobs:list"))

    with django_assert_num_queries(6):
        client.get(reverse("jobs:list"))
