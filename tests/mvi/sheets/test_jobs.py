"""Long imports and exports are done in the background, by the same code and with the same outcome."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from mvi.models import AuditEvent, ImportStatus, Job, JobStatus, SearchItem, SheetImport
from mvi.sheets import files, jobs
from strategy.models import Theme
from tests.factories.strategy import StrategyFactory, ThemeFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("signals_put_back")]


@pytest.fixture(autouse=True)
def _everything_is_long(monkeypatch):
    monkeypatch.setattr(jobs, "LONG", 0)


@pytest.fixture
def administrator(login):
    return login(is_staff=True, is_superuser=True)


def done():
    """Do what waits, and give the newest job."""
    call_command("run_jobs", batch=True)
    return Job.objects.first()


def test_a_long_list_becomes_a_file_that_waits_for_who_asked(client, administrator):
    ThemeFactory(name="Circulair")
    ThemeFactory(name="Sociaal")

    response = client.post(reverse("strategy:theme-list"), {"format": "xlsx"})
    job = done()

    assert response.url == job.get_absolute_url()
    assert (job.status, job.title, job.file_name) == (JobStatus.DONE, "Thema’s als xlsx", "themas.xlsx")
    sheet = files.read(bytes(job.file))[""]
    assert sorted(row[1] for row in sheet) == ["Circulair", "Sociaal"]
    assert AuditEvent.objects.get(action="export").details == {"rows": 2, "format": "xlsx"}


def test_a_csv_is_sent_while_it_is_made_however_long(client, administrator):
    ThemeFactory(name="Circulair")

    response = client.post(reverse("strategy:theme-list"), {"format": "csv"})

    assert "Circulair" in b"".join(response.streaming_content).decode("utf-8-sig")
    assert not Job.objects.exists()


def test_the_workbook_becomes_a_file_too(client, administrator):
    ThemeFactory(name="Circulair")

    client.post(reverse("reports:workbook", kwargs={"ending": "ods"}))
    job = done()

    assert (job.title, job.file_name) == ("Werkboek als ods", "werkboek.ods")
    assert [row[1] for row in files.read(bytes(job.file))["Thema’s"]] == ["Circulair"]


@pytest.fixture
def send(client, administrator):
    """Send a file for the themes, and give the address of its import once it was looked at."""

    def send_file(text):
        file = SimpleUploadedFile("themas.csv", text.encode())
        response = client.post(reverse("admin:strategy_theme_import"), {"file": file})
        assert response.url == Job.objects.first().get_absolute_url()
        return reverse("admin:strategy_theme_import_look", args=[SheetImport.objects.get().pk])

    return send_file


def test_a_long_file_is_looked_at_and_imported_in_the_background(client, send):
    strategy = StrategyFactory().title
    address = send(f"Strategie;Naam;Vreemd\n{strategy};Water;x\n{strategy};Lucht;y\n")
    assert client.get(address).url == reverse("admin:strategy_theme_import")  # nobody looked yet

    job = done()
    assert client.get(job.get_absolute_url()).url == address
    assert "“Vreemd”" in client.get(address).text

    client.post(address, {"verb": "map", "heading_0": "strategy", "heading_1": "name", "heading_2": ""})
    done()
    assert client.get(address).context["totals"]["new"] == 2
    assert not Theme.objects.exists()

    client.post(address, {"verb": "import"})
    job = done()
    assert (job.title, job.status) == ("themas.csv importeren", JobStatus.DONE)
    assert set(Theme.objects.values_list("name", flat=True)) == {"Water", "Lucht"}
    assert SheetImport.objects.get().status == ImportStatus.DONE


def test_words_that_a_lost_process_left_are_gathered_by_the_next_and_until_then_the_page_says_so(client, send):
    address = send(f"Strategie;Naam\n{StrategyFactory().title};Water\n")
    done()
    client.post(address, {"verb": "import"})
    done()
    water = SearchItem.objects.filter(kind="strategy.theme", title="Water")
    SearchItem.objects.create(kind="pilots.pilot", object_id=1, title="Van een ander", body="", waits=True)
    assert "Zoeken vindt nog niet al deze rijen" not in client.get(address).text
    water.update(waits=True)
    assert "Zoeken vindt nog niet al deze rijen" in client.get(address).text

    call_command("run_jobs", batch=True)

    assert water.get().title_words == "'water':1"
    assert "Zoeken vindt nog niet al deze rijen" not in client.get(address).text


def test_what_changed_since_the_look_is_told_and_looked_at_again(client, send):
    theme = ThemeFactory(name="Circulair", level=1)
    address = send(f"Strategie;Naam;Niveau\n{theme.strategy.title};Circulair;3\n")
    done()
    Theme.objects.filter(pk=theme.pk).update(level=2)

    client.post(address, {"verb": "import"})
    job = done()

    assert job.status == JobStatus.FAILED
    assert "intussen iets veranderd" in job.message
    assert client.get(address).context["report"]["rows"]["update"][0]["changes"][0][1] == "2 · significant"
    theme.refresh_from_db()
    assert theme.level == 2


def test_a_file_that_was_imported_already_is_not_imported_again(client, send):
    address = send(f"Strategie;Naam\n{StrategyFactory().title};Water\n")
    done()
    client.post(address, {"verb": "import"})
    client.post(address, {"verb": "import"})

    done()

    assert sorted(Job.objects.filter(title__contains="importeren").values_list("status", flat=True)) == [
        "done",
        "done",
        "failed",
    ]
    assert Theme.objects.count() == 1


@pytest.mark.parametrize(
    ("later", "outcome", "status", "left"),
    [
        ("Water", JobStatus.DONE, ImportStatus.UNDONE, 0),
        ("Lucht", JobStatus.FAILED, ImportStatus.DONE, 1),
    ],
)
def test_a_long_import_is_undone_in_the_background_or_refused_there(client, send, later, outcome, status, left):
    address = send(f"Strategie;Naam\n{StrategyFactory().title};Water\n")
    done()
    client.post(address, {"verb": "import"})
    done()
    Theme.objects.exclude(name=later).update(name=later)

    response = client.post(address, {"verb": "undo"})
    job = done()

    assert response.url == job.get_absolute_url()
    assert (job.status, job.title) == (outcome, "Import van themas.csv ongedaan maken")
    assert ("“Lucht” is na de import gewijzigd" in job.message) == (outcome == JobStatus.FAILED)
    history = Theme.pgh_event_model.objects.filter(pgh_label__in=["insert", "delete"])
    assert {event.pgh_context.metadata["user"] for event in history} == {job.by_id}
    assert SheetImport.objects.get().status == status
    assert Theme.objects.count() == left
