"""What the market said, as one document for everybody: what one party heard, all can read."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mvi.documents.from_html import prose
from mvi.documents.nodes import Document, Facts, Heading, Paragraph
from pilots.models import Pilot


def document(pilot: Pilot) -> Document:
    """All talks in order, without who said what: names stay in the log."""
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
            *(block for row in pilot.consultations.all() for block in of_one(row)),
        ],
    )


def of_one(row):
    yield Heading(row.subject)
    facts = [(_("Date"), date_format(row.on, "j F Y")), (_("How"), capfirst(row.get_kind_display()))]
    yield Facts(facts + [(_("TenderNed number"), row.tenderned_number)] * bool(row.tenderned_number))
    for title, text in [
        (_("What was asked"), row.questions),
        (_("What was answered"), row.answers),
        (_("Effect on the request"), row.effect),
    ]:
        if text.strip():
            yield Heading(title, level=2)
            yield from prose(text)
