"""What stands in a cell: from the value of a field to a cell, and from a cell that somebody filled in to a value.

Each kind of cell is a widget of django-import-export. `render` gives a native value (text, number, date), `clean`
refuses with a ValueError whose text is for the person who filled in the cell.
"""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from itertools import islice

from django.conf import settings
from django.utils import timezone, translation
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from import_export.widgets import Widget

MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december",
    "january february march april may june july august september october november december",
)
MONTH_NUMBERS = {name: number for names in MONTHS for number, name in enumerate(names.split(), 1)}
ALIKE = {str, type(None)}  # of which equal cells are the same; 1 and True are equal too, and 1.0 and 1.00
TOGETHER = 100  # rows
YES = {"ja", "yes", "true", "waar", "1", "x", "j", "y"}
NO = {"nee", "no", "false", "onwaar", "0", "n", ""}


def in_every_language(text):
    """A lazy text in each language of the site, for reading what was written in any of them."""
    for language, _label in settings.LANGUAGES:
        with translation.override(language):
            yield str(text)


def folded(text):
    """Text without what people see as the same: capitals, the amount of white space, straight and curly quotes."""
    return re.sub("[‘’´`]", "'", " ".join(str(text).split()).casefold())


def of_each(work, cells):
    """What `work` makes of each cell of a column; of a text that stands in many rows only once."""
    if not ALIKE.issuperset(map(type, cells)):
        return list(map(work, cells))
    made = {cell: work(cell) for cell in set(cells)}
    return [made[cell] for cell in cells]


def of_rows(work, rows):
    """What `work` makes of each cell of these rows, which is found out for some rows at a time, column by column."""
    rows = iter(rows)
    while together := list(islice(rows, TOGETHER)):
        yield from zip(*(of_each(work, cells) for cells in zip(*together, strict=True)), strict=True)


class Cell(Widget):
    """A kind of cell."""

    def renderer(self):
        """What turns the values of a whole column into cells; None where they are cells already."""
        return self.render


class TextCell(Cell):
    """Text as people typed it; line ends as \\n, as everywhere in the database."""

    def clean(self, value, row=None, **kwargs):
        if value is None:
            return ""
        if isinstance(value, str):
            return value.replace("\r\n", "\n").replace("\r", "\n").strip()
        if isinstance(value, float) and value.is_integer():
            value = int(value)  # spreadsheets have no whole numbers
        if isinstance(value, dt.datetime) and value.time() == dt.time():
            value = value.date()
        return str(value)

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else str(value)

    def renderer(self):
        return None


TEXT = TextCell()


class NumberCell(Cell):
    """A number, in Dutch or English notation; what could be read in two ways is refused."""

    def __init__(self, places=0):
        super().__init__()
        self.places = places

    def clean(self, value, row=None, **kwargs):
        if value is None or value == "":
            return None
        number = self.parsed(value)
        if number.is_finite() and number == number.to_integral_value() and not self.places:
            return int(number)
        if not number.is_finite() or not self.places:
            raise ValueError(_("This must be a whole number.") if number.is_finite() else _("This is not a number."))
        return number

    def parsed(self, value):
        if isinstance(value, bool):
            raise ValueError(_("This is not a number."))
        if isinstance(value, (int, float)):
            return self.rounded(Decimal(str(value)), by_at_most=Decimal("1e-14"))
        try:
            number = Decimal(self.with_point(re.sub(r"[\s€%]", "", str(value))))
        except InvalidOperation as error:
            raise ValueError(_("This is not a number.")) from error
        return self.rounded(number)

    def rounded(self, number, by_at_most=0):
        """With the decimals of the column where that changes it by no more than this part: equal numbers are the same.

        What is infinite, or too long to be rounded, stays as it is; the column refuses it.
        """
        try:
            rounded = round(number, self.places)
            return rounded if abs(number - rounded) <= abs(number) * by_at_most else number
        except InvalidOperation:
            return number

    def with_point(self, text):
        """1.480,50 and 1,480.50 and 1480,5 with a point before the decimals."""
        last = max(text.rfind(","), text.rfind("."))
        separators = {char for char in text if char in ",."}
        if len(separators) == 2:
            decimal = text[last]
            return text.replace("," if decimal == "." else ".", "").replace(",", ".")
        if text.count(",") > 1 or text.count(".") > 1:
            return text.replace(",", "").replace(".", "")
        if re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", text):
            raise ValueError(
                _("“%(text)s” can be read in two ways; write it without a point, or with a comma.") % {"text": text}
            )
        return text.replace(",", ".")

    def render(self, value, obj=None, **kwargs):
        return value

    def renderer(self):
        return None


class DateCell(Cell):
    """A day: a date of the spreadsheet, 2026-03-12, 12-03-2026 or 12 maart 2026."""

    def clean(self, value, row=None, **kwargs):
        if value is None or value == "":
            return None
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        day = self.parsed(str(value).strip()) if isinstance(value, str) else None
        if day is None:
            raise ValueError(_("This is not a date; write it as 12-03-2026."))
        return day

    def parsed(self, text):
        try:
            if match := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text):
                return dt.date(int(match[3]), int(match[2]), int(match[1]))
            if match := re.fullmatch(r"(\d{1,2}) ([a-zA-Z]+) (\d{4})", text):
                return dt.date(int(match[3]), MONTH_NUMBERS.get(match[2].lower(), 0), int(match[1]))
            return parse_date(text)
        except ValueError:
            return None

    def render(self, value, obj=None, **kwargs):
        return value

    def renderer(self):
        return None


class MomentCell(Cell):
    """A day and a time in the time zone of the site, to the second."""

    def clean(self, value, row=None, **kwargs):
        if value is None or value == "":
            return None
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            value = dt.datetime.combine(value, dt.time())
        if isinstance(value, str):
            value = self.parsed(value.strip())
        if not isinstance(value, dt.datetime):
            raise ValueError(_("This is not a date with a time; write it as 12-03-2026 13:30."))
        return timezone.make_aware(value) if timezone.is_naive(value) else value

    def parsed(self, text):
        if match := re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4}) (.+)", text):
            text = f"{match[3]}-{match[2]:0>2}-{match[1]:0>2} {match[4]}"
        try:
            return parse_datetime(text)
        except ValueError:
            return None

    def render(self, value, obj=None, **kwargs):
        return value and timezone.make_naive(value).replace(microsecond=0)


class YesNoCell(Cell):
    """ja or nee; empty is nee."""

    def clean(self, value, row=None, **kwargs):
        text = folded("" if value is None else int(value) if isinstance(value, float) else value)
        if text in YES:
            return True
        if text in NO:
            return False
        raise ValueError(_("Write ja or nee."))

    def render(self, value, obj=None, **kwargs):
        return _("yes") if value else _("no")

    def renderer(self):
        return {True: _("yes"), False: _("no")}.get


class ChoiceCell(Cell):
    """One of a fixed list, by its label in Dutch or English or by its code."""

    def __init__(self, choices, empty=""):
        super().__init__()
        self.choices, self.empty = list(choices), empty
        self.read = None

    def clean(self, value, row=None, **kwargs):
        if value is None or value == "":
            return self.empty
        if self.read is None:
            self.read = {folded(code): code for code, _label in self.choices} | {
                folded(text): code for code, label in self.choices for text in in_every_language(label)
            }
        try:
            return self.read[folded(int(value) if isinstance(value, float) else value)]
        except KeyError as error:
            labels = ", ".join(str(label) for _code, label in self.choices)
            raise ValueError(_("Choose one of: %(labels)s.") % {"labels": labels}) from error

    def render(self, value, obj=None, **kwargs):
        return "" if value in (None, "") else str(dict(self.choices).get(value, value))

    def renderer(self):
        labels = {None: "", "": ""} | {code: str(label) for code, label in self.choices}
        return lambda value: labels.get(value, value)


class ReferenceCell(Cell):
    """Another row, by its name; with the names of what it belongs to before it where one name is not enough."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.labels = None  # set by the resource for one import or export

    def clean(self, value, row=None, **kwargs):
        text = TEXT.clean(value)
        return self.labels.find(text) if text else None

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else self.labels.of(value)

    def renderer(self):
        return ({None: ""} | self.labels.by_pk).__getitem__


class ReferencesCell(ReferenceCell):
    """Several rows, each on a line of its own in the cell (or with a semicolon between them)."""

    def clean(self, value, row=None, **kwargs):
        text = TEXT.clean(value)
        lines = text.split("\n")
        if len(lines) == 1 and not self.labels.knows(text):
            lines = text.split(";")
        return [self.labels.find(line.strip()) for line in lines if line.strip()]

    def render(self, value, obj=None, **kwargs):
        return "\n".join(self.labels.of(pk) for pk in value)

    def renderer(self):
        return self.render
