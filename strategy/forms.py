"""Forms of the strategy."""

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from mvi.forms import fields_helper, only_active_people
from strategy.models import Theme


class ThemeForm(forms.ModelForm):
    class Meta:
        model = Theme
        fields = ["strategy", "name", "colour", "ambition", "level", "owner", "position"]
        widgets = {"ambition": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        only_active_people(self, "owner")

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("The theme"), "strategy", "name", "ambition", "level"),
            Fieldset(_("Who and where"), "owner", Row("colour", "position")),
        )
