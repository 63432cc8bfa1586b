"""Logging in and out: by password, with a second factor, and after somebody lost their rights."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.sessions.models import Session
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mvi.adapters import AccountAdapter
from mvi.models import AuditEvent, User
from tests.factories.mvi import UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = "een goed wachtwoord"
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture
def person():
    user = UserFactory(email="inkoper@example.org")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture(autouse=True)
def _lands_on_a_page_that_is_there(settings):
    settings.LOGIN_REDIRECT_URL = "mfa_index"


def try_login(client, password=PASSWORD, email="inkoper@example.org", **extra):
    return client.post(reverse("account_login"), {"login": email, "password": password}, **extra)


def who(client):
    return client.session.get("_auth_user_id")


def code(secret=SECRET):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def events():
    return [(event.action, event.result, event.actor, event.object_id) for event in AuditEvent.objects.order_by("pk")]


def test_log_in_with_address_and_password_whatever_the_capitals(client, person):
    anonymous_key = client.session.session_key

    response = try_login(client, email=" Inkoper@Example.org ")

    assert (response.status_code, response.url) == (302, reverse("mfa_index"))
    assert who(client) == str(person.pk)
    assert client.session.session_key != anonymous_key
    assert events() == [("log_in", "success", person, str(person.pk))]
    assert AuditEvent.objects.get().details == {"methods": ["password"]}


@pytest.mark.parametrize(("email", "object_id"), [("inkoper@example.org", True), ("niemand@example.org", False)])
def test_a_wrong_password_is_recorded_without_what_was_typed(client, person, email, object_id):
    response = try_login(client, password="Welkom01!geheim", email=email)

    assert response.status_code == 200
    assert who(client) is None
    assert events() == [("log_in", "failed", None, str(person.pk) if object_id else "")]
    event = AuditEvent.objects.get()
    assert (event.details, event.origin) == ({}, "127.0.0.1")


def test_the_page_says_the_same_of_a_wrong_password_and_an_unknown_address(client, person):
    texts = [
        re.sub(r'(value|name)="[^"]*"', "", try_login(client, password="fout", email=email).content.decode())
        for email in ("inkoper@example.org", "niemand@example.org")
    ]

    assert texts[0] == texts[1]


def test_log_out(client, person):
    try_login(client)
    old_key = client.session.session_key

    response = client.post(reverse("account_logout"))

    assert response.status_code == 302
    assert who(client) is None
    assert not client.session.exists(old_key)
    assert events()[-1] == ("log_out", "success", person, str(person.pk))


def test_looking_at_the_log_out_page_does_not_log_out(client, person):
    try_login(client)

    client.get(reverse("account_logout"))

    assert who(client) == str(person.pk)


def test_an_account_that_is_deactivated_is_out_at_once(client, person):
    try_login(client)
    assert client.get(reverse("mfa_index")).status_code == 200

    User.objects.filter(pk=person.pk).update(is_active=False)

    assert client.get(reverse("mfa_index")).status_code == 302
    newcomer = Client()
    assert try_login(newcomer).url == reverse("account_inactive")
    assert who(newcomer) is None


def test_a_new_password_ends_the_other_sessions(client, person):
    elsewhere = Client()
    try_login(client)
    try_login(elsewhere)

    response = client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "nog een beter wachtwoord", "password2": "nog een beter wachtwoord"},
    )

    assert response.status_code == 302
    assert client.get(reverse("mfa_index")).status_code == 200
    assert elsewhere.get(reverse("mfa_index")).status_code == 302
    assert events()[-1] == ("change_password", "success", person, str(person.pk))


def test_changed_rights_end_every_session(client, person):
    try_login(client)

    person.log_out_everywhere()

    assert person.logged_out_times == 1
    assert client.get(reverse("mfa_index")).status_code == 302


def test_a_forgotten_password_is_replaced_by_mail(client, person, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": "Inkoper@example.org"})
    [mail] = mailoutbox
    link = re.search(r"http://testserver(/\S+)", mail.body)[1]

    page = client.get(link, follow=True)
    client.post(
        page.redirect_chain[-1][0], {"password1": "nog een beter wachtwoord", "password2": "nog een beter wachtwoord"}
    )

    assert mail.to == ["inkoper@example.org"]
    assert mail.subject.startswith("MVI-kompas: ")
    assert events() == [("reset_password", "success", person, str(person.pk))]
    assert try_login(client, password="nog een beter wachtwoord").status_code == 302


@pytest.mark.parametrize("state", [{}, {"is_active": False}], ids=["unknown", "deactivated"])
def test_who_has_no_account_gets_no_mail_and_the_same_answer(client, person, mailoutbox, state):
    known = client.post(reverse("account_reset_password"), {"email": "inkoper@example.org"})
    if state:
        UserFactory(email="ander@example.org", **state)
    mailoutbox.clear()

    unknown = client.post(reverse("account_reset_password"), {"email": "ander@example.org"})

    assert (unknown.status_code, unknown.url) == (known.status_code, known.url)
    assert mailoutbox == []


class DownBackend(BaseEmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError


def test_a_mail_server_that_is_down_tells_nobody_that_there_is_an_account(client, person, settings, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.DownBackend"

    response = client.post(reverse("account_reset_password"), {"email": "inkoper@example.org"})

    assert (response.status_code, response.url) == (302, reverse("account_reset_password_done"))
    assert "Mail account/email/password_reset_key was not sent." in caplog.text


@pytest.mark.parametrize("page", ["signup/", "email/", "confirm-email/", "confirm-email/x/", "3rdparty/"])
def test_nobody_signs_up_or_changes_address_by_themselves(client, person, page):
    client.force_login(person)

    assert client.get(f"/account/{page}").status_code == 404
    assert client.post(f"/account/{page}", {"email": "x@example.org"}).status_code == 404


def test_allauth_itself_opens_no_accounts_either():
    assert AccountAdapter().is_open_for_signup(None) is False


# The second factor


@pytest.fixture
def phone(person):
    return TOTP.activate(person, SECRET)


def test_who_has_a_second_factor_is_in_only_after_the_code(client, person, phone):
    response = try_login(client)
    assert (response.status_code, response.url) == (302, reverse("mfa_authenticate"))
    assert who(client) is None
    key_before = client.session.session_key

    response = client.post(reverse("mfa_authenticate"), {"code": code()})

    assert (response.status_code, response.url) == (302, reverse("mfa_index"))
    assert who(client) == str(person.pk)
    assert client.session.session_key != key_before
    assert AuditEvent.objects.get().details == {"methods": ["password", "totp"]}


def test_wrong_codes_are_recorded_and_counted(client, person, phone):
    try_login(client)

    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": code()})

    assert who(client) is None
    assert events() == [("check_second_factor", "failed", None, str(person.pk))] * 5


@pytest.mark.django_db(transaction=True)  # allauth tells of it when the transaction ends
def test_a_second_factor_is_set_up_and_taken_away(client, person, mailoutbox):
    try_login(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.get(reverse("mfa_activate_totp"))
    secret = client.session["mfa.totp.secret"]
    key_before = client.session.session_key

    client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    key_after = client.session.session_key
    client.post(reverse("mfa_generate_recovery_codes"))
    client.post(reverse("mfa_deactivate_totp"))

    assert key_after != key_before
    assert [event[0] for event in events()] == [
        "log_in",
        "add_second_factor",
        "add_second_factor",
        "renew_second_factor",
        "remove_second_factor",
        "remove_second_factor",
    ]
    assert not Authenticator.objects.exists()
    assert {mail.to[0] for mail in mailoutbox} == {"inkoper@example.org"}


def test_a_second_factor_takes_the_password_once_more(client, person):
    try_login(client)

    response = client.get(reverse("mfa_activate_totp"))
    client.post(reverse("account_reauthenticate"), {"password": "fout"})

    assert response.url.startswith(reverse("account_reauthenticate"))
    assert events()[-1] == ("log_in", "failed", None, str(person.pk))


def test_a_recovery_code_works_once(client, person, phone):
    RecoveryCodes.activate(person)
    recovery_code = RecoveryCodes(Authenticator.objects.get(type="recovery_codes")).get_unused_codes()[0]

    try_login(client)
    client.post(reverse("mfa_authenticate"), {"code": recovery_code})
    assert who(client) == str(person.pk)
    client.post(reverse("account_logout"))
    try_login(client)
    client.post(reverse("mfa_authenticate"), {"code": recovery_code})

    assert who(client) is None


def test_a_passkey_is_offered_at_the_door(client):
    assert client.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"}).status_code == 200


def test_a_session_that_is_over_or_gone_asks_to_log_in_again(client, login):
    login()
    assert client.get("/").status_code == 200

    Session.objects.update(expire_date=timezone.now())
    over = client.get("/")
    login()
    Session.objects.all().delete()
    gone = client.get("/")

    assert [over.url, gone.url] == [f"{reverse('account_login')}?next=/"] * 2
