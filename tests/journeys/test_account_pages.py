"""Log in with a password, a code and a passkey: every page of allauth that people meet, under the strict policy."""

import re

import pytest
from playwright.sync_api import expect

from mvi.models import User
from tests.factories.mvi import UserFactory

PASSWORD = "een lang wachtwoord voor de proef"


@pytest.fixture
def person(transactional_db):
    user = UserFactory(email="inkoper@example.org", name="Team Inkoop")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def page(new_page):
    """With a passkey device, and with the Content-Security-Policy as people meet it."""
    page = new_page(bypass_csp=False)
    refusals = []
    page.on("console", lambda message: refusals.append(message.text) if "Content Security" in message.text else None)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": options | {"isUserVerified": True, "automaticPresenceSimulation": True}},
    )
    yield page
    assert refusals == []


@pytest.fixture
def fine(page, axe):
    """Nothing wrong with this page, and its heading is what we expect."""

    def check(heading):
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
        assert axe(page) == []

    return check


def type_log_in(page, person):
    page.goto("/account/login/?next=/stijlgids/")
    page.get_by_label("E-mailadres").fill(person.email)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url(re.compile(r"^[^?]*/stijlgids/$"))


def confirm_who_you_are(page, fine):
    fine("Bevestig dat u het bent")
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Bevestigen").click()


def test_a_wrong_password_is_explained_on_the_page(page, person, fine):
    page.goto("/account/login/")
    fine("Inloggen")

    page.get_by_label("E-mailadres").fill(person.email)
    page.get_by_label("Wachtwoord", exact=True).fill("iets anders")
    page.get_by_role("button", name="Inloggen", exact=True).click()

    expect(page.get_by_role("alert").get_by_role("listitem")).to_have_text(
        ["Het e-mailadres of het wachtwoord klopt niet."]
    )
    fine("Inloggen")


def test_who_forgot_the_password_is_helped(page, person, fine, mailoutbox):
    page.goto("/account/login/")
    page.get_by_role("link", name="Wachtwoord vergeten?").click()
    fine("Nieuw wachtwoord")

    page.get_by_label("E-mailadres").fill(person.email)
    page.locator("main form button").click()
    page.wait_for_url("**/done/")
    fine("Nieuw wachtwoord")

    [mail] = mailoutbox
    page.goto(re.search(r"https?://[^/]+(/\S+)", mail.body).group(1))
    fine("Wachtwoord wijzigen")
    for label in page.locator("main input[type=password]").all():
        label.fill("een heel nieuw wachtwoord 7")
    page.get_by_role("button", name="Wachtwoord wijzigen").click()
    page.wait_for_url("**/done/")
    fine("Wachtwoord wijzigen")
    assert User.objects.get(pk=person.pk).check_password("een heel nieuw wachtwoord 7")


def test_a_passkey_opens_the_door(page, person, fine):
    type_log_in(page, person)
    page.goto("/account/2fa/")
    fine("Inloggen in twee stappen")
    page.get_by_role("link", name="Toevoegen").click()
    confirm_who_you_are(page, fine)
    fine("Beveiligingssleutel toevoegen")
    page.get_by_label("Wachtwoordloos").check()
    page.get_by_role("button", name="Toevoegen").click()
    page.wait_for_url(re.compile(r"/recovery-codes/|/webauthn/$"))

    page.goto("/account/2fa/webauthn/")
    fine("Beveiligingssleutels")
    page.get_by_role("link", name="Bewerken").click()
    fine("Beveiligingssleutel wijzigen")

    page.locator("details.menu > summary").click()
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_label("E-mailadres")).to_be_visible()
    page.goto("/account/login/?next=/stijlgids/")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.wait_for_url(re.compile(r"^[^?]*/stijlgids/$"))

    page.goto("/account/2fa/webauthn/")
    page.get_by_role("link", name="Verwijderen").click()
    confirm_who_you_are(page, fine)
    fine("Beveiligingssleutel verwijderen")


def test_a_code_of_an_app_is_asked_as_second_step(page, person, fine):
    type_log_in(page, person)
    page.goto("/account/2fa/totp/activate/")
    confirm_who_you_are(page, fine)
    fine("Authenticator-app aanzetten")
    expect(page.locator("img.qr-code")).not_to_have_js_property("naturalWidth", 0)

    page.get_by_label("Code uit uw app").fill("000000")
    page.get_by_role("button", name="Aanzetten").click()
    expect(page.get_by_role("alert")).to_be_visible()
    fine("Authenticator-app aanzetten")


def test_the_password_is_changed_by_who_knows_it(page, person, fine):
    type_log_in(page, person)
    page.goto("/account/password/change/")
    fine("Wachtwoord wijzigen")
