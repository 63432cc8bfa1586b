"""Every component, in a browser: accessible, within the screen, and usable with the keyboard alone."""

import math
import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories.mvi import UserFactory
from tests.factories.pilots import ConsultationFactory, PilotFactory

WIDTHS = [1360, 768, 360, 320]


@pytest.fixture
def styleguide(page, log_in):
    log_in(page, UserFactory())
    page.goto("/stijlgids/")
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(styleguide, axe, width):
    styleguide.set_viewport_size({"width": width, "height": 900})

    assert axe(styleguide) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(styleguide, width):
    styleguide.set_viewport_size({"width": width, "height": 900})

    assert styleguide.evaluate("document.documentElement.scrollWidth") <= width


def test_a_heading_of_one_long_word_stays_within_a_phone(styleguide):
    styleguide.set_viewport_size({"width": 320, "height": 900})
    for heading in styleguide.locator("main :is(h1, h2, h3)").all():
        heading.evaluate("heading => heading.textContent = 'Ketenverantwoordelijkheidsverslag (ISV)'")

    assert styleguide.evaluate("document.documentElement.scrollWidth") <= 320


def test_axe_finds_nothing_in_english_with_forced_colours(new_page, log_in, axe):
    page = new_page(forced_colors="active")
    log_in(page, UserFactory())
    page.goto("/stijlgids/")
    page.get_by_role("button", name="English").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Style guide")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert axe(page) == []


def test_the_keyboard_finds_content_menu_and_log_out(styleguide):
    styleguide.keyboard.press("Tab")
    expect(styleguide.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    styleguide.keyboard.press("Enter")
    expect(styleguide.locator("#content")).to_be_focused()

    styleguide.locator("details.menu > summary").focus()
    styleguide.keyboard.press("Enter")
    expect(styleguide.get_by_role("button", name="Uitloggen")).to_be_visible()
    styleguide.keyboard.press("Escape")
    expect(styleguide.get_by_role("button", name="Uitloggen")).to_be_hidden()
    expect(styleguide.locator("details.menu > summary")).to_be_focused()


def test_without_javascript_the_menu_opens_too(new_page, log_in):
    page = new_page(java_script_enabled=False)
    log_in(page, UserFactory())
    page.goto("/stijlgids/")

    page.locator("details.menu > summary").click()

    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()


def test_nothing_breaks_the_content_security_policy(new_page, log_in):
    page = new_page(bypass_csp=False)
    refusals = []
    page.on("console", lambda message: refusals.append(message.text) if "Content Security" in message.text else None)
    log_in(page, UserFactory())

    page.goto("/stijlgids/", wait_until="networkidle")

    assert refusals == []


def test_leaving_a_changed_form_asks_first(styleguide):
    styleguide.locator("form.card").first.evaluate("form => form.setAttribute('data-warn-before-leaving', '')")
    questions = []

    def answer(dialog):
        questions.append(dialog.type)
        dialog.accept()

    styleguide.on("dialog", answer)
    styleguide.goto("/stijlgids/#forms")
    assert questions == []

    styleguide.locator("form.card").first.locator("#id_name").press_sequentially("Bermen")
    styleguide.goto("/stijlgids/?again=1")

    assert questions == ["beforeunload"]


def test_the_page_weighs_little(styleguide):
    weight = styleguide.evaluate(
        """() => Object.fromEntries(performance.getEntries()
            .filter(entry => entry.decodedBodySize).map(entry => [entry.name, entry.decodedBodySize]))"""
    )

    assert sum(weight.values()) <= 150_000, weight  # the heaviest page there is: all components at once


@pytest.mark.parametrize("width", [390, 360])
def test_the_header_of_a_phone_keeps_brand_and_menu_on_one_line(page, log_in, width):
    log_in(page, UserFactory(is_superuser=True))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/stijlgids/")
    brand, menu, search = (page.locator(part).bounding_box() for part in (".site-brand", ".menu", ".site-search"))

    assert brand["y"] < menu["y"] + menu["height"] / 2 < brand["y"] + brand["height"]
    assert menu["x"] + menu["width"] <= width
    assert search["y"] >= brand["y"] + brand["height"]


def test_what_is_longer_than_a_sheet_of_paper_begins_on_the_first(page, log_in, transactional_db):
    pilot = PilotFactory(name="Bermen")
    ConsultationFactory(pilot=pilot, questions="Wat kan er van gras?\n\n" * 30)
    log_in(page, UserFactory(is_superuser=True))
    page.goto(reverse("pilots:pilot-consultations", args=[pilot.slug]))
    page.emulate_media(media="print")
    height = page.evaluate("document.body.scrollHeight")
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(width="760px", height="1000px")))

    assert height > 1000
    assert sheets == math.ceil(height / 1000)
