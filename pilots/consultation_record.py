"""What the market said, as one document for everybody: what one party heard, all can read."""

import re

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mvi.documents.from_html import prose
from mvi.documents.nodes import Document, Facts, Heading, Paragraph
from pilots.models import Pilot

LEGAL_FORM = re.compile(r"\s+[bn]\.?v\.?$", re.IGNORECASE)


def document(pilot: Pilot) -> Document:
    """All talks in order, without who said what: names stay in the log."""
    talks = list(pilot.consultations.all())
    parties = {name for row in talks for name in names_in(row.parties)}
    return Document(
        title=_("Market consultation on %(pilot)s") % {"pilot": pilot},
        subtitle=pilot.summary,
        kind=_("Given to all parties alike"),
        date=timezone.localdate(),
        status=_("example") if pilot.is_example else "",
        language=get_language(),
        blocks=[
            Paragraph(
                _("What one party heard, every party can read here. Names of parties are left out."), style="lead"
            ),
            *(block for row in talks for block in of_one(row, parties)),
        ],
    )


def of_one(row, parties):
    yield Heading(without(parties, row.subject))
    facts = [(_("Date"), date_format(row.on, "j F Y")), (_("How"), capfirst(row.get_kind_display()))]
    yield Facts(facts + [(_("TenderNed number"), row.tenderned_number)] * bool(row.tenderned_number))
    for title, text in [
        (_("What was asked"), row.questions),
        (_("What was answered"), row.answers),
        (_("Effect on the request"), row.effect),
    ]:
        if text.strip():
            yield Heading(title, level=2)
            yield from prose(without(parties, text))


def names_in(parties):
    """The names that the log has of the parties, and how people say them: without B.V. or N.V."""
    for name in filter(None, map(str.strip, re.split("[,;\n]", parties))):
        yield name
        yield LEGAL_FORM.sub("", name)


def without(parties, text):
    """The text with “[party]” for each name of the log, also when an answer names another one."""
    for name in sorted(parties, key=len, reverse=True):  # “Groengas Noord” before “Groengas”
        as_written = r"\s+".join(map(re.escape, name.split()))
        text = re.sub(rf"(?<!\w){as_written}(?!\w)", _("[party]"), text, flags=re.IGNORECASE)
    return text
