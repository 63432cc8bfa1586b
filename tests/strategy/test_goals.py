"""Pages of goals, their indicators and their measurements."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from mvi.actions import archive
from strategy.corrections import corrections
from strategy.models import Goal, Indicator, Measurement, OwnerStatus
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotGoalFactory
from tests.factories.strategy import ActionFactory, GoalFactory, IndicatorFactory, MeasurementFactory, ThemeFactory
from tests.forms import messages_of, post_form

LIST = reverse("strategy:goal-list")
AT_MOST_100 = (
    "Een percentage van een geheel is hoogstens 100. Vink “mag meer dan 100% zijn” aan als het om een groei gaat."
)


@pytest.mark.parametrize("number_of_goals", [1, 3])
def test_the_list_needs_the_same_queries_for_any_length(client, login, number_of_goals, django_assert_num_queries):
    login("strategy.view_goal")
    for _ in range(number_of_goals):
        goal = GoalFactory(owner=UserFactory())
        IndicatorFactory.create_batch(2, goal=goal)

    with django_assert_num_queries(9):
        response = client.get(LIST)

    assert [goal.number_of_indicators for goal in response.context["goal_list"]] == [2] * number_of_goals


@pytest.mark.parametrize("number_of_indicators", [1, 3])
def test_the_page_of_a_goal_needs_the_same_queries_for_any_length(
    client, login, number_of_indicators, django_assert_num_queries
):
    login("strategy.view_goal")
    goal = GoalFactory()
    for indicator in IndicatorFactory.create_batch(number_of_indicators, goal=goal):
        MeasurementFactory.create_batch(2, indicator=indicator, measured_by=UserFactory())
        ActionFactory(theme=goal.theme, goal=goal, owner=UserFactory())

    with django_assert_num_queries(16):
        response = client.get(goal.get_absolute_url())

    assert len(response.context["goal"].figures) == number_of_indicators


def test_a_new_goal_starts_in_the_theme_from_which_it_is_added(client, login):
    login("strategy.view_goal", "strategy.add_goal")
    theme, archived = ThemeFactory(), ThemeFactory()
    archive(row=archived, by=UserFactory())
    url = reverse("strategy:goal-add")

    offered = client.get(url).context["form"].fields["theme"].queryset
    response = post_form(client, f"{url}?theme={theme.pk}", statement="De helft is hergebruikt", year="2029")

    goal = Goal.objects.get()
    assert list(offered) == [theme]
    assert messages_of(response) == ["“De helft is hergebruikt” is toegevoegd."]
    assert (goal.theme, goal.year, goal.owner_status) == (theme, 2029, OwnerStatus.NONE)


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"year": "1999"}, {"year": ["Zorg ervoor dat deze waarde minstens 2000 is."]}),
        ({"year": "tweeduizend"}, {"year": ["Voer een geheel getal in."]}),
        ({"statement": "bestaat"}, {"statement": ["Dit thema heeft dit doel al."]}),
        ({"statement": "twee\nregels"}, {"statement": ["Houd dit op één regel."]}),
        ({"theme": ""}, {"theme": ["Dit veld is verplicht."]}),
    ],
)
def test_bad_input_is_explained_beside_the_field(client, login, typed, errors):
    login("strategy.change_goal")
    goal = GoalFactory()
    GoalFactory(theme=goal.theme, statement="Bestaat")

    response = post_form(client, reverse("strategy:goal-change", args=[goal.pk]), **typed)

    assert response.context["form"].errors == errors


def test_a_name_filled_in_is_an_offer_and_taking_it_away_ends_it(client, login):
    login("strategy.change_goal", "strategy.view_goal")
    goal, owner = GoalFactory(), UserFactory()
    url = reverse("strategy:goal-change", args=[goal.pk])

    post_form(client, url, owner=str(owner.pk))
    goal.refresh_from_db()
    offered = (goal.owner, goal.owner_status)
    post_form(client, url, owner="")
    goal.refresh_from_db()

    assert offered == (owner, OwnerStatus.OFFERED)
    assert (goal.owner, goal.owner_status) == (None, OwnerStatus.NONE)


def test_another_owner_has_not_said_yes_because_the_first_one_did(client, login):
    login("strategy.change_goal", "strategy.view_goal")
    goal = GoalFactory(owner=UserFactory(), owner_status=OwnerStatus.ACCEPTED, answered_at=timezone.now())

    post_form(client, reverse("strategy:goal-change", args=[goal.pk]), owner=str(UserFactory().pk))
    goal.refresh_from_db()

    assert (goal.owner_status, goal.answered_at, goal.is_owned) == (OwnerStatus.OFFERED, None, False)


def test_a_goal_on_which_a_pilot_relies_is_not_removed(client, login):
    login("strategy.view_goal", "strategy.delete_goal")
    goal = PilotGoalFactory(goal__statement="Minder afval").goal
    address = reverse("strategy:goal-remove", args=[goal.pk])

    asked, refused = client.get(address), client.post(address)

    assert (asked.status_code, refused.status_code) == (200, 409)
    assert Goal.objects.filter(pk=goal.pk).exists()
    for page in (asked.text, refused.text):
        assert page.count("“Minder afval” kan niet worden verwijderd") == 1
        assert "Weet u het zeker?" not in page


def test_a_goal_of_nobody_is_removed_after_a_question(client, login):
    login("strategy.view_goal", "strategy.delete_goal")
    goal = GoalFactory()
    address = reverse("strategy:goal-remove", args=[goal.pk])

    asked = client.get(address)
    client.post(address)

    assert "Weet u het zeker?" in asked.text
    assert not Goal.objects.exists()


def test_add_an_indicator_to_a_goal(client, login):
    login("strategy.view_goal", "strategy.add_indicator")
    goal = GoalFactory()

    response = post_form(
        client,
        reverse("strategy:indicator-add", args=[goal.pk]),
        name="Hergebruik",
        unit="%",
        baseline="12,5",
        baseline_on="2025-12-31",
        target="50",
        target_on="2029-12-31",
    )

    indicator = Indicator.objects.get()
    assert response.redirect_chain == [(f"/strategie/doelen/{goal.pk}/#indicator-{indicator.pk}", 302)]
    assert (indicator.goal, indicator.baseline, indicator.target) == (goal, Decimal("12.5"), 50)
    assert "12,5%" in response.content.decode()


def test_numbers_are_read_and_shown_as_people_here_write_them(client, login):
    login("strategy.view_goal", "strategy.change_indicator")
    indicator = IndicatorFactory(unit="ton", target=1480, target_on=dt.date(2029, 12, 31))
    url = reverse("strategy:indicator-change", args=[indicator.pk])

    first = client.get(url).content.decode()
    pages = [post_form(client, url, target=typed).content.decode() for typed in ("1.250,25", "12.5", "1000")]
    indicator.refresh_from_db()

    assert 'value="1.480"' in first
    assert "1.250,25\N{NO-BREAK SPACE}ton" in pages[0]
    assert "12,5\N{NO-BREAK SPACE}ton" in pages[1]
    assert "1.000\N{NO-BREAK SPACE}ton" in pages[2]
    assert indicator.target == 1000


INDICATOR = {"name": "Nieuw", "unit": "%"}


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"name": "HERGEBRUIK"}, {"name": ["Dit doel heeft deze indicator al."]}),
        ({"target": "101", "target_on": "2029-01-01"}, {"target": [AT_MOST_100]}),
        ({"baseline": "100.001", "baseline_on": "2029-01-01"}, {"baseline": [AT_MOST_100]}),
        ({"target": "10"}, {"target_on": ["Vul de datum in die bij deze waarde hoort."]}),
        ({"baseline_on": "2025-01-01"}, {"baseline": ["Vul de waarde in die bij deze datum hoort."]}),
        ({"target": "veel", "target_on": "2029-01-01"}, {"target": ["Voer een getal in."]}),
        ({"baseline": "1", "baseline_on": "32-13-2029"}, {"baseline_on": ["Voer een geldige datum in."]}),
        (
            {"baseline": "1", "baseline_on": "2029-01-01", "target": "2", "target_on": "2028-01-01"},
            {"target_on": ["De streefdatum moet na de nulmeting liggen."]},
        ),
    ],
)
def test_an_indicator_that_cannot_be_is_explained_beside_the_field(client, login, typed, errors):
    login("strategy.add_indicator")
    indicator = IndicatorFactory(name="Hergebruik")

    response = post_form(client, reverse("strategy:indicator-add", args=[indicator.goal_id]), **(INDICATOR | typed))

    assert response.context["form"].errors == errors
    assert Indicator.objects.count() == 1


@pytest.mark.parametrize("typed", [{"may_exceed_100": "on"}, {"unit": "ton"}])
def test_a_growth_or_an_amount_may_be_more_than_100(client, login, typed):
    login("strategy.add_indicator", "strategy.view_goal")
    url = reverse("strategy:indicator-add", args=[GoalFactory().pk])

    post_form(client, url, **(INDICATOR | {"target": "140", "target_on": "2029-01-01"} | typed))

    assert Indicator.objects.get().target == 140


def test_change_and_remove_an_indicator(client, login):
    login("strategy.change_indicator", "strategy.delete_indicator", "strategy.view_goal")
    indicator = IndicatorFactory(name="Hergebruik")
    url = indicator.goal.get_absolute_url()

    changed = post_form(client, reverse("strategy:indicator-change", args=[indicator.pk]), unit="ton")
    removed = client.post(reverse("strategy:indicator-remove", args=[indicator.pk]), follow=True)

    assert messages_of(changed) == ["“Hergebruik” is opgeslagen."]
    assert removed.redirect_chain == [(url, 302)]
    assert not Indicator.objects.exists()


def test_add_change_and_remove_a_measurement(client, login):
    user = login(*(f"strategy.{verb}_measurement" for verb in ("add", "change", "delete")), "strategy.view_goal")
    indicator = IndicatorFactory(unit="ton")

    post_form(client, reverse("strategy:measurement-add", args=[indicator.pk]), on="2026-06-30", value="1480,5")
    measurement = Measurement.objects.get()
    facts = (measurement.indicator, measurement.on, measurement.value, measurement.measured_by)
    page = post_form(client, reverse("strategy:measurement-change", args=[measurement.pk]), note="Uit de weegbrug")
    removed = client.post(reverse("strategy:measurement-remove", args=[measurement.pk]), follow=True)

    assert facts == (indicator, dt.date(2026, 6, 30), Decimal("1480.5"), user)
    assert "1.480,5\N{NO-BREAK SPACE}ton" in page.content.decode()
    assert "Uit de weegbrug" in page.content.decode()
    assert removed.redirect_chain == [(indicator.get_absolute_url(), 302)]
    assert not Measurement.objects.exists()


def test_a_correction_keeps_what_was_there(client, login):
    user = login("strategy.change_measurement", "strategy.view_goal")
    measurement = MeasurementFactory(indicator__unit="ton", on=dt.date(2026, 6, 30), value=148)
    url = reverse("strategy:measurement-change", args=[measurement.pk])

    Measurement.objects.update(value=1480)  # by SQL: nobody is known
    post_form(client, url, note="Alleen een opmerking")
    page = post_form(client, url, value="1500", on="2026-07-01").content.decode()

    newest, first = corrections([measurement])[measurement.pk]
    assert (newest.value, newest.on, newest.by) == (1480, dt.date(2026, 6, 30), user)
    assert (first.value, first.on, first.by) == (148, dt.date(2026, 6, 30), None)
    assert page.count("<del>") == 2
    assert "<del>1.480\N{NO-BREAK SPACE}ton · 30 juni 2026</del>" in page
    assert "gecorrigeerd door het systeem" in page
    assert f"gecorrigeerd door {user}" in page


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"on": "2026-01-31", "value": "3"}, {"on": ["Er is al een meting op deze datum; wijzig die."]}),
        ({"on": "2126-01-31", "value": "3"}, {"on": ["Die dag moet nog komen."]}),
        ({"on": "2026-02-28", "value": "120"}, {"value": ["Een percentage van een geheel is hoogstens 100."]}),
        ({"on": "2026-02-28", "value": "1e400"}, {"value": ["Zorg dat er niet meer dan 16 cijfers zijn."]}),
        ({"on": "", "value": ""}, {"on": ["Dit veld is verplicht."], "value": ["Dit veld is verplicht."]}),
    ],
)
def test_a_measurement_that_cannot_be_is_explained_beside_the_field(client, login, typed, errors):
    login("strategy.add_measurement")
    indicator = MeasurementFactory(on=dt.date(2026, 1, 31)).indicator

    response = post_form(client, reverse("strategy:measurement-add", args=[indicator.pk]), **typed)

    assert response.context["form"].errors == errors
    assert Measurement.objects.count() == 1


@pytest.mark.parametrize(
    "page", ["goal-detail", "goal-change", "indicator-add", "indicator-change", "measurement-add", "measurement-change"]
)
@pytest.mark.parametrize("pk", [987654, 99999999999999999999])
def test_what_is_not_there_is_not_found(client, login, page, pk):
    login(
        *(f"strategy.{verb}_{noun}" for verb in ("add", "change") for noun in ("indicator", "measurement", "goal")),
        "strategy.view_goal",
    )

    response = client.get(reverse(f"strategy:{page}", args=[pk]))

    assert response.status_code == 404


def test_a_goal_without_anything_says_what_to_do(client, login):
    login("strategy.view_goal")

    page = client.get(GoalFactory().get_absolute_url()).content.decode()

    assert "Nog geen indicatoren. Zonder eenheid, nulmeting en streefwaarde" in page
    assert "Nog geen acties." in page
    assert "geen eigenaar" in page


@pytest.mark.django_db
def test_a_goal_is_unmeasured_while_no_indicator_has_a_measurement():
    measured, unmeasured = MeasurementFactory().indicator.goal, IndicatorFactory().goal
    IndicatorFactory(goal=measured)

    assert list(Goal.objects.unmeasured()) == [unmeasured]


def test_what_was_measured_after_the_server_started_counts_the_next_day(client, login, monkeypatch):
    login("strategy.view_goal", "strategy.view_theme")
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    dates = {"baseline_on": tomorrow - dt.timedelta(days=100), "target_on": tomorrow + dt.timedelta(days=100)}
    goal = GoalFactory()
    MeasurementFactory(indicator=IndicatorFactory(goal=goal, baseline=10, target=20, **dates), value=17, on=tomorrow)
    pages = [LIST, goal.get_absolute_url()]
    assert ["op koers" in client.get(page).text for page in pages] == [False, False]

    monkeypatch.setattr(timezone, "localdate", lambda *_args: tomorrow)

    assert ["op koers" in client.get(page).text for page in pages] == [True, True]
