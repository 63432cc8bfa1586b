"""The house style on paper: the colours of the site's tokens and the logo of the municipality."""

import dataclasses
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mvi.models import Organisation

TOKENS = "css/tokens.css"
COLOUR = re.compile(r"--mvi-((?:color-|theme-)[a-z0-9-]+):\s*(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})\s*;")
PICTURES = {".svg": "svg", ".png": "png", ".jpg": "jpg", ".jpeg": "jpg"}


@dataclasses.dataclass(frozen=True)
class HouseStyle:
    """What a document borrows from the municipality."""

    organisation: str
    colours: dict[str, str]  # the tokens by name, without their first part: brand, ink, theme-1
    logo: bytes = b""
    logo_format: str = ""
    note: str | Promise = ""  # at the foot of every page


def house_style() -> HouseStyle:
    """Of the organisation of this site; a file that is not there changes nothing."""
    organisation = Organisation.current()
    colours = colours_of(TOKENS) | colours_of(organisation.house_style)
    logo, kind = b"", PICTURES.get(Path(organisation.logo).suffix.lower(), "")
    if kind and (found := found_below_static(organisation.logo)):
        logo = found.read_bytes()
    note = _("Demonstration: example data") if settings.DEMO or organisation.is_demo else ""
    return HouseStyle(organisation.name, colours, logo, kind if logo else "", note)


def colours_of(name):
    """The colours that this style sheet names, six digits each."""
    found = found_below_static(name)
    text = found.read_text() if found else ""
    return {key.removeprefix("color-"): six_digits(value) for key, value in COLOUR.findall(text)}


def six_digits(colour):
    return colour if len(colour) == 7 else "#" + "".join(digit * 2 for digit in colour[1:])


def found_below_static(name):
    """A file below static/, or nothing; a name that leads elsewhere is nothing too."""
    if not name or ".." in Path(name).parts or Path(name).is_absolute():
        return None
    found = finders.find(name)
    return Path(found) if found else None
