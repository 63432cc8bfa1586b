"""Where goals, indicators and actions stand; without a template, since a strategy shows hundreds of them."""

import functools

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mvi.templatetags.badges import badge
from mvi.templatetags.formats import with_unit
from strategy.models import ActionStatus, GoalStatus

register = template.Library()

GOALS = {GoalStatus.ON_TRACK: "safe", GoalStatus.BEHIND: "danger", GoalStatus.STALE: "warning"}
ACTIONS = {ActionStatus.DONE: "safe", ActionStatus.ONGOING: "active"}


@register.simple_tag
def goal_status(judgement):
    """Of a judgement from strategy/status.py."""
    return badge(judgement.label, GOALS.get(judgement.status))


@register.simple_tag
def action_status(action):
    if action.is_overdue:
        return badge(_("overdue"), "danger")
    status = ActionStatus(action.status)  # `get_status_display` makes a dictionary of all of them each time
    return badge(status.label, ACTIONS.get(status))


@register.simple_tag
def indicator_line(indicator, language=""):
    """From where to where, as far as that is known."""
    return line_of(language or get_language(), indicator.name, indicator.unit, indicator.baseline, indicator.target)


@functools.lru_cache(maxsize=1000)
def line_of(_language, name, unit, baseline, target):
    if baseline is None or target is None:
        return format_html('<p class="small">{}</p>', name)
    return format_html('<p class="small">{}: {} → {}</p>', name, with_unit(baseline, unit), with_unit(target, unit))


@register.simple_tag
def finding_links(findings):
    """What the quality check found, each with where it is mended."""
    items = ((finding.url, finding.row, finding.text) for finding in findings)
    return format_html_join("", '<li><a href="{}">{}</a><small>{}</small></li>', items)
