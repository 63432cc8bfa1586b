"""The pilot itself: its canvas, its people and its purchase."""

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from mvi.forms import AmountInput, BesideTheField, DateInput, fields_helper, only_active_people
from pilots.models import Pilot
from strategy.models import CoreValue, Goal, Theme

CANVAS = Fieldset(_("The canvas"), "without_buying", "need", "ambition", "question", "question_kind", "collaboration")
PEOPLE = Fieldset(_("Who"), Row("buyer", "project_leader"), Row("client", "budget_holder"))
PURCHASE = Fieldset(
    _("How it is bought"),
    Row("contract_type", "procedure"),
    Row("cpv", "estimate"),
    Row("announce_on", "starts_on", "ends_on"),
    "r_strategy",
    "launching_customer",
    "biobased",
)


class PilotForm(BesideTheField, forms.ModelForm):
    """Everything of a pilot that is typed; its phase and standing are moved by actions."""

    beside = {
        "pilot_name_once": "name",
        "pilot_ends_on_or_after_start": "ends_on",
        "pilot_estimate_not_negative": "estimate",
    }

    class Meta:
        model = Pilot
        fields = [
            "name",
            "summary",
            "without_buying",
            "need",
            "ambition",
            "question",
            "question_kind",
            "collaboration",
            "buyer",
            "project_leader",
            "client",
            "budget_holder",
            "contract_type",
            "procedure",
            "cpv",
            "estimate",
            "announce_on",
            "starts_on",
            "ends_on",
            "r_strategy",
            "launching_customer",
            "biobased",
        ]
        localized_fields = ["estimate"]
        widgets = {
            "without_buying": forms.Textarea(attrs={"rows": 3}),
            "need": forms.Textarea(attrs={"rows": 3}),
            "ambition": forms.Textarea(attrs={"rows": 3}),
            "question": forms.Textarea(attrs={"rows": 3}),
            "collaboration": forms.Textarea(attrs={"rows": 3}),
            "estimate": AmountInput,
            "announce_on": DateInput,
            "starts_on": DateInput,
            "ends_on": DateInput,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        only_active_people(self, "buyer", "project_leader")

    @property
    def helper(self):
        return fields_helper(Fieldset(_("What"), "name", "summary"), CANVAS, PEOPLE, PURCHASE)


class RegisterForm(PilotForm):
    """A new pilot with its ties to the strategy."""

    themes = forms.ModelMultipleChoiceField(
        Theme.objects.none(),
        label=_("themes"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each theme starts at the level of the strategy; you can change that afterwards."),
    )
    core_values = forms.ModelMultipleChoiceField(
        CoreValue.objects.none(), label=_("core values"), required=False, widget=forms.CheckboxSelectMultiple
    )
    goals = forms.ModelMultipleChoiceField(
        Goal.objects.none(), label=_("goals"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["themes"].queryset = Theme.objects.in_use()
        self.fields["core_values"].queryset = CoreValue.objects.in_use()
        self.fields["goals"].queryset = Goal.objects.in_use()

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("What"), "name", "summary"),
            Fieldset(_("Link with the strategy"), "themes", "core_values", "goals"),
            CANVAS,
            PEOPLE,
            PURCHASE,
        )
