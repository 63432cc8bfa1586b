"""The administration in a real browser: accessible, without a script or style that the policy refuses, and working."""

import csv

import pytest
from django.contrib import admin
from django.urls import reverse
from playwright.sync_api import expect

from mvi.models import AuditEvent
from pilots.models import Milestone
from strategy.models import Theme
from tests.every_page import one_of_everything
from tests.factories.mvi import UserFactory
from tests.nouns import NOUNS, admin_page


def own_pages(model):
    """The pages of one noun that look different for each: its list and its form."""
    yield reverse(admin_page("changelist", model))
    if model.objects.exists():
        yield reverse(admin_page("change", model), args=[model.objects.first().pk])


def shared_pages(model):
    """The pages of one noun that are made the same way for all."""
    yield from (reverse(admin_page(name, model)) for name in ("import", "export"))
    yield reverse(admin_page("history", model), args=[model.objects.first().pk])


@pytest.fixture
def administrator(log_in):
    one_of_everything()
    user = UserFactory(is_superuser=True, is_staff=True)
    return lambda page: log_in(page, user)


@pytest.mark.parametrize("app", ["mvi", "strategy", "pilots", "workshops"])
def test_axe_finds_nothing_in_the_administration(page, administrator, axe, app):
    administrator(page)
    nouns = [model for model in NOUNS if model._meta.app_label == app]
    addresses = [address for model in nouns for address in own_pages(model)]
    if app == "strategy":
        addresses += [reverse("admin:index"), *shared_pages(Theme)]
    faults = {}
    for address in addresses:
        assert page.goto(address).status == 200
        if found := axe(page):
            faults[address] = found

    assert faults == {}


def test_no_page_of_the_administration_breaks_the_content_security_policy(new_page, administrator):
    page = administrator(new_page(bypass_csp=False))
    refusals = []
    page.on("console", lambda message: refusals.append(message.text) if "Content Security" in message.text else None)
    forms = [reverse(admin_page("add", model)) for model in (Theme, Milestone)]
    for address in (*own_pages(Theme), *shared_pages(Theme), *forms):
        page.goto(address)

    assert refusals == []


@pytest.mark.parametrize("width", [768, 1000])
def test_on_a_tablet_the_tools_of_a_list_leave_its_title_and_its_rows_alone(page, administrator, width):
    administrator(page)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(reverse("admin:strategy_theme_changelist"))
    title, tools, rows = (page.locator(part).bounding_box() for part in ("#content h1", ".object-tools", "#changelist"))

    assert title["y"] + title["height"] <= tools["y"]
    assert tools["y"] + tools["height"] <= rows["y"]
    assert rows["x"] + rows["width"] <= width


def test_an_administrator_exports_changes_and_imports_in_the_browser(page, administrator, tmp_path):
    administrator(page)
    theme = Theme.objects.get(level=1)
    page.goto(reverse("admin:strategy_theme_changelist"))
    page.get_by_role("link", name="Exporteren").click()
    page.get_by_label("Formaat").select_option(label="csv")
    with page.expect_download() as download:
        page.get_by_role("button", name="Exporteren").click()
    file = tmp_path / "themas.csv"
    file.write_text(download.value.path().read_text("utf-8-sig").replace("1 · basis", "3 · ambitieus"))

    page.goto(reverse("admin:strategy_theme_import"))
    page.get_by_label("Rekenblad").set_input_files(file)
    page.get_by_role("button", name="Bekijken wat er zou gebeuren").click()
    page.get_by_role("button", name="Importeren", exact=True).click()

    expect(page.locator("main")).to_contain_text("1 gewijzigde rij")
    theme.refresh_from_db()
    assert theme.level == 3
    assert list(AuditEvent.objects.order_by("pk").values_list("action", flat=True)) == ["export", "import"]


def test_of_a_list_some_rows_are_ticked_and_exported(page, administrator, axe):
    administrator(page)
    theme = Theme.objects.get(level=1)
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(reverse("strategy:theme-list"))
    page.get_by_role("link", name="Een keuze exporteren").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Een keuze exporteren")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    page.get_by_label(f"› {theme.name}").press("Space")
    with page.expect_download() as download:
        page.get_by_role("button", name="csv", exact=True).click()

    rows = csv.DictReader(download.value.path().read_text("utf-8-sig").splitlines(), delimiter=";")
    assert [row["Naam"] for row in rows] == [theme.name]


def test_every_model_in_the_administration_is_ours():
    assert {model._meta.app_label for model in admin.site._registry} == {"mvi", "strategy", "pilots", "workshops"}
