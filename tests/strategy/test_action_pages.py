"""Pages of actions."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate as today

from strategy.models import Action, ActionStatus, OwnerStatus
from tests.factories.mvi import UserFactory
from tests.factories.strategy import ActionFactory, GoalFactory, ThemeFactory
from tests.forms import messages_of, post_form

LIST = reverse("strategy:action-list")


def yesterday():
    return today() - dt.timedelta(days=1)


@pytest.mark.parametrize("number_of_actions", [1, 3])
def test_the_list_needs_the_same_queries_for_any_length(client, login, number_of_actions, django_assert_num_queries):
    login("strategy.view_action")
    for _ in range(number_of_actions):
        ActionFactory(owner=UserFactory())

    with django_assert_num_queries(8):
        response = client.get(LIST)

    assert len(response.context["action_list"]) == number_of_actions


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"owner_status": "none"}, ["Meten"]),
        ({"status": "done"}, ["Vragen"]),
        ({"q": "lijst"}, ["Meten"]),
        ({}, ["Meten", "Vragen"]),
    ],
)
def test_the_list_is_filtered(client, login, typed, found):
    login("strategy.view_action")
    ActionFactory(title="Meten", description="Met een lijst", theme__position=1)
    ActionFactory(title="Vragen", status=ActionStatus.DONE, owner=UserFactory(), theme__position=2)

    assert [action.title for action in client.get(LIST, typed).context["action_list"]] == found


def test_add_change_and_remove_an_action(client, login):
    login(*(f"strategy.{verb}_action" for verb in ("view", "add", "change", "delete")))
    goal, owner = GoalFactory(), UserFactory(name="De eigenaar")
    add = f"{reverse('strategy:action-add')}?theme={goal.theme_id}&goal={goal.pk}"

    page = post_form(
        client, add, title="Meten", owner=str(owner.pk), ends_on=str(yesterday()), budget="1480", hours="16"
    )
    action = Action.objects.get()
    facts = (action.goal, action.theme, action.owner, action.owner_status, action.is_overdue)
    changed = post_form(client, reverse("strategy:action-change", args=[action.pk]), status="done")
    removed = client.post(reverse("strategy:action-remove", args=[action.pk]), follow=True)

    assert facts == (goal, goal.theme, owner, OwnerStatus.OFFERED, True)
    assert "€\N{NO-BREAK SPACE}1.480" in page.content.decode()
    assert "over tijd" in page.content.decode()
    assert messages_of(changed) == ["“Meten” is opgeslagen."]
    assert "over tijd" not in changed.content.decode()
    assert removed.redirect_chain == [(LIST, 302)]


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        (
            {"starts_on": "2026-02-01", "ends_on": "2026-01-31"},
            {"ends_on": ["Een actie kan niet eindigen voordat zij begint."]},
        ),
        ({"budget": "-1"}, {"budget": ["Een budget kan niet negatief zijn."]}),
        ({"hours": "-1"}, {"hours": ["Zorg ervoor dat deze waarde minstens 0 is."]}),
        ({"status": "busy"}, {"status": ["Selecteer een geldige keuze. busy is geen beschikbare keuze."]}),
    ],
)
def test_bad_input_is_explained_beside_the_field(client, login, typed, errors):
    login("strategy.change_action")

    response = post_form(client, reverse("strategy:action-change", args=[ActionFactory().pk]), **typed)

    assert response.context["form"].errors == errors


def test_an_action_serves_a_goal_of_its_own_theme(client, login):
    login("strategy.change_action")
    other = GoalFactory(theme=ThemeFactory())

    response = post_form(client, reverse("strategy:action-change", args=[ActionFactory().pk]), goal=str(other.pk))

    assert response.context["form"].errors == {"goal": ["Dit doel hoort bij een ander thema."]}


@pytest.mark.django_db
def test_the_sets_of_actions():
    me = UserFactory()
    mine = ActionFactory(owner=me, ends_on=yesterday())
    owned = ActionFactory(owner=me, owner_status=OwnerStatus.ACCEPTED, answered_at=timezone.now())
    done = ActionFactory(status=ActionStatus.DONE, ends_on=yesterday())

    assert list(Action.objects.waiting_for(me)) == [mine]
    assert list(Action.objects.owned()) == [owned]
    assert set(Action.objects.not_owned()) == {mine, done}
    assert list(Action.objects.without_owner()) == [done]
    assert list(Action.objects.overdue()) == [mine]
