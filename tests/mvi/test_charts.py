"""Charts as pictures: readable without eyes, without colour and under the strict Content-Security-Policy."""

import re

import pytest
from defusedxml.ElementTree import fromstring
from django.core.cache import cache
from django.utils import translation

from mvi import charts
from mvi.charts import Chart, colour, theme_colour
from strategy.models import ThemeColour

BLACK = "#10243e"
SPECS = {
    "stacked bars": lambda: charts.stacked_bars(
        [{"name": "Circulair", "part": "op koers", "number": 2}, {"name": "Circulair", "part": "achter", "number": 0}],
        order=["Circulair"],
        series={"op koers": (BLACK, "✓"), "achter": (BLACK, "▼")},
        unit="doelen",
    ),
    "grid": lambda: charts.grid(
        [{"name": "Circulair", "column": "Verbinden", "number": 3}], across=["Verbinden"], down=["Circulair"]
    ),
    "bubbles": lambda: charts.bubbles(
        [{"name": "Circulair", "column": "Idee", "number": 3}, {"name": "Circulair", "column": "Uit", "number": 0}],
        across=["Idee", "Uit"],
        down={"Circulair": BLACK},
    ),
    "lines": lambda: charts.lines(
        [{"day": "2026-01-01", "value": 2, "part": "gemeten"}, {"day": "2026-05-01", "value": 3, "part": "gemeten"}],
        series={"gemeten": (BLACK, [1, 0]), "gevraagd": (BLACK, [4, 4])},
        unit="ton",
    ),
    "shares": lambda: charts.shares_of(
        [{"name": "Bermen\nGas", "share": 120, "good": True, "sign": "✓ 97%"}], line=100, label="gevraagd", unit="%"
    ),
    "moments": lambda: charts.moments(
        [{"name": "Bermen", "day": "2026-02-01", "state": "klaar"}],
        order=["Bermen"],
        states={"klaar": (BLACK, "circle")},
        today="2026-03-01",
    ),
    "diverging bars": lambda: charts.diverging_bars(
        [
            {"name": "Inkoper", "part": part, "share": share}
            for part, share in (("oneens", 5), ("neutraal", 35), ("eens", 60))
        ],
        order=["Inkoper"],
        answers={"oneens": "#fbdedb", "neutraal": "#e4e9ee", "eens": "#dff2e4"},
        unit="% van de antwoorden",
    ),
}
WORDS = {
    "stacked bars": ["Circulair", "✓ op koers", "✓ 2", "doelen"],
    "grid": ["Circulair", "Verbinden", "3"],
    "bubbles": ["Circulair", "Idee", "Uit", "3"],
    "lines": ["gemeten", "ton"],
    "shares": ["Bermen", "Gas", "✓ 97%", "gevraagd"],
    "moments": ["Bermen", "klaar"],
    "diverging bars": ["Inkoper", "2: 35%", "3: 60%", "3 eens"],
}


def chart_of(spec, title="Doelen", summary="Twee op koers."):
    return Chart(name="x", title=title, summary=summary, columns=[], rows=[], spec=spec)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", SPECS)
def test_each_kind_says_in_words_what_it_shows(kind):
    drawn = chart_of(SPECS[kind]()).svg
    picture = fromstring(drawn)
    words = [text.strip() for text in picture.itertext()]

    assert picture.get("role") == "img"
    assert words[:2] == ["Doelen", "Twee op koers."]
    assert [word for word in WORDS[kind] if word not in words] == []
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|https?://(?!www\.w3\.org)", drawn)
    assert [child for child in picture.iter() if child is not picture and child.get("role")] == []


@pytest.mark.django_db
def test_a_chart_is_drawn_once(monkeypatch):
    cache.clear()
    first = chart_of(SPECS["grid"]()).svg
    monkeypatch.setattr(charts, "draw", None)

    assert chart_of(SPECS["grid"]()).svg == first


@pytest.mark.django_db
def test_a_chart_speaks_the_language_of_the_reader():
    rows = [{"name": "x", "day": f"2026-{month:02}-01", "state": "x"} for month in (3, 5, 10)]
    spec = charts.moments(rows, order=["x"], states={"x": (BLACK, "circle")}, today="2026-06-01")

    dutch = chart_of(spec).svg
    with translation.override("en"):
        english = chart_of(spec).svg

    assert "mei 2026" in dutch
    assert "May 2026" in english


@pytest.mark.django_db
def test_what_people_typed_stays_text():
    nasty = '<script>alert("x")</script>'
    spec = charts.grid([{"name": nasty, "column": "x", "number": 1}], across=["x"], down=[nasty])

    picture = fromstring(chart_of(spec, title=nasty).svg)

    assert picture[0].text == nasty
    assert [child.tag for child in picture.iter() if child.tag.endswith("script")] == []


def test_colours_come_from_the_house_style():
    assert colour("color-ok") == "#1b6e3c"
    assert all(re.fullmatch(r"#[0-9a-f]{6}", theme_colour(number)) for number in ThemeColour.values)
