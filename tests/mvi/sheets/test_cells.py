"""What people write in a cell is read as they mean it, or refused in words that help."""

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from mvi.sheets.cells import ChoiceCell, DateCell, MomentCell, NumberCell, TextCell, YesNoCell
from pilots.models import Phase
from strategy.models import ThemeColour

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("  l1\r\nl2\rl3 ", "l1\nl2\nl3"),
        (12.0, "12"),
        (12.5, "12.5"),
        ("00123", "00123"),
        (dt.datetime(2026, 3, 12), "2026-03-12"),
        (dt.datetime(2026, 3, 12, 9, 30), "2026-03-12 09:30:00"),
    ],
)
def test_text(cell, text):
    assert TextCell().clean(cell) == text


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (None, None),
        ("", None),
        (3, Decimal(3)),
        (0.1 + 0.2, Decimal("0.30")),
        ("1.480.000", Decimal(1480000)),
        ("1,480,000", Decimal(1480000)),
        ("1.480,50", Decimal("1480.50")),
        ("1,480.50", Decimal("1480.50")),
        ("€ 12,5", Decimal("12.5")),
        ("12.5 %", Decimal("12.5")),
        ("-0.480", Decimal("-0.480")),
    ],
)
def test_numbers(cell, number):
    assert NumberCell(places=2).clean(cell) == number


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("veel", "Dit is geen getal."),
        (True, "Dit is geen getal."),
        ("NaN", "Dit is geen getal."),
        (float("nan"), "Dit is geen getal."),
        (float("inf"), "Dit is geen getal."),
        ("1.480", "“1.480” kan op twee manieren worden gelezen; schrijf het zonder punt, of met een komma."),
    ],
)
@pytest.mark.parametrize("places", [0, 2])
def test_what_is_no_number_is_refused(cell, message, places):
    with pytest.raises(ValueError, match=r".+") as refusal:
        NumberCell(places).clean(cell)

    assert str(refusal.value) == message


def test_whole_numbers():
    assert NumberCell().clean(12.0) == 12
    with pytest.raises(ValueError, match=r"Dit moet een heel getal zijn."):
        NumberCell().clean("1,5")


def test_a_number_with_too_many_decimals_is_kept_for_the_field_to_refuse():
    assert NumberCell(places=2).clean(1.2345) == Decimal("1.2345")


@pytest.mark.parametrize(
    "cell",
    [
        dt.date(2026, 3, 12),
        dt.datetime(2026, 3, 12, 9, 30),
        "2026-03-12",
        "12-03-2026",
        "12/3/2026",
        "12 maart 2026",
        "12 March 2026",
    ],
)
def test_dates(cell):
    assert DateCell().clean(cell) == dt.date(2026, 3, 12)


@pytest.mark.parametrize("cell", ["morgen", "31-02-2026", "2026-02-31", "12 brumaire 2026", 46000.0])
def test_what_is_no_date_is_refused(cell):
    with pytest.raises(ValueError, match=r"Dit is geen datum; schrijf het als 12-03-2026."):
        DateCell().clean(cell)


@pytest.mark.parametrize(
    "cell",
    [dt.datetime(2026, 3, 12, 13, 30), "2026-03-12 13:30", "12-03-2026 13:30", "2026-03-12T13:30:00+01:00"],
)
def test_moments(cell):
    assert MomentCell().clean(cell) == dt.datetime(2026, 3, 12, 13, 30, tzinfo=AMSTERDAM)


def test_a_day_is_a_moment_too():
    assert MomentCell().clean(dt.date(2026, 3, 12)) == dt.datetime(2026, 3, 12, tzinfo=AMSTERDAM)
    assert [MomentCell().clean(None), MomentCell().render(None), DateCell().clean("")] == [None, None, None]


@pytest.mark.parametrize("cell", ["straks", 1.5, "2026-03-12 25:00"])
def test_what_is_no_moment_is_refused(cell):
    with pytest.raises(ValueError, match=r"Dit is geen datum met een tijd"):
        MomentCell().clean(cell)


@pytest.mark.parametrize(("cell", "answer"), [("Ja", True), ("nee", False), (1.0, True), (True, True), (None, False)])
def test_yes_and_no(cell, answer):
    assert YesNoCell().clean(cell) is answer


def test_yes_and_no_are_written_as_they_are_read():
    assert [YesNoCell().render(True), YesNoCell().render(False)] == ["ja", "nee"]


def test_neither_yes_nor_no_is_refused():
    with pytest.raises(ValueError, match=r"Schrijf ja of nee."):
        YesNoCell().clean("misschien")


@pytest.mark.parametrize("cell", ["tender", "Aanbesteding", "  aanbesteding "])
def test_a_choice_is_read_by_code_and_by_label(cell):
    assert ChoiceCell(Phase.choices).clean(cell) == "tender"


def test_a_choice_that_is_a_number():
    cell = ChoiceCell(ThemeColour.choices, empty=None)

    assert [cell.clean(3.0), cell.clean("paars"), cell.clean(""), cell.render(None), cell.render(99)] == [
        3,
        3,
        None,
        "",
        "99",
    ]


def test_an_unknown_choice_names_what_there_is():
    with pytest.raises(ValueError, match=r"Kies een van: idee, "):
        ChoiceCell(Phase.choices).clean("klaar")


@pytest.mark.parametrize("cells", [["12,3400", "12,34"], ["12,34", "12,3400"], [12.34, "12,340"]])
def test_equal_numbers_are_the_same_however_many_zeros_they_have(cells):
    assert [str(NumberCell(places=2).clean(cell)) for cell in cells] == ["12.34", "12.34"]


@pytest.mark.parametrize("cell", [1e50, "1" * 40])
def test_a_number_that_is_too_long_is_left_to_its_column(cell):
    assert NumberCell(places=2).clean(cell) == Decimal(str(cell))
