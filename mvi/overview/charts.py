"""The charts that look across the apps, each for who may see its rows; pages and reports show the same ones."""

from collections import Counter

from django.db.models import Count
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from mvi import charts
from mvi.charts import Chart, colour, theme_colour
from mvi.models import User
from mvi.overview.progress import judged_goals
from mvi.templatetags.formats import plain_number, with_unit
from pilots.models import Kpi, Milestone, Phase, Pilot, PilotCoreValue, PilotTheme, Standing
from strategy.charts import measured
from strategy.models import CoreValue, Direction, GoalStatus, Indicator, Strategy, Theme
from strategy.status import trajectory

SHOWN = 12  # indicators, KPIs and pilots in one look; the lists have them all
STATUS = {  # colour and sign of each
    GoalStatus.ON_TRACK: ("color-ok", "✓"),
    GoalStatus.BEHIND: ("color-danger", "▼"),
    GoalStatus.STALE: ("color-warning", "…"),
    GoalStatus.UNMEASURED: ("color-ink-subtle", "?"),
}
TRAJECTORY = "verloop-"  # and the number of the indicator
GOALS = ["strategy.view_strategy", "strategy.view_goal", "strategy.view_indicator", "strategy.view_measurement"]


def chart(name: str, user: User, strategy: Strategy | None) -> Chart | None:
    """The chart with this name; None when this user may not see its rows, or there are none."""
    if name.startswith(TRAJECTORY):
        pk = name.removeprefix(TRAJECTORY)
        if not (strategy and pk.isdecimal() and user.has_perms(GOALS)):
            return None
        indicator = with_trajectory(strategy).filter(pk=pk).first()
        return indicator and trajectory_of(indicator, measured([indicator])[indicator.pk])
    permissions, make = KINDS.get(name, ([], None))
    return make(strategy) if make and strategy and user.has_perms(permissions) else None


def all_charts(user: User, strategy: Strategy | None) -> list[Chart]:
    """Those for which there are rows that this user may see."""
    found = [chart(name, user, strategy) for name in KINDS]
    if strategy and user.has_perms(GOALS):
        indicators = list(with_trajectory(strategy)[:SHOWN])
        points = measured(indicators)
        found += [trajectory_of(indicator, points[indicator.pk]) for indicator in indicators]
    return [made for made in found if made]


def goals_by_status(strategy: Strategy) -> Chart | None:
    """How the goals of each theme stand."""
    goals = judged_goals(strategy)
    return status_per_theme([(goal.theme.name, goal.judgement.status) for goal in goals]) if goals else None


def status_per_theme(found: list[tuple[str, str]]) -> Chart:
    """The goals of each theme by status, from the name of the theme and the status of every goal."""
    themes, number = list(dict.fromkeys(theme for theme, _status in found)), Counter(found)
    return Chart(
        name="doelen-per-thema",
        title=_("Goals by status, per theme"),
        summary=_("%(number)d of %(total)d goals are on track.")
        % {"number": sum(number[theme, GoalStatus.ON_TRACK] for theme in themes), "total": len(found)},
        columns=[_("Theme"), *(capfirst(status.label) for status in STATUS)],
        rows=[[theme, *(number[theme, status] for status in STATUS)] for theme in themes],
        spec=charts.stacked_bars(
            [
                {"name": theme, "part": str(status.label), "number": number[theme, status]}
                for theme in themes
                for status in STATUS
            ],
            order=themes,
            series={str(status.label): (colour(paint), sign) for status, (paint, sign) in STATUS.items()},
            unit=_("number of goals"),
        ),
    )


def with_trajectory(strategy: Strategy):
    """Indicators of which the line that is asked for is known."""
    in_use = {"goal__archived_at": None, "goal__theme__archived_at": None}
    return (
        Indicator.objects.with_values()
        .filter(goal__theme__strategy=strategy, baseline__isnull=False, target__isnull=False, **in_use)
        .order_by("goal__theme__position", "goal__position", "pk")
    )


def trajectory_of(indicator: Indicator, points: list) -> Chart:
    """The line that was asked for, and what was measured."""
    return course(f"{TRAJECTORY}{indicator.pk}", str(indicator), indicator.unit, trajectory(indicator), points)


def course(name: str, title: str, unit: str, line: list, points: list) -> Chart:
    """The same from days with their values, the oldest first."""
    asked, real = _("asked"), _("measured")
    rows = [
        {"day": day.isoformat(), "value": float(value), "part": part}
        for part, some in ((asked, line), (real, points))
        for day, value in some
    ]
    said = _("From %(baseline)s on %(first)s to %(target)s on %(last)s.") % {
        "baseline": with_unit(line[0][1], unit),
        "first": date_format(line[0][0]),
        "target": with_unit(line[-1][1], unit),
        "last": date_format(line[-1][0]),
    }
    if points:
        day, value = points[-1]
        said += " " + _("Last measured: %(value)s on %(day)s.") % {
            "value": with_unit(value, unit),
            "day": date_format(day),
        }
    return Chart(
        name=name,
        title=title,
        summary=said,
        columns=[_("Date"), capfirst(asked), capfirst(real)],
        rows=[[date_format(day), plain_number(value), "–"] for day, value in line]
        + [[date_format(day), "–", plain_number(value)] for day, value in points],
        spec=charts.lines(
            rows,
            series={asked: (colour("color-ink-subtle"), [6, 4]), real: (colour("color-action"), [1, 0])},
            unit=unit,
        ),
    )


def pilots_by_phase(strategy: Strategy) -> Chart | None:
    """Where the running pilots of each theme are; a pilot with two themes counts in both."""
    found = (
        PilotTheme.objects.filter(
            theme__strategy=strategy, pilot__standing=Standing.ACTIVE, pilot__archived_at__isnull=True
        )
        .order_by()
        .values_list("theme", "pilot__phase")
        .annotate(number=Count("pk"))
    )
    count = {(theme, phase): number for theme, phase, number in found}
    themes = list(Theme.objects.in_use().filter(strategy=strategy))
    if not count:
        return None
    phases = {phase: capfirst(phase.label) for phase in Phase}
    return Chart(
        name="pilots-per-fase",
        title=_("Running pilots by phase and theme"),
        summary=_("A pilot with more themes counts with each of them."),
        columns=[_("Theme"), *phases.values()],
        rows=[[theme.name, *(count.get((theme.pk, phase), 0) for phase in phases)] for theme in themes],
        spec=charts.bubbles(
            [
                {"name": theme.name, "column": label, "number": count.get((theme.pk, phase), 0)}
                for theme in themes
                for phase, label in phases.items()
            ],
            across=list(phases.values()),
            down={theme.name: theme_colour(theme.colour) for theme in themes},
        ),
    )


def themes_and_values(strategy: Strategy) -> Chart | None:
    """In how many pilots a theme and a core value come together."""
    themes = list(Theme.objects.in_use().filter(strategy=strategy))
    values = list(CoreValue.objects.in_use().filter(strategy=strategy))
    found = (
        PilotCoreValue.objects.filter(
            core_value__in=values, pilot__archived_at__isnull=True, pilot__pilot_themes__theme__in=themes
        )
        .order_by()
        .values_list("pilot__pilot_themes__theme", "core_value")
        .annotate(number=Count("pilot", distinct=True))
    )
    count = {(theme, value): number for theme, value, number in found}
    if not count:
        return None
    return Chart(
        name="themas-en-waarden",
        title=_("Themes and core values that come together in pilots"),
        summary=_("The number of pilots that practise a theme and a core value together. An empty place is a chance."),
        columns=[_("Theme"), *(value.name for value in values)],
        rows=[[theme.name, *(count.get((theme.pk, value.pk), 0) for value in values)] for theme in themes],
        spec=charts.grid(
            [
                {"name": theme.name, "column": value.name, "number": count.get((theme.pk, value.pk), 0)}
                for theme in themes
                for value in values
            ],
            across=[value.name for value in values],
            down=[theme.name for theme in themes],
        ),
    )


def asked_and_realised(_strategy) -> Chart | None:
    """What came of what was asked, of the KPIs that have both; newest pilots first."""
    kpis = Kpi.objects.with_results().select_related("pilot").filter(pilot__archived_at=None, asked__gt=0)
    kpis = list(kpis.filter(results__isnull=False).distinct().order_by("-pilot", "name")[:SHOWN])
    if not kpis:
        return None
    good = [kpi.gap >= 0 for kpi in kpis]
    return Chart(
        name="gevraagd-en-gerealiseerd",
        title=_("Asked and realised"),
        summary=_("%(number)d of %(total)d KPIs came out as asked or better.")
        % {"number": sum(good), "total": len(kpis)},
        columns=[
            _("Pilot"),
            _("KPI"),
            capfirst(Kpi._meta.get_field("direction").verbose_name),
            _("Asked"),
            _("Realised"),
        ],
        rows=[
            [
                kpi.pilot.name,
                kpi.name,
                Direction(kpi.direction).label,
                with_unit(kpi.asked, kpi.unit),
                with_unit(kpi.latest_result.value, kpi.unit),
            ]
            for kpi in kpis
        ],
        spec=charts.shares_of(
            [
                {
                    "name": f"{kpi.pilot}\n{kpi}",
                    "share": round(100 * float(kpi.latest_result.value / kpi.asked)),
                    "good": reached,
                    "sign": ("✓ " if reached else "▼ ") + with_unit(kpi.latest_result.value, kpi.unit),
                }
                for kpi, reached in zip(kpis, good, strict=True)
            ],
            line=100,
            label=_("asked"),
            unit=_("realised, as a percentage of what was asked"),
        ),
    )


def timeline(_strategy) -> Chart | None:
    """The milestones of the running pilots."""
    pilots = list(
        Pilot.objects.running().filter(archived_at=None, milestones__isnull=False).distinct().order_by("-pk")[:SHOWN]
    )
    milestones = list(Milestone.objects.filter(pilot__in=pilots).select_related("pilot").order_by("due_on", "pk"))
    if not milestones:
        return None
    done, open_, late = _("done"), _("to come"), _("too late")
    states = [done if row.done_on else late if row.is_overdue else open_ for row in milestones]
    return Chart(
        name="tijdlijn",
        title=_("Milestones of the running pilots"),
        summary=_("%(late)d of %(total)d milestones are too late. The line is today.")
        % {"late": states.count(late), "total": len(states)},
        columns=[_("Pilot"), _("Milestone"), _("Due on"), _("State")],
        rows=[
            [row.pilot.name, row.name, date_format(row.due_on), state]
            for row, state in zip(milestones, states, strict=True)
        ],
        spec=charts.moments(
            [
                {"name": row.pilot.name, "day": row.due_on.isoformat(), "state": state}
                for row, state in zip(milestones, states, strict=True)
            ],
            order=[pilot.name for pilot in pilots],
            states={
                done: (colour("color-ok"), "circle"),
                open_: (colour("color-action"), "diamond"),
                late: (colour("color-danger"), "triangle-down"),
            },
            today=timezone.localdate().isoformat(),
        ),
    )


KINDS = {  # name → who may see it, and how it is made
    "doelen-per-thema": ([*GOALS, "strategy.view_theme"], goals_by_status),
    "pilots-per-fase": (["pilots.view_pilot", "strategy.view_theme"], pilots_by_phase),
    "themas-en-waarden": (
        ["pilots.view_pilot", "strategy.view_theme", "strategy.view_corevalue"],
        themes_and_values,
    ),
    "gevraagd-en-gerealiseerd": (["pilots.view_pilot", "pilots.view_kpi", "pilots.view_result"], asked_and_realised),
    "tijdlijn": (["pilots.view_pilot", "pilots.view_milestone"], timeline),
}
