"""Logging in through the municipality's own identity provider (OpenID Connect), against one that runs in the test."""

import json
import os
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from django.conf import settings as site
from django.urls import reverse

from mvi.models import AuditEvent, User
from tests.factories.mvi import UserFactory

pytestmark = pytest.mark.django_db

LOGIN = "/account/oidc/gemeente/login/"
EMPLOYEE = {"sub": "4711", "email": "Inkoper@example.org", "email_verified": True, "name": "De inkoper"}


class IdentityProvider(BaseHTTPRequestHandler):
    """Knows one employee, and hands out a token for any code."""

    employee = EMPLOYEE

    @property
    def address(self):
        return "http://{}:{}".format(*self.server.server_address)

    def do_GET(self):
        if self.path == "/.well-known/openid-configuration":
            self.answer(
                issuer=self.address,
                authorization_endpoint=f"{self.address}/authorize",
                token_endpoint=f"{self.address}/token",
                userinfo_endpoint=f"{self.address}/userinfo",
                jwks_uri=f"{self.address}/keys",
            )
        else:
            self.answer(**self.employee)

    def do_POST(self):
        asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        assert asked["code_verifier"], "without PKCE a stolen code is enough"
        claims = {
            "iss": self.address,
            "aud": "mvi-kompas",
            "exp": time.time() + 60,
            "iat": time.time(),
            **self.employee,
        }
        self.answer(
            access_token="x", token_type="Bearer", id_token=jwt.encode(claims, "a key of no importance here, 32+")
        )

    def answer(self, **content):
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Not on the screen."""


@pytest.fixture
def provider(settings):
    """The identity provider, and the site that knows its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), IdentityProvider)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    settings.SOCIALACCOUNT_PROVIDERS = known("http://{}:{}".format(*server.server_address))
    settings.LOGIN_REDIRECT_URL = "mfa_index"
    yield server
    server.shutdown()
    thread.join()
    server.server_close()
    IdentityProvider.employee = EMPLOYEE


def known(address, **more):
    app = {"provider_id": "gemeente", "name": "Gemeente", "client_id": "mvi-kompas", "secret": "s"}
    return {
        "openid_connect": {"APPS": [app | {"settings": {"server_url": address, "oauth_pkce_enabled": True}}], **more}
    }


def come_back(client, url=LOGIN):
    """Leave for the identity provider, and return from it."""
    leave = client.post(url)
    asked = parse_qs(urlsplit(leave.url).query)
    return client.get(f"{LOGIN}callback/", {"code": "1", "state": asked["state"][0]})


def who(client):
    return client.session.get("_auth_user_id")


def events():
    return [(event.action, event.actor, event.details) for event in AuditEvent.objects.order_by("pk")]


def test_an_employee_with_an_account_is_bound_by_their_address(client, provider):
    user = UserFactory(email="inkoper@example.org")
    user.set_password("een goed wachtwoord")
    user.save()

    response = come_back(client)

    assert response.url == reverse("mfa_index")
    assert who(client) == str(user.pk)
    assert SocialAccount.objects.get(user=user).uid == "4711"
    assert events() == [
        ("bind_identity", user, {"provider": "gemeente"}),
        ("log_in", user, {"methods": ["socialaccount"]}),
    ]
    user.refresh_from_db()
    assert user.check_password("een goed wachtwoord")


def test_once_bound_the_address_no_longer_matters(client, provider):
    user = UserFactory(email="inkoper@example.org")
    come_back(client)
    client.logout()
    IdentityProvider.employee = EMPLOYEE | {"email": "nieuw@example.org"}

    come_back(client)

    assert who(client) == str(user.pk)
    assert SocialAccount.objects.count() == 1


def test_an_address_that_is_not_verified_opens_nothing(client, provider):
    UserFactory(email="inkoper@example.org")
    IdentityProvider.employee = EMPLOYEE | {"email_verified": False}

    response = come_back(client)

    assert response.status_code == 200
    assert who(client) is None


def test_a_provider_may_be_trusted_to_know_addresses(client, provider, settings):
    user = UserFactory(email="inkoper@example.org")
    IdentityProvider.employee = {key: EMPLOYEE[key] for key in ("sub", "email", "name")}
    [app] = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    settings.SOCIALACCOUNT_PROVIDERS = known(app["settings"]["server_url"], VERIFIED_EMAIL=True)

    come_back(client)

    assert who(client) == str(user.pk)


def test_an_employee_without_an_account_is_turned_away(client, provider):
    response = come_back(client)

    assert response.status_code == 200
    assert who(client) is None
    assert not User.objects.exists()


@pytest.mark.parametrize(("name", "called"), [("De inkoper", "De inkoper"), (None, "inkoper@example.org")])
def test_an_employee_gets_an_account_without_roles_where_that_is_switched_on(client, provider, settings, name, called):
    settings.OIDC_OPENS_ACCOUNTS = True
    IdentityProvider.employee = EMPLOYEE | {"name": name}

    come_back(client)

    user = User.objects.get()
    assert who(client) == str(user.pk)
    assert (user.email, user.name, user.has_usable_password()) == ("inkoper@example.org", called, False)
    assert user.get_all_permissions() == set()
    assert [event[0] for event in events()] == ["open_account", "bind_identity", "log_in"]


def test_a_deactivated_employee_stays_out(client, provider):
    UserFactory(email="inkoper@example.org", is_active=False)

    response = come_back(client)

    assert response.url == reverse("account_inactive")
    assert who(client) is None


def test_nobody_adds_an_identity_to_an_account_by_hand(client, provider):
    client.force_login(UserFactory())

    response = come_back(client, f"{LOGIN}?process=connect")

    assert response.status_code == 401
    assert not SocialAccount.objects.exists()


def test_a_provider_that_cannot_be_reached_gets_a_page(client, settings):
    settings.SOCIALACCOUNT_PROVIDERS = known("http://127.0.0.1:9")

    response = client.post(LOGIN)

    assert response.status_code == 503
    assert "Inloggen via uw organisatie lukt nu niet" in response.content.decode()


def test_without_a_provider_there_is_no_such_page(client):
    assert client.post(LOGIN).status_code == 404


def ask_settings(*names, **environment):
    """The settings that this environment gives, asked of a new Python."""
    code = f"import json; from mvi import settings; print(json.dumps([getattr(settings, name) for name in {names}]))"
    plain = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=plain | environment,
        cwd=site.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)


def test_the_environment_switches_it_on():
    providers, policy, on = ask_settings(
        "SOCIALACCOUNT_PROVIDERS",
        "CONTENT_SECURITY_POLICY",
        "OIDC",
        DEBUG="1",
        OIDC_SERVER_URL="https://id.example.nl/realms/gemeente",
        OIDC_CLIENT_ID="mvi-kompas",
        OIDC_CLIENT_SECRET="s",
        OIDC_NAME="Gemeente",
    )

    assert on is True
    assert providers["openid_connect"]["APPS"][0]["settings"] == {
        "server_url": "https://id.example.nl/realms/gemeente",
        "oauth_pkce_enabled": True,
    }
    assert policy["DIRECTIVES"]["form-action"] == ["'self'", "https://id.example.nl"]


def test_half_an_environment_leaves_it_off():
    providers, policy = ask_settings(
        "SOCIALACCOUNT_PROVIDERS", "CONTENT_SECURITY_POLICY", DEBUG="1", OIDC_SERVER_URL="https://id.example.nl"
    )

    assert providers["openid_connect"]["APPS"] == []
    assert policy["DIRECTIVES"]["form-action"] == ["'self'"]


@pytest.mark.parametrize(
    ("environment", "kind"),
    [
        ({"DEBUG": "1"}, "console"),
        ({"DEBUG": "1", "EMAIL_HOST": "mail.example.nl"}, "smtp"),
        ({"SECRET_KEY": "x" * 50, "DATABASE_URL": "postgresql://db/mvi"}, "dummy"),
        ({"SECRET_KEY": "x" * 50, "DATABASE_URL": "postgresql://db/mvi", "EMAIL_HOST": "mail.example.nl"}, "smtp"),
    ],
)
def test_how_mail_goes_out(environment, kind):
    assert ask_settings("EMAIL_BACKEND", **environment) == [f"django.core.mail.backends.{kind}.EmailBackend"]


def test_a_real_installation_asks_administrators_a_second_factor_and_closes_its_cookies():
    names = ("STAFF_NEED_SECOND_FACTOR", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME")

    answers = ask_settings(*names, SECRET_KEY="x" * 50, DATABASE_URL="postgresql://db/mvi")

    assert answers == [True, True, "__Host-sessionid", "__Host-csrftoken"]
