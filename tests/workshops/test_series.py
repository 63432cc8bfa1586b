"""Pages of series."""

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from tests.factories.strategy import StrategyFactory
from tests.factories.workshops import (
    ContributionFactory,
    ParticipantFactory,
    SeriesFactory,
    SessionFactory,
    StepFactory,
)
from tests.forms import messages_of, post_form
from workshops.models import Series, Step

LIST = reverse("workshops:series-list")


@pytest.mark.parametrize("number_of_series", [1, 3])
def test_the_list_needs_the_same_queries_for_any_length(client, login, number_of_series, django_assert_num_queries):
    login("workshops.view_series", "workshops.view_session")
    for _ in range(number_of_series):
        series = SeriesFactory(strategy=StrategyFactory())
        for _ in range(number_of_series):
            session = SessionFactory(series=series)
            ParticipantFactory(session=session)
            ContributionFactory(session=session)

    with django_assert_num_queries(8):
        response = client.get(LIST)

    rows = [
        (session.number_of_participants, session.number_of_contributions)
        for series in response.context["series_list"]
        for session in series.sessions_in_use
    ]
    assert rows == [(1, 1)] * number_of_series**2


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"q": "stories"}, ["MVI"]),
        ({"q": "STORIES mvi"}, ["MVI"]),
        ({"q": "nothing"}, []),
        ({"archive": "archived"}, ["Old"]),
        ({"archive": "all"}, ["Energy", "MVI", "Old"]),
        ({}, ["Energy", "MVI"]),
    ],
)
def test_the_list_is_filtered(client, login, typed, found):
    login("workshops.view_series", "workshops.change_series")
    series = SeriesFactory(title="MVI", aim="Together")
    SessionFactory(series=series, title="Stories one")
    SessionFactory(series=series, title="Stories two")
    SeriesFactory(title="Energy")
    old = SeriesFactory(title="Old")
    client.post(reverse("workshops:series-archive", args=[old.pk]))

    assert [series.title for series in client.get(LIST, typed).context["series_list"]] == found


def test_an_empty_list_says_what_to_do(client, login):
    login("workshops.view_series")
    assert "Nog geen werksessies." in client.get(LIST).content.decode()
    assert reverse("workshops:series-add") not in client.get(LIST).content.decode()
    assert "Geen reeks past bij dit filter." in client.get(LIST, {"q": "x"}).content.decode()

    login("workshops.view_series", "workshops.add_series")
    assert client.get(LIST).content.decode().count(reverse("workshops:series-add")) == 2


def test_add_a_series(client, login):
    user = login("workshops.add_series", "workshops.view_series")
    strategy = StrategyFactory()

    response = post_form(
        client, reverse("workshops:series-add"), title="MVI", strategy=str(strategy.pk), start_from="empty"
    )

    series = Series.objects.get()
    assert (series.title, series.strategy) == ("MVI", strategy)
    assert response.redirect_chain == [(series.get_absolute_url(), 302)]
    assert messages_of(response) == ["“MVI” is toegevoegd."]
    assert AuditEvent.objects.get().actor == user
    assert "Nog geen sessies." in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"title": ""}, "Dit veld is verplicht."),
        ({"title": "There"}, "Er bestaat al een Reeks werksessies met eenzelfde Titel."),
        ({"title": "a\x07b"}, "Deze tekst bevat een onzichtbaar besturingsteken. Typ de tekst opnieuw, of plak hem als platte tekst."),  # noqa: E501
        ({"start_from": "99"}, "Selecteer een geldige keuze. 99 is geen beschikbare keuze."),
        ({"months_names_are_kept": "25"}, "Namen worden 1 tot 24 maanden bewaard."),
        ({"strategy": "99"}, "Selecteer een geldige keuze. Deze keuze is niet beschikbaar."),
    ],
)  # fmt: skip
def test_bad_input_is_explained_and_kept(client, login, typed, message):
    login("workshops.add_series")
    SeriesFactory(title="There")

    typed = {"title": "New", "aim": "Stays", "start_from": "three"} | typed
    response = post_form(client, reverse("workshops:series-add"), **typed)

    assert [error for errors in response.context["form"].errors.values() for error in errors] == [message]
    assert "Stays" in response.content.decode()
    assert Series.objects.count() == 1


def test_change_a_series_after_somebody_else_did(client, login):
    login("workshops.change_series", "workshops.view_series")
    series = SeriesFactory(title="One")
    url = reverse("workshops:series-change", args=[series.pk])
    page = client.get(url)
    post_form(client, url, title="Two")

    typed = {"title": "Three", "aim": "", "strategy": "", "months_names_are_kept": "6"}
    response = client.post(url, typed | {"submission": page.context["submission"], "version": "1"})

    assert response.status_code == 409
    assert "Two" in response.content.decode()
    series.refresh_from_db()
    assert series.title == "Two"


def test_a_series_with_sessions_is_not_removed(client, login):
    login("workshops.delete_series", "workshops.view_series")
    series = SessionFactory().series
    empty = SeriesFactory()

    response = client.post(reverse("workshops:series-remove", args=[series.pk]))
    client.post(reverse("workshops:series-remove", args=[empty.pk]))

    assert response.status_code == 409
    assert list(Series.objects.all()) == [series]


def test_a_series_shows_its_sessions_and_its_history(client, login):
    login("workshops.view_series", "workshops.add_session", "workshops.delete_series", "workshops.change_series")
    session = SessionFactory(series__aim="Values", series__strategy=StrategyFactory(title="Course"))

    page = client.get(session.series.get_absolute_url()).content.decode()

    assert session.get_absolute_url() in page
    assert "Values" in page
    assert "Course" in page
    history = client.get(reverse("workshops:series-history", args=[session.series.pk]))
    assert len(history.context["entries"]) == 2  # itself and its session


def test_start_from_three_sessions(client, login):
    login("workshops.add_series", "workshops.view_series")

    response = post_form(client, reverse("workshops:series-add"), title="MVI", start_from="three")

    sessions = Series.objects.get().sessions.all()
    assert [(session.number, session.title) for session in sessions] == [
        (1, "Achtergrond en verhalen"),
        (2, "Concreet maken"),
        (3, "Pilots uitwerken"),
    ]
    assert [session.steps.count() for session in sessions] == [6, 6, 6]
    first = sessions[0].steps.get(kind="stories")
    assert (first.minutes, first.question) == (
        45,
        "Welke inkoop liep beter of slechter dan u verwachtte, en hoe kwam dat?",
    )
    assert first.materials == "Een oplader voor telefoons; papier voor wie geen telefoon heeft."
    asked = Step.objects.filter(kind="pulse").order_by("session__number").values_list("session__number", "moment")
    assert list(asked) == [(1, "before"), (3, "after")]
    assert len({session.join_code for session in sessions}) == 3
    assert "Achtergrond en verhalen" in response.content.decode()


def test_copy_a_series_or_an_own_template(client, login):
    login("workshops.add_series", "workshops.view_series")
    step = StepFactory(
        session__series__title="Ours",
        session__series__is_template=True,
        session__dots=5,
        is_current=True,
        question="Why?",
        materials="Cards",
    )
    ParticipantFactory(session=step.session)
    ContributionFactory(session=step.session)
    SeriesFactory(title="Another")
    url = reverse("workshops:series-add")
    offered = [label for _value, label in client.get(url).context["form"].fields["start_from"].choices]

    response = post_form(client, url, title="New", start_from=str(step.session.series.pk))

    (copied,) = Series.objects.get(title="New").sessions.all()
    assert offered[1:3] == ["kopie van: Ours", "kopie van: Another"]
    assert (copied.title, copied.dots, copied.join_code == step.session.join_code) == (step.session.title, 5, False)
    (row,) = copied.steps.all()
    assert (row.title, row.question, row.materials, row.is_current) == (step.title, "Why?", "Cards", False)
    assert not copied.participants.exists()
    assert not copied.contributions.exists()
    assert "sjabloon" not in response.content.decode()
    assert "sjabloon" in client.get(step.session.series.get_absolute_url()).content.decode()
