"""The lists of others, and which themes of ours belong to them."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django.views.generic import ListView

from mvi.views import Exported
from strategy.actions import map_theme
from strategy.framework_forms import MappingForm
from strategy.models import Framework, FrameworkTheme, Strategy, Theme
from strategy.resources import FrameworkThemeResource


class FrameworkList(Exported, ListView):
    """Each list with its dates and source, and what of the current strategy belongs to it."""

    resource_class = FrameworkThemeResource
    permission_required = ["strategy.view_framework", "strategy.view_theme"]
    template_name = "strategy/framework_list.html"
    context_object_name = "framework_list"

    def get_queryset(self):
        ours = Theme.objects.in_use().filter(strategy=Strategy.objects.current())
        themes = FrameworkTheme.objects.order_by("position").prefetch_related(Prefetch("strategy_themes", ours))
        lists = Framework.objects.prefetch_related(Prefetch("themes", themes))
        return sorted(lists, key=lambda framework: (framework.rank, -framework.starts_on.toordinal()))

    def rows_to_export(self):
        return FrameworkTheme.objects.all()


@permission_required("strategy.change_theme", raise_exception=True)
@require_http_methods(["GET", "POST"])
def theme_frameworks(request, pk):
    """Say to which themes of the frameworks a theme of ours belongs."""
    theme = get_object_or_404(Theme.objects.select_related("strategy"), pk=pk)
    form = MappingForm(request.POST or None, theme=theme)
    if form.is_valid():
        map_theme(theme=theme, add=form.added, drop=form.dropped, by=request.user)
        messages.success(request, _("The frameworks of “%(theme)s” were saved.") % {"theme": theme})
        return redirect(theme)
    return render(request, "strategy/theme_frameworks.html", {"theme": theme, "form": form})
