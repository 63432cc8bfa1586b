"""The headers that internet.nl and Mozilla Observatory ask of every page, also of refusals."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize(
    "address", ["/account/password/change/", "/beheer/", "/bestaat-niet/", "/account/password/change/?q=%00"]
)
def test_every_page_has_them(client, login, address):
    login(is_staff=True)

    response = client.get(address)

    directives = response.headers["Content-Security-Policy"].split("; ")
    assert dict(directive.split(" ", 1) for directive in directives) == POLICY
    assert {name: response.headers[name] for name in HEADERS} == HEADERS


def test_a_real_installation_speaks_https_only(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31_536_000, True

    plain, secure = client.get(reverse("account_login")), client.get(reverse("account_login"), secure=True)

    assert (plain.status_code, plain.url) == (301, "https://testserver/account/login/")
    assert secure.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client, settings):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"

    cookies = client.post(reverse("account_reset_password"), {"email": "x"}, secure=True).cookies

    assert sorted(cookies) == ["__Host-csrftoken"]
    for cookie in cookies.values():
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
        assert (cookie["path"], cookie["domain"]) == ("/", "")


def test_pages_of_people_are_not_kept_by_a_browser_that_is_shared(client, login):
    assert "no-store" in client.get(reverse("account_login")).headers["Cache-Control"]
    login(is_staff=True)
    assert "no-store" in client.get("/beheer/").headers["Cache-Control"]


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "NONSENSE"])
def test_strange_methods_get_nothing(client, login, method):
    login()

    assert client.generic(method, reverse("account_change_password")).status_code == 405
