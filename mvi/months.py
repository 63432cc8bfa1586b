"""Months: reckoning with them, and asking for one in an address."""

import datetime as dt

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

FIRST, LAST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)  # what a calendar can show
IN_ADDRESS = {  # the field for a month that goes along unseen, such as maand=2026-11
    "input_formats": ["%Y-%m"],
    "required": False,
    "widget": forms.HiddenInput,
    "validators": [MinValueValidator(FIRST), MaxValueValidator(LAST)],
}


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or the last day of a shorter one; of an earlier month when it is negative."""
    year, month = divmod(day.month - 1 + months, 12)
    first = dt.date(day.year + year, month + 1, 1)
    return first.replace(day=min(day.day, last_day(first).day))


def last_day(day: dt.date) -> dt.date:
    """The last of its month."""
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)
