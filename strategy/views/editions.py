"""Adopting a strategy, reading what was adopted, and comparing two texts."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.generic import DetailView

from strategy.actions import adopt
from strategy.adoption import banner, blockers
from strategy.forms import AdoptionForm, AsOfForm
from strategy.models import Edition, Strategy
from strategy.snapshot import differences, snapshot, snapshot_on

NOW = "nu"


@permission_required("strategy.change_strategy", raise_exception=True)
@require_http_methods(["GET", "POST"])
def strategy_adopt(request, pk):
    """List what is missing; when nothing is, record the decision."""
    strategy = get_object_or_404(Strategy, pk=pk)
    form = AdoptionForm(request.POST or None)
    if form.is_valid():
        try:
            edition = adopt(strategy=strategy, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("“%(edition)s” was adopted.") % {"edition": edition})
            return redirect(edition)
    context = {"strategy": strategy, "form": form, "blockers": blockers(strategy), "banner": banner(strategy)}
    return render(request, "strategy/strategy_adopt.html", context)


class EditionDetail(PermissionRequiredMixin, DetailView):
    permission_required = "strategy.view_strategy"
    queryset = Edition.objects.select_related("strategy")

    def get_context_data(self, **kwargs):
        newest = self.object.strategy.editions.select_related("strategy").first()
        return super().get_context_data(**kwargs) | {"successor": newest if newest != self.object else None}


@permission_required("strategy.view_strategy", raise_exception=True)
@require_safe
def strategy_as_of(request, pk):
    """The strategy as it was on a date."""
    strategy = get_object_or_404(Strategy, pk=pk)
    form = AsOfForm(request.GET)
    day = form.cleaned_data["day"] if form.is_valid() else None
    text = snapshot_on(strategy, day) if day else None
    editions = list(strategy.editions.select_related("strategy"))
    counted = next((edition for edition in editions if day and edition.decided_on <= day), None)
    context = {"strategy": strategy, "editions": editions, "form": form, "day": day, "text": text, "counted": counted}
    return render(request, "strategy/strategy_as_of.html", context)


@permission_required("strategy.view_strategy", raise_exception=True)
@require_safe
def strategy_compare(request, pk):
    """Two editions, or an edition and the text as it is now, block by block and word by word."""
    strategy = get_object_or_404(Strategy, pk=pk)
    editions = {str(edition.number): edition for edition in strategy.editions.all()}
    newest = next(iter(editions), NOW)
    old, new = request.GET.get("van", newest), request.GET.get("naar", NOW)
    texts = {number: edition.content for number, edition in editions.items()} | {NOW: snapshot(strategy)}
    if old not in texts or new not in texts:
        raise Http404
    names = {number: str(edition) for number, edition in editions.items()} | {NOW: _("As it is now")}
    return render(
        request,
        "strategy/strategy_compare.html",
        {
            "strategy": strategy,
            "editions": editions.values(),
            "old": old,
            "new": new,
            "old_name": names[old],
            "new_name": names[new],
            "differences": differences(texts[old], texts[new]),
        },
    )
