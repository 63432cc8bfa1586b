"""Forms of progress reports."""

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from mvi.forms import BesideTheField, DateInput, fields_helper
from strategy.models import ProgressReport, ThemeNarrative


class ProgressReportForm(BesideTheField, forms.ModelForm):
    class Meta:
        model = ProgressReport
        fields = ["strategy", "title", "starts_on", "ends_on", "summary", "decisions"]
        widgets = {"starts_on": DateInput, "ends_on": DateInput}

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("The report"), "strategy", "title", Row("starts_on", "ends_on")),
            Fieldset(_("For who decides"), "summary", "decisions"),
        )


class ThemeNarrativeForm(BesideTheField, forms.ModelForm):
    class Meta:
        model = ThemeNarrative
        fields = ["text"]
