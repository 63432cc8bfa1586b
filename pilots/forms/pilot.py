"""The pilot itself: its canvas, its people and its purchase."""

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from mvi.forms import AmountInput, BesideTheField, DateInput, fields_helper, only_active_people
from pilots.models import Pilot
from strategy.knowledge import explain

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

EXPLAINED = {  # field → knowledge card
    "question_kind": "functioneel-specificeren",
    "r_strategy": "r-ladder",
    "launching_customer": "launching-customer",
    "biobased": "biobased",
}


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
            "tags",
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
        only_active_people(self, *({"buyer", "project_leader"} & set(self.fields)))
        explain(self, EXPLAINED)

    @property
    def helper(self):
        return fields_helper(Fieldset(_("What"), "name", "summary", "tags"), CANVAS, PEOPLE, PURCHASE)


class CopyForm(PilotForm):
    """How the copy is called; the rest follows in the steps of the intake."""

    class Meta(PilotForm.Meta):
        fields = ["name"]
        localized_fields = []

    @property
    def helper(self):
        return fields_helper("name")
