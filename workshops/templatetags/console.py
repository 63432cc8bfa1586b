"""Notes on the console: with a full room it asks for sixty of them every time that somebody tells something."""

import dataclasses
import datetime as dt
import functools

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

register = template.Library()

TOKEN = mark_safe("<csrf>")  # people cannot write this: what they write is escaped


@dataclasses.dataclass(frozen=True)
class Note:
    """All that a note shows: by this it is remembered."""

    session: int
    contribution: int
    words: str
    function: str
    told_at: dt.datetime
    is_example: bool
    source: str  # number of the cluster that it is in, or nothing
    harvest: int | None  # its number there
    clusters: tuple[tuple[str, str], ...]  # number and name of each to which it can go


@register.simple_tag
def clusters_to_go_to(clusters):
    return tuple((str(cluster.pk), cluster.name) for cluster in clusters)


@register.simple_tag(takes_context=True)
def note(context, contribution, words, to, source="", harvest=None):
    """A story that waits, or a fragment in a cluster, with its forms; `to` comes from `clusters_to_go_to`."""
    facts = Note(
        context["session"].pk,
        contribution.pk,
        words,
        contribution.function,
        contribution.told_at,
        contribution.is_example,
        source,
        harvest,
        to,
    )
    return mark_safe(drawn(get_language(), facts).replace(TOKEN, str(context["csrf_token"])))  # noqa: S308


@functools.lru_cache(maxsize=2000)
def drawn(_language, facts):
    """The same facts give the same note for good, but for the secret in its forms."""
    return render_to_string("workshops/console/_note.html", {"note": facts, "csrf_token": TOKEN})
