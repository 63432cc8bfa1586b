"""Charts: what one shows in words, as a table and as a Vega-Lite specification that becomes SVG on the server.

Pages and reports take the same Chart. Colours come from the house style; colour never tells anything alone.
"""

import dataclasses
import functools
import hashlib
import json
import re
from xml.etree.ElementTree import Element, register_namespace, tostring

import vl_convert
from defusedxml.ElementTree import fromstring
from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

EDITION = 1  # of the look: a higher number draws every chart anew
KEPT = 30 * 24 * 60 * 60  # seconds in the cache; a chart with other figures is another chart
SVG = "http://www.w3.org/2000/svg"
LOCALES = {"nl": "nl-NL", "en": "en-GB"}
FONT = "Source Sans Pro, system-ui, Segoe UI, Noto Sans, DejaVu Sans, Arial, sans-serif"
SAYS_NOTHING = {"role", "class", "pointer-events"}  # within a picture that has one name as a whole
register_namespace("", SVG)


@dataclasses.dataclass(frozen=True)
class Chart:
    """One chart: a heading, a sentence for who does not see it, the same as a table, and how it is drawn."""

    name: str  # in its address
    title: str
    summary: str
    columns: list[str]
    rows: list[list]
    spec: dict

    @property
    def svg(self) -> str:
        """Drawn once and kept until a figure, a word or the look changes."""
        asked = json.dumps([EDITION, get_language(), self.title, self.summary, self.spec], sort_keys=True, default=str)
        key = "chart-" + hashlib.sha256(asked.encode()).hexdigest()
        if (drawn := cache.get(key)) is None:
            drawn = readable(draw(self.spec), title=self.title, summary=self.summary)
            cache.set(key, drawn, KEPT)
        return drawn


def draw(spec: dict) -> str:
    """The picture as Vega makes it; it asks nothing of the network."""
    locale = LOCALES[get_language()]
    look = {"config": config(), "background": colour("color-surface")}
    return vl_convert.vegalite_to_svg(
        json.loads(json.dumps(look | spec, default=str)),
        allowed_base_urls=[],
        format_locale=locale,
        time_format_locale=locale,
    )


def readable(drawn: str, *, title: str, summary: str) -> str:
    """One picture with a name and a description; without the roles of its lines and marks that draw nothing."""
    picture = fromstring(drawn)
    for parent in list(picture.iter()):
        for name in [name for name in parent.attrib if name in SAYS_NOTHING or name.startswith("aria-")]:
            del parent.attrib[name]
        for child in list(parent):
            if child.tag == f"{{{SVG}}}path" and child.get("d") in {"", "M0,0h0v0h0Z"}:
                parent.remove(child)
    picture.set("role", "img")
    texts = [Element(f"{{{SVG}}}title"), Element(f"{{{SVG}}}desc")]
    texts[0].text, texts[1].text = title, summary
    picture[:0] = texts
    return tostring(picture, encoding="unicode")


@functools.cache
def colours() -> dict[str, str]:
    """What the house style calls its colours; theme-1 and color-ok among them."""
    tokens = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text()
    return dict(re.findall(r"--mvi-([\w-]+): (#[0-9a-f]{3,6});", tokens))


def colour(name: str) -> str:
    return colours()[name]


def theme_colour(number: int) -> str:
    return colours()[f"theme-{number}"]


def config() -> dict:
    """The look that all charts share."""
    ink, line = colour("color-ink"), colour("color-line")
    text = {"labelColor": ink, "titleColor": ink, "labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": 600}
    return {
        "font": FONT,
        "view": {"stroke": None},
        "axis": text
        | {"gridColor": line, "domainColor": line, "tickColor": line, "labelLimit": 280, "titlePadding": 8},
        "legend": text | {"orient": "top", "title": None, "symbolType": "square", "labelLimit": 280},
        "text": {"fontSize": 13, "color": ink},
    }


def category(field: str, order: list[str], **axis) -> dict:
    """An axis of words, in the given order."""
    look = {"title": None, "ticks": False, "domain": False, "labelPadding": 8} | axis
    return {"field": field, "type": "nominal", "sort": order, "axis": look}


def stacked_bars(rows: list[dict], *, order: list[str], series: dict[str, tuple[str, str]], unit: str) -> dict:
    """Bars of `name` cut into `part`s of `number`; `series`: part → its colour and the sign that says it too."""
    parts = list(series)
    signed = {part: f"{sign} {part}" for part, (_colour, sign) in series.items()}
    values = [
        row
        | {
            "part": signed[row["part"]],
            "sign": f"{series[row['part']][1]} {row['number']}",
            "at": parts.index(row["part"]),
        }
        for row in rows
        if row["number"]
    ]
    x = {"field": "number", "type": "quantitative", "title": unit, "axis": {"tickMinStep": 1, "format": "d"}}
    return {
        "data": {"values": values},
        "width": 520,
        "height": {"step": 38},
        "encoding": {"y": category("name", order), "order": {"field": "at"}},
        "layer": [
            {
                "mark": {"type": "bar", "height": 26, "stroke": colour("color-surface")},
                "encoding": {
                    "x": x,
                    "color": {
                        "field": "part",
                        "type": "nominal",
                        "scale": {
                            "domain": [signed[part] for part in parts],
                            "range": [paint for paint, _sign in series.values()],
                        },
                    },
                },
            },
            {
                "mark": {"type": "text", "color": colour("color-surface"), "fontWeight": 700},
                "encoding": {
                    "x": x | {"stack": "zero", "bandPosition": 0.5},
                    "text": {"field": "sign"},
                    "detail": {"field": "part"},
                },
            },
        ],
    }


def grid(rows: list[dict], *, across: list[str], down: list[str]) -> dict:
    """A heat map of `number` by `column` and `name`; the number stands in each square, so the shade says it twice."""
    most = max((row["number"] for row in rows), default=0) or 1
    return {
        "data": {"values": rows},
        "width": {"step": 96},
        "height": {"step": 44},
        "encoding": {
            "x": category("column", across, orient="top", labelAngle=0, labelLimit=92),
            "y": category("name", down),
        },
        "layer": [
            {
                "mark": {"type": "rect", "stroke": colour("color-surface"), "strokeWidth": 3, "cornerRadius": 6},
                "encoding": {
                    "color": {
                        "field": "number",
                        "type": "quantitative",
                        "legend": None,
                        "scale": {
                            "domain": [0, most],
                            "range": [colour("color-page"), colour("color-action")],
                        },
                    }
                },
            },
            {
                "mark": {"type": "text", "fontWeight": 600},
                "encoding": {
                    "text": {"field": "number"},
                    "color": {
                        "condition": {"test": f"datum.number > {most / 2}", "value": colour("color-surface")},
                        "value": colour("color-ink"),
                    },
                },
            },
        ],
    }


def bubbles(rows: list[dict], *, across: list[str], down: dict[str, str]) -> dict:
    """Circles with their `number` by `column` and `name`, in the colour of the name: `down` is name → colour."""
    present = [row for row in rows if row["number"]]
    most = max((row["number"] for row in present), default=1)
    return {
        "data": {"values": present},
        "width": {"step": 104},
        "height": {"step": 48},
        "encoding": {
            "x": category("column", across, orient="top", labelAngle=0, labelLimit=100) | {"scale": {"domain": across}},
            "y": category("name", list(down), grid=True) | {"scale": {"domain": list(down)}},
        },
        "layer": [
            {
                "mark": {"type": "circle", "opacity": 1},
                "encoding": {
                    "size": {
                        "field": "number",
                        "type": "quantitative",
                        "legend": None,
                        "scale": {"domain": [0, most], "range": [250, 1300]},
                    },
                    "color": {
                        "field": "name",
                        "type": "nominal",
                        "legend": None,
                        "scale": {"domain": list(down), "range": list(down.values())},
                    },
                },
            },
            {
                "mark": {"type": "text", "color": colour("color-surface"), "fontWeight": 700},
                "encoding": {"text": {"field": "number"}},
            },
        ],
    }


def lines(rows: list[dict], *, series: dict[str, tuple[str, list[int]]], unit: str) -> dict:
    """Lines of `value` over `day`; `series`: part → its colour and its dashes. The name stands at the end of each."""
    names = list(series)
    looks = {"domain": names, "range": [paint for paint, _dashes in series.values()]}
    last = [
        max((row for row in rows if row["part"] == name), key=lambda row: row["day"])
        for name in names
        if any(row["part"] == name for row in rows)
    ]
    x = {"field": "day", "type": "temporal", "title": None, "axis": {"format": "%b %Y", "tickCount": 6, "grid": False}}
    y = {"field": "value", "type": "quantitative", "title": unit, "scale": {"zero": False, "nice": True}}
    paint = {"field": "part", "type": "nominal", "scale": looks, "legend": None}
    return {
        "data": {"values": rows},
        "width": 520,
        "height": 220,
        "encoding": {"x": x, "y": y, "color": paint},
        "layer": [
            {
                "mark": {"type": "line", "strokeWidth": 2.5, "point": {"filled": True, "size": 60}},
                "encoding": {
                    "strokeDash": {
                        "field": "part",
                        "type": "nominal",
                        "legend": None,
                        "scale": {"domain": names, "range": [dashes for _paint, dashes in series.values()]},
                    }
                },
            },
            {
                "data": {"values": last},
                "mark": {"type": "text", "align": "left", "dx": 9, "fontWeight": 600},
                "encoding": {"text": {"field": "part"}},
            },
        ],
    }


def shares_of(rows: list[dict], *, line: int, label: str, unit: str) -> dict:
    """Dots of `share` per `name` against one line; `sign` says whether it was reached, `good` colours it."""
    order = [row["name"] for row in rows]
    paint = {
        "condition": {"test": "datum.good", "value": colour("color-ok")},
        "value": colour("color-danger"),
    }
    x = {"field": "share", "type": "quantitative", "title": unit, "scale": {"zero": True, "nice": True}}
    return {
        "data": {"values": rows},
        "width": 400,
        "height": {"step": 46},
        "encoding": {"y": category("name", order, labelExpr="split(datum.label, '\\n')")},
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 2, "strokeDash": [5, 4], "color": colour("color-ink-subtle")},
                "data": {"values": [{"share": line}]},
                "encoding": {"x": {"field": "share", "type": "quantitative"}, "y": None},
            },
            {
                "mark": {"type": "text", "baseline": "bottom", "dy": -4, "color": colour("color-ink-subtle")},
                "data": {"values": [{"share": line, "label": label}]},
                "encoding": {
                    "x": {"field": "share", "type": "quantitative"},
                    "y": {"value": 0},
                    "text": {"field": "label"},
                },
            },
            {"mark": {"type": "bar", "height": 4}, "encoding": {"x": x, "color": paint}},
            {
                "mark": {"type": "point", "filled": True, "size": 130, "opacity": 1},
                "encoding": {"x": x, "color": paint},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 12, "fontWeight": 600},
                "encoding": {"x": x, "text": {"field": "sign"}},
            },
        ],
    }


def moments(rows: list[dict], *, order: list[str], states: dict[str, tuple[str, str]], today: str) -> dict:
    """Marks of `day` per `name`; `states`: state → its colour and its shape. A line stands at today."""
    x = {
        "field": "day",
        "type": "temporal",
        "title": None,
        "axis": {"format": "%b %Y", "orient": "top", "tickCount": 8},
    }
    domain = list(states)
    return {
        "data": {"values": rows},
        "width": 560,
        "height": {"step": 34},
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 2, "color": colour("color-ink-subtle")},
                "data": {"values": [{"day": today}]},
                "encoding": {"x": x},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 140, "opacity": 1},
                "encoding": {
                    "x": x,
                    "y": category("name", order, grid=True),
                    "color": {
                        "field": "state",
                        "type": "nominal",
                        "scale": {"domain": domain, "range": [paint for paint, _shape in states.values()]},
                        "legend": {"symbolType": "circle"},
                    },
                    "shape": {
                        "field": "state",
                        "type": "nominal",
                        "scale": {"domain": domain, "range": [shape for _paint, shape in states.values()]},
                    },
                },
            },
        ],
    }


def diverging_bars(rows: list[dict], *, order: list[str], answers: dict[str, str], unit: str) -> dict:
    """Shares in percent of each answer per `name`, with the middle answer across nought; `answers`: answer → colour."""
    names = list(answers)
    values = []
    for name in order:
        of_name = {row["part"]: row["share"] for row in rows if row["name"] == name}
        middle = len(names) // 2
        start = -sum(of_name.get(part, 0) for part in names[:middle]) - of_name.get(names[middle], 0) / 2
        for number, part in enumerate(names, 1):
            share = of_name.get(part, 0)
            if share:
                text = f"{number}: {share}%" if share >= 8 else ""
                values.append(
                    {"name": name, "part": f"{number} {part}", "from": start, "to": start + share, "text": text}
                )
            start += share
    scale = {
        "domain": [f"{number} {part}" for number, part in enumerate(names, 1)],
        "range": list(answers.values()),
    }
    x = {"field": "from", "type": "quantitative", "title": unit, "axis": {"labelExpr": "abs(datum.value)"}}
    return {
        "data": {"values": values},
        "transform": [{"calculate": "(datum.from + datum.to) / 2", "as": "middle"}],
        "width": 560,
        "height": {"step": 38},
        "encoding": {"y": category("name", order)},
        "layer": [
            {
                "mark": {"type": "bar", "height": 26, "stroke": colour("color-surface")},
                "encoding": {
                    "x": x,
                    "x2": {"field": "to"},
                    "color": {"field": "part", "type": "nominal", "scale": scale},
                },
            },
            {
                "mark": {"type": "text", "fontSize": 12},
                "encoding": {"x": {"field": "middle", "type": "quantitative"}, "text": {"field": "text"}},
            },
        ],
    }
