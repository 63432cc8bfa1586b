"""Files that people keep here: taken only when name and content agree on one of a few kinds, with nothing else inside.

Nothing is unpacked or drawn on the server; the checks read headers and tables of contents only.
"""

import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MOST_UNPACKED = 300 * 1024**2  # bytes in an office file
MOST_MEMBERS = 5_000
MOST_SQUEEZED = 200  # times smaller than what it holds: more is made to burst
MOST_PIXELS = 100_000_000
TABLE_OF_CONTENTS = 22 + 65_535  # bytes at the end of a file in which a zip shows itself
PNG = b"\x89PNG\r\n\x1a\n"
MARKUP = re.compile(rb"<(?:!doctype|html|script|svg|\?php|\?xml|iframe)", re.IGNORECASE)
STREAM = re.compile(rb"\bstream\r?\n.*?endstream", re.DOTALL)  # squeezed bytes, in which any word can come by chance
PROGRAM_IN_PDF = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b")
MACROS = re.compile(r"(?:^|/)(?:vbaproject\.bin|vbadata\.xml|activex/|basic/|scripts/)", re.IGNORECASE)


@dataclass(frozen=True)
class Kind:
    """A kind of file that is taken."""

    extension: str
    content_type: str
    main_part: str = ""  # of an office file: what it cannot be without


OFFICE = "application/vnd.openxmlformats-officedocument."
KINDS = {
    kind.extension: kind
    for kind in (
        Kind("pdf", "application/pdf"),
        Kind("docx", f"{OFFICE}wordprocessingml.document", "word/document.xml"),
        Kind("xlsx", f"{OFFICE}spreadsheetml.sheet", "xl/workbook.xml"),
        Kind("odt", "application/vnd.oasis.opendocument.text", "content.xml"),
        Kind("png", "image/png"),
        Kind("jpg", "image/jpeg"),
    )
}
ACCEPTED = ", ".join(KINDS)
EXTENSIONS = ",".join(f".{extension}" for extension in [*KINDS, "jpeg"])


def kind_of(file) -> Kind:
    """The kind of an uploaded file, or a ValidationError in words that help the sender."""
    extension = PurePosixPath(file.name).suffix.lower().lstrip(".")
    kind = KINDS.get({"jpeg": "jpg"}.get(extension, extension))
    if kind is None:
        raise ValidationError(
            _("Files of the kind “%(extension)s” are not taken here. Use %(accepted)s.")
            % {"extension": extension or "?", "accepted": ACCEPTED}
        )
    if file.size > settings.LARGEST_DOCUMENT:
        raise ValidationError(
            _("This file is too big: at most %(size)s MB.") % {"size": settings.LARGEST_DOCUMENT // 1024**2}
        )
    if not file.size:
        raise ValidationError(_("This file is empty."))
    file.seek(0)
    data = file.read()
    file.seek(0)
    check = {"pdf": check_pdf, "png": check_png, "jpg": check_jpg}.get(kind.extension, check_office)
    check(file, data, kind)
    file.seek(0)
    return kind


def check_pdf(file, data, kind):
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-2048:]:
        raise differs(kind)
    refuse_other_content(data)
    if PROGRAM_IN_PDF.search(STREAM.sub(b"", data)):
        raise ValidationError(
            _("This PDF holds a program, a form that runs or another file. Save it as a plain PDF and send that.")
        )


def check_png(file, data, kind):
    """Block by block to the end, and nothing after it."""
    if not data.startswith(PNG) or data[12:16] != b"IHDR":
        raise differs(kind)
    width, height = (int.from_bytes(data[start : start + 4]) for start in (16, 20))
    if width * height > MOST_PIXELS:
        raise ValidationError(_("This picture is too large: make it smaller first."))
    place = len(PNG)
    while data[place + 4 : place + 8] not in (b"IEND", b""):
        place += 12 + int.from_bytes(data[place : place + 4])
    if place + 12 != len(data):
        raise differs(kind)
    refuse_other_content(data)


def check_jpg(file, data, kind):
    if not data.startswith(b"\xff\xd8\xff") or b"\xff\xd9" not in data:
        raise differs(kind)
    refuse_other_content(data)


def refuse_other_content(data):
    """A file that is also a zip or a web page means something else to another program (a polyglot)."""
    if b"PK\x05\x06" in data[-TABLE_OF_CONTENTS:] or (not data.startswith(b"%PDF-") and b"%PDF-" in data[:1024]):
        raise double()
    if MARKUP.search(data[:1024]) or (data.startswith((PNG, b"\xff\xd8")) and re.search(rb"<(?:script|\?php)", data)):
        raise double()


def check_office(file, data, kind):
    if data.startswith(bytes.fromhex("d0cf11e0a1b11ae1")):
        raise locked(kind)
    if not data.startswith(b"PK\x03\x04"):
        raise differs(kind)
    try:
        with zipfile.ZipFile(file) as box:
            members = box.infolist()
            ends_at = box.start_dir
            declared = box.read("mimetype") if kind.extension == "odt" and is_small(box, "mimetype") else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise differs(kind) from error
    names = {member.filename for member in members}
    if not members:
        raise differs(kind)
    if min(member.header_offset for member in members) != 0 or has_tail(data, ends_at):
        raise double()
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > min(MOST_UNPACKED, MOST_SQUEEZED * len(data)):
        raise ValidationError(_("This file becomes far too big when it is opened. Save it again and send that."))
    if kind.main_part not in names or (kind.extension == "odt" and declared.decode("latin-1") != kind.content_type):
        raise differs(kind)
    if any(member.flag_bits & 1 for member in members):
        raise locked(kind)
    if len(names) != len(members) or any(leads_outside(name) for name in names):
        raise differs(kind)
    if any(MACROS.search(name) for name in names):
        raise ValidationError(
            _("This file holds macros. Save it without macros, as %(kind)s.") % {"kind": kind.extension}
        )


def is_small(box, name):
    return name in box.namelist() and box.getinfo(name).file_size < 200


def has_tail(data, ends_at):
    """Whether something stands behind the table of contents of a zip."""
    last = data.rfind(b"PK\x05\x06")
    comment = int.from_bytes(data[last + 20 : last + 22], "little")
    return last < ends_at or comment > 0 or last + 22 != len(data)


def leads_outside(name):
    return name.startswith(("/", "\\")) or ".." in PurePosixPath(name.replace("\\", "/")).parts


def differs(kind):
    return ValidationError(
        _("What is inside is not a (whole) %(kind)s, whatever its name says. Open it, save it again and send that.")
        % {"kind": kind.extension}
    )


def locked(kind):
    return ValidationError(
        _("This file has a password, or is of an old kind. Save it without one, as %(kind)s.")
        % {"kind": kind.extension}
    )


def double():
    return ValidationError(_("This file is two kinds of file at once. Open it, save it again and send that."))
