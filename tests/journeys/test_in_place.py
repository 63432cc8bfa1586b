"""A block of the strategy or of a canvas changed where it stands, and the strategy on paper, in a real browser."""

import re

from django.urls import reverse
from playwright.sync_api import expect

from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotFactory
from tests.factories.strategy import StrategyFactory, ThemeFactory

EDIT = re.compile("Bewerken.*Circulair")


def move_to(page, link):
    """A hand that moves to a link is slower than playwright; htmx comes at the first move, and not before."""
    assert page.evaluate("!window.htmx")
    link.hover()
    page.wait_for_function("window.htmx")


def test_change_the_ambition_of_a_theme_without_leaving_the_text(page, log_in, transactional_db, axe):
    theme = ThemeFactory(strategy=StrategyFactory(is_current=True), name="Circulair", ambition="Niets weg.")
    log_in(page, UserFactory(is_superuser=True))
    page.goto(reverse("strategy:strategy"))
    block = page.locator(f"#theme-{theme.pk}")

    move_to(page, block.get_by_role("link", name=EDIT))
    block.get_by_role("link", name=EDIT).click()
    expect(block.get_by_role("form")).to_be_focused()
    assert axe(page) == []
    block.get_by_role("link", name="Annuleren").click()
    expect(block.get_by_role("form")).to_have_count(0)
    block.get_by_role("link", name=EDIT).click()
    block.locator("[contenteditable=true]").fill("Alles blijft in de kring.")
    block.get_by_role("button", name="Opslaan").click()

    expect(page.get_by_role("status").first).to_contain_text("“Circulair” is opgeslagen.")
    expect(block).to_contain_text("Alles blijft in de kring.")
    theme.refresh_from_db()
    assert theme.ambition == "Alles blijft in de kring."


def test_who_cancels_a_block_of_a_canvas_goes_on_where_they_were(page, log_in, transactional_db):
    pilot = PilotFactory(name="Bermen", ambition="Gras is grondstof.")
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    log_in(page, UserFactory(is_superuser=True))
    page.goto(pilot.get_absolute_url())
    block = page.locator("#ambition")
    edit = block.get_by_role("link", name=re.compile("Bewerken.*Ambitie"))

    move_to(page, edit)
    edit.click()
    block.get_by_role("link", name="Annuleren").click()

    expect(edit).to_be_focused()
    expect(block).to_contain_text("Gras is grondstof.")
    assert complaints == []


def test_a_page_that_is_only_read_does_not_start_htmx_and_the_keyboard_does(page, log_in, transactional_db):
    pilot = PilotFactory(name="Bermen", ambition="Gras is grondstof.")
    log_in(page, UserFactory(is_superuser=True))
    page.goto(pilot.get_absolute_url())
    edit = page.locator("#ambition").get_by_role("link", name=re.compile("Bewerken.*Ambitie"))

    edit.focus()
    assert page.evaluate("!window.htmx")
    page.keyboard.press("Shift")
    page.wait_for_function("window.htmx")
    page.keyboard.press("Enter")

    expect(page.locator("#ambition textarea")).to_have_count(1)
    assert page.url.endswith(pilot.get_absolute_url())


def test_on_paper_the_strategy_has_nothing_that_only_works_on_a_screen(page, log_in, transactional_db):
    theme = ThemeFactory(strategy=StrategyFactory(is_current=True, introduction="Wij kopen in."), name="Circulair")
    log_in(page, UserFactory(is_superuser=True))
    page.goto(reverse("strategy:strategy"))
    marks = page.locator("main").locator(".permalink, .remark-link, .actions, button").locator("visible=true")
    nearby = page.get_by_role("link", name="Alle thema’s")
    expect(nearby).to_be_visible()
    assert marks.count() > 0

    page.emulate_media(media="print")

    expect(nearby).to_be_hidden()
    assert marks.count() == 0
    expect(page.locator(f"#theme-{theme.pk}")).to_contain_text("Circulair")
