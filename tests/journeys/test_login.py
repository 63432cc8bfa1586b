"""Logging in as people do it: with a password, then with a passkey on the same device."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from mvi.models import AuditEvent
from tests.factories.mvi import UserFactory

PASSWORD = "een goed wachtwoord"


@pytest.mark.django_db(transaction=True)
def test_from_a_password_to_a_passkey(new_page):
    user = UserFactory(email="inkoper@example.org")
    user.set_password(PASSWORD)
    user.save()
    page = new_page(bypass_csp=False)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )

    page.goto(reverse("account_login") + "?next=" + reverse("mfa_add_webauthn"))
    page.get_by_label("E-mailadres").fill("inkoper@example.org")
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.get_by_label("Wachtwoord").fill(PASSWORD)  # once more, before anything about log-in is changed
    page.keyboard.press("Enter")
    page.locator("#mfa_webauthn_add").wait_for()
    if page.locator("[name=passwordless]").count():
        page.locator("[name=passwordless]").check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url("**/recovery-codes/")

    page.goto(reverse("account_logout"))
    page.locator("main form button").click()
    expect(page.get_by_label("E-mailadres")).to_be_visible()
    page.goto(reverse("account_login") + "?next=" + reverse("mfa_index"))
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.wait_for_url(lambda url: urlsplit(url).path == reverse("mfa_index"))

    assert [event.details["methods"] for event in AuditEvent.objects.filter(action="log_in").order_by("pk")] == [
        ["password"],
        ["webauthn"],
    ]
