"""Questions to the helpers (procedure, social return, cost), and the municipality's own table."""

from crispy_forms.layout import Row
from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.forms import AmountInput, BesideTheField, DateInput, fields_helper
from pilots.models import NATIONAL, ContractType, CpvCode, ProcedureRule, SocialReturnBase
from pilots.models.cpv import CODE
from strategy.knowledge import explain


class ProcedureForm(forms.Form):
    """What the rules want to know."""

    contract_type = forms.ChoiceField(label=_("contract type"), choices=ContractType.choices)
    amount = forms.DecimalField(
        label=_("estimate (€)"),
        min_value=0,
        max_digits=14,
        decimal_places=2,
        localize=True,
        widget=AmountInput,
        help_text=_("Without VAT, with all options and extensions, of all lots together."),
    )
    cpv = forms.CharField(
        label=_("CPV code"),
        required=False,
        max_length=10,
        validators=[RegexValidator(CODE, _("A CPV code has eight digits, for example 45111300-1."))],
    )
    on = forms.DateField(label=_("announced on"), widget=DateInput, initial=timezone.localdate)

    @property
    def helper(self):
        return fields_helper(Row("contract_type", "amount"), Row("cpv", "on"))

    def clean_cpv(self):
        if code := self.cleaned_data["cpv"]:
            CpvCode.objects.all().refuse_unknown(code)
        return code


class SocialReturnForm(forms.Form):
    """A percentage means something only with its base."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        explain(self, {"percentage": "sroi", "base": "social-return-grondslag"})

    percentage = forms.DecimalField(
        label=_("percentage"), min_value=0, max_value=100, decimal_places=2, localize=True, widget=AmountInput
    )
    base = forms.ChoiceField(label=_("base"), choices=SocialReturnBase.choices)
    base_amount = forms.DecimalField(
        label=_("amount of that base (€)"),
        min_value=0,
        max_digits=14,
        decimal_places=2,
        localize=True,
        widget=AmountInput,
    )
    base_share = forms.DecimalField(
        label=_("part of the base that counts (%)"),
        min_value=0,
        max_value=100,
        decimal_places=2,
        initial=100,
        localize=True,
        widget=AmountInput,
    )

    @property
    def helper(self):
        return fields_helper(Row("percentage", "base"), Row("base_amount", "base_share"))


class RateForm(forms.Form):
    """The rate at which later euros are brought back to today."""

    rate = forms.DecimalField(
        label=_("discount rate (% per year)"),
        min_value=0,
        max_value=25,
        decimal_places=2,
        localize=True,
        widget=AmountInput,
    )


class RuleForm(BesideTheField, forms.ModelForm):
    beside = {
        "procedure_rule_once": "from_amount",
        "procedure_rule_amount_not_negative": "from_amount",
        "procedure_rule_is_national": "procedure",
    }

    class Meta:
        model = ProcedureRule
        fields = ["contract_type", "starts_on", "from_amount", "procedure", "source"]
        localized_fields = ["from_amount"]
        widgets = {"starts_on": DateInput, "from_amount": AmountInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["procedure"].choices = NATIONAL

    @property
    def helper(self):
        return fields_helper(Row("contract_type", "starts_on"), Row("from_amount", "procedure"), "source")
