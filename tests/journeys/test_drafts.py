"""A laptop that is closed while somebody types."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from mvi.models import Draft
from tests.conftest import give
from tests.factories.mvi import UserFactory
from tests.factories.strategy import GoalFactory


@pytest.fixture
def goal(transactional_db):
    return GoalFactory(statement="Minder afval", explanation="Van toen.")


def test_what_was_typed_is_there_again_tomorrow(new_page, log_in, goal, axe):
    user = UserFactory()
    give(user, "strategy.view_goal", "strategy.change_goal")
    address = reverse("strategy:goal-change", args=[goal.pk])
    today = log_in(new_page(bypass_csp=False), user)
    today.goto(address)
    today.fill("textarea[name=explanation]", "Van nu.")
    expect(today.get_by_text("Concept bewaard.")).to_be_visible()
    today.context.close()
    draft = Draft.objects.get()

    assert draft.fields["explanation"] == ["Van nu."]
    assert {"csrfmiddlewaretoken", "submission"}.isdisjoint(draft.fields)
    tomorrow = log_in(new_page(), user)
    tomorrow.goto(address)
    assert axe(tomorrow) == []
    tomorrow.get_by_role("link", name="Terugzetten").click()
    expect(tomorrow.locator("textarea[name=explanation]")).to_have_value("Van nu.")
    tomorrow.get_by_role("button", name="Opslaan").click()
    expect(tomorrow.locator("main")).to_contain_text("Van nu.")
    goal.refresh_from_db()
    assert goal.explanation == "Van nu."
    assert not Draft.objects.exists()


def test_a_draft_that_is_not_wanted_is_thrown_away(page, log_in, goal):
    user = UserFactory()
    give(user, "strategy.view_goal", "strategy.change_goal")
    address = reverse("strategy:goal-change", args=[goal.pk])
    Draft.objects.create(by=user, address=address, fields={"explanation": ["Van nu."]})
    log_in(page, user).goto(address)
    page.get_by_role("button", name="Weggooien").click()
    expect(page.get_by_role("button", name="Weggooien")).to_have_count(0)

    assert not Draft.objects.exists()
