"""What a cluster becomes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mvi.fields import validate_no_control_characters
from mvi.forms import fields_helper
from pilots.models import Pilot
from strategy.models import CoreValue, Goal, Theme
from workshops.models import CanvasField


class SettleForm(forms.Form):
    """What the cluster becomes: something that is there, or something new that is then filled in."""

    existing = forms.ModelChoiceField(
        label=_("Join with"), queryset=None, required=False, empty_label=_("nothing: make a new one")
    )
    model: type
    naming: str  # the field that a new one cannot do without

    def __init__(self, *args, cluster, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["existing"].queryset = self.model.objects.in_use()
        self.fields[self.naming].initial = cluster.name

    @property
    def helper(self):
        return fields_helper()

    def clean(self):
        if not self.cleaned_data.get("existing") and self.naming not in self.errors:
            for name in self.needed():
                if not self.cleaned_data.get(name) and name not in self.errors:
                    self.add_error(name, _("Fill this in for a new one, or choose one to join with."))
        return self.cleaned_data

    def needed(self):
        return [self.naming]


class SettleAsCoreValueForm(SettleForm):
    model = CoreValue
    naming = "name"
    name = forms.CharField(label=_("Name"), max_length=80, required=False)
    meaning = forms.CharField(label=_("Meaning"), widget=forms.Textarea, required=False, max_length=20_000)


class SettleAsThemeForm(SettleForm):
    model = Theme
    naming = "name"
    name = forms.CharField(label=_("Name"), max_length=80, required=False)
    ambition = forms.CharField(label=_("Ambition"), widget=forms.Textarea, required=False, max_length=20_000)


class SettleAsGoalForm(SettleForm):
    model = Goal
    naming = "statement"
    theme = forms.ModelChoiceField(label=_("Theme"), queryset=Theme.objects.in_use(), required=False)
    statement = forms.CharField(
        label=_("Goal"), max_length=200, required=False, help_text=_("One sentence that can turn out to be true.")
    )

    def needed(self):
        return ["theme", "statement"]


class SettleOnCanvasForm(forms.Form):
    pilot = forms.ModelChoiceField(label=_("Pilot"), queryset=Pilot.objects.in_use())
    canvas_field = forms.ChoiceField(label=_("Field of the canvas"), choices=CanvasField.choices)
    text = forms.CharField(
        label=_("Text"),
        widget=forms.Textarea,
        max_length=20_000,
        validators=[validate_no_control_characters],
        help_text=_("It comes below what is in the field already."),
    )

    def __init__(self, *args, cluster, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].initial = cluster.name

    @property
    def helper(self):
        return fields_helper()
