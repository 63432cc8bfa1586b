"""Every page of ours in a real browser: accessible, within a small screen, and true to the Content-Security-Policy."""

import re

import pytest
from django.contrib.auth.models import Group

from mvi import roles
from tests.every_page import NAMES_BY_PART, address, one_of_everything
from tests.factories.mvi import UserFactory

WIDTHS = [1360, 320]  # a desk, and the same page at 400 %
WORDS = re.compile(r'(?<=>)[^<]+|="[^"]*"')  # what is left without them is how a page is built


def built(page, name):
    """How the page is built, or nothing where there is no page (a file, a part of one, or a verb that only takes POST).

    What the server answers is asked first: an answer without a body leads Chromium to an error page of its own, some
    time later, in the midst of the next visit.
    """
    answer = page.request.get(address(name))
    text = answer.text() if answer.status == 200 and "text/html" in answer.headers.get("content-type", "") else ""
    return WORDS.sub("", text[text.find("<main") :]) if text.lstrip().lower().startswith("<!doctype html") else ""


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
def test_axe_and_the_policy_refuse_nothing_and_nothing_scrolls_sideways(new_page, log_in, people, axe, part):
    """In each role; a page that is built as for somebody before is not looked at again, one that differs only small."""
    page = new_page(bypass_csp=False)
    faults, seen = [], set()
    page.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    for who, person in people.items():
        log_in(page, person)
        for name in NAMES_BY_PART[part]:
            parts = built(page, name)
            if not parts or (name, parts) in seen:
                continue
            seen.add((name, parts))
            widths = WIDTHS if who == "all rights" else WIDTHS[-1:]
            page.set_viewport_size({"width": widths[0], "height": 900})
            page.goto(address(name))
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                faults += [f"{name} for {who} at {width} px: {fault}" for fault in axe(page)]
                too_wide = page.evaluate("document.documentElement.scrollWidth") - width
                faults += [f"{name} for {who} at {width} px: {too_wide} px too wide"] * (too_wide > 0)

    assert faults == []
