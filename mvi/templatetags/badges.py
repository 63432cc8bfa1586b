"""Small marks that stand by the dozen on a page, written without a template: a long list has hundreds of them."""

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def badge(text, kind=""):
    """A word in a coloured frame; kind: neutral, active, safe, warning, danger."""
    return format_html('<span class="utrecht-badge-status utrecht-badge-status--{}">{}</span>', kind or "neutral", text)


@register.simple_tag
def example_mark():
    """Figures that we made up never pass for real ones."""
    title = _("Made up to show how it works.")
    return format_html('<span class="example-mark" title="{}">{}</span>', title, _("example"))


@register.simple_tag
def short_example_mark():
    """The same in a long list, which says once what it means."""
    return format_html('<span class="example-mark">{}</span>', _("example"))


@register.simple_tag
def example_note(rows):
    """What the short mark means, under the list of these rows."""
    if not any(row.is_example for row in rows):
        return ""
    return format_html('<p class="small">{} {}</p>', short_example_mark(), _("Made up to show how it works."))


@register.simple_tag
def theme_badge(name, colour, level=None, url=None):
    """In one of eight colours, which never stands alone."""
    text = f"{name} · {_('level %(level)s') % {'level': level}}" if level else name
    if url:
        return format_html('<a class="theme-badge theme-colour-{}" href="{}">{}</a>', colour, url, text)
    return format_html('<span class="theme-badge theme-colour-{}">{}</span>', colour, text)
