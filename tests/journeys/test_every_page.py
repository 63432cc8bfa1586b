"""Every page of ours in a real browser: right HTML, accessible, on a small screen and on paper, and true to the policy.

The policy is the Content-Security-Policy: a browser says what it refuses.
"""

import re

import pytest
from django.contrib.auth.models import Group

from mvi import roles
from tests.every_page import NAMES_BY_PART, address, one_of_everything
from tests.factories.mvi import UserFactory

WIDTHS = [1360, 320]  # a desk, and the same page at 400 %
# What only works on a screen, and still would be printed; and what is asked of the reader more than once.
ON_PAPER = """() => [...document.querySelectorAll("nav, button, .utrecht-button, .permalink, a")]
  .filter(part => part.checkVisibility())
  .filter(part => !part.matches("a") || /^(#$|Wijzigen|Bewerken|Verwijderen|Hernoemen)|toevoegen/.test(part.innerText))
  .map(part => part.outerHTML)"""
PRIMARY_ACTIONS = """() => [...document.querySelectorAll(".title-row .utrecht-button--primary-action")]
  .slice(1).map(part => part.outerHTML)"""
WORDS = re.compile(r'(?<=>)[^<]+|="[^"]*"')  # what is left without them is how a page is built


def html_of(page, name):
    """The HTML of the page, or nothing where there is none (a file, a part of one, or a verb that only takes POST).

    What the server answers is asked first: an answer without a body leads Chromium to an error page of its own, some
    time later, in the midst of the next visit.
    """
    answer = page.request.get(address(name))
    text = answer.text() if answer.status == 200 and "text/html" in answer.headers.get("content-type", "") else ""
    return text if text.lstrip().lower().startswith("<!doctype html") else ""


@pytest.fixture
def people(db):
    """Somebody of each role, somebody without any, and first who may do all."""
    one_of_everything()
    roles.apply()
    everybody = {"all rights": UserFactory(is_superuser=True, is_staff=True), "no role": UserFactory()}
    for role in roles.ROLES:
        everybody[role.key] = UserFactory(is_staff=role.key == "administrator")
        everybody[role.key].groups.add(Group.objects.get(name=role.key))
    return everybody


@pytest.mark.parametrize("part", NAMES_BY_PART)
def test_nothing_is_wrong_with_any_page(new_page, log_in, people, axe, html_validate, tmp_path, part):
    """In each role; a page that is built as for somebody before is not looked at again, one that differs only small.

    One visit answers all that is asked of a page: to open it costs more than to look.
    """
    page = new_page(bypass_csp=False)
    faults, seen = [], set()
    page.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    for who, person in people.items():
        log_in(page, person)
        for name in NAMES_BY_PART[part]:
            html = html_of(page, name)
            built = (name, WORDS.sub("", html[html.find("<main") :]))
            if not html or built in seen:
                continue
            seen.add(built)
            (tmp_path / f"{name} for {who}.html".replace(":", " ")).write_text(html)
            widths = WIDTHS if who == "all rights" else WIDTHS[-1:]
            page.set_viewport_size({"width": widths[0], "height": 900})
            page.goto(address(name))
            if who == "all rights":
                faults += [f"{name}: one primary action too many: {found}" for found in page.evaluate(PRIMARY_ACTIONS)]
                page.emulate_media(media="print")
                faults += [f"{name} prints {found}" for found in page.evaluate(ON_PAPER)]
                page.emulate_media(media="screen")
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                faults += [f"{name} for {who} at {width} px: {fault}" for fault in axe(page)]
                too_wide = page.evaluate("document.documentElement.scrollWidth") - width
                faults += [f"{name} for {who} at {width} px: {too_wide} px too wide"] * (too_wide > 0)

    assert faults + html_validate(tmp_path) == []
