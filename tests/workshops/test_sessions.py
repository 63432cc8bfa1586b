"""Pages of sessions: the session itself, its programme and its participants."""

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from tests.factories.mvi import UserFactory
from tests.factories.workshops import (
    ClusterFactory,
    ContributionFactory,
    HarvestFactory,
    OutcomeFactory,
    ParticipantFactory,
    SeriesFactory,
    SessionDecisionFactory,
    SessionFactory,
    StepFactory,
    VoteFactory,
)
from tests.forms import messages_of, post_form
from workshops.models import Contribution, Participant, Session, Step, Vote

LIST = reverse("workshops:session-list")


@pytest.mark.parametrize("number_of_sessions", [1, 3])
def test_the_list_needs_the_same_queries_for_any_length(client, login, number_of_sessions, django_assert_num_queries):
    login("workshops.view_session")
    for _ in range(number_of_sessions):
        SessionFactory()

    with django_assert_num_queries(7):
        response = client.get(LIST)

    assert len(response.context["session_list"]) == number_of_sessions


def test_the_list_is_filtered_and_says_when_it_is_empty(client, login):
    login("workshops.view_session")
    assert "Een sessie voegt u toe aan een reeks." in client.get(LIST).content.decode()
    session = SessionFactory(place="Council chamber")
    SessionFactory()

    assert list(client.get(LIST, {"q": "chamber"}).context["session_list"]) == [session]
    assert "Geen sessie past bij dit filter." in client.get(LIST, {"status": "closed"}).content.decode()


def full_session(number):
    """A session with so many of everything."""
    session = SessionFactory(facilitator=UserFactory(), place="Raadzaal")
    for position in range(number):
        StepFactory(session=session, position=position, is_current=position == 0)
        participant = ParticipantFactory(session=session, function=f"inkoper {position}")
        ContributionFactory(session=session, participant=participant)
        cluster = ClusterFactory(session=session)
        for _ in range(number):
            HarvestFactory(cluster=cluster, contribution=ContributionFactory(session=session))
        VoteFactory(participant=participant, cluster=cluster)
        OutcomeFactory(cluster=cluster)
        SessionDecisionFactory(session=session, owner=UserFactory())
    return session


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_a_session_needs_the_same_queries_for_any_size(client, login, number, django_assert_num_queries):
    login("workshops.view_session", "workshops.view_sessiondecision")
    session = full_session(number)

    with django_assert_num_queries(18):
        response = client.get(session.get_absolute_url())

    assert [cluster.number_of_votes for cluster in response.context["clusters"]] == [1] * number
    assert [len(cluster.notes) for cluster in response.context["clusters"]] == [number] * number
    assert response.context["number_unsorted"] == number
    assert response.context["number_sorted"] == number**2


def test_the_page_of_a_session_offers_only_what_may_be_done(client, login):
    login("workshops.view_session")
    page = client.get(full_session(2).get_absolute_url()).content.decode()

    for verb in ("wijzigen/", "verwijderen/", "archiveren/", "nieuw/", "verplaatsen/", "oogsten/", "vaststellen/"):
        assert verb not in page


def test_an_empty_session_says_so(client, login):
    login("workshops.view_session")
    page = client.get(SessionFactory().get_absolute_url()).content.decode()

    assert "Nog geen programma." in page
    assert "Er is nog niets verteld." in page
    assert "nog niet gepland" in page


def test_many_stories_that_wait_are_one_click_away(client, login):
    login("workshops.view_session", "workshops.view_contribution")
    session = SessionFactory()
    for _ in range(21):
        ContributionFactory(session=session)

    page = client.get(session.get_absolute_url()).content.decode()

    assert f'href="{reverse("workshops:contribution-list", args=[session.pk])}?place=none">Alle 21</a>' in page
    assert page.count('class="note"') == 20


def test_add_a_session_with_the_next_number(client, login):
    login("workshops.add_session", "workshops.view_session")
    series = SessionFactory(number=4).series
    url = reverse("workshops:session-add", args=[series.pk])

    response = post_form(
        client, url, title="Stories", starts_at="2026-03-12T13:00", ends_at="2026-03-12T16:30", dots="5"
    )

    session = Session.objects.get(title="Stories")
    assert (session.series, session.number, session.dots) == (series, 5, 5)
    assert messages_of(response) == ["“5 · Stories” is toegevoegd."]
    assert "12 maart 2026, 13:00–16:30" in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"title": ""}, "Dit veld is verplicht."),
        ({"number": "1"}, "Deze reeks heeft al een sessie met dit nummer."),
        ({"starts_at": "0001-01-01T00:00"}, "Kijk het jaartal na: sessies zijn van 2000 of later."),
        ({"number": "99999"}, "Zorg ervoor dat deze waarde hoogstens 32767 is."),
        ({"dots": "11"}, "Geef iedereen tussen 1 en 10 stemmen."),
        ({"starts_at": "2026-03-12T13:00", "ends_at": "2026-03-12T12:00"}, "Een sessie kan niet eindigen voordat zij begint."),  # noqa: E501
        ({"starts_at": "2026-13-12T13:00"}, "Voer een geldige datum/tijd in."),
        ({"facilitator": "999"}, "Selecteer een geldige keuze. Deze keuze is niet beschikbaar."),
    ],
)  # fmt: skip
def test_bad_input_is_explained_and_kept(client, login, typed, message):
    login("workshops.add_session")
    series = SeriesFactory()
    SessionFactory(series=series, number=1)

    response = post_form(
        client, reverse("workshops:session-add", args=[series.pk]), **({"title": "New", "place": "Stays"} | typed)
    )

    assert [error for errors in response.context["form"].errors.values() for error in errors] == [message]
    assert "Stays" in response.content.decode()
    assert Session.objects.count() == 1


def test_a_form_sent_twice_saves_once(client, login):
    login("workshops.add_session", "workshops.view_session")
    url = reverse("workshops:session-add", args=[SeriesFactory().pk])
    token = client.get(url).context["submission"]
    data = {"number": "1", "title": "Stories", "dots": "3", "submission": token}

    first = client.post(url, data)
    second = client.post(url, data, follow=True)

    assert Session.objects.count() == 1
    assert second.redirect_chain == [(first.url, 302)]
    assert "Dit was al opgeslagen; twee keer versturen heeft niets veranderd." in messages_of(second)


def test_change_a_session(client, login):
    login("workshops.change_session", "workshops.view_session")
    session = SessionFactory()

    response = post_form(client, reverse("workshops:session-change", args=[session.pk]), title="Values")

    assert response.redirect_chain == [(session.get_absolute_url(), 302)]
    session.refresh_from_db()
    assert session.title == "Values"


def test_a_session_is_removed_only_when_nobody_took_part(client, login):
    user = login("workshops.delete_session", "workshops.view_series")
    with_programme = StepFactory().session
    with_story = ContributionFactory().session

    gone = client.post(reverse("workshops:session-remove", args=[with_programme.pk]))
    kept = client.post(reverse("workshops:session-remove", args=[with_story.pk]))

    assert gone.url == with_programme.series.get_absolute_url()
    assert kept.status_code == 409
    assert "Aan deze sessie hebben mensen deelgenomen." in kept.content.decode()
    assert list(Session.objects.all()) == [with_story]
    assert AuditEvent.objects.get().actor == user


def test_markup_is_shown_as_typed(client, login):
    login("workshops.view_session", "workshops.view_contribution", "workshops.change_participant")
    session = SessionFactory(title="<script>alert(1)</script>")
    ContributionFactory(session=session, text="<b>vet</b>", function="<i>boer</i>")

    pages = (
        client.get(session.get_absolute_url()).content.decode()
        + client.get(reverse("workshops:contribution-list", args=[session.pk])).content.decode()
    )

    assert "<script>alert" not in pages
    assert "<b>vet" not in pages
    assert "<i>boer" not in pages
    assert "&lt;b&gt;vet&lt;/b&gt;" in pages


def test_steps_are_added_at_the_end_and_moved(client, login):
    login("workshops.add_step", "workshops.change_step", "workshops.delete_step", "workshops.view_session")
    session = SessionFactory()
    for title in ("One", "Two", "Three"):
        post_form(client, reverse("workshops:step-add", args=[session.pk]), title=title, kind="stories")
    one, two, three = session.steps.all()

    client.post(reverse("workshops:step-move", args=[three.pk]), {"up": ""})
    client.post(reverse("workshops:step-move", args=[one.pk]), {"up": ""})
    client.post(reverse("workshops:step-move", args=[one.pk]), {"down": ""})

    assert [step.title for step in session.steps.all()] == ["Three", "One", "Two"]
    post_form(client, reverse("workshops:step-change", args=[two.pk]), title="Last", minutes="25")
    client.post(reverse("workshops:step-remove", args=[one.pk]))
    assert [(step.title, step.minutes) for step in session.steps.all()] == [("Three", 15), ("Last", 25)]
    assert AuditEvent.objects.filter(action="move").count() == 2


def test_a_step_of_an_unknown_kind_is_refused(client, login):
    login("workshops.add_step")
    response = post_form(
        client, reverse("workshops:step-add", args=[SessionFactory().pk]), title="One", kind="lunch", minutes="-1"
    )

    assert response.context["form"].errors == {
        "kind": ["Selecteer een geldige keuze. lunch is geen beschikbare keuze."],
        "minutes": ["Zorg ervoor dat deze waarde minstens 0 is."],
    }
    assert not Step.objects.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_participants_needs_the_same_queries(client, login, number, django_assert_num_queries):
    login("workshops.view_participant")
    session = SessionFactory()
    for _ in range(number):
        ParticipantFactory(session=session)

    with django_assert_num_queries(7):
        response = client.get(reverse("workshops:participant-list", args=[session.pk]))

    assert len(response.context["participant_list"]) == number


def test_only_who_manages_participants_sees_names(client, login):
    session = SessionFactory()
    ParticipantFactory(session=session, name="Nickname", function="inkoper", department="Inkoop")
    url = reverse("workshops:participant-list", args=[session.pk])

    login("workshops.view_participant")
    page = client.get(url).content.decode()
    assert "Nickname" not in page
    assert "inkoper" in page
    login("workshops.view_participant", "workshops.change_participant", "workshops.delete_participant")
    assert "Nickname" in client.get(url).content.decode()
    assert not client.get(url, {"q": "boer"}).context["participant_list"]
    assert "Geen deelnemer past bij dit filter." in client.get(url, {"q": "boer"}).content.decode()
    assert list(client.get(url, {"q": "inkoop"}).context["participant_list"]) == [Participant.objects.get()]


def test_participants_are_added_and_changed(client, login):
    login("workshops.add_participant", "workshops.change_participant", "workshops.view_session")
    session = SessionFactory()

    post_form(client, reverse("workshops:participant-add", args=[session.pk]), name="Nick", function="inkoper")
    participant = session.participants.get()
    post_form(client, reverse("workshops:participant-change", args=[participant.pk]), department="Inkoop")

    participant.refresh_from_db()
    assert (participant.name, participant.function, participant.department) == ("Nick", "inkoper", "Inkoop")


@pytest.mark.parametrize(("typed", "hidden"), [({}, False), ({"hide_contributions": "on"}, True)])
def test_a_participant_who_is_removed_leaves_stories_without_a_name(client, login, typed, hidden):
    login("workshops.delete_participant", "workshops.view_participant")
    participant = ParticipantFactory()
    ContributionFactory(session=participant.session, participant=participant, function="inkoper")
    VoteFactory(participant=participant, cluster__session=participant.session)

    response = client.post(reverse("workshops:participant-remove", args=[participant.pk]), typed, follow=True)

    contribution = Contribution.objects.get()
    assert (contribution.participant, contribution.function, contribution.is_hidden) == (None, "inkoper", hidden)
    assert not Participant.objects.exists()
    assert not Vote.objects.exists()
    assert messages_of(response) == ["De deelnemer is verwijderd."]
    assert "Nog niemand doet mee." in response.content.decode()


def test_names_and_stories_never_enter_the_history_or_the_audit_trail(client, login):
    login("workshops.add_participant", "workshops.add_contribution", "workshops.view_session")
    session = SessionFactory()

    post_form(client, reverse("workshops:participant-add", args=[session.pk]), name="Secret name")
    post_form(client, reverse("workshops:contribution-add", args=[session.pk]), text="Secret story")

    assert not {"name", "department", "token", "user"} & set(Participant.objects.get().events.values().get())
    assert not {"text", "participant_id"} & set(Contribution.objects.get().events.values().get())
    assert "Secret" not in str(list(AuditEvent.objects.values()))
    assert "Secret" not in f"{session.participants.get()} {session.contributions.get()}"
