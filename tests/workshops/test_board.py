"""Stories, clusters and the harvest."""

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from tests.factories.workshops import (
    ClusterFactory,
    ContributionFactory,
    HarvestFactory,
    OutcomeFactory,
    SessionFactory,
    StepFactory,
    VoteFactory,
)
from tests.forms import post_form
from workshops.actions import harvest
from workshops.models import Cluster, Contribution, Harvest

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


def test_a_vote_names_its_participant_by_function_only(db):
    vote = VoteFactory(participant__name="Nick", participant__function="inkoper", cluster__name="Ruimte")

    assert str(vote) == f"inkoper ({vote.participant.pk}) → Ruimte"
