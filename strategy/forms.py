"""Forms of the strategy."""

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.core.validators import validate_comma_separated_integer_list
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mvi.fields import PROSE_LENGTH, validate_has_come, validate_no_control_characters
from mvi.forms import AmountInput, BesideTheField, DateInput, fields_helper, only_active_people
from mvi.models import User
from strategy.models import (
    Action,
    ConsultationRound,
    CoreValue,
    DecisionBody,
    Goal,
    GoalStatus,
    Indicator,
    InterimTarget,
    Measurement,
    Remark,
    RemarkOutcome,
    Strategy,
    Theme,
)


def prose(rows=4):
    return forms.Textarea(attrs={"rows": rows})


class StrategyForm(BesideTheField, forms.ModelForm):
    class Meta:
        model = Strategy
        fields = ["title", "starts_on", "ends_on", "introduction", "vision"]
        widgets = {"starts_on": DateInput, "ends_on": DateInput, "introduction": prose(8), "vision": prose(8)}

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("Title and period"), "title", Row("starts_on", "ends_on")),
            Fieldset(_("Text"), "introduction", "vision"),
        )


class AdoptionForm(forms.Form):
    decided_on = forms.DateField(label=_("Date of the decision"), widget=DateInput)
    body = forms.ChoiceField(label=_("Decided by"), choices=DecisionBody.choices)
    reference = forms.CharField(
        label=_("Reference of the decision"),
        max_length=200,
        required=False,
        validators=[validate_no_control_characters],
    )


class PlaceForm(forms.Form):
    """What the page sends when a row was dragged."""

    place_of = forms.IntegerField()
    seen = forms.CharField(max_length=2000, validators=[validate_comma_separated_integer_list])

    def clean_seen(self):
        return [int(number) for number in self.cleaned_data["seen"].split(",")]


class AsOfForm(forms.Form):
    day = forms.DateField(label=_("As it was on"), widget=DateInput, required=False, validators=[validate_has_come])


class ConsultationForm(BesideTheField, forms.ModelForm):
    """What a consultation asks, and of whom."""

    parent = "strategy"

    class Meta:
        model = ConsultationRound
        fields = ["starts_on", "ends_on", "question", "people"]
        widgets = {
            "starts_on": DateInput,
            "ends_on": DateInput,
            "question": prose(),
            "people": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = self.fields["people"]
        people.queryset = User.objects.filter(
            Q(is_active=True) | Q(invitations__consultation=self.instance.pk)
        ).distinct()

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("The period"), Row("starts_on", "ends_on")), Fieldset(_("What and whom"), "question", "people")
        )


class OpenConsultationForm(ConsultationForm):
    """A new one, on a strategy that still counts or is in the making."""

    parent = "closed_at"  # empty: only one can be

    class Meta(ConsultationForm.Meta):
        fields = ["strategy", *ConsultationForm.Meta.fields]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["strategy"].queryset = Strategy.objects.unfinished()

    @property
    def helper(self):
        return fields_helper(Fieldset(_("The text"), "strategy"), *super().helper.layout)


class RemarkForm(forms.ModelForm):
    class Meta:
        model = Remark
        fields = ["text"]
        widgets = {"text": prose(6)}


class AnswerRemarkForm(BesideTheField, forms.ModelForm):
    class Meta:
        model = Remark
        fields = ["outcome", "answer"]
        widgets = {"outcome": forms.RadioSelect, "answer": prose(6)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = RemarkOutcome.choices
        for field in self.fields.values():
            field.required = True


class CoreValueForm(BesideTheField, forms.ModelForm):
    class Meta:
        model = CoreValue
        fields = ["strategy", "name", "meaning", "behaviour", "position"]
        widgets = {"meaning": prose(), "behaviour": prose()}

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("The core value"), "strategy", "name", "meaning", "behaviour"), Fieldset(_("Place"), "position")
        )


class ThemeForm(BesideTheField, forms.ModelForm):
    class Meta:
        model = Theme
        fields = ["strategy", "name", "colour", "ambition", "level", "owner", "position"]
        widgets = {"ambition": prose()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        only_active_people(self, "owner")

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("The theme"), "strategy", "name", "ambition", "level"),
            Fieldset(_("Who and where"), "owner", Row("colour", "position")),
        )


def only_in_use(form, name):
    """Offer what is not archived, and what was chosen before it was."""
    field = form.fields[name]
    field.queryset = field.queryset.filter(Q(archived_at__isnull=True) | Q(pk=getattr(form.instance, f"{name}_id")))


class GoalForm(BesideTheField, forms.ModelForm):
    class Meta:
        model = Goal
        fields = ["theme", "statement", "explanation", "level", "year", "owner", "position"]
        widgets = {"explanation": prose()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        only_active_people(self, "owner")
        only_in_use(self, "theme")

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("The goal"), "theme", "statement", "explanation", Row("level", "year")),
            Fieldset(_("Who and where"), "owner", "position"),
        )


class IndicatorForm(BesideTheField, forms.ModelForm):
    parent = "goal"

    class Meta:
        model = Indicator
        fields = [
            "name",
            "unit",
            "may_exceed_100",
            "direction",
            "rollup",
            "method",
            "interval_months",
            "baseline",
            "baseline_on",
            "target",
            "target_on",
        ]
        localized_fields = ["baseline", "target"]
        widgets = {
            "method": prose(),
            "baseline": AmountInput,
            "baseline_on": DateInput,
            "target": AmountInput,
            "target_on": DateInput,
        }

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("What is measured"), "name", "unit", "may_exceed_100", "direction"),
            Fieldset(_("How it is measured"), "rollup", "method", "interval_months"),
            Fieldset(_("From where to where"), Row("baseline", "baseline_on"), Row("target", "target_on")),
        )


class InterimTargetForm(BesideTheField, forms.ModelForm):
    parent = "indicator"

    class Meta:
        model = InterimTarget
        fields = ["on", "value"]
        localized_fields = ["value"]
        widgets = {"on": DateInput, "value": AmountInput}


class GoalStatusForm(forms.Form):
    status = forms.ChoiceField(
        label=_("Status"), choices=[("", _("as the figures tell")), *GoalStatus.choices], required=False
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=prose(),
        max_length=PROSE_LENGTH,
        required=False,
        validators=[validate_no_control_characters],
    )


class Answer(models.TextChoices):
    ACCEPT = "accept", _("I accept: I see to it")
    DECLINE = "decline", _("I decline")
    HAND_OVER = "hand_over", _("I know somebody who fits better")


class AnswerForm(forms.Form):
    """What somebody says to an offer; the verbs check the rest."""

    answer = forms.ChoiceField(label=_("Your answer"), choices=Answer.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why do you decline?"),
        help_text=_("Needed when you decline."),
        widget=prose(),
        max_length=PROSE_LENGTH,
        required=False,
        validators=[validate_no_control_characters],
    )
    person = forms.ModelChoiceField(
        User.objects.filter(is_active=True),
        label=_("Who fits better?"),
        help_text=_("Needed when you hand it over."),
        required=False,
    )


class MailedAnswerForm(forms.Form):
    """The answer to an offer by the link in a mail; whoever would hand it over chooses from people, and logs in."""

    answer = forms.ChoiceField(
        label=_("Your answer"), choices=[Answer.choices[0], Answer.choices[1]], widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Why do you decline?"),
        help_text=_("Needed when you decline."),
        widget=prose(),
        max_length=PROSE_LENGTH,
        required=False,
        validators=[validate_no_control_characters],
    )


class MeasurementForm(BesideTheField, forms.ModelForm):
    parent = "indicator"

    class Meta:
        model = Measurement
        fields = ["on", "value", "note", "evidence"]
        localized_fields = ["value"]
        widgets = {"on": DateInput, "value": AmountInput, "note": prose()}


class ActionForm(BesideTheField, forms.ModelForm):
    class Meta:
        model = Action
        fields = [
            "theme",
            "goal",
            "title",
            "description",
            "owner",
            "starts_on",
            "ends_on",
            "hours",
            "budget",
            "status",
        ]
        localized_fields = ["budget"]
        widgets = {"description": prose(), "starts_on": DateInput, "ends_on": DateInput, "budget": AmountInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        only_active_people(self, "owner")
        only_in_use(self, "theme")
        only_in_use(self, "goal")

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("The action"), "title", "description", "theme", "goal"),
            Fieldset(_("Who and when"), "owner", Row("starts_on", "ends_on"), "status"),
            Fieldset(_("What it takes"), Row("hours", "budget")),
        )
