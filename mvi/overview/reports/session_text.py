"""The report of a session (verslag): what was told and chosen, and what follows; people by function, never by name."""

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mvi.documents.from_html import prose
from mvi.documents.nodes import Bullets, Document, Facts, Heading, KeyFigures, Paragraph, Table, Text
from mvi.templatetags.formats import plain_number
from workshops.crossed import crossed
from workshops.models import Session

MOST_GROUPS = 6  # functions with a column of their own; a page has room for no more


def document(session: Session) -> Document:
    clusters = list(session.clusters.for_board())
    return Document(
        title=_("Report of session %(session)s") % {"session": session},
        subtitle=session.series.title,
        kind=_("Report of a session"),
        date=session.starts_at and localtime(session.starts_at).date(),
        status="" if session.is_closed else _("draft"),
        language=get_language(),
        blocks=[
            *summary(session, clusters),
            *programme(session),
            *people(session),
            *stories(session, clusters),
            *carried(session, clusters),
            *outcomes(clusters),
            *decisions(session),
        ],
    )


def summary(session, clusters):
    if session.aim:
        yield from prose(session.aim)
    facts = []
    if session.starts_at:
        facts.append((_("Starts at"), date_format(localtime(session.starts_at), "j F Y, H:i")))
    if session.place:
        facts.append((_("Place"), session.place))
    if facts:
        yield Facts(facts)
    votes = sum(cluster.number_of_votes for cluster in clusters)
    yield KeyFigures(
        [
            (figure(session.participants.count()), _("participants"), ""),
            (figure(session.contributions.visible().count()), _("contributions"), ""),
            (figure(len(clusters)), _("clusters"), ""),
            (figure(votes), _("votes"), ""),
        ]
    )


def programme(session):
    steps = session.steps.all()
    if steps:
        yield Heading(_("Programme"))
        yield Table(
            [_("Step"), _("Kind"), _("Minutes")],
            [[step.title, capfirst(step.get_kind_display()), str(step.minutes)] for step in steps],
            widths=(6, 3, 1.5),
            numbers=frozenset({2}),
        )


def people(session):
    groups = session.participants.by_function()
    if groups:
        yield Heading(_("Who was there"))
        yield Table(
            [_("Function"), _("Participants")],
            [[name_of(group["function"]), str(group["number"])] for group in groups],
            widths=(6, 2),
            numbers=frozenset({1}),
        )


def stories(session, clusters):
    unsorted = session.contributions.unsorted()
    if clusters or unsorted:
        yield Heading(_("What was told"))
    for cluster in clusters:
        yield Heading(cluster.name, level=2)
        if cluster.notes:
            yield Bullets([told(note.words, note.contribution.function) for note in cluster.notes])
        else:
            yield Paragraph(_("No stories."), style="note")
    if unsorted:
        yield Heading(_("Not in a cluster"), level=2)
        yield Bullets([told(row.text, row.function) for row in unsorted])


def told(text, function):
    """A story, and the function of who told it."""
    teller = [" ", Text(f"({function})", emphasis=True)] if function else []
    return [Paragraph([text, *teller])]


def carried(session, clusters):
    matrix = crossed(clusters, session.clusters.told_by("function"))
    groups = matrix["groups"]
    if not groups:
        return
    totals = [sum(row["counts"][place] for row in matrix["rows"]) for place in range(len(groups))]
    largest = sorted(sorted(range(len(groups)), key=lambda place: -totals[place])[:MOST_GROUPS])
    others = [place for place in range(len(groups)) if place not in largest]
    headers = [_("Cluster"), *(name_of(groups[place]) for place in largest)]
    rows = []
    for row in matrix["rows"]:
        counts = [row["counts"][place] for place in largest]
        if others:
            counts.append(sum(row["counts"][place] for place in others))
        rows.append([row["cluster"].name, *(str(count or "–") for count in counts)])
    if others:
        headers.append(_("others"))
    yield Heading(_("Who carries what"))
    yield Table(
        headers,
        rows,
        caption=_("Stories of each cluster by the function of the teller"),
        widths=(3, *[1.6] * (len(headers) - 1)),
        numbers=frozenset(range(1, len(headers))),
    )


def outcomes(clusters):
    if clusters:
        yield Heading(_("Votes and outcomes"))
        yield Table(
            [_("Cluster"), _("Votes"), _("Became")],
            [
                [cluster.name, str(cluster.number_of_votes), became(cluster.became)]
                for cluster in sorted(clusters, key=lambda cluster: -cluster.number_of_votes)
            ],
            widths=(4, 1.2, 5),
            numbers=frozenset({1}),
        )


def became(outcome):
    return f"{capfirst(str(outcome.became_kind))}: {outcome.became}" if outcome else "–"


def decisions(session):
    rows = list(session.decisions.select_related("owner"))
    decided = [row for row in rows if not row.owner]
    actions = [row for row in rows if row.owner]
    if decided:
        yield Heading(_("Decisions"))
        yield Bullets([[Paragraph(row.text)] for row in decided], ordered=True)
    if actions:
        yield Heading(_("Actions"))
        yield Table(
            [_("Action"), _("Owner"), _("Ready by")],
            [[row.text, str(row.owner), date_format(row.due_on, "j F Y") if row.due_on else "–"] for row in actions],
            widths=(6, 3, 2.4),
        )


def figure(number):
    return plain_number(number) or "0"


def name_of(function):
    return function or _("not filled in")
