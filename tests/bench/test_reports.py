"""How long the progress report takes as PDF, beside about as many pages of plain text in the same run.

The budget is a second for forty pages on a machine that does nothing else.
"""

import datetime as dt
import time

import page
import pytest

from mvi.documents.nodes import Document, Paragraph
from mvi.documents.pdf import to_pdf
from mvi.overview.reports import progress_text
from strategy.models import ProgressReport
from tests.factories.pilots import KpiFactory, LessonFactory, PilotFactory, PilotThemeFactory, ResultFactory
from tests.factories.strategy import (
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    ProgressReportFactory,
    StrategyFactory,
    ThemeFactory,
    ThemeNarrativeFactory,
)

PROSE = "Wat er dit half jaar gebeurde, en wat het de inwoners heeft opgeleverd. " * 12
THEMES, GOALS, PILOTS = 10, 10, 150
PAGES = 40
ROUNDS = 3
PERIOD = {"starts_on": dt.date(2026, 1, 1), "ends_on": dt.date(2026, 6, 30)}


@pytest.fixture
def report(db):
    """Half a year of a strategy with ten themes, each with a story, goals with a course, and pilots with results."""
    strategy = StrategyFactory(is_current=True)
    report = ProgressReportFactory(strategy=strategy, **PERIOD)
    themes = ThemeFactory.create_batch(THEMES, strategy=strategy)
    for theme in themes:
        ThemeNarrativeFactory(report=report, theme=theme, text="\n\n".join([PROSE] * 9))
        for goal in GoalFactory.create_batch(GOALS, theme=theme, year=2029):
            dates = {"baseline_on": dt.date(2023, 12, 31), "target_on": dt.date(2029, 12, 31)}
            indicator = IndicatorFactory(goal=goal, baseline=10, target=80, **dates)
            for month in range(1, 7):
                MeasurementFactory(indicator=indicator, on=dt.date(2026, month, 15), value=20 + month)
    for number in range(PILOTS):
        pilot = PilotFactory(need=PROSE)
        PilotThemeFactory(pilot=pilot, theme=themes[number % THEMES])
        ResultFactory(kpi=KpiFactory(pilot=pilot, asked=50), on=dt.date(2026, 5, 1), value=40)
        LessonFactory(pilot=pilot, text=PROSE)
    return ProgressReport.objects.get(pk=report.pk)


def seconds(work):
    """Of the quickest of some rounds, after one to warm up."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times[1:])


def pages(made):
    return page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1).document.page_count


def test_forty_pages_of_progress(report, capsys):
    made = to_pdf(progress_text.document(report))
    plain = Document("Tekst", [Paragraph(PROSE) for _ in range(5 * pages(made))])

    told = seconds(lambda: progress_text.document(report))
    whole = seconds(lambda: to_pdf(progress_text.document(report)))
    bare = seconds(lambda: to_pdf(plain))

    with capsys.disabled():
        print(f"\n{pages(made)} pages of progress: {whole:.2f} s (budget 1 for 40), {told:.2f} to tell it", end="")  # noqa: T201
        print(f"\n{pages(to_pdf(plain))} pages of plain text: {bare:.2f} s, so {whole / bare:.1f} × as long")  # noqa: T201
    assert pages(made) >= PAGES
