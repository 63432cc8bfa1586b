"""Stories, clusters, the harvest, and what a cluster becomes."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from mvi.models import AuditEvent
from pilots.models import Pilot
from strategy.models import CoreValue, Goal, Theme
from tests.factories.pilots import PilotFactory
from tests.factories.strategy import CoreValueFactory, GoalFactory, StrategyFactory, ThemeFactory
from tests.factories.workshops import (
    ClusterFactory,
    ContributionFactory,
    HarvestFactory,
    OutcomeFactory,
    SessionFactory,
    StepFactory,
    VoteFactory,
)
from tests.forms import messages_of, post_form
from workshops.actions import harvest
from workshops.models import CanvasField, Cluster, Contribution, Harvest, Outcome

READ = ("workshops.view_session", "workshops.view_contribution")


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_contributions_needs_the_same_queries(client, login, number, django_assert_num_queries):
    login("workshops.view_contribution")
    session = SessionFactory()
    for _ in range(number):
        story = ContributionFactory(session=session, step=StepFactory(session=session))
        HarvestFactory(contribution=story, cluster__session=session)

    with django_assert_num_queries(8):
        response = client.get(reverse("workshops:contribution-list", args=[session.pk]))

    assert len(response.context["contribution_list"]) == number


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({}, ["In a cluster", "Waits"]),
        ({"place": "none"}, ["Waits"]),
        ({"place": "some"}, ["In a cluster"]),
        ({"shown": "hidden"}, ["Hidden"]),
        ({"shown": "both"}, ["In a cluster", "Waits", "Hidden"]),
        ({"q": "WAITS"}, ["Waits"]),
        ({"kind": "idea"}, []),
    ],
)
def test_the_list_of_contributions_is_filtered(client, login, typed, found):
    login("workshops.view_contribution")
    session = SessionFactory()
    harvested = ContributionFactory(session=session, text="In a cluster")
    HarvestFactory(contribution=harvested, cluster__session=session)
    HarvestFactory(contribution=harvested, cluster__session=session)
    ContributionFactory(session=session, text="Waits")
    ContributionFactory(session=session, text="Hidden", is_hidden=True)

    response = client.get(reverse("workshops:contribution-list", args=[session.pk]), typed)

    assert [story.text for story in response.context["contribution_list"]] == found


def test_an_empty_list_of_contributions_says_so(client, login):
    login("workshops.view_contribution")
    url = reverse("workshops:contribution-list", args=[SessionFactory().pk])

    assert "Er is nog niets verteld." in client.get(url).content.decode()
    assert "Geen bijdrage past bij dit filter." in client.get(url, {"q": "x"}).content.decode()


def test_a_story_is_added_changed_and_hidden(client, login):
    login("workshops.add_contribution", "workshops.change_contribution", *READ)
    session = SessionFactory()
    step = StepFactory(session=session)

    post_form(
        client,
        reverse("workshops:contribution-add", args=[session.pk]),
        text="A farmer asked",
        function="boer",
        step=str(step.pk),
    )
    story = session.contributions.get()
    post_form(client, reverse("workshops:contribution-change", args=[story.pk]), text="A farmer asked for grass")
    client.post(reverse("workshops:contribution-hide", args=[story.pk]), {"hide": ""})

    story.refresh_from_db()
    assert (story.text, story.function, story.step, story.is_hidden) == ("A farmer asked for grass", "boer", step, True)
    client.post(reverse("workshops:contribution-hide", args=[story.pk]), {"show": ""})
    story.refresh_from_db()
    assert not story.is_hidden
    assert list(AuditEvent.objects.order_by("pk").values_list("action", flat=True)) == ["add", "change", "hide", "show"]


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"text": ""}, "text", "Dit veld is verplicht."),
        ({"text": "x" * 2001}, "text", "Zorg dat deze waarde niet meer dan 2000 tekens bevat (het zijn er nu 2001)."),
        ({"text": "a\x00b"}, "text", "Null-tekens zijn niet toegestaan."),
        ({"kind": "joke"}, "kind", "Selecteer een geldige keuze. joke is geen beschikbare keuze."),
        ({"function": "a\nb"}, "function", "Houd dit op één regel."),
    ],
)
def test_a_bad_story_is_explained(client, login, typed, field, message):
    login("workshops.add_contribution")

    response = post_form(
        client, reverse("workshops:contribution-add", args=[SessionFactory().pk]), **({"text": "Stays"} | typed)
    )

    assert response.context["form"].errors == {field: [message]}
    assert not Contribution.objects.exists()


def test_a_step_of_another_session_cannot_be_chosen(client, login):
    login("workshops.add_contribution")
    step = StepFactory()

    response = post_form(
        client, reverse("workshops:contribution-add", args=[SessionFactory().pk]), text="x", step=str(step.pk)
    )

    assert response.context["form"].errors == {"step": ["Selecteer een geldige keuze. Deze keuze is niet beschikbaar."]}


def test_of_two_who_change_a_story_the_second_sees_both_texts(client, login):
    login("workshops.change_contribution", "workshops.view_contribution")
    story = ContributionFactory(text="First")
    url = reverse("workshops:contribution-change", args=[story.pk])
    page = client.get(url)
    post_form(client, url, text="Theirs")

    response = client.post(
        url,
        {"kind": "story", "text": "Mine", "function": "", "submission": page.context["submission"], "version": "1"},
    )

    assert response.status_code == 409
    (field,) = response.context["conflict"].fields
    assert (field.name, field.theirs, field.yours) == ("text", "Theirs", "Mine")
    assert response.context["form"]["text"].value() == "Mine"


def test_clusters_are_added_renamed_and_removed(client, login):
    login("workshops.add_cluster", "workshops.change_cluster", "workshops.delete_cluster", "workshops.view_session")
    session = SessionFactory()

    post_form(client, reverse("workshops:cluster-add", args=[session.pk]), name="Ruimte")
    doubled = post_form(client, reverse("workshops:cluster-add", args=[session.pk]), name="ruimte")
    cluster = session.clusters.get()
    assert doubled.context["form"].errors == {"name": ["Deze sessie heeft al een cluster met deze naam."]}
    post_form(client, reverse("workshops:cluster-change", args=[cluster.pk]), name="Ruimte geven")
    cluster.refresh_from_db()
    assert cluster.name == "Ruimte geven"
    response = client.post(reverse("workshops:cluster-remove", args=[cluster.pk]))
    assert response.url == session.get_absolute_url()
    assert not Cluster.objects.exists()


def test_a_settled_cluster_is_not_removed(client, login):
    login("workshops.delete_cluster")
    cluster = OutcomeFactory().cluster

    response = client.post(reverse("workshops:cluster-remove", args=[cluster.pk]))

    assert response.status_code == 409
    assert Cluster.objects.exists()


def test_a_fragment_of_a_story_is_harvested_once_and_taken_out(client, login):
    login("workshops.add_harvest", "workshops.delete_harvest", "workshops.view_session")
    story = ContributionFactory(text="A farmer\r\nasked for grass, but we said no.")
    cluster, other = ClusterFactory(session=story.session), ClusterFactory(session=story.session)
    url = reverse("workshops:harvest-add", args=[story.pk])

    for _ in range(2):
        post_form(client, url, cluster=str(cluster.pk), fragment="A farmer asked")
    response = post_form(client, url, cluster=str(other.pk))

    assert [(row.cluster, row.words) for row in Harvest.objects.order_by("pk")] == [
        (cluster, "A farmer asked"),
        (other, story.text),
    ]
    assert "asked for grass" in response.content.decode()
    for row in Harvest.objects.all():
        client.post(reverse("workshops:harvest-remove", args=[row.pk]))
    assert not Harvest.objects.exists()


def test_words_that_are_not_in_the_story_are_refused(client, login):
    login("workshops.add_harvest")
    story = ContributionFactory(text="A farmer asked")
    cluster = ClusterFactory(session=story.session)

    response = post_form(
        client, reverse("workshops:harvest-add", args=[story.pk]), cluster=str(cluster.pk), fragment="A buyer asked"
    )

    assert response.context["form"].errors == {"__all__": ["Deze woorden staan niet in het verhaal."]}


def test_a_cluster_of_another_session_is_refused(client, login):
    user = login("workshops.add_harvest")
    story, cluster = ContributionFactory(), ClusterFactory()

    response = post_form(client, reverse("workshops:harvest-add", args=[story.pk]), cluster=str(cluster.pk))

    assert list(response.context["form"].errors) == ["cluster"]
    with pytest.raises(Exception, match="andere sessie"):
        harvest(contribution=story, cluster=cluster, by=user)


SETTLER = (
    "workshops.add_outcome",
    "workshops.delete_outcome",
    "workshops.view_session",
    "strategy.add_corevalue",
    "strategy.add_theme",
    "strategy.add_goal",
    "pilots.view_pilot",
)


def settle_url(cluster, kind):
    return reverse("workshops:cluster-settle", args=[cluster.pk, kind])


@pytest.fixture
def cluster(db):
    """A cluster with one story, in a series for a strategy."""
    cluster = ClusterFactory(name="Ruimte", session__series__strategy=StrategyFactory())
    story = ContributionFactory(session=cluster.session, text="Geef de markt ruimte.", function="beleidsadviseur")
    HarvestFactory(cluster=cluster, contribution=story)
    return cluster


def test_a_cluster_becomes_a_new_core_value(client, login, cluster):
    user = login(*SETTLER)
    page = client.get(settle_url(cluster, "kernwaarde"))
    assert page.context["form"]["name"].value() == "Ruimte"

    response = client.post(
        settle_url(cluster, "kernwaarde"), {"name": "Ruimte", "meaning": "Vrijheid", "existing": ""}, follow=True
    )

    value = CoreValue.objects.get()
    outcome = Outcome.objects.get()
    assert (value.name, value.meaning, value.strategy) == ("Ruimte", "Vrijheid", cluster.session.series.strategy)
    assert (outcome.cluster, outcome.core_value, outcome.settled_by) == (cluster, value, user)
    assert messages_of(response) == ["“Ruimte → Ruimte” is vastgesteld."]
    assert value.get_absolute_url() in response.content.decode()
    assert list(AuditEvent.objects.order_by("pk").values_list("action", flat=True)) == ["add", "settle"]


def test_a_cluster_becomes_a_new_theme(client, login, cluster):
    login(*SETTLER)
    client.post(settle_url(cluster, "thema"), {"name": "Grondstoffen", "ambition": "Niets weg"})

    theme = Theme.objects.get()
    assert (theme.name, theme.ambition, theme.outcomes.get().cluster) == ("Grondstoffen", "Niets weg", cluster)


def test_a_cluster_becomes_a_new_goal(client, login, cluster):
    login(*SETTLER)
    theme = ThemeFactory()
    client.post(settle_url(cluster, "doel"), {"theme": str(theme.pk), "statement": "Half of it"})

    goal = Goal.objects.get()
    assert (goal.theme, goal.statement, goal.outcomes.get().cluster) == (theme, "Half of it", cluster)


@pytest.mark.parametrize(
    ("kind", "factory", "name"),
    [("kernwaarde", CoreValueFactory, "core_value"), ("thema", ThemeFactory, "theme"), ("doel", GoalFactory, "goal")],
)
def test_a_cluster_joins_what_exists(client, login, cluster, kind, factory, name):
    login(*SETTLER)
    row = factory()

    client.post(settle_url(cluster, kind), {"existing": str(row.pk)})

    assert getattr(Outcome.objects.get(), name) == row
    assert type(row).objects.count() == 1


@pytest.mark.parametrize(("before", "after"), [("", "Maaisel"), ("Minder", "Minder\n\nMaaisel")])
def test_a_cluster_fills_a_field_of_a_canvas(client, login, cluster, before, after):
    login(*SETTLER)
    pilot = PilotFactory(ambition=before)

    client.post(settle_url(cluster, "canvas"), {"pilot": str(pilot.pk), "canvas_field": "ambition", "text": "Maaisel"})

    pilot.refresh_from_db()
    outcome = Outcome.objects.get()
    assert pilot.ambition == after
    assert (outcome.pilot, outcome.canvas_field, outcome.became_kind) == (pilot, CanvasField.AMBITION, "ambitie")
    assert str(outcome) == f"Ruimte → {pilot}"


@pytest.mark.parametrize(
    ("kind", "typed", "errors"),
    [
        ("kernwaarde", {"name": ""}, {"name": ["Vul dit in voor een nieuwe, of kies er een om mee samen te voegen."]}),
        ("kernwaarde", {"name": "x" * 81}, {"name": ["Zorg dat deze waarde niet meer dan 80 tekens bevat (het zijn er nu 81)."]}),  # noqa: E501
        ("kernwaarde", {"name": "taken"}, {"__all__": ["Deze strategie heeft al een kernwaarde met deze naam."]}),
        ("thema", {"name": "a\x07b"}, {"name": ["Deze tekst bevat een onzichtbaar besturingsteken. Typ de tekst opnieuw, of plak hem als platte tekst."]}),  # noqa: E501
        ("thema", {"name": "x", "existing": "999"}, {"existing": ["Selecteer een geldige keuze. Deze keuze is niet beschikbaar."]}),  # noqa: E501
        ("doel", {"statement": "Half"}, {"theme": ["Vul dit in voor een nieuwe, of kies er een om mee samen te voegen."]}),  # noqa: E501
        ("doel", {"theme": "999", "statement": "Half"}, {"theme": ["Selecteer een geldige keuze. Deze keuze is niet beschikbaar."]}),  # noqa: E501
        ("canvas", {"canvas_field": "need", "text": "a\x07"}, {"pilot": ["Dit veld is verplicht."], "text": ["Deze tekst bevat een onzichtbaar besturingsteken. Typ de tekst opnieuw, of plak hem als platte tekst."]}),  # noqa: E501
        ("canvas", {"canvas_field": "name", "text": "x"}, {"pilot": ["Dit veld is verplicht."], "canvas_field": ["Selecteer een geldige keuze. name is geen beschikbare keuze."]}),  # noqa: E501
    ],
)  # fmt: skip
def test_settling_wrongly_is_explained_and_changes_nothing(client, login, cluster, kind, typed, errors):
    login(*SETTLER)
    CoreValueFactory(strategy=cluster.session.series.strategy, name="Taken")

    response = client.post(settle_url(cluster, kind), typed)

    assert response.status_code == 200
    assert response.context["form"].errors == errors
    assert not Outcome.objects.exists()
    assert (CoreValue.objects.count(), Theme.objects.count(), Goal.objects.count()) == (1, 0, 0)


def test_a_canvas_does_not_grow_without_end(client, login, cluster):
    login(*SETTLER)
    pilot = PilotFactory(need="x" * 19_990)

    response = client.post(
        settle_url(cluster, "canvas"), {"pilot": str(pilot.pk), "canvas_field": "need", "text": "y" * 20}
    )

    assert response.context["form"].errors == {
        "__all__": ["Het veld van het canvas wordt te lang. Maak de tekst korter."]
    }
    assert Pilot.objects.get().need == "x" * 19_990


def test_a_cluster_becomes_one_thing_once(client, login, cluster):
    login(*SETTLER)
    for name in ("Ruimte", "Vrijheid"):
        response = client.post(settle_url(cluster, "kernwaarde"), {"name": name})

    assert response.context["form"].errors == {"__all__": ["Dit cluster is al iets geworden."]}
    assert [value.name for value in CoreValue.objects.all()] == ["Ruimte"]


def test_without_a_strategy_nothing_can_be_added_to_it(client, login):
    login(*SETTLER)
    cluster = ClusterFactory()

    response = client.post(settle_url(cluster, "thema"), {"name": "Energie"})

    assert response.context["form"].errors == {
        "__all__": ["Er is nog geen strategie. Kies er een bij de reeks, of maak er eerst een."]
    }


@pytest.mark.parametrize("missing", ["workshops.add_outcome", "strategy.add_theme"])
def test_settling_takes_two_rights(client, login, cluster, missing):
    login(*set(SETTLER) - {missing})

    assert client.get(settle_url(cluster, "thema")).status_code == 403
    assert client.post(settle_url(cluster, "thema"), {"name": "Energie"}).status_code == 403
    assert settle_url(cluster, "thema") not in client.get(cluster.get_absolute_url()).content.decode()


def test_a_cluster_cannot_become_something_unknown(client, login, cluster):
    login(*SETTLER)

    assert client.get(settle_url(cluster, "lunch")).status_code == 404


def test_an_outcome_is_undone_and_what_it_became_stays(client, login):
    login(*SETTLER)
    outcome = OutcomeFactory()

    response = client.post(reverse("workshops:outcome-remove", args=[outcome.pk]))

    assert response.url == outcome.cluster.get_absolute_url()
    assert not Outcome.objects.exists()
    assert CoreValue.objects.get() == outcome.core_value


def test_a_core_value_shows_where_it_comes_from(cluster, rf, django_assert_num_queries):
    value = CoreValueFactory()
    OutcomeFactory(cluster=cluster, core_value=value)
    VoteFactory(cluster=cluster, participant__session=cluster.session)
    hidden = ContributionFactory(session=cluster.session, text="Geheim", is_hidden=True)
    HarvestFactory(cluster=cluster, contribution=hidden)

    with django_assert_num_queries(4):
        shown = render_to_string("workshops/_origin_of.html", {"outcomes": value.outcomes.with_thread()})

    assert "Geef de markt ruimte." in shown
    assert "beleidsadviseur" in shown
    assert "1 stem" in shown
    assert "Geheim" not in shown


def test_each_outcome_has_the_stories_and_votes_of_its_own_cluster(db, django_assert_num_queries):
    value = CoreValueFactory()
    early, late = (OutcomeFactory(core_value=value, settled_at=f"2026-01-0{day}T12:00Z") for day in (1, 2))
    for text, told_at in (("Later", "2026-01-02T09:00Z"), ("Eerst", "2026-01-01T09:00Z")):
        story = ContributionFactory(session=late.cluster.session, text=text, told_at=told_at)
        HarvestFactory(cluster=late.cluster, contribution=story)
    VoteFactory(cluster=early.cluster, participant__session=early.cluster.session)

    with django_assert_num_queries(4):
        shown = [
            (
                row,
                str(row.cluster.session.series),
                row.cluster.number_of_votes,
                [note.words for note in row.cluster.notes],
            )
            for row in value.outcomes.with_thread()
        ]

    assert shown == [
        (early, str(early.cluster.session.series), 1, []),
        (late, str(late.cluster.session.series), 0, ["Eerst", "Later"]),
    ]


def test_what_comes_from_nowhere_shows_nothing(db):
    assert not render_to_string(
        "workshops/_origin_of.html", {"outcomes": CoreValueFactory().outcomes.with_thread()}
    ).strip()


@pytest.mark.parametrize(
    ("name", "factory", "permission"),
    [
        ("core_value", CoreValueFactory, "strategy.view_corevalue"),
        ("theme", ThemeFactory, "strategy.view_theme"),
        ("goal", GoalFactory, "strategy.view_goal"),
        ("pilot", PilotFactory, "pilots.view_pilot"),
    ],
)
def test_the_page_of_each_outcome_shows_its_stories(client, login, cluster, name, factory, permission):
    login(permission)
    row = factory()
    became = {"core_value": None, "canvas_field": CanvasField.AMBITION if name == "pilot" else ""} | {name: row}
    OutcomeFactory(cluster=cluster, **became)

    page = client.get(row.get_absolute_url()).content.decode()

    assert "Komt voort uit" in page
    assert "Geef de markt ruimte." in page
    assert "beleidsadviseur" in page
    assert cluster.get_absolute_url() not in page


def test_a_vote_names_its_participant_by_function_only(db):
    vote = VoteFactory(participant__name="Nick", participant__function="inkoper", cluster__name="Ruimte")

    assert str(vote) == f"inkoper ({vote.participant.pk}) → Ruimte"
