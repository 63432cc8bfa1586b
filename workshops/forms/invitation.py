"""Who is invited, and what they answer."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mvi.forms import fields_helper
from workshops.models import Invitation, Rsvp

MOST_AT_ONCE = 100


class InviteForm(forms.Form):
    people = forms.CharField(
        label=gettext_lazy("Whom to invite"),
        help_text=gettext_lazy(
            "One person on each line: e-mail address; function; department. The last two may be left out. "
            "Who was invited already is not doubled."
        ),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    @property
    def helper(self):
        return fields_helper()

    def clean_people(self):
        lines = [line for line in self.cleaned_data["people"].splitlines() if line.strip()]
        if len(lines) > MOST_AT_ONCE:
            raise ValidationError(_("At most %(number)s at once."), params={"number": MOST_AT_ONCE})
        return [person_on(line) for line in lines]


def person_on(line):
    email, function, department, *_rest = [part.strip() for part in line.split(";")] + ["", ""]
    try:
        validate_email(email)
    except ValidationError as error:
        raise ValidationError(_("“%(email)s” is not an e-mail address."), params={"email": email}) from error
    person = {"email": email, "function": function, "department": department}
    for name, value in person.items():
        Invitation._meta.get_field(name).clean(value, None)
    return person


class RsvpForm(forms.ModelForm):
    class Meta:
        model = Invitation
        fields = ["answer", "function", "department"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["answer"]
        field.label, field.required = _("Are you coming?"), True
        field.widget = forms.RadioSelect()
        field.choices = Rsvp.choices

    @property
    def helper(self):
        return fields_helper()
