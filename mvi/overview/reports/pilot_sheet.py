"""The pilotblad: one pilot on at most two pages, for who has a minute."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mvi.documents.from_html import prose
from mvi.documents.nodes import Bullets, Document, Facts, Heading, Paragraph, Table, Text, plain
from mvi.templatetags.formats import euro, with_unit
from pilots.models import Kpi, Pilot, Standing

LONGEST = 380  # characters of a part of the canvas; the pilot's own page has it all
KPIS, MILESTONES, PARTIES, LESSONS = 5, 4, 6, 3
LINE = 80  # characters of a name in a table
TONES = {Standing.ACTIVE: "info", Standing.PARKED: "warning", Standing.STOPPED: "neutral", Standing.COMPLETED: "ok"}


def document(pilot: Pilot) -> Document:
    return Document(
        title=pilot.name,
        subtitle=pilot.summary,
        kind=_("Pilot in socially responsible procurement"),
        date=timezone.localdate(),
        status=_("example") if pilot.is_example else "",
        language=get_language(),
        blocks=[
            Facts(list(facts(pilot))),
            *canvas(pilot),
            *results(pilot),
            *planning(pilot),
            *parties(pilot),
            *lessons(pilot),
        ],
    )


def facts(pilot):
    standing = pilot.get_phase_display() if pilot.is_active else pilot.get_standing_display()
    yield _("Phase"), [Text(capfirst(standing), tone=TONES[pilot.standing])]
    themes = [
        piece
        for link in pilot.theme_links[:5]
        for piece in (Text(link.theme.name, theme=link.theme.colour), f" {link.get_level_display()}  ")
    ]
    if themes:
        yield _("Themes"), themes
    for label, value in [
        (_("Buyer"), pilot.buyer and str(pilot.buyer)),
        (_("Project leader"), pilot.project_leader and str(pilot.project_leader)),
        (_("Client"), pilot.client),
        (_("Estimate"), euro(pilot.estimate)),
        (_("Procedure"), capfirst(pilot.get_procedure_display())),
        (_("R-ladder"), pilot.get_r_strategy_display()),
    ]:
        if value:
            yield label, cut(str(value))


def canvas(pilot):
    for title, text in [
        (_("Could we do without buying (R0)?"), pilot.without_buying),
        (_("Need behind the question"), pilot.need),
        (_("Ambition"), pilot.ambition),
        (_("Question to the market"), pilot.question),
        (_("Collaboration"), pilot.collaboration),
    ]:
        if text:
            yield Heading(title)
            yield Paragraph(shortened(text))


def shortened(text, most=LONGEST):
    """The first of it; the page of the pilot has the rest."""
    said = " ".join(" ".join(in_words(block)) for block in prose(text))
    return Truncator(" ".join(said.split())).chars(most)


def in_words(block):
    if isinstance(block, Bullets):
        for item in block.items:
            for inner in item:
                yield from in_words(inner)
    else:
        yield plain(block.text)


def results(pilot):
    kpis = list(Kpi.objects.with_results().filter(pilot=pilot)[:KPIS])
    if kpis:
        yield Heading(_("What was asked and what was delivered"))
        yield Table(
            [_("KPI"), _("Reference"), _("Asked"), _("Contracted"), _("Realised")],
            [
                [
                    cut(kpi.name),
                    *(with_unit(getattr(kpi, step), kpi.unit) or "–" for step in ("reference", "asked", "contracted")),
                    realised(kpi),
                ]
                for kpi in kpis
            ],
            widths=(4, 2, 2, 2, 2.6),
        )


def realised(kpi):
    if not kpi.latest_result:
        return "–"
    value = with_unit(kpi.latest_result.value, kpi.unit)
    if kpi.gap is None:
        return value
    return [Text(f"✓ {value}" if kpi.gap >= 0 else f"▼ {value}", tone="ok" if kpi.gap >= 0 else "danger")]


def planning(pilot):
    milestones = list(pilot.milestones.open()[:MILESTONES])
    if milestones:
        yield Heading(_("Next milestones"))
        yield Table(
            [_("Due on"), _("Milestone"), _("State")],
            [
                [
                    date_format(row.due_on, "j F Y"),
                    cut(row.name),
                    [Text(_("too late"), tone="danger")] if row.is_overdue else _("to come"),
                ]
                for row in milestones
            ],
            widths=(2, 5, 1.4),
        )


def parties(pilot):
    found = list(pilot.parties.all()[:PARTIES])
    if found:
        yield Heading(_("Together with"))
        yield Bullets(
            [
                [Paragraph(cut(", ".join(filter(None, [row.name, row.role, str(row.get_commitment_display())]))))]
                for row in found
            ]
        )


def lessons(pilot):
    found = list(pilot.lessons.all()[:LESSONS])
    if found:
        yield Heading(_("Learned"))
        yield Bullets(
            [[Paragraph([Text(cut(row.title), strong=True), f" {shortened(row.text)[: LINE * 2]}"])] for row in found]
        )


def cut(text):
    return Truncator(text).chars(LINE)
