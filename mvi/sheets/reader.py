"""Reads a spreadsheet that somebody sent, in a process of its own with little memory and little time.

Run as a program by mvi.sheets.files: the file comes in on standard input, rows of JSON go out. It knows nothing of
Django, so that it starts in a blink; what it refuses it says in one word, which files.py turns into a message.
"""

import csv
import datetime as dt
import io
import json
import re
import resource
import sys
import zipfile
import zlib

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

MEMORY = 1024**3  # bytes of address space
SECONDS = 20  # of processor time
MOST_UNPACKED = 300 * 1024**2  # bytes in the zip behind an xlsx or ods
MOST_MEMBERS = 2_000
MOST_CELLS = 5_000_000
MOST_COLUMNS = 500
LONGEST_CELL = 1_000_000
RISKY = re.compile(r"[\s']*[=+\-@＝＋－＠\t\r\n]")  # a spreadsheet program may take this for a formula
OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")  # old .xls, and also an .xlsx with a password
NO_TEXT = re.compile("[\0\ud800-\udfff]")  # nothing, or half an emoji: no database keeps it
SPREADSHEETS = {"xlsx": "xl/workbook.xml", "ods": "content.xml"}


class Refused(Exception):  # noqa: N818 -- an answer to the sender, not a fault of ours
    """The file is not taken; the text is the reason in one word."""


def guard(text):
    """Put an apostrophe before text in a csv file that could run as a formula."""
    return f"'{text}" if RISKY.match(text) else text


def unguard(text):
    """The text as it was before `guard`."""
    return text[1:] if text.startswith("'") and RISKY.match(text[1:]) else text


def kind_of(data):
    """What a file is, by its content: xlsx, ods, json or csv."""
    if data.startswith(OLE2):
        raise Refused("password")
    if data.startswith(b"PK"):
        return kind_of_zip(data)
    if data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")):
        raise Refused("unknown")
    text = decoded(data)
    start = text.lstrip()[:1]
    if start == "<":
        raise Refused("unknown")
    return "json" if start in ("[", "{") else "csv"


def kind_of_zip(data):
    """Look through the table of contents of a zip before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
                raise Refused("too_large")
            if any(member.flag_bits & 1 for member in members):
                raise Refused("password")
            names = {member.filename for member in members}
            for member in members:
                if member.filename.endswith((".xml", ".rels")):
                    with package.open(member) as part:
                        if b"<!DOCTYPE" in part.read(4096).upper():
                            raise Refused("damaged")
            if "META-INF/manifest.xml" in names and b"encryption-data" in package.read("META-INF/manifest.xml"):
                raise Refused("password")
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise Refused("damaged") from error
    for kind, member in SPREADSHEETS.items():
        if member in names:
            return kind
    raise Refused("unknown")


def decoded(data):
    """Text in UTF-8 or UTF-16, else as Windows wrote it in the Netherlands."""
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("unknown")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def sheets_of(data, kind):
    """Pairs of the name of a sheet and its rows."""
    if kind == "json":
        return json_sheets(decoded(data))
    if kind == "csv":
        return [("", list(csv_rows(decoded(data))))]
    return workbook_sheets(with_breaks(data) if kind == "ods" else data)


def workbook_sheets(data):
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        return [(name, rows_of(workbook.get_sheet_by_name(name))) for name in names]
    except PasswordError as error:
        raise Refused("password") from error
    except CalamineError as error:
        raise Refused("damaged") from error


def rows_of(sheet):
    row, column = sheet.end or (0, 0)  # the last ones, counted from zero
    if (row + 1) * (column + 1) > MOST_CELLS or column >= MOST_COLUMNS:
        raise Refused("too_large")
    return sheet.to_python()


def with_breaks(data):
    """An ods in which tabs and line ends inside a paragraph are characters, because calamine reads only those."""
    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    content = source.read("content.xml")
    content = re.sub(rb"<text:tab\s*/>", b"\t", re.sub(rb"<text:line-break\s*/>", b"\n", content))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        package.writestr("mimetype", source.read("mimetype"))
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", source.read("META-INF/manifest.xml"))
    return target.getvalue()


def csv_rows(text):
    csv.field_size_limit(LONGEST_CELL)
    separator = re.match(r"sep=(.)\r?\n", text)
    if separator:
        text = text[separator.end() :]
    delimiter = separator[1] if separator else delimiter_of(text)
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            cells += len(row)
            if cells > MOST_CELLS or len(row) > MOST_COLUMNS:
                raise Refused("too_large")
            yield [unguard(cell) for cell in row]
    except csv.Error as error:
        raise Refused("damaged") from error


def delimiter_of(text):
    """The separator that stands most often between the headings, quoted text left out."""
    first = re.sub(r'"[^"]*"', "", text[:LONGEST_CELL]).partition("\n")[0]
    return max(";,\t|", key=first.count)


def json_sheets(text):
    """A list of objects is one sheet; an object of such lists is a workbook."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused("damaged") from error
    sheets = {"": content} if isinstance(content, list) else content
    return [(name, json_rows(items)) for name, items in sheets.items()]


def json_rows(items):
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise Refused("damaged")
    headings = list(dict.fromkeys(name for item in items for name in item))
    if len(headings) * len(items) > MOST_CELLS or len(headings) > MOST_COLUMNS:
        raise Refused("too_large")
    rows = [[item.get(name) for name in headings] for item in items]
    if any(isinstance(cell, (list, dict)) for row in rows for cell in row):
        raise Refused("damaged")
    return [headings, *rows]


def plain(value):
    """Dates and times for JSON, told apart from text."""
    if isinstance(value, (dt.datetime, dt.date)):
        return {"date": value.isoformat()}
    return str(value)


def limit():
    """No file of any size takes the machine along: this process stops at its limits."""
    for name, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        _soft, hard = resource.getrlimit(name)
        resource.setrlimit(name, (most, hard))


def main(source, target):
    data = source.read()
    try:
        kind = kind_of(data)
        sheets = sheets_of(data, kind)
    except Refused as refusal:
        json.dump({"refused": str(refusal)}, target)
        return
    except (MemoryError, RecursionError):
        json.dump({"refused": "too_large"}, target)
        return
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError):  # a part of the zip is broken or missing
        json.dump({"refused": "damaged"}, target)
        return
    json.dump({"kind": kind, "sheets": [[name, len(rows)] for name, rows in sheets]}, target)
    in_one_go = json.JSONEncoder(default=plain).encode  # json.dump asks for each cell whether it may write
    for _name, rows in sheets:
        for row in rows:
            line = in_one_go(row)
            if "\\u0000" in line or "\\ud" in line:
                line = in_one_go([NO_TEXT.sub("\ufffd", cell) if isinstance(cell, str) else cell for cell in row])
            target.write("\n" + line)


if __name__ == "__main__":
    limit()
    main(sys.stdin.buffer, sys.stdout)
