"""A document as a page of the site: what templates/documents/ needs to draw it."""

import base64
from collections import Counter

from django.utils.translation import gettext as _

from .nodes import Document, Heading, Table, in_order

BADGES = {"neutral": "neutral", "info": "active", "ok": "safe", "warning": "warning", "danger": "danger"}
ALERTS = {"neutral": "info", "info": "info", "ok": "ok", "warning": "warning", "danger": "error"}


def as_page(document: Document) -> dict:
    """The context of templates/documents/document.html: the blocks, and the chapters with their places."""
    blocks = drawn(in_order(document.blocks))
    chapters = [block for block in blocks if block["kind"] == "heading" and block["node"].level == 1]
    return {"document": document, "blocks": blocks, "chapters": chapters if document.contents else []}


def drawn(blocks) -> list[dict]:
    """Each block with its kind, a heading with the name by which a link finds it, a table with a name of its own."""
    found, chapter, tables = [], _("Table"), Counter()
    for number, block in enumerate(blocks, 1):
        row = {"kind": type(block).__name__.lower(), "node": block}
        if isinstance(block, Heading):
            row |= {"id": f"deel-{number}", "tag": f"h{block.level + 1}"}
            chapter = block.text
        elif isinstance(block, Table):
            name = block.caption or chapter
            tables[name] += 1
            row["name"] = name if tables[name] == 1 else f"{name} ({tables[name]})"
        found.append(row)
    return found


def as_address(svg: str) -> str:
    """A picture inside the page itself, so that the rules for scripts and styles hold for what is in it."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
