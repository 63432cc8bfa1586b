"""A document with one of everything, and text that would like to be more than text."""

import datetime as dt

from mvi.documents.from_html import blocks_from
from mvi.documents.house import TOKENS, HouseStyle, colours_of
from mvi.documents.nodes import (
    Bullets,
    Callout,
    Document,
    Facts,
    Figure,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    Table,
    Text,
)

NASTY = '#import "x" $a_b$ *c* @ref `code` <lbl> \\ {{7*7}} //\u202e \N{PILE OF POO}'
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 9"><path d="M0 9 32 0" stroke="#0b5cad"/></svg>'
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18"/></svg>'


def house():
    return HouseStyle("Gemeente Emmen", colours_of(TOKENS), LOGO.encode(), "svg")


def document(**changes):
    blocks = [
        Heading("Samenvatting"),
        Paragraph("In één oogopslag.", style="lead"),
        Paragraph([NASTY, Text("\nvet", strong=True), Text(" schuin", emphasis=True)]),
        KeyFigures([("7 van 11", "doelen op koers", "2 achter"), ("86%", "acties met een eigenaar", "")]),
        *blocks_from('<h2>Kop</h2><p>Zie <a href="https://example.nl/">de koppeling</a>.</p><ul><li>een</li></ul>'),
        Heading("Circulair", theme=1),
        Facts([("Niveau", "3"), ("Status", [Text("op koers", tone="ok"), " ", Text("Circulair", theme=1)])]),
        Table(
            ["Doel", "Waarde"],
            [["Minder grondstoffen", "35%"], [NASTY, "3"]],
            caption="Stand van de doelen",
            widths=(3, 1),
            numbers=frozenset({1}),
        ),
        Table(["Zonder", "opschrift"], [["a", "b"]]),
        Figure(PICTURE, "De lijn stijgt van 0 naar 9.", "Verloop"),
        Figure(PICTURE, "De lijn nog eens.", width=0.5),
        Callout("Besluit", [Paragraph("Stem in."), Bullets([[Paragraph("met dit")]])], tone="warning"),
        PageBreak(),
        Heading("Te diep", level=4),
        Bullets([[Paragraph("stap"), Paragraph("en nog iets"), Bullets([[Paragraph("binnen")]])]], ordered=True),
        Paragraph("Noot.", style="note"),
    ]
    facts = {
        "title": "Voortgang MVI",
        "subtitle": "Voor de raad",
        "kind": "Rapport",
        "status": "concept",
        "date": dt.date(2026, 11, 1),
        "cover": True,
        "contents": True,
    }
    return Document(**{"blocks": blocks} | facts | changes)
