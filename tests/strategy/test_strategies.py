"""Pages of the strategy as a whole."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from mvi.actions import archive
from mvi.models import AuditEvent
from strategy.models import Action, Goal, Strategy, Theme
from strategy.views import quality
from tests.factories.mvi import UserFactory
from tests.factories.strategy import (
    ActionFactory,
    CoreValueFactory,
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    StrategyFactory,
    ThemeFactory,
)
from tests.forms import messages_of, post_form

READ = reverse("strategy:strategy")
LIST = reverse("strategy:strategy-list")


def test_without_a_strategy_the_page_says_where_to_start(client, login):
    login("strategy.view_strategy", "strategy.add_strategy")

    page = client.get(READ).content.decode()

    assert "Er is nog geen strategie. Begin met de titel en de periode" in page
    assert reverse("strategy:strategy-add") in page


def test_without_a_strategy_the_reader_is_told_so(client, login):
    login("strategy.view_strategy")

    assert "Er is nog geen strategie." in client.get(READ).content.decode()
    assert "Nog geen strategie." in client.get(LIST).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_document_needs_the_same_queries_for_any_length(client, login, number, django_assert_num_queries):
    login("strategy.view_strategy")
    strategy = StrategyFactory(is_current=True)
    for _ in range(number):
        theme = ThemeFactory(strategy=strategy, owner=UserFactory())
        CoreValueFactory(strategy=strategy)
        ActionFactory(theme=theme, owner=UserFactory())
        for goal in GoalFactory.create_batch(number, theme=theme):
            IndicatorFactory.create_batch(number, goal=goal)

    with django_assert_num_queries(14):
        response = client.get(READ)

    assert response.status_code == 200


def test_the_document_shows_what_counts_and_not_what_was_archived(client, login):
    login("strategy.view_strategy")
    strategy = StrategyFactory(is_current=True, title="MVI 2026", introduction="Eerst dit.", vision="Dan dat.")
    goal = GoalFactory(theme__strategy=strategy, theme__name="Energie", statement="Minder stroom")
    CoreValueFactory(strategy=strategy, name="Ruimte", behaviour="Deuren staan open")
    ActionFactory(theme=goal.theme, title="Meters plaatsen")
    for row in (
        ThemeFactory(strategy=strategy, name="Weg-thema"),
        CoreValueFactory(strategy=strategy, name="Weg-waarde"),
        GoalFactory(theme=goal.theme, statement="Weg-doel"),
    ):
        archive(row=row, by=UserFactory())

    page = client.get(READ).content.decode()

    for text in ("MVI 2026", "Eerst dit.", "Dan dat.", "Ruimte", "Deuren staan open", "Energie", "Meters plaatsen"):
        assert text in page
    assert "Weg-" not in page
    assert "wijzigen/" not in page


def test_the_document_leads_to_the_plan_and_the_check_for_who_may_read_them(client, login):
    strategy = StrategyFactory(is_current=True)
    pages = [reverse(f"strategy:{name}", args=[strategy.pk]) for name in ("action-plan", "quality")]

    login("strategy.view_strategy")
    neither = client.get(READ).text
    login("strategy.view_strategy", "strategy.view_theme", "strategy.view_action")
    plan = client.get(READ).text
    login(*quality.READER)
    both = client.get(READ).text

    assert [[page in text for page in pages] for text in (neither, plan, both)] == [
        [False, False],
        [True, False],
        [True, True],
    ]


def test_the_first_strategy_counts_at_once_and_the_next_when_somebody_says_so(client, login):
    user = login(*(f"strategy.{verb}_strategy" for verb in ("view", "add", "change")))
    add = reverse("strategy:strategy-add")

    first = post_form(client, add, title="Eerste", starts_on="2026-01-01", ends_on="2029-12-31")
    post_form(client, add, title="Tweede", starts_on="2030-01-01", ends_on="2033-12-31")
    second = Strategy.objects.get(title="Tweede")
    where = second.get_absolute_url()
    made = client.post(reverse("strategy:strategy-make-current", args=[second.pk]), follow=True)

    assert first.redirect_chain == [(READ, 302)]
    assert where == f"/strategie/{second.pk}/"
    assert messages_of(made) == ["“Tweede” geldt vanaf nu."]
    assert [(row.title, row.is_current) for row in Strategy.objects.all()] == [("Tweede", True), ("Eerste", False)]
    event = AuditEvent.objects.get(action="make_current")
    assert (event.object_label, event.actor) == ("Tweede", user)


def test_read_another_strategy(client, login):
    login("strategy.view_strategy", "strategy.change_strategy")
    other = StrategyFactory(title="De volgende")

    make_current = reverse("strategy:strategy-make-current", args=[other.pk])
    page = client.get(other.get_absolute_url()).content.decode()

    assert "<h1>De volgende</h1>" in page
    assert make_current in page
    assert "voortaan laten gelden" in client.get(make_current).content.decode()


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"ends_on": "2025-12-31"}, {"ends_on": ["Een strategie kan niet eindigen voordat zij begint."]}),
        ({"title": "Bestaat"}, {"title": ["Er bestaat al een Strategie met eenzelfde Titel."]}),
        ({"title": ""}, {"title": ["Dit veld is verplicht."]}),
    ],
)
def test_bad_input_is_explained_beside_the_field(client, login, typed, errors):
    login("strategy.change_strategy", "strategy.view_strategy")
    strategy = StrategyFactory()
    StrategyFactory(title="Bestaat")

    response = post_form(client, reverse("strategy:strategy-change", args=[strategy.pk]), **typed)

    assert response.context["form"].errors == errors


def test_remove_a_strategy_only_while_nothing_hangs_on_it(client, login):
    login("strategy.view_strategy", "strategy.delete_strategy")
    strategy, empty = ThemeFactory().strategy, StrategyFactory()

    refused = client.post(reverse("strategy:strategy-remove", args=[strategy.pk]))
    removed = client.post(reverse("strategy:strategy-remove", args=[empty.pk]), follow=True)

    assert refused.status_code == 409
    assert "thema’s" in refused.content.decode()
    assert removed.redirect_chain == [(LIST, 302)]
    assert list(Strategy.objects.all()) == [strategy]


def test_the_history_of_a_strategy_names_what_changed(client, login):
    user = login("strategy.view_strategy", "strategy.change_strategy", name="De beleidsadviseur")
    strategy = StrategyFactory(title="Oud", is_current=True)
    post_form(client, reverse("strategy:strategy-change", args=[strategy.pk]), title="Nieuw")

    entries = client.get(reverse("strategy:strategy-history", args=[strategy.pk])).context["entries"]

    assert [(entry.by, entry.action, entry.changes) for entry in entries] == [
        (user, "Strategie “Nieuw” gewijzigd", [("Titel", "Oud", "Nieuw")]),
        (None, "Strategie “Oud” toegevoegd", []),
    ]


def test_every_block_has_a_link_that_lasts(client, login):
    login("strategy.view_strategy")
    strategy = StrategyFactory(is_current=True, introduction="Wij kopen in.", vision="Later.")
    value = CoreValueFactory(strategy=strategy)
    theme = ThemeFactory(strategy=strategy)
    goal = GoalFactory(theme=theme)
    page = client.get(reverse("strategy:strategy")).text
    places = ["introduction", "vision", f"core-value-{value.pk}", f"theme-{theme.pk}", f"goal-{goal.pk}"]

    assert [place for place in places if f'id="{place}"' not in page or f'href="#{place}"' not in page] == []


def test_a_change_in_a_row_shows_at_the_next_reading(client, login):
    login("strategy.view_strategy")
    owner, today = UserFactory(name="Eerste eigenaar"), timezone.localdate()
    goal = GoalFactory(theme__strategy=StrategyFactory(is_current=True), owner=owner)
    dates = {"baseline_on": today - dt.timedelta(days=300), "target_on": today + dt.timedelta(days=300)}
    indicator = IndicatorFactory(goal=goal, baseline=10, target=80, unit="ton", **dates)
    action = ActionFactory(theme=goal.theme, ends_on=today)
    seen = client.get(READ).text

    type(owner).objects.filter(pk=owner.pk).update(name="Tweede eigenaar")
    Theme.objects.filter(pk=goal.theme_id).update(ambition="Niets gaat weg", colour=3)
    Goal.objects.filter(pk=goal.pk).update(statement="Alles blijft", year=2031)
    Action.objects.filter(pk=action.pk).update(title="Meten", ends_on=today - dt.timedelta(days=1))
    MeasurementFactory(indicator=indicator, value=77, on=today)

    page = client.get(READ).text
    for words in ("Tweede eigenaar", "Niets gaat weg", "theme-colour-3", "Alles blijft", "2031", "Meten", "77\xa0ton"):
        assert words in page, words
        assert words not in seen, words
    assert "over tijd" in page
    assert "over tijd" not in seen


def test_what_one_reader_may_change_is_not_offered_to_the_next(client, login):
    goal = GoalFactory(theme__strategy=StrategyFactory(is_current=True))
    changes = [
        reverse(f"strategy:{kind}-change", args=[row.pk]) for kind, row in (("goal", goal), ("theme", goal.theme))
    ]

    def offered(*rights):
        login("strategy.view_strategy", *rights)
        page = client.get(READ).text
        return [address in page for address in changes]

    assert offered("strategy.change_goal", "strategy.change_theme") == [True, True]
    assert offered("strategy.change_theme") == [False, True]
    assert offered() == [False, False]
