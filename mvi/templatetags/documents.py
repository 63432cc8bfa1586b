"""How the nodes of a document are drawn on a page."""

from django import template

from mvi.documents import page
from mvi.documents.nodes import runs as runs_of

register = template.Library()


@register.filter
def runs(text):
    return runs_of(text)


@register.filter
def drawn(blocks):
    return page.drawn(blocks)


@register.filter
def badge_kind(tone):
    return page.BADGES[tone]


@register.filter
def alert_kind(tone):
    return page.ALERTS[tone]


@register.filter
def picture_address(svg):
    return page.as_address(svg)


@register.filter
def with_numbers(row, table):
    """The cells of a row, each with whether it holds a figure."""
    return [(cell, column in table.numbers) for column, cell in enumerate(row)]
