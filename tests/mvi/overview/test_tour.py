"""The tour over the overview: comes by itself once, and again for who asks."""

import re

import pytest
from django.urls import reverse

from mvi.roles import ROLES
from tests.factories.strategy import GoalFactory, StrategyFactory, ThemeFactory

pytestmark = pytest.mark.django_db
OVERVIEW = reverse("overview:dashboard")
READER = next(role for role in ROLES if role.key == "executive").permissions


def test_a_first_visit_shows_it_until_it_is_skipped(client, login):
    user = login(*READER)
    first = client.get(OVERVIEW).content.decode()
    assert "Welkom bij MVI-kompas" in first
    assert "Rondleiding overslaan" in first

    answer = client.post(reverse("overview:tour-finish"))

    assert answer.url == OVERVIEW
    user.refresh_from_db()
    assert user.toured_at
    assert client.get(OVERVIEW).context["tour"] is None


def test_every_stop_points_at_something_on_the_page(client, login):
    login(*READER)
    GoalFactory(theme=ThemeFactory(strategy=StrategyFactory(is_current=True)))
    address, seen = f"{OVERVIEW}?rondleiding=1", []
    while address:
        page = client.get(address.partition("#")[0])
        tour = page.context["tour"]
        seen.append(tour["stop"].anchor)
        assert f'id="{tour["stop"].anchor}"' in page.content.decode()
        found = re.search(r'href="(\?rondleiding=(\d)#[\w-]+)">Volgende<', page.content.decode())
        address = found and OVERVIEW + found[1]

    assert seen == ["content", "main-menu", "figures", "attention", "thread", "tools"]
    assert tour["number"] == tour["total"] == len(seen)
    assert "Rondleiding beëindigen" in page.content.decode()


def test_who_saw_it_can_ask_for_it_again(client, login):
    user = login(*READER)
    client.post(reverse("overview:tour-finish"))

    again = client.get(f"{OVERVIEW}?rondleiding=2").context["tour"]

    assert again["number"] == 2
    assert again["earlier"].anchor == "content"
    user.refresh_from_db()
    assert user.toured_at


@pytest.mark.parametrize("asked", ["0", "99", "x", "²", ""])
def test_a_stop_that_does_not_exist_is_the_first(client, login, asked):
    login(*READER)

    assert client.get(OVERVIEW, {"rondleiding": asked}).context["tour"]["number"] == 1
