"""What hangs on a pilot: added, changed and removed by the people of that pilot."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from mvi.views import AddPage, ChangePage, RemovePage
from pilots import forms
from pilots.kpi_library import BY_KIND
from pilots.models import (
    Consultation,
    CostOption,
    Criterion,
    Kpi,
    Lesson,
    Lot,
    Milestone,
    Party,
    PilotCoreValue,
    PilotGoal,
    PilotTheme,
    Result,
)

from .access import ChangesPilot, ChangesRow


class RowAdd(ChangesPilot, AddPage):
    template_name = "pilots/row_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.model(pilot=self.pilot)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"kind": self.model._meta.verbose_name}

    def get_success_url(self):
        return self.object.get_absolute_url()


class RowChange(ChangesRow, ChangePage):
    template_name = "pilots/row_form.html"


class RowRemove(ChangesRow, RemovePage):
    template_name = "pilots/row_remove.html"

    def get_success_url(self):
        return self.object.get_absolute_url()


class KpiAdd(RowAdd):
    """From the library when the address says so."""

    model, form_class = Kpi, forms.KpiForm

    def get_initial(self):
        entry = BY_KIND.get(self.request.GET.get("soort"))
        return entry.initial if entry else {}


class ResultAdd(ChangesPilot, AddPage):
    """A result hangs on a KPI, and so on the KPI's pilot."""

    model, form_class = Result, forms.ResultForm
    template_name = "pilots/row_form.html"

    @cached_property
    def kpi(self):
        return get_object_or_404(Kpi.objects.select_related("pilot"), pk=self.kwargs["pk"])

    @cached_property
    def pilot(self):
        return self.kpi.pilot

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Result(kpi=self.kpi)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"kind": self.model._meta.verbose_name, "of": self.kpi}

    def get_success_url(self):
        return self.object.get_absolute_url()


ROWS = [  # path, name, model, form
    ("thema", "theme", PilotTheme, forms.PilotThemeForm),
    ("kernwaarde", "core-value", PilotCoreValue, forms.PilotCoreValueForm),
    ("doel", "goal", PilotGoal, forms.PilotGoalForm),
    ("partij", "party", Party, forms.PartyForm),
    ("mijlpaal", "milestone", Milestone, forms.MilestoneForm),
    ("perceel", "lot", Lot, forms.LotForm),
    ("criterium", "criterion", Criterion, forms.CriterionForm),
    ("kpi", "kpi", Kpi, forms.KpiForm),
    ("optie", "cost-option", CostOption, forms.CostOptionForm),
    ("gesprek", "consultation", Consultation, forms.ConsultationForm),
    ("les", "lesson", Lesson, forms.LessonForm),
]
