"""Every page of ours in a real browser: accessible, within a small screen, and true to the Content-Security-Policy."""

import pytest
from playwright.sync_api import Error

from tests.every_page import NAMES_BY_PART, address, one_of_everything
from tests.factories.mvi import UserFactory

WIDTHS = [1360, 360]
NOT_A_PAGE = ("Download is starting", "net::ERR_ABORTED", "net::ERR_HTTP_RESPONSE_CODE_FAILURE")


def visit(page, name):
    """Open the page; whether there is one (not a file, a part of a page, or a verb that only listens to POST)."""
    try:
        answer = page.goto(address(name))
    except Error as error:  # Chromium stumbles over files and answers without a body
        if any(reason in error.message for reason in NOT_A_PAGE):
            return False
        raise
    return answer.status == 200 and answer.text().lstrip().lower().startswith("<!doctype html")


@pytest.fixture
def administrator(log_in):
    one_of_everything()
    user = UserFactory(is_superuser=True, is_staff=True)
    return lambda page: log_in(page, user)


@pytest.mark.parametrize("part", NAMES_BY_PART)
def test_axe_and_the_policy_refuse_nothing_and_nothing_scrolls_sideways(new_page, administrator, axe, part):
    page = administrator(new_page(bypass_csp=False))
    faults = []
    page.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    for name in NAMES_BY_PART[part]:
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        if visit(page, name):
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                faults += [f"{name} at {width} px: {fault}" for fault in axe(page)]
                too_wide = page.evaluate("document.documentElement.scrollWidth") - width
                faults += [f"{name} at {width} px: {too_wide} px too wide"] * (too_wide > 0)

    assert faults == []
