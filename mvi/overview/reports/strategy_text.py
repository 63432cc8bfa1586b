"""The MVI-strategie: the text of an edition as it was adopted, or as it stands."""

import datetime as dt
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mvi.documents.from_html import blocks_from, prose
from mvi.documents.nodes import Callout, Document, Facts, Heading, Paragraph, Table, Text
from mvi.models import Level
from mvi.rich_text import to_html
from mvi.templatetags.formats import euro, plain_number, with_unit
from strategy.models import Direction, Edition, Strategy, Theme
from strategy.snapshot import snapshot


def document(edition: Edition) -> Document:
    """The strategy as it was adopted."""
    return written(edition.content, date=edition.decided_on, first=decision(edition))


def as_it_stands(strategy: Strategy) -> Document:
    """The strategy as it is written now; what was not adopted says so on every page."""
    said = Callout(
        _("Not adopted"),
        [Paragraph(_("This is the text as it stands today. What counts is the edition that was adopted last."))],
        tone="warning",
    )
    return written(snapshot(strategy), date=timezone.localdate(), first=said, status=_("draft"))


def written(text, *, date, first, status="") -> Document:
    """All of it: introduction, vision, core values, and each theme with its goals and actions."""
    return Document(
        title=text["title"],
        subtitle=_("%(first)s to %(last)s") % {"first": day(text["starts_on"]), "last": day(text["ends_on"])},
        kind=_("Strategy for socially responsible procurement"),
        date=date,
        status=status,
        language=get_language(),
        cover=True,
        contents=True,
        blocks=[
            first,
            *chapter(_("Introduction"), text["introduction"]),
            *chapter(_("Vision"), text["vision"]),
            *core_values(text["core_values"]),
            *themes_and_goals(text["themes"]),
        ],
    )


def decision(edition):
    said = _("Edition %(number)s, adopted on %(day)s by the %(body)s.") % {
        "number": edition.number,
        "day": date_format(edition.decided_on),
        "body": edition.get_decided_by_body_display(),
    }
    return Callout(_("Adopted"), [Paragraph(" ".join(filter(None, [said, edition.decision_reference])))], tone="ok")


def chapter(title, text):
    return [Heading(title), *rich(text)] if text else []


def rich(text, *, below=1):
    """Rich text with its lists, headings and links; its highest heading comes one level below `below`."""
    return blocks_from(to_html(text, heading=2), below=below)


def core_values(values):
    if values:
        yield Heading(_("Core values"))
    for value in values:
        yield Heading(value["name"], level=2)
        yield from rich(value["meaning"], below=2)
        if value["behaviour"]:
            yield Paragraph(Text(_("What do we see then?"), strong=True))
            yield from rich(value["behaviour"], below=2)


def themes_and_goals(themes):
    colours = dict(Theme.objects.filter(pk__in=[theme["id"] for theme in themes]).values_list("pk", "colour"))
    for theme in themes:
        yield Heading(theme["name"], theme=colours.get(theme["id"]))
        yield Facts([(_("Level"), str(Level(theme["level"]).label)), (_("Owner"), theme["owner"] or _("nobody yet"))])
        yield from rich(theme["ambition"])
        if theme["goals"]:
            yield Heading(_("Goals"), level=2)
        for goal in theme["goals"]:
            yield from goal_and_figures(goal)
        yield from actions(theme["actions"])


def goal_and_figures(goal):
    yield Heading(goal["statement"], level=3)
    said = [goal["year"] and str(goal["year"]), str(Level(goal["level"]).label), goal["owner"] or _("nobody yet")]
    yield Paragraph(" · ".join(filter(None, said)), style="note")
    yield from prose(goal["explanation"], below=3)
    if goal["indicators"]:
        yield Table(
            [_("Indicator"), _("Direction"), _("Baseline"), _("Target")],
            [
                [
                    indicator["name"],
                    capfirst(Direction(indicator["direction"]).label),
                    figure(indicator, "baseline"),
                    figure(indicator, "target"),
                ]
                for indicator in goal["indicators"]
            ],
            widths=(4, 2, 2, 2),
        )


def figure(indicator, name):
    """35% (31 december 2025), or a dash where nobody knows."""
    if indicator[name] in (None, ""):
        return "–"
    value = with_unit(Decimal(indicator[name]), indicator["unit"])
    return f"{value} ({short_day(indicator[f'{name}_on'])})" if indicator[f"{name}_on"] else value


def actions(found):
    if not found:
        return
    yield Heading(_("Actions"), level=2)
    yield Table(
        [_("Action"), _("Owner"), _("Period"), _("Hours"), _("Budget")],
        [
            [
                action["title"],
                action["owner"] or _("nobody yet"),
                " – ".join(short_day(action[name]) for name in ("starts_on", "ends_on") if action[name]) or "–",
                plain_number(action["hours"]) or "–",
                euro(Decimal(action["budget"])) if action["budget"] else "–",
            ]
            for action in found
        ],
        widths=(5, 3, 4, 1.3, 2),
        numbers=frozenset({3, 4}),
    )


def day(text):
    return date_format(dt.date.fromisoformat(text), "j F Y")


def short_day(text):
    """31-12-2025, on one line of a table."""
    return date_format(dt.date.fromisoformat(text), "j-n-Y")
