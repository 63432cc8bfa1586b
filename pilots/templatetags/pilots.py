"""What lists show of a pilot, written without a template: a page may have a hundred rows."""

import datetime as dt
import json
from functools import lru_cache
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mvi.templatetags.badges import badge, short_example_mark, theme_badge
from mvi.templatetags.formats import day_in_words, euro
from pilots.models import Milestone, Phase, Standing
from pilots.models.tags import tags_in
from pilots.table import Row

register = template.Library()

STANDING_KINDS = {Standing.PARKED: "warning", Standing.STOPPED: "danger", Standing.COMPLETED: "safe"}
BOX = '<td><input type="checkbox" name="pilot" value="{key}" aria-labelledby="choose p{key}"></td>'
ROW = (
    '<th scope="row"><a id="p{key}" href="{address}">{name}</a> {marks}{tags}</th><td>{themes}</td>'
    '<td>{phase}</td><td>{buyer}</td><td>{milestone}</td><td class="number">{estimate}</td></tr>\n'
)
NOTHING = "–"


@register.simple_tag
def standing_badge(standing):
    """Whether a pilot runs."""
    return badge(Standing(standing).label, STANDING_KINDS.get(standing, "active"))


@register.simple_tag
def tag_links(tags, pilots=None):
    """The tags of a pilot, each with the other pilots that have it; `pilots` is the address of the list from here."""
    pilots = reverse("pilots:pilot-list") if pilots is None else pilots
    return spaced(format_html('<a href="{}?tag={}">#{}</a>', pilots, quote(tag), tag) for tag in tags_in(tags))


@register.simple_tag
def pilot_rows(rows, choose):
    """The rows of a page of the table; with `choose` each has a box, named by the heading “choose” too."""
    language, today = get_language(), timezone.localdate()
    return mark_safe("".join(drawn_row(row, choose, language, today) for row in rows))  # noqa: S308 -- rows are safe


@lru_cache(maxsize=5000)  # a kilobyte each
def drawn_row(row: Row, choose, _language, _today):
    """The same facts give the same row for good, and people look at the same pilots again and again."""
    return format_html(
        "<tr>" + (BOX if choose else "") + ROW,
        key=row.pk,
        address=reverse("pilots:pilot-detail", args=[row.slug]),
        name=row.name,
        marks=marks_of(row.is_example, row.is_archived),
        tags=tags_of(row.tags),
        themes=spaced(theme_badge(*theme) for theme in json.loads(row.themes)) or NOTHING,
        phase=phase_of(row.phase, row.standing),
        buyer=row.buyer or _("nobody yet"),
        milestone=milestone_of(*json.loads(row.milestone)) if row.milestone else NOTHING,
        estimate=euro(row.estimate) or NOTHING,
    )


def marks_of(is_example, is_archived):
    return spaced([short_example_mark() if is_example else "", badge(_("archived")) if is_archived else ""])


def tags_of(tags):
    return format_html("<br><small>{}</small>", tag_links(tags, pilots="")) if tags else ""


def phase_of(phase, standing):
    return spaced([capfirst(Phase(phase).label), "" if standing == Standing.ACTIVE else standing_badge(standing)])


def milestone_of(name, due_on):
    milestone = Milestone(name=name, due_on=dt.date.fromisoformat(due_on))
    late = badge(_("too late"), "danger") if milestone.is_overdue else ""
    return format_html("{}<br><small>{}</small> {}", name, day_in_words(milestone.due_on), late)


def spaced(parts):
    return format_html_join(" ", "{}", ((part,) for part in parts if part))
