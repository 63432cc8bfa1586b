"""How fields wear the classes of the NL Design System; used by templates/nlds/ and the components."""

from django import forms, template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.text import capfirst

from mvi.filters import WordField

register = template.Library()

CLASSES = [  # the first that fits; radio buttons and check boxes stay as the browser draws them
    (forms.RadioSelect, ""),
    (forms.CheckboxInput, ""),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.Widget, "utrecht-textbox utrecht-textbox--html-input"),
]


def dress(field):
    """Give the widget its classes, beside those that the form chose for it."""
    for widget in getattr(field.field.widget, "widgets", [field.field.widget]):
        classes = next(classes for kind, classes in CLASSES if isinstance(widget, kind)).split()
        if classes:
            chosen = widget.attrs.get("class", "").split()
            widget.attrs["class"] = " ".join(dict.fromkeys(classes + chosen))
        if str(widget.attrs.get("placeholder")) == str(field.label):
            del widget.attrs["placeholder"]  # it says nothing that the label does not say


@register.filter
def heading_of(field):
    """Its label with a capital, unless it begins with a name that has one inside, such as eForms."""
    first_word = str(field.label).partition(" ")[0]
    return capfirst(field.label) if first_word.islower() else field.label


@register.filter
def control(field):
    """The input itself, without its label, hint and errors."""
    dress(field)
    return str(field)


PLAIN = (
    '<div class="utrecht-form-field"><div class="utrecht-form-field__label">'
    '<label class="utrecht-form-label" for="{}">{}</label></div>{}</div>'
)


@register.simple_tag
def filter_field(field):
    """A field of a filter bar; a plain one, as nearly all are, without a template, for a list has a dozen of them."""
    if field.errors or field.help_text or field.is_hidden or field.use_fieldset or is_checkbox(field):
        around = {"form_show_errors": True, "form_show_labels": True, "hide_optional": True}
        return render_to_string("nlds/field.html", {"field": field} | around)
    return format_html(PLAIN, field.id_for_label, heading_of(field), control(field))


@register.filter
def facts(form):
    """All that decides how a filter bar looks: what was asked, and what there is to choose from."""
    given = asked(form.data) if form.is_bound else [bound.value() for bound in form]
    return type(form), form.is_bound, form.initial, given, [choices(field) for field in form.fields.values()]


def asked(data):
    """What the address says, but for the page of the list: what each field makes of that takes long to ask."""
    lists = data.lists() if hasattr(data, "lists") else data.items()
    return sorted((name, str(values)) for name, values in lists if name != "page")


def choices(field):
    """Of a field whose choices are not the same for everybody and every day."""
    if isinstance(field, WordField) or not hasattr(field, "choices"):
        return None
    return [(str(key), str(label)) for key, label in field.choices]


@register.filter
def options(field):
    """The radio buttons or check boxes of a group, one by one."""
    dress(field)
    return field.subwidgets


@register.filter
def is_group(field):
    """More than one input: a fieldset with a legend, not a label."""
    return field.use_fieldset


@register.filter
def is_multivalue(field):
    return isinstance(field.field.widget, forms.MultiWidget)


@register.filter
def is_checkbox(field):
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def first_id(field):
    """Where a link in the error summary jumps to: the field, or the first choice of a group."""
    if field.id_for_label or not field.use_fieldset:
        return field.id_for_label
    return f"{field.auto_id}_0"


@register.filter
def any_filled(fields):
    """Whether one of these filters is in use, or holds what cannot be used."""
    return any(field.name in field.form.changed_data or field.errors for field in fields)
