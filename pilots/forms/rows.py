"""What hangs on a pilot; the page knows of which pilot, so no form asks it."""

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mvi.forms import AmountInput, BesideTheField, DateInput, fields_helper, only_active_people
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
    Standard,
)
from strategy.knowledge import explain
from strategy.models import CoreValue, Goal, Theme


class RowForm(BesideTheField, forms.ModelForm):
    """A row of a pilot, or of its KPI or lesson: what may be there once is checked although the form has no pilot."""

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"pilot", "kpi", "lesson"}

    explained = {}  # field → the knowledge card that explains it

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        explain(self, self.explained)


def usable(model, chosen):
    """What is in use, and what was chosen before it was archived."""
    return model.objects.filter(Q(archived_at=None) | Q(pk=chosen))


class PartyForm(RowForm):
    beside = {"party_once_per_pilot": "name"}

    class Meta:
        model = Party
        fields = ["name", "kind", "role", "commitment"]

    @property
    def helper(self):
        return fields_helper("name", Row("kind", "commitment"), "role")


class MilestoneForm(RowForm):
    beside = {"milestone_once_per_pilot": "name"}

    class Meta:
        model = Milestone
        fields = ["name", "phase", "owner", "due_on", "done_on"]
        widgets = {"due_on": DateInput, "done_on": DateInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        only_active_people(self, "owner")
        if self.instance._state.adding:
            self.initial["phase"] = self.instance.pilot.phase

    @property
    def helper(self):
        return fields_helper("name", Row("phase", "owner"), Row("due_on", "done_on"))


class LotForm(RowForm):
    beside = {"lot_once_per_pilot": "name", "lot_amounts_not_negative": "amount"}

    class Meta:
        model = Lot
        fields = ["name", "amount", "options", "extensions"]
        localized_fields = ["amount", "options", "extensions"]
        widgets = dict.fromkeys(localized_fields, AmountInput)

    @property
    def helper(self):
        return fields_helper("name", Row("amount", "options", "extensions"))


class CostOptionForm(RowForm):
    beside = {"cost_option_once_per_pilot": "name"}
    explained = {"purchase": "tco"}

    class Meta:
        model = CostOption
        fields = ["name", "years", "purchase", "use", "maintenance", "disposal", "residual"]
        localized_fields = ["purchase", "use", "maintenance", "disposal", "residual"]
        widgets = dict.fromkeys(localized_fields, AmountInput)

    @property
    def helper(self):
        return fields_helper(Row("name", "years"), "purchase", Row("use", "maintenance"), Row("disposal", "residual"))


class CriterionForm(RowForm):
    beside = {
        "criterion_once_per_pilot": "title",
        "criterion_weight_is_percentage": "weight",
        "criterion_weight_only_for_award": "weight",
    }
    explained = {"text": "functioneel-specificeren"}

    class Meta:
        model = Criterion
        fields = [
            "title",
            "kind",
            "weight",
            "theme",
            "level",
            "text",
            "verification",
            "proportionality",
            "mvi_number",
            "mvi_version_on",
        ]
        localized_fields = ["weight"]
        widgets = {
            "weight": AmountInput,
            "text": forms.Textarea(attrs={"rows": 4}),
            "verification": forms.Textarea(attrs={"rows": 2}),
            "proportionality": forms.Textarea(attrs={"rows": 2}),
            "mvi_version_on": DateInput,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = usable(Theme, self.instance.theme_id)

    @property
    def helper(self):
        return fields_helper(
            "title",
            Row("kind", "weight"),
            Row("theme", "level"),
            "text",
            "verification",
            "proportionality",
            Row("mvi_number", "mvi_version_on"),
        )


class KpiForm(RowForm):
    beside = {
        "kpi_once_per_pilot": "name",
        "kpi_social_return_has_base": "social_return_base",
        "kpi_base_share_is_percentage": "base_share",
        "kpi_base_amount_not_negative": "base_amount",
    }
    explained = {"kind": "mki", "social_return_base": "social-return-grondslag"}

    class Meta:
        model = Kpi
        fields = [
            "name",
            "kind",
            "unit",
            "direction",
            "base",
            "social_return_base",
            "base_amount",
            "base_share",
            "reference",
            "reference_on",
            "asked",
            "asked_on",
            "offered",
            "offered_on",
            "contracted",
            "contracted_on",
            "attributable",
            "indicator",
        ]
        localized_fields = ["reference", "asked", "offered", "contracted", "base_amount", "base_share"]
        widgets = dict.fromkeys(localized_fields, AmountInput) | dict.fromkeys(
            ["reference_on", "asked_on", "offered_on", "contracted_on"], DateInput
        )

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("What is measured"), "name", "kind", Row("unit", "direction"), "base"),
            Fieldset(_("Social return"), Row("social_return_base", "base_amount", "base_share")),
            Fieldset(
                _("From reference to contract"),
                Row("reference", "reference_on"),
                Row("asked", "asked_on"),
                Row("offered", "offered_on"),
                Row("contracted", "contracted_on"),
            ),
            "attributable",
            "indicator",
        )


class ResultForm(RowForm):
    beside = {"result_once_a_day": "on"}

    class Meta:
        model = Result
        fields = ["on", "value", "note", "evidence"]
        localized_fields = ["value"]
        widgets = {"on": DateInput, "value": AmountInput, "note": forms.Textarea(attrs={"rows": 2})}

    @property
    def helper(self):
        return fields_helper(Row("on", "value"), "note", "evidence")


class LessonForm(RowForm):
    beside = {"lesson_once_per_pilot": "title"}

    class Meta:
        model = Lesson
        fields = ["title", "text", "learned_on", "theme", "tags"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4}), "learned_on": DateInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = usable(Theme, self.instance.theme_id)


class StandardForm(RowForm):
    beside = {"standard_once_per_lesson": "change"}

    class Meta:
        model = Standard
        fields = ["change", "explanation", "owner", "due_on", "done_on"]
        widgets = {"explanation": forms.Textarea(attrs={"rows": 3}), "due_on": DateInput, "done_on": DateInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        only_active_people(self, "owner")

    @property
    def helper(self):
        return fields_helper("change", "explanation", "owner", Row("due_on", "done_on"))


class ConsultationForm(RowForm):
    beside = {"consultation_once_a_day": "subject", "consultation_shared_after_it_was_held": "shared_on"}
    explained = {"kind": "marktconsultatie"}

    class Meta:
        model = Consultation
        fields = [
            "on",
            "kind",
            "subject",
            "parties",
            "tenderned_number",
            "questions",
            "answers",
            "effect",
            "shared_on",
        ]
        widgets = {
            "on": DateInput,
            "questions": forms.Textarea(attrs={"rows": 4}),
            "answers": forms.Textarea(attrs={"rows": 4}),
            "effect": forms.Textarea(attrs={"rows": 3}),
            "shared_on": DateInput,
        }

    @property
    def helper(self):
        return fields_helper(
            Row("on", "kind"),
            "subject",
            "parties",
            "questions",
            "answers",
            "effect",
            Row("shared_on", "tenderned_number"),
        )


class PilotThemeForm(RowForm):
    beside = {"pilot_theme_once": "theme"}

    class Meta:
        model = PilotTheme
        fields = ["theme", "level", "reason"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 2})}
        help_texts = {"reason": _("Only when this pilot stays below the level of the strategy.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = usable(Theme, self.instance.theme_id)
        self.fields["theme"].label_from_instance = lambda theme: f"{theme} ({theme.get_level_display()})"


class PilotCoreValueForm(RowForm):
    beside = {"pilot_core_value_once": "core_value"}

    class Meta:
        model = PilotCoreValue
        fields = ["core_value", "how"]
        widgets = {"how": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["core_value"].queryset = usable(CoreValue, self.instance.core_value_id)


class PilotGoalForm(RowForm):
    beside = {"pilot_goal_once": "goal"}

    class Meta:
        model = PilotGoal
        fields = ["goal"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["goal"].queryset = usable(Goal, self.instance.goal_id)
