"""How something may be bought: the procedure helper, the tables behind it, and the CPV list."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import render
from django.urls import reverse_lazy
from django.views.decorators.http import require_safe
from django.views.generic import ListView

from mvi.views import AddPage, ChangePage, Exported, ListPage, RemovePage
from pilots.filters import CpvFilter
from pilots.forms import ProcedureForm, RuleForm, SocialReturnForm
from pilots.models import CpvCode, ProcedureRule, SocialReturnBase, Threshold
from pilots.models.kpi import social_return
from pilots.procedure import advise
from pilots.resources import ThresholdResource


@permission_required("pilots.view_pilot", raise_exception=True)
@require_safe
def procedure_helper(request):
    """Asked in the address, so that an answer can be sent to a colleague; nothing is saved."""
    form = ProcedureForm(request.GET if "amount" in request.GET else None)
    advice = advise(**form.cleaned_data) if form.is_valid() else None
    return render(request, "pilots/procedure_helper.html", {"form": form, "advice": advice})


@permission_required("pilots.view_pilot", raise_exception=True)
@require_safe
def social_return_helper(request):
    """What a percentage of social return comes down to in euros; nothing is saved."""
    form = SocialReturnForm(request.GET if "percentage" in request.GET else None)
    value = base = None
    if form.is_valid():
        typed = form.cleaned_data
        base = SocialReturnBase(typed.pop("base")).label
        value = social_return(**typed)
    return render(request, "pilots/social_return.html", {"form": form, "value": value, "base": base})


class CpvList(ListPage):
    permission_required = "pilots.view_pilot"
    queryset = CpvCode.objects.all()
    filterset_class = CpvFilter
    template_name = "pilots/cpv_list.html"
    paginate_by = 50


class ThresholdList(Exported, ListView):
    resource_class = ThresholdResource
    permission_required = "pilots.view_pilot"
    model = Threshold

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"rules": ProcedureRule.objects.all()}


class RuleAdd(AddPage):
    permission_required = "pilots.add_procedurerule"
    model = ProcedureRule
    form_class = RuleForm
    template_name = "pilots/rule_form.html"


class RuleChange(ChangePage):
    permission_required = "pilots.change_procedurerule"
    model = ProcedureRule
    form_class = RuleForm
    template_name = "pilots/rule_form.html"


class RuleRemove(RemovePage):
    permission_required = "pilots.delete_procedurerule"
    model = ProcedureRule
    success_url = reverse_lazy("pilots:threshold-list")
