"""Dates, numbers and money as the town hall writes them."""

import datetime as dt
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.translation import override

from mvi.templatetags.formats import euro, year


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (Decimal("1480000.00"), "€ 1.480.000"),
        (1150, "€ 1.150"),
        (Decimal("0"), "€ 0"),
        (Decimal("12.5"), "€ 12,50"),
        (Decimal("-1000"), "€ -1.000"),
        (None, ""),
        ("", ""),
    ],
)
def test_money_in_dutch(amount, shown):
    assert euro(amount).replace("\N{NO-BREAK SPACE}", " ") == shown


@pytest.mark.parametrize(("number", "shown"), [(2026, "2026"), (None, "")])
def test_a_year_is_no_quantity(number, shown):
    assert year(number) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("nl", "12 maart 2026 · 12 maart 2026, 13:05 · 1.480.000 · 3,8"),
        ("en", "12 March 2026 · 12 March 2026, 13:05 · 1,480,000 · 3.8"),
    ],
)
def test_dates_and_numbers_in_both_languages(language, shown):
    values = {"day": dt.date(2026, 3, 12), "moment": dt.datetime(2026, 3, 12, 13, 5), "many": 1480000, "some": 3.8}
    with override(language):
        text = Template("{{ day }} · {{ moment }} · {{ many }} · {{ some }}").render(Context(values))

    assert text == shown
