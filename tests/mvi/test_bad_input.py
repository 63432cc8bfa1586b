"""Bad input on every form of the site: a message beside the field, never a broken page, and text stays text."""

import pytest
from django import forms

from tests.every_page import NAMES_BY_PART, address, one_of_everything
from tests.forms import filled

SCRIPT = "<script>alert(1)</script>"
WITH_A_FORM = ("-add", "-change", ":quiz")
FORMS = {
    part: [name for name in names if name.endswith(WITH_A_FORM)]
    for part, names in NAMES_BY_PART.items()
    if any(name.endswith(WITH_A_FORM) for name in names)
}

pytestmark = [pytest.mark.django_db, pytest.mark.parametrize("part", FORMS)]


@pytest.fixture
def pages(login, client, part):
    """Each page with a form in it, as a browser would send it back, and the names of its fields for free text.

    The quiz has none: there it is what can be chosen of which somebody makes something else.
    """
    one_of_everything()
    login(is_superuser=True)
    found = []
    for name in FORMS[part]:
        response = client.get(address(name))
        form = response.context["form"]
        kind = forms.ChoiceField if name.endswith(":quiz") else forms.CharField
        texts = [key for key, field in form.fields.items() if type(field) is kind and not field.disabled]
        found.append((name, filled(response), texts))
    return found


def unrefused(client, pages, text):
    """The fields without a message beside them when every field for free text is filled in with `text`."""
    fields = []
    for name, data, texts in pages:
        response = client.post(address(name), data | dict.fromkeys(texts, text))
        messages = response.context["form"].errors if response.status_code == 200 else {}
        fields += [(name, field, response.status_code) for field in texts if field not in messages]
    return fields


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f"])
def test_control_characters_are_refused_beside_the_field(client, pages, character):
    assert unrefused(client, pages, f"a{character}b") == []


def test_markup_is_text(client, pages):
    executed = []
    for name, _data, texts in pages:
        data = filled(client.get(address(name)))  # two pages can change the same row
        response = client.post(address(name), data | dict.fromkeys(texts, SCRIPT), follow=True)
        if response.status_code != 200 or SCRIPT in response.text:
            executed.append((name, response.status_code))

    assert executed == []


def test_text_that_is_far_too_long_is_refused_beside_the_field(client, pages):
    assert unrefused(client, pages, "x" * 25_000) == []


def test_thousands_of_fields_are_too_much(client, pages):
    name, data, _texts = pages[0]

    response = client.post(address(name), data | {f"field{number}": "1" for number in range(5_000)})

    assert response.status_code == 413
