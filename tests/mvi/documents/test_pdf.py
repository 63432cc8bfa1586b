"""PDF that anybody can read and that keeps: no failed rule of PDF/UA-1 or PDF/A-2a."""

import page
import pytest

from mvi.documents import pdf
from mvi.documents.house import HouseStyle
from mvi.documents.letters import letters, readable
from mvi.documents.nodes import Document, Figure, Heading, Paragraph, Text
from tests.mvi.documents import examples
from tests.pdf import PROFILES, failed, is_long_enough


@pytest.mark.parametrize("front", [True, False], ids=["with a cover", "without"])
def test_no_rule_fails(front):
    made = pdf.to_pdf(examples.document(cover=front, contents=front), examples.house())

    for profile in PROFILES:
        assert failed(made, profile) == []
        assert page.validate_pdf_bytes(made, profile=profile).rules.total > 100


def test_the_checker_sees_what_is_wrong():
    """A PDF without tags fails, so that the test above can."""
    made = pdf.to_pdf(examples.document(), examples.house())

    assert failed(made.replace(b"/StructTreeRoot", b"/StructTreeR00t"), page.ValidationProfile.PDF_UA_1)


@pytest.mark.parametrize(("length", "is_right"), [(3, True), (2, False), (4, False)])
def test_a_stream_that_ends_on_a_carriage_return_has_its_length(length, is_right):
    made = b"%%PDF-1.7\n7 0 obj\n<</Length %d/Filter/X>>\nstream\nab\r\nendstream\nendobj" % length

    assert is_long_enough(made, 7) == is_right


def test_language_title_and_bookmarks():
    made = pdf.to_pdf(examples.document(), examples.house())

    assert b"/Lang(nl-NL)" in made
    assert b"<dc:title>" in made
    assert b"Voortgang MVI" in made
    assert b"/Outlines" in made


def test_without_a_logo_and_in_english():
    made = pdf.to_pdf(examples.document(language="en", status="", subtitle="", kind=""), HouseStyle("X", {}))

    assert failed(made, page.ValidationProfile.PDF_UA_1) == []
    assert b"/Lang(en-GB)" in made


def test_headings_never_skip_a_level():
    blocks = [Heading("Diep", level=4), Heading("Hoog", level=1), Heading("Weer diep", level=3)]

    found = pdf.as_data(Document("Titel", blocks), examples.house())["blocks"]

    assert [block["level"] for block in found] == [1, 1, 2]


def test_what_people_typed_stays_text():
    data = pdf.as_data(Document("Titel", [Paragraph(['#import "x" $a_b$', " *c* @d"])]), examples.house())

    assert data["blocks"][0]["text"] == [{"text": '#import "x" $a_b$'}, {"text": " *c* @d"}]


def test_every_letter_of_the_typeface_can_be_drawn():
    """So that nobody's text can make the whole report fail."""
    upright, italic = ("".join(map(chr, sorted(letters(italic=italic)))) for italic in (False, True))
    blocks = [Paragraph(upright), Paragraph(Text(upright, strong=True)), Paragraph(Text(italic, emphasis=True))]

    assert pdf.to_pdf(Document("Letters", blocks), examples.house()).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("één × ½ ≥ €", "één × ½ ≥ €"),
        ("a\tb\u202fc", "a b\u00a0c"),
        ("hoera \N{PARTY POPPER}\ufe0f!", "hoera \N{LOZENGE}!"),
        ("\u202eom\x00", "om"),
    ],
)
def test_what_the_typeface_lacks_gets_a_mark(typed, drawn):
    assert readable(typed) == drawn


def test_italic_only_where_the_typeface_has_it():
    latin, greek = Text("schuin", emphasis=True), Text("\N{GREEK SMALL LETTER OMEGA}", emphasis=True)

    assert [sorted(pdf.run_as_data(run)) for run in (latin, greek)] == [["emphasis", "text"], ["text"]]


def test_a_picture_without_words_is_refused():
    with pytest.raises(pdf.CannotBeDrawn, match="alt text"):
        pdf.to_pdf(Document("Titel", [Figure(examples.PICTURE, "")]), examples.house())


def test_a_picture_that_is_none_is_refused():
    with pytest.raises(pdf.CannotBeDrawn, match="SVG"):
        pdf.to_pdf(Document("Titel", [Figure("<svg", "Iets")]), examples.house())


def test_a_document_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS", 0.01)

    with pytest.raises(pdf.CannotBeDrawn, match=r"0\.01 seconden"):
        pdf.to_pdf(examples.document(), examples.house())


def test_the_standards_are_asked_for_in_the_child():
    """What the child is told: both standards, only our own fonts."""
    made = pdf.to_pdf(examples.document(), examples.house())

    assert b"pdfuaid:part" in made
    assert b"pdfaid:conformance" in made
    assert b"SourceSansPro" in made
