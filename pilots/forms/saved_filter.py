"""The name of a filter that somebody keeps."""

from django import forms

from mvi.forms import BesideTheField, fields_helper
from pilots.models import SavedFilter


class SavedFilterForm(BesideTheField, forms.ModelForm):
    beside = {"saved_filter_once_per_person": "name"}
    parent = "user"

    class Meta:
        model = SavedFilter
        fields = ["name"]

    @property
    def helper(self):
        return fields_helper("name")
