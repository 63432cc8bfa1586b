"""The nota van beantwoording: what people said in a consultation, block by block, and what was done with it."""

from itertools import groupby

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mvi.documents.from_html import blocks_from, prose
from mvi.documents.nodes import Document, Facts, Heading, KeyFigures, Paragraph, Text
from mvi.rich_text import to_html
from mvi.templatetags.formats import plain_number
from strategy.models import ConsultationRound, RemarkOutcome

TONES = {RemarkOutcome.ADOPTED: "ok", RemarkOutcome.NOT_ADOPTED: "warning"}


def document(consultation: ConsultationRound) -> Document:
    remarks = sorted(consultation.remarks.for_list(), key=lambda remark: remark.place)
    return Document(
        title=_("Report of answers"),
        subtitle=str(consultation.strategy),
        kind=_("Consultation"),
        date=timezone.localdate(),
        status="" if consultation.is_closed else _("draft"),
        language=get_language(),
        blocks=[*summary(consultation, remarks), *answers(remarks)],
    )


def summary(consultation, remarks):
    yield Paragraph(
        _("The consultation is from %(first)s until %(last)s. This is what was said and what was done with it.")
        % {"first": date_format(consultation.starts_on), "last": date_format(consultation.last_day)},
        style="lead",
    )
    yield KeyFigures(
        [
            (plain_number(len(remarks)) or "0", _("remarks"), ""),
            *(
                (plain_number(sum(remark.outcome == outcome for remark in remarks)) or "0", outcome.label, "")
                for outcome in RemarkOutcome
            ),
            (plain_number(sum(not remark.outcome for remark in remarks)) or "0", _("without an answer"), ""),
        ]
    )
    yield Paragraph(_("Remarks stand in the order of the text, with their number and without names."), style="note")
    if consultation.question:
        yield Heading(_("What we asked"))
        yield from blocks_from(to_html(consultation.question, heading=2), below=1)


def answers(remarks):
    for about, of_block in groupby(remarks, key=lambda remark: (remark.about, remark.place[:-1])):
        yield Heading(about[0])
        for remark in of_block:
            yield Heading(_("Remark %(number)s") % {"number": remark.number}, level=2)
            yield from prose(remark.text, below=2)
            outcome = capfirst(remark.get_outcome_display() or _("no answer yet"))
            yield Facts([(_("Taken over?"), [Text(outcome, tone=TONES.get(remark.outcome, "neutral"))])])
            yield from prose(remark.answer, below=2)
