"""What lists show of a pilot, written without a template: a page may have a hundred rows."""

import datetime as dt
from functools import lru_cache
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mvi.templatetags.badges import badge, example_mark, theme_badge
from mvi.templatetags.formats import day_in_words, euro
from pilots.models import Milestone, Phase, Standing
from pilots.models.tags import tags_in

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
def tag_links(tags):
    """The tags of a pilot, each with the other pilots that have it."""
    pilots = reverse("pilots:pilot-list")
    return spaced(format_html('<a href="{}?tag={}">#{}</a>', pilots, quote(tag), tag) for tag in tags_in(tags))


@register.simple_tag
def pilot_rows(pilots, choose):
    """The table rows of PilotQuerySet.for_table(); with `choose` each has a box, named by the heading “choose” too."""
    language = get_language()
    return mark_safe("".join(row_of(language, choose, *facts_of(pilot)) for pilot in pilots))  # noqa: S308 -- rows are safe


def facts_of(pilot):
    """All that a row shows: by this it is remembered."""
    return (
        (pilot.pk, pilot.slug, pilot.name, pilot.is_example, pilot.is_archived, pilot.tags),
        tuple((badge["name"], badge["colour"], badge["level"]) for badge in pilot.badges),
        (pilot.phase, pilot.standing),
        str(pilot.buyer or ""),
        pilot.coming and coming(**pilot.coming),
        pilot.estimate,
    )


@lru_cache(maxsize=5000)  # a kilobyte each
def row_of(_language, choose, pilot, themes, phase, buyer, milestone, estimate):
    """The same facts give the same row for good, and people look at the same pilots again and again."""
    key, slug, name, is_example, is_archived, tags = pilot
    return format_html(
        "<tr>" + (BOX if choose else "") + ROW,
        key=key,
        address=reverse("pilots:pilot-detail", args=[slug]),
        name=name,
        marks=marks_of(is_example, is_archived),
        tags=tags_of(tags),
        themes=themes_of(themes),
        phase=phase_of(*phase),
        buyer=buyer or _("nobody yet"),
        milestone=milestone_of(*milestone) if milestone else NOTHING,
        estimate=euro(estimate) or NOTHING,
    )


def coming(name, due_on):
    milestone = Milestone(name=name, due_on=dt.date.fromisoformat(due_on))
    return name, milestone.due_on, milestone.is_overdue


def marks_of(is_example, is_archived):
    return spaced([example_mark() if is_example else "", badge(_("archived")) if is_archived else ""])


def tags_of(tags):
    return format_html("<br><small>{}</small>", tag_links(tags)) if tags else ""


def themes_of(links):
    return spaced(theme_badge(*link) for link in links) or NOTHING


def phase_of(phase, standing):
    return spaced([capfirst(Phase(phase).label), "" if standing == Standing.ACTIVE else standing_badge(standing)])


def milestone_of(name, due_on, is_overdue):
    late = badge(_("too late"), "danger") if is_overdue else ""
    return format_html("{}<br><small>{}</small> {}", name, day_in_words(due_on), late)


def spaced(parts):
    return format_html_join(" ", "{}", ((part,) for part in parts if part))
