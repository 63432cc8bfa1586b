"""The order of core values, themes and goals, with buttons and by dragging."""

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from strategy.actions import move
from tests.factories.mvi import UserFactory
from tests.factories.strategy import CoreValueFactory, GoalFactory, StrategyFactory, ThemeFactory
from tests.forms import messages_of

pytestmark = pytest.mark.django_db

NOUNS = {
    "core-value": (CoreValueFactory, "strategy"),
    "theme": (ThemeFactory, "strategy"),
    "goal": (GoalFactory, "theme"),
}
every_noun = pytest.mark.parametrize("noun", NOUNS)


def rows_of(noun):
    """Three rows in order, and one that belongs elsewhere."""
    factory, parent = NOUNS[noun]
    shared = StrategyFactory() if parent == "strategy" else ThemeFactory()
    factory()
    return [factory(**{parent: shared}, position=place) for place in (1, 2, 3)]


def in_order(rows):
    parent = "theme_id" if hasattr(rows[0], "theme_id") else "strategy_id"
    found = type(rows[0]).objects.in_use().filter(**{parent: getattr(rows[0], parent)})
    return [rows.index(row) for row in found]


@every_noun
def test_a_row_moves_one_place_and_the_list_stays_as_it_was_filtered(client, login, noun):
    first, second, third = rows = rows_of(noun)
    kind = first._meta.model_name
    person = login(f"strategy.change_{kind}", f"strategy.view_{kind}")
    address = reverse(f"strategy:{noun}-move", args=[third.pk])
    list_page = reverse(f"strategy:{noun}-list")
    assert f'action="{address}?page=1"' in client.get(f"{list_page}?page=1").text

    answer = client.post(f"{address}?page=1", {"up": ""})

    assert answer.url == f"{list_page}?page=1#row-{third.pk}"
    assert in_order(rows) == [0, 2, 1]
    event = AuditEvent.objects.get()
    assert (event.action, event.actor, event.object_id) == ("move", person, str(third.pk))
    assert messages_of(client.post(address, {"down": ""}, follow=True))[-1] == f"“{third}” is omlaag gezet."
    assert in_order(rows) == [0, 1, 2]
    assert messages_of(client.post(address, {"down": ""}, follow=True))[-1] == f"“{third}” staat al onderaan."
    top = reverse(f"strategy:{noun}-move", args=[first.pk])
    assert messages_of(client.post(top, {"up": ""}, follow=True))[-1] == f"“{first}” staat al bovenaan."
    assert in_order(rows) == [0, 1, 2]
    assert messages_of(client.post(reverse(f"strategy:{noun}-move", args=[second.pk]), follow=True)) == [
        f"“{second}” is omhoog gezet."
    ]


@every_noun
def test_who_may_not_change_it_is_offered_no_buttons(client, login, noun):
    rows = rows_of(noun)
    login(f"strategy.view_{rows[0]._meta.model_name}")
    address = reverse(f"strategy:{noun}-move", args=[rows[0].pk])

    assert address not in client.get(reverse(f"strategy:{noun}-list")).text
    assert client.post(address, {"down": ""}).status_code == 403


def test_what_is_archived_has_no_place(client, login):
    rows = rows_of("theme")
    person = login("strategy.change_theme", "strategy.view_theme")
    type(rows[1]).objects.filter(pk=rows[1].pk).update(archived_at="2026-01-01T00:00Z", archived_by=person)
    address = reverse("strategy:theme-move", args=[rows[1].pk])

    assert client.post(address, {"up": ""}).status_code == 404
    assert address not in client.get(reverse("strategy:theme-list"), {"archive": "all"}).text
    assert move(row=rows[2], places=-1, by=UserFactory())
    assert in_order([rows[0], rows[2], rows[1]]) == [1, 0]


def drag(client, row, noun, *, to, seen):
    """Send what static/js/order.js sends, and read what is said."""
    address = reverse(f"strategy:{noun}-move", args=[row.pk])
    seen = ",".join(str(one.pk) for one in seen)
    return messages_of(client.post(address, {"place_of": to.pk, "seen": seen}, follow=True))


STALE = "Iemand heeft deze lijst intussen veranderd. Bekijk de lijst en verplaats de rij opnieuw."


@every_noun
def test_a_dragged_row_takes_the_place_where_it_is_dropped(client, login, noun):
    first, second, third = rows = rows_of(noun)
    kind = first._meta.model_name
    login(f"strategy.change_{kind}", f"strategy.view_{kind}")

    assert drag(client, first, noun, to=third, seen=rows) == [f"“{first}” staat op een andere plaats."]
    assert in_order(rows) == [1, 2, 0]
    assert drag(client, first, noun, to=second, seen=[second, third, first]) == [
        f"“{first}” staat op een andere plaats."
    ]
    assert in_order(rows) == [0, 1, 2]
    assert list(AuditEvent.objects.filter(action="move").values_list("details__places", flat=True)) == [-2, 2]


@every_noun
def test_a_row_is_dragged_in_a_list_that_shows_some_of_the_rows(client, login, noun):
    first, _hidden, third = rows = rows_of(noun)
    kind = first._meta.model_name
    login(f"strategy.change_{kind}", f"strategy.view_{kind}")

    drag(client, first, noun, to=third, seen=[first, third])

    assert in_order(rows) == [1, 2, 0]


@every_noun
def test_a_page_that_shows_an_old_order_moves_nothing(client, login, noun):
    first, second, third = rows = rows_of(noun)
    kind = first._meta.model_name
    person = login(f"strategy.change_{kind}", f"strategy.view_{kind}")
    move(row=third, places=-2, by=UserFactory())

    assert drag(client, first, noun, to=second, seen=rows) == [STALE]
    type(second).objects.filter(pk=second.pk).update(archived_at="2026-01-01T00:00Z", archived_by=person)
    assert drag(client, first, noun, to=second, seen=[third, first, second]) == [STALE]
    assert in_order(rows) == [2, 0]


def test_a_row_is_not_dragged_to_another_strategy(client, login):
    rows = rows_of("theme")
    elsewhere = ThemeFactory()
    login("strategy.change_theme", "strategy.view_theme")

    assert drag(client, rows[0], "theme", to=elsewhere, seen=[*rows, elsewhere]) == [STALE]
    assert drag(client, rows[0], "theme", to=elsewhere, seen=rows) == [STALE]
    assert in_order(rows) == [0, 1, 2]


def test_a_place_that_no_page_can_send_is_refused(client, login):
    rows = rows_of("theme")
    login("strategy.change_theme", "strategy.view_theme")
    address = reverse("strategy:theme-move", args=[rows[0].pk])

    assert client.post(address, {"place_of": "boven", "seen": "1,2"}).status_code == 400
    assert client.post(address, {"place_of": rows[1].pk, "seen": "1,twee"}).status_code == 400
    assert client.post(address, {"place_of": rows[1].pk}).status_code == 400
    assert in_order(rows) == [0, 1, 2]
