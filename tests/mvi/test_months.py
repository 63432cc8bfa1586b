"""Reckoning with months."""

import datetime as dt

from mvi.months import last_day, months_later


def test_the_same_day_of_a_later_month():
    assert months_later(dt.date(2026, 8, 31), 6) == dt.date(2027, 2, 28)
    assert months_later(dt.date(2026, 12, 15), 1) == dt.date(2027, 1, 15)
    assert months_later(dt.date(2027, 1, 31), -2) == dt.date(2026, 11, 30)


def test_the_last_day_of_a_month():
    assert last_day(dt.date(2028, 2, 1)) == dt.date(2028, 2, 29)
    assert last_day(dt.date(2026, 12, 31)) == dt.date(2026, 12, 31)
