"""The steps of the intake: a few questions on each page."""

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from mvi.forms import fields_helper
from mvi.models import Level
from pilots.models import PilotTheme
from strategy.models import CoreValue, Goal, Theme

from .pilot import PilotForm
from .verbs import ReasonField


class WhatForm(PilotForm):
    class Meta(PilotForm.Meta):
        fields = ["name", "summary", "without_buying", "need"]
        localized_fields = []

    @property
    def helper(self):
        return fields_helper("name", "summary", "without_buying", "need")


class WhyForm(PilotForm):
    """What a pilot takes from the strategy: themes at a level, preset to the strategy's; values in words."""

    goals = forms.ModelMultipleChoiceField(
        Goal.objects.none(), label=capfirst(_("goals")), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta(PilotForm.Meta):
        fields = ["ambition"]
        localized_fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        pilot = self.instance
        levels = {link.theme_id: link for link in pilot.theme_links}
        how = dict(pilot.pilot_core_values.values_list("core_value", "how"))
        goals = set(pilot.pilot_goals.values_list("goal", flat=True))
        self.themes = list(offered(Theme, levels))
        self.core_values = list(offered(CoreValue, how))
        for theme in self.themes:
            link = levels.get(theme.pk)
            self.fields |= {
                f"theme_{theme.pk}": forms.BooleanField(
                    label=capfirst(_("belongs to this pilot")), required=False, initial=link is not None
                ),
                f"level_{theme.pk}": forms.TypedChoiceField(
                    label=capfirst(_("level")),
                    choices=Level.choices,
                    coerce=int,
                    required=False,
                    empty_value=theme.level,
                    initial=link.level if link else theme.level,
                    help_text=_("The strategy asks %(level)s.") % {"level": theme.get_level_display()},
                ),
                f"reason_{theme.pk}": ReasonField(
                    label=capfirst(_("reason for a lower level")),
                    required=False,
                    initial=link.reason if link else "",
                    widget=forms.Textarea(attrs={"rows": 2}),
                ),
            }
        for value in self.core_values:
            self.fields |= {
                f"value_{value.pk}": forms.BooleanField(
                    label=capfirst(_("shows in this pilot")), required=False, initial=value.pk in how
                ),
                f"how_{value.pk}": ReasonField(
                    label=capfirst(_("how it shows here")),
                    required=False,
                    initial=how.get(value.pk, ""),
                    widget=forms.Textarea(attrs={"rows": 2}),
                ),
            }
        self.fields["goals"].queryset = offered(Goal, goals)
        self.fields["goals"].initial = goals

    @property
    def helper(self):
        themes = [
            Fieldset(theme.name, f"theme_{theme.pk}", Row(f"level_{theme.pk}", f"reason_{theme.pk}"))
            for theme in self.themes
        ]
        values = [Fieldset(value.name, f"value_{value.pk}", f"how_{value.pk}") for value in self.core_values]
        return fields_helper("ambition", *themes, *values, "goals")

    def clean(self):
        self.refuse_lost_words()
        for link in self.chosen_themes():
            try:
                link.clean()
            except ValidationError as error:
                self.add_error(f"reason_{link.theme_id}", error.error_dict["reason"])

    def refuse_lost_words(self):
        """What was filled in of a theme or value that was not ticked would be lost without a word."""
        parts = [("theme", theme.pk, ("level", "reason")) for theme in self.themes]
        parts += [("value", value.pk, ("how",)) for value in self.core_values]
        for part, pk, names in parts:
            filled = any(f"{name}_{pk}" in self.changed_data and self.data.get(f"{name}_{pk}") for name in names)
            if filled and not self.cleaned_data.get(f"{part}_{pk}"):
                self.add_error(f"{part}_{pk}", _("You filled something in here: tick this too, or leave it as it was."))

    def chosen_themes(self):
        """The ties to themes as they were filled in."""
        return [
            PilotTheme(
                pilot=self.instance,
                theme=theme,
                level=self.cleaned_data[f"level_{theme.pk}"],
                reason=self.cleaned_data.get(f"reason_{theme.pk}", ""),
            )
            for theme in self.themes
            if self.cleaned_data.get(f"theme_{theme.pk}") and f"level_{theme.pk}" in self.cleaned_data
        ]

    @property
    def ties(self):
        """For actions.tie_to_strategy."""
        return {
            "themes": {link.theme_id: {"level": link.level, "reason": link.reason} for link in self.chosen_themes()},
            "core_values": {
                value.pk: {"how": self.cleaned_data[f"how_{value.pk}"]}
                for value in self.core_values
                if self.cleaned_data[f"value_{value.pk}"]
            },
            "goals": {goal.pk: {} for goal in self.cleaned_data["goals"]},
        }


def offered(model, chosen):
    """What is in use, and what was chosen before it was archived."""
    return model.objects.filter(Q(archived_at=None) | Q(pk__in=chosen))


class WhoForm(PilotForm):
    class Meta(PilotForm.Meta):
        fields = ["buyer", "project_leader", "client", "budget_holder", "collaboration"]
        localized_fields = []

    @property
    def helper(self):
        return fields_helper(Row("buyer", "project_leader"), Row("client", "budget_holder"), "collaboration")


class HowForm(PilotForm):
    class Meta(PilotForm.Meta):
        fields = [
            "question",
            "question_kind",
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

    @property
    def helper(self):
        return fields_helper(
            "question",
            "question_kind",
            Row("contract_type", "procedure"),
            Row("cpv", "estimate"),
            Row("announce_on", "starts_on", "ends_on"),
            "r_strategy",
            "launching_customer",
            "biobased",
        )


FORMS = {"wat": WhatForm, "waarom": WhyForm, "wie": WhoForm, "inkoop": HowForm}
