"""Series, sessions and the rows of a session."""

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from mvi.forms import BesideTheField, DateInput, DateTimeInput, fields_helper, only_active_people
from workshops.models import Cluster, Contribution, Harvest, Participant, Series, Session, SessionDecision, Step


class SeriesForm(BesideTheField, forms.ModelForm):
    beside = {"series_keeps_names_one_to_24_months": "months_names_are_kept"}

    class Meta:
        model = Series
        fields = ["title", "aim", "strategy", "months_names_are_kept", "is_template"]

    @property
    def helper(self):
        return fields_helper()


class NewSeriesForm(SeriesForm):
    """A new series starts empty, with the three sessions, or as a copy; own templates come first."""

    THREE, EMPTY = "three", "empty"
    start_from = forms.ChoiceField(
        label=_("Start from"), help_text=_("You can change everything afterwards. Dates and people are not copied.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = Series.objects.in_use().order_by("-is_template", "title")
        self.fields["start_from"].choices = [
            (self.THREE, _("three sessions: stories, make it concrete, pilots")),
            *((str(series.pk), _("copy of: %(title)s") % {"title": series}) for series in own),
            (self.EMPTY, _("no sessions yet")),
        ]


class RowForm(BesideTheField, forms.ModelForm):
    """A row whose parent is known from the page, so that a doubled name is refused beside the field."""

    parent = "session"

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {self.parent}

    @property
    def helper(self):
        return fields_helper()


class SessionForm(RowForm):
    parent = "series"
    beside = {
        "session_number_once_per_series": "number",
        "session_ends_after_start": "ends_at",
        "session_has_one_to_ten_dots": "dots",
    }

    class Meta:
        model = Session
        fields = ["number", "title", "aim", "starts_at", "ends_at", "place", "facilitator", "dots"]
        widgets = {"starts_at": DateTimeInput, "ends_at": DateTimeInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        only_active_people(self, "facilitator")

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("The session"), Row("number", "title"), "aim"),
            Fieldset(_("When and where"), Row("starts_at", "ends_at"), "place"),
            Fieldset(_("In the room"), "facilitator", "dots"),
        )


class StepForm(RowForm):
    beside = {"step_moment_of_pulse": "moment"}

    class Meta:
        model = Step
        fields = ["title", "kind", "moment", "question", "minutes", "instructions", "materials"]


class SessionDecisionForm(RowForm):
    beside = {"decision_with_a_day_has_an_owner": "owner"}

    class Meta:
        model = SessionDecision
        fields = ["text", "owner", "due_on"]
        widgets = {"due_on": DateInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        only_active_people(self, "owner")


class ParticipantForm(RowForm):
    class Meta:
        model = Participant
        fields = ["name", "function", "department"]


class RemoveParticipantForm(forms.Form):
    hide_contributions = forms.BooleanField(
        label=_("Hide what this participant told as well"),
        required=False,
        help_text=_("Otherwise it stays, with the function of the teller and without the name."),
    )


class ContributionForm(RowForm):
    class Meta:
        model = Contribution
        fields = ["kind", "text", "function", "step"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["step"].queryset = self.instance.session.steps.all()


class ClusterForm(RowForm):
    beside = {"cluster_name_once_per_session": "name"}

    class Meta:
        model = Cluster
        fields = ["name"]


class HarvestForm(forms.ModelForm):
    class Meta:
        model = Harvest
        fields = ["cluster", "fragment"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cluster"].queryset = self.instance.contribution.session.clusters.all()

    @property
    def helper(self):
        return fields_helper()
