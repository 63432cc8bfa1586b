"""Rich text on a page."""

from django import template

from mvi.rich_text import to_html, words

register = template.Library()


@register.filter
def rich_text(text, heading=3):
    """A text with its paragraphs, lists and links; its own headings start at this level."""
    return to_html(text or "", heading)


@register.filter
def only_words(text):
    """A text without its marks, for a line in a list."""
    return words(text or "")
