"""Pilots seen together: on a board, around their parties, below the strategy."""

import pytest
from django.urls import reverse

from pilots.party_map import map_of
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PartyFactory, PilotFactory, PilotThemeFactory
from tests.factories.strategy import ThemeFactory

LIST = reverse("pilots:pilot-list")
BOARD = reverse("pilots:pilot-board")
DEVIATIONS = reverse("pilots:deviation-list")


def test_the_board_has_a_column_for_each_phase(client, login):
    user = login("pilots.view_pilot", "pilots.change_pilot")
    own = PilotFactory(name="Bermen", phase="tender", buyer=user)
    other = PilotFactory(name="Zwembad", phase="tender", buyer=UserFactory())
    PilotFactory(name="Klaar", phase="evaluation", standing="completed", buyer=user)

    response = client.get(BOARD)

    assert [(column["phase"].value, column["number"]) for column in response.context["columns"]] == [
        ("idea", 0),
        ("exploration", 0),
        ("preparation", 0),
        ("tender", 2),
        ("execution", 0),
        ("evaluation", 1),
    ]
    text = response.content.decode()
    assert reverse("pilots:pilot-forward", args=[own.slug]) in text
    assert reverse("pilots:pilot-back", args=[own.slug]) in text
    assert reverse("pilots:pilot-forward", args=[other.slug]) not in text
    assert [len(column["pilots"]) for column in client.get(BOARD, {"q": "bermen"}).context["columns"]] == [
        0,
        0,
        0,
        1,
        0,
        0,
    ]


@pytest.mark.parametrize("number_of_pilots", [1, 3])
def test_the_board_needs_the_same_queries_for_any_length(
    client, login, number_of_pilots, django_assert_max_num_queries
):
    login("pilots.view_pilot")
    for _ in range(number_of_pilots):
        PilotThemeFactory(pilot__buyer=UserFactory())

    with django_assert_max_num_queries(20):
        assert client.get(BOARD).status_code == 200


def test_a_full_column_leads_to_the_list(client, login):
    login("pilots.view_pilot")
    PilotFactory.create_batch(21)

    response = client.get(BOARD)

    assert len(response.context["columns"][0]["pilots"]) == 20
    assert "Alle pilots in deze fase" in response.content.decode()


def test_filter_by_code_and_year(client, login):
    login("pilots.view_pilot")
    PilotFactory(name="Bermen", cpv="77310000-6", starts_on="2027-03-03")
    PilotFactory(name="Weg", cpv="45233140-2", starts_on="2026-12-31")

    assert [pilot.name for pilot in client.get(LIST, {"cpv": "7731"}).context["pilot_list"]] == ["Bermen"]
    assert [pilot.name for pilot in client.get(LIST, {"year": "2026"}).context["pilot_list"]] == ["Weg"]
    assert list(client.get(LIST, {"year": "99999999999"}).context["filter"].form.errors) == ["year"]


def test_where_pilots_stay_below_the_strategy(client, login):
    user = login("pilots.view_pilot")
    assert "Geen pilot blijft onder de strategie." in client.get(DEVIATIONS).content.decode()
    theme = ThemeFactory(level=3)
    told = PilotThemeFactory(theme=theme, level=2, reason="Geen <b>geld</b>.", pilot__name="B")
    untold = PilotThemeFactory(theme=theme, level=1, pilot__name="A")
    PilotThemeFactory(theme=theme, level=3)
    PilotThemeFactory(theme=theme, level=1, pilot__archived_at="2026-01-01T00:00Z", pilot__archived_by=user)

    response = client.get(DEVIATIONS)

    assert list(response.context["pilottheme_list"]) == [untold, told]
    assert "Geen &lt;b&gt;geld&lt;/b&gt;." in response.content.decode()
    assert "Nog niet uitgelegd." in response.content.decode()


def test_the_map_of_parties(client, login):
    login("pilots.view_pilot")
    pilot = PilotFactory()
    PartyFactory(pilot=pilot, name="Hub", kind="supplier", commitment="committed")
    PartyFactory(pilot=pilot, name="Beheer", kind="internal")

    response = client.get(reverse("pilots:pilot-collaboration", args=[pilot.slug]))

    assert [(spot.party.name, spot.x, spot.y) for spot in response.context["map"].spots] == [
        ("Beheer", 430, 55),
        ("Hub", 430, 385),
    ]
    assert "party-map__tie--committed" in response.content.decode()
    assert map_of([]) is None
