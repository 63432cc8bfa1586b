"""The quality check: everything that would stop a strategy from working, and the score that is kept."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from strategy.actions import adopt, record_quality
from strategy.charts import score_chart
from strategy.models import ActionStatus, FrameworkKind, FrameworkTheme, QualityScore, StrategyStatus
from strategy.quality import Quality, quality
from strategy.views.quality import READER
from tests.factories.mvi import UserFactory
from tests.factories.pilots import KpiFactory, PilotCoreValueFactory, PilotGoalFactory, PilotThemeFactory
from tests.factories.strategy import (
    ActionFactory,
    CoreValueFactory,
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    QualityScoreFactory,
    StrategyFactory,
    ThemeFactory,
    ThemeMappingFactory,
    accepted_by,
)

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 6, 1)


def sound_strategy():
    """A small strategy with nothing to mend, besides that the Manifest asks more."""
    owned = accepted_by(UserFactory(name="Eva de Wit"))
    strategy = StrategyFactory()
    theme = ThemeFactory(strategy=strategy, **owned)
    goal = GoalFactory(theme=theme, year=2028, **owned)
    indicator = IndicatorFactory(
        goal=goal, baseline=0, baseline_on=dt.date(2025, 12, 31), target=50, target_on=dt.date(2028, 12, 31)
    )
    MeasurementFactory(indicator=indicator, on=dt.date(2026, 5, 1), value=30)
    value = CoreValueFactory(strategy=strategy, behaviour="We bellen elkaar.")
    action = ActionFactory(theme=theme, ends_on=dt.date(2027, 1, 1), hours=8, **owned)
    for framework_theme in FrameworkTheme.objects.filter(framework__kind=FrameworkKind.MANIFEST):
        ThemeMappingFactory(theme=theme, framework_theme=framework_theme)
    PilotGoalFactory(goal=goal)
    PilotThemeFactory(theme=theme)
    PilotCoreValueFactory(core_value=value, how="De beheerder zit aan tafel.")
    return strategy, {"theme": theme, "goal": goal, "indicator": indicator, "value": value, "action": action}


def found(strategy):
    return [
        (check.name, str(finding.text), finding.url)
        for check in quality(strategy, TODAY).to_mend
        for finding in check.findings
    ]


def test_a_sound_strategy_scores_a_hundred():
    strategy, _rows = sound_strategy()

    assert found(strategy) == []
    assert quality(strategy, TODAY).score == 100


def of_nobody(row):
    row.owner = None
    row.save()


def without(**fields):
    def change(row):
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()

    return change


def archived_pilots(relation):
    def change(row):
        pilots = [link.pilot for link in getattr(row, relation).all()]
        for pilot in pilots:
            pilot.archived_at, pilot.archived_by = timezone.now(), UserFactory()
            pilot.save()

    return change


FIRST = {"baseline": None, "baseline_on": None}


@pytest.mark.parametrize(
    ("part", "damage", "findings"),
    [
        ("goal", of_nobody, {"Elk doel heeft een eigenaar die ja zei": "heeft geen eigenaar"}),
        ("goal", without(year=None), {"Elk doel heeft een jaar": "heeft geen jaar"}),
        ("goal", archived_pilots("pilot_goals"), {"Aan elk doel werkt een pilot": "geen pilot werkt eraan"}),
        (
            "indicator",
            without(**FIRST),
            {
                "Elk doel is meetbaar": "heeft geen indicator met eenheid, nulmeting en streefwaarde",
                "Elk doel is gemeten": "Meting: Zonder nulmeting en streefwaarde is er niets te vergelijken.",
                "Elke indicator heeft een nulmeting": "heeft geen nulmeting",
            },
        ),
        (
            "indicator",
            lambda row: row.measurements.all().delete(),
            {"Elk doel is gemeten": "Meting: Er is nog niets gemeten."},
        ),
        (
            "indicator",
            lambda row: row.measurements.update(on=dt.date(2025, 1, 15)),
            {"Elke meting is actueel": "Meting: De laatste meting, 30% op 15 januari 2025, is ouder dan 12 maanden."},
        ),
        ("indicator", lambda row: row.delete(), {"Elk doel is meetbaar": "heeft geen indicator"}),
        ("value", without(behaviour=""), {"Elke kernwaarde zegt wat we dan zien": "zegt niet wat we dan zien"}),
        (
            "value",
            lambda row: row.pilot_core_values.update(how=""),
            {"Elke kernwaarde is te zien in een pilot": "geen pilot zegt hoe zij daar te zien is"},
        ),
        ("theme", of_nobody, {"Elk thema heeft een eigenaar die ja zei": "heeft geen eigenaar"}),
        (
            "theme",
            archived_pilots("pilot_themes"),
            {"Elk thema wordt in een pilot uitgeprobeerd": "geen pilot probeert het uit"},
        ),
        (
            "theme",
            lambda row: row.theme_mappings.filter(framework_theme__code="mvoi-keten").delete(),
            {
                "Elk thema van het Manifest heeft een niveau en een actie": (
                    "geen van onze thema’s hoort erbij, dus heeft het geen niveau"
                )
            },
        ),
        ("action", of_nobody, {"Elke actie heeft een eigenaar die ja zei": "heeft geen eigenaar"}),
        ("action", without(ends_on=None), {"Elke actie heeft een datum": "heeft geen datum"}),
        ("action", without(hours=None), {"Elke actie heeft uren of een budget": "heeft geen uren en geen budget"}),
        (
            "action",
            without(ends_on=dt.date(2026, 5, 31)),
            {"Geen actie is over tijd": "had klaar moeten zijn op 31 mei 2026"},
        ),
        ("action", without(ends_on=dt.date(2026, 6, 1)), {}),
        ("action", without(ends_on=dt.date(2026, 5, 31), status=ActionStatus.DONE), {}),
    ],
)
def test_what_is_wrong_is_found_and_costs_points(part, damage, findings):
    strategy, rows = sound_strategy()
    rows["indicator"].name = "Meting"
    rows["indicator"].save()

    damage(rows[part])

    assert {name: text for name, text, _url in found(strategy)} == findings
    assert (quality(strategy, TODAY).score < 100) == bool(findings)


def test_a_theme_without_goal_or_action_is_found_with_where_to_add_it():
    strategy = StrategyFactory()
    theme = ThemeFactory(strategy=strategy)

    links = {name: url for name, _text, url in found(strategy)}

    assert links["Elk thema heeft een doel"] == f"/strategie/doelen/nieuw/?theme={theme.pk}"
    assert links["Elk thema van het Manifest heeft een niveau en een actie"] == reverse(
        "strategy:action-plan", args=[strategy.pk]
    )


def test_an_action_that_was_not_added_is_a_gap_of_the_manifest():
    strategy, rows = sound_strategy()
    rows["action"].delete()

    assert {text for _name, text, _url in found(strategy)} == {"heeft geen actie"}


def test_an_indicator_that_pilots_feed_needs_a_kpi():
    strategy, rows = sound_strategy()
    indicator = rows["indicator"]
    indicator.rollup = "sum"
    indicator.save()
    assert ("Elke indicator die pilots voeden, wordt gevoed", "geen KPI van een pilot voedt hem") in [
        (name, text) for name, text, _url in found(strategy)
    ]

    KpiFactory(indicator=indicator, unit=indicator.unit)

    assert "Elke indicator die pilots voeden, wordt gevoed" not in {name for name, _text, _url in found(strategy)}


def test_the_score_is_the_mean_of_the_shares():
    strategy, _rows = sound_strategy()
    checks = len([check for check in quality(strategy, TODAY).checks if check.looked_at])
    for _ in range(3):
        CoreValueFactory(strategy=strategy, behaviour="Zichtbaar.")  # no pilot shows them: 1 of 4 passes

    assert quality(strategy, TODAY).score == round(100 * (checks - 0.75) / checks)


def test_nothing_to_look_at_is_worth_nothing():
    assert Quality([]).score == 0


def test_a_day_has_one_score_that_follows_the_day():
    strategy, rows = sound_strategy()

    first = record_quality(strategy=strategy, today=TODAY)
    rows["goal"].owner = None
    rows["goal"].save()
    second = record_quality(strategy=strategy, today=TODAY)
    third = record_quality(strategy=strategy, today=TODAY + dt.timedelta(days=1))

    assert first.score == 100 > second.score == third.score
    assert list(strategy.quality_scores.values_list("on", "found")) == [(TODAY, 1), (third.on, 1)]
    assert str(second) == f"{strategy} 1 juni 2026: {second.score}"


def test_adopting_keeps_the_score():
    strategy, _rows = sound_strategy()

    adopt(strategy=strategy, decided_on=dt.date(2026, 1, 15), body="council", reference="", by=UserFactory())

    assert strategy.quality_scores.get().on == timezone.localdate()


def test_the_daily_command_keeps_every_strategy_that_can_still_change(capsys):
    strategy = StrategyFactory(title="Nieuw")
    StrategyFactory(
        title="Oud", status=StrategyStatus.SUPERSEDED, decided_on=dt.date(2020, 1, 1), decided_by_body="council"
    )

    call_command("record_quality")

    assert [score.strategy for score in QualityScore.objects.all()] == [strategy]
    assert capsys.readouterr().out.startswith("Nieuw ")


@pytest.mark.parametrize("fields", [{"score": 101}, {"found": 11}, {"on": dt.date(2020, 1, 1)}])
def test_a_score_that_cannot_be_is_refused_by_the_database(fields):
    first = QualityScoreFactory(on=dt.date(2020, 1, 1))

    with pytest.raises(IntegrityError):
        QualityScoreFactory(strategy=first.strategy, **fields)


def test_the_chart_says_in_words_how_it_went():
    scores = [QualityScoreFactory.build(on=dt.date(2026, 1, day), score=10 * day) for day in (1, 5)]

    assert score_chart(scores[:1]) == ""
    assert "Kwaliteitsscore: 10 op 1 januari 2026, 50 op 5 januari 2026" in score_chart(scores)


def test_the_page_keeps_nothing_and_shows_what_to_mend(client, login):
    login(*READER)
    strategy, rows = sound_strategy()
    QualityScoreFactory(strategy=strategy, on=dt.date(2026, 1, 1), score=40)
    QualityScoreFactory(strategy=strategy, on=dt.date(2026, 1, 2), score=60)
    rows["goal"].owner = None
    rows["goal"].save()
    for _ in range(10):
        CoreValueFactory(strategy=strategy)

    page = client.get(reverse("strategy:quality", args=[strategy.pk])).text

    assert QualityScore.objects.count() == 2
    assert "Elk doel heeft een eigenaar die ja zei" in page
    assert f'<a href="{rows["goal"].get_absolute_url()}">{rows["goal"]}</a>' in page
    assert "Nog 2" in page
    assert "Kwaliteitsscore: 40 op 1 januari 2026, 60 op 2 januari 2026" in page


def test_who_may_not_mend_is_led_to_where_it_can_be_read(client, login):
    strategy, rows = sound_strategy()
    action = ActionFactory(theme=rows["theme"])
    address = reverse("strategy:quality", args=[strategy.pk])
    change = reverse("strategy:action-change", args=[action.pk])

    login(*READER)
    read = client.get(address).text
    login(*READER, "strategy.change_action")
    mend = client.get(address).text

    assert change not in read
    assert f'<a href="{action.get_absolute_url()}">' in read
    assert change in mend


def test_an_empty_strategy_says_what_to_do(client, login):
    login(*READER)
    FrameworkTheme.objects.all().delete()

    page = client.get(reverse("strategy:quality", args=[StrategyFactory().pk])).text

    assert "Begin met een thema en een doel." in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_needs_the_same_queries_for_any_length(client, login, number, django_assert_num_queries):
    login(*READER)
    strategy, rows = sound_strategy()
    for _ in range(number):
        goal = GoalFactory(theme=rows["theme"], owner=UserFactory())
        MeasurementFactory(indicator__goal=goal)
        ActionFactory(theme=rows["theme"], owner=UserFactory())
        CoreValueFactory(strategy=strategy)
        ThemeFactory(strategy=strategy)
        QualityScoreFactory(strategy=strategy)
    address = reverse("strategy:quality", args=[strategy.pk])
    client.get(address)

    with django_assert_num_queries(15):
        assert client.get(address).status_code == 200
