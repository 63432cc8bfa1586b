"""What a page of a pilot reads at once is what Django would have read, in the same order."""

import pytest

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

pytestmark = pytest.mark.django_db


def facts(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_a_pilot_is_read_with_its_people(django_assert_num_queries):
    pilot = PilotFactory(buyer=UserFactory(), project_leader=None)

    with django_assert_num_queries(1):
        found = Pilot.at(pilot.slug)
        people = found.buyer, found.project_leader

    assert facts(found) == facts(Pilot.objects.get())
    assert people == (pilot.buyer, None)
    assert Pilot.at("nergens") is None


@pytest.mark.parametrize(
    ("noun", "factory", "related"),
    [
        (PilotTheme, PilotThemeFactory, "theme"),
        (PilotCoreValue, PilotCoreValueFactory, "core_value"),
        (PilotGoal, PilotGoalFactory, "goal__theme"),
        (Lot, LotFactory, "pilot"),
        (Kpi, KpiFactory, "pilot"),
    ],
)
def test_what_hangs_on_a_pilot_is_read_at_once_in_its_own_order(noun, factory, related, django_assert_num_queries):
    pilot = PilotFactory()
    factory.create_batch(3, pilot=pilot)
    factory()

    with django_assert_num_queries(1):
        found = noun.of(pilot)
        names = [str(row) for row in found]

    expected = list(noun.objects.filter(pilot=pilot).select_related(related))
    assert [facts(row) for row in found] == [facts(row) for row in expected]
    assert names == [str(row) for row in expected]


def test_a_kpi_is_read_with_its_latest_result(django_assert_num_queries):
    kpi, unmeasured = KpiFactory(name="A"), KpiFactory(name="B")
    unmeasured.pilot = kpi.pilot
    unmeasured.save()
    ResultFactory(kpi=kpi, on="2026-01-01")
    latest = ResultFactory(kpi=kpi, on="2026-03-01")

    with django_assert_num_queries(1):
        assert [row.latest_result for row in Kpi.of(kpi.pilot)] == [latest, None]
