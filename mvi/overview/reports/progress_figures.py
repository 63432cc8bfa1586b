"""The figures of a progress report as plain data: of now while it is written, kept for good when it is made final.

Goals are judged on the last day of the period; actions, pilots and deviations are as they stand on the day of making.
"""

import datetime as dt
from decimal import Decimal

from django.db.models import Count, Q
from django.utils import timezone

from mvi.overview.progress import judged_goals
from mvi.templatetags.formats import plain
from pilots.models import Kpi, Lesson, Phase, Pilot, PilotTheme, Result, Standing
from strategy.charts import measured
from strategy.models import Action, ActionStatus, Direction, ProgressReport, Theme
from strategy.status import trajectory

MOST = 40  # rows of one table: what a council can read; the lists of the site have them all


def figures(report: ProgressReport) -> dict:
    """All that the document tells, in a fixed number of queries; only text, numbers, lists and days as 2026-06-30."""
    strategy, last = report.strategy, min(report.ends_on, timezone.localdate())
    period = (report.starts_on, last)
    texts = dict(report.narratives.values_list("theme", "text"))
    themes = Theme.objects.in_use().filter(strategy=strategy)
    return {
        "on": last.isoformat(),
        "themes": [
            {"id": theme.pk, "name": theme.name, "colour": theme.colour, "text": texts.get(theme.pk, "")}
            for theme in themes
        ],
        "goals": goals(strategy, last),
        "actions": actions(strategy, last),
        "pilots": pilots(),
        "results": results(period),
        "deviations": [deviation(link) for link in PilotTheme.objects.below_strategy().filter(theme__in=themes)[:MOST]],
        "lessons": [
            {"title": lesson.title, "text": lesson.text, "pilot": lesson.pilot.name}
            for lesson in Lesson.objects.for_list().filter(learned_on__range=period, pilot__archived_at=None)[:MOST]
        ],
    }


def goals(strategy, last):
    found = judged_goals(strategy, last)
    indicators = [indicator for goal in found for indicator in goal.figures]
    points = measured(indicators)
    return [
        {
            "theme": goal.theme_id,
            "statement": goal.statement,
            "year": goal.year,
            "status": goal.judgement.status,
            "explanation": goal.judgement.explanation,
            "by_hand": goal.judgement.by_hand,
            "indicators": [course(indicator, points[indicator.pk], last) for indicator in goal.figures],
        }
        for goal in found
    ]


def course(indicator, points, last):
    """An indicator: the line that was asked for, when it is known, and what was measured until then."""
    complete = indicator.baseline is not None and indicator.target is not None
    return {
        "name": indicator.name,
        "unit": indicator.unit,
        "asked": dated(trajectory(indicator)) if complete else [],
        "measured": dated((day, value) for day, value in points if day <= last),
    }


def dated(points):
    return [[day.isoformat(), number(value)] for day, value in points]


def number(value: Decimal | None):
    """A decimal as JSON keeps it without loss."""
    return None if value is None else f"{plain(value):f}"


def actions(strategy, last):
    planned = Action.objects.planned().filter(theme__strategy=strategy, theme__archived_at=None)
    late = planned.unfinished().filter(ends_on__lt=last).select_related("theme", "owner").order_by("ends_on", "pk")
    counts = planned.aggregate(total=Count("pk"), done=Count("pk", filter=Q(status=ActionStatus.DONE)))
    return counts | {
        "number_late": late.count(),
        "late": [
            {
                "title": action.title,
                "theme": action.theme.name,
                "owner": str(action.owner or ""),
                "ends_on": action.ends_on.isoformat(),
            }
            for action in late[:MOST]
        ],
    }


def pilots():
    """How many pilots there are in each phase, and how many do not run any more."""
    running = Q(standing=Standing.ACTIVE)
    counts = {f"phase_{phase}": Count("pk", filter=running & Q(phase=phase)) for phase in Phase.values}
    counts |= {f"standing_{standing}": Count("pk", filter=Q(standing=standing)) for standing in Standing.values}
    found = Pilot.objects.in_use().aggregate(**counts)
    return {
        "phases": {phase: found[f"phase_{phase}"] for phase in Phase.values},
        "standings": {standing: found[f"standing_{standing}"] for standing in Standing.values},
    }


def results(period):
    """What was measured of pilots in the period, against what was asked; the latest of each KPI."""
    measured_now = Result.objects.filter(on__range=period).values("kpi")
    kpis = Kpi.objects.with_results().filter(pk__in=measured_now, pilot__archived_at=None)
    kpis = kpis.select_related("pilot").order_by("pilot__name", "name")[:MOST]
    return [result(kpi, period[1]) for kpi in kpis]


def result(kpi, last):
    latest = next(row for row in kpi.results.all() if row.on <= last)
    gap = None if kpi.asked is None else (latest.value - kpi.asked) * (1 if kpi.direction == Direction.UP else -1)
    return {
        "pilot": kpi.pilot.name,
        "kpi": kpi.name,
        "unit": kpi.unit,
        "asked": number(kpi.asked),
        "realised": number(latest.value),
        "on": latest.on.isoformat(),
        "gap": number(gap),
    }


def deviation(link):
    return {
        "pilot": link.pilot.name,
        "theme": link.theme.name,
        "asked": link.theme.level,
        "chosen": link.level,
        "reason": link.reason,
    }


def day_of(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
