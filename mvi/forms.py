"""How every form is drawn."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms


def fields_helper(*layout):
    """Crispy draws the fields (all, or as laid out); the page owns <form>, the CSRF token and the buttons."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.render_hidden_fields = True
    if layout:
        helper.layout = Layout(*layout)
    return helper


class DateInput(forms.DateInput):
    """The browser's own date picker, which sends and reads 2026-03-12 in every language."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class DateTimeInput(forms.DateTimeInput):
    """The browser's own picker for a day and a time."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class TimeInput(forms.TimeInput):
    """The browser's own picker for a time."""

    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M")
