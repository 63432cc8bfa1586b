"""Whoever jumps from heading to heading finds one heading of the first level on each page, and skips no level."""

import itertools
from html.parser import HTMLParser

import pytest

from tests.every_page import NAMES_BY_PART, address, one_of_everything

pytestmark = pytest.mark.django_db


class Headings(HTMLParser):
    """The levels of the headings of a page, in their order."""

    def __init__(self, page):
        super().__init__()
        self.levels = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))


def faults(levels):
    """What is wrong with headings of these levels, in words."""
    if levels.count(1) != 1:
        yield f"{levels.count(1)} × h1"
    yield from (f"h{deeper} after h{level}" for level, deeper in itertools.pairwise(levels) if deeper > level + 1)


@pytest.mark.parametrize(
    ("levels", "found"), [([1, 2, 3, 2], []), ([2], ["0 × h1"]), ([1, 1], ["2 × h1"]), ([1, 3], ["h3 after h1"])]
)
def test_what_is_a_fault(levels, found):
    assert list(faults(levels)) == found


@pytest.mark.parametrize("part", NAMES_BY_PART)
def test_every_page_has_its_headings_in_order(client, login, part):
    one_of_everything()
    login(is_superuser=True)
    pages = {name: client.get(address(name)).content.decode(errors="replace") for name in NAMES_BY_PART[part]}
    wrong = {
        name: found
        for name, page in pages.items()
        if page.lstrip().lower().startswith("<!doctype html") and (found := list(faults(Headings(page).levels)))
    }

    assert wrong == {}
