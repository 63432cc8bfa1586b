"""The CPV list: read from a file, searched, and the measure of every code."""

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import translation

from mvi.models import AuditEvent
from pilots import cpv
from pilots.models import CpvCode
from tests.factories.pilots import CpvCodeFactory

LIST = reverse("pilots:cpv-list")
HEADER = ["CODE", "NL", "EN"]
ROWS = [
    ["45000000-7", "Bouwwerkzaamheden", "Construction work"],
    ["45111300-1", "Demontagewerkzaamheden", "Dismantling works"],
    ["77310000-6", "Beplanten en onderhouden van groengebieden", "Planting and maintenance of green areas"],
]
GENERICODE = """<?xml version="1.0" encoding="UTF-8"?>
<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><SimpleCodeList>{rows}</SimpleCodeList>
</gc:CodeList>"""


def written(path, rows):
    """The same table in the form that the name asks for."""
    if path.suffix == ".csv":
        path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8-sig")
    elif path.suffix == ".xlsx":
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    else:
        value = '<Value ColumnRef="{}"><SimpleValue>{}</SimpleValue></Value>'.format
        path.write_text(
            GENERICODE.format(
                rows="".join(
                    f"<Row>{value('code', code[:8])}{value('Name', english)}{value('nld_label', dutch)}</Row>"
                    for code, dutch, english in rows[1:]
                )
            )
        )
    return path


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list.gc"])
def test_load_the_list(db, tmp_path, capsys, name):
    path = written(tmp_path / name, [HEADER, *ROWS])

    call_command("load_cpv", str(path))
    call_command("load_cpv", str(path))

    assert capsys.readouterr().out.splitlines() == [
        "2 codes added, 0 changed; 44 known codes are not in this list.",
        "0 codes added, 0 changed; 44 known codes are not in this list.",
    ]
    code = CpvCode.objects.get(code="77310000")
    assert (code.name_nl, code.name_en) == (ROWS[2][1], ROWS[2][2])
    assert str(code) == ("77310000" if name == "list.gc" else "77310000-6")
    assert str(CpvCode.objects.get(code="45000000")) == "45000000-7"
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.object_type, event.details["file"]) == ("load", "pilots.cpvcode", name)


def test_names_that_changed_are_brought_in_line(db, tmp_path):
    CpvCodeFactory(code="45111300", check_digit="1", name_nl="Oud")

    result = cpv.load(cpv.rows_of(written(tmp_path / "list.csv", [HEADER, *ROWS])))

    assert (result.added, result.changed, result.gone) == (1, 1, 44)
    assert CpvCode.objects.get(code="45111300").name_nl == "Demontagewerkzaamheden"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("list.pdf", b"%PDF", "Dit is geen csv-, xlsx-, xls- of Genericode-xml-bestand."),
        ("list.csv", b"\xff\xfe\x00", "Dit csv-bestand is niet in UTF-8."),
        ("list.csv", b"", "De eerste regel moet de kolommen noemen, met in elk geval CODE en NL."),
        ("list.csv", b"A,B\n1,2", "De eerste regel moet de kolommen noemen, met in elk geval CODE en NL."),
        ("list.csv", b"CODE,NL\n", "Deze lijst is leeg."),
        ("list.csv", b"CODE,NL\n4511,Bouw", "Regel 2 heeft geen CPV-code met een Nederlandse naam."),
        ("list.csv", b"CODE,NL\n45111300-1,", "Regel 2 heeft geen CPV-code met een Nederlandse naam."),
        (
            "list.csv",
            b"CODE,NL\n45111300-1,A\n45111300-1,B",
            "Regel 3 heeft een code die er al was: 45111300-1.",
        ),
        ("list.xlsx", b"no workbook", "Deze werkmap kan niet worden gelezen."),
        ("list.xls", b"no workbook", "Deze werkmap kan niet worden gelezen."),
        ("list.xml", b"<a>", "Dit xml-bestand kan niet worden gelezen."),
        (
            "list.gc",
            b'<!DOCTYPE a [<!ENTITY b "bomb">]><a>&b;</a>',
            "Dit xml-bestand kan niet worden gelezen.",
        ),
        ("list.csv", b"x" * (cpv.LARGEST + 1), "Dit bestand is te groot voor een CPV-lijst."),
    ],
)
def test_a_bad_file_changes_nothing(db, tmp_path, name, content, message):
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(CommandError, match=message):
        call_command("load_cpv", str(path))

    assert CpvCode.objects.count() == 45
    assert not AuditEvent.objects.exists()


def test_a_file_that_is_not_there(db, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("load_cpv", str(tmp_path / "weg.csv"))


def test_with_the_whole_list_every_code_is_looked_up(db):
    CpvCodeFactory(code="72212000", check_digit="4")  # one of the official codes that break the formula
    CpvCodeFactory(code="72213000", check_digit="")

    for text in ("72212000", "72212000-4", "72213000-9"):
        CpvCode.objects.all().refuse_unknown(text)
    with pytest.raises(ValidationError, match="Bedoelt u 72212000-4"):
        CpvCode.objects.all().refuse_unknown("72212000-5")
    with pytest.raises(ValidationError, match="staat niet in de officiële CPV-lijst"):
        CpvCode.objects.all().refuse_unknown("72219999-1")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("BOUWWERK", ["45000000-7"]),
        ("45", ["45000000-7", "45111300-1"]),
        ("45000000-7", ["45000000-7", "45111300-1"]),
        ("45111300", ["45111300-1"]),
        ("demontage 45", ["45111300-1"]),
        ("demontage 44", []),
    ],
)
def test_search_by_word_or_code(client, login, words, found):
    login("pilots.view_pilot")
    CpvCodeFactory(code="45111300", name_nl="Demontagewerkzaamheden")

    codes = client.get(LIST, {"q": words}).context["cpvcode_list"]

    assert [str(code) for code in codes if str(code) in {"45000000-7", "45111300-1"}] == found


def test_a_search_without_result_says_what_to_do(client, login):
    login("pilots.view_pilot")

    assert "Geen code past." in client.get(LIST, {"q": "zwembad"}).content.decode()


def test_names_in_the_language_of_the_reader(db):
    code = CpvCode.objects.get(code="45000000")

    assert code.name == "Bouwwerkzaamheden"
    with translation.override("en"):
        assert code.name == "Construction work"
        assert CpvCodeFactory.build(name_en="", name_nl="Bouw").name == "Bouw"
