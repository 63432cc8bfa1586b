"""How every form is drawn."""

import functools
from decimal import Decimal

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Q
from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join

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


class BesideTheField:
    """A form that says beside a field what a constraint refuses; Django says it on top of the form.

    The field that a constraint is about is its `violation_error_code`, or what `beside` gives for its name.
    `parent` is the field that the page fills in, such as the goal of an indicator: rules look at it too.
    First base of a ModelForm.
    """

    beside: dict[str, str] = {}
    parent = ""

    def add_error(self, field, error):
        if field is None and hasattr(error, "error_dict"):
            fields = {
                str(constraint.get_violation_error_message()): self.beside[constraint.name]
                for constraint in self._meta.model._meta.constraints
                if constraint.name in self.beside
            }
            # What could not be read has its message already; that it is missing too says nothing new.
            error.error_dict = {name: said for name, said in error.error_dict.items() if name not in self.errors}
            for one in error.error_dict.pop(NON_FIELD_ERRORS, []):
                place = one.code if one.code in self.fields else fields.get(str(one.message), NON_FIELD_ERRORS)
                error.error_dict.setdefault(place, []).append(one)
        super().add_error(field, error)

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {self.parent}


class AmountInput(forms.TextInput):
    """A number as people here write it: 1.480.000, € 1.480,- or 12,5%; without the zeros that the column adds."""

    def __init__(self, attrs=None):
        super().__init__({"inputmode": "decimal", "autocomplete": "off"} | (attrs or {}))
        self.is_localized = True

    def format_value(self, value):
        return super().format_value(value.normalize() if isinstance(value, Decimal) else value)

    def value_from_datadict(self, data, files, name):
        typed = super().value_from_datadict(data, files, name)
        if not isinstance(typed, str):
            return typed
        return typed.strip().removeprefix("€").removesuffix("%").removesuffix(",-").strip()


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


class Renderer(DjangoTemplates):
    """Django's own, that writes the two most common inputs without a template, and one more for each option.

    A filter bar has a hundred options: they took a quarter of the time of a page.
    """

    def render(self, template_name, context, request=None):
        if template_name == forms.Select.template_name:
            return select(context["widget"])
        if template_name in TYPED:
            return typed(context["widget"])
        return super().render(template_name, context, request)


TYPED = {forms.TextInput.template_name, forms.NumberInput.template_name}


def typed(widget):
    """What django/forms/widgets/input.html makes of it."""
    value = {} if widget["value"] is None else {"value": widget["value"]}
    attributes = flatatt({"type": widget["type"], "name": widget["name"]} | value | widget["attrs"])
    return format_html("<input{}>", attributes)


def select(widget):
    """What django/forms/widgets/select.html makes of it."""
    groups = []
    for name, options, _index in widget["optgroups"]:
        inside = drawn_options(
            *((str(row["value"]), flatatt(row["attrs"]) if row["attrs"] else "", str(row["label"])) for row in options)
        )
        groups.append((format_html('<optgroup label="{}">{}</optgroup>', name, inside) if name else inside,))
    attributes = flatatt(widget["attrs"])
    return format_html(
        '<select name="{}"{}>{}</select>', widget["name"], attributes, format_html_join("", "{}", groups)
    )


@functools.lru_cache(maxsize=1000)
def drawn_options(*options):
    """The same lists of choices stand above every list of a noun."""
    return format_html_join("", '<option value="{}"{}>{}</option>', options)
