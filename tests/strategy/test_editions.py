"""Adopting a strategy: what stands in the way, the edition that stays, and what was changed since."""

import datetime as dt
import re

import pgtrigger
import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate as today

from mvi.actions import archive
from mvi.models import AuditEvent
from strategy.actions import adopt
from strategy.adoption import banner, blockers
from strategy.models import Edition, Goal, Indicator, OwnerStatus, Strategy, StrategyStatus, Theme
from strategy.reading import documents, text_of
from strategy.snapshot import differences, snapshot, snapshot_on, words_apart
from tests.factories.mvi import UserFactory
from tests.factories.strategy import (
    ActionFactory,
    CoreValueFactory,
    EditionFactory,
    GoalFactory,
    IndicatorFactory,
    InterimTargetFactory,
    StrategyFactory,
    ThemeFactory,
)
from tests.forms import messages_of


def tomorrow():
    return today() + dt.timedelta(days=1)


NOT_YET = "De eigenaar heeft nog geen ja gezegd tegen het eigenaarschap"
BANNERS = ["nog niet vastgesteld", "In consultatie", "Vastgesteld op 12 maart 2026", "gewijzigd sinds", "Vervangen"]
DECISION = {"decided_on": dt.date(2026, 3, 12), "body": "council", "reference": "R26.012"}


@pytest.fixture
def complete(db):
    """A small strategy in which nothing is missing."""
    strategy = StrategyFactory(title="MVI 2026", introduction="Wij kopen groen in.")
    goal = GoalFactory(
        theme__strategy=strategy,
        theme__name="Circulair",
        statement="De helft is hergebruikt",
        year=2029,
        owner=UserFactory(name="De eigenaar"),
        owner_status=OwnerStatus.ACCEPTED,
        answered_at=timezone.now(),
    )
    indicator = IndicatorFactory(
        goal=goal,
        name="Hergebruik",
        baseline="12.5",
        baseline_on=dt.date(2025, 1, 1),
        target=50,
        target_on=dt.date(2029, 1, 1),
    )
    InterimTargetFactory(indicator=indicator, on=dt.date(2027, 1, 1), value=30)
    CoreValueFactory(strategy=strategy, name="Ruimte")
    ActionFactory(theme=goal.theme, title="Meten")
    return strategy


def test_nothing_is_missing(complete):
    assert blockers(complete) == []


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"owner": None}, ["heeft geen eigenaar"]),
        ({"owner_status": "offered", "answered_at": None}, [NOT_YET]),
        ({"owner_status": "declined"}, ["De eigenaar heeft het eigenaarschap geweigerd"]),
        ({"year": None}, ["heeft geen jaar"]),
    ],
)
def test_what_is_missing_of_a_goal_is_named(complete, fields, missing):
    Goal.objects.update(**fields)

    found = blockers(complete)

    assert [blocker.text for blocker in found] == missing
    assert found[0].url == Goal.objects.get().get_absolute_url()


def test_a_goal_needs_an_indicator_that_can_be_measured(complete):
    goal = Goal.objects.get()
    IndicatorFactory(goal=goal, name="Nog leeg")
    enough = blockers(complete)
    goal.indicators.filter(name="Hergebruik").delete()
    empty = blockers(complete)
    goal.indicators.all().delete()

    assert enough == []
    assert [blocker.text for blocker in empty] == ["heeft geen indicator met eenheid, nulmeting en streefwaarde"]
    assert [blocker.text for blocker in blockers(complete)] == ["heeft geen indicator"]


def test_a_strategy_without_goals_is_not_adopted(db):
    assert [blocker.text for blocker in blockers(StrategyFactory())] == ["Er is nog geen doel."]


def test_adopting_keeps_an_edition_for_good(complete):
    earlier = StrategyFactory(
        is_current=True, status=StrategyStatus.ADOPTED, decided_on=dt.date(2022, 1, 1), decided_by_body="council"
    )
    user = UserFactory()

    edition = adopt(strategy=complete, by=user, **DECISION)

    complete.refresh_from_db()
    earlier.refresh_from_db()
    event = AuditEvent.objects.get()
    assert (edition.number, str(edition)) == (1, "MVI 2026, editie 1")
    assert edition.content["themes"][0]["goals"][0]["statement"] == "De helft is hergebruikt"
    assert (complete.status, complete.is_current, complete.decision_reference) == ("adopted", True, "R26.012")
    assert (earlier.status, earlier.is_current) == ("superseded", False)
    assert banner(earlier).successor == complete
    assert (event.action, event.actor, event.details) == ("adopt", user, {"edition": 1})


@pytest.mark.parametrize("change", [lambda rows: rows.update(number=9), lambda rows: rows.delete()])
def test_the_database_refuses_to_change_or_delete_an_edition(change, db):
    EditionFactory()

    with pytest.raises(DatabaseError), transaction.atomic():
        change(Edition.objects.all())

    assert Edition.objects.count() == 1


def test_a_text_is_adopted_again_only_when_it_was_changed(complete):
    user = UserFactory()
    adopt(strategy=complete, by=user, **DECISION)
    same = banner(Strategy.objects.get(pk=complete.pk)).kind
    with pytest.raises(ValidationError, match="Er is niets gewijzigd sinds de laatste editie"):
        adopt(strategy=complete, by=user, **DECISION)
    Theme.objects.update(ambition="Niets weg")
    changed = banner(Strategy.objects.get(pk=complete.pk)).kind

    second = adopt(strategy=complete, by=user, **DECISION)

    assert (same, changed, second.number) == ("adopted", "changed", 2)
    assert Edition.objects.get(number=1).content["themes"][0]["ambition"] == ""


@pytest.mark.parametrize(
    ("status", "decision", "message"),
    [
        ("draft", {"decided_on": dt.date(2999, 1, 1)}, "Een besluit kan niet van een dag zijn die nog moet komen."),
        ("superseded", {}, "Deze strategie is vervangen."),
    ],
)
def test_a_decision_that_cannot_be_is_refused(complete, status, decision, message):
    if status == "superseded":
        decided = {"decided_on": dt.date(2020, 1, 1), "decided_by_body": "council"}
        Strategy.objects.filter(pk=complete.pk).update(status=status, **decided)

    with pytest.raises(ValidationError) as error:
        adopt(strategy=complete, by=UserFactory(), **(DECISION | decision))

    assert error.value.messages == [message]
    assert not Edition.objects.exists()


def test_blockers_are_also_held_by_the_verb(complete):
    Goal.objects.update(year=None)

    with pytest.raises(ValidationError, match="De helft is hergebruikt: heeft geen jaar"):
        adopt(strategy=complete, by=UserFactory(), **DECISION)


def test_the_page_lists_what_is_missing_with_links_and_then_asks_for_the_decision(client, login, complete):
    login("strategy.change_strategy", "strategy.view_strategy")
    url = reverse("strategy:strategy-adopt", args=[complete.pk])
    goal = Goal.objects.get()
    Goal.objects.update(year=None)

    missing = client.get(url).content.decode()
    Goal.objects.update(year=2029)
    refused = client.post(url, DECISION | {"decided_on": "2126-01-01"})
    adopted = client.post(url, DECISION | {"decided_on": "2026-03-12"}, follow=True)

    assert "Er ontbreekt één ding" in missing
    assert goal.get_absolute_url() in missing
    assert list(refused.context["form"].errors) == ["decided_on"]
    assert messages_of(adopted) == ["“MVI 2026, editie 1” is vastgesteld."]
    assert "De helft is hergebruikt" in adopted.content.decode()


def test_the_reader_always_knows_which_text_it_is(client, login, complete):
    login("strategy.view_strategy")
    url = reverse("strategy:strategy-detail", args=[complete.pk])

    def said():
        page = client.get(url).content.decode()
        known = [
            "nog niet vastgesteld",
            "In consultatie",
            "Vastgesteld op 12 maart 2026",
            "gewijzigd sinds",
            "Vervangen",
        ]
        return [text for text in known if text in page]

    draft = said()
    Strategy.objects.filter(pk=complete.pk).update(status="consultation")
    consultation = said()
    adopt(strategy=complete, by=UserFactory(), **DECISION)
    adopted = said()
    Theme.objects.update(ambition="Anders")
    changed = said()
    Strategy.objects.filter(pk=complete.pk).update(status="superseded", is_current=False)

    assert draft == ["nog niet vastgesteld"]
    assert consultation == ["nog niet vastgesteld", "In consultatie"]
    assert adopted == ["Vastgesteld op 12 maart 2026"]
    assert changed == ["gewijzigd sinds"]
    assert said() == ["Vervangen"]


def test_the_differences_are_told_per_block_and_word_by_word(complete):
    old = snapshot(complete)
    Strategy.objects.filter(pk=complete.pk).update(introduction="Wij kopen sociaal en groen in.")
    Goal.objects.update(level=3)
    CoreValueFactory(strategy=complete, name="Daadkracht", position=5)
    complete.core_values.filter(name="Ruimte").delete()
    complete.refresh_from_db()

    found = differences(old, snapshot(complete))

    assert [(one.kind, one.part, one.name) for one in found] == [
        ("changed", "Strategie", "MVI 2026"),
        ("added", "Kernwaarde", "Daadkracht"),
        ("changed", "Doel", "De helft is hergebruikt"),
        ("removed", "Kernwaarde", "Ruimte"),
    ]
    assert found[0].fields == [
        ("Inleiding", [("same", "Wij kopen "), ("added", "sociaal en "), ("same", "groen in.")]),
    ]
    assert found[2].fields == [
        ("Niveau", [("removed", "1"), ("added", "3"), ("same", " · "), ("removed", "basis"), ("added", "ambitieus")])
    ]


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", []),
        ("", "een twee", [("added", "een twee")]),
        ("een twee", "", [("removed", "een twee")]),
        ("een twee", "een drie", [("same", "een "), ("removed", "twee"), ("added", "drie")]),
        ("een twee drie", "een vier vijf", [("same", "een "), ("removed", "twee drie"), ("added", "vier vijf")]),
        ("een twee", "een extra twee", [("same", "een "), ("added", "extra "), ("same", "twee")]),
    ],
)
def test_words_apart(old, new, pieces):
    assert words_apart(old, new) == pieces


def test_who_owns_a_goal_is_kept_but_no_change_of_the_text(complete):
    old = snapshot(complete)
    Goal.objects.update(owner=UserFactory(), answered_at=None, owner_status="offered")

    assert old["themes"][0]["goals"][0]["owner"] == "De eigenaar"
    assert differences(old, snapshot(complete)) == []


def test_a_document_that_is_read_already_has_the_same_snapshot(complete):
    theme = ThemeFactory(strategy=complete, name="Afgesloten")
    GoalFactory(theme=theme)
    ActionFactory(theme=theme)
    archive(row=theme, by=UserFactory())
    InterimTargetFactory(indicator=Goal.objects.first().indicators.first(), on=dt.date(2028, 1, 1), value=40)

    assert text_of(documents().get(pk=complete.pk)) == snapshot(complete)


def test_the_page_to_adopt_says_when_there_is_nothing_new(client, login, complete):
    login("strategy.view_strategy", "strategy.change_strategy")
    url = reverse("strategy:strategy-adopt", args=[complete.pk])
    asked = client.get(url).text
    adopt(strategy=complete, by=UserFactory(), **DECISION)

    told = client.get(url).text

    assert ['name="decided_on"' in page for page in (asked, told)] == [True, False]
    assert "Er is niets gewijzigd sinds de laatste editie." in told


def test_a_decision_is_never_older_than_that_of_the_last_edition(complete):
    user = UserFactory()
    adopt(strategy=complete, by=user, **DECISION)
    Theme.objects.update(ambition="Iets anders")

    with pytest.raises(ValidationError) as refused:
        adopt(strategy=complete, by=user, **DECISION | {"decided_on": dt.date(2025, 3, 12)})
    second = adopt(strategy=complete, by=user, **DECISION)

    assert refused.value.message_dict == {
        "decided_on": ["De laatste editie is vastgesteld op 12 maart 2026: dit besluit kan niet ouder zijn."]
    }
    assert second.number == 2


def test_an_edition_writes_numbers_as_we_do_and_names_what_came_after_it(client, login, complete):
    login("strategy.view_strategy")
    Indicator.objects.update(target=90_000, may_exceed_100=True)
    first = adopt(strategy=complete, by=UserFactory(), **DECISION)
    alone = client.get(first.get_absolute_url()).text
    Theme.objects.update(ambition="Iets anders")
    second = adopt(strategy=complete, by=UserFactory(), **DECISION | {"reference": ""})

    older, newer = (client.get(edition.get_absolute_url()).text for edition in (first, second))

    assert "Hergebruik: 12,5% → 90.000%" in alone
    assert "Kenmerk: R26.012." in alone
    assert "Kenmerk" not in newer
    assert ["Vervangen." in page for page in (alone, older, newer)] == [False, True, False]
    assert f'<a href="{second.get_absolute_url()}">MVI 2026, editie 2</a>' in older


def test_what_was_changed_is_said_in_numbers_and_days_as_we_write_them(complete):
    old = snapshot(complete)
    Indicator.objects.update(baseline="99.5", baseline_on=dt.date(2025, 2, 1), target_on=dt.date(2030, 6, 1))

    (found,) = differences(old, snapshot(complete))

    assert found.fields == [
        ("Nulmeting", [("removed", "12,5"), ("added", "99,5")]),
        ("Datum van de nulmeting", [("same", "1 "), ("removed", "januari"), ("added", "februari"), ("same", " 2025")]),
        (
            "Streefdatum",
            [("same", "1 "), ("removed", "januari 2029"), ("added", "juni 2030")],
        ),
    ]


def test_compare_an_edition_with_now_and_two_editions(client, login, complete):
    login("strategy.view_strategy")
    adopt(strategy=complete, by=UserFactory(), **DECISION)
    Theme.objects.update(ambition="Niets <b>weg</b>")
    url = reverse("strategy:strategy-compare", args=[complete.pk])

    page = client.get(url)
    same = client.get(url, {"van": "1", "naar": "1"})
    unknown = client.get(url, {"van": "7"})

    assert [one.kind for one in page.context["differences"]] == ["changed"]
    assert "Niets &lt;b&gt;weg&lt;/b&gt;</ins>" in page.content.decode()
    assert "De twee teksten zijn gelijk." in same.content.decode()
    assert unknown.status_code == 404


def test_the_two_texts_stand_side_by_side(client, login, complete):
    login("strategy.view_strategy")
    adopt(strategy=complete, by=UserFactory(), **DECISION)
    Goal.objects.update(statement="De helft is gebruikt")
    complete.core_values.all().delete()
    ThemeFactory(strategy=complete, name="Sociaal")

    page = client.get(reverse("strategy:strategy-compare", args=[complete.pk])).content.decode()
    columns = [re.sub(r"<[^>]+>", "", cell) for cell in re.findall("<td data-text[^>]+>(.*?)</td>", page, re.DOTALL)]

    assert {
        ("De helft is verwijderd: hergebruikt", "De helft is toegevoegd: gebruikt"),
        ("stond er nog niet", "toegevoegd: Sociaal"),
        ("verwijderd: Ruimte", "staat er niet meer"),
    } <= set(zip(columns[::2], columns[1::2], strict=True))
    assert '<th scope="col">MVI 2026, editie 1</th><th scope="col">Zoals het nu is</th>' in page


def test_the_strategy_as_it_was_on_a_day_equals_the_text_of_that_day(complete):
    """History is put back a year, then everything changes."""
    old = snapshot(complete)
    a_year_ago = timezone.now() - dt.timedelta(days=365)
    with pgtrigger.ignore():
        for model in (Strategy, Theme, Goal, *(type(row) for row in rows_of(complete))):
            model._meta.get_field("events").related_model.objects.update(pgh_created_at=a_year_ago)
    Goal.objects.update(statement="Iets anders")
    complete.core_values.all().delete()
    ThemeFactory(strategy=complete, name="Nieuw")
    archive(row=Theme.objects.get(name="Circulair"), by=UserFactory())

    now = snapshot(Strategy.objects.get(pk=complete.pk))

    assert snapshot_on(complete, today() - dt.timedelta(days=30)) == old
    assert snapshot_on(complete, today()) == now
    assert [theme["name"] for theme in now["themes"]] == ["Nieuw"]
    assert snapshot_on(complete, today() - dt.timedelta(days=400)) is None


def rows_of(strategy):
    goal = Goal.objects.get(theme__strategy=strategy)
    indicator = goal.indicators.get()
    return [strategy.core_values.get(), indicator, indicator.interim_targets.get(), goal.theme.actions.get()]


def test_the_page_to_look_back(client, login, complete):
    login("strategy.view_strategy")
    url = reverse("strategy:strategy-as-of", args=[complete.pk])

    edition = adopt(strategy=complete, by=UserFactory(), **DECISION)
    page = client.get(url).content.decode()

    assert "Kies een dag" in page
    assert edition.get_absolute_url() in page
    assert f"{reverse('strategy:strategy-compare', args=[complete.pk])}?van=1" in page
    assert "De helft is hergebruikt" in client.get(url, {"day": str(today())}).content.decode()
    assert "bestond op die dag nog niet" in client.get(url, {"day": "2020-01-01"}).content.decode()
    assert list(client.get(url, {"day": "gisteren"}).context["form"].errors) == ["day"]
    assert client.get(url, {"day": str(tomorrow())}).context["form"].errors == {"day": ["Die dag moet nog komen."]}


def test_looking_back_names_the_edition_that_counted_before_the_text_was_kept_here(client, login, complete):
    login("strategy.view_strategy")
    edition = EditionFactory(strategy=complete, decided_on=dt.date(2024, 3, 12))
    url = reverse("strategy:strategy-as-of", args=[complete.pk])

    on_the_day, before = (client.get(url, {"day": day}) for day in ("2024-03-12", "2024-03-11"))

    assert on_the_day.context["counted"] == edition
    assert "De tekst is hier pas later vastgelegd." in on_the_day.text
    assert before.context["counted"] is None
    assert "bestond op die dag nog niet" in before.text


@pytest.mark.parametrize("number", [1, 3])
def test_a_snapshot_needs_the_same_queries_for_any_size(db, number, django_assert_num_queries):
    strategy = StrategyFactory()
    for goal in GoalFactory.create_batch(number, theme__strategy=strategy, owner=UserFactory()):
        IndicatorFactory.create_batch(number, goal=goal)
        ActionFactory.create_batch(number, theme=goal.theme)

    with django_assert_num_queries(7):
        snapshot(strategy)
    with django_assert_num_queries(8):
        snapshot_on(strategy, today())
