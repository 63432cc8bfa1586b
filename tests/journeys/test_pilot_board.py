"""A pilot dragged to another phase, in a real browser."""

from django.urls import reverse
from playwright.sync_api import expect

from tests.conftest import give
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotFactory


def test_drag_a_pilot_to_the_next_phase(page, log_in, transactional_db):
    user = UserFactory()
    give(user, "pilots.view_pilot", "pilots.change_pilot")
    PilotFactory(name="Bermen", phase="tender", starts_on="2027-01-01", buyer=user)
    log_in(page, user)
    page.goto(reverse("pilots:pilot-board"))

    card = page.locator("[data-pilot]")
    card.drag_to(page.locator("[data-phase=execution]"), source_position={"x": 60, "y": 6})

    expect(page.get_by_role("status")).to_contain_text("Bermen")
    expect(page.locator("[data-phase=execution] [data-pilot]")).to_contain_text("Bermen")
