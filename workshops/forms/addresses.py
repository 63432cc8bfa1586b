"""Addresses as people paste them, also from a mail program: Bo de Vries <bo@gemeente.example>; an@gemeente.example."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

NAMED = re.compile(r"[^<>@]*<([^<>\s]+)>")


def address_in(text: str) -> str:
    """The address without the name before it; refused in words when it is none."""
    text = text.strip()
    named = NAMED.fullmatch(text)
    email = named[1] if named else text
    try:
        validate_email(email)
    except ValidationError as error:
        raise ValidationError(_("“%(email)s” is not an e-mail address."), params={"email": email}) from error
    return email


def addresses_in(text: str) -> list[str]:
    """One on each line, or all on one line."""
    parts = [part.strip() for part in re.split(r"[;\n]", text)]
    words = [[part] if NAMED.fullmatch(part) else part.replace(",", " ").split() for part in parts]
    return [address_in(word) for some in words for word in some]
