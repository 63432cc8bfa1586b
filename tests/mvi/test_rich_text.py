"""Rich text: whatever is typed, pasted or sent comes out as a few safe tags, and comes back the same."""

import re

import pytest
from django import forms
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mvi.rich_text import RichTextInput, Run, blocks, from_html, to_html, to_text, without_marks, words

KEPT = [  # a text of a column, and its HTML
    ("", ""),
    ("Eén regel", "<p>Eén regel</p>"),
    ("Eerste\ntweede\n\n\nAlinea", "<p>Eerste<br>tweede</p><p>Alinea</p>"),
    ("Wij **doen** het *samen* en ***nu***", "<p>Wij <strong>doen</strong> het <em>samen</em> en <strong><em>nu</em></strong></p>"),  # noqa: E501
    ("### Kop\n\n#### Kopje\n\nTekst", "<h3>Kop</h3><h4>Kopje</h4><p>Tekst</p>"),
    ("- een\n- twee\n  - diep\n- drie", "<ul><li>een</li><li>twee<ul><li>diep</li></ul></li><li>drie</li></ul>"),
    ("1. een\n2. twee\n\nToen", "<ol><li>een</li><li>twee</li></ol><p>Toen</p>"),
    ("3. drie\n4. vier", '<ol start="3"><li>drie</li><li>vier</li></ol>'),
    ("- een\n  op twee regels\n1. getal", "<ul><li>een<br>op twee regels</li></ul><ol><li>getal</li></ol>"),
    ("Zie [de **site**](https://www.example.nl/a?b=1&c)", '<p>Zie <a href="https://www.example.nl/a?b=1&amp;c">de **site**</a></p>'),  # noqa: E501
    ("**[vet](/pilots/)**", '<p><a href="/pilots/"><strong>vet</strong></a></p>'),
    ("2 * 3 = 6 en 5*", "<p>2 * 3 = 6 en 5*</p>"),
    ("*a *b*", "<p>*a <em>b</em></p>"),
    (r"\- geen lijst, \*geen\* nadruk", "<p>- geen lijst, *geen* nadruk</p>"),
    ("[n.v.t.] (zie 3)", "<p>[n.v.t.] (zie 3)</p>"),
    ("<b>x</b> & <script>y()</script>", "<p>&lt;b&gt;x&lt;/b&gt; &amp; &lt;script&gt;y()&lt;/script&gt;</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "html"), KEPT)
def test_a_text_is_shown_with_its_marks(text, html):
    assert to_html(text) == html


@pytest.mark.parametrize(("text", "html"), KEPT)
def test_what_the_editor_shows_comes_back_as_the_same_blocks(text, html):
    assert blocks(from_html(html)) == blocks(text)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Een</p><p></p><p>Twee</p>", "Een\n\nTwee"),
        ("<h1>Kop</h1><div>Een <b>vet</b> <i>woord</i></div>", "### Kop\n\nEen **vet** *woord*"),
        ("<p>a<br><br>b</p>", "a\n\nb"),
        ("<ul><li><p>een</p><p>twee</p></li><li>drie<ul><li>diep</li></ul>na</li></ul>", "- een\n  twee\n- drie\n  - diep\n    na"),  # noqa: E501
        ("<h3>een<br>kop</h3>", "### een kop"),
        ("<p><strong>vet </strong>en<em> schuin</em></p>", "**vet** en *schuin*"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb"),
        ("<li>los</li>", "los"),
        ("plat", "plat"),
        ("<p>- streep</p><p>1. getal</p><p>### hek</p><p>* ster</p>", "\\- streep\n\n1\\. getal\n\n\\### hek\n\n\\* ster"),  # noqa: E501
        ('<ol start="7"><li>zeven</li></ol>', "7. zeven"),
        ('<ol start="-1"><li>een</li></ol>', "1. een"),
        ("<ol start='999'><li>a</li><li>b</li></ol>", "999. a\n999. b"),
        ('<p><a href="mailto:a@example.nl">mail <b>nu</b></a></p>', "[mail nu](mailto:a@example.nl)"),
        ('<p><a href="https://example.nl/a b(c)">x</a></p>', "[x](https://example.nl/a%20b%28c%29)"),
        ("<p>[x](https://example.nl)</p>", "[x\\](https://example.nl)"),
        ("<p>achter\\<b>vet</b></p>", "achter\\\\**vet**"),
        ("<p>a\u2028b</p>", "a b"),
    ],
)  # fmt: skip
def test_html_from_anywhere_becomes_a_text(html, text):
    assert from_html(html) == text
    assert from_html(to_html(text)) == text


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>x",
        "<style>p{}</style>x",
        '<p onclick="a()" style="color:red" class="b" id="c">x</p>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<a href="vbscript:x" target="_blank">x</a>',
        '<a href=" java&#x0A;script:alert(1)">x</a>',
        '<img src="y" onerror="a()">x',
        "<svg><script>y</script></svg>x",
        "<iframe src='https://example.nl'></iframe>x",
        "<math><mi xlink:href='javascript:y'></mi></math>x",
        "<!-- y -->x",
        "<p>x",
        "</p></li></ul>x",
    ],
)
def test_nothing_unsafe_stays(html):
    assert to_html(from_html(html)) == "<p>x</p>"


def test_an_address_without_a_scheme_that_we_link_to_is_only_words():
    assert from_html('<a href="ftp://example.nl">x</a> <a href="#hier">y</a>') == "x y"


CHARACTERS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=3)  # what a field refuses left out
MARKS = st.sampled_from(
    [
        "**",
        "*",
        "***",
        "\\",
        "[",
        "](",
        "(",
        ")",
        "](/a)",
        "#",
        "### ",
        "- ",
        "1. ",
        "  ",
        " ",
        "\n",
        "\n\n",
        "\u00a0",
        "\u2028",
        "•",
        "a",
        "b.",
        "9",
        "<p>",
        "&amp;",
        "ë",
    ]
)
TAGS = st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<em>", "</em>", "<ul>", "</ul>", "<ol start=3>", "</ol>", "<li>", "</li>", "<br>", "<h3>", "</h3>", '<a href="/a">', '<a href="https://b.nl/(">', "</a>", "<td>"])  # fmt: skip  # noqa: E501
TEXTS = st.lists(st.one_of(MARKS, CHARACTERS), max_size=25).map("".join)
PAGES = st.lists(st.one_of(TAGS, MARKS, CHARACTERS), max_size=25).map("".join)
ALLOWED = re.compile(r'</?(?:p|strong|em|ul|li|h3|h4|a)>|<br>|</?ol(?: start="\d+")?>|<a href="[^"<>]*">')


@given(text=TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_is_shown_safely_and_comes_back(text):
    html = to_html(text)

    assert not re.search("[<>]", ALLOWED.sub("", html))
    assert blocks(from_html(html)) == blocks(text)
    assert to_text(blocks(from_html(html))) == from_html(html)


@given(html=PAGES)
@example(html="<b>a\\</b>*")
@settings(max_examples=150, deadline=None)
def test_any_html_settles_at_once(html):
    text = from_html(html)

    assert from_html(to_html(text)) == text
    assert not re.search("[<>]", ALLOWED.sub("", to_html(text)))


def test_only_words_are_compared():
    assert words("### Kop\n\n- **een** [site](/a)\n  - diep\n\n1. eerst") == "Kop\n– een site\n  – diep\n1. eerst"


def test_a_fragment_of_an_answer_loses_its_marks():
    assert without_marks(r"### Kop **vet** \* [site](https://example.nl) en [half](/a") == "Kop vet * site en half"


def test_a_long_text_full_of_marks_is_read_quickly():
    assert len(blocks("*a [b " * 3_000 + "\n- x" * 500)) == 501


class TextForm(forms.Form):
    text = forms.CharField(widget=RichTextInput, required=False)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"text": "<p>Een <b>vet</b> woord</p>", "text-format": "html"}, "Een **vet** woord"),
        ({"text": "<p></p>", "text-format": "html"}, ""),
        ({"text": "<p>zo getypt</p>\r\n- punt"}, "<p>zo getypt</p>\n- punt"),
        ({}, ""),
    ],
)
def test_a_form_gets_the_text_whether_the_editor_or_a_plain_box_sent_it(sent, kept):
    form = TextForm(sent)

    assert form.is_valid()
    assert form.cleaned_data["text"] == kept


def test_the_box_shows_the_text_and_the_editor_its_html():
    drawn = str(TextForm({"text": "Een **vet** <b>"})["text"])

    assert ">\nEen **vet** &lt;b&gt;</textarea>" in drawn
    assert "&lt;p&gt;Een &lt;strong&gt;vet&lt;/strong&gt; &amp;lt;b&amp;gt;&lt;/p&gt;" in drawn


def test_the_runs_of_a_block_say_what_they_look_like():
    block = blocks("Een **vet** [woord](/a)")[0]

    assert block.runs == (Run("Een "), Run("vet", strong=True), Run(" "), Run("woord", href="/a"))
