"""Guessing passwords: turned away before the password is hashed, and nobody else is held up."""

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from mvi import throttle
from mvi.models import AuditEvent
from tests.factories.mvi import UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = "een goed wachtwoord"
WRONG = "fout"


class CountingHasher(MD5PasswordHasher):
    """Counts how often a password is hashed."""

    algorithm = "counting"
    calls = 0

    def encode(self, password, salt):
        CountingHasher.calls += 1
        return super().encode(password, salt)


@pytest.fixture(autouse=True)
def _counting(settings):
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    settings.LOGIN_REDIRECT_URL = "mfa_index"


@pytest.fixture
def person():
    user = UserFactory(email="inkoper@example.org")
    user.set_password(PASSWORD)
    user.save()
    CountingHasher.calls = 0
    return user


def guess(client, password=WRONG, email="inkoper@example.org", **extra):
    return client.post(reverse("account_login"), {"login": email, "password": password}, **extra)


def test_the_fifth_wrong_password_closes_the_door_before_any_hashing(client, person):
    assert [guess(client).status_code for _ in range(5)] == [200, 200, 200, 200, 429]
    assert CountingHasher.calls == 5

    response = guess(client, PASSWORD, email="INKOPER@example.org")

    assert CountingHasher.calls == 5
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "900"
    assert "Te veel pogingen" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_lock_out_is_recorded_once(client, person):
    for _ in range(8):
        guess(client)

    recorded = [(event.action, event.result, event.object_id) for event in AuditEvent.objects.order_by("pk")]
    assert recorded == [
        *[("log_in", "failed", str(person.pk))] * 4,
        ("lock_out", "refused", str(person.pk)),
        ("log_in", "failed", str(person.pk)),
    ]


def test_the_owner_logs_in_from_another_address_meanwhile(client, person):
    for _ in range(6):
        guess(client, REMOTE_ADDR="192.0.2.1")

    assert guess(client, PASSWORD, REMOTE_ADDR="192.0.2.2").status_code == 302


def test_a_colleague_at_the_same_address_is_not_held_up(client, person):
    colleague = UserFactory()
    colleague.set_password(PASSWORD)
    colleague.save()
    for _ in range(6):
        guess(client)

    assert guess(client, PASSWORD, email=colleague.email).status_code == 302


def test_one_address_that_tries_many_accounts_is_turned_away(client, person, settings):
    settings.WRONG_FROM_ADDRESS = 6
    statuses = [guess(client, email=f"user{n}@example.net").status_code for n in range(7)]

    assert statuses == [200] * 5 + [429] * 2
    assert AuditEvent.objects.filter(action="lock_out").count() == 1
    assert guess(client, PASSWORD).status_code == 429
    assert guess(client, PASSWORD, REMOTE_ADDR="192.0.2.2").status_code == 302


def test_the_door_opens_again_after_a_quarter_of_an_hour(client, person):
    for _ in range(6):
        guess(client)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timezone.timedelta(minutes=15, seconds=1))

    assert guess(client, PASSWORD).status_code == 302


def test_logging_in_forgets_the_wrong_passwords_of_that_account_only(client, person):
    for email in ["inkoper@example.org", "ander@example.org"]:
        for _ in range(4):
            guess(client, email=email)

    guess(client, PASSWORD)

    assert list(AccessAttempt.objects.values_list("username", "failures_since_start")) == [("ander@example.org", 4)]


def test_what_is_kept_of_an_attempt_holds_no_secret(client, person):
    guess(client, password="Welkom01!geheim")

    [attempt] = AccessAttempt.objects.all()
    assert "geheim" not in f"{attempt.post_data}{attempt.get_data}"
    assert "inkoper" not in attempt.post_data


def test_a_second_tab_that_asks_for_too_many_new_passwords_gets_the_same_page(client, person, mailoutbox):
    statuses = [
        client.post(reverse("account_reset_password"), {"email": "inkoper@example.org"}).status_code for _ in range(7)
    ]

    assert statuses == [302] * 5 + [429] * 2
    assert len(mailoutbox) == 5


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::9", "2001:db8:1:2::"),
        ("", None),
        ("unix:", None),
    ],
)
def test_the_address_by_which_attempts_are_counted(address, counted):
    assert throttle.network_of(RequestFactory(REMOTE_ADDR=address).get("/")) == counted
