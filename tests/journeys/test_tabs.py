"""The tabs of a pilot: on one line, with the one that is open in sight."""

import pytest
from django.urls import reverse

from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotFactory

LINE = """() => {
  const list = document.querySelector(".tabs ul").getBoundingClientRect()
  const places = [...document.querySelectorAll(".tabs li")].map((tab) => tab.getBoundingClientRect())
  const open = document.querySelector(".tabs [aria-current]").getBoundingClientRect()
  return {
    lines: new Set(places.map((place) => place.top)).size,
    allInSight: list.left <= places[0].left && places.at(-1).right <= list.right,
    openInSight: list.left <= open.left && open.right <= list.right,
    scrolledDown: scrollY,
  }
}"""


@pytest.mark.parametrize(("width", "all_in_sight"), [(1360, True), (768, False), (360, False)])
def test_the_tabs_of_a_pilot_take_one_line(new_page, log_in, transactional_db, width, all_in_sight):
    page = log_in(new_page(viewport={"width": width, "height": 500}), UserFactory(is_superuser=True))

    page.goto(reverse("pilots:pilot-history", args=[PilotFactory().slug]))
    page.wait_for_function(f"({LINE})().openInSight")  # the script does so with the next frame

    assert page.evaluate(LINE) == {"lines": 1, "allInSight": all_in_sight, "openInSight": True, "scrolledDown": 0}
