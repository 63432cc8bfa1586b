"""Numbers and days as the town hall writes them."""

import datetime as dt
from decimal import Decimal
from functools import lru_cache

from django import template
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language

register = template.Library()


@register.filter
def euro(amount):
    """€ 1.480.000; cents only where there are any. Empty stays empty."""
    if amount is None or amount == "":
        return ""
    return euro_in(get_language(), amount)


@lru_cache(maxsize=10_000)
def euro_in(_language, amount):
    """As `number_in`."""
    decimals = 0 if amount == int(amount) else 2
    return f"€\N{NO-BREAK SPACE}{number_format(amount, decimals, force_grouping=True)}"


def plain(number):
    """Without the zeros that the database keeps behind the comma."""
    number = Decimal(number).normalize()
    return number.quantize(Decimal(1)) if number.as_tuple().exponent > 0 else number


@register.filter
def plain_number(number):
    """1.480,5: thousands, and only the decimals that say something. Empty stays empty."""
    return "" if number is None or number == "" else number_in(get_language(), Decimal(number))


@lru_cache(maxsize=10_000)
def number_in(_language, number):
    """A page with charts writes the same numbers hundreds of times; how one is written depends on the language only."""
    return number_format(plain(number), force_grouping=True)


@register.filter
def day_in_words(day: dt.date) -> str:
    """14 april 2026."""
    return day_in(get_language(), day)


@lru_cache(maxsize=10_000)
def day_in(_language, day):
    """As `number_in`."""
    return date_format(day)


@register.filter
def with_unit(number, unit):
    """97%, 2.310 ton. Empty stays empty."""
    gap = "" if unit == "%" else "\N{NO-BREAK SPACE}"
    return "" if number is None or number == "" else f"{plain_number(round(Decimal(number), 2))}{gap}{unit}"


@register.filter
def year(number):
    """A year or a code is no quantity: 2026, not 2.026."""
    return "" if number is None else str(number)
