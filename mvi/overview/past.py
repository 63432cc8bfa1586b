"""Looking back: the same page, as it was at the end of a day."""

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mvi.as_of import as_of, first_day
from mvi.forms import DateInput


class PastForm(forms.Form):
    """The day to look at; only days of which something is kept."""

    op = forms.DateField(label=gettext_lazy("As it was on"), widget=DateInput, required=False)

    def clean_op(self):
        day = self.cleaned_data["op"]
        if day is None:
            return None
        if day > timezone.localdate():
            raise ValidationError(_("Nobody knows yet how it will be on %(day)s.") % {"day": date_format(day)})
        first = first_day()
        if first is None or day < first:
            facts = {"day": date_format(day), "first": date_format(first or timezone.localdate())}
            raise ValidationError(_("How it was on %(day)s is not known: the history begins on %(first)s.") % facts)
        return day


def show(request, template, context_of):
    """A page as it is now, or as it was on the day that the address asks for.

    `context_of` gets that day (None for now) and reads; what it left unread is read while the page is drawn, so both
    happen in the same past.
    """
    form = PastForm(request.GET)
    day = form.cleaned_data["op"] if form.is_valid() else None
    if day == timezone.localdate():
        day = None
    with as_of(day):
        return render(request, template, context_of(day) | {"past": form, "past_day": day})
