"""What the pages say of a pulse: addresses for later, bars, the trend, and the figure of the overview."""

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from strategy.models import Strategy
from tests.factories.strategy import StrategyFactory
from tests.factories.workshops import (
    PulseAddressFactory,
    PulseAnswerFactory,
    PulseFactory,
    SeriesFactory,
)
from workshops import actions
from workshops.models import PulseAnswer
from workshops.support import support

pytestmark = pytest.mark.django_db


@pytest.fixture
def series():
    return SeriesFactory()


def test_addresses_are_added_by_who_prepares_the_series(client, login, series):
    user = login("workshops.change_pulse", "workshops.view_pulse")
    PulseAddressFactory(series=series, email="een@gemeente.example")
    url = reverse("workshops:pulse-addresses", args=[series.pk])

    response = client.post(url, {"emails": "Een@gemeente.example\ntwee@gemeente.example; Rie <drie@gemeente.example>"},
                           follow=True)  # fmt: skip

    assert "2 adressen zijn toegevoegd." in response.content.decode()
    assert "3 adressen" in response.content.decode()
    event = AuditEvent.objects.get()
    assert (event.action, event.actor, event.details) == ("add pulse addresses", user, {"number": 2})


@pytest.mark.parametrize(
    ("emails", "said"),
    [
        ("geen adres", "“geen” is geen e-mailadres."),
        ("a@b.nl " * 201, "Hoogstens 200 tegelijk."),
        ("", "Dit veld is verplicht."),
    ],
)
def test_what_is_no_address_is_said(client, login, series, emails, said):
    login("workshops.change_pulse")

    response = client.post(reverse("workshops:pulse-addresses", args=[series.pk]), {"emails": emails})

    assert response.context["form"].errors["emails"] == [said]


def test_too_many_addresses_are_refused_beside_the_field(client, login, series, monkeypatch):
    monkeypatch.setattr("workshops.actions.pulse.MOST_ADDRESSES", 0)
    login("workshops.change_pulse")

    response = client.post(reverse("workshops:pulse-addresses", args=[series.pk]), {"emails": "a@b.nl"})

    assert list(response.context["form"].errors) == ["emails"]


def results(client, series, **params):
    return client.get(reverse("workshops:series-pulse", args=[series.pk]), params)


def answered(series, moment, closed=True, **functions):
    """A pulse with for each function the scores of `awareness`; the other statements got 3."""
    pulse = PulseFactory(series=series, moment=moment)
    for function, scores in functions.items():
        for score in scores:
            PulseAnswerFactory(pulse=pulse, function=function, awareness=score)
    return actions.close_pulse(pulse=pulse, by=None) if closed else pulse


def test_a_series_that_was_not_asked_says_what_to_do(client, login, series):
    login("workshops.view_pulse")

    assert "Nog niemand is gevraagd." in results(client, series).content.decode()


def test_the_page_shows_bars_and_the_trend(client, login, series):
    login("workshops.view_pulse", "workshops.view_series")
    answered(series, "before", buyer=[1, 1, 2, 3, 5], executive=[3] * 5)
    answered(series, "after", buyer=[5] * 5, executive=[2] * 6)

    page = results(client, series)
    first = results(client, series, moment="before", function="buyer")

    text = page.content.decode()
    assert page.context["chosen"].pulse.moment == "after"
    assert page.context["group"].number == 11
    assert [(row["name"], row["change"] and float(row["change"])) for row in page.context["trend"]] == [
        ("iedereen", 0.2),
        ("inkoper", 0.5),
        ("bestuurder", -0.2),
    ]
    assert "▲" in text
    assert "▼" in text
    row = first.context["group"].rows[0]
    assert (float(row["mean"]), row["shares"]) == (2.4, {"disagree": 60, "neutral": 20, "agree": 20})
    assert 'aria-label="helemaal oneens 40%, oneens 20%, neutraal 20%, eens 0%, helemaal eens 20%"' in row["bar"]
    assert '<rect x="30.0" y="0" width="40.0" height="18" class="pulse-bar__1"/>' in row["bar"]
    assert "inkoper (5)" in first.content.decode()
    assert reverse("workshops:series-pulse", args=[series.pk]) in client.get(series.get_absolute_url()).content.decode()


def test_remarks_stand_without_function_and_only_with_enough_answers(client, login, series):
    login("workshops.view_pulse")
    pulse = answered(series, "before", closed=False, buyer=[3] * 4)
    PulseAnswerFactory(pulse=pulse, function="executive", remark="Zeker tijd")
    PulseAnswer.objects.filter(function="buyer").update(remark="Andere regels")
    actions.close_pulse(pulse=pulse, by=None)

    assert results(client, series).context["chosen"].remarks == ["Andere regels"] * 4 + ["Zeker tijd"]


def test_an_open_pulse_shows_nothing_and_can_be_closed(client, login, series):
    user = login("workshops.view_pulse", "workshops.change_pulse")
    pulse = answered(series, "before", closed=False, buyer=[5] * 6)

    page = results(client, series)
    closed = client.post(reverse("workshops:pulse-close", args=[pulse.pk]), follow=True)

    assert "Er wordt nog geantwoord." in page.content.decode()
    assert page.context["group"] is None
    assert page.context["trend"] == []
    assert closed.context["group"].number == 6
    assert AuditEvent.objects.get(action="close").actor == user
    assert client.post(reverse("workshops:pulse-close", args=[pulse.pk])).status_code == 409


def test_support_is_that_of_the_series_that_was_asked_last():
    strategy = StrategyFactory()
    older, newer = (SeriesFactory(strategy=strategy) for _ in range(2))
    answered(older, "before", buyer=[1] * 5)
    answered(newer, "before", buyer=[2] * 5)
    answered(newer, "after", buyer=[4] * 5, other=[4] * 5)
    answered(SeriesFactory(strategy=strategy), "before", buyer=[5] * 4)  # too few
    answered(SeriesFactory(), "before", buyer=[5] * 6)  # of no strategy

    found = support(strategy)

    assert (found.series, float(found.mean), found.number, float(found.change)) == (newer, 3.2, 10, 0.4)
    assert found.latest.pulse.moment == "after"
    assert support(StrategyFactory()) is None


def test_one_moment_is_no_trend():
    strategy = StrategyFactory()
    answered(SeriesFactory(strategy=strategy), "before", buyer=[4] * 5)

    assert support(Strategy.objects.get(pk=strategy.pk)).change is None


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_needs_the_same_queries_for_any_number(client, login, series, number, django_assert_num_queries):
    login("workshops.view_pulse")
    for moment in ("before", "after", "year")[:number]:
        answered(series, moment, buyer=[3] * 5 * number)
    results(client, series)

    with django_assert_num_queries(8):
        assert len(results(client, series).context["moments"]) == number
