"""What people type and tap on a phone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mvi.forms import fields_helper
from workshops.models import JOIN_ALPHABET, Contribution, ContributionKind, Participant


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        help_text=_("Six letters and digits, from the big screen."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    @property
    def helper(self):
        return fields_helper()

    def clean_code(self):
        """As people type it: kx7-4pm, KX7 4PM."""
        code = "".join(self.cleaned_data["code"].split()).replace("-", "").upper()
        if len(code) != 6 or set(code) - set(JOIN_ALPHABET):
            raise forms.ValidationError(_("A code has six letters and digits."))
        return code


class JoinForm(forms.ModelForm):
    class Meta:
        model = Participant
        fields = ["name", "function", "department"]
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "nickname"}),
            "function": forms.TextInput(attrs={"list": "functions", "autocomplete": "off"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["function"].required = True

    @property
    def helper(self):
        return fields_helper()


class TellForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Kind"), choices=ContributionKind, initial=ContributionKind.STORY)
    text = forms.CharField(
        label=_("What do you want to tell?"),
        max_length=Contribution._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    @property
    def helper(self):
        return fields_helper()


class VoteForm(forms.Form):
    cluster = forms.TypedChoiceField()
    dots = forms.IntegerField(min_value=0, max_value=10)

    def __init__(self, *args, clusters, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cluster"].choices = [(cluster.pk, cluster.name) for cluster in clusters]
        self.fields["cluster"].coerce = {str(cluster.pk): cluster for cluster in clusters}.get
