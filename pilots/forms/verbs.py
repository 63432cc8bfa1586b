"""What a step in a pilot's life asks."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mvi.fields import validate_no_control_characters
from mvi.forms import DateInput, fields_helper
from pilots.models import Lesson


class ReasonField(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 3})
    default_validators = [validate_no_control_characters]

    def __init__(self, **kwargs):
        super().__init__(max_length=2000, **kwargs)


class VerbForm(forms.Form):
    def __init__(self, *args, pilot, **kwargs):
        self.pilot = pilot
        super().__init__(*args, **kwargs)

    @property
    def helper(self):
        return fields_helper()


class ForwardForm(VerbForm):
    """Asks why only while something is missing."""

    to = forms.CharField(widget=forms.HiddenInput, required=False)  # the phase that the page offered
    reason = ReasonField(label=_("why the pilot goes on without it"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["to"] = self.pilot.next_phase
        self.missing = self.pilot.missing()
        if not self.missing:
            del self.fields["reason"]


class BackForm(VerbForm):
    to = forms.ChoiceField(label=_("back to"))
    reason = ReasonField(label=_("reason"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = self.pilot.earlier_phases


class ResumeForm(VerbForm):
    reason = ReasonField(label=_("reason"), required=False)


class LeaveForm(VerbForm, forms.ModelForm):
    """Whoever stops or completes a pilot leaves its lesson to the next buyer."""

    class Meta:
        model = Lesson
        fields = ["title", "text"]
        labels = {"title": _("the lesson in one sentence")}
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}

    def clean_title(self):
        title = self.cleaned_data["title"]
        if self.pilot.lessons.filter(title__iexact=title).exists():
            raise ValidationError(_("This pilot already has this lesson."))
        return title


class ParkForm(LeaveForm):
    revisit_on = forms.DateField(label=_("look again on"), widget=DateInput)

    field_order = ["revisit_on"]

    def clean_revisit_on(self):
        day = self.cleaned_data["revisit_on"]
        if day <= timezone.localdate():
            raise ValidationError(_("Choose a day after today."))
        return day
