"""Pilots seen together: on a board, around their parties, below the strategy."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from pilots.filters import PilotFilter
from pilots.models import Milestone, Pilot
from pilots.party_map import map_of
from tests.factories.mvi import UserFactory
from tests.factories.pilots import MilestoneFactory, PartyFactory, PilotFactory, PilotThemeFactory
from tests.factories.strategy import ThemeFactory

LIST = reverse("pilots:pilot-list")
BOARD = reverse("pilots:pilot-board")
LADDER = reverse("pilots:pilot-ladder")
DEVIATIONS = reverse("pilots:deviation-list")


def test_the_board_has_a_column_for_each_phase(client, login):
    user = login("pilots.view_pilot", "pilots.change_pilot")
    own = PilotFactory(name="Bermen", phase="tender", buyer=user)
    other = PilotFactory(name="Zwembad", phase="tender", buyer=UserFactory())
    done = PilotFactory(name="Klaar", phase="evaluation", standing="completed", buyer=user)

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
    assert reverse("pilots:pilot-move", args=[own.slug]) in text
    assert reverse("pilots:pilot-move", args=[other.slug]) not in text
    assert reverse("pilots:pilot-move", args=[done.slug]) not in text
    assert [len(column["pilots"]) for column in client.get(BOARD, {"q": "bermen"}).context["columns"]] == [
        0,
        0,
        0,
        1,
        0,
        0,
    ]


def move(client, pilot, to, query=""):
    return client.post(reverse("pilots:pilot-move", args=[pilot.slug]) + query, {"to": to})


def test_a_pilot_that_is_ready_moves_on_the_board(client, login):
    pilot = PilotFactory(
        phase="tender", starts_on="2027-01-01", buyer=login("pilots.view_pilot", "pilots.change_pilot")
    )

    response = move(client, pilot, "execution", "?q=x")

    assert response.url == f"{BOARD}?q=x#pilot-{pilot.pk}"
    assert f'id="pilot-{pilot.pk}" tabindex="-1"' in client.get(BOARD).text
    pilot.refresh_from_db()
    assert pilot.phase == "execution"


@pytest.mark.parametrize(
    ("to", "leads_to"),
    [
        ("execution", ("pilots:pilot-forward", "")),  # something is missing
        ("idea", ("pilots:pilot-back", "?to=idea")),  # why is asked
    ],
)
def test_what_needs_a_reason_is_asked_on_its_own_page(client, login, to, leads_to):
    pilot = PilotFactory(phase="tender", buyer=login("pilots.view_pilot", "pilots.change_pilot"))

    response = move(client, pilot, to)

    page, query = leads_to
    assert response.url == reverse(page, args=[pilot.slug]) + query
    assert f'value="{to}"' in client.get(response.url).text
    pilot.refresh_from_db()
    assert pilot.phase == "tender"


@pytest.mark.parametrize("to", ["evaluation", "tender", "", "onzin"])
def test_a_move_that_cannot_be_is_told_on_the_board(client, login, to):
    pilot = PilotFactory(phase="tender", buyer=login("pilots.view_pilot", "pilots.change_pilot"))

    response = client.get(move(client, pilot, to).url)

    assert "Deze pilot is inmiddels in een andere fase." in response.text
    pilot.refresh_from_db()
    assert pilot.phase == "tender"


def test_only_its_own_people_move_a_pilot(client, login):
    login("pilots.view_pilot", "pilots.change_pilot")

    assert move(client, PilotFactory(phase="tender"), "execution").status_code == 403


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


def test_pilots_by_tag(client, login):
    user = login("pilots.view_pilot", "pilots.change_pilot")
    PilotFactory(name="Bermen", tags="Groen,  samen met  de regio", buyer=user)
    PilotFactory(name="Plantsoen", tags="groenafval")

    response = client.get(LIST, {"tag": " groen "})

    assert [pilot.name for pilot in response.context["pilot_list"]] == ["Bermen"]
    query, text = "?tag=samen%20met%20de%20regio", "#samen met de regio"
    assert f'<a href="{query}">{text}</a>' in response.text
    assert f'<a href="{LIST}{query}">{text}</a>' in client.get(Pilot.objects.get(name="Bermen").get_absolute_url()).text
    assert [pilot.name for pilot in client.get(LIST, {"q": "regio"}).context["pilot_list"]] == ["Bermen"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *[("BERM", 1), ("berm sloot", 1), ("sloot berm", 1), ("bermsloot", 0), ("berm heide", 0)],
        *[("CREËER", 1), ("creëer", 1), ("#groen berm", 1), ("#", 1), ("%", 0), ("be_m", 0), ("\\", 0), ("'", 0)],
    ],
)
def test_every_word_occurs_somewhere_whatever_its_capitals(client, login, typed, found):
    login("pilots.view_pilot")
    PilotFactory(name="Onze berm", summary="Sloot en oever: creëer er een", tags="groen")

    assert len(client.get(LIST, {"q": typed}).context["pilot_list"]) == found


@pytest.mark.parametrize(
    "column", ["name", "summary", "tags", "without_buying", "need", "ambition", "question", "collaboration"]
)
def test_words_are_looked_for_in_all_that_a_pilot_says(client, login, column):
    login("pilots.view_pilot")
    pilot = PilotFactory()
    Pilot.objects.update(**{column: "Biodivers"})

    assert [row.pk for row in client.get(LIST, {"q": "biodivers"}).context["pilot_list"]] == [pilot.pk]
    assert list(client.get(LIST, {"q": "biodivers x"}).context["pilot_list"]) == []


def test_a_row_of_the_list_shows_what_changed_since(client, login):
    user = login("pilots.view_pilot", name="Een ander")
    pilot = PilotFactory(name="Bermen")
    milestone = MilestoneFactory(pilot=pilot, due_on=timezone.localdate())
    assert "Bermen" in client.get(LIST).text

    Pilot.objects.filter(pk=pilot.pk).update(name="Sloten", estimate=1234, phase="tender", buyer=user)
    Milestone.objects.filter(pk=milestone.pk).update(due_on=timezone.localdate() - dt.timedelta(days=1))
    PilotThemeFactory(pilot=pilot, theme__name="Water", level=2)

    row = client.get(LIST).text.partition("<tbody>")[2].partition("</tbody>")[0]
    for words in ("Sloten", "1.234", "Aanbesteding", "Een ander", "te laat", "Water · niveau 2"):
        assert words in row, words
    assert "Bermen" not in row


def test_filters_that_nobody_touched_find_everything(client, login):
    """A browser sends the first choice of each list."""
    login("pilots.view_pilot")
    PilotFactory(name="Bermen", launching_customer=True)
    PilotFactory(name="Weg", biobased=True)
    form = client.get(LIST).context["filter"].form
    untouched = {name: field.choices[0][0] for name, field in form.fields.items() if hasattr(field, "choices")}

    assert len(client.get(LIST, untouched).context["pilot_list"]) == 2
    assert [row.name for row in client.get(LIST, {"launching_customer": "no"}).context["pilot_list"]] == ["Weg"]
    assert [row.name for row in client.get(LIST, {"biobased": "yes"}).context["pilot_list"]] == ["Weg"]


@pytest.mark.parametrize(("page", "names"), [("1", ["A", "B"]), ("2", ["C"]), ("last", ["C"])])
def test_the_pages_of_the_list(client, login, monkeypatch, page, names):
    monkeypatch.setattr("pilots.views.pilot.PilotList.paginate_by", 2)
    login("pilots.view_pilot")
    for name in "CAB":
        PilotThemeFactory(pilot__name=name)

    response = client.get(LIST, {"page": page})

    assert [pilot.name for pilot in response.context["pilot_list"]] == names
    assert client.get(LIST, {"page": "3"}).status_code == 404


def test_the_rungs_of_the_ladder_are_counted(client, login):
    login("pilots.view_pilot")
    PilotFactory(name="Bermen", r_strategy="R0", biobased=True)
    PilotFactory(r_strategy="R3", launching_customer=True)
    PilotFactory(r_strategy="R3")
    PilotFactory()

    response = client.get(LADDER, {"launching_customer": "", "phase": "idea"})

    assert [(rung.value, number) for rung, number in response.context["rungs"] if number] == [("R0", 1), ("R3", 2)]
    assert "1 van 4" in response.text
    assert "PBL 2017" in response.text
    assert f'href="{LIST}?phase=idea&amp;r_strategy=R3"' in response.text
    assert len(client.get(LIST, {"phase": "idea", "r_strategy": "R3"}).context["pilot_list"]) == 2
    assert client.get(LADDER, {"q": "bermen"}).context["counts"]["total"] == 1


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

    assert [(spot.party.name, spot.x, spot.y, spot.name_y) for spot in response.context["map"].spots] == [
        ("Beheer", 430, 55, 21),
        ("Hub", 430, 385, 415),
    ]
    assert '<text class="party-map__kind" x="430" y="37" text-anchor="middle">intern</text>' in response.text
    assert "party-map__tie--committed" in response.content.decode()
    assert map_of([]) is None


def test_a_hundred_rows_when_asked_for(client, login):
    login("pilots.view_pilot")
    PilotFactory.create_batch(26)

    few, many = client.get(LIST), client.get(LIST, {"rows": "100"})

    assert [len(response.context["pilot_list"]) for response in (few, many)] == [25, 26]
    assert 'href="?rows=100"' in few.text
    assert "25 op een pagina" in many.text


def test_a_filtered_list_has_a_link_of_its_own(client, login):
    login("pilots.view_pilot")
    PilotFactory(name="Bermen")

    text = client.get(LIST, {"q": "bermen & meer", "theme": "", "phase": "idea", "page": "1", "x": "y"}).text

    for page in ("", BOARD, reverse("pilots:pilot-timeline")):
        assert f'href="{page}?q=bermen+%26+meer&amp;phase=idea"' in text
    assert "Link naar deze gefilterde lijst" not in client.get(LIST, {"q": "", "page": "1"}).text


def test_pages_of_the_list_hold_each_pilot_once_in_the_order_of_names(client, login):
    login("pilots.view_pilot")
    PilotFactory.create_batch(51)

    pages = [client.get(LIST, {"page": number}).context for number in ("1", "2", "last")]

    assert [len(page["pilot_list"]) for page in pages] == [25, 25, 1]
    assert [row.pk for page in pages for row in page["pilot_list"]] == list(Pilot.objects.values_list("pk", flat=True))
    assert {page["page_obj"].paginator.count for page in pages} == {51}


@pytest.mark.parametrize("number", ["0", "-1", "2", "99999999999999999999", "x"])
def test_a_page_that_is_not_there_is_not_found(client, login, number):
    login("pilots.view_pilot")
    PilotFactory.create_batch(25)

    assert client.get(LIST, {"page": number}).status_code == 404


def test_a_row_of_the_table_shows_what_changed_at_once(client, login):
    login("pilots.view_pilot")
    link = PilotThemeFactory(pilot__name="Bermen", theme__name="Circulair")
    MilestoneFactory(pilot=link.pilot, name="Later", due_on="2126-01-01")
    assert "Circulair" in client.get(LIST).text

    link.theme.name = "Rond"
    link.theme.save()
    MilestoneFactory(pilot=link.pilot, name="Eerst", due_on="2125-01-01")
    text = client.get(LIST).text

    assert "Circulair" not in text
    assert "Rond" in text
    assert "Eerst<br><small>1 januari 2125</small>" in text


def test_a_filter_offers_what_is_there_now(client, login):
    """It is drawn once for the same choices."""
    login("pilots.view_pilot")
    assert "Asfalt" not in client.get(LIST).text

    ThemeFactory(name="Asfalt")

    assert "Asfalt</option>" in client.get(LIST).text


def test_the_database_knows_which_words_are_common_in_pilots(db):
    """So that it reads the list in its order until a page is full, and sorts only what is rare."""
    PilotFactory.create_batch(300, need="Onderhoud van wegen")
    PilotFactory.create_batch(100, need="Sloop")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE pilots_pilot")

    def expected(word):
        found = PilotFilter({"q": word}, Pilot.objects.all()).qs
        return int(re.search(r"rows=(\d+)", found.explain())[1])

    assert expected("onderhoud") == pytest.approx(300, rel=0.2)
    assert expected("sloop") == pytest.approx(100, rel=0.2)
    assert expected("zwembad") < 10
