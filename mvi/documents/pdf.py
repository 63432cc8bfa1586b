"""A document as PDF: tagged (PDF/UA-1) and to be kept (PDF/A-2a), drawn by Typst."""

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from .house import HouseStyle, house_style
from .letters import has_italic, readable
from .nodes import Document, Text, in_order, runs

SECONDS = 20


class CannotBeDrawn(Exception):  # noqa: N818 -- what Typst says of a document that it refuses
    """The document could not be made; the text says why, for who keeps the site."""


def to_pdf(document: Document, house: HouseStyle | None = None) -> bytes:
    """The document as PDF, made in a child process with limits."""
    data = json.dumps(as_data(document, house or house_style()))
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(Path(__file__).with_name("compiler.py"))],
            input=data.encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CannotBeDrawn(_("The PDF took longer than %(seconds)s seconds.") % {"seconds": SECONDS}) from None
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        raise CannotBeDrawn(done.stderr.decode(errors="replace")[-2000:] or f"exit {done.returncode}")
    return done.stdout


def as_data(document, house):
    """All that the template needs, as plain values."""
    with override(document.language):
        return {
            "title": readable(document.title),
            "subtitle": readable(document.subtitle),
            "kind": readable(document.kind),
            "date": date_format(document.date, "j F Y") if document.date else "",
            "status": readable(document.status),
            "language": document.language,
            "cover": document.cover,
            "contents": document.contents,
            "organisation": readable(house.organisation),
            "note": str(house.note),
            "colours": house.colours,
            "logo": list(house.logo),
            "logo_format": house.logo_format,
            "words": {"contents": _("Contents"), "page": _("page"), "of": _("of"), "logo": _("Logo")},
            "blocks": [block_as_data(block) for block in in_order(document.blocks)],
        }


def block_as_data(block):
    """A block as a dictionary that says its kind; text in it as a list of runs."""
    found = {"kind": type(block).__name__.lower()}
    for field in dataclasses.fields(block):
        found[field.name] = value_as_data(field.name, getattr(block, field.name))
    return found


def value_as_data(name, value):
    if name == "text":
        return [run_as_data(run) for run in runs(value)]
    if name == "rows":
        return [[[run_as_data(run) for run in runs(cell)] for cell in row] for row in value]
    if name == "items":
        return [[block_as_data(block) for block in item] for item in value]
    if name == "blocks":
        return [block_as_data(block) for block in value]
    if name == "figures":
        return [[readable(str(part)) for part in figure] for figure in value]
    if name == "headers":
        return [readable(str(header)) for header in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return readable(value) if isinstance(value, str) and name != "svg" else value


def run_as_data(run: Text):
    found = {"text": readable(str(run.text))}
    for name in ("strong", "emphasis", "href", "tone", "theme"):
        if value := getattr(run, name):
            found[name] = value
    if run.emphasis and not has_italic(found["text"]):
        del found["emphasis"]
    return found
