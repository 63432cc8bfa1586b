"""Every page is closed unless it says otherwise; a new page is covered from the day it gets an address."""

import re

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from tests.every_page import NAMES_BY_PART, address, one_of_everything, our_pages

# Pages for people who are not logged in, and why.
OPEN = {
    "set_language",  # choosing a language tells nothing
    "security_txt",  # whom to tell of a leak must be found by strangers
    "manual:contents",  # how to log in is in it
    "manual:page",  # and here
    "accessibility",  # the law wants everybody to be able to read it
    "privacy",  # and this one
    "strategy:mailed-link",  # its signature says who it is
    "news:no-more-mail",  # as the one before
    "overview:calendar-feed",  # as the next
    "pilots:calendar-feed",  # a calendar program cannot log in; the secret in the address is the key
} | {name for name, _needs in our_pages() if name.startswith("phone:")}  # in the room, with the code of the session
FOR_EVERYONE = OPEN | {
    "overview:dashboard",
    "overview:tour-finish",  # their own tour
    "jobs:list",
    *(name for name, _needs in our_pages() if name.startswith("news:")),  # each shows or changes only what is theirs
    *(name for name, _needs in our_pages() if name.startswith("styleguide")),  # examples only
}  # pages for whoever is logged in, whatever their rights

pytestmark = pytest.mark.django_db
every_part = pytest.mark.parametrize("part", NAMES_BY_PART)


@pytest.fixture(autouse=True)
def _rows(db):
    one_of_everything()


@every_part
def test_an_anonymous_visitor_is_sent_to_the_log_in(client, part):
    log_in = reverse("account_login")
    closed = [name for name in NAMES_BY_PART[part] if name not in OPEN]
    answers = {name: [client.get(address(name)), client.post(address(name))] for name in closed}

    assert {
        name: both
        for name, both in answers.items()
        if not all(answer.status_code == 302 and answer.url.startswith(log_in) for answer in both)
    } == {}


@every_part
def test_a_user_without_permissions_is_refused_and_that_is_recorded(client, login, part):
    user = login()
    closed = [name for name in NAMES_BY_PART[part] if name not in FOR_EVERYONE]
    answers = {name: [client.get(address(name)), client.post(address(name))] for name in closed}

    assert {name: both for name, both in answers.items() if [answer.status_code for answer in both] != [403, 403]} == {}
    assert AuditEvent.objects.filter(result="refused", actor=user).count() == 2 * len(closed)


@every_part
def test_no_page_breaks_whatever_the_method(client, login, part):
    login(is_superuser=True)
    answers = {
        (name, method): getattr(client, method)(address(name)).status_code
        for method in ("options", "head", "get", "put", "delete", "post")
        for name in NAMES_BY_PART[part]
    }

    assert {
        ask: status for ask, status in answers.items() if status not in {200, 302, 304, 400, 403, 404, 405, 409}
    } == {}


def test_a_number_that_does_not_fit_is_not_found(client, login):
    login(is_superuser=True)
    numbered = [name for name, needs in our_pages() if set(needs) - {"slug", "code", "block", "part", "job", "topic"}]
    answers = {name: client.get(re.sub(r"(?<=/)1(?=[/.])", "9" * 23, address(name))).status_code for name in numbered}

    assert {name: status for name, status in answers.items() if status not in {404, 405}} == {}
