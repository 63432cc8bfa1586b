"""The action plan: per theme of the Manifest level, actions, owner, dates, hours and budget, with the gaps."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from mvi.sheets import files
from strategy.action_plan import action_plan
from strategy.models import ActionStatus, Framework, FrameworkTheme
from tests.factories.mvi import UserFactory
from tests.factories.strategy import (
    ActionFactory,
    GoalFactory,
    StrategyFactory,
    ThemeFactory,
    ThemeMappingFactory,
    accepted_by,
)

pytestmark = pytest.mark.django_db

READER = ("strategy.view_strategy", "strategy.view_theme", "strategy.view_action")


def theme_in(strategy, *codes, **fields):
    theme = ThemeFactory(strategy=strategy, **fields)
    for code in codes:
        ThemeMappingFactory(theme=theme, framework_theme=FrameworkTheme.objects.get(code=code))
    return theme


def complete_action(theme, **fields):
    person = UserFactory(name="Eva de Wit")
    complete = {"ends_on": dt.date(2028, 5, 1), "hours": 10, "budget": 1000} | accepted_by(person)
    return ActionFactory(theme=theme, **complete | fields)


def chapter_of(plan, code):
    return next(one for one in plan.chapters if one.manifest_theme and one.manifest_theme.code == code)


def test_every_theme_of_the_manifest_has_its_chapter_also_when_we_do_nothing_for_it():
    strategy = StrategyFactory()
    theme_in(strategy, "mvoi-circulair", level=2, **accepted_by(UserFactory()))

    plan = action_plan(strategy)

    assert [str(one.manifest_theme) for one in plan.chapters] == [
        "Milieu en biodiversiteit",
        "Klimaat",
        "Circulair (inclusief biobased)",
        "Ketenverantwoordelijkheid (ISV)",
        "Diversiteit en inclusie",
        "Social return",
    ]
    climate, circular = chapter_of(plan, "mvoi-klimaat"), chapter_of(plan, "mvoi-circulair")
    assert (climate.level, climate.hours, climate.budget) == (None, None, None)
    assert [str(gap.text) for gap in climate.gaps] == ["geen van onze thema’s hoort erbij, dus heeft het geen niveau"]
    assert circular.level == 2
    assert [str(gap.text) for gap in circular.gaps] == ["heeft geen actie"]
    assert len(plan.gaps) == 6


def test_hours_and_budget_are_added_and_each_action_counts_once_in_the_whole():
    strategy = StrategyFactory()
    energy = theme_in(strategy, "mvoi-klimaat", "mvoi-milieu", level=2)
    waste = theme_in(strategy, "mvoi-milieu", level=3)
    complete_action(energy, hours=10, budget=Decimal("100.50"))
    complete_action(energy, hours=None, budget=5)
    complete_action(waste, hours=7, budget=None)
    complete_action(waste, hours=100, budget=100, status=ActionStatus.DROPPED)
    complete_action(theme_in(StrategyFactory(), "mvoi-milieu"), hours=100)

    plan = action_plan(strategy)

    climate, environment = chapter_of(plan, "mvoi-klimaat"), chapter_of(plan, "mvoi-milieu")
    assert (climate.hours, climate.budget, climate.level) == (10, Decimal("105.50"), 2)
    assert (environment.hours, environment.budget, environment.level) == (17, Decimal("105.50"), 3)
    assert (plan.hours, plan.budget, len(plan.actions)) == (17, Decimal("105.50"), 3)


def test_what_the_manifest_does_not_ask_for_stands_beside_it():
    strategy = StrategyFactory()
    action = complete_action(theme_in(strategy, "SDG 9", name="Innovatie"))

    last = action_plan(strategy).chapters[-1]

    assert last.manifest_theme is None
    assert last.actions == [action]


@pytest.mark.parametrize(
    ("fields", "gaps"),
    [
        ({}, []),
        ({"owner": None, "owner_status": "none", "answered_at": None}, ["heeft geen eigenaar"]),
        (
            {"owner_status": "offered", "answered_at": None},
            ["Eva de Wit heeft nog geen ja gezegd tegen het eigenaarschap"],
        ),
        ({"owner_status": "declined"}, ["Eva de Wit heeft het eigenaarschap geweigerd"]),
        ({"ends_on": None}, ["heeft geen datum"]),
        ({"hours": None}, []),
        ({"hours": None, "budget": None}, ["heeft geen uren en geen budget"]),
    ],
)
def test_what_an_action_lacks_is_a_gap_with_a_link(fields, gaps):
    strategy = StrategyFactory()
    theme = theme_in(strategy, "mvoi-keten", "mvoi-klimaat", **accepted_by(UserFactory()))
    action = complete_action(theme, **fields)

    plan = action_plan(strategy)

    found = [(str(gap.text), gap.url) for gap in chapter_of(plan, "mvoi-keten").gaps]
    assert found == [(text, action.get_absolute_url()) for text in gaps]
    assert len(plan.gaps) == 4 + len(gaps)  # though it stands in two chapters


def test_without_a_manifest_our_own_themes_are_the_chapters(client, login):
    login(*READER)
    strategy = StrategyFactory(starts_on=dt.date(2010, 1, 1), ends_on=dt.date(2014, 1, 1))
    complete_action(theme_in(strategy, name="Duurzaam"))

    page = client.get(reverse("strategy:action-plan", args=[strategy.pk])).text

    assert "Er is geen Manifest bekend" in page
    assert "Onze thema’s" in page


def test_a_strategy_without_themes_shows_the_six_gaps(client, login):
    login(*READER)
    strategy = StrategyFactory()

    page = client.get(reverse("strategy:action-plan", args=[strategy.pk])).text

    assert page.count("geen van onze thema’s hoort erbij") == 6


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_needs_the_same_queries_for_any_length(client, login, number, django_assert_num_queries):
    login(*READER)
    strategy = StrategyFactory()
    for code in ("mvoi-keten", "mvoi-klimaat", "mvoi-circulair")[:number]:
        theme = theme_in(strategy, code, **accepted_by(UserFactory()))
        for _ in range(number):
            complete_action(theme, goal=GoalFactory(theme=theme))
    address = reverse("strategy:action-plan", args=[strategy.pk])
    client.get(address)

    with django_assert_num_queries(10):
        page = client.get(address)

    assert len(page.context["plan"].actions) == number**2


def test_it_goes_out_as_a_spreadsheet_and_that_is_recorded(client, login):
    user = login(*READER, "strategy.export_action")
    strategy = StrategyFactory(title="MVI 2030")
    theme = theme_in(strategy, "mvoi-keten", name="Eerlijk", level=3)
    goal = GoalFactory(theme=theme, statement="Iedereen weet wat er gekocht is")
    complete_action(theme, title="=Vraag na", goal=goal, starts_on=dt.date(2027, 1, 2), ends_on=None)
    theme_in(strategy, "SDG 9", name="Innovatie", level=1)

    response = client.post(reverse("strategy:action-plan", args=[strategy.pk]), {"format": "xlsx"})

    assert response["Content-Disposition"] == 'attachment; filename="actieplan-mvi-2030.xlsx"'
    rows = [[cell or "" for cell in row] for row in files.read(response.content)[""]]
    assert [row[0] for row in rows] == [
        "Milieu en biodiversiteit",
        "Klimaat",
        "Circulair (inclusief biobased)",
        "Ketenverantwoordelijkheid (ISV)",
        "Diversiteit en inclusie",
        "Social return",
        "",
    ]
    assert rows[3][1:7] == ["mvoi-keten", "Eerlijk", "3 · ambitieus", "=Vraag na", str(goal), "Eva de Wit"]
    assert rows[3][8] == "2027-01-02" or str(rows[3][8]).startswith("2027-01-02")
    assert rows[3][12:] == ["gepland", "heeft geen datum"]
    assert (rows[6][2], rows[6][13]) == ("Innovatie", "heeft geen actie")
    event = AuditEvent.objects.get(action="export_action_plan")
    assert (event.actor, event.details) == (user, {"rows": 7, "format": "xlsx"})


def test_only_who_may_export_actions_exports_and_only_to_a_known_format(client, login):
    login(*READER)
    address = reverse("strategy:action-plan", args=[StrategyFactory().pk])
    assert client.get(address).context["export_formats"] == []
    assert client.post(address, {"format": "csv"}).status_code == 403

    login(*READER, "strategy.export_action")
    assert client.get(address).context["export_formats"] == files.choices()
    assert client.post(address, {"format": "exe"}).status_code == 400


def test_a_manifest_that_ended_is_said_to_have_ended(client, login):
    login(*READER)
    Framework.objects.filter(kind="manifest").update(ends_on=dt.date(2025, 12, 31))

    page = client.get(reverse("strategy:action-plan", args=[StrategyFactory().pk])).text

    assert "Het liep tot en met 31 december 2025, en de lijst met kaders kent geen opvolger." in page
