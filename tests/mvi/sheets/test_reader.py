"""The reader refuses what is no spreadsheet, too large, locked or broken, with one word and within its limits."""

import datetime as dt
import io
import json
import resource
import runpy
import zipfile

import pytest
import xlsxwriter

from mvi.sheets import files, reader
from mvi.sheets.reader import Refused


def xlsx(*rows, **options):
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"default_date_format": "dd-mm-yyyy"} | options) as book:
        sheet = book.add_worksheet("Blad")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return target.getvalue()


def package(**parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (xlsx(["Naam"]), "xlsx"),
        (package(mimetype="x", **{"content.xml": "<x/>"}), "ods"),
        (b'  [{"naam": "x"}]', "json"),
        (b"naam;datum\r\n", "csv"),
        ("naam\n".encode("utf-16"), "csv"),
    ],
)
def test_a_file_is_known_by_what_is_in_it(data, kind):
    assert reader.kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (reader.OLE2 + b"anything", "password"),
        (b"%PDF-1.7", "unknown"),
        (b"<html></html>", "unknown"),
        (b"a\0b", "unknown"),
        (b"PK\x03\x04 cut off", "damaged"),
        (package(readme="no spreadsheet"), "unknown"),
        (package(**{"xl__workbook.xml": '<!doctype x [<!ENTITY a "b">]>'}), "damaged"),
        (package(**{"content.xml": "x", "META-INF__manifest.xml": "<manifest:encryption-data/>"}), "password"),
    ],
)
def test_what_is_no_readable_spreadsheet_is_refused(data, reason):
    with pytest.raises(Refused, match=reason):
        reader.kind_of(data)


def test_a_zip_with_a_password_is_refused():
    data = bytearray(package(**{"xl__workbook.xml": "<x/>"}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1  # the flag that says: encrypted

    with pytest.raises(Refused, match="password"):
        reader.kind_of(bytes(data))


def test_a_zip_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    data = package(**{"xl__workbook.xml": "0" * 100_000})

    monkeypatch.setattr(reader, "MOST_UNPACKED", 99_999)

    with pytest.raises(Refused, match="too_large"):
        reader.kind_of(data)


@pytest.mark.parametrize(
    "text", ["=1+1", "+31", "-5", "@x", "\tx", "\rx", "＝1", "  =x", "'=x", "''@", "'\n0", "gewoon", "'gewoon", ""]
)
def test_guarded_text_comes_back_and_never_starts_as_a_formula(text):
    guarded = reader.guard(text)

    assert reader.unguard(guarded) == text
    assert not guarded.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not guarded.startswith(("\t", "\r"))


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        ("naam;bedrag\r\nÉén;1,5\r\n".encode(), [["naam", "bedrag"], ["Één", "1,5"]]),
        ("\ufeffnaam,bedrag\nx,2\n".encode(), [["naam", "bedrag"], ["x", "2"]]),
        ("naam\tbedrag\n".encode("utf-16"), [["naam", "bedrag"]]),
        ("één|twee\n".encode("cp1252"), [["één", "twee"]]),
        (b"sep=;\nnaam;x\n", [["naam", "x"]]),
        (b'"a;b",c\n"l1\nl2",\'=x\n', [["a;b", "c"], ["l1\nl2", "=x"]]),
    ],
)
def test_csv_is_read_whatever_its_separator_and_encoding(data, rows):
    assert reader.sheets_of(data, "csv") == [("", rows)]


def test_empty_rows_above_and_empty_columns_behind_do_not_count():
    [sheet] = files.read(b";;\r\n;;\r\nNaam;Doel;\r\nBermen;Gras;\r\n").values()

    assert (sheet.headers, list(sheet)) == (["Naam", "Doel"], [("Bermen", "Gras")])


def test_broken_csv_is_refused():
    with pytest.raises(Refused, match="damaged"):
        reader.sheets_of(b'a;b\n"x"y;z\n', "csv")


def test_a_csv_with_too_many_columns_is_refused():
    with pytest.raises(Refused, match="too_large"):
        reader.sheets_of(b";" * 501, "csv")


@pytest.mark.parametrize(
    ("content", "sheets"),
    [
        ([{"a": 1}, {"b": None, "a": "x"}], [("", [["a", "b"], [1, None], ["x", None]])]),
        ({"Pilots": [{"naam": "x"}]}, [("Pilots", [["naam"], ["x"]])]),
    ],
)
def test_json_is_a_list_or_a_workbook(content, sheets):
    assert reader.sheets_of(json.dumps(content).encode(), "json") == sheets


@pytest.mark.parametrize("text", ["[1]", "[", '{"a": 1}', '[{"a": [1]}]', "[" * 100_000])
def test_other_json_is_refused(text):
    with pytest.raises(Refused, match="damaged"):
        reader.sheets_of(text.encode(), "json")


def test_a_json_with_too_many_columns_is_refused():
    with pytest.raises(Refused, match="too_large"):
        reader.sheets_of(json.dumps([{str(number): 1 for number in range(501)}]).encode(), "json")


def test_a_workbook_that_is_none_inside_is_damaged():
    with pytest.raises(Refused, match="damaged"):
        reader.sheets_of(package(**{"xl__workbook.xml": "<x/>"}), "xlsx")


def test_a_sheet_with_too_many_columns_is_refused():
    with pytest.raises(Refused, match="too_large"):
        reader.sheets_of(xlsx(["x"] * 501), "xlsx")


def test_a_sheet_that_needs_a_password_is_refused(monkeypatch):
    def locked(_data):
        raise reader.PasswordError

    monkeypatch.setattr(reader.CalamineWorkbook, "from_filelike", locked, raising=False)

    with pytest.raises(Refused, match="password"):
        reader.workbook_sheets(b"")


def test_dates_numbers_and_text_are_told_apart(capsys):
    target = io.StringIO()

    reader.main(io.BytesIO(xlsx(["a", "b", "c"], [dt.date(2026, 3, 12), 1.5, "00123"])), target)

    assert [json.loads(line) for line in target.getvalue().split("\n")] == [
        {"kind": "xlsx", "sheets": [["Blad", 2]]},
        ["a", "b", "c"],
        [{"date": "2026-03-12"}, 1.5, "00123"],
    ]
    assert reader.plain(dt.timedelta(hours=1)) == "1:00:00"


@pytest.mark.parametrize(
    ("cell", "kept"),
    [("a\0b", "a\ufffdb"), ("a\ud800b", "a\ufffdb"), ("a😀b", "a😀b"), ("a\\u0000b", "a\\u0000b"), (True, True)],
)
def test_what_no_database_keeps_is_marked_in_the_text(cell, kept):
    target = io.StringIO()

    reader.main(io.BytesIO(json.dumps([{"a": cell, "\0": 1}]).encode()), target)

    assert [json.loads(line) for line in target.getvalue().split("\n")[1:]] == [["a", "\ufffd"], [kept, 1]]


def with_broken_part():
    """A workbook of which the table of contents is whole, and a part is not."""
    data = bytearray(xlsx(["Naam"]))
    start = data.index(b"xl/worksheets/sheet1.xml") + len(b"xl/worksheets/sheet1.xml")
    data[start : start + 40] = b"\xff" * 40
    return bytes(data)


@pytest.mark.parametrize("data", [with_broken_part(), package(**{"content.xml": "<x/>"})])
def test_a_zip_with_a_broken_or_missing_part_is_damaged(data):
    target = io.StringIO()

    reader.main(io.BytesIO(data), target)

    assert json.loads(target.getvalue()) == {"refused": "damaged"}


@pytest.mark.parametrize(("data", "reason"), [(b"%PDF", "unknown"), (b"", "too_large")])
def test_the_program_says_why_in_one_word(data, reason, monkeypatch):
    if reason == "too_large":
        monkeypatch.setattr(reader, "kind_of", lambda _data: bytes(10**18))
    target = io.StringIO()

    reader.main(io.BytesIO(data), target)

    assert json.loads(target.getvalue()) == {"refused": reason}


def test_the_program_limits_itself(monkeypatch, capsys):
    limits = []
    monkeypatch.setattr(resource, "setrlimit", lambda *limit: limits.append(limit))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"naam\nx\n")))

    runpy.run_path(reader.__file__, run_name="__main__")

    assert [(name, most[0]) for name, most in limits] == [
        (resource.RLIMIT_AS, reader.MEMORY),
        (resource.RLIMIT_CPU, reader.SECONDS),
    ]
    assert capsys.readouterr().out.startswith('{"kind": "csv"')


def one_cell_far_away():
    """0.9 kB that would take all memory of a reader that makes a table of it."""
    data, target = xlsx(["x"], ["y"]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for member in source.infolist():
            content = source.read(member).replace(b'r="A2"', b'r="XFD1048576"').replace(b'r="2"', b'r="1048576"')
            made.writestr(member.filename, content)
    return target.getvalue()


def millions_of_cells():
    """A few MB that unpack to more than is read."""
    row = b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>"
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx(["x"]))) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for member in source.infolist():
            if member.filename != "xl/worksheets/sheet1.xml":
                made.writestr(member.filename, source.read(member))
        with made.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
            for _thousand in range(250):
                part.write(row * 1_000)
            part.write(b"</sheetData></worksheet>")
    return target.getvalue()


def ods_of_repeated_cells():
    """A few bytes that say: this row a million times."""
    cells = (
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p>'
        "</table:table-cell></table:table-row>"
    )
    content = f'{files.ODS_START}<table:table table:name="x">{cells}</table:table>{files.ODS_END}'
    return package(
        mimetype=files.Ods.content_type, **{"content.xml": content, "META-INF__manifest.xml": files.ODS_MANIFEST}
    )


@pytest.mark.parametrize(
    ("bomb", "reason"),
    [(one_cell_far_away, "too_large"), (millions_of_cells, "too_large"), (ods_of_repeated_cells, "damaged")],
)
def test_a_bomb_is_refused(bomb, reason):
    with pytest.raises(files.ValidationError) as refusal:
        files.read(bomb(), name="bom")

    assert refusal.value.messages == [files.refusal(reason)]


def test_sheets_are_read_beside_each_other_and_more_than_once():
    sheets = files.read(b'{"a": [{"x": 1}, {"x": 2}], "b": [{"y": 3}, {"y": null}]}')
    a, b = sheets["a"], sheets["b"]

    assert (len(a), len(b), a.headers, b.headers) == (2, 2, ["x"], ["y"])
    assert list(zip(a, b, strict=True)) == [((1,), (3,)), ((2,), (None,))]
    assert list(a) == list(sheets[""]) == [(1,), (2,)]
