"""The MVOI-actieplan: per theme of the Manifest what we do, who does it, when, and what is still missing."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mvi.documents.nodes import Bullets, Callout, Document, Facts, Heading, KeyFigures, Paragraph, Table, Text
from mvi.templatetags.formats import euro, plain_number
from strategy.action_plan import Plan, action_plan
from strategy.models import OwnerStatus, Strategy


def document(strategy: Strategy) -> Document:
    plan = action_plan(strategy)
    return Document(
        title=_("Action plan for socially responsible procurement"),
        subtitle=strategy.title,
        kind=str(plan.manifest or _("Action plan")),
        date=timezone.localdate(),
        language=get_language(),
        cover=True,
        contents=True,
        blocks=[*summary(plan), *(block for chapter in plan.chapters for block in of_theme(chapter))],
    )


def summary(plan: Plan):
    yield Heading(_("In short"))
    accepted = {
        action for chapter in plan.chapters for action in chapter.actions if action.owner_status == OwnerStatus.ACCEPTED
    }
    yield KeyFigures(
        [
            (plain_number(len(plan.actions)), _("actions"), ""),
            (plain_number(len(accepted)), _("with an owner who said yes"), ""),
            (plain_number(plan.hours) or "–", _("hours"), ""),
            (euro(plan.budget) or "–", _("budget"), ""),
        ]
    )
    yield Table(
        [_("Theme of the Manifest"), _("Our themes"), _("Level"), _("Actions"), _("Missing")],
        [
            [
                name_of(chapter),
                ", ".join(map(str, chapter.themes)) or "–",
                str(chapter.level.label) if chapter.level else "–",
                str(len(chapter.actions)),
                str(len(chapter.gaps)),
            ]
            for chapter in plan.chapters
        ],
        caption=_("The plan per theme"),
        widths=(4, 4, 2.4, 1.3, 1.5),
        numbers=frozenset({3, 4}),
    )
    if plan.gaps:
        yield Paragraph(_("What is missing stands at the end of each theme."), style="note")


def name_of(chapter):
    return str(chapter.manifest_theme) if chapter.manifest_theme else _("Outside the Manifest")


def of_theme(chapter):
    yield Heading(name_of(chapter))
    if chapter.level:
        yield Facts(
            [
                (
                    _("Our themes"),
                    [piece for theme in chapter.themes for piece in (Text(theme.name, theme=theme.colour), " ")],
                ),
                (_("Level"), str(chapter.level.label)),
                (_("Hours"), plain_number(chapter.hours) or "–"),
                (_("Budget"), euro(chapter.budget) or "–"),
            ]
        )
    if chapter.actions:
        yield Table(
            [_("Action"), _("Owner"), _("Ready by"), _("Status"), _("Hours"), _("Budget")],
            [cells(action) for action in chapter.actions],
            widths=(5, 3, 2.6, 2, 1.2, 2),
            numbers=frozenset({4, 5}),
        )
    if chapter.gaps:
        gaps = [[Paragraph([Text(str(gap.row), strong=True), f": {gap.text}"])] for gap in chapter.gaps]
        yield Callout(_("Still missing"), [Bullets(gaps)], tone="warning")


def cells(action):
    owner = str(action.owner) if action.owner else _("nobody yet")
    if action.owner and action.owner_status != OwnerStatus.ACCEPTED:
        owner += f" ({action.get_owner_status_display()})"
    return [
        action.title,
        owner,
        date_format(action.ends_on, "j-n-Y") if action.ends_on else "–",
        capfirst(action.get_status_display()),
        plain_number(action.hours) or "–",
        euro(action.budget) or "–",
    ]
