"""Progress reports: figures of now while they are written, kept for good when they are made final."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import InternalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from mvi.documents.nodes import Bullets, Callout, Figure, Heading, KeyFigures, Paragraph, Table, plain
from mvi.documents.pdf import to_pdf
from mvi.models import AuditEvent
from mvi.overview.reports import progress_text
from mvi.overview.reports.actions import finalise
from mvi.overview.reports.progress_figures import figures
from pilots.models import Standing
from strategy.models import ActionStatus, ProgressReport, ThemeNarrative
from strategy.resources import ProgressReportResource, ThemeNarrativeResource
from tests.factories.mvi import UserFactory
from tests.factories.pilots import KpiFactory, LessonFactory, PilotFactory, PilotThemeFactory, ResultFactory
from tests.factories.strategy import (
    ActionFactory,
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    ProgressReportFactory,
    StrategyFactory,
    ThemeFactory,
    ThemeNarrativeFactory,
)
from tests.pdf import PROFILES, failed

pytestmark = pytest.mark.django_db


def headings(document):
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def table(document, caption):
    found = next(block for block in document.blocks if isinstance(block, Table) and block.caption == caption)
    return [[plain(cell) for cell in row] for row in found.rows]


def said(document):
    return [plain(block.text) for block in document.blocks if isinstance(block, Paragraph)]


@pytest.fixture
def report():
    """Half a year in which one of each thing happened."""
    strategy = StrategyFactory(title="MVI-strategie", is_current=True)
    theme = ThemeFactory(strategy=strategy, name="Circulair", level=2)
    goal = GoalFactory(theme=theme, statement="Minder grondstoffen", year=2029)
    indicator = IndicatorFactory(
        goal=goal,
        name="Aandeel",
        baseline=10,
        baseline_on=dt.date(2025, 12, 31),
        target=50,
        target_on=dt.date(2029, 12, 31),
        interval_months=6,
    )
    MeasurementFactory(indicator=indicator, on=dt.date(2026, 6, 1), value=20)
    MeasurementFactory(indicator=indicator, on=dt.date(2026, 7, 15), value=11)
    GoalFactory(theme=theme, statement="Nog niet gemeten")
    ActionFactory(theme=theme, title="Klaar", status=ActionStatus.DONE)
    ActionFactory(theme=theme, title="Te laat", ends_on=dt.date(2026, 5, 1))
    ActionFactory(theme=theme, title="Later", ends_on=dt.date(2026, 8, 1))
    ActionFactory(theme=theme, title="Vervallen", status=ActionStatus.DROPPED)
    pilot = PilotFactory(name="Bermen")
    PilotFactory(name="Weg", standing=Standing.PARKED, revisit_on=dt.date(2027, 1, 1))
    PilotThemeFactory(pilot=pilot, theme=theme, level=1, reason="Nog geen markt.")
    kpi = KpiFactory(pilot=pilot, name="Hergebruik", unit="%", asked=80)
    ResultFactory(kpi=kpi, on=dt.date(2026, 3, 1), value=70)
    ResultFactory(kpi=kpi, on=dt.date(2026, 6, 30), value=85)
    ResultFactory(kpi=kpi, on=dt.date(2026, 7, 1), value=10)
    ResultFactory(kpi=KpiFactory(pilot=pilot, name="Zonder vraag", unit="ton"), on=dt.date(2026, 6, 2), value=3)
    ResultFactory(kpi=KpiFactory(pilot=pilot, name="Van later"), on=dt.date(2026, 8, 2), value=3)
    LessonFactory(pilot=pilot, title="Begin eerder", text="Een half jaar.", learned_on=dt.date(2026, 4, 1))
    LessonFactory(pilot=pilot, title="Van later", learned_on=dt.date(2026, 8, 1))
    found = ProgressReportFactory(strategy=strategy, title="Eerste helft", decisions="Stel **geld** beschikbaar.")
    ThemeNarrativeFactory(report=found, theme=theme, text="Het ging goed.")
    return found


@pytest.fixture
def _after_the_period(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args: dt.date(2026, 9, 1))


@pytest.mark.usefixtures("_after_the_period")
def test_it_tells_what_happened_in_the_period_and_no_more(report):
    document = progress_text.document(report)

    assert headings(document) == [
        "In het kort",
        "Wat een besluit vraagt",
        "Hoe de doelen ervoor staan",
        "Circulair",
        "Pilots",
        "Wat in deze periode is geleverd",
        "Afwijkingen, met de redenen",
        "Wat we leerden",
    ]
    key = next(block for block in document.blocks if isinstance(block, KeyFigures))
    assert [figure[:2] for figure in key.figures] == [
        ("1 van 2", "doelen op koers"),
        ("1 van 3", "acties klaar"),
        ("1", "lopende pilots"),
        ("1", "lessen geleerd"),
    ]
    assert "Stel geld beschikbaar." in said(document)
    assert "Het ging goed." in said(document)
    assert [row[:3] for row in table(document, "Doelen van Circulair")] == [
        ["Minder grondstoffen", "2029", "Op koers"],
        ["Nog niet gemeten", "–", "Zonder meting"],
    ]
    assert table(document, "Aandeel")[-1] == ["1-6-2026", "–", "20%"]
    assert table(document, "Gevraagd en gerealiseerd") == [
        ["Bermen", "Hergebruik", "80%", "✓ 85%", "30-6-2026"],
        ["Bermen", "Zonder vraag", "–", "3\xa0ton", "2-6-2026"],
    ]
    assert table(document, "Onder het niveau van de strategie (pas toe of leg uit)") == [
        ["Bermen", "Circulair", "2 · significant", "1 · basis", "Nog geen markt."]
    ]
    assert table(document, "1 actie is over de datum") == [["Te laat", "Circulair", "nog niemand", "1-5-2026"]]
    assert [plain(item[0].text) for block in document.blocks if isinstance(block, Bullets) for item in block.items] == [
        "Begin eerder (Bermen)"
    ]
    assert len([block for block in document.blocks if isinstance(block, Figure)]) == 2


def test_an_empty_period_says_so():
    ProgressReportFactory(strategy=(strategy := StrategyFactory()))
    ThemeFactory(strategy=strategy)
    document = progress_text.document(ProgressReport.objects.get())

    assert set(said(document)) >= {
        "Er wordt u deze keer niets gevraagd.",
        "Over dit thema is niets geschreven.",
        "In deze periode is bij geen pilot een resultaat gemeten.",
        "Geen pilot blijft onder het niveau van de strategie en geen actie is over de datum.",
        "In deze periode is geen les opgeschreven.",
    }
    assert document.status == "concept"


def test_a_goal_judged_by_hand_and_a_shortfall_say_so(report):
    goal = report.strategy.themes.get().goals.get(statement="Nog niet gemeten")
    goal.status_override, goal.status_reason = "behind", "De markt is er niet."
    goal.save()
    ResultFactory(kpi=KpiFactory(name="CO₂", unit="ton", asked=10, direction="down"), on=dt.date(2026, 2, 1), value=12)

    document = progress_text.document(report)

    assert table(document, "Doelen van Circulair")[1][2:] == ["Achter", "De markt is er niet. (met de hand gezet)"]
    assert ["10\xa0ton", "▼ 12\xa0ton"] in [row[2:4] for row in table(document, "Gevraagd en gerealiseerd")]


def test_a_final_report_tells_the_same_whatever_changes_later(report):
    with translation.override("en"):
        finalise(report=report, by=UserFactory())
    report.refresh_from_db()
    before = progress_text.document(report)
    theme = report.strategy.themes.get()
    theme.goals.all().update(year=2040)
    type(theme).objects.filter(pk=theme.pk).update(name="Anders", colour=5)
    MeasurementFactory(indicator=theme.goals.first().indicators.first(), on=dt.date(2026, 6, 20), value=0)
    theme.actions.all().delete()
    PilotFactory.create_batch(2)

    assert progress_text.document(report) == before
    assert before.status == ""
    assert "nodig" in table(before, "Doelen van Circulair")[0][3]  # explained in the language of the house
    assert next(block for block in before.blocks if isinstance(block, Callout)).title == "Definitief"


def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(report):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            figures(report)
        return len(captured)

    before = queries()
    theme = ThemeFactory(strategy=report.strategy)
    for goal in GoalFactory.create_batch(3, theme=theme):
        MeasurementFactory(indicator=IndicatorFactory(goal=goal))
    for pilot in PilotFactory.create_batch(3):
        PilotThemeFactory(pilot=pilot, theme=theme, level=1)
        ResultFactory(kpi=KpiFactory(pilot=pilot), on=dt.date(2026, 5, 5))
        LessonFactory(pilot=pilot, learned_on=dt.date(2026, 5, 5))

    assert queries() == before


def test_it_is_made_final_once_and_not_before_its_period(report):
    person = UserFactory()
    finalise(report=report, by=person)

    assert AuditEvent.objects.get(action="finalise").actor == person
    with pytest.raises(ValidationError, match="al definitief"):
        finalise(report=report, by=person)
    later = ProgressReportFactory(starts_on=dt.date(2099, 1, 1), ends_on=dt.date(2099, 6, 1))
    with pytest.raises(ValidationError, match="nog niet begonnen"):
        finalise(report=later, by=person)


def test_the_database_refuses_to_change_what_is_final(report):
    narrative = report.narratives.get()
    finalise(report=report, by=UserFactory())
    other = ThemeFactory(strategy=report.strategy)

    for change in (
        lambda: ProgressReport.objects.filter(pk=report.pk).update(title="Anders"),
        lambda: ProgressReport.objects.filter(pk=report.pk).delete(),
        lambda: ThemeNarrative.objects.filter(pk=narrative.pk).update(text="Anders"),
        lambda: ThemeNarrative.objects.filter(pk=narrative.pk).delete(),
        lambda: ThemeNarrativeFactory(report=report, theme=other),
    ):
        with pytest.raises(InternalError), transaction.atomic():
            change()
    for row in (ProgressReport.objects.get(), ThemeNarrative.objects.get()):
        with pytest.raises(ValidationError, match="definitief"):
            row.full_clean()


def test_a_text_is_on_a_theme_of_the_same_strategy(report):
    with pytest.raises(ValidationError, match="andere strategie"):
        ThemeNarrative(report=report, theme=ThemeFactory(), text="Iets").full_clean()
    assert str(report.narratives.get()) == "Eerste helft · Circulair"
    assert report.narratives.get().get_absolute_url() == report.get_absolute_url()


@pytest.mark.parametrize(("resource", "column"), [(ProgressReportResource, 4), (ThemeNarrativeResource, 2)])
def test_a_sheet_never_changes_what_is_final(report, resource, column):
    finalise(report=report, by=UserFactory())
    sheet = resource().export()
    rows = [(*row[:column], "Anders", *row[column + 1 :]) for row in sheet]

    result = resource().import_data(type(sheet)(*rows, headers=sheet.headers), user=UserFactory(is_superuser=True))

    assert result.has_errors() or result.has_validation_errors()
    assert not ProgressReport.objects.filter(summary="Anders").exists()
    assert not ThemeNarrative.objects.filter(text="Anders").exists()


@pytest.fixture
def writer(login):
    return login(is_superuser=True)


@pytest.mark.usefixtures("writer")
def test_a_report_is_made_written_and_made_final_in_the_browser(client):
    theme = ThemeFactory(strategy=StrategyFactory(is_current=True), name="Circulair")
    form = client.get(reverse("reports:progress-add"))
    data = {
        "submission": form.context["submission"],
        "strategy": form.context["form"].initial["strategy"].pk,
        "title": "Halfjaar",
        "starts_on": "2026-01-01",
        "ends_on": "2026-06-30",
    }
    page_of_it = client.post(reverse("reports:progress-add"), data, follow=True)
    report = ProgressReport.objects.get()
    assert "Schrijven over Circulair" in page_of_it.text

    add = reverse("reports:narrative-add", args=[report.pk, theme.pk])
    token = client.get(add).context["submission"]
    page_of_it = client.post(add, {"submission": token, "text": "Het *lukte*."}, follow=True)
    narrative = report.narratives.get()
    assert "Wijzigen van de tekst over Circulair" in page_of_it.text
    assert "<em>lukte</em>" in page_of_it.text
    assert client.get(add).url == reverse("reports:narrative-change", args=[narrative.pk])
    assert "Circulair in “Halfjaar”" in client.get(client.get(add).url).text

    client.post(reverse("reports:progress-finalise", args=[report.pk]))
    page_of_it = client.get(report.get_absolute_url())
    assert "Definitief gemaakt op" in page_of_it.text
    assert reverse("reports:progress-change", args=[report.pk]) not in page_of_it.text
    for name in ("progress-change", "progress-remove", "progress-finalise"):
        assert client.get(reverse(f"reports:{name}", args=[report.pk])).status_code == 404
    assert client.get(reverse("reports:narrative-change", args=[narrative.pk])).status_code == 404
    assert "definitief" in client.get(reverse("reports:list")).text


@pytest.mark.usefixtures("writer")
def test_what_cannot_be_made_final_says_why(client):
    report = ProgressReportFactory(starts_on=dt.date(2099, 1, 1), ends_on=dt.date(2099, 6, 1))

    response = client.post(reverse("reports:progress-finalise", args=[report.pk]))

    assert response.status_code == 409
    assert "nog niet begonnen" in response.text


@pytest.mark.usefixtures("writer")
def test_the_period_ends_after_it_starts(client):
    ProgressReportFactory(strategy=StrategyFactory(is_current=True))
    form = client.get(reverse("reports:progress-add"))
    data = {
        "submission": form.context["submission"],
        "strategy": form.context["form"].initial["strategy"].pk,
        "title": "Halfjaar",
        "starts_on": "2026-06-30",
        "ends_on": "2026-01-01",
    }

    assert client.post(reverse("reports:progress-add"), data).context["form"].errors == {
        "ends_on": ["Een periode eindigt na de begindatum."]
    }


def test_it_is_a_pdf_that_everybody_can_read(report):
    found = to_pdf(progress_text.document(report))

    assert [failed(found, profile) for profile in PROFILES] == [[], []]
