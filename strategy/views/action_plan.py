"""The action plan of a strategy, to read, to print and as a spreadsheet."""

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from mvi import audit
from mvi.sheets.exporting import file_response
from mvi.sheets.files import FORMATS, choices
from strategy.action_plan import action_plan, sheet
from strategy.models import Strategy

READER = ["strategy.view_strategy", "strategy.view_theme", "strategy.view_action"]
EXPORTER = "strategy.export_action"


@permission_required(READER, raise_exception=True)
@require_http_methods(["GET", "POST"])
def action_plan_page(request, pk):
    """The plan; sent as a form, it comes as a spreadsheet."""
    plan = action_plan(get_object_or_404(Strategy, pk=pk))
    if request.method == "POST":
        return exported(request, plan)
    formats = choices() if request.user.has_perm(EXPORTER) else []
    return render(request, "strategy/action_plan.html", {"plan": plan, "export_formats": formats})


def exported(request, plan):
    if not request.user.has_perm(EXPORTER):
        raise PermissionDenied
    file_format = next((found() for found in FORMATS if found.name == request.POST.get("format")), None)
    if file_format is None:
        raise BadRequest("Unknown format.")
    dataset = sheet(plan)
    audit.record("export_action_plan", plan.strategy, by=request.user, rows=len(dataset), format=file_format.name)
    return file_response(file_format, file_format.export_data(dataset), f"{dataset.title} {plan.strategy}")
