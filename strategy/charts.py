"""Small charts of indicators: the straight line that was asked for and what was measured, as SVG made on the server."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from mvi.templatetags.formats import day_in_words, with_unit
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
    days = [day for day, _value in (*line, *points)]
    if not days or min(days) == max(days):
        return ""
    places = scale([*line, *points])
    return drawn("chart", in_words(indicator, line, points), places(line), places(points))


def drawn(css_class: str, words: str, asked: list[str], measured: list[str]) -> SafeString:
    """What was asked as a line, what was measured as another one that ends in a dot. Only the words are of people."""
    x, y = measured[-1].split(",") if measured else ("", "")
    last = f'<circle class="chart__last" cx="{x}" cy="{y}" r="4"/>' if measured else ""
    return mark_safe(  # noqa: S308 -- figures of ours around escaped words
        f'<svg class="{css_class}" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(words)}">'
        f'<polyline class="chart__asked" points="{" ".join(asked)}"/>'
        f'<polyline class="chart__measured" points="{" ".join(measured)}"/>{last}</svg>'
    )


def scale(points: Points):
    """From days and values to places in the picture, "x,y" each; a large strategy has ten thousand of them."""
    days, values = [day.toordinal() for day, _value in points], [float(value) for _day, value in points]
    first, low = min(days), min(values)
    wide = (WIDTH - 2 * MARGIN) / (max(days) - first)
    high = (HEIGHT - 2 * MARGIN) / (max(values) - low or 1.0)
    left, bottom = MARGIN - wide * first, HEIGHT - MARGIN + high * low

    def places(some):
        return [f"{left + wide * day.toordinal():.1f},{bottom - high * float(value):.1f}" for day, value in some]

    return places


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
    return {"value": with_unit(point[1], indicator.unit), "day": day_in_words(point[0])}


def score_chart(scores: list[QualityScore]) -> SafeString | str:
    """How the quality score went, between 0 and 100; nothing as long as there is but one day."""
    if len(scores) < 2:
        return ""
    points = [(score.on, Decimal(score.score)) for score in scores]
    first, last = points[0], points[-1]
    words = _("Quality score: %(first)s on %(first_day)s, %(last)s on %(last_day)s")
    words %= {
        "first": first[1],
        "first_day": day_in_words(first[0]),
        "last": last[1],
        "last_day": day_in_words(last[0]),
    }
    corners = [(first[0], Decimal(0)), (last[0], Decimal(100))]
    places = scale([*corners, *points])
    return drawn("chart chart--score", words, places([(day, 100) for day, _score in corners]), places(points))
