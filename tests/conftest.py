"""What all tests stand on."""

import gc
import signal

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection

from mvi import catalogue
from tests.factories.mvi import UserFactory

catalogue.compile_all()  # before Django reads it


def pytest_collection_finish():
    """Thousands of tests are there for good; see mvi/apps.py."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _quick_and_plain(settings):
    """Cheap password hashes; no collected static files needed."""
    settings.STATIC_ROOT = None
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The journeys empty all tables between tests, which the audit trail refuses in a real database."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger_never_emptied%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}" ON mvi_auditevent')


@pytest.fixture
def login(client, db):
    """Log a new user in with exactly these permissions, such as "pilots.view_pilot"."""

    def log_in(*permissions, **fields):
        user = UserFactory(**fields)
        give(user, *permissions)
        client.force_login(user)
        return user

    return log_in


def give(user, *permissions):
    """Grant permissions by their full names; an unknown one fails loudly."""
    role, _new = Group.objects.get_or_create(name=f"of {user.pk}")
    user.groups.add(role)
    for permission in permissions:
        app, codename = permission.split(".")
        role.permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))


@pytest.fixture
def signals_put_back():
    """Run the worker of the background jobs, which takes the signals of its process, without keeping them."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
