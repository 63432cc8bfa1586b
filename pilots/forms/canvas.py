"""One block of the canvas, as it is changed in place."""

from django import forms
from django.forms import modelform_factory

from mvi.forms import fields_helper
from pilots.models import Pilot

from .pilot import PilotForm


class BlockForm(forms.ModelForm):
    """The fields of one block, one below the other."""

    class Meta:
        model = Pilot
        fields = []
        widgets = PilotForm.Meta.widgets

    @property
    def helper(self):
        return fields_helper()


def form_of(block):
    return modelform_factory(Pilot, BlockForm, fields=block.fields)
