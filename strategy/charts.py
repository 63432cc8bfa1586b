"""Small charts of indicators: the straight line that was asked for and what was measured, as SVG made on the server."""

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mvi.templatetags.formats import day_in_words, with_unit
from strategy.models import Indicator, Measurement, QualityScore, Rollup, in_text
from strategy.status import trajectory

WIDTH, HEIGHT, MARGIN = 320, 96, 6
Points = Sequence[tuple[dt.date, Decimal]]


def courses(indicators: Iterable[Indicator]) -> dict[int, str]:
    """What was measured of each indicator in one query: "2026-01-31 12.5;2026-02-28 13", in any order.

    Of a rollup only the value of now is known. Written as text by the database, because a large strategy has ten
    thousand points, most of which belong to a chart that was drawn before; so they are put in order when it is drawn.
    """
    own = [indicator.pk for indicator in indicators if indicator.rollup == Rollup.OWN]
    rows = Measurement.objects.filter(indicator__in=own, on__lte=timezone.localdate()).order_by()
    found = dict(rows.values_list("indicator").annotate(course=in_text("on", "value")))
    for indicator in indicators:
        if indicator.rollup != Rollup.OWN and indicator.latest_value is not None:
            found[indicator.pk] = f"{indicator.latest_on} {indicator.latest_value}"
    return found


def measured(indicators: Iterable[Indicator]) -> dict[int, Points]:
    """The same as days and values; an indicator without any has none."""
    return defaultdict(list, {pk: points_in(course) for pk, course in courses(indicators).items()})


def points_in(course: str) -> Points:
    """The days and values of a course, the oldest first."""
    pairs = (point.split(" ") for point in sorted(course.split(";")) if point)
    return [(dt.date.fromisoformat(day), Decimal(value)) for day, value in pairs]


def chart(indicator: Indicator, course: str, language: str = "") -> SafeString | str:
    """The chart, or nothing when there is nothing to draw a line through; in the language of who looks."""
    complete = indicator.baseline is not None and indicator.target is not None
    line = trajectory(indicator) if complete else []
    return chart_of(language or get_language(), indicator.name, indicator.unit, tuple(line), course)


@functools.lru_cache(maxsize=1000)
def chart_of(_language: str, name: str, unit: str, line: Points, course: str) -> SafeString | str:
    """The same figures give the same picture for good, and they are read far more often than they change."""
    points = points_in(course)
    asked, found = numbers(line), numbers(points)
    if len({day for day, _value in (*asked, *found)}) < 2:
        return ""
    places = scale([*asked, *found])
    return drawn("chart", in_words(name, unit, line, points), places(asked), places(found))


def drawn(css_class: str, words: str, asked: list[str], measured: list[str]) -> SafeString:
    """What was asked as a line, what was measured as another one that ends in a dot. Only the words are of people."""
    x, y = measured[-1].split(",") if measured else ("", "")
    last = f'<circle class="chart__last" cx="{x}" cy="{y}" r="4"/>' if measured else ""
    return mark_safe(  # noqa: S308 -- figures of ours around escaped words
        f'<svg class="{css_class}" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(words)}">'
        f'<polyline class="chart__asked" points="{" ".join(asked)}"/>'
        f'<polyline class="chart__measured" points="{" ".join(measured)}"/>{last}</svg>'
    )


def numbers(points: Points) -> list[tuple[int, float]]:
    """Days and values as numbers, made once: a large strategy has ten thousand of them."""
    return [(day.toordinal(), float(value)) for day, value in points]


def scale(points: list[tuple[int, float]]):
    """From days and values to places in the picture, "x,y" each."""
    days, values = zip(*points, strict=True)
    first, low = min(days), min(values)
    wide = (WIDTH - 2 * MARGIN) / (max(days) - first)
    high = (HEIGHT - 2 * MARGIN) / (max(values) - low or 1.0)
    left, bottom = MARGIN - wide * first, HEIGHT - MARGIN + high * low

    def places(some):
        return [f"{left + wide * day:.1f},{bottom - high * value:.1f}" for day, value in some]

    return places


def in_words(name: str, unit: str, line: Points, points: Points) -> str:
    """What the chart shows, for who does not see it."""
    said = [name]
    if line:
        said.append(_("baseline %(value)s on %(day)s") % facts(unit, line[0]))
    if points:
        said.append(_("last value %(value)s on %(day)s") % facts(unit, points[-1]))
    if line:
        said.append(_("target %(value)s on %(day)s") % facts(unit, line[-1]))
    return "; ".join(said)


def facts(unit, point):
    return {"value": with_unit(point[1], unit), "day": day_in_words(point[0])}


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
    found = numbers(points)
    begin, end = found[0][0], found[-1][0]
    places = scale([(begin, 0.0), (end, 100.0), *found])
    return drawn("chart chart--score", words, places([(begin, 100.0), (end, 100.0)]), places(found))
