"""Model fields for what people type: text without control characters, which no file can carry, and days that came."""

import re
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.db import models
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext_lazy as _

from mvi.templatetags.formats import plain_number

PROSE_LENGTH = 20_000  # characters: about eight pages
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LINE_BREAKS = re.compile(r"[\t\n\r\u2028\u2029]")


def validate_no_control_characters(value):
    """Refuse the invisible characters that break spreadsheets and XML; tabs and line ends are fine."""
    if CONTROL_CHARACTERS.search(value):
        raise ValidationError(
            _("This text holds an invisible control character. Type it again, or paste it as plain text."),
            code="control_characters",
        )


def validate_single_line(value):
    """Refuse line ends in what is shown as one line, such as a name."""
    if LINE_BREAKS.search(value):
        raise ValidationError(_("Keep this on one line."), code="single_line")


def validate_has_come(day):
    """Refuse a day that is still to come for what was done, measured or decided."""
    if day > timezone.localdate():
        raise ValidationError(_("That day is still to come."), code="still_to_come")


def written(field, value):
    """A date or number of a field as people write it: 12,5 and not 12,500; a year is no quantity: 2026, not 2.026."""
    if field.name == "year":
        return str(value)
    return plain_number(value) if isinstance(value, Decimal) else str(localize(value))


class LineField(models.CharField):
    """One line of text, such as a name."""

    default_validators = [validate_no_control_characters, validate_single_line]

    def __init__(self, *args, max_length=200, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)


class ProseField(models.TextField):
    """Text of one or more paragraphs."""

    default_validators = [validate_no_control_characters]

    def __init__(self, *args, max_length=PROSE_LENGTH, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)
        self.validators.append(MaxLengthValidator(max_length))  # also of what comes in a file, beside a form


class PastDateField(models.DateField):
    """The day of something that was done or measured: today at the latest."""

    default_validators = [validate_has_come]


class LinkField(models.URLField):
    """An address on the web; whoever leaves out the beginning means https."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https"} | kwargs)


class EmailAddressField(models.EmailField):
    """An e-mail address, kept in small letters so that it is found whatever its capitals."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return value.lower() if value else value

    def pre_save(self, row, add):
        setattr(row, self.attname, self.get_prep_value(getattr(row, self.attname)))
        return getattr(row, self.attname)
