"""How every form is drawn."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.db.models import Q

from mvi.models import User


def fields_helper(*layout):
    """Crispy draws the fields (all, or as laid out); the page owns <form>, the CSRF token and the buttons."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.render_hidden_fields = True
    if layout:
        helper.layout = Layout(*layout)
    return helper


def only_active_people(form, *names):
    """Offer who works here now, and who was chosen before they left."""
    for name in names:
        chosen = getattr(form.instance, f"{name}_id")
        form.fields[name].queryset = User.objects.filter(Q(is_active=True) | Q(pk=chosen))


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
