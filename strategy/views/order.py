"""Core values, themes and goals at another place: one up or down with a button, or dragged."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import BadRequest, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from strategy.actions import move, take_place
from strategy.forms import PlaceForm
from strategy.models import CoreValue, Goal, Theme


def one_place(request, row):
    """As a button asks; what it came to, in words."""
    down = "down" in request.POST
    if move(row=row, places=1 if down else -1, by=request.user):
        return _("“%(row)s” was moved down.") if down else _("“%(row)s” was moved up.")
    return _("“%(row)s” stands last already.") if down else _("“%(row)s” stands first already.")


def dragged(request, row):
    """To the place of the row on which it was dropped; what it came to, in words."""
    form = PlaceForm(request.POST)
    if not form.is_valid():
        raise BadRequest("No place.")
    take_place(row=row, by=request.user, **form.cleaned_data)
    return _("“%(row)s” has another place.")


def mover(model, list_page):
    """The verb for rows of this model; it leads back to the list, filtered as it was."""

    @permission_required(f"strategy.change_{model._meta.model_name}", raise_exception=True)
    @require_POST
    def move_row(request, pk):
        row = get_object_or_404(model.objects.in_use(), pk=pk)
        verb = dragged if request.POST.get("place_of") else one_place
        try:
            messages.success(request, verb(request, row) % {"row": row})
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(f"{reverse(list_page)}{query}#row-{row.pk}")

    return move_row


move_core_value = mover(CoreValue, "strategy:core-value-list")
move_theme = mover(Theme, "strategy:theme-list")
move_goal = mover(Goal, "strategy:goal-list")
