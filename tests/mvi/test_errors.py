"""What cannot be served gets a page in the look of the site; what is refused is recorded."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from mvi import audit, urls
from mvi.models import AuditEvent

pytestmark = pytest.mark.django_db


def refuse(request):
    raise PermissionDenied


def break_down(request):
    raise RuntimeError("a fault of ours")


def echo(request):
    return HttpResponse(str(len(request.POST)))


def who(request):
    return HttpResponse(audit.origin.get())


class Urls:
    """The site with four pages more."""

    urlpatterns = [
        *urls.urlpatterns,
        path("refuse/", refuse),
        path("break-down/", break_down),
        path("echo/", echo),
        path("who/", who),
    ]
    handler400, handler403, handler404 = urls.handler400, urls.handler403, urls.handler404


@pytest.fixture(autouse=True)
def _pages(settings):
    settings.ROOT_URLCONF = Urls


def refusals():
    return [(event.actor, event.result, event.details) for event in AuditEvent.objects.filter(action="open")]


def test_a_refusal_is_shown_and_recorded(client, login):
    user = login()

    response = client.post("/refuse/?q=1")

    assert response.status_code == 403
    assert "U mag dit niet doen" in response.content.decode()
    assert refusals() == [(user, "refused", {"method": "POST", "path": "/refuse/"})]


def test_a_form_without_its_token_is_recorded_of_people_only(login):
    stale = Client(enforce_csrf_checks=True)
    stale.force_login(user := login())

    pages = [stale.post("/echo/"), Client(enforce_csrf_checks=True).post("/account/login/")]

    assert [page.status_code for page in pages] == [403, 403]
    assert all("niet meer geldig" in page.content.decode() for page in pages)
    assert refusals() == [(user, "refused", {"method": "POST", "path": "/echo/", "reason": "csrf"})]


@pytest.mark.parametrize(
    ("address", "status", "text"),
    [
        ("/bestaat-niet/", 404, "Deze pagina bestaat niet"),
        ("/who/?q=%00", 400, "Dit adres klopt niet"),
        ("/who/?%1b=1", 400, "Dit adres klopt niet"),
        ("/who/%00/", 404, "Deze pagina bestaat niet"),
        ("/who/?q=%ff", 200, "127.0.0.1"),
    ],
)
def test_an_address_that_is_not_right(client, login, address, status, text):
    login()

    response = client.get(address)

    assert response.status_code == status
    assert text in response.content.decode()


def test_a_host_that_is_not_ours(client):
    response = client.get("/", headers={"Host": "evil.example"})

    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()


@pytest.mark.parametrize(
    "form", [{"text": "x" * 2_700_000}, {f"field{n}": "" for n in range(2_001)}], ids=["long", "many"]
)
@pytest.mark.parametrize("kind", ["multipart/form-data", "application/x-www-form-urlencoded"])
def test_a_form_that_is_too_large(client, login, form, kind):
    login()
    if kind == "multipart/form-data":
        response = client.post("/echo/", form)
    else:
        body = "&".join(f"{name}={text}" for name, text in form.items())
        response = client.post("/echo/", body, content_type=kind)

    assert response.status_code == 413
    assert "Dit is te groot" in response.content.decode()


def test_a_fault_of_ours_shows_no_detail(client, login):
    login()
    client.raise_request_exception = False

    response = client.get("/break-down/")

    assert response.status_code == 500
    assert "Er ging iets mis" in response.content.decode()
    assert "a fault of ours" not in response.content.decode()


# Whose address it is


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "found"),
    [
        (False, "", "127.0.0.1"),
        (False, "203.0.113.9", "127.0.0.1"),
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (True, "198.51.100.1, 2001:db8::1", "2001:db8::1"),
        (True, "198.51.100.1, nonsense", "127.0.0.1"),
        (True, "", "127.0.0.1"),
    ],
)
def test_the_address_that_asks(client, login, settings, behind_proxy, forwarded, found):
    login()
    settings.BEHIND_PROXY = behind_proxy

    response = client.get("/who/", headers={"X-Forwarded-For": forwarded})

    assert response.content.decode() == found
