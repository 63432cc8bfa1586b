"""A document as DOCX, with the styles of Word itself, so that people can go on with it."""

import io

import docx
import vl_convert
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from mvi.sheets.files import clean

from .house import HouseStyle, house_style
from .nodes import Bullets, Document, in_order, runs

FONT = "Calibri"
PAGE_WIDTH = Cm(16)
LOCALES = {"nl": "nl-NL", "en": "en-GB"}
PICTURE_SCALE = 2


def to_docx(document: Document, house: HouseStyle | None = None) -> bytes:
    with override(document.language):
        return Writer(house or house_style()).written(document)


class Writer:
    """Writes block after block; one for each document."""

    def __init__(self, house):
        self.house = house
        self.file = docx.Document()
        self.pictures = 0

    def written(self, document):
        self.dress(document)
        self.front(document)
        for block in in_order(document.blocks):
            self.block(block, self.file)
        target = io.BytesIO()
        self.file.save(target)
        return target.getvalue()

    def dress(self, document):
        """Title, language and the styles in the colours of the house."""
        core = self.file.core_properties
        core.title, core.author = clean(document.title)[:255], clean(self.house.organisation)[:255]
        core.language, core.comments = LOCALES.get(document.language, document.language), ""
        section = self.file.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        section.footer.paragraphs[0].text = clean(
            " · ".join(filter(None, [self.house.organisation, document.title, str(self.house.note)]))
        )
        styles = self.file.styles
        styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:lang')}").set(qn("w:val"), core.language)
        styles["Normal"].font.name, styles["Normal"].font.size = FONT, Pt(11)
        for name in ["Title", "Subtitle", *(f"Heading {level}" for level in range(1, 6))]:
            font = styles[name].font
            font.name, font.color.rgb, font.italic = FONT, self.colour("brand"), False
            fonts = styles[name].element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            fonts.set(qn("w:hAnsi"), FONT)

    def front(self, document):
        if document.kind:
            self.file.add_paragraph(clean(document.kind))
        if self.house.logo_format:
            picture = self.house.logo
            if self.house.logo_format == "svg":
                picture = vl_convert.svg_to_png(picture.decode(), scale=PICTURE_SCALE)
            self.picture(picture, _("Logo of %(name)s") % {"name": self.house.organisation}, height=Cm(2))
        self.file.add_paragraph(clean(document.title), style="Title")
        if document.subtitle:
            self.file.add_paragraph(clean(document.subtitle), style="Subtitle")
        said = [clean(document.status), date_format(document.date, "j F Y") if document.date else ""]
        if any(said):
            self.file.add_paragraph(" · ".join(filter(None, said)))
        if document.contents:
            self.contents()
        if document.cover:
            self.file.add_page_break()

    def contents(self):
        """A field that Word fills in; it asks the reader once whether it may."""
        paragraph = self.file.add_paragraph()
        for kind, text in [("begin", None), (None, 'TOC \\o "1-2" \\h \\z \\u'), ("separate", None), ("end", None)]:
            run = paragraph.add_run()
            if kind:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
                if kind == "begin":
                    mark.set(qn("w:dirty"), "true")
                run._r.append(mark)
            else:
                code = OxmlElement("w:instrText")
                code.text = text
                run._r.append(code)

    def block(self, block, place, depth=0):
        getattr(self, type(block).__name__.lower())(block, place, depth)

    def heading(self, block, place, depth):
        place.add_paragraph(clean(block.text), style=f"Heading {block.level}")

    def paragraph(self, block, place, depth):
        paragraph = place.add_paragraph()
        self.fill(paragraph, block.text)
        for run in paragraph.runs:
            if block.style == "lead":
                run.font.size = Pt(13)
            elif block.style == "note":
                run.font.size, run.font.color.rgb = Pt(9), self.colour("ink-subtle")
        return paragraph

    def bullets(self, block, place, depth):
        name = "List Number" if block.ordered else "List Bullet"
        for item in block.items:
            for number, inner in enumerate(item):
                if isinstance(inner, Bullets):
                    self.bullets(inner, place, depth + 1)
                    continue
                paragraph = self.paragraph(inner, place, depth)
                paragraph.style = self.file.styles[deeper(name if number == 0 else "List Continue", depth)]

    def table(self, block, place, depth):
        if block.caption:
            place.add_paragraph(clean(block.caption), style="Caption").paragraph_format.keep_with_next = True
        table = self.grid(1 + len(block.rows), len(block.headers), place, widths=block.widths)
        table.style = self.file.styles["Table Grid"]
        cells = table._cells  # asking for one cell at a time is seven times slower
        columns = len(block.headers)
        for column, header in enumerate(block.headers):
            run = cells[column].paragraphs[0].add_run(clean(str(header)))
            run.bold = True
            shade(cells[column], self.house.colours.get("page", "#f4f6f8"))
        properties = table.rows[0]._tr.get_or_add_trPr()
        for name in ("w:cantSplit", "w:tblHeader"):
            properties.append(OxmlElement(name))
        for number, row in enumerate(block.rows, 1):
            for column, text in enumerate(row):
                paragraph = cells[number * columns + column].paragraphs[0]
                self.fill(paragraph, text)
                if column in block.numbers:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        place.add_paragraph()

    def grid(self, rows, columns, place, *, widths=()):
        table = self.file.add_table(rows, columns) if place is self.file else place.add_table(rows, columns)
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        shares = widths if len(widths) == columns else [1] * columns
        for column, share in zip(table.columns, shares, strict=True):
            column.width = int(PAGE_WIDTH * share / sum(shares))
        return table

    def facts(self, block, place, depth):
        for label, value in block.rows:
            paragraph = place.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            label = clean(label)
            paragraph.add_run(f"{label} " if label.endswith("?") else f"{label}: ").bold = True
            self.fill(paragraph, value)

    def keyfigures(self, block, place, depth):
        for value, label, note in block.figures:
            paragraph = place.add_paragraph(style="List Bullet")
            run = paragraph.add_run(clean(value))
            run.bold, run.font.color.rgb = True, self.colour("brand")
            paragraph.add_run(clean(f" {label}" + (f" ({note})" if note else "")))

    def figure(self, block, place, depth):
        picture = vl_convert.svg_to_png(block.svg, scale=PICTURE_SCALE)
        self.picture(picture, block.alt, width=int(PAGE_WIDTH * block.width))
        if block.caption:
            self.file.add_paragraph(clean(block.caption), style="Caption")

    def picture(self, data, alt, **size):
        shape = self.file.add_picture(io.BytesIO(data), **size)
        self.pictures += 1
        shape._inline.docPr.set("descr", clean(alt))
        shape._inline.docPr.set("name", f"{_('Picture')} {self.pictures}")

    def callout(self, block, place, depth):
        first = place.add_paragraph(style="Intense Quote")
        first.add_run(clean(block.title)).bold = True
        for inner in block.blocks:
            self.block(inner, place)

    def pagebreak(self, block, place, depth):
        place.add_page_break()

    def fill(self, paragraph, text):
        for run in runs(text):
            if run.href:
                self.link(paragraph, run)
                continue
            written = paragraph.add_run(clean(str(run.text)))
            written.bold, written.italic = run.strong or bool(run.tone or run.theme) or None, run.emphasis or None
            if run.tone:
                written.font.color.rgb = self.colour(f"{run.tone}-ink")
            if run.theme:
                written.font.color.rgb = self.colour(f"theme-{run.theme}")

    def link(self, paragraph, run):
        to = paragraph.part.relate_to(clean(run.href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), to)
        written = paragraph.add_run(clean(run.text))
        written.font.underline, written.font.color.rgb = True, self.colour("action")
        link.append(written._r)
        paragraph._p.append(link)

    def colour(self, name):
        return RGBColor.from_string(self.house.colours.get(name, "#10243e")[1:].upper())


def deeper(style, depth):
    """Word has three depths of each list style: List Bullet, List Bullet 2, List Bullet 3."""
    return f"{style} {min(depth + 1, 3)}" if depth else style


def shade(cell, colour):
    mark = OxmlElement("w:shd")
    mark.set(qn("w:val"), "clear")
    mark.set(qn("w:fill"), colour[1:].upper())
    cell._tc.get_or_add_tcPr().append(mark)
