"""The console of the facilitator and the big screen."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from mvi.models import AuditEvent
from tests.conftest import give
from tests.factories.pilots import PilotFactory
from tests.factories.workshops import (
    ClusterFactory,
    ContributionFactory,
    HarvestFactory,
    OutcomeFactory,
    ParticipantFactory,
    SessionFactory,
    StepFactory,
    VoteFactory,
)
from tests.forms import messages_of
from workshops import qr
from workshops.actions import harvest, merge
from workshops.actions import place as place_on_board
from workshops.models import BoardChange, Cluster, Harvest, SessionStatus, StepKind
from workshops.views.console import at_the_session

PART = {"HTTP_X_PART": "board"}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]*)"')


@pytest.fixture
def session(db):
    """An open session with two clusters, each with two stories, and one story that waits."""
    session = SessionFactory(open=True, join_code="KX74PM")
    for place, name in enumerate(["Ruimte", "Verbinden"]):
        cluster = ClusterFactory(session=session, name=name, position=place)
        for number in (1, 2):
            HarvestFactory(cluster=cluster, contribution=ContributionFactory(session=session, text=f"{name} {number}"))
    ContributionFactory(session=session, text="Wacht nog")
    return session


@pytest.fixture
def facilitator(login):
    return login("workshops.change_session", "workshops.view_session")


def do(client, verb, session, /, **typed):
    """Press a button of the console, as its script does."""
    return client.post(reverse(f"workshops:{verb}", args=[session.pk]), typed, **PART)


def board(session):
    """The board in words: each column with its stories."""
    columns = {
        cluster.name: sorted(row.words for row in cluster.harvests.select_related("contribution"))
        for cluster in session.clusters.all()
    }
    return columns | {"": sorted(story.text for story in session.contributions.unsorted())}


BOARD = {"Ruimte": ["Ruimte 1", "Ruimte 2"], "Verbinden": ["Verbinden 1", "Verbinden 2"], "": ["Wacht nog"]}


def cluster(session, name):
    return session.clusters.get(name=name)


def story(session, text):
    return session.contributions.get(text=text)


def test_a_session_opens_goes_through_its_steps_and_closes(client, facilitator):
    session = SessionFactory()
    first, second = (StepFactory(session=session, position=place, minutes=20) for place in (1, 2))
    url = reverse("workshops:console", args=[session.pk])
    assert "Sessie openen" in client.get(url).content.decode()

    opened = do(client, "open", session)
    session.refresh_from_db()
    assert (session.status, session.opened_by, session.current_step) == (SessionStatus.OPEN, facilitator, first)
    assert "Volgende stap" in opened.content.decode()
    assert do(client, "open", session).status_code == 200  # clicked twice

    moved = do(client, "go-to-step", session, step=second.pk)
    assert session.current_step == second
    assert session.current_step.ends_at is not None
    assert [step["state"] for step in moved.context["steps"]] == ["done", "current"]
    assert "Sessie sluiten" in moved.content.decode()

    closed = do(client, "close", session)
    session.refresh_from_db()
    assert (session.status, session.closed_by, session.current_step) == (SessionStatus.CLOSED, facilitator, None)
    assert "Opnieuw openen" in closed.content.decode()
    refused = do(client, "go-to-step", session, step=first.pk)
    assert (refused.status_code, refused.context["error"]) == (409, "Open eerst de sessie.")
    assert list(AuditEvent.objects.order_by("pk").values_list("action", flat=True)) == ["open", "go to step", "close"]


def test_opened_again_after_a_day_a_session_has_a_new_code(client, facilitator, session):
    session.status = SessionStatus.CLOSED
    session.save()
    do(client, "open", session)
    session.refresh_from_db()
    assert session.join_code == "KX74PM"

    session.opened_at = session.opened_at.replace(year=2025)
    session.save()
    do(client, "open", session)
    session.refresh_from_db()
    assert session.takes_people
    assert session.join_code != "KX74PM"


def test_an_archived_session_does_not_open(client, facilitator):
    session = SessionFactory()
    session.archived_at, session.archived_by = "2026-01-01T12:00Z", facilitator
    session.save()

    assert do(client, "open", session).context["error"] == "Deze sessie staat in het archief. Zet haar eerst terug."


def test_without_scripts_a_verb_leads_back_to_the_console(client, facilitator, session):
    url = reverse("workshops:console-cluster", args=[session.pk])

    good = client.post(url, {"name": "Geld"}, follow=True)
    bad = client.post(url, {"name": "geld"}, follow=True)

    assert good.redirect_chain == [(reverse("workshops:console", args=[session.pk]), 302)]
    assert messages_of(bad) == ["Deze sessie heeft al een cluster met deze naam."]


@pytest.mark.parametrize(
    ("source", "text", "target", "after"),
    [
        ("", "Wacht nog", "Ruimte", {"Ruimte": ["Ruimte 1", "Ruimte 2", "Wacht nog"], "": []}),
        ("Ruimte", "Ruimte 1", "Verbinden", {"Ruimte": ["Ruimte 2"], "Verbinden": ["Ruimte 1", "Verbinden 1", "Verbinden 2"]}),  # noqa: E501
        ("Ruimte", "Ruimte 1", "", {"Ruimte": ["Ruimte 2"], "": ["Ruimte 1", "Wacht nog"]}),
    ],
)  # fmt: skip
def test_a_note_is_moved_and_back(client, facilitator, session, source, text, target, after):
    do(
        client,
        "place",
        session,
        contribution=story(session, text).pk,
        source=cluster(session, source).pk if source else "",
        target=cluster(session, target).pk if target else "none",
    )
    assert board(session) == BOARD | after

    do(client, "undo", session, change=BoardChange.objects.get().pk)
    assert board(session) == BOARD
    assert not BoardChange.objects.exists()


def test_a_note_that_is_there_already_is_not_doubled(client, facilitator, session):
    both = story(session, "Ruimte 1")
    HarvestFactory(cluster=cluster(session, "Verbinden"), contribution=both)

    do(
        client,
        "place",
        session,
        contribution=both.pk,
        source=cluster(session, "Ruimte").pk,
        target=cluster(session, "Verbinden").pk,
    )

    assert board(session) == BOARD | {
        "Ruimte": ["Ruimte 2"],
        "Verbinden": ["Ruimte 1", "Verbinden 1", "Verbinden 2"],
    }


def test_a_note_put_where_it_was_changes_nothing(client, facilitator, session):
    here = cluster(session, "Ruimte").pk
    do(client, "place", session, contribution=story(session, "Ruimte 1").pk, source=here, target=here)

    assert board(session) == BOARD
    assert not BoardChange.objects.exists()


def test_a_cluster_is_added_renamed_and_both_are_undone(client, facilitator, session):
    do(client, "console-cluster", session, name="Geld")
    do(client, "rename", session, cluster=cluster(session, "Geld").pk, name="Geld en tijd")
    assert board(session) == BOARD | {"Geld en tijd": []}

    for _ in range(2):
        do(client, "undo", session, change=session.board_changes.last().pk)
    assert board(session) == BOARD


def test_clusters_are_merged_with_their_votes_and_parted_again(client, facilitator, session):
    space, bond = cluster(session, "Ruimte"), cluster(session, "Verbinden")
    VoteFactory(cluster=space)
    HarvestFactory(cluster=bond, contribution=story(session, "Ruimte 1"))

    do(client, "merge", session, cluster=space.pk, into=bond.pk)
    assert board(session) == {"Verbinden": ["Ruimte 1", "Ruimte 2", "Verbinden 1", "Verbinden 2"], "": ["Wacht nog"]}
    assert bond.votes.count() == 1

    do(client, "undo", session, change=session.board_changes.last().pk)
    assert board(session) == BOARD | {"Verbinden": ["Ruimte 1", "Verbinden 1", "Verbinden 2"]}
    assert (cluster(session, "Ruimte").votes.count(), bond.votes.count()) == (1, 0)


def test_a_cluster_is_split_and_put_together_again(client, facilitator, session):
    space = cluster(session, "Ruimte")
    chosen = Harvest.objects.get(contribution__text="Ruimte 2")

    do(client, "split", session, cluster=space.pk, harvest=[chosen.pk], name="Vrijheid")
    assert board(session) == BOARD | {"Ruimte": ["Ruimte 1"], "Vrijheid": ["Ruimte 2"]}

    do(client, "undo", session, change=session.board_changes.last().pk)
    assert board(session) == BOARD


def test_a_story_is_hidden_and_shown_again_where_it_was(client, facilitator, session):
    do(client, "console-hide", session, contribution=story(session, "Ruimte 1").pk)
    assert "Ruimte 1" not in client.get(reverse("workshops:console", args=[session.pk])).content.decode()

    do(client, "undo", session, change=session.board_changes.last().pk)
    assert board(session) == BOARD
    assert not story(session, "Ruimte 1").is_hidden


def test_undo_clicked_twice_undoes_once(client, facilitator, session):
    for name in ("Geld", "Tijd"):
        do(client, "console-cluster", session, name=name)
    last = session.board_changes.last().pk

    assert [do(client, "undo", session, change=last).status_code for _ in range(2)] == [200, 409]
    assert list(board(session)) == ["Ruimte", "Verbinden", "Geld", ""]
    first = session.board_changes.first()
    do(client, "console-cluster", session, name="Moed")
    assert do(client, "undo", session, change=first.pk).status_code == 409


def test_what_became_something_is_not_undone_or_merged_away(client, facilitator, session):
    do(client, "console-cluster", session, name="Geld")
    money = cluster(session, "Geld")
    OutcomeFactory(cluster=money)

    undone = do(client, "undo", session, change=session.board_changes.last().pk)
    merged = do(client, "merge", session, cluster=money.pk, into=cluster(session, "Ruimte").pk)

    assert [undone.status_code, merged.status_code] == [409, 409]
    assert cluster(session, "Geld").became is not None


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("place", {"contribution": "999", "source": "", "target": "none"}),
        ("place", {"contribution": "x", "source": "", "target": "none"}),
        ("rename", {"cluster": "999", "name": "x"}),
        ("merge", {"cluster": "", "into": ""}),
        ("go-to-step", {"step": "9" * 30}),
        ("console-hide", {}),
        ("undo", {"change": "1"}),
    ],
)
def test_what_is_not_there_any_more_is_said(client, facilitator, session, name, typed):
    response = do(client, name, session, **typed)

    assert response.status_code == 409
    assert response.context["error"] == "Dit is er niet meer. Kijk nog eens op het bord."
    assert board(session) == BOARD


def test_mistakes_on_the_board_are_explained(client, facilitator, session):
    space = cluster(session, "Ruimte")
    other = HarvestFactory()

    itself = do(client, "merge", session, cluster=space.pk, into=space.pk)
    nothing = do(client, "split", session, cluster=space.pk, name="Vrijheid")
    elsewhere = do(client, "split", session, cluster=space.pk, harvest=[other.pk], name="Vrijheid")
    doubled = do(client, "rename", session, cluster=space.pk, name="verbinden")
    nameless = do(client, "console-cluster", session, name="")
    control = do(client, "console-cluster", session, name="a\x00b")

    assert itself.context["error"] == "Kies een ander cluster van deze sessie."
    assert nothing.context["error"] == elsewhere.context["error"] == "Kies verhalen uit dit cluster."
    assert doubled.context["error"] == "Deze sessie heeft al een cluster met deze naam."
    assert nameless.context["error"] == "Dit veld kan niet leeg zijn"
    assert control.status_code == 409
    assert board(session) == BOARD
    with pytest.raises(Exception, match="ander cluster"):
        merge(cluster=space, into=other.cluster, by=facilitator)


def test_rows_of_another_session_are_out_of_reach(client, facilitator, session):
    other = HarvestFactory()

    response = do(
        client,
        "place",
        session,
        contribution=other.contribution.pk,
        source="",
        target=cluster(session, "Ruimte").pk,
    )

    assert response.status_code == 409
    assert Cluster.objects.filter(session=session, harvests__contribution=other.contribution).count() == 0


def live(client, name, session, etag=""):
    return client.get(reverse(f"workshops:{name}", args=[session.pk]), HTTP_IF_NONE_MATCH=etag, **PART)


@pytest.mark.parametrize("name", ["console", "screen"])
def test_the_live_part_is_304_until_something_changes(client, facilitator, session, name):
    first = live(client, name, session)
    same = live(client, name, session, first["ETag"])
    ContributionFactory(session=session, text="Gloednieuw")
    other = live(client, name, session, first["ETag"])

    assert [response.status_code for response in (first, same, other)] == [200, 304, 200]
    assert "Gloednieuw" in other.content.decode()
    assert "<html" not in other.content.decode()


@pytest.fixture
def earlier(session):
    """A cluster of the session before, with what it became, and one of a session that comes after."""
    session.number = 12
    session.save()
    ClusterFactory(session=SessionFactory(series=session.series, number=13), name="Komt later")
    ClusterFactory(session__number=11, name="Van een andere reeks")
    before = ClusterFactory(session=SessionFactory(series=session.series, number=11), name="Uit sessie 1")
    return OutcomeFactory(cluster=before).became


def test_the_harvest_of_the_sessions_before_is_the_material_of_this_one(client, facilitator, session, earlier):
    session.clusters.all().delete()
    console, screen = (live(client, name, session).text for name in ("console", "screen"))
    page = client.get(session.get_absolute_url()).text

    for shown in (console, screen, page):
        assert "Uit sessie 1" in shown
        assert str(earlier) in shown
        assert "Komt later" not in shown
        assert "Van een andere reeks" not in shown

    ClusterFactory(session=session)
    assert "Uit sessie 1" in live(client, "console", session).text
    assert "Uit sessie 1" not in live(client, "screen", session).text


def test_a_step_says_what_must_lie_ready(client, facilitator, session):
    StepFactory(session=session, is_current=True, materials="De R-ladder op papier")

    for page in (live(client, "console", session), client.get(session.get_absolute_url())):
        assert "De R-ladder op papier" in page.text


def test_beside_a_canvas_the_pilots_are_at_hand(client, facilitator, session):
    give(facilitator, "pilots.view_pilot")
    step = StepFactory(session=session, is_current=True, kind=StepKind.STORIES)
    pilot = PilotFactory(name="Maaien")

    assert pilot.get_absolute_url() not in live(client, "console", session).text
    step.kind = StepKind.CANVAS
    step.save()
    assert pilot.get_absolute_url() in live(client, "console", session).text


@pytest.mark.parametrize("name", ["console", "screen"])
@pytest.mark.parametrize("number", [1, 3])
def test_a_live_page_needs_the_same_queries_for_any_size(client, facilitator, number, name, django_assert_num_queries):
    session = SessionFactory(open=True)
    StepFactory(session=session, is_current=True)
    for _ in range(number):
        row = HarvestFactory(cluster__session=session)
        VoteFactory(cluster=row.cluster)
        OutcomeFactory(cluster=row.cluster)
        ParticipantFactory(session=session)
        ContributionFactory(session=session)
    live(client, name, session)

    with django_assert_num_queries({"console": 17, "screen": 12}[name]):
        live(client, name, session)


def test_the_big_screen_shows_votes_only_when_they_are_revealed(client, facilitator, session):
    StepFactory(session=session, is_current=True, kind=StepKind.VOTE, question="Wat telt het zwaarst?")
    VoteFactory(cluster=cluster(session, "Verbinden"))
    before = client.get(reverse("workshops:screen", args=[session.pk]))
    do(client, "show-votes", session, show="")
    after = client.get(reverse("workshops:screen", args=[session.pk]))
    do(client, "show-votes", session, hide="")

    assert "Wat telt het zwaarst?" in before.content.decode()
    assert "1 stem gegeven" in before.content.decode()
    assert "KX7-4PM" in before.content.decode()
    assert "stemmen</span>" not in before.content.decode()
    assert "stemmen</span>" in after.content.decode()
    assert [row.name for row in after.context["clusters"]] == ["Verbinden", "Ruimte"]
    session.refresh_from_db()
    assert not session.votes_are_shown


def test_the_big_screen_before_and_after(client, facilitator):
    session = SessionFactory()
    assert "Welkom." in client.get(reverse("workshops:screen", args=[session.pk])).content.decode()
    session.status = SessionStatus.CLOSED
    session.save()
    assert "Bedankt voor het meedoen." in client.get(reverse("workshops:screen", args=[session.pk])).content.decode()


def test_the_address_on_the_big_screen_is_as_people_type_it(client, facilitator, session):
    shown = client.get(reverse("workshops:screen", args=[session.pk]), secure=True)

    assert '<span class="screen__address">testserver/d/KX74PM</span>' in shown.text


def test_the_join_code_as_a_picture(client, facilitator, session):
    response = client.get(reverse("workshops:join-picture", args=[session.pk]))

    assert response["Content-Type"] == "image/svg+xml"
    assert response.content.decode() == qr.svg("http://testserver/d/KX74PM/")
    assert response.content.startswith(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 37 37"')


def test_a_story_goes_to_a_cluster_of_its_own_session_only(facilitator, session):
    story = ContributionFactory(session=session)

    with pytest.raises(ValidationError, match="andere sessie"):
        harvest(contribution=story, cluster=ClusterFactory(), by=facilitator)


def test_two_who_change_the_board_at_the_same_moment(rf, facilitator, session):
    @at_the_session
    def add_twice(request, found):
        ClusterFactory(session=found, name="Geld")
        ClusterFactory(session=found, name="Geld")

    request = rf.post("/", headers={"x-part": "board"})
    request.user = facilitator
    response = add_twice(request, pk=session.pk)

    assert response.status_code == 409
    assert "Probeer het opnieuw" in response.content.decode()
    assert not session.clusters.filter(name="Geld").exists()


def test_the_counters_and_the_changes_of_a_board_say_whose_they_are(client, facilitator, session):
    do(client, "console-cluster", session, name="Geld")

    assert str(session.room).startswith(f"{session.pk}: ")
    assert str(BoardChange.objects.get()) == f"{session.pk}: new cluster"


def test_a_note_is_placed_in_a_cluster_of_its_own_session_only(facilitator, session):
    story = ContributionFactory(session=session)

    with pytest.raises(ValidationError, match="andere sessie"):
        place_on_board(contribution=story, source=None, target=ClusterFactory(), by=facilitator)


def test_a_note_that_was_drawn_before_shows_what_changed_and_the_secret_of_who_asks(client, facilitator, session):
    address = reverse("workshops:console", args=[session.pk])
    ContributionFactory(session=session, text="Ik typ <csrf> zelf", function="inkoper")
    seen = client.get(address).text
    session.contributions.filter(text="Wacht nog").update(text="Wacht niet meer", function="jurist")
    session.clusters.filter(name="Ruimte").update(name="Lucht")
    del client.cookies["csrftoken"]  # as in another browser

    page = client.get(address).text

    assert "Ik typ &lt;csrf&gt; zelf" in page
    assert ("Wacht niet meer" in page, "jurist" in page, "Wacht nog" in page) == (True, True, False)
    assert (page.count(">Lucht</option>") > 1, ">Ruimte</option>" in page) == (True, False)
    before, now = set(TOKEN.findall(seen)), set(TOKEN.findall(page))
    assert (len(before), len(now), before & now) == (1, 1, set())
