"""What a page of a pilot reads at once is what Django would have read, in the same order."""

import datetime as dt

import pytest
from django.utils.timezone import localdate

from mvi.as_of import as_of
from pilots.models import Kpi, Lot, Pilot, PilotCoreValue, PilotGoal, PilotTheme
from tests.factories.mvi import UserFactory
from tests.factories.pilots import (
    KpiFactory,
    LotFactory,
    PilotCoreValueFactory,
    PilotFactory,
    PilotGoalFactory,
    PilotThemeFactory,
    ResultFactory,
)
from tests.nouns import facts
from tests.past import days_pass

pytestmark = pytest.mark.django_db


def test_a_pilot_is_read_with_its_people(django_assert_num_queries):
    pilot = PilotFactory(buyer=UserFactory(), project_leader=None)

    with django_assert_num_queries(1):
        found = Pilot.at(pilot.slug)
        people = found.buyer, found.project_leader

    assert facts(found) == facts(Pilot.objects.get())
    assert people == (pilot.buyer, None)
    assert Pilot.at("nergens") is None


@pytest.mark.parametrize(
    ("noun", "factory", "placed", "named", "address"),
    [
        (PilotTheme, PilotThemeFactory, "theme__position", "theme__name", "theme"),
        (PilotCoreValue, PilotCoreValueFactory, "core_value__position", "core_value__name", "core_value"),
        (PilotGoal, PilotGoalFactory, "goal__position", "goal__statement", "goal"),
        (Lot, LotFactory, None, "name", None),
        (Kpi, KpiFactory, None, "name", None),
    ],
)
def test_what_hangs_on_a_pilot_is_read_at_once_in_its_own_order(
    noun, factory, placed, named, address, django_assert_num_queries
):
    pilot = PilotFactory()
    for place, name in [(2, "a"), (1, "C"), (1, "b"), (3, "é")]:
        factory(pilot=pilot, **{named: name} | ({placed: place} if placed else {}))
    factory()

    with django_assert_num_queries(1):
        found = noun.of(pilot)
        names = [str(row) for row in found]
        shown = {(row.pilot, (getattr(row, address) if address else row).get_absolute_url()) for row in found}

    expected = list(noun.objects.filter(pilot=pilot))
    assert [facts(row) for row in found] == [facts(row) for row in expected]
    assert names == [str(row) for row in expected]
    assert {whose for whose, _address in shown} == {pilot}


def test_the_goal_of_a_pilot_is_read_with_its_theme(django_assert_num_queries):
    link = PilotGoalFactory()

    with django_assert_num_queries(1):
        assert [row.goal.theme for row in PilotGoal.of(link.pilot)] == [link.goal.theme]


def test_a_kpi_is_read_with_its_latest_result(django_assert_num_queries):
    kpi = KpiFactory(name="A")
    KpiFactory(name="B", pilot=kpi.pilot)
    latest = ResultFactory(kpi=kpi, on="2026-03-01")
    ResultFactory(kpi=kpi, on="2026-01-01")

    with django_assert_num_queries(1):
        assert [row.latest_result for row in Kpi.of(kpi.pilot)] == [latest, None]


def test_who_looks_back_reads_what_it_was_then():
    pilot = PilotFactory(client="Wegen")
    link, lot = PilotThemeFactory(pilot=pilot, level=1), LotFactory(pilot=pilot)
    days_pass(5)
    Pilot.objects.update(client="Groen")
    link.delete()
    lot.delete()

    def read():
        found = Pilot.at(pilot.slug)
        return found.client, len(found.theme_links), len(Lot.of(found))

    with as_of(localdate() - dt.timedelta(days=2)):
        assert read() == ("Wegen", 1, 1)
    assert read() == ("Groen", 0, 0)
