"""The link with which a block of the reading view is changed where it stands."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

register = template.Library()

LINK = (
    '<p class="remark-link" data-edit><a href="{url}?deel={part}" hx-get="{url}?deel={part}"'
    ' hx-target="closest [data-edit]" hx-swap="outerHTML"{focus}>{edit}<span class="visually-hidden">: {about}</span>'
    "</a></p>"
)


@register.simple_tag
def edit_link(page, pk, part, about):
    """`page` changes the row, `part` is which block of it and `about` its name, for who hears only the link."""
    return link_to(reverse(page, args=[pk]), part, about)


def link_to(url, part, about, *, swapped=False):
    """The link itself; with htmx the small form comes in its place, and the link back with the focus on it."""
    focus = mark_safe(" autofocus") if swapped else ""
    return format_html(LINK, url=url, part=part, about=about, focus=focus, edit=_("Edit"))
