"""Reads the official CPV list in the forms in which it is published: csv, xlsx, xls and Genericode xml."""

import csv
import dataclasses
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from defusedxml import ElementTree
from django.db import transaction
from django.utils.translation import gettext as _
from python_calamine import CalamineError, load_workbook

from pilots.models import CpvCode
from pilots.models.cpv import CODE

COLUMNS = {  # what the sources call them, in small letters
    "code": "code",
    "nl": "name_nl",
    "nld_label": "name_nl",
    "en": "name_en",
    "eng_label": "name_en",
    "name": "name_en",
}
LARGEST = 20_000_000  # bytes; the official workbook with all languages has four million


class BadList(Exception):  # noqa: N818 -- it is the list that is wrong
    """This file is no CPV list; the text says why, for whoever runs the command."""


@dataclasses.dataclass
class Loaded:
    added: int
    changed: int
    gone: int  # known here, but not in the list; they stay, for pilots may rely on them


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of the file as dictionaries, by its kind."""
    if path.stat().st_size > LARGEST:
        raise BadList(_("This file is too large for a CPV list."))
    kind = path.suffix.lower()
    if kind == ".csv":
        return table(csv_rows(path))
    if kind in {".xlsx", ".xls"}:
        return table(sheet_rows(path))
    if kind in {".xml", ".gc"}:
        return genericode(path)
    raise BadList(_("This is no csv, xlsx, xls or Genericode xml file."))


def csv_rows(path):
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadList(_("This csv file is not in UTF-8.")) from error
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    return csv.reader(io.StringIO(text), delimiter=delimiter)


def sheet_rows(path):
    try:
        return load_workbook(path).get_sheet_by_index(0).to_python()
    except CalamineError as error:
        raise BadList(_("This workbook cannot be read.")) from error


def table(rows):
    """Rows below a line with the names of the columns."""
    rows = iter(rows)
    names = [COLUMNS.get(str(name).strip().lower()) for name in next(rows, [])]
    if not {"code", "name_nl"} <= set(names):
        raise BadList(_("The first line must name the columns, with at least CODE and NL."))
    for row in rows:
        yield {name: str(value).strip() for name, value in zip(names, row, strict=False) if name}


def genericode(path):
    """An OASIS code list, as the eForms SDK has it."""
    try:
        root = ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, ValueError) as error:
        raise BadList(_("This xml file cannot be read.")) from error
    for row in root.iter("Row"):
        values = {}
        for value in row.iter("Value"):
            name = COLUMNS.get(value.get("ColumnRef", "").lower())
            if name and not (name == "name_en" and value.get("ColumnRef").lower() == "name" and "name_en" in values):
                values[name] = (value.findtext("SimpleValue") or "").strip()
        yield values


@transaction.atomic
def load(rows: Iterable[dict[str, str]]) -> Loaded:
    """Bring the codes in line with the list: all of it, or nothing when one line is wrong."""
    known = {code.code: code for code in CpvCode.objects.all()}
    seen, new, changed = set(), [], []
    for number, row in enumerate(rows, start=2):
        match = CODE.match(row.get("code", ""))
        if not match or not row.get("name_nl"):
            raise BadList(_("Line %(number)s has no CPV code with a Dutch name.") % {"number": number})
        code, digit = match.groups()
        if code in seen:
            raise BadList(
                _("Line %(number)s has a code that was there already: %(code)s.")
                % {"number": number, "code": row["code"]}
            )
        seen.add(code)
        names = {"name_nl": row["name_nl"][:300], "name_en": row.get("name_en", "")[:300]}
        there = known.get(code)
        digit = digit or (there.check_digit if there else "")  # Genericode gives none
        if there is None:
            new.append(CpvCode(code=code, check_digit=digit, **names))
        elif (there.check_digit, there.name_nl, there.name_en) != (digit, *names.values()):
            there.check_digit, there.name_nl, there.name_en = digit, *names.values()
            changed.append(there)
    if not seen:
        raise BadList(_("This list is empty."))
    CpvCode.objects.bulk_create(new, batch_size=2_000)
    CpvCode.objects.bulk_update(changed, ["check_digit", "name_nl", "name_en"], batch_size=500)
    return Loaded(added=len(new), changed=len(changed), gone=len(known.keys() - seen))
