"""Core values, themes and goals one place up or down, with a button."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from strategy.actions import move
from strategy.models import CoreValue, Goal, Theme


def mover(model, list_page):
    """The verb for rows of this model; it leads back to the list, filtered as it was."""

    @permission_required(f"strategy.change_{model._meta.model_name}", raise_exception=True)
    @require_POST
    def move_row(request, pk):
        row = get_object_or_404(model.objects.in_use(), pk=pk)
        down = "down" in request.POST
        if move(row=row, places=1 if down else -1, by=request.user):
            said = _("“%(row)s” was moved down.") if down else _("“%(row)s” was moved up.")
        else:
            said = _("“%(row)s” stands last already.") if down else _("“%(row)s” stands first already.")
        messages.success(request, said % {"row": row})
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(f"{reverse(list_page)}{query}#row-{row.pk}")

    return move_row


move_core_value = mover(CoreValue, "strategy:core-value-list")
move_theme = mover(Theme, "strategy:theme-list")
move_goal = mover(Goal, "strategy:goal-list")
