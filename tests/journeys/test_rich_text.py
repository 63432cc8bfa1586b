"""The editor of rich text, on a connection that is slow to fetch it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.conftest import give
from tests.factories.mvi import UserFactory
from tests.factories.strategy import ThemeFactory

EDITOR = "**/django_prose_editor/editor*.js"
ARRIVED = "() => import(document.querySelector('[data-rich-text]').dataset.editor).then(() => true)"


@pytest.fixture
def theme(transactional_db):
    return ThemeFactory(ambition="Van toen.")


@pytest.fixture
def slow_page(page, log_in, theme):
    """The page that changes a theme, and the function that lets its editor arrive."""
    user = UserFactory()
    give(user, "strategy.view_theme", "strategy.change_theme")
    held, arrived = [], False

    def hold(route):
        if arrived:
            route.continue_()
        else:
            held.append(route)

    page.route(EDITOR, hold)
    log_in(page, user).goto(reverse("strategy:theme-change", args=[theme.pk]))

    def let_it_arrive():
        nonlocal arrived
        arrived = True  # also for a page that had not asked for it yet
        for route in held:
            route.continue_()
        page.evaluate(ARRIVED)

    return page, let_it_arrive


def test_what_was_typed_before_the_editor_came_is_saved(slow_page, theme):
    page, let_it_arrive = slow_page
    box = page.locator("textarea[name=ambition]")
    box.fill("Van nu.")
    let_it_arrive()

    expect(box).to_be_visible()
    page.get_by_role("button", name="Opslaan").click()
    page.wait_for_url(f"**{theme.get_absolute_url()}")
    theme.refresh_from_db()
    assert theme.ambition == "Van nu."


def test_who_stands_in_the_box_stands_in_the_editor(slow_page):
    page, let_it_arrive = slow_page
    page.locator("textarea[name=ambition]").focus()
    let_it_arrive()

    expect(page.locator("textarea[name=ambition]")).to_be_hidden()
    expect(page.get_by_role("textbox", name="Ambitie")).to_be_focused()
