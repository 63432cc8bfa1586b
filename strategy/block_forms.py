"""The small forms behind the blocks of the reading view: only the words of one block."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mvi.forms import BesideTheField, fields_helper
from strategy.forms import prose
from strategy.models import CoreValue, Goal, Strategy, Theme


class BlockForm(BesideTheField, forms.ModelForm):
    about = ""  # the name of the block, where that is not the name of the row
    paragraph = ""  # and its place

    @property
    def helper(self):
        return fields_helper()


class IntroductionForm(BlockForm):
    about, paragraph = _("Introduction"), "introduction"

    class Meta:
        model = Strategy
        fields = ["introduction"]
        widgets = {"introduction": prose(8)}


class VisionForm(BlockForm):
    about, paragraph = _("Vision"), "vision"

    class Meta:
        model = Strategy
        fields = ["vision"]
        widgets = {"vision": prose(8)}


class CoreValueTextForm(BlockForm):
    parent = "strategy"

    class Meta:
        model = CoreValue
        fields = ["name", "meaning", "behaviour"]
        widgets = {"meaning": prose(), "behaviour": prose()}


class ThemeTextForm(BlockForm):
    parent = "strategy"

    class Meta:
        model = Theme
        fields = ["name", "ambition", "level"]
        widgets = {"ambition": prose()}


class GoalTextForm(BlockForm):
    parent = "theme"

    class Meta:
        model = Goal
        fields = ["statement", "explanation", "level", "year"]
        widgets = {"explanation": prose()}
