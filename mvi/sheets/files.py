"""The files of import and export, as formats of django-import-export: xlsx, csv, ods and json."""

import datetime as dt
import io
import json
import re
import subprocess
import sys
import zipfile
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryFile
from weakref import finalize
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from import_export.formats.base_formats import Format

from . import excel, reader
from .cells import TOGETHER, of_rows
from .excel import clean, is_short

LARGEST = 20 * 1024**2  # bytes of a file that comes in
SECONDS = 30
PART = 100  # rows of a csv that are sent at once
EXTENSIONS = {"xlsx": {"xlsx", "xlsm"}, "ods": {"ods"}, "csv": {"csv", "txt", "tsv"}, "json": {"json"}}


class SheetFormat(Format):
    """A format that writes native values and never lets text become a formula."""

    name: str
    content_type: str

    def get_title(self):
        return self.name

    def get_extension(self):
        return self.name

    def get_content_type(self):
        return self.content_type

    def can_export(self):
        return True

    def export_data(self, dataset, **kwargs):
        return self.write({dataset.title or _("Sheet"): dataset})


class Xlsx(SheetFormat):
    """Real dates and numbers; the headings stay in sight and have filters."""

    name = "xlsx"
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def write(self, sheets):
        target = io.BytesIO()
        with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
            styles = {name: book.add_format(style) for name, style in excel.STYLES.items()}
            for name, dataset in zip(sheet_names(sheets), sheets.values(), strict=True):
                book.add_worksheet(name, excel.Sheet).fill(dataset, styles)
        return target.getvalue()


def sheet_names(titles):
    """Titles that Excel takes for a sheet: at most 31 characters, a few of them forbidden, none twice."""
    names = []
    for title in titles:
        base = name = re.sub(r"[\[\]:*?/\\]", " ", clean(title))[:31].strip("' ") or "-"
        number = 1
        while name.casefold() in {other.casefold() for other in names}:
            number += 1
            name = f"{base[:27]} {number}"
        names.append(name)
    return names


class Csv(SheetFormat):
    """For Dutch Excel: a semicolon between the cells, a comma in numbers, and a byte order mark."""

    name = "csv"
    content_type = "text/csv; charset=utf-8"
    mark = "\ufeff"

    def write(self, sheets):
        (dataset,) = sheets.values()
        return "".join(self.parts(dataset.headers or [], dataset)).encode()

    def parts(self, headers, rows):
        """The file in parts of many lines, so that a long one can be sent while it is written."""
        return chain([self.mark], csv_parts(headers, rows))


class PlainCsv(Csv):
    """For programs that stumble over a byte order mark."""

    name = "csv-plain"
    mark = ""

    def get_title(self):
        return _("csv without BOM")

    def get_extension(self):
        return "csv"


def csv_parts(headers, rows):
    """As Python’s own csv makes them, which looks at each character of each cell and takes several times as long."""
    yield csv_line(map(csv_cell, headers))
    lines = map(csv_line, of_rows(csv_cell, rows))
    while part := "".join(islice(lines, PART)):
        yield part


def csv_line(texts):
    return ";".join(texts) + "\r\n"


def csv_cell(value):
    text = csv_text(value)
    if ";" in text or '"' in text or "\n" in text or "\r" in text:
        return f'"{text.replace(chr(34), chr(34) * 2)}"'
    return text


def csv_text(value):
    if value is None:
        return ""
    if isinstance(value, str):
        return reader.guard(clean(value))
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return str(value)


class Json(SheetFormat):
    """A list of objects with the headings as names."""

    name = "json"
    content_type = "application/json"

    def write(self, sheets):
        content = {
            title: [dict(zip(dataset.headers or [], row, strict=True)) for row in dataset]
            for title, dataset in sheets.items()
        }
        if len(content) == 1:
            (content,) = content.values()
        return json.dumps(content, ensure_ascii=False, indent=1, default=json_value).encode(errors="replace")


def json_value(value):
    """A number as a number while it keeps its digits, else as text; dates as text."""
    if isinstance(value, Decimal) and is_short(value):
        return float(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


class Ods(SheetFormat):
    """OpenDocument, the format that the government prefers; written by hand, because the library loses line ends."""

    name = "ods"
    content_type = "application/vnd.oasis.opendocument.spreadsheet"

    def write(self, sheets):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("mimetype", self.content_type, zipfile.ZIP_STORED)
            package.writestr("META-INF/manifest.xml", ODS_MANIFEST)
            package.writestr("content.xml", "".join(ods_content(sheets)))
        return target.getvalue()


ODS_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>\
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
ODS_START = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3">\
<office:automatic-styles>\
<number:date-style style:name="day"><number:day number:style="long"/><number:text>-</number:text>\
<number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/></number:date-style>\
<style:style style:name="date" style:family="table-cell" style:data-style-name="day"/>\
<style:style style:name="heading" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>\
</style:style></office:automatic-styles><office:body><office:spreadsheet>"""
ODS_END = "</office:spreadsheet></office:body></office:document-content>"


def ods_content(sheets):
    yield ODS_START
    for name, dataset in zip(sheet_names(sheets), sheets.values(), strict=True):
        yield f"<table:table table:name={quoteattr(name)}><table:table-header-rows>"
        yield ods_row(dataset.headers or [], ' table:style-name="heading"')
        yield "</table:table-header-rows>"
        for row in dataset:
            yield ods_row(row)
        yield "</table:table>"
    yield ODS_END


def ods_row(cells, style=""):
    return f"<table:table-row>{''.join(ods_cell(cell, style) for cell in cells)}</table:table-row>"


def ods_cell(value, style=""):
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, (dt.date, dt.datetime)):
        return f'<table:table-cell table:style-name="date" office:value-type="date" {ods_value("date", value)}/>'
    if isinstance(value, (int, Decimal)) and is_short(value):
        return f'<table:table-cell office:value-type="float" {ods_value("", value)}/>'
    text = clean(str(value))
    exact = f" office:string-value={quoteattr(text, {chr(9): '&#9;', chr(10): '&#10;'})}" if "\t" in text else ""
    paragraphs = "".join(f"<text:p>{ods_text(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell{style} office:value-type="string"{exact}>{paragraphs}</table:table-cell>'


def ods_value(kind, value):
    if kind == "date":
        return f'office:date-value="{value.isoformat()}"'
    return f'office:value="{value:f}"'


def ods_text(line):
    """Text of a paragraph: runs of spaces and tabs as the elements that the format has for them."""
    text = escape(line).replace("\r", "&#13;").replace("\t", "<text:tab/>")
    return re.sub(r"^ +| {2,}| +$", lambda spaces: f'<text:s text:c="{len(spaces[0])}"/>', text)


FORMATS = [Xlsx, Csv, Ods, Json, PlainCsv]


def choices():
    """The formats as a page offers them: name and title."""
    return [(found.name, found().get_title()) for found in FORMATS]


def refusal(reason):
    """What the reader said in one word, for the person who sent the file."""
    return {
        "password": _("This file is protected with a password, or it is an old .xls. Save it as .xlsx without one."),
        "too_large": _("This file is too large: unpacked it has more cells or bytes than we read."),
        "damaged": _("This file is damaged or not complete. Open it, save it again and send that one."),
        "unknown": _("This is not a spreadsheet that we can read. Send xlsx, xlsm, ods, csv or json."),
    }[reason]


def read(data, name=""):
    """The sheets of a file by name, the first one also under the empty name.

    `name` is the name that the sender gave it: a csv that is called .xlsx is refused with that message, not guessed at.
    """
    if len(data) > LARGEST:
        raise ValidationError(_("This file is larger than %(size)s MB.") % {"size": LARGEST // 1024**2})
    if not data.strip():
        raise ValidationError(_("This file is empty."))
    answer = Answer(run_reader(data))
    try:
        about = json.loads(answer.file.readline())
    except ValueError as error:  # the process was stopped at one of its limits
        raise ValidationError(refusal("too_large")) from error
    if "refused" in about:
        raise ValidationError(refusal(about["refused"]))
    extension = Path(name).suffix[1:].lower()
    if extension and extension not in EXTENSIONS[about["kind"]]:
        raise ValidationError(
            _("This file is called .%(extension)s, but inside it is %(kind)s. Give it the right name first.")
            % {"extension": extension, "kind": about["kind"]}
        )
    sheets = {title: Rows(answer, number) for title, number in about["sheets"]}
    if not sheets:
        raise ValidationError(_("This file is empty."))
    return {"": next(iter(sheets.values()))} | sheets


def run_reader(data):
    """What the reader says of a file, on disk because it is long; nothing when it was stopped."""
    command = [sys.executable, "-I", reader.__file__]
    answer = TemporaryFile()  # noqa: SIM115 -- Answer closes it
    try:
        subprocess.run(command, input=data, stdout=answer, stderr=subprocess.DEVNULL, timeout=SECONDS, check=True)
    except subprocess.SubprocessError:
        answer.truncate(0)
    answer.seek(0)
    return answer


class Answer:
    """What the reader said: a line about the file and one for each row. Closed when nobody reads it any more."""

    def __init__(self, file):
        self.file = file
        finalize(self, file.close)

    def cells(self):
        return DECODER.decode(self.file.readline().decode())

    def cells_from(self, place, number):
        """The cells of so many rows from this place in the file, which others read meanwhile too."""
        while number:
            self.file.seek(place)
            lines = [self.file.readline() for _row in range(min(number, TOGETHER))]
            place, number = self.file.tell(), number - len(lines)
            yield from (DECODER.decode(line.decode()) for line in lines)


class Rows:
    """The rows of a sheet that came in, below their headings; read when they are asked for, and never kept.

    Rows that are too short are filled up, empty columns at the end are left out.
    """

    def __init__(self, answer, number):
        """Of the next so many lines."""
        self.answer, self.headers = answer, []
        while number and not self.headers:
            number -= 1
            cells = answer.cells()
            if any(cell not in (None, "") for cell in cells):
                self.headers = ["" if cell is None else str(cell).strip() for cell in cells]
        while self.headers and not self.headers[-1]:
            self.headers.pop()
        self.start, self.number = answer.file.tell(), number
        for _row in range(number):
            answer.file.readline()

    def __len__(self):
        return self.number

    def __iter__(self):
        filling = [None] * len(self.headers)
        for cells in self.answer.cells_from(self.start, self.number):
            yield tuple((cells + filling)[: len(filling)])


def moment(cell):
    """A date or a moment, which JSON does not know."""
    text = cell["date"]
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


DECODER = json.JSONDecoder(object_hook=moment)
