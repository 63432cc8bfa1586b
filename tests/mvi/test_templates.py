"""Guards over all templates: nothing that the Content-Security-Policy refuses, everything formatted and in gettext."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

TEMPLATES = settings.BASE_DIR / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))

REFUSED = {
    "a script in the page": re.compile(r"<script(?![^>]*\b(?:src=|type=\"application/json\"))[^>]*>", re.IGNORECASE),
    "a style in the page": re.compile(r"<style\b|\sstyle=", re.IGNORECASE),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+=", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
    "something from another site": re.compile(r"(?:src|href)=[\"']?(?:https?:)?//", re.IGNORECASE),
    "the key of a row as a quantity, 1.623 for 1623": re.compile(r"\{\{ [\w.]*\bpk \}\}"),
    "unescaped text": re.compile(r"\|\s*safe\b|autoescape off"),
}
MAY_STAY_UNESCAPED = {"nlds/_hint.html"}  # help texts are ours: those of Django's passwords are a list


@pytest.mark.parametrize("name", NAMES)
def test_a_template_holds_nothing_that_the_content_security_policy_refuses(name):
    text = (TEMPLATES / name).read_text()
    found = {what for what, pattern in REFUSED.items() if pattern.search(text)}

    assert found - ({"unescaped text"} if name in MAY_STAY_UNESCAPED else set()) == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_template_compiles(name):
    assert get_template(name).template.nodelist


def test_a_template_that_uses_htmx_is_a_page_that_loads_it_or_a_part_of_one():
    users = {name for name in NAMES if re.search(r"\shx-[a-z]", (TEMPLATES / name).read_text())}
    pages = {name for name in users if "{% extends" in (TEMPLATES / name).read_text()}

    loads = re.compile(r'{% htmx_script %}|{% include "htmx.html" only %}')
    assert {name for name in pages if not loads.search((TEMPLATES / name).read_text())} == set()


def test_a_form_in_a_part_of_a_page_gets_its_token():
    """Included with “only” it knows nothing that is not named, also not the token without which no form is taken."""
    forms = {name for name in NAMES if "{% csrf_token %}" in (TEMPLATES / name).read_text()}
    included = {
        (name, part)
        for name in NAMES
        for part, given in re.findall(r'{% include "([^"]+)"([^%]*) only %}', (TEMPLATES / name).read_text())
        if part in forms and "csrf_token=" not in given
    }

    assert included == set()


def test_every_template_is_formatted():
    djade = [Path(sys.executable).with_name("djade"), "--check", "--target-version", "5.2"]
    found = subprocess.run([*djade, *NAMES], cwd=TEMPLATES, capture_output=True, text=True, check=False)

    assert found.returncode == 0, found.stderr


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<script>alert(1)</script>", "a script in the page"),
        ('<p style="color: red">', "a style in the page"),
        ('<p class="a" onclick="go()">', "an event handler"),
        ('<a href="javascript:go()">', "a javascript: address"),
        ('<script src="https://cdn.example/x.js"></script>', "something from another site"),
        ("{{ text|safe }}", "unescaped text"),
        ('<li id="goal-{{ goal.pk }}">', "the key of a row as a quantity, 1.623 for 1623"),
    ],
)
def test_the_guard_sees_what_it_should(text, what):
    assert {name for name, pattern in REFUSED.items() if pattern.search(text)} == {what}


@pytest.mark.parametrize(
    "text", ['<script src="/static/x.js" defer></script>', '<script type="application/json">{}</script>']
)
def test_the_guard_lets_files_and_data_pass(text):
    assert not any(pattern.search(text) for pattern in REFUSED.values())
