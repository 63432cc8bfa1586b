"""The same document as a page of the site, the house style, and rich text."""

import pytest
from django.template.loader import render_to_string

from mvi.documents.from_html import blocks_from
from mvi.documents.house import house_style
from mvi.documents.nodes import Bullets, Heading, Paragraph, Table, Text, plain
from mvi.documents.page import as_page
from mvi.documents.page import drawn as blocks_drawn
from mvi.models import Organisation
from tests.mvi.documents import examples


def drawn(**changes):
    return render_to_string("documents/_document.html", as_page(examples.document(**changes)))


def test_a_page_holds_every_block():
    html = drawn()

    for part in [
        '<a href="#deel-1">Samenvatting</a>',
        '<h2 id="deel-1">Samenvatting</h2>',
        '<h3 id="deel-5">Kop</h3>',
        'class="document__theme theme-colour-1">Circulair</h2>',
        '<p class="lead">In één oogopslag.',
        "<strong><br>vet</strong><em> schuin</em>",
        '<a href="https://example.nl/">de koppeling</a>',
        "<caption",
        '<th scope="col" class="number">Waarde</th>',
        '<td class="number">35%',
        'alt="De lijn stijgt van 0 naar 9."',
        "utrecht-alert--warning",
        "utrecht-badge-status--safe",
        "<dt>Niveau</dt><dd>3",
        '<span class="figure__value">86%</span>',
    ]:
        assert part in html


def test_what_people_typed_stays_text_on_a_page_too():
    assert "&lt;lbl&gt;" in drawn()
    assert "<lbl>" not in drawn()


def test_a_table_is_known_by_its_caption_or_its_chapter_and_never_by_the_name_of_another():
    table = Table(["Jaar"], [["2026"]])
    blocks = [table, Heading("Metingen", level=2), table, Table(["Jaar"], [["2027"]], caption="Doelen"), table]

    names = [block["name"] for block in blocks_drawn(blocks) if block["kind"] == "table"]

    assert names == ["Tabel", "Metingen", "Doelen", "Metingen (2)"]


def test_contents_only_when_asked():
    assert "document__contents" not in drawn(contents=False)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("los", [Paragraph([Text("los")])]),
        ("<p>a</p>\n<p> </p><p>b </p>", [Paragraph([Text("a")]), Paragraph([Text("b")])]),
        ("<h2>A</h2><h4>B</h4>", [Heading("A", level=2), Heading("B", level=4)]),
        (
            "<p>een <b>twee</b> drie<br>vier</p>",
            [
                Paragraph(
                    [Text("een "), Text("twee", strong=True), Text(" drie"), Text("\n"), Text("vier")],
                )
            ],
        ),
        (
            "<ul><li><p>a</p><ol><li>b</li></ol></li><li>c",
            [
                Bullets(
                    [
                        [Paragraph([Text("a")]), Bullets([[Paragraph([Text("b")])]], ordered=True)],
                        [Paragraph([Text("c")])],
                    ]
                )
            ],
        ),
        ("<ul><li><h3>k</h3></li></ul>", [Bullets([[Paragraph([Text("k", strong=True)])]])]),
        ("<p><b>a</b> <i>b</i></p>", [Paragraph([Text("a", strong=True), Text(" "), Text("b", emphasis=True)])]),
        ("<p>a<br> </p>", [Paragraph([Text("a")])]),
        ("<ul></ul>", []),
        ('<a href="javascript:x">y</a>', [Paragraph([Text("y")])]),
        ('<a href="mailto:a@b.nl"><em>y</em></a>', [Paragraph([Text("y", emphasis=True, href="mailto:a@b.nl")])]),
        ("</li></ul></strong></em>x", [Paragraph([Text("x")])]),
    ],
)
def test_rich_text_becomes_blocks(html, expected):
    assert blocks_from(html) == expected


def test_plain_text_of_runs():
    assert plain(["a", Text("b", strong=True)]) == "ab"


@pytest.mark.django_db
def test_the_house_style_of_the_municipality(settings, tmp_path):
    (tmp_path / "emmen.css").write_text(":root { --mvi-color-brand: #123; --mvi-theme-1: #abcdef; }")
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    settings.STATICFILES_DIRS = [*settings.STATICFILES_DIRS, tmp_path]
    Organisation.objects.update_or_create(
        pk=1, defaults={"name": "Gemeente Emmen", "house_style": "emmen.css", "logo": "logo.png"}
    )

    house = house_style()

    assert house.organisation == "Gemeente Emmen"
    assert (house.logo, house.logo_format) == (b"\x89PNG", "png")
    assert house.colours["brand"] == "#112233"
    assert house.colours["theme-1"] == "#abcdef"
    assert house.colours["ink"] == "#10243e"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["../secret.svg", "/etc/passwd.svg", "absent.svg", "css/tokens.css", ""])
def test_a_logo_that_is_none_changes_nothing(path):
    Organisation.objects.update_or_create(pk=1, defaults={"name": "X", "logo": path})

    assert house_style().logo == b""
