"""The button to follow what a page is about."""

from django import template

from mvi.following import follows

register = template.Library()


@register.inclusion_tag("components/follow.html", takes_context=True)
def follow_button(context, row):
    return {
        "row": row,
        "kind": row._meta.label_lower,
        "follows": follows(row, context["user"]),
        "csrf_token": context.get("csrf_token"),
    }
