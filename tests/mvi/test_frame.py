"""The frame of every page: whose site it is, where this person may go, and what shows when something is wrong."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse

from mvi import context
from mvi.models import Organisation
from tests.conftest import give
from tests.factories.mvi import UserFactory


def labels(items):
    return [str(item["label"]) for item in items]


@pytest.mark.django_db
def test_the_menu_offers_only_what_the_user_may_read(client, login):
    user = login("strategy.view_strategy")
    response = client.get(reverse("styleguide"))
    assert labels(response.context["frame"]["navigation"])[-2:] == ["Strategie", "Rapporten"]

    give(user, "pilots.view_pilot")
    offered = labels(client.get(reverse("styleguide")).context["frame"]["navigation"])
    assert "Werksessies" not in offered


@pytest.mark.django_db
def test_the_menu_marks_where_the_page_lies(client, login):
    login(is_superuser=True)

    here = client.get(reverse("strategy:theme-list")).context["frame"]["navigation"]
    assert {str(item["label"]): item["current"] for item in here if item["current"]} == {"Strategie": "true"}


def test_a_page_of_the_menu_itself_is_the_current_page():
    class Here:
        view_name, app_name = "strategy:strategy", "strategy"

    assert context.current("strategy:strategy", Here) == "page"
    assert context.current("pilots:pilot-list", Here) == ""


@pytest.mark.django_db
def test_only_staff_is_offered_the_administration(client, login):
    login()
    assert "Beheer" not in labels(client.get(reverse("styleguide")).context["frame"]["account"])

    login(is_staff=True)
    assert "Beheer" in labels(client.get(reverse("styleguide")).context["frame"]["account"])


@pytest.mark.django_db
def test_every_page_leads_to_the_knowledge_cards_for_who_may_read_them(client, login):
    login()
    assert "Kenniskaarten" not in labels(client.get(reverse("styleguide")).context["frame"]["footer"])

    login("strategy.view_knowledgecard")
    assert labels(client.get(reverse("styleguide")).context["frame"]["footer"])[1] == "Kenniskaarten"


@pytest.mark.django_db
def test_an_anonymous_visitor_has_no_menu(client):
    response = client.get("/nergens/")

    assert response.status_code == 404
    assert response.context["frame"]["navigation"] == []
    assert response.context["frame"]["account"] == []


@pytest.mark.django_db
def test_the_organisation_gives_its_name_and_house_style(client, login):
    Organisation.objects.create(pk=1, name="Gemeente Emmen", house_style="css/tokens.css", logo="images/favicon.svg")
    login()
    html = client.get(reverse("styleguide")).content.decode()

    assert '<span class="site-brand__organisation">Gemeente Emmen</span>' in html
    assert '<link rel="stylesheet" href="/static/css/tokens.css">' in html
    assert '<img class="site-brand__logo" src="/static/images/favicon.svg" alt="">' in html


def test_a_missing_file_of_the_house_style_takes_no_page_down(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }

    assert context.static_or_nothing("css/not-there.css") == ""
    assert context.static_or_nothing("") == ""


@pytest.mark.django_db
@pytest.mark.parametrize("demo", [True, False])
def test_a_demonstration_says_so_on_every_page(client, login, settings, demo):
    settings.DEMO = demo
    login()

    assert ("Demonstratie." in client.get(reverse("styleguide")).content.decode()) is demo


@pytest.mark.django_db
def test_the_header_is_of_who_asks_and_of_now(client, login):
    """It is drawn once for the same facts."""
    login(name="Inkoper Een")
    assert "<strong>Inkoper Een</strong>" in client.get(reverse("styleguide")).text

    user = login(name="Inkoper Twee")
    assert "<strong>Inkoper Twee</strong>" in client.get(reverse("styleguide")).text

    Organisation.objects.create(pk=1, name="Gemeente Emmen")
    give(user, "pilots.view_pilot")
    text = client.get(reverse("styleguide")).text
    assert "Gemeente Emmen" in text
    assert f'href="{reverse("pilots:pilot-list")}">Pilots</a>' in text


@pytest.mark.django_db
def test_the_language_can_be_switched(client, login):
    login()
    response = client.post(reverse("set_language"), {"language": "en", "next": reverse("styleguide")}, follow=True)

    assert '<html lang="en">' in response.content.decode()
    assert "Style guide" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("template", "heading"),
    [
        ("400.html", "Dit adres klopt niet"),
        ("403.html", "U mag dit niet doen"),
        ("403_csrf.html", "Dit formulier is niet meer geldig"),
        ("404.html", "Deze pagina bestaat niet"),
        ("500.html", "Er ging iets mis"),
    ],
)
def test_pages_for_what_went_wrong_wear_the_same_frame(template, heading):
    for html in (render_to_string(template), render_to_string(template, {}, request_of_somebody())):
        assert f"<h1>{heading}</h1>" in html
        assert '<a class="site-brand" href="/">' in html


def test_the_page_of_a_fault_asks_nothing_of_the_database():
    """The database may be what is broken; pytest-django refuses any query here."""
    assert "Er ging iets mis" in render_to_string("500.html")


def request_of_somebody():
    request = RequestFactory().get("/")
    request.user = UserFactory()
    return request


@pytest.mark.django_db
def test_the_style_guide_is_for_whoever_is_logged_in(client, login):
    assert client.get(reverse("styleguide")).status_code == 302

    login()
    response = client.get(reverse("styleguide"))
    assert response.context["refused_form"].errors.keys() == {
        "name",
        "starts_on",
        "share",
        "phase",
        "question",
        "themes",
    }
