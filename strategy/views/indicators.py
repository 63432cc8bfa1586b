"""Pages of the indicators of a goal and of their measurements."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mvi.views import AddPage, ChangePage, RemovePage
from strategy.actions import repeat_measurement
from strategy.forms import IndicatorForm, InterimTargetForm, MeasurementForm
from strategy.models import Goal, Indicator, InterimTarget, Measurement


class IndicatorAdd(AddPage):
    permission_required = "strategy.add_indicator"
    model = Indicator
    form_class = IndicatorForm

    @cached_property
    def goal(self):
        return get_object_or_404(Goal, pk=self.kwargs["pk"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Indicator(goal=self.goal)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"goal": self.goal}


class IndicatorChange(ChangePage):
    permission_required = "strategy.change_indicator"
    queryset = Indicator.objects.select_related("goal")
    model = Indicator
    form_class = IndicatorForm

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"goal": self.object.goal}


class IndicatorRemove(RemovePage):
    permission_required = "strategy.delete_indicator"
    model = Indicator

    def get_success_url(self):
        return self.object.goal.get_absolute_url()


class InterimTargetAdd(AddPage):
    permission_required = "strategy.add_interimtarget"
    model = InterimTarget
    form_class = InterimTargetForm
    template_name = "strategy/interim_target_form.html"

    @cached_property
    def indicator(self):
        return get_object_or_404(Indicator.objects.select_related("goal"), pk=self.kwargs["pk"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": InterimTarget(indicator=self.indicator)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"indicator": self.indicator}


class InterimTargetChange(ChangePage):
    permission_required = "strategy.change_interimtarget"
    queryset = InterimTarget.objects.select_related("indicator__goal")
    model = InterimTarget
    form_class = InterimTargetForm
    template_name = "strategy/interim_target_form.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"indicator": self.object.indicator}


class InterimTargetRemove(RemovePage):
    permission_required = "strategy.delete_interimtarget"
    model = InterimTarget

    def get_success_url(self):
        return self.object.indicator.get_absolute_url()


class MeasurementAdd(AddPage):
    permission_required = "strategy.add_measurement"
    model = Measurement
    form_class = MeasurementForm

    @cached_property
    def indicator(self):
        return get_object_or_404(Indicator.objects.select_related("goal"), pk=self.kwargs["pk"])

    def get_form_kwargs(self):
        measurement = Measurement(indicator=self.indicator, measured_by=self.request.user)
        return super().get_form_kwargs() | {"instance": measurement}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"indicator": self.indicator}


class MeasurementChange(ChangePage):
    permission_required = "strategy.change_measurement"
    queryset = Measurement.objects.select_related("indicator__goal")
    model = Measurement
    form_class = MeasurementForm

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"indicator": self.object.indicator}


class MeasurementRemove(RemovePage):
    permission_required = "strategy.delete_measurement"
    model = Measurement

    def get_success_url(self):
        return self.object.indicator.get_absolute_url()


@permission_required("strategy.add_measurement", raise_exception=True)
@require_POST
def no_change(request, pk):
    """In one click: measured today, and nothing changed."""
    indicator = get_object_or_404(Indicator.objects.select_related("goal"), pk=pk)
    try:
        repeat_measurement(indicator=indicator, by=request.user)
    except ValidationError as error:
        for text in error.messages:
            messages.warning(request, text)
    else:
        messages.success(request, _("Noted for “%(indicator)s”: no change.") % {"indicator": indicator})
    return redirect(indicator)
