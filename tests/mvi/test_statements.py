"""The pages on accessibility and privacy: open to everybody, and true to what the program does."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from mvi.models import AccessibilityStatus, Organisation
from tests.factories.mvi import OrganisationFactory

pytestmark = pytest.mark.django_db
ACCESSIBILITY, PRIVACY = reverse("accessibility"), reverse("privacy")


@pytest.mark.parametrize("page", [ACCESSIBILITY, PRIVACY])
def test_everybody_may_read_them_and_the_foot_of_the_log_in_page_leads_there(client, page):
    assert client.get(page).status_code == 200
    assert f'href="{page}"' in client.get(reverse("account_login")).content.decode()


@pytest.mark.parametrize("page", [ACCESSIBILITY, PRIVACY])
def test_what_nobody_filled_in_says_so_and_shows_who_may_where(client, login, page):
    fill_in = reverse("admin:mvi_organisation_add")

    stranger = client.get(page).content.decode()
    login("mvi.change_organisation")
    administrator = client.get(page).content.decode()

    assert "nog niet ingevuld" in stranger
    assert fill_in not in stranger
    assert fill_in in administrator


def test_the_accessibility_statement_says_what_the_municipality_found(client):
    OrganisationFactory(
        name="Gemeente Emmen",
        accessibility_status=AccessibilityStatus.PARTIALLY,
        accessibility_on=dt.date(2026, 5, 4),
        accessibility_report="https://example.org/rapport.pdf",
        accessibility_gaps="De kaart van partijen heeft **geen** toetsen. <script>",
        accessibility_contact="Toegankelijk@example.org",
    )

    page = client.get(ACCESSIBILITY).content.decode()

    assert "Gemeente Emmen wil dat iedereen" in page
    assert "B: voldoet gedeeltelijk" in page
    assert "4 mei 2026" in page
    assert 'href="https://example.org/rapport.pdf"' in page
    assert "<strong>geen</strong> toetsen. &lt;script&gt;" in page
    assert 'href="mailto:toegankelijk@example.org"' in page
    assert "nog niet ingevuld" not in page


def test_the_privacy_page_names_the_terms_that_the_program_keeps_to(client, settings):
    settings.SESSION_COOKIE_AGE = 6 * 60 * 60
    OrganisationFactory(
        privacy_contact="privacy@example.org",
        data_protection_officer="fg@example.org",
        privacy_text="Zie ook ons *beleid*.",
    )

    page = client.get(PRIVACY).content.decode()

    assert "30 dagen" in page
    assert "7 dagen" in page
    assert "hooguit 6 uur" in page
    assert 'href="mailto:privacy@example.org"' in page
    assert 'href="mailto:fg@example.org"' in page
    assert "Zie ook ons <em>beleid</em>." in page
    assert "nog niet ingevuld" not in page


@pytest.mark.parametrize(
    "wrong", [{"accessibility_status": "B"}, {"accessibility_status": "X", "accessibility_on": "2026-05-04"}]
)
def test_a_status_is_one_that_the_law_knows_and_has_its_day(wrong):
    with pytest.raises(ValidationError):
        Organisation(pk=1, **wrong).full_clean()


def test_an_administrator_fills_them_in(client, login):
    login(is_staff=True, is_superuser=True)
    OrganisationFactory()
    page = reverse("admin:mvi_organisation_change", args=[1])
    typed = {"name": "Gemeente Emmen", "accessibility_status": "B", "opened_version": 1}

    refused = client.post(page, typed).content.decode()
    client.post(page, typed | {"accessibility_on": "2026-05-04", "privacy_contact": "privacy@example.org"})

    assert "op welke dag dit is onderzocht" in refused
    assert Organisation.current().get_accessibility_status_display() == "B: voldoet gedeeltelijk"
    assert Organisation.current().privacy_contact == "privacy@example.org"
