"""Rows dragged to another place of their list, in a real browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from strategy.actions import move
from tests.conftest import give
from tests.factories.mvi import UserFactory
from tests.factories.strategy import CoreValueFactory, GoalFactory, StrategyFactory, ThemeFactory

NOUNS = {
    "core-value": (CoreValueFactory, "strategy", "name"),
    "theme": (ThemeFactory, "strategy", "name"),
    "goal": (GoalFactory, "theme", "statement"),
}
GRIP = {"x": 60, "y": 6}


@pytest.fixture
def editor(page, log_in, transactional_db):
    user = UserFactory()
    give(user, *(f"strategy.{verb}_{kind}" for verb in ("view", "change") for kind in ("corevalue", "theme", "goal")))
    return log_in(page, user)


def row(page, name):
    return page.locator("[data-row]", has_text=name)


@pytest.mark.parametrize("noun", NOUNS)
def test_drag_a_row_up_and_down_its_list(editor, noun):
    factory, parent, name = NOUNS[noun]
    shared = StrategyFactory() if parent == "strategy" else ThemeFactory()
    rows = [factory(**{parent: shared, name: text}) for text in ("Aarde", "Boom", "Cirkel")]
    editor.goto(reverse(f"strategy:{noun}-list"))

    row(editor, "Cirkel").drag_to(row(editor, "Aarde"), source_position=GRIP)

    expect(editor.get_by_role("status")).to_contain_text("“Cirkel” staat op een andere plaats.")
    expect(editor.locator("[data-row] th")).to_have_text(["Cirkel", "Aarde", "Boom"])
    row(editor, "Cirkel").drag_to(row(editor, "Boom"), source_position=GRIP)
    expect(editor.locator("[data-row] th")).to_have_text(["Aarde", "Boom", "Cirkel"])

    move(row=type(rows[0]).objects.get(pk=rows[0].pk), places=1, by=UserFactory())
    row(editor, "Cirkel").drag_to(row(editor, "Boom"), source_position=GRIP)
    expect(editor.get_by_role("alert")).to_contain_text("Iemand heeft deze lijst intussen veranderd.")
    expect(editor.locator("[data-row] th")).to_have_text(["Boom", "Aarde", "Cirkel"])


def test_a_goal_stays_with_its_theme(editor):
    theme = ThemeFactory(position=1)
    for text in ("Aarde", "Boom"):
        GoalFactory(theme=theme, statement=text)
    GoalFactory(theme=ThemeFactory(position=2), statement="Cirkel")
    editor.goto(reverse("strategy:goal-list"))

    row(editor, "Cirkel").drag_to(row(editor, "Aarde"), source_position=GRIP)
    row(editor, "Boom").drag_to(row(editor, "Aarde"), source_position=GRIP)

    expect(editor.locator("[data-row] th")).to_have_text(["Boom", "Aarde", "Cirkel"])
    expect(editor.get_by_role("status")).to_contain_text("“Boom”")
