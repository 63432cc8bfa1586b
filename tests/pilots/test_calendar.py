"""The calendar of the pilots of a list: what is planned, a few months at a time."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.mvi import UserFactory
from tests.factories.pilots import MilestoneFactory, PilotFactory

PAGE = reverse("pilots:pilot-calendar")
MARCH = {"maand": "2026-03"}


@pytest.fixture(autouse=True)
def _reader(login):
    login("pilots.view_pilot")


def shown(response):
    days = [day for _month, days in response.context["months"] for day in days]
    return [(f"{entry.day:%d-%m}", entry.title) for _day, found in days for entry in found]


def test_the_days_of_pilots_and_milestones_in_order(client):
    pilot = PilotFactory(
        name="Bermen",
        phase="tender",
        announce_on="2026-02-28",
        starts_on="2026-03-31",
        ends_on="2026-05-31",
        standing="parked",
        revisit_on="2026-04-01",
    )
    gerda = UserFactory(name="Gerda")
    MilestoneFactory(pilot=pilot, name="Nota", due_on="2026-03-01", done_on="2026-03-02", owner=gerda)
    MilestoneFactory(pilot=pilot, name="Gunning", due_on="2026-05-31")
    MilestoneFactory(pilot=pilot, name="Later", due_on="2026-06-01")

    response = client.get(PAGE, MARCH)

    assert shown(response) == [
        ("01-03", "Bermen: Nota"),
        ("31-03", "Bermen: begin"),
        ("01-04", "Bermen: opnieuw bekijken"),
        ("31-05", "Bermen: einde"),
        ("31-05", "Bermen: Gunning"),
    ]
    for text in ("Zondag 1 maart", "idee · Gerda", "fase nu: aanbesteding", "idee · nog niemand", "gedaan", "te laat"):
        assert text in response.text
    assert (response.context["earlier"], response.context["later"]) == ("2025-12", "2026-06")


def test_the_same_filters_as_the_list(client):
    PilotFactory(name="Bermen", phase="tender", starts_on="2026-03-31")
    MilestoneFactory(pilot=PilotFactory(name="Zwembad", starts_on="2026-03-31"), due_on="2026-03-01")
    archived = PilotFactory(starts_on="2026-03-31", archived_by=UserFactory(), archived_at=timezone.now())

    response = client.get(PAGE, MARCH | {"phase": "tender"})

    assert shown(response) == [("31-03", "Bermen: begin")]
    assert 'href="?maand=2026-06&amp;phase=tender"' in response.text
    assert '<input type="hidden" name="maand" value="2026-03"' in response.text
    assert archived.name not in client.get(PAGE, MARCH).text
    assert f'href="{PAGE}?phase=tender"' in client.get(reverse("pilots:pilot-list"), {"phase": "tender"}).text


def test_it_starts_now_and_ends_somewhere(client):
    now = timezone.localdate().replace(day=1)

    assert client.get(PAGE).context["first"] == now
    assert "In deze maanden is niets gepland." in client.get(PAGE).text
    assert client.get(PAGE, {"maand": "1900-01"}).context["earlier"] == ""
    assert client.get(PAGE, {"maand": "2199-12"}).context["later"] == ""
    for nonsense in ("onzin", "9999-12", "0001-01"):
        response = client.get(PAGE, {"maand": nonsense})
        assert response.context["first"] == now
        assert "Geen pilot past bij dit filter." in response.text


def test_a_month_without_anything_says_so(client):
    PilotFactory(starts_on="2026-03-31")

    assert client.get(PAGE, MARCH).text.count("Niets gepland.") == 2


def test_more_than_anybody_reads_is_cut(client, monkeypatch):
    for module in ("pilots.calendar", "pilots.views.planning"):
        monkeypatch.setattr(f"{module}.MOST", 2)
    for day in (3, 1, 2):
        MilestoneFactory(name=f"Op {day}", due_on=dt.date(2026, 3, day), pilot__name=f"P{day}")

    response = client.get(PAGE, MARCH)

    assert shown(response) == [("01-03", "P1: Op 1"), ("02-03", "P2: Op 2")]
    assert "Alleen de eerste 2 regels zijn te zien." in response.text


@pytest.mark.parametrize("number", [1, 3])
def test_the_calendar_needs_the_same_queries_for_any_length(client, number, django_assert_num_queries):
    for _ in range(number):
        MilestoneFactory(due_on="2026-03-03", owner=UserFactory(), pilot__starts_on="2026-03-31")

    with django_assert_num_queries(12):
        assert len(shown(client.get(PAGE, MARCH))) == 2 * number
