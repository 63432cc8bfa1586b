"""Which files are taken: name and content must agree, and nothing else may be inside."""

import io
import re
import zipfile
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from docx import Document
from tablib import Dataset

from mvi.sheets.files import Xlsx
from mvi.uploads import KINDS, kind_of

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n"
JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 20 + b"\xff\xd9"
ODT = "application/vnd.oasis.opendocument.text"


def block(name, data):
    return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)


def png(width=1, height=1, more=b""):
    head = width.to_bytes(4) + height.to_bytes(4) + b"\x08\x00\x00\x00\x00"
    picture = block(b"IHDR", head) + more + block(b"IDAT", zlib.compress(b"\x00\x00")) + block(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + picture


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def office(members, comment=b""):
    """A zip with these members: name → content."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as box:
        for name, content in members:
            box.writestr(name, content, zipfile.ZIP_DEFLATED)
        box.comment = comment
    return file.getvalue()


def docx(*more, **kwargs):
    return office([("word/document.xml", b"<w/>"), *more], **kwargs)


def locked(data):
    """The same zip, of which each member says that it has a password."""
    file = bytearray(data)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := file.find(sign, start)) >= 0:
            file[start + place] |= 1
            start += 4
    return bytes(file)


DOCX = docx()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("besluit.pdf", PDF),
        ("BESLUIT.PDF", PDF),
        ("gescand.pdf", PDF.replace(b"trailer", b"stream\nx/JS(y\nendstream\ntrailer")),  # by chance in squeezed bytes
        ("brief.docx", saved(Document())),
        ("raming.xlsx", Xlsx().write({"Raming": Dataset(["1"], headers=["Raming"])})),
        ("brief.odt", office([("mimetype", ODT), ("content.xml", b"<c/>")])),
        ("foto.png", png()),
        ("foto.jpg", JPG),
        ("foto.jpeg", JPG),
    ],
    ids=lambda value: value if isinstance(value, str) else "content",
)
def test_a_file_whose_content_is_what_its_name_says_is_taken(name, data):
    file = SimpleUploadedFile(name, data)

    assert kind_of(file) == KINDS[{"jpeg": "jpg"}.get(name[-4:].lower(), name.rpartition(".")[2].lower())]
    assert file.read() == data


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("pagina.html", b"<html>", "Files of the kind “html” are not taken here."),
        ("zonder", PDF, "Files of the kind “?” are not taken here."),
        ("brief.docm", DOCX, "Files of the kind “docm” are not taken here."),
        ("leeg.pdf", b"", "This file is empty."),
        ("groot.pdf", PDF + b" " * 2000, "This file is too big"),
        ("half.pdf", PDF[:20], "not a (whole) pdf"),
        ("brief.pdf", DOCX, "not a (whole) pdf"),
        ("programma.pdf", PDF.replace(b"/Catalog", b"/Catalog /JavaScript"), "This PDF holds a program"),
        ("dubbel.pdf", PDF.replace(b"%%EOF", DOCX + b"%%EOF"), "two kinds of file"),
        ("pagina.pdf", PDF.replace(b"1 0 obj", b"<script>alert(1)</script>"), "two kinds of file"),
        ("half.png", png()[:-6], "not a (whole) png"),
        ("lang.png", png() + b"meer", "not a (whole) png"),
        ("geen.png", JPG, "not a (whole) png"),
        ("reus.png", png(100_000, 100_000), "This picture is too large"),
        ("pagina.png", png(more=block(b"tEXt", b"<script>")), "two kinds of file"),
        ("geen.jpg", png(), "not a (whole) jpg"),
        ("pdf.jpg", JPG[:10] + PDF + JPG[10:], "two kinds of file"),
        ("oud.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 20, "has a password, or is of an old kind"),
        ("slot.docx", locked(DOCX), "has a password, or is of an old kind"),
        ("geen.docx", PDF, "not a (whole) docx"),
        ("half.docx", DOCX[:30], "not a (whole) docx"),
        ("niets.docx", b"PK\x03\x04" + office([]), "not a (whole) docx"),
        ("raming.docx", office([("xl/workbook.xml", b"<w/>")]), "not a (whole) docx"),
        ("brief.odt", office([("mimetype", "text/plain"), ("content.xml", b"<c/>")]), "not a (whole) odt"),
        ("buiten.docx", docx(("../../etc/passwd", b"x")), "not a (whole) docx"),
        ("macro.docx", docx(("word/vbaProject.bin", b"x")), "This file holds macros."),
        ("voor.docx", b"PK\x03\x04" + b"x" * 50 + DOCX, "two kinds of file"),
        ("na.docx", DOCX + b"x", "two kinds of file"),
        ("opmerking.docx", docx(comment=b"x"), "two kinds of file"),
        ("bom.docx", docx(("word/groot.xml", b"0" * 2_000_000)), "becomes far too big"),
    ],
    ids=lambda value: value if isinstance(value, str) else "content",
)
def test_what_is_something_else_is_refused_in_words_that_help(settings, name, data, says):
    settings.LARGEST_DOCUMENT = 60_000 if name != "groot.pdf" else 1_000

    with translation.override("en"), pytest.raises(ValidationError, match=re.escape(says)):
        kind_of(SimpleUploadedFile(name, data))
