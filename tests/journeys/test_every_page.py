"""Every page of ours in a real browser: accessible, within a small screen, and true to the Content-Security-Policy."""

import pytest

from tests.every_page import NAMES_BY_PART, address, one_of_everything
from tests.factories.mvi import UserFactory

WIDTHS = [1360, 360]


def visit(page, name):
    """Open the page; whether there is one (not a file, a part of a page, or a verb that only listens to POST).

    What the server answers is asked first: an answer without a body leads Chromium to an error page of its own, some
    time later, in the midst of the next visit.
    """
    answer = page.request.get(address(name))
    is_page = answer.status == 200 and answer.text().lstrip().lower().startswith("<!doctype html")
    if is_page:
        page.goto(address(name))
    return is_page


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
