"""The texts of allauth that we say in our own words."""

import pathlib

import allauth
import pytest
from babel.messages.pofile import read_po
from django.utils.translation import gettext, override

from mvi import wording

LISTED = [text for text in wording.PAGES + wording.ANSWERS + wording.MAILS if isinstance(text, str)]


@pytest.fixture(scope="module")
def theirs():
    path = pathlib.Path(allauth.__file__).parent / "locale" / "nl" / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return {message.id for message in read_po(file, locale="nl")}


@pytest.mark.parametrize("text", LISTED)
def test_allauth_still_says_this(theirs, text):
    assert text in theirs


@pytest.mark.parametrize("text", LISTED)
def test_we_say_it_with_u(text):
    with override("nl"):
        words = gettext(text).lower().replace(".", " ").replace(",", " ").split()

    assert not {"je", "jij", "jou", "jouw", "aanmelden"} & set(words)
