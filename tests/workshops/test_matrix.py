"""Who carries what."""

import pytest
from django.urls import reverse

from tests.factories.workshops import (
    ClusterFactory,
    ContributionFactory,
    HarvestFactory,
    ParticipantFactory,
    SessionFactory,
    VoteFactory,
)


def told(session, cluster, function, department, **fields):
    person = ParticipantFactory(session=session, function=function, department=department)
    story = ContributionFactory(session=session, participant=person, function=function, **fields)
    HarvestFactory(cluster=cluster, contribution=story)
    return story


def test_each_cluster_is_counted_by_function_and_department(client, login):
    login("workshops.view_contribution")
    session = SessionFactory()
    space, money = (ClusterFactory(session=session, name=name) for name in ("Ruimte", "Geld"))
    both = told(session, space, "inkoper", "Inkoop")
    HarvestFactory(cluster=space, contribution=both, fragment="Story")
    told(session, space, "boer", "")
    told(session, money, "inkoper", "Inkoop")
    told(session, money, "boer", "", is_hidden=True)
    HarvestFactory(cluster=money, contribution=ContributionFactory(session=session, function="boer"))
    VoteFactory(cluster=space)

    response = client.get(reverse("workshops:matrix", args=[session.pk]))

    by_function, by_department = response.context["tables"]
    assert by_function["groups"] == ["boer", "inkoper"]
    assert [(row["cluster"].name, row["counts"], row["carried_by"]) for row in by_function["rows"]] == [
        ("Ruimte", [1, 1], 2),
        ("Geld", [1, 1], 2),
    ]
    assert by_department["groups"] == ["", "Inkoop"]
    assert [row["counts"] for row in by_department["rows"]] == [[1, 1], [1, 1]]
    assert "2 van 2" in response.content.decode()


def test_an_empty_matrix_says_so(client, login):
    login("workshops.view_contribution")

    page = client.get(reverse("workshops:matrix", args=[SessionFactory().pk])).content.decode()

    assert page.count("Nog geen verhalen in clusters.") == 2


@pytest.mark.parametrize("number", [1, 3])
def test_the_matrix_needs_the_same_queries_for_any_size(client, login, number, django_assert_num_queries):
    login("workshops.view_contribution")
    session = SessionFactory()
    for place in range(number):
        told(session, ClusterFactory(session=session), f"function {place}", f"department {place}")

    with django_assert_num_queries(9):
        client.get(reverse("workshops:matrix", args=[session.pk]))
