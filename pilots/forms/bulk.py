"""What many pilots get at once."""

from crispy_forms.layout import Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from mvi.fields import validate_no_control_characters, validate_single_line
from mvi.forms import DateInput, fields_helper
from mvi.models import User
from pilots.models.tags import tags_in


class TagsFormField(forms.CharField):
    """Separate tags."""

    default_validators = [validate_no_control_characters, validate_single_line]

    def __init__(self, **kwargs):
        super().__init__(max_length=100, required=False, **kwargs)

    def clean(self, value):
        return tags_in(super().clean(value))


class BulkForm(forms.Form):
    """Only what is filled in changes; nothing is emptied."""

    buyer = forms.ModelChoiceField(User.objects.filter(is_active=True), label=_("buyer"), required=False)
    project_leader = forms.ModelChoiceField(
        User.objects.filter(is_active=True), label=_("project leader"), required=False
    )
    announce_on = forms.DateField(label=_("announced on"), widget=DateInput, required=False)
    starts_on = forms.DateField(label=_("starts on"), widget=DateInput, required=False)
    ends_on = forms.DateField(label=_("ends on"), widget=DateInput, required=False)
    add_tags = TagsFormField(
        label=_("add tags"), help_text=_("Words with a comma between them, such as: sloop, planning.")
    )
    remove_tags = TagsFormField(label=_("remove tags"))

    @property
    def helper(self):
        return fields_helper(
            Row("buyer", "project_leader"), Row("announce_on", "starts_on", "ends_on"), Row("add_tags", "remove_tags")
        )

    def clean(self):
        if not self.errors and not self.values:
            raise ValidationError(_("Fill in at least one field: that is what changes."))

    @property
    def values(self):
        return {name: value for name, value in self.cleaned_data.items() if value}
