"""Each page asks for exactly one right, and without it there is no page."""

import pytest
from django.urls import reverse

from tests.factories.workshops import (
    ClusterFactory,
    ContributionFactory,
    HarvestFactory,
    OutcomeFactory,
    ParticipantFactory,
    PulseFactory,
    SeriesFactory,
    SessionDecisionFactory,
    SessionFactory,
    StepFactory,
)

PAGES = [  # page, what its address names, permission
    ("series-list", None, "view_series"),
    ("series-add", None, "add_series"),
    ("series-detail", SeriesFactory, "view_series"),
    ("series-change", SeriesFactory, "change_series"),
    ("series-remove", SeriesFactory, "delete_series"),
    ("series-archive", SeriesFactory, "change_series"),
    ("series-history", SeriesFactory, "view_series"),
    ("series-pulse", SeriesFactory, "view_pulse"),
    ("pulse-addresses", SeriesFactory, "change_pulse"),
    ("pulse-close", PulseFactory, "change_pulse"),
    ("session-list", None, "view_session"),
    ("session-add", SeriesFactory, "add_session"),
    ("session-detail", SessionFactory, "view_session"),
    ("session-change", SessionFactory, "change_session"),
    ("session-remove", SessionFactory, "delete_session"),
    ("session-archive", SessionFactory, "change_session"),
    ("session-history", SessionFactory, "view_session"),
    ("step-add", SessionFactory, "add_step"),
    ("step-change", StepFactory, "change_step"),
    ("step-remove", StepFactory, "delete_step"),
    ("decision-add", SessionFactory, "add_sessiondecision"),
    ("decision-change", SessionDecisionFactory, "change_sessiondecision"),
    ("decision-remove", SessionDecisionFactory, "delete_sessiondecision"),
    ("participant-list", SessionFactory, "view_participant"),
    ("participant-add", SessionFactory, "add_participant"),
    ("participant-change", ParticipantFactory, "change_participant"),
    ("participant-remove", ParticipantFactory, "delete_participant"),
    ("contribution-list", SessionFactory, "view_contribution"),
    ("contribution-add", SessionFactory, "add_contribution"),
    ("contribution-change", ContributionFactory, "change_contribution"),
    ("harvest-add", ContributionFactory, "add_harvest"),
    ("harvest-remove", HarvestFactory, "delete_harvest"),
    ("cluster-add", SessionFactory, "add_cluster"),
    ("cluster-change", ClusterFactory, "change_cluster"),
    ("cluster-remove", ClusterFactory, "delete_cluster"),
    ("outcome-remove", OutcomeFactory, "delete_outcome"),
]


def address(page, factory):
    return reverse(f"workshops:{page}", args=[factory().pk] if factory else [])


@pytest.mark.parametrize(("page", "factory", "permission"), PAGES)
def test_a_page_opens_with_its_right_alone(client, login, page, factory, permission):
    url = address(page, factory)
    login()
    assert client.get(url).status_code == 403
    assert client.post(url).status_code == 403

    login(f"workshops.{permission}")
    assert client.get(url).status_code == 200


@pytest.mark.parametrize(("page", "factory", "permission"), PAGES)
def test_who_is_not_logged_in_is_sent_to_the_log_in(client, db, page, factory, permission):
    url = address(page, factory)

    assert client.get(url).url == f"{reverse('account_login')}?next={url}"


@pytest.mark.parametrize(
    ("page", "factory"),
    [
        ("step-move", StepFactory),
        ("decision-move", SessionDecisionFactory),
        ("contribution-hide", ContributionFactory),
    ],
)
def test_a_verb_is_refused_without_its_right_and_is_no_page(client, login, page, factory):
    url = address(page, factory)
    login()
    assert client.post(url).status_code == 403

    login("workshops.change_step", "workshops.change_sessiondecision", "workshops.change_contribution")
    assert client.get(url).status_code == 405


@pytest.mark.parametrize("page", [page for page, factory, _permission in PAGES if factory])
@pytest.mark.parametrize("number", ["0", "99999999999999999999999"])
def test_what_does_not_exist_is_not_found(client, login, page, number):
    login(*{f"workshops.{permission}" for _page, _factory, permission in PAGES})
    url = reverse(f"workshops:{page}", args=[1]).replace("/1/", f"/{number}/")

    assert client.get(url).status_code == 404
    assert client.post(url).status_code in {403, 404, 405}  # 403: an export, 405: a page that only reads
