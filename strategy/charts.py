"""Small charts of indicators: the straight line that was asked for and what was measured, as SVG made on the server."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mvi.templatetags.formats import with_unit
from strategy.models import Indicator, Measurement, QualityScore, Rollup
from strategy.status import trajectory

WIDTH, HEIGHT, MARGIN = 320, 96, 6
Points = list[tuple[dt.date, Decimal]]


def measured(indicators: Iterable[Indicator]) -> dict[int, Points]:
    """What was measured of each indicator, oldest first, in one query; of a rollup only the value of now is known."""
    points = defaultdict(list)
    rows = Measurement.objects.filter(indicator__in=[indicator.pk for indicator in indicators])
    rows = rows.filter(on__lte=timezone.localdate(), indicator__rollup=Rollup.OWN).order_by("on")
    for pk, day, value in rows.values_list("indicator_id", "on", "value"):
        points[pk].append((day, value))
    for indicator in indicators:
        if indicator.rollup != Rollup.OWN and indicator.latest_value is not None:
            points[indicator.pk] = [(indicator.latest_on, indicator.latest_value)]
    return points


def chart(indicator: Indicator, points: Points) -> SafeString | str:
    """The chart, or nothing when there is nothing to draw a line through."""
    complete = indicator.baseline is not None and indicator.target is not None
    line = trajectory(indicator) if complete else []
    if len({day for day, _value in [*line, *points]}) < 2:
        return ""
    x, y = scales([*line, *points])

    def path(some):
        return " ".join(f"{x(day):.1f},{y(value):.1f}" for day, value in some)

    last = path(points[-1:]).split(",")
    mark = format_html('<circle class="chart__last" cx="{}" cy="{}" r="4"/>', *last) if points else ""
    return format_html(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<polyline class="chart__asked" points="{}"/><polyline class="chart__measured" points="{}"/>{}</svg>',
        WIDTH,
        HEIGHT,
        in_words(indicator, line, points),
        path(line),
        path(points),
        mark,
    )


def scales(points: Points):
    """From a day and a value to a place in the picture."""
    days, values = [day for day, _value in points], [value for _day, value in points]
    first, span = min(days), (max(days) - min(days)).days
    low, height = float(min(values)), float(max(values) - min(values)) or 1.0

    def x(day):
        return MARGIN + (WIDTH - 2 * MARGIN) * (day - first).days / span

    def y(value):
        return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (float(value) - low) / height

    return x, y


def in_words(indicator: Indicator, line: Points, points: Points) -> str:
    """What the chart shows, for who does not see it."""
    said = [str(indicator)]
    if line:
        said.append(_("baseline %(value)s on %(day)s") % facts(indicator, line[0]))
    if points:
        said.append(_("last value %(value)s on %(day)s") % facts(indicator, points[-1]))
    if line:
        said.append(_("target %(value)s on %(day)s") % facts(indicator, line[-1]))
    return "; ".join(said)


def facts(indicator, point):
    return {"value": with_unit(point[1], indicator.unit), "day": date_format(point[0])}


def score_chart(scores: list[QualityScore]) -> SafeString | str:
    """How the quality score went, between 0 and 100; nothing as long as there is but one day."""
    if len(scores) < 2:
        return ""
    points = [(score.on, Decimal(score.score)) for score in scores]
    first, last = points[0], points[-1]
    x, y = scales([(first[0], Decimal(0)), (last[0], Decimal(100)), *points])
    words = _("Quality score: %(first)s on %(first_day)s, %(last)s on %(last_day)s")
    words %= {"first": first[1], "first_day": date_format(first[0]), "last": last[1], "last_day": date_format(last[0])}
    return format_html(
        '<svg class="chart chart--score" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<polyline class="chart__asked" points="{}"/><polyline class="chart__measured" points="{}"/>'
        '<circle class="chart__last" cx="{}" cy="{}" r="4"/></svg>',
        WIDTH,
        HEIGHT,
        words,
        " ".join(f"{x(day):.1f},{y(100):.1f}" for day in (first[0], last[0])),
        " ".join(f"{x(day):.1f},{y(value):.1f}" for day, value in points),
        *(f"{x(last[0]):.1f}", f"{y(last[1]):.1f}"),
    )
