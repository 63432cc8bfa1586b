"""Fill in a page's form as a browser would."""

from django.contrib.messages import get_messages
from django.forms import CheckboxInput
from django.forms.widgets import Input


def filled(response):
    """What a browser would send back of this page without touching anything."""
    form = response.context["form"]
    data = {}
    for field in form:
        value = field.value()
        if hasattr(field.field, "prepare_value"):
            value = field.field.prepare_value(value)
        if isinstance(field.field.widget, Input) and not isinstance(field.field.widget, CheckboxInput):
            value = field.field.widget.format_value(value)
        if value is not None and value is not False:
            data[field.html_name] = [str(part) for part in value] if isinstance(value, list | tuple) else str(value)
    if "submission" in response.context:
        data["submission"] = str(response.context["submission"])
    if "version" in response.context:
        data["version"] = str(response.context["version"])
    return data


def post_form(client, url, /, **typed):
    """Open the page, type, save, and follow to where it leads."""
    return client.post(url, filled(client.get(url)) | typed, follow=True)


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)] or [
        str(message) for message in response.context["messages"]
    ]
