import datetime as dt

import pytest
from django.db.models import Count
from django.utils.timezone import localdate as today

from mvi.as_of import as_of, first_day, kept_models
from pilots.models import Pilot, PilotTheme
from strategy.models import Theme
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotFactory, PilotThemeFactory
from tests.factories.strategy import ThemeFactory
from tests.factories.workshops import ContributionFactory
from tests.past import days_pass
from workshops.models import Contribution

pytestmark = pytest.mark.django_db


def ago(number):
    return today() - dt.timedelta(days=number)


def test_a_row_is_read_as_it_was_at_the_end_of_each_day():
    theme = ThemeFactory(name="Eerst")
    days_pass(10)
    Theme.objects.update(name="Later")
    days_pass(10)
    theme.delete()

    def names(day):
        with as_of(day):
            return [row.name for row in Theme.objects.all()]

    assert names(ago(21)) == []
    assert names(ago(20)) == names(ago(11)) == ["Eerst"]
    assert names(ago(10)) == names(ago(1)) == ["Later"]
    assert names(today()) == names(None) == []


def test_joins_subqueries_counts_and_unions_are_of_the_same_day():
    link = PilotThemeFactory(pilot=PilotFactory(name="Sloop"), theme=ThemeFactory(name="Circulair"))
    days_pass(5)
    link.delete()
    Theme.objects.update(name="Anders")

    with as_of(ago(2)):
        tied = Pilot.objects.filter(pilot_themes__in=PilotTheme.objects.filter(theme__name="Circulair"))
        assert tied.count() == 1
        assert [row.name for row in Theme.objects.filter(pilots__in=tied).union(Theme.objects.all())] == ["Circulair"]
        assert [pilot.pilot_themes.all()[0].theme.name for pilot in Pilot.objects.prefetch_related("pilot_themes")] == [
            "Circulair"
        ]
        assert [row.number for row in Theme.objects.annotate(number=Count("pilot_themes"))] == [1]
    assert [row.number for row in Theme.objects.annotate(number=Count("pilot_themes"))] == [0]


def test_what_history_does_not_keep_is_not_known():
    ContributionFactory(text="Wat iemand vertelde")

    with as_of(today()):
        assert Contribution.objects.get().text is None


def test_people_are_those_of_now():
    person = UserFactory(name="Vroeger")
    theme = ThemeFactory(owner=person)
    days_pass(3)
    type(person).objects.update(name="Nu")

    with as_of(ago(1)):
        assert str(Theme.objects.select_related("owner").get(pk=theme.pk).owner) == "Nu"


def test_the_past_cannot_be_written():
    theme = ThemeFactory()

    with pytest.raises(RuntimeError, match="not written"), as_of(today()):
        theme.save()


def test_each_table_that_keeps_a_history_can_be_read_from_it():
    """The text for each of them is right, whatever its columns are."""
    now = {model: list(model._base_manager.order_by("pk").values_list("pk")) for model, _events in kept_models()}

    with as_of(today()):
        assert {model: list(model._base_manager.order_by("pk").values_list("pk")) for model in now} == now
        for model in now:
            list(model._base_manager.all())


def test_the_first_day_is_that_of_the_oldest_row():
    ThemeFactory()
    days_pass(400)
    ThemeFactory()

    assert first_day() <= ago(400)
