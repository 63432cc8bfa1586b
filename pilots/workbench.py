"""The criteria of a pilot together: what to look at again, and the text for the tender documents."""

import io
from itertools import groupby

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from docx import Document

from mvi.models import Level
from mvi.sheets.files import clean
from mvi.templatetags.formats import plain_number
from pilots.models import CriterionKind


def warnings_about(criteria):
    """What deserves a second look before these criteria go out."""
    award = [criterion for criterion in criteria if criterion.kind == CriterionKind.AWARD]
    total = sum(criterion.weight or 0 for criterion in award)
    stale = [criterion for criterion in criteria if criterion.is_stale]
    unverified = [criterion for criterion in criteria if not criterion.verification]
    if award and total != 100:
        yield _("The weights of the award criteria add up to %(total)s; that must be 100.") % {
            "total": plain_number(total)
        }
    if criteria and all(criterion.level == Level.AMBITIOUS for criterion in criteria):
        yield _("All criteria are at level 3. Few parties may be able to offer that; mix the levels or ask the market.")
    if stale:
        yield ngettext(
            "%(number)s reference to the MVI-criteriatool is older than 18 months. Check whether it still holds.",
            "%(number)s references to the MVI-criteriatool are older than 18 months. Check whether they still hold.",
            len(stale),
        ) % {"number": len(stale)}
    if unverified:
        yield ngettext(
            "%(number)s criterion does not say how it is verified.",
            "%(number)s criteria do not say how they are verified.",
            len(unverified),
        ) % {"number": len(unverified)}


def text_block(pilot, criteria):
    """A Word document with the criteria by kind, and at the end the table of their numbers."""
    document = Document()
    document.core_properties.title = clean(_("Criteria of %(pilot)s") % {"pilot": pilot})
    document.core_properties.author = ""
    document.add_heading(clean(_("Criteria of %(pilot)s") % {"pilot": pilot}), level=1)
    order = list(CriterionKind.values)
    ordered = sorted(criteria, key=lambda criterion: (order.index(criterion.kind), criterion.title))
    for kind, rows in groupby(ordered, key=lambda criterion: criterion.kind):
        document.add_heading(capfirst(CriterionKind(kind).label), level=2)
        for criterion in rows:
            document.add_heading(clean(criterion.title), level=3)
            for paragraph in filter(None, criterion.text.splitlines()):
                document.add_paragraph(clean(paragraph))
            for label, value in details(criterion):
                line = document.add_paragraph()
                line.add_run(f"{capfirst(label)}: ").bold = True
                line.add_run(clean(value))
    referring = [criterion for criterion in ordered if criterion.mvi_number]
    if referring:
        document.add_heading(_("Numbers in the MVI-criteriatool"), level=2)
        table = document.add_table(rows=1, cols=3, style="Table Grid")
        fill(table.rows[0], _("Number"), _("Criterion"), _("Version"))
        for criterion in referring:
            version = date_format(criterion.mvi_version_on) if criterion.mvi_version_on else ""
            fill(table.add_row(), criterion.mvi_number, criterion.title, version)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def details(criterion):
    if criterion.weight is not None:
        yield _("weight"), f"{plain_number(criterion.weight)}%"
    if criterion.verification:
        yield _("verification"), criterion.verification
    if criterion.theme:
        yield _("theme"), f"{criterion.theme}, {criterion.get_level_display()}"


def fill(row, *texts):
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = clean(text)
