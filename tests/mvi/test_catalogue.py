import ast
import gettext
import re
import subprocess
import sys
from pathlib import Path

import allauth
import pytest
from django.urls import reverse

from mvi import catalogue

TEMPLATE = """{% extends "base.html" %}
{% block content %}
    <h1 title="{% translate "Title’s “text”" %}">{{ value|default:_("None yet") }}</h1>
  {% blocktranslate count counter=pilots|length trimmed %}
    One pilot of {{ name }}
  {% plural %}
    {{ counter }} pilots of {{ name }}
  {% endblocktranslate %}
      {# a comment (that isn't text #}
{% translate "May" context "month" %}
{% endblock %}
"""
MODULE = """
from django.utils.translation import gettext_lazy as _, ngettext
NAME = _("A long text "
         "in two parts")
def shown(number):
    return ngettext("%(number)d row", "%(number)d rows", number) % {"number": number}
"""


def test_the_dutch_catalogue_is_complete():
    assert catalogue.problems() == []


def test_the_english_catalogue_only_changes_the_case_of_texts_that_allauth_has():
    theirs = Path(allauth.__file__).parent / "locale" / "nl" / "LC_MESSAGES" / "django.po"
    known = {message.id for message in catalogue.read(theirs)}
    ours = {message.id: message.string for message in catalogue.read(catalogue.ENGLISH) if message.id}

    assert ours.keys() - known == set()
    assert {text for text, shown in ours.items() if shown == text or shown.lower() != text.lower()} == set()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["account_inactive", "account_reset_password"])
def test_headings_of_allauth_are_written_as_ours_are(client, name):
    page = client.get(reverse(name), headers={"accept-language": "en"}).content.decode()
    (heading,) = re.findall(r"<h1[^>]*>\s*(.*?)\s*</h1>", page, re.DOTALL)

    assert heading[1:] == heading[1:].lower()


@pytest.fixture
def checkout(tmp_path):
    """A checkout with one template and one module, and its catalogue."""
    (tmp_path / "templates" / "pilots").mkdir(parents=True)
    (tmp_path / "templates" / "pilots" / "pilot_list.html").write_text(TEMPLATE)
    (tmp_path / "pilots" / "migrations").mkdir(parents=True)
    (tmp_path / "pilots" / "models.py").write_text(MODULE)
    (tmp_path / "pilots" / "migrations" / "0001_initial.py").write_text("_('not for translation')")
    return tmp_path


@pytest.fixture
def dutch(checkout):
    return checkout / "locale" / "django.po"


def translate(dutch, text, translation):
    before = f'msgid "{text}"\nmsgstr ""'
    content = dutch.read_text()
    assert before in content
    dutch.write_text(content.replace(before, f'msgid "{text}"\nmsgstr "{translation}"'))


def test_update_gathers_the_texts_of_templates_and_code(checkout, dutch):
    catalogue.update(dutch, checkout)

    assert [(message.context, message.id) for message in catalogue.read(dutch) if message.id] == [
        (None, ("%(number)d row", "%(number)d rows")),
        (None, "A long text in two parts"),
        ("month", "May"),
        (None, "None yet"),
        (None, ("One pilot of %(name)s", "%(counter)s pilots of %(name)s")),
        (None, "Title’s “text”"),
    ]


def test_update_keeps_translations_and_drops_texts_that_are_gone(checkout, dutch):
    catalogue.update(dutch, checkout)
    translate(dutch, "None yet", "Nog geen")
    (checkout / "pilots" / "models.py").unlink()
    catalogue.update(dutch, checkout)
    first = dutch.read_text()
    catalogue.update(dutch, checkout)

    assert dutch.read_text() == first
    assert 'msgid "None yet"\nmsgstr "Nog geen"' in first
    assert "A long text" not in first
    assert "fuzzy" not in first


def test_problems_names_every_text_that_is_not_in_order(checkout, dutch):
    catalogue.update(dutch, checkout)
    translate(dutch, "A long text in two parts", "Een lange tekst")
    translate(dutch, "None yet", "Nog geen")
    translate(dutch, "May", "mei")
    content = dutch.read_text()
    content = content.replace('msgid "None yet"', '#, fuzzy\nmsgid "None yet"')
    content = content.replace('msgid "%(number)d row"', 'msgid "%(number)d line"')
    content = content.replace('msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "%(nummer)d"\nmsgstr[1] "%(nummer)d"')
    dutch.write_text(content)

    assert catalogue.problems(dutch, checkout) == [
        "fuzzy: 'None yet'",
        "in no source any more, run `make messages`: '%(number)d line'",
        "not in the catalogue, run `make messages`: '%(number)d row'",
        "not translated: 'Title’s “text”'",
        "unknown named placeholder 'nummer': '%(number)d line'",
        "unknown named placeholder 'nummer': 'One pilot of %(name)s'",
    ]


def test_compile_writes_what_gettext_reads_and_only_when_it_is_needed(checkout, dutch):
    catalogue.update(dutch, checkout)
    translate(dutch, "None yet", "Nog geen")
    catalogue.compile_all(dutch)
    compiled = dutch.with_suffix(".mo")
    with compiled.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("None yet") == "Nog geen"
    first = compiled.stat().st_ino

    catalogue.compile_all(dutch)

    assert compiled.stat().st_ino == first


def test_update_says_what_is_missing(checkout, dutch, capsys):
    (checkout / "templates" / "pilots" / "pilot_list.html").write_text('{% translate "None yet" %}')
    (checkout / "pilots" / "models.py").unlink()

    catalogue.main("update", dutch, checkout)
    assert capsys.readouterr().out == "not translated: 'None yet'\n"
    translate(dutch, "None yet", "Nog geen")
    catalogue.main("update", dutch, checkout)

    assert capsys.readouterr().out == "The Dutch catalogue is complete.\n"
    assert dutch.with_suffix(".mo").exists()


def test_runs_as_a_program():
    subprocess.run([sys.executable, "-m", "mvi.catalogue", "compile"], cwd=catalogue.BASE_DIR, check=True)

    assert catalogue.DUTCH.with_suffix(".mo").exists()


def filled_in_too_early(node):
    """Lines where a text is filled in while the module is read, and so in the language of the server for good."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return
    begin = node.left if isinstance(node, ast.BinOp) else node.value if isinstance(node, ast.FormattedValue) else None
    if isinstance(begin, ast.Call) and ast.unparse(begin.func) in {"_", "gettext", "ngettext", "pgettext"}:
        yield node.lineno
    for part in ast.iter_child_nodes(node):
        yield from filled_in_too_early(part)


def test_no_text_is_filled_in_before_the_language_of_the_reader_is_known():
    paths = [path for path in catalogue.sources(catalogue.BASE_DIR) if path.suffix == ".py"]

    assert [(path, line) for path in paths for line in filled_in_too_early(ast.parse(path.read_text()))] == []


@pytest.mark.parametrize(
    "source", ['HELP = _("at most %d") % 3', "class Form:\n    label = f\"{_('name')}:\"", 'ROWS = [_("a") + "."]']
)
def test_the_guard_sees_a_text_that_is_filled_in_too_early(source):
    assert list(filled_in_too_early(ast.parse(source)))


def test_the_guard_lets_a_text_pass_that_is_filled_in_later():
    assert not list(filled_in_too_early(ast.parse('def said():\n    return _("at most %d") % 3')))
