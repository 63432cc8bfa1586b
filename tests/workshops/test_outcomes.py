"""What a cluster becomes, and where that shows."""

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
    VoteFactory,
)
from tests.forms import messages_of
from workshops.models import CanvasField, Outcome

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
