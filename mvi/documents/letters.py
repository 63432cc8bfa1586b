"""Which characters the typeface of the reports has: PDF/UA refuses a document that shows one it lacks."""

import functools
import struct
from pathlib import Path

import font_source_sans_pro

UPRIGHT, ITALIC = ["Regular", "Semibold", "Bold"], ["It", "BoldIt"]  # the italic has fewer: no Greek, no Cyrillic
INSTEAD = "\N{LOZENGE}"  # where the typeface has nothing, such as for a smiley
SPACES = {"\t": " ", "\N{NARROW NO-BREAK SPACE}": "\N{NO-BREAK SPACE}", "\N{NON-BREAKING HYPHEN}": "-"}
SHOW_NOTHING = {"\n", "\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}"}  # and yet have their place in a text
JOINERS = {0x200D, *range(0xFE00, 0xFE10)}  # they change the character before them, and show nothing
BOTTOM = 0xFFFF  # the end of the last range of the table


def readable(text: str) -> str:
    """The same text, with a mark for each character that cannot be drawn; what shows nothing is left out."""
    drawable = letters()
    if drawable.issuperset(map(ord, text)):
        return text
    found = []
    for character in text:
        character = SPACES.get(character, character)
        if ord(character) in drawable:
            found.append(character)
        elif ord(character) not in JOINERS and character.isprintable():
            found.append(INSTEAD)
    return "".join(found)


def has_italic(text: str) -> bool:
    return letters(italic=True).issuperset(map(ord, text))


@functools.cache
def letters(*, italic: bool = False) -> frozenset[int]:
    """The characters that every upright, or every italic, face of the typeface has."""
    folder = Path(font_source_sans_pro.font_directory)
    every_face = [
        characters((folder / f"SourceSansPro-{face}.ttf").read_bytes()) for face in (ITALIC if italic else UPRIGHT)
    ]
    printable = {code for code in set.intersection(*every_face) if chr(code).isprintable()}
    return frozenset(printable | set(map(ord, SHOW_NOTHING)))


def characters(font: bytes) -> set[int]:
    """The characters of a font: its table `cmap`, in the form that every font has (4)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(tables))
    start = next(offset for tag, _sum, offset, _length in records if tag == b"cmap")
    (number,) = struct.unpack_from(">H", font, start + 2)
    offsets = (struct.unpack_from(">HHL", font, start + 4 + 8 * index)[2] for index in range(number))
    place = next(start + offset for offset in offsets if struct.unpack_from(">H", font, start + offset) == (4,))
    (double,) = struct.unpack_from(">H", font, place + 6)  # twice the number of ranges
    ends = struct.unpack_from(f">{double // 2}H", font, place + 14)
    starts = struct.unpack_from(f">{double // 2}H", font, place + 16 + double)
    return {code for first, last in zip(starts, ends, strict=True) if last != BOTTOM for code in range(first, last + 1)}
