"""The forms of import and export."""

from difflib import SequenceMatcher

from django import forms
from django.utils.translation import gettext_lazy as _

from mvi.forms import fields_helper

from .cells import folded


class SendFile(forms.Form):
    """Choose the spreadsheet."""

    file = forms.FileField(
        label=_("Spreadsheet"),
        help_text=_(
            "An xlsx, xlsm, ods, csv or json file of at most 20 MB. First you see what would happen; nothing changes."
        ),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.ods,.csv,.txt,.tsv,.json"}),
    )

    helper = fields_helper("file")


def best_guess(heading, known):
    """The column whose name looks most like this heading, or whose words all stand in it; else none."""

    def likeness(name):
        return 0.9 if set(name.split()) <= set(heading.split()) else SequenceMatcher(None, name, heading).ratio()

    best = max(known, key=likeness)
    return known[best] if likeness(best) >= 0.6 else ""


class MapHeadings(forms.Form):
    """Say for each heading of the file which column is meant; a guess is filled in."""

    def __init__(self, *args, resource, headings, mapping, **kwargs):
        super().__init__(*args, **kwargs)
        known = resource.known_headings()
        choices = [("", _("leave out")), *resource.headings().items()]
        self.headings = [heading for heading in headings if heading]
        for number, heading in enumerate(self.headings):
            guess = mapping.get(heading, best_guess(folded(heading), known))
            self.fields[f"heading_{number}"] = forms.ChoiceField(
                label=heading, choices=choices, required=False, initial=guess
            )
        self.helper = fields_helper(*self.fields)

    def clean(self):
        chosen = [column for column in self.cleaned_data.values() if column]
        for name, column in list(self.cleaned_data.items()):
            if column and chosen.count(column) > 1:
                self.add_error(name, _("This column is chosen for two headings."))
        return self.cleaned_data

    def mapping(self):
        return {heading: self.cleaned_data[f"heading_{number}"] for number, heading in enumerate(self.headings)}
