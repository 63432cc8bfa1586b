"""Rich text: paragraphs, small headings, lists, bold, italic and links; nothing else can be kept.

A column holds readable plain text with a few marks: **bold**, *italic*, “- ” and “1. ” before an item of a list, “### ”
before a heading, [words](https://…). So a spreadsheet, the search, the history and a page without JavaScript show the
same text. The editor speaks HTML: what comes in is sanitised by nh3 and taken apart into blocks, what goes out is
written from those blocks with every character escaped. Reports are written from the same blocks.
"""

import dataclasses
import functools
import re
from html.parser import HTMLParser
from itertools import groupby

import nh3
from django import forms
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import mark_safe

from mvi.fields import ProseField

HEADINGS = {"h1": "h3", "h2": "h3", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
LISTS = ("ul", "ol")
MARKS = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
CELLS = ("div", "blockquote", "table", "thead", "tbody", "tr", "th", "td")  # what is pasted: each a paragraph
CLEANER = nh3.Cleaner(
    tags={*HEADINGS, *MARKS, "p", "br", "ul", "ol", "li", "a", *CELLS},
    attributes={"a": {"href"}, "ol": {"start"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
ADDRESS = r"(?:https?://|mailto:|tel:|/)[^\s()<>]*"
DEEPEST = 3  # lists in lists: more is no text any more
HIGHEST = 999  # number of an item: longer is a year

HEADING = re.compile(r"(#{3,4})[ \t]+(?=[^ \t])")
ITEM = re.compile(r"([ \t]*)(?:[-*•]|(\d{1,3})[.)])[ \t]+(?=[^ \t])")
ESCAPED = re.compile(r"\\([\\*\[\]#\-•.)])")
TOKEN = re.compile(rf"{ESCAPED.pattern}|(\*+)|\[((?:\\.|[^\[\]\\\n])+)\]\(({ADDRESS})\)|(.)", re.DOTALL)
PLAIN = (False, False, "")  # no marks
WHITE = " \t\n"  # what may be joined; a no-break space is a character


@dataclasses.dataclass(frozen=True)
class Run:
    """Words that look the same; a line break is a \\n among them."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""


@dataclasses.dataclass(frozen=True)
class Block:
    """A paragraph (p), a heading (h3, h4), or an item of a list with or without numbers (ol, ul)."""

    kind: str
    runs: tuple[Run, ...]
    level: int = 0  # of an item: how many lists its list stands in
    number: int = 0  # of an item of a list with numbers: which one it is

    @property
    def is_item(self):
        return self.kind in LISTS

    @property
    def text(self):
        return "".join(run.text for run in self.runs)


# Reading


def blocks(text: str) -> list[Block]:
    """The blocks of a text as a column holds it."""
    found = []  # kind, level, number and lines; None where an empty line ended a block
    for line in text.splitlines():
        above = found[-1] if found else None
        if not line.strip():
            found.append(None)
        elif match := HEADING.match(line):
            found += [("h3" if len(match[1]) == 3 else "h4", 0, 0, [line[match.end() :]]), None]
        elif match := ITEM.match(line):
            level = len(match[1].replace("\t", "  ")) // 2
            found.append(("ol" if match[2] else "ul", level, int(match[2] or 0), [line[match.end() :]]))
        elif above and (above[0] == "p" or line[0] in WHITE):
            above[3].append(line)
        else:
            found.append(("p", 0, 0, [line]))
    return settled((*block[:3], inline("\n".join(block[3]))) for block in found if block)


def inline(text):
    """The characters of a block, each with its marks: strong, em, href."""
    tokens = list(TOKEN.finditer(text))
    toggles = {"strong": paired(text, tokens, 2), "em": paired(text, tokens, 1)}
    on, chars = {"strong": False, "em": False}, []
    for token in tokens:
        escaped, stars, label, href, plain = token.groups()
        shown = escaped or plain or ESCAPED.sub(r"\1", label or "")
        if stars:
            turned = [name for name, places in toggles.items() if token.start() in places]
            for name in turned:
                on[name] = not on[name]
            shown = stars[: len(stars) - sum({"strong": 2, "em": 1}[name] for name in turned)]
        chars += [(char, on["strong"], on["em"], href or "") for char in shown]
    return chars


def paired(text, tokens, size):
    """Where stars of this size begin and end what they mark; one without its partner is a star."""
    places, begun = set(), None
    for token in tokens:
        if token[2] and len(token[2]) in (size, 3):
            if begun is not None and text[token.start() - 1] not in WHITE:
                places |= {begun, token.start()}
                begun = None
            elif text[token.end() : token.end() + 1] not in ("", *WHITE):
                begun = token.start()
    return places


class Reader(HTMLParser):
    """Sanitised, so well-formed, HTML → kind, level, number and characters of each block."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found, self.lists, self.on, self.hrefs = [], [], {"strong": 0, "em": 0}, []

    def begin(self, kind, number=0):
        """A new block; an empty one is no block."""
        self.found.append((kind, max(len(self.lists) - 1, 0), number, []))

    def handle_starttag(self, tag, attrs):
        if tag in MARKS:
            self.on[MARKS[tag]] += 1
        elif tag == "a":
            self.hrefs.append(safe_address(dict(attrs).get("href") or ""))
        elif tag in ("ul", "ol"):
            start = (dict(attrs).get("start") or "1")[:3]
            self.lists.append([tag, int(start) if start.isdecimal() else 1])
        elif tag == "li" and self.lists:
            self.begin(*self.lists[-1])
            self.lists[-1][1] += 1
        elif self.lists or tag == "br":
            self.put("\n")  # a paragraph in an item is a line of it
        else:
            self.begin(HEADINGS.get(tag, "p"))

    def handle_endtag(self, tag):
        if tag in MARKS:
            self.on[MARKS[tag]] -= 1
        elif tag == "a":
            self.hrefs.pop()
        elif tag in ("ul", "ol"):
            self.lists.pop()
        if tag not in MARKS and tag not in ("a", "li"):
            if self.lists:
                self.put("\n")
            else:
                self.begin("p")

    def handle_data(self, data):
        self.put(re.sub(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+", " ", data))

    def put(self, text):
        if not self.found:
            self.begin("p")
        marks = (self.on["strong"] > 0, self.on["em"] > 0, self.hrefs[-1] if self.hrefs else "")
        self.found[-1][3].extend((char, *marks) for char in text)


def safe_address(href):
    """The address as a text can hold it; empty when it is none that we link to."""
    href = re.sub(r"[\s()<>]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), href.strip())
    return href if re.fullmatch(ADDRESS, href) else ""


def from_html(html: str) -> str:
    """HTML from an editor, or pasted from anywhere, as the text that a column holds."""
    reader = Reader()
    reader.feed(CLEANER.clean(html))
    reader.close()
    return to_text(settled(reader.found))


# One shape for what is the same


def settled(found):
    """Blocks in the one shape that all ways of reading lead to."""
    done = []
    for kind, level, number, chars in found:
        for part in parts(kind, chars):
            done.append(placed(kind, level, number, runs_of(part), done))
    return done


def parts(kind, chars):
    """An empty line makes two paragraphs of one; a heading is one line."""
    lines = [[]]
    for char in chars:
        if char[0] == "\n":
            lines.append([])
        else:
            lines[-1].append(char)
    found, goes_on = [], False
    for line in map(tidied, lines):
        if not line:
            goes_on = goes_on and kind != "p"
        elif goes_on:
            found[-1] += [("\n" if kind not in HEADINGS else " ", *PLAIN), *line]
        else:
            found.append(line)
            goes_on = True
    return found


def tidied(line):
    """Single spaces; a link is marked as its first character, a space as both its neighbours are."""
    kept = []
    for char in line:
        if char[0] not in WHITE:
            kept.append(char)
        elif kept and kept[-1][0] != " ":
            kept.append((" ", *char[1:]))
    if kept and kept[-1][0] == " ":
        kept.pop()
    if not "".join(char[0] for char in kept).strip():
        return []
    spaces = [place for place, char in enumerate(kept) if char[0] == " "]
    for place in spaces:
        before, after = kept[place - 1][3], kept[place + 1][3]
        kept[place] = (*kept[place][:3], before if before == after else "")
    for place in range(1, len(kept)):
        if kept[place][3] and kept[place][3] == kept[place - 1][3]:
            kept[place] = (kept[place][0], *kept[place - 1][1:])
    for place in spaces:
        before, after = kept[place - 1], kept[place + 1]
        kept[place] = (" ", before[1] and after[1], before[2] and after[2], kept[place][3])
    return kept


def placed(kind, level, number, runs, before):
    """An item knows its depth, at most one more than the item above it, and its number."""
    if kind not in LISTS:
        return Block(kind, runs)
    deepest = before[-1].level + 1 if before and before[-1].kind in LISTS else 0
    level = min(level, deepest, DEEPEST - 1)
    for block in reversed(before):
        if block.kind not in LISTS or block.level < level:
            break
        if block.level == level:
            number = block.number + 1 if block.kind == kind else number
            break
    return Block(kind, runs, level, min(number, HIGHEST) if kind == "ol" else 0)


def runs_of(chars):
    return tuple(
        Run("".join(char[0] for char in same), *marks) for marks, same in groupby(chars, lambda char: char[1:])
    )


# Writing


def to_text(found: list[Block]) -> str:
    """Blocks as a column holds them."""
    text, above = "", None
    for block in found:
        indent = "  " * block.level
        first, *others = inline_text(block.runs).split("\n")
        if block.is_item:
            lines = [f"{indent}{mark_of(block, '-')} {first}", *(f"{indent}  {guarded(line)}" for line in others)]
        elif block.kind in HEADINGS:
            lines = [f"{'#' * int(block.kind[1])} {first}"]
        else:
            lines = [guarded(line) for line in (first, *others)]
        if above:
            text += "\n" if block.is_item and above.is_item else "\n\n"
        text += "\n".join(lines)
        above = block
    return text


def mark_of(item, bullet):
    return f"{item.number}." if item.kind == "ol" else bullet


def guarded(line):
    """A line that only looks like a heading or an item, so that it is read as a line."""
    looks = HEADING.match(line) or ITEM.match(line)
    return re.sub(r"^(\d*)", r"\1\\", line) if looks else line


def inline_text(runs):
    pieces, before = [], Run("")
    for run in (*runs, Run("")):
        if before.href:
            pieces.append(f"]({before.href})")
        pieces.append("**" * (run.strong != before.strong) + "*" * (run.em != before.em))
        if run.href:
            pieces.append("[")
        pieces.append(escaped(run))
        before = run
    return "".join(pieces)


def escaped(run):
    """Characters that would be read as marks, each behind a backslash."""
    text = re.sub(r"\\(?=[\\*\[\]#\-•.)]|$)", r"\\\\", run.text)
    text = re.sub(r"(?<![ \n])\*|\*(?![ \n])", r"\\*", text)
    return re.sub(r"[\[\]]", r"\\\g<0>", text) if run.href else text.replace("](", r"\](")


@functools.lru_cache(maxsize=1000)
def to_html(text: str, heading: int = 3) -> str:
    """Safe HTML of a text; its headings start at this level, so that they fit the page around them.

    The texts of a strategy are read far more often than they change, and the same text gives the same HTML for good.
    """
    pieces, lists = [], []
    for block in blocks(text):
        depth = block.level + 1 if block.is_item else 0
        while len(lists) > depth or (len(lists) == depth and depth and lists[-1] != block.kind):
            pieces.append(f"</li></{lists.pop()}>")
        said = "".join(run_html(run) for run in block.runs)
        if not block.is_item:
            tag = "p" if block.kind == "p" else f"h{heading + int(block.kind[1]) - 3}"
            pieces.append(f"<{tag}>{said}</{tag}>")
        elif len(lists) == depth:
            pieces.append(f"</li><li>{said}")
        else:
            lists.append(block.kind)
            start = f' start="{block.number}"' if block.number > 1 else ""
            pieces.append(f"<{block.kind}{start}><li>{said}")
    pieces += [f"</li></{kind}>" for kind in reversed(lists)]
    return mark_safe("".join(pieces))  # noqa: S308 -- tags of ours around escaped words


def run_html(run):
    said = escape(run.text).replace("\n", "<br>")
    for is_on, tag in ((run.em, "em"), (run.strong, "strong")):
        said = f"<{tag}>{said}</{tag}>" if is_on else said
    return f'<a href="{escape(run.href)}">{said}</a>' if run.href else said


def without_marks(fragment: str) -> str:
    """A piece cut out of a text, of which the blocks cannot be known any more, without what is likely a mark."""
    fragment = re.sub(rf"\[([^\[\]]*)\]\({ADDRESS}\)?", r"\1", fragment)
    return ESCAPED.sub(r"\1", re.sub(r"\*{2,3}|(?<!\S)#{3,4} ", "", fragment))


@functools.lru_cache(maxsize=1000)  # lists show the same texts again and again
def words(text: str) -> str:
    """Only the words, a line for each block: for lists, for comparing and for the history."""
    lines = []
    for block in blocks(text):
        mark = f"{mark_of(block, '–')} " if block.is_item else ""
        lines.append(f"{'  ' * block.level}{mark}{block.text}")
    return "\n".join(lines)


# Fields


class RichTextInput(forms.Textarea):
    """The editor where JavaScript is on; else a plain box with the text and its few marks.

    The editor sends HTML and says so with a second value; whatever is sent, the form gets the text of a column.
    """

    def render(self, name, value, attrs=None, renderer=None):
        text = self.format_value(value) or ""
        box = super().render(name, value, attrs, renderer)
        context = {
            "name": name,
            "box": box,
            "html": str(to_html(text)),
            "hint": f"{(attrs or {}).get('id', name)}_marks",
        }
        return mark_safe(render_to_string("components/rich_text.html", context))  # noqa: S308 -- a template of ours

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        if value is None:
            return None
        if data.get(f"{name}-format") == "html":
            return from_html(value)
        return value.replace("\r\n", "\n").replace("\r", "\n")


class RichTextField(ProseField):
    """Text of one or more paragraphs with lists, small headings, bold, italic and links."""

    def deconstruct(self):
        """To the database it is a column of text as any other."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "mvi.fields.ProseField", args, kwargs

    def formfield(self, **kwargs):
        widget = kwargs.pop("widget", None)
        if not isinstance(widget, RichTextInput):
            widget = RichTextInput(attrs=getattr(widget, "attrs", {}))
        return super().formfield(widget=widget, **kwargs)
