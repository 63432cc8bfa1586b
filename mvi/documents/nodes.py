"""The tree: what a document can hold, whatever it is drawn as.

Text is a string, or a list of `Text` where a part of it is strong, a link or a badge.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Literal, TypeAlias

Tone: TypeAlias = Literal["neutral", "info", "ok", "warning", "danger"]


@dataclasses.dataclass(frozen=True)
class Text:
    """A run of text; a line end in it is a line end on paper."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""
    tone: Tone | None = None  # a badge: the colour says again what the word says
    theme: int | None = None  # a badge in the colour of a theme, 1-8


Inline: TypeAlias = str | Text | Sequence["str | Text"]


@dataclasses.dataclass(frozen=True)
class Heading:
    text: str
    level: int = 1  # 1 is a chapter; the title of the document stands above it
    theme: int | None = None  # a bar in the colour of a theme


@dataclasses.dataclass(frozen=True)
class Paragraph:
    text: Inline
    style: Literal["normal", "lead", "note"] = "normal"


@dataclasses.dataclass(frozen=True)
class Bullets:
    """A list; every item holds blocks."""

    items: Sequence[Sequence["Block"]]
    ordered: bool = False


@dataclasses.dataclass(frozen=True)
class Table:
    """Columns with a heading each; `widths` are shares of the page, `numbers` the columns that hold figures."""

    headers: Sequence[str]
    rows: Sequence[Sequence[Inline]]
    caption: str = ""
    widths: Sequence[float] = ()
    numbers: frozenset[int] = frozenset()


@dataclasses.dataclass(frozen=True)
class Facts:
    """Short facts with a label each."""

    rows: Sequence[tuple[str, Inline]]


@dataclasses.dataclass(frozen=True)
class KeyFigures:
    """A few numbers that must be seen first: value, label and, where it helps, a note."""

    figures: Sequence[tuple[str, str, str]]


@dataclasses.dataclass(frozen=True)
class Figure:
    """A picture as SVG, with what it shows for who does not see it."""

    svg: str
    alt: str
    caption: str = ""
    width: float = 1.0  # share of the page


@dataclasses.dataclass(frozen=True)
class Callout:
    """A box that asks for attention."""

    title: str
    blocks: Sequence["Block"]
    tone: Tone = "info"


@dataclasses.dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page; a page on a screen takes no notice."""


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Facts | KeyFigures | Figure | Callout | PageBreak


@dataclasses.dataclass(frozen=True)
class Document:
    """A whole document. `status` says what it may be used for, such as "draft"."""

    title: str
    blocks: Sequence[Block]
    subtitle: str = ""
    kind: str = ""  # what sort of document it is, above the title
    date: dt.date | None = None
    status: str = ""
    language: str = "nl"
    cover: bool = False  # a front page of its own
    contents: bool = False  # a table of contents


def runs(text: Inline) -> list[Text]:
    """Any text as a list of runs."""
    parts = [text] if isinstance(text, (str, Text)) else text
    return [part if isinstance(part, Text) else Text(part) for part in parts]


def plain(text: Inline) -> str:
    return "".join(run.text for run in runs(text))


def in_order(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, with headings that never skip a level: a reader by ear gets lost, and PDF/UA refuses it."""
    level, found = 0, []
    for block in blocks:
        if isinstance(block, Heading):
            level = max(1, min(block.level, level + 1, DEEPEST))
            found.append(dataclasses.replace(block, level=level))
        else:
            found.append(block)
    return found


DEEPEST = 5
