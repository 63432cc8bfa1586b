"""Every page is closed unless it says otherwise; a new page is covered from the day it gets an address."""

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from tests.every_page import address, one_of_everything, our_pages

OPEN = {"security_txt", "set_language"}  # pages for people who are not logged in
FOR_EVERYONE = OPEN | {"overview:dashboard", "styleguide"}  # pages for whoever is logged in, whatever their rights

NAMES = [name for name, _needs in our_pages()]


@pytest.fixture
def rows(db):
    one_of_everything()


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("name", [name for name in NAMES if name not in OPEN])
def test_an_anonymous_visitor_is_sent_to_the_log_in(client, name):
    for ask in (client.get, client.post):
        response = ask(address(name))

        assert response.status_code == 302
        assert response.url.startswith(reverse("account_login"))


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("name", [name for name in NAMES if name not in FOR_EVERYONE])
def test_a_user_without_permissions_is_refused_and_that_is_recorded(client, login, name):
    user = login()

    assert [client.get(address(name)).status_code, client.post(address(name)).status_code] == [403, 403]
    assert list(AuditEvent.objects.filter(result="refused").values_list("actor", flat=True)) == [user.pk, user.pk]


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("name", NAMES)
def test_no_page_breaks_whatever_the_method(client, login, name):
    login(is_superuser=True)

    for ask in (client.options, client.head, client.get, client.put, client.delete, client.post):
        assert ask(address(name)).status_code in {200, 302, 400, 403, 404, 405, 409}


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name, needs in our_pages() if set(needs) - {"slug"}])
def test_a_number_that_does_not_fit_is_not_found(client, login, name):
    login(is_superuser=True)

    response = client.get(address(name).replace("/1/", "/99999999999999999999999/"))

    assert response.status_code in {404, 405}
