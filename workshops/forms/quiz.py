"""The questions of the knowledge cards, one after the other."""

from django import forms

from mvi.forms import fields_helper


class QuizForm(forms.Form):
    def __init__(self, *args, cards, **kwargs):
        super().__init__(*args, **kwargs)
        self.cards = cards
        for card in cards:
            self.fields[card.keyword] = forms.ChoiceField(
                label=card.question, choices=[(answer, answer) for answer in card.answers], widget=forms.RadioSelect
            )

    @property
    def helper(self):
        return fields_helper()

    @property
    def wrong(self):
        """Cards of which the question went wrong, to read again."""
        return [card for card in self.cards if self.cleaned_data[card.keyword] != card.right_answer]
