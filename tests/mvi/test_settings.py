"""Settings of a real installation: refuse to start half configured, and keep cookies and addresses safe."""

import runpy

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

REAL = {"SECRET_KEY": "x" * 60, "DATABASE_URL": "postgresql://mvi:secret@db.example:5432/mvi"}
SETTINGS = settings.BASE_DIR / "mvi" / "settings.py"


@pytest.fixture
def configured(monkeypatch):
    """The settings as they are with this environment."""

    def read(**environment):
        for name in ("PYTEST_VERSION", "DEBUG", "MVI_DEMO", *REAL):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return read


def test_without_a_secret_key_nothing_starts(configured):
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        configured(DATABASE_URL=REAL["DATABASE_URL"])


def test_without_a_database_of_its_own_nothing_starts(configured):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        configured(SECRET_KEY=REAL["SECRET_KEY"])


def test_a_real_installation_is_on_https_with_cookies_for_this_host_only(configured):
    real = configured(**REAL, ALLOWED_HOSTS="mvi.example.nl, www.mvi.example.nl", BEHIND_PROXY="1")

    assert real["ALLOWED_HOSTS"] == ["mvi.example.nl", "www.mvi.example.nl"]
    assert real["DATABASES"]["default"]["HOST"] == "db.example"
    assert (real["SECURE_SSL_REDIRECT"], real["SECURE_HSTS_SECONDS"]) == (True, 31_536_000)
    assert real["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")
    assert (real["SESSION_COOKIE_SECURE"], real["SESSION_COOKIE_NAME"]) == (True, "__Host-sessionid")
    assert (real["CSRF_COOKIE_SECURE"], real["CSRF_COOKIE_NAME"]) == (True, "__Host-csrftoken")


@pytest.mark.parametrize("mode", ["DEBUG", "MVI_DEMO"])
def test_trying_out_needs_nothing(configured, mode):
    tried = configured(**{mode: "yes"})

    assert tried["DATABASES"]["default"]["ENGINE"] == "mvi.postgres"
    assert not tried["HTTPS"]
