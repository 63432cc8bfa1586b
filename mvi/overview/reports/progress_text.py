"""The voortgangsrapportage: how the strategy went in a period, what deviates and why, and what must be decided."""

from decimal import Decimal

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from mvi.documents.from_html import blocks_from, prose
from mvi.documents.nodes import (
    Bullets,
    Callout,
    Document,
    Facts,
    Figure,
    Heading,
    KeyFigures,
    Paragraph,
    Table,
    Text,
)
from mvi.models import Level
from mvi.overview import charts
from mvi.overview.reports.progress_figures import day_of, figures
from mvi.rich_text import to_html
from mvi.templatetags.formats import plain_number, with_unit
from pilots.models import Phase, Standing
from strategy.models import GoalStatus, ProgressReport

TONES = {
    GoalStatus.ON_TRACK: "ok",
    GoalStatus.BEHIND: "danger",
    GoalStatus.STALE: "warning",
    GoalStatus.UNMEASURED: "neutral",
}
CHARTS = 2  # indicators drawn for each theme; the page Cijfers has them all


def document(report: ProgressReport) -> Document:
    """From the figures that were kept, or those of now as long as the report is a concept."""
    found = report.content if report.is_final else figures(report)
    return Document(
        title=report.title,
        subtitle=_("%(first)s to %(last)s")
        % {"first": date_format(report.starts_on, "j F Y"), "last": date_format(report.ends_on, "j F Y")},
        kind=_("Progress of the strategy for socially responsible procurement"),
        date=day_of(found["on"]),
        status=status(report),
        language=get_language(),
        cover=True,
        contents=True,
        blocks=[
            *state(report),
            *in_short(report, found),
            *decisions(report),
            *where_goals_stand(found),
            *(block for theme in found["themes"] for block in of_theme(theme, found["goals"])),
            *pilots(found),
            *deviations(found),
            *lessons(found),
        ],
    )


def status(report):
    if report.is_final:
        return _("example") if report.is_example else ""
    return _("draft")


def state(report):
    if report.is_final:
        said = _("Made final on %(day)s. The figures were kept on that day and do not change any more.")
        yield Callout(_("Final"), [Paragraph(said % {"day": date_format(report.finalised_at, "j F Y")})], tone="ok")
    else:
        yield Callout(
            _("Draft"),
            [Paragraph(_("The figures are those of today; they are kept when the report is made final."))],
            tone="warning",
        )


def rich(text):
    return blocks_from(to_html(text, heading=2), below=1)


def in_short(report, found):
    yield Heading(_("In short"))
    goals, actions = found["goals"], found["actions"]
    on_track = sum(goal["status"] == GoalStatus.ON_TRACK for goal in goals)
    yield KeyFigures(
        [
            (_("%(part)s of %(total)s") % {"part": on_track, "total": len(goals)}, _("goals on track"), ""),
            (
                _("%(part)s of %(total)s") % {"part": actions["done"], "total": actions["total"]},
                _("actions done"),
                "",
            ),
            (plain_number(found["pilots"]["standings"][Standing.ACTIVE]), _("running pilots"), ""),
            (str(len(found["lessons"])), _("lessons learned"), ""),
        ]
    )
    yield from rich(report.summary)


def decisions(report):
    yield Heading(_("What needs a decision"))
    yield from rich(report.decisions) or [Paragraph(_("Nothing is asked of you this time."))]


def where_goals_stand(found):
    if not found["goals"]:
        return
    names = {theme["id"]: theme["name"] for theme in found["themes"]}
    yield Heading(_("Where the goals stand"))
    chart = charts.status_per_theme([(names[goal["theme"]], GoalStatus(goal["status"])) for goal in found["goals"]])
    yield drawn(chart)
    yield Table(
        [str(column) for column in chart.columns],
        [[str(cell) for cell in row] for row in chart.rows],
        caption=chart.title,
        numbers=frozenset(range(1, len(chart.columns))),
    )


def drawn(chart, width=1.0):
    return Figure(chart.svg, alt=chart.summary, caption=chart.title, width=width)


def of_theme(theme, goals):
    goals = [goal for goal in goals if goal["theme"] == theme["id"]]
    yield Heading(theme["name"], theme=theme["colour"])
    yield from rich(theme["text"]) or [Paragraph(_("Nothing was written about this theme."), style="note")]
    if goals:
        yield Table(
            [_("Goal"), _("Year"), _("Status"), _("Why")],
            [goal_cells(goal) for goal in goals],
            caption=_("Goals of %(theme)s") % {"theme": theme["name"]},
            widths=(4, 1, 2, 4),
        )
    courses = [course for goal in goals for course in goal["indicators"] if course["asked"] and course["measured"]]
    for course in courses[:CHARTS]:
        yield drawn(
            charts.course("", course["name"], course["unit"], dated(course["asked"]), dated(course["measured"]))
        )
        yield course_table(course)


def goal_cells(goal):
    status = GoalStatus(goal["status"])
    why = goal["explanation"] + (" " + _("(set by hand)") if goal["by_hand"] else "")
    return [
        goal["statement"],
        str(goal["year"] or "–"),
        [Text(str(capfirst(status.label)), tone=TONES[status])],
        why,
    ]


def dated(points):
    return [(day_of(day), Decimal(value)) for day, value in points]


def course_table(course):
    """What the chart draws, for who does not see it."""
    return Table(
        [_("Date"), _("Asked"), _("Measured")],
        [[short(day), with_unit(Decimal(value), course["unit"]), "–"] for day, value in course["asked"]]
        + [[short(day), "–", with_unit(Decimal(value), course["unit"])] for day, value in course["measured"]],
        caption=course["name"],
        numbers=frozenset({1, 2}),
    )


def short(day):
    return date_format(day_of(day), "j-n-Y")


def pilots(found):
    counts = found["pilots"]
    yield Heading(_("Pilots"))
    rows = [(str(capfirst(Phase(phase).label)), number) for phase, number in counts["phases"].items()]
    rows += [
        (str(capfirst(Standing(standing).label)), number)
        for standing, number in counts["standings"].items()
        if standing != Standing.ACTIVE
    ]
    yield Facts([(label, plain_number(number)) for label, number in rows if number] or [(_("Pilots"), _("none"))])
    yield Heading(_("What was delivered in this period"), level=2)
    if not found["results"]:
        yield Paragraph(_("No pilot measured a result in this period."))
        return
    yield Table(
        [_("Pilot"), _("KPI"), _("Asked"), _("Realised"), _("On")],
        [result_cells(result) for result in found["results"]],
        caption=_("Asked and realised"),
        widths=(4, 4, 2, 2.4, 2),
    )


def result_cells(result):
    asked, realised = (result[name] and Decimal(result[name]) for name in ("asked", "realised"))
    value = with_unit(realised, result["unit"])
    if result["gap"] is not None:
        good = Decimal(result["gap"]) >= 0
        value = [Text(f"✓ {value}" if good else f"▼ {value}", tone="ok" if good else "danger")]
    return [
        result["pilot"],
        result["kpi"],
        "–" if asked is None else with_unit(asked, result["unit"]),
        value,
        short(result["on"]),
    ]


def deviations(found):
    """Pilots below the level of the strategy, with their reason; and what is later than was agreed."""
    late = found["actions"]["late"]
    yield Heading(_("Deviations, with their reasons"))
    if not (found["deviations"] or late):
        yield Paragraph(_("No pilot stays below the level of the strategy, and no action is past its date."))
    if found["deviations"]:
        yield Table(
            [_("Pilot"), _("Theme"), _("Asked"), _("Chosen"), _("Reason")],
            [
                [
                    row["pilot"],
                    row["theme"],
                    str(Level(row["asked"]).label),
                    str(Level(row["chosen"]).label),
                    row["reason"] or _("no reason given"),
                ]
                for row in found["deviations"]
            ],
            caption=_("Below the level of the strategy (comply or explain)"),
            widths=(3, 2, 2, 2, 4),
        )
    if late:
        number = found["actions"]["number_late"]
        said = ngettext("%(number)d action is past its date", "%(number)d actions are past their date", number)
        yield Table(
            [_("Action"), _("Theme"), _("Owner"), _("Ready by")],
            [[row["title"], row["theme"], row["owner"] or _("nobody yet"), short(row["ends_on"])] for row in late],
            caption=said % {"number": number},
            widths=(5, 2, 3, 2),
        )


def lessons(found):
    yield Heading(_("What we learned"))
    if not found["lessons"]:
        yield Paragraph(_("No lesson was written down in this period."))
        return
    yield Bullets(
        [
            [Paragraph([Text(row["title"], strong=True), f" ({row['pilot']})"]), *prose(row["text"])]
            for row in found["lessons"]
        ]
    )
