"""What is answered in a pulse, and who is asked again later."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mvi.forms import fields_helper
from workshops.models import STATEMENTS, Agreement, PulseAnswer

from .addresses import addresses_in

MOST_AT_ONCE = 200


class PulseForm(forms.ModelForm):
    """The five statements and the open question."""

    class Meta:
        model = PulseAnswer
        fields = ["function", *STATEMENTS, "remark"]
        widgets = {"remark": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for statement in STATEMENTS:
            field = self.fields[statement]
            field.widget = forms.RadioSelect()
            field.choices = Agreement.choices

    @property
    def helper(self):
        return fields_helper()


class PhonePulseForm(PulseForm):
    """In the room people can also leave an address for the later pulses."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address for the same questions in half a year and a year"),
        required=False,
        help_text=gettext_lazy("It is not kept with your answer. You can stop the mails with one click."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class PulseAddressesForm(forms.Form):
    emails = forms.CharField(
        label=gettext_lazy("E-mail addresses"),
        help_text=gettext_lazy("One on each line. Who is there already is not doubled."),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    @property
    def helper(self):
        return fields_helper()

    def clean_emails(self):
        emails = addresses_in(self.cleaned_data["emails"].lower())
        if len(emails) > MOST_AT_ONCE:
            raise ValidationError(_("At most %(number)s at once."), params={"number": MOST_AT_ONCE})
        return emails
