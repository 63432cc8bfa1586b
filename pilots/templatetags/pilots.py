"""What lists show of a pilot, written without a template: a page may have a hundred rows."""

from functools import cache
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from mvi.templatetags.badges import badge, example_mark, theme_badge
from mvi.templatetags.formats import day_in_words, euro
from pilots.models import Phase, Standing
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
    row = "<tr>" + (BOX if choose else "") + ROW
    once = [cache(part) for part in (marks_of, tags_of, themes_of, phase_of)]  # many rows share the same ones
    return format_html_join("", row, (cells_of(pilot, *once) for pilot in pilots))


def cells_of(pilot, marks, tags, themes, phase):
    return {
        "key": pilot.pk,
        "address": pilot.get_absolute_url(),
        "name": pilot.name,
        "marks": marks(pilot.is_example, pilot.is_archived),
        "tags": tags(pilot.tags),
        "themes": themes(tuple((link.theme, link.level) for link in pilot.theme_links)),
        "phase": phase(pilot.phase, pilot.standing),
        "buyer": pilot.buyer or _("nobody yet"),
        "milestone": milestone_of(pilot),
        "estimate": euro(pilot.estimate) or NOTHING,
    }


def marks_of(is_example, is_archived):
    return spaced([example_mark() if is_example else "", badge(_("archived")) if is_archived else ""])


def tags_of(tags):
    return format_html("<br><small>{}</small>", tag_links(tags)) if tags else ""


def themes_of(links):
    return spaced(theme_badge(theme.name, theme.colour, level) for theme, level in links) or NOTHING


def phase_of(phase, standing):
    return spaced([capfirst(Phase(phase).label), "" if standing == Standing.ACTIVE else standing_badge(standing)])


def milestone_of(pilot):
    """The first that is not done."""
    if not pilot.open_milestones:
        return NOTHING
    milestone = pilot.open_milestones[0]
    late = badge(_("too late"), "danger") if milestone.is_overdue else ""
    return format_html("{}<br><small>{}</small> {}", milestone.name, day_in_words(milestone.due_on), late)


def spaced(parts):
    return format_html_join(" ", "{}", ((part,) for part in parts if part))
