"""Every page of ours in a real browser: accessible, within a small screen, and true to the Content-Security-Policy."""

import pytest

from tests.every_page import NAMES_BY_PART, address, one_of_everything
from tests.factories.mvi import UserFactory


def visit(page, name):
    """Open the page; whether there is one (not a file, a part of a page, or a verb that only listens to POST)."""
    answer = page.request.get(address(name))  # Chromium itself stumbles over files and answers without a body
    if answer.status != 200 or not answer.body().lstrip().lower().startswith(b"<!doctype html"):
        return False
    page.goto(address(name))
    return True


@pytest.fixture
def administrator(log_in):
    one_of_everything()
    user = UserFactory(is_superuser=True, is_staff=True)
    return lambda page: log_in(page, user)


@pytest.mark.parametrize("part", NAMES_BY_PART)
@pytest.mark.parametrize("width", [1360, 360])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page, administrator, axe, part, width):
    administrator(page)
    page.set_viewport_size({"width": width, "height": 900})
    faults = {}
    for name in NAMES_BY_PART[part]:
        if visit(page, name):
            too_wide = page.evaluate("document.documentElement.scrollWidth") - width
            found = axe(page) + ([f"{too_wide} px too wide"] if too_wide > 0 else [])
            if found:
                faults[name] = found

    assert faults == {}


@pytest.mark.parametrize("part", NAMES_BY_PART)
def test_no_page_breaks_the_content_security_policy(new_page, administrator, part):
    page = administrator(new_page(bypass_csp=False))
    refusals = []
    page.on("console", lambda message: refusals.append(message.text) if "Content Security" in message.text else None)
    for name in NAMES_BY_PART[part]:
        visit(page, name)

    assert refusals == []
