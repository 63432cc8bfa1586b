"""An attacker who may read every page tries to find the answers of fewer than five people by adding and subtracting."""

import re
from fractions import Fraction
from itertools import combinations, product

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.factories.mvi import UserFactory
from tests.factories.strategy import StrategyFactory
from tests.factories.workshops import ParticipantFactory, PulseAnswerFactory, PulseFactory, SeriesFactory
from workshops.actions import close_pulse, remove_participant
from workshops.models import STATEMENTS, Function, PulseAnswer
from workshops.support import SMALLEST, shown

pytestmark = pytest.mark.django_db
SHARES = re.compile(r'<td class="number">(\d+)%</td>')
ROWS = re.compile(r"Niet apart te zien.*?: (.*?); samen (\d+) antwoorden, gemiddelde ([\d,]+)\.")


def can_be_solved(known, wanted):
    """Whether the sum of the wanted unknowns follows from sums that are known: plain elimination."""
    rows = [[Fraction(name in some) for name in Function.values] for some in known]
    target = [Fraction(name in wanted) for name in Function.values]
    for column in range(len(target)):
        pivot = next((row for row in rows if row[column]), None)
        if pivot is None:
            continue
        rows = [row for row in rows if row is not pivot]
        rows = [less(row, pivot, column) for row in rows]
        target = less(target, pivot, column)
    return not any(target)


def less(row, pivot, column):
    factor = row[column] / pivot[column]
    return [one - factor * other for one, other in zip(row, pivot, strict=True)]


def small_groups(sizes):
    """Every set of functions with one to four answers among them."""
    names = [name for name in sizes if sizes[name]]
    for number in range(1, len(names) + 1):
        for some in combinations(names, number):
            if sum(sizes[name] for name in some) < SMALLEST:
                yield set(some)


def test_the_attack_works_on_a_page_that_only_hides_small_groups():
    sizes = {"buyer": 8, "executive": 3}

    assert can_be_solved([set(sizes), {"buyer"}], {"executive"})
    assert shown(sizes) == []


def test_every_part_that_is_shown_is_large_enough():
    """The shown functions and the rest are apart from each other, so all that follows is a sum of these parts."""
    for numbers in product(range(SMALLEST + 2), repeat=4):
        sizes = dict(zip(Function.values, numbers, strict=False))
        apart = shown(sizes)
        rest = sum(numbers) - sum(sizes[name] for name in apart)

        assert all(sizes[name] >= SMALLEST for name in apart)
        assert rest == 0 or rest >= SMALLEST or not apart


def test_as_much_as_possible_is_shown():
    assert shown({"buyer": 8, "executive": 5, "other": 0}) == ["buyer", "executive"]
    assert shown({"buyer": 8, "executive": 3, "other": 2}) == ["buyer"]
    assert shown({"buyer": 8, "executive": 6, "other": 4}) == ["buyer"]
    assert shown({"buyer": 4, "executive": 4}) == []


class Attacker:
    """Opens every view of every moment with every filter, and keeps what stands there: a set of functions, a number."""

    def __init__(self, client, series, moments=("before",), functions=("", "buyer")):
        self.known = []
        page = reverse("workshops:series-pulse", args=[series.pk])
        for moment in moments:
            for function in functions:
                response = client.get(page, {"moment": moment, "function": function})
                assert response.status_code == 200
                self.read(response, moment, function)
        self.read_trend(client.get(page))

    def read(self, response, moment, function):
        text = response.content.decode()
        number = re.search(r"<span>(\d+) antwoord", text)
        if number:
            self.known.append((moment, frozenset([function] if function else Function.values), int(number[1])))
        assert bool(number) == bool(SHARES.search(text))
        if rest := ROWS.search(text):
            names = {str(label): value for value, label in Function.choices}
            some = frozenset(names[name] for name in rest[1].split(", "))
            self.known.append((moment, some, int(rest[2])))

    def read_trend(self, response):
        """The same figures stand in the trend: no group that is not on the page of its moment."""
        names = {str(label): frozenset([value]) for value, label in Function.choices}
        names["iedereen"] = frozenset(Function.values)
        for row in response.context["trend"]:
            for one, group in zip(response.context["moments"], row["groups"], strict=True):
                if group:
                    assert (one.pulse.moment, names[str(row["name"])], group.number) in self.known


@pytest.fixture
def reader(client, login):
    login("workshops.view_pulse", "workshops.view_series", "strategy.view_strategy")
    return client


def fill(series, moment, sizes):
    pulse = PulseFactory(series=series, moment=moment)
    PulseAnswer.objects.bulk_create(
        PulseAnswerFactory.build(pulse=pulse, function=function, awareness=1 + number % 5)
        for function, size in sizes.items()
        for number in range(size)
    )
    return close_pulse(pulse=pulse, by=None)


def test_who_reads_all_pages_moments_and_filters_finds_no_small_group(reader):
    moments = {"before": (6, 4, 0, 0, 1, 0, 9), "after": (5, 6, 4, 0, 0, 0, 0)}
    series = SeriesFactory()
    sizes = {moment: dict(zip(Function.values, numbers, strict=True)) for moment, numbers in moments.items()}
    for moment, of_moment in sizes.items():
        fill(series, moment, of_moment)

    attacker = Attacker(reader, series, moments, ["", "nonsense", *Function.values])

    assert attacker.known
    for moment, some, number in attacker.known:
        assert number == sum(sizes[moment][name] for name in some) >= SMALLEST
    for moment, of_moment in sizes.items():
        known = [set(some) for where, some, _number in attacker.known if where == moment]
        empty = [{name} for name in of_moment if not of_moment[name]]
        assert [some for some in small_groups(of_moment) if can_be_solved(known + empty, some)] == []


def test_looking_before_and_after_an_answer_tells_nothing(reader):
    """One more answer between two looks would be that answer; so an open pulse shows nothing at all."""
    series = SeriesFactory()
    pulse = PulseFactory(series=series)
    looks = []
    for number in range(6):
        looks.append(Attacker(reader, series).known)
        PulseAnswerFactory(pulse=pulse, awareness=1 + number % 5)
    close_pulse(pulse=pulse, by=None)

    assert looks == [[]] * 6
    assert Attacker(reader, series).known == [("before", frozenset(Function.values), 6), ("before", {"buyer"}, 6)]


def test_removing_somebody_from_the_session_changes_no_figure(reader):
    series = SeriesFactory()
    participant = ParticipantFactory(session__series=series)
    fill(series, "before", {"buyer": 6})
    before = Attacker(reader, series).known

    remove_participant(participant=participant, hide_contributions=True, by=UserFactory())

    assert Attacker(reader, series).known == before


def test_the_overview_gives_a_figure_of_the_page_and_no_other(reader):
    strategy = StrategyFactory(is_current=True)
    series = SeriesFactory(strategy=strategy)
    fill(series, "before", {"buyer": 7})
    fill(SeriesFactory(strategy=strategy), "before", {"executive": 4})  # asked later, and too small to show or to add

    figure = reader.get(reverse("overview:dashboard")).context["support"]

    page = reader.get(reverse("workshops:series-pulse", args=[series.pk]))
    assert (figure.mean, figure.number) == (page.context["group"].mean, 7)


def test_answers_leave_by_no_other_door(client, login):
    """No admin, no import or export, no right to read them, no history and no search."""
    login(is_superuser=True)

    assert PulseAnswer not in admin.site._registry
    assert PulseAnswer._meta.default_permissions == ()
    assert not hasattr(PulseAnswer, "events")
    fields = {name for model in admin.site._registry.values() if hasattr(model, "resource_classes")
              for resource in model.resource_classes or () for name in resource._meta.fields or ()}  # fmt: skip
    assert fields.isdisjoint(STATEMENTS)
