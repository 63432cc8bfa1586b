"""Choosing to which themes of the frameworks a theme of ours belongs."""

from django import forms
from django.db.models import Q

from mvi.forms import fields_helper
from strategy.models import Framework, FrameworkTheme, Theme


class CodedChoice(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, row):
        return f"{row.name} ({row.code})"


class MappingForm(forms.Form):
    """One list of boxes for each framework in force, and for each of before in which this theme was ticked.

    It also sends what was ticked when the page was opened: two people who map the same theme at the same time then
    each add and drop what they saw, and do not undo each other.
    """

    opened_with = forms.ModelMultipleChoiceField(
        FrameworkTheme.objects.all(), required=False, widget=forms.MultipleHiddenInput
    )

    def __init__(self, *args, theme: Theme, **kwargs):
        super().__init__(*args, **kwargs)
        ticked = list(theme.framework_themes.all())
        self.initial["opened_with"] = ticked
        in_force = Framework.objects.in_force(theme.strategy.ends_on).values("pk")
        shown = Framework.objects.filter(Q(pk__in=in_force) | Q(themes__in=ticked)).distinct()
        shown = sorted(shown, key=lambda framework: (framework.rank, -framework.starts_on.toordinal()))
        self.frameworks = {f"framework_{framework.pk}": framework for framework in shown}
        for name, framework in self.frameworks.items():
            self.fields[name] = CodedChoice(
                FrameworkTheme.objects.filter(framework=framework).order_by("position"),
                label=framework.name,
                required=False,
                initial=[row for row in ticked if row.framework_id == framework.pk],
            )

    @property
    def helper(self):
        return fields_helper("opened_with", *self.frameworks)

    @property
    def chosen(self):
        return {row for name in self.frameworks for row in self.cleaned_data[name]}

    @property
    def added(self):
        return self.chosen - set(self.cleaned_data["opened_with"])

    @property
    def dropped(self):
        return set(self.cleaned_data["opened_with"]) - self.chosen
