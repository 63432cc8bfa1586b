"""Who is invited, and what they answer."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mvi.forms import fields_helper
from workshops.models import Invitation, Rsvp

from .addresses import address_in, addresses_in

MOST_AT_ONCE = 100


class InviteForm(forms.Form):
    people = forms.CharField(
        label=gettext_lazy("Whom to invite"),
        help_text=gettext_lazy(
            "One person on each line: e-mail address; function; department. The last two may be left out. "
            "Or addresses as you copy them from your mail program. Who was invited already is not doubled."
        ),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    @property
    def helper(self):
        return fields_helper()

    def clean_people(self):
        lines = [line for line in self.cleaned_data["people"].splitlines() if line.strip()]
        people = [person for line in lines for person in people_on(line)]
        if len(people) > MOST_AT_ONCE:
            raise ValidationError(_("At most %(number)s at once."), params={"number": MOST_AT_ONCE})
        return people


def people_on(line):
    """One person with function and department; or many addresses, which would otherwise pass for those."""
    if line.count("@") > 1:
        return [person(email) for email in addresses_in(line)]
    address, function, department, *_rest = [part.strip() for part in line.split(";")] + ["", ""]
    return [person(address_in(address), function, department)]


def person(email, function="", department=""):
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
