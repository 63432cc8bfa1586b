"""How fields wear the classes of the NL Design System; used by templates/nlds/ and the components."""

from django import forms, template

register = template.Library()

CLASSES = [  # the first that fits
    (forms.CheckboxSelectMultiple, "checkbox", "input"),
    (forms.RadioSelect, "radio-button", "input"),
    (forms.CheckboxInput, "checkbox", "input"),
    (forms.Select, "select", "select"),
    (forms.Textarea, "textarea", "textarea"),
]


def nlds_classes(widget, invalid):
    name, element = next((pair for kind, *pair in CLASSES if isinstance(widget, kind)), ("textbox", "input"))
    classes = f"utrecht-{name} utrecht-{name}--html-{element}"
    return f"{classes} utrecht-{name}--invalid" if invalid else classes


def dress(field):
    """Give the widget its classes, beside those that the form chose for it."""
    for widget in getattr(field.field.widget, "widgets", [field.field.widget]):
        chosen = widget.attrs.get("class", "").split()
        added = nlds_classes(widget, bool(field.errors)).split()
        widget.attrs["class"] = " ".join(dict.fromkeys(added + chosen))


@register.filter
def control(field):
    """The input itself, without its label, hint and errors."""
    dress(field)
    return str(field)


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
