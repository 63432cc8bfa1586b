"""DOCX that people can go on with: real styles, title, language, header rows and words for every picture."""

import io
import zipfile

import docx
from docx.oxml.ns import qn

from mvi.documents.house import HouseStyle
from mvi.documents.nodes import Bullets, Callout, Document, Facts, Heading, Paragraph, Table
from mvi.documents.word import to_docx
from tests.mvi.documents import examples


def read(made):
    return docx.Document(io.BytesIO(made))


def test_styles_title_and_language():
    file = read(to_docx(examples.document(), examples.house()))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in file.paragraphs]

    assert file.core_properties.title == "Voortgang MVI"
    assert file.core_properties.language == "nl-NL"
    assert file.core_properties.author == "Gemeente Emmen"
    assert file.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "nl-NL"
    for expected in [
        ("Title", "Voortgang MVI"),
        ("Subtitle", "Voor de raad"),
        ("Heading 1", "Samenvatting"),
        ("Heading 2", "Kop"),
        ("Heading 2", "Te diep"),
        ("List Bullet", "een"),
        ("List Number", "stap"),
        ("List Continue", "en nog iets"),
        ("List Bullet 2", "binnen"),
        ("Caption", "Stand van de doelen"),
        ("Normal", "Status: op koers Circulair"),
    ]:
        assert expected in styles


def test_tables_have_a_header_row_that_repeats():
    table = read(to_docx(examples.document(), examples.house())).tables[0]

    assert [cell.text for cell in table.rows[0].cells] == ["Doel", "Waarde"]
    assert [cell.text for cell in table.rows[2].cells] == [examples.NASTY, "3"]
    marks = [[child.tag for child in row._tr.trPr] if row._tr.trPr is not None else [] for row in table.rows]
    assert [qn("w:tblHeader") in mark for mark in marks] == [True, False, False]


def test_every_picture_has_words():
    file = read(to_docx(examples.document(), examples.house()))

    said = [shape._inline.docPr.get("descr") for shape in file.inline_shapes]

    assert "Gemeente Emmen" in said[0]
    assert said[1:] == ["De lijn stijgt van 0 naar 9.", "De lijn nog eens."]


def test_links_and_contents():
    with zipfile.ZipFile(io.BytesIO(to_docx(examples.document(), examples.house()))) as package:
        text = package.read("word/document.xml").decode()
        links = package.read("word/_rels/document.xml.rels").decode()

    assert "https://example.nl/" in links
    assert "<w:hyperlink" in text
    assert "TOC \\o" in text


def test_a_question_before_a_fact_needs_no_colon():
    blocks = [Facts([("Overgenomen?", "Ja"), ("Niveau", "3")])]

    file = read(to_docx(Document("Nota", blocks), examples.house()))

    assert [paragraph.text for paragraph in file.paragraphs[-2:]] == ["Overgenomen? Ja", "Niveau: 3"]


def test_a_plain_document_in_a_box_and_with_an_odd_character():
    table = Table(["a"], [["x\x00"]])
    blocks = [Heading("Een"), Callout("Let op", [Paragraph("tekst"), Bullets([[Paragraph("punt")]]), table])]

    file = read(to_docx(Document("Kaal", blocks, language="en"), HouseStyle("X", {}, examples.LOGO.encode(), "")))

    assert [paragraph.text for paragraph in file.paragraphs[:5]] == ["Kaal", "Een", "Let op", "tekst", "punt"]
    assert file.tables[0].cell(1, 0).text == "x\N{REPLACEMENT CHARACTER}"
    assert file.core_properties.language == "en-GB"
