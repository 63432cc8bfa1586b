"""Leads from the field of a form to the card that explains it."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _


def explain(form, cards):
    """A link after the help of each field; `cards` says which card explains which field."""
    for name, keyword in cards.items():
        if field := form.fields.get(name):
            link = format_html(
                '<a href="{}">{}</a>',
                reverse("knowledge:card", args=[keyword]),
                _("Explanation of “%(field)s”") % {"field": field.label},
            )
            field.help_text = format_html("{} {}", field.help_text, link) if field.help_text else link
