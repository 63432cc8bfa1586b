"""Frameworks: the lists of others with their dates, and which themes of ours belong to them."""

import datetime as dt
import importlib

import pytest
from django.apps import apps
from django.db import IntegrityError
from django.urls import reverse

from mvi.models import AuditEvent
from strategy.actions import map_theme
from strategy.models import Framework, FrameworkKind, FrameworkTheme, Theme
from tests.factories.mvi import UserFactory
from tests.factories.strategy import (
    FrameworkFactory,
    FrameworkThemeFactory,
    StrategyFactory,
    ThemeFactory,
    ThemeMappingFactory,
)
from tests.forms import messages_of

pytestmark = pytest.mark.django_db


def coded(*codes):
    return list(FrameworkTheme.objects.filter(code__in=codes))


def test_the_lists_are_there_from_the_start_each_with_its_date_and_source():
    lists = Framework.objects.in_force(dt.date(2026, 6, 1))

    assert {(framework.kind, framework.themes.count()) for framework in lists} == {
        ("manifest", 6),
        ("pianoo", 7),
        ("bt-774", 7),
        ("bt-775", 7),
        ("bt-776", 4),
        ("ocds", 14),
        ("sdg", 17),
    }
    assert all(framework.source for framework in lists)
    assert FrameworkTheme.objects.get(code="circ-econ").name == "De transitie naar een circulaire economie"


def test_the_migration_can_be_undone_and_done_again():
    migration = importlib.import_module("strategy.migrations.0002_lists_of_others")
    before = set(FrameworkTheme.objects.values_list("framework__name", "code", "name", "position"))

    migration.empty(apps, None)
    assert not Framework.objects.exists()
    migration.fill(apps, None)

    assert set(FrameworkTheme.objects.values_list("framework__name", "code", "name", "position")) == before


def test_the_manifest_of_a_strategy_is_the_last_that_began_before_it_ends():
    now = Framework.objects.get(kind=FrameworkKind.MANIFEST)
    later = FrameworkFactory(kind=FrameworkKind.MANIFEST, starts_on=dt.date(2030, 1, 1))

    assert Framework.objects.manifest_of(StrategyFactory()) == now
    assert Framework.objects.manifest_of(StrategyFactory(ends_on=dt.date(2031, 1, 1))) == later
    early = StrategyFactory(starts_on=dt.date(2010, 1, 1), ends_on=dt.date(2014, 1, 1))
    assert Framework.objects.manifest_of(early) is None
    assert now.has_ended
    assert not later.has_ended


@pytest.mark.parametrize(
    "fields",
    [
        {"ends_on": dt.date(2020, 1, 1), "starts_on": dt.date(2020, 1, 1)},
        {"kind": FrameworkKind.MANIFEST, "starts_on": dt.date(2022, 11, 24)},
        {"name": "Manifest MVOI 2022–2025"},
        {"kind": "other"},
    ],
)
def test_a_framework_that_cannot_be_is_refused_by_the_database(fields):
    with pytest.raises(IntegrityError):
        FrameworkFactory(**fields)


def test_mapping_a_theme_adds_and_drops_and_is_recorded():
    theme, by = ThemeFactory(), UserFactory()
    map_theme(theme=theme, add=coded("mvoi-klimaat", "SDG 7"), drop=[], by=by)

    map_theme(theme=theme, add=coded("mvoi-klimaat", "SDG 13"), drop=coded("SDG 7", "SDG 1"), by=by)

    assert {row.code for row in theme.framework_themes.all()} == {"mvoi-klimaat", "SDG 13"}
    assert list(AuditEvent.objects.order_by("pk").values_list("action", "actor", "details")) == [
        ("map_theme", by.pk, {"added": ["SDG 7", "mvoi-klimaat"], "dropped": []}),
        ("map_theme", by.pk, {"added": ["SDG 13"], "dropped": ["SDG 7"]}),
    ]


def test_nothing_ticked_and_nothing_changed_leaves_no_trace():
    map_theme(theme=ThemeFactory(), add=[], drop=[], by=UserFactory())

    assert not AuditEvent.objects.exists()


def page_data(client, url):
    """What a browser would send back of the page."""
    form = client.get(url).context["form"]
    return {field.html_name: [str(getattr(row, "pk", row)) for row in field.value() or []] for field in form}


def test_the_page_ticks_boxes_in_every_list_in_force(client, login):
    login("strategy.change_theme", "strategy.view_theme")
    theme = ThemeFactory(name="Energie")
    old = FrameworkThemeFactory(framework__kind=FrameworkKind.PIANOO, name="Een oud thema")
    ThemeMappingFactory(theme=theme, framework_theme=old)
    url = reverse("strategy:theme-frameworks", args=[theme.pk])
    klimaat = FrameworkTheme.objects.get(code="mvoi-klimaat")

    page = client.get(url).text
    data = page_data(client, url)
    saved = client.post(url, data | {f"framework_{klimaat.framework_id}": [klimaat.pk]}, follow=True)

    assert "Een oud thema (" in page  # of an earlier version, because it is ticked
    assert "Klimaatactie (SDG 13)" in page
    assert messages_of(saved) == ["De kaders van “Energie” zijn opgeslagen."]
    assert {row.code for row in theme.framework_themes.all()} == {"mvoi-klimaat", old.code}
    assert "Klimaat <code>mvoi-klimaat</code>" in saved.text


def test_two_who_map_the_same_theme_do_not_undo_each_other(client, login):
    login("strategy.change_theme", "strategy.view_theme")
    theme = ThemeFactory()
    url = reverse("strategy:theme-frameworks", args=[theme.pk])
    mine = page_data(client, url)
    map_theme(theme=theme, add=coded("SDG 7"), drop=[], by=UserFactory())  # somebody else, meanwhile
    klimaat = FrameworkTheme.objects.get(code="mvoi-klimaat")

    client.post(url, mine | {f"framework_{klimaat.framework_id}": [klimaat.pk]})

    assert {row.code for row in theme.framework_themes.all()} == {"mvoi-klimaat", "SDG 7"}


def test_the_list_of_frameworks_shows_our_themes_in_a_fixed_number_of_queries(
    client, login, django_assert_max_num_queries
):
    login("strategy.view_framework", "strategy.view_theme")
    current = StrategyFactory(is_current=True)
    theme = ThemeFactory(strategy=current, name="Samen sterk")
    other = ThemeFactory(name="Van vroeger")
    for row in coded("mvoi-keten", "SDG 17", "other"):
        ThemeMappingFactory(theme=theme, framework_theme=row)
        ThemeMappingFactory(theme=other, framework_theme=row)

    with django_assert_max_num_queries(12):
        page = client.get(reverse("strategy:framework-list")).text

    assert page.count("Samen sterk") == 4  # the code “other” stands in two lists
    assert "Van vroeger" not in page
    assert "Staatscourant 2024, 806" in page


def test_a_framework_is_found_by_its_place_on_the_page():
    row = FrameworkTheme.objects.get(code="SDG 12")
    mapping = ThemeMappingFactory(framework_theme=row, theme__name="Circulair")

    assert row.get_absolute_url() == f"/strategie/kaders/#framework-{row.framework_id}"
    assert mapping.get_absolute_url() == Theme.objects.get().get_absolute_url()
    assert str(mapping) == "Circulair · Verantwoorde consumptie en productie"
