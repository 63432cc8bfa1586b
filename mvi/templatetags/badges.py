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
def example_mark(row):
    """Figures that we made up never pass for real ones."""
    return example() if row.is_example else ""


def example():
    title = _("Made up to show how it works.")
    return format_html('<span class="example-mark" title="{}">{}</span>', title, _("example"))


@register.simple_tag
def theme_badge(theme, level=None, url=None):
    """Anything with a name and a colour (1 to 8); the colour never stands alone."""
    name = f"{theme.name} · {_('level %(level)s') % {'level': level}}" if level else theme.name
    if url:
        return format_html('<a class="theme-badge theme-colour-{}" href="{}">{}</a>', theme.colour, url, name)
    return format_html('<span class="theme-badge theme-colour-{}">{}</span>', theme.colour, name)
