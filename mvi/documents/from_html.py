"""Rich text, as the editor made it and the server sanitised it, as blocks of a document."""

import dataclasses
from html.parser import HTMLParser

from .nodes import Block, Bullets, Heading, Paragraph, Text

HEADINGS = {"h1": 1, "h2": 1, "h3": 2, "h4": 3, "h5": 3, "h6": 3}
ADDRESSES = ("https://", "http://", "mailto:")
STRONG, EMPHASIS = {"strong", "b"}, {"em", "i", "u"}


def blocks_from(html: str, *, below: int = 1) -> list[Block]:
    """The blocks of this text; its highest heading comes one level below `below`."""
    reader = Reader(below)
    reader.feed(html)
    reader.close()
    return reader.finished()


class Reader(HTMLParser):
    """Knows the few elements that the editor makes; of any other it keeps the text."""

    def __init__(self, below):
        super().__init__(convert_charrefs=True)
        self.below = below
        self.stack = [[]]  # lists of blocks, the innermost list item last
        self.lists = []  # (ordered, items) of the lists that are open
        self.runs = []
        self.heading = None
        self.strong = self.emphasis = 0
        self.href = ""

    def handle_starttag(self, tag, attrs):
        if tag in HEADINGS:
            self.end_paragraph()
            self.heading = self.below + HEADINGS[tag]
        elif tag in {"ul", "ol"}:
            self.end_paragraph()
            self.lists.append((tag == "ol", []))
        elif tag == "li" and self.lists:
            self.end_paragraph()
            self.stack.append([])
        elif tag == "br":
            self.runs.append(Text("\n"))
        elif tag in STRONG:
            self.strong += 1
        elif tag in EMPHASIS:
            self.emphasis += 1
        elif tag == "a":
            href = dict(attrs).get("href") or ""
            self.href = href if href.startswith(ADDRESSES) else ""
        elif tag in {"p", "blockquote", "div"}:
            self.end_paragraph()

    def handle_endtag(self, tag):
        if tag in HEADINGS or tag in {"p", "blockquote", "div"}:
            self.end_paragraph()
        elif tag == "li" and len(self.stack) > 1:
            self.end_paragraph()
            item = self.stack.pop()
            self.lists[-1][1].append(item)
        elif tag in {"ul", "ol"} and self.lists and len(self.stack) >= len(self.lists):
            self.end_paragraph()
            ordered, items = self.lists.pop()
            if items:
                self.stack[-1].append(Bullets(items, ordered=ordered))
        elif tag in STRONG:
            self.strong = max(0, self.strong - 1)
        elif tag in EMPHASIS:
            self.emphasis = max(0, self.emphasis - 1)
        elif tag == "a":
            self.href = ""

    def handle_data(self, data):
        text = " ".join(data.split())
        if not text:
            text = " " if data and self.runs else ""
        else:
            text = (" " if data[0].isspace() and self.runs else "") + text + (" " if data[-1].isspace() else "")
        if text:
            self.runs.append(Text(text, strong=bool(self.strong), emphasis=bool(self.emphasis), href=self.href))

    def end_paragraph(self):
        while self.runs and not self.runs[-1].text.strip():
            self.runs.pop()
        if self.runs:
            self.runs[-1] = dataclasses.replace(self.runs[-1], text=self.runs[-1].text.rstrip())
            if self.heading and len(self.stack) > 1:  # inside a list a heading is only strong text
                self.stack[-1].append(Paragraph([dataclasses.replace(run, strong=True) for run in self.runs]))
            elif self.heading:
                self.stack[-1].append(Heading("".join(run.text for run in self.runs), level=self.heading))
            else:
                self.stack[-1].append(Paragraph(self.runs))
        self.runs, self.heading = [], None

    def finished(self):
        """What was read, also when elements were left open."""
        self.end_paragraph()
        while self.lists:
            self.handle_endtag("li")
            self.handle_endtag("ol")
        return self.stack[0]


def prose(text: str, *, below: int = 1) -> list[Block]:
    """What people wrote in a field: rich text, or plain text with an empty line between its paragraphs."""
    if text.lstrip().startswith("<"):
        return blocks_from(text, below=below)
    return [Paragraph(part.strip()) for part in text.replace("\r", "").split("\n\n") if part.strip()]
