import datetime as dt
import io

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.models import Count, Q
from django.utils import timezone

from mvi.management.commands.load_demo import FILLED_BY_MIGRATIONS
from mvi.models import AuditEvent, DomainModel, Organisation, User
from pilots.models import Kpi, Lesson, Milestone, Party, Pilot, PilotTheme, Result, Standing
from strategy.adoption import banner, blockers
from strategy.models import Action, Goal, OwnerStatus, ProgressReport, Strategy, ThemeNarrative
from strategy.snapshot import differences, snapshot
from tests.factories.mvi import UserFactory
from tests.factories.strategy import StrategyFactory
from workshops.models import Outcome, Series, Session, Vote
from workshops.support import moments, support

NOUNS = [model for model in apps.get_models() if issubclass(model, DomainModel)]
FINAL = {  # whose own form refuses every change
    ProgressReport: Q(finalised_at__isnull=False),
    ThemeNarrative: Q(report__finalised_at__isnull=False),
}


def load_demo(**options):
    out = io.StringIO()
    call_command("load_demo", stdout=out, **options)
    return out.getvalue()


def contents():
    """Every row of every noun with its version."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values_list("pk", "version")) for model in NOUNS
    }


def banners(client):
    return client.get("/stijlgids/").content.decode().count('class="demo-banner"')


def test_every_page_of_a_demonstration_says_so(client, login):
    login()
    Organisation.objects.create(pk=1, is_demo=True)

    assert banners(client) == 1


def test_a_real_site_has_no_banner(client, login):
    login()

    assert banners(client) == 0


@pytest.mark.django_db
def test_there_is_one_account_for_each_role(client):
    output = load_demo()

    accounts = list(User.objects.order_by("email").values_list("email", "name", "groups__name", "is_staff"))
    assert accounts == [
        ("begeleider@demo.example", "Begeleider", "facilitator", False),
        ("beheerder@demo.example", "Beheerder", "administrator", True),
        ("beleidsadviseur@demo.example", "Beleidsadviseur", "policy_advisor", False),
        ("bestuurder@demo.example", "Bestuurder", "executive", False),
        ("inkoper@demo.example", "Inkoper", "buyer", False),
        ("projectleider@demo.example", "Projectleider", "project_leader", False),
    ]
    assert User.objects.get(email="inkoper@demo.example").check_password("mvi-demo-2026")
    assert "mvi-demo-2026 as beleidsadviseur@demo.example, inkoper@demo.example" in output


@pytest.mark.django_db
def test_the_case_holds_what_the_town_hall_knows():
    load_demo()

    strategy = Strategy.objects.current()
    assert list(strategy.core_values.values_list("name", flat=True)) == [
        "Verbinden",
        "Ruimte",
        "Daadkracht",
        "Realisme",
    ]
    assert list(strategy.themes.values_list("name", "level")) == [("Circulair", 3), ("Energie", 2), ("Sociaal", 2)]
    assert list(Pilot.objects.values_list("name", "phase", "standing", "cpv")) == [
        ("Demontage van zwembad Aquarena", "evaluation", "completed", "45111300-1"),
        ("Maaien van bermen", "tender", "active", "77310000-6"),
        ("Verbreding van de Boermarkeweg", "preparation", "parked", "45233140-2"),
    ]
    assert Result.objects.get(kpi__name="Materiaal met een nieuwe plek").value == 97
    assert Organisation.current().tooi_uri == "https://identifier.overheid.nl/tooi/id/gemeente/gm0114"
    assert set(AuditEvent.objects.values_list("action", flat=True)) == {"adopt", "finalise", "load demo"}


@pytest.mark.django_db
def test_the_case_was_adopted_and_then_changed():
    load_demo()

    strategy = Strategy.objects.current()
    which = banner(strategy)
    changed = differences(which.edition.content, snapshot(strategy))

    assert (strategy.status, which.kind, which.edition.number) == ("adopted", "changed", 1)
    assert [(one.kind, one.part) for one in changed] == [("changed", "Doel"), ("changed", "Indicator")]
    assert [blocker.text for blocker in blockers(strategy)] == [
        "heeft geen eigenaar",
        "heeft geen indicator met eenheid, nulmeting en streefwaarde",
        "De consultatie is nog niet gesloten.",
    ]


@pytest.mark.django_db
def test_the_case_shows_every_answer_about_ownership():
    load_demo()

    assert set(Action.objects.values_list("owner_status", flat=True)) == set(OwnerStatus.values)
    assert list(Goal.objects.order_by("owner_status").values_list("owner_status").annotate(Count("pk"))) == [
        ("accepted", 10),
        ("none", 1),
    ]


@pytest.mark.django_db
def test_each_workshop_leads_to_something():
    load_demo()

    kinds = {1: set(), 2: set(), 3: set()}
    for outcome in Outcome.objects.with_thread():
        kinds[outcome.cluster.session.number].add(type(outcome.became).__name__)
    assert kinds == {1: {"CoreValue", "Theme"}, 2: {"Goal"}, 3: {"Pilot"}}
    assert Vote.objects.count() == 3 * 21 * 2  # sessions, people, dots


@pytest.mark.django_db
def test_the_pulse_before_and_after_shows_some_functions_and_hides_small_ones():
    load_demo()

    before, after = moments(Series.objects.get(pulses__moment="before"))

    for one in (before, after):
        assert [(group.functions, group.number) for group in one.groups] == [
            (("policy_advisor",), 5),
            (("buyer",), 6),
            (("project_leader",), 5),
        ]
        assert (one.rest.number, one.whole.number, len(one.remarks)) == (5, 21, 3)
    found = support(Strategy.objects.current())
    assert (found.mean, found.change > 0) == (after.whole.mean, True)


@pytest.mark.django_db
def test_one_session_is_open_to_practise_in(client):
    load_demo()

    response = client.get("/d/EMMEN2/")

    assert "Zo werkt een werksessie" in response.text
    assert Session.objects.get(join_code="EMMEN2").current_step.asks_for_text


@pytest.mark.django_db
def test_only_documented_rows_are_no_examples():
    load_demo()

    documented = {
        (model.__name__, str(row))
        for model in NOUNS
        if model not in FILLED_BY_MIGRATIONS
        for row in model._default_manager.filter(is_example=False)
    }
    assert documented == {
        ("Organisation", "Gemeente Emmen"),
        ("Party", "Gemeente Stadskanaal"),
        ("Party", "Dorpszwembaden"),
        ("Milestone", "Zwembad gesloten"),
        ("Milestone", "Begin van de demontage"),
        ("Milestone", "Terrein leeg"),
        ("Milestone", "Verdubbeling in de ijskast"),
        ("Result", "Materiaal met een nieuwe plek 30 april 2020"),
    }


@pytest.mark.django_db
def test_every_row_keeps_the_rules_of_its_own_form():
    load_demo(scale=30)

    for model in NOUNS:
        for row in model._default_manager.exclude(FINAL.get(model, Q(pk=None))):
            row.full_clean()


@pytest.mark.django_db
def test_loading_again_changes_nothing_and_keeps_what_people_entered():
    load_demo()
    Goal.objects.filter(statement__startswith="Al het").update(statement="Elke spriet telt")
    Party.objects.filter(name="Provincie Drenthe").delete()
    StrategyFactory()
    before = contents()

    output = load_demo()

    assert output == "The Emmen case is here already; nothing was changed.\n"
    assert contents() == before


@pytest.mark.django_db
@pytest.mark.parametrize(("factory", "found"), [(UserFactory, "1 × user"), (StrategyFactory, "1 × strategy")])
def test_it_stays_away_from_data_of_others(factory, found):
    factory()

    with pytest.raises(CommandError, match=f"not of the demo .{found}.. Nothing was changed"):
        load_demo()

    assert not Pilot.objects.exists()
    assert not Organisation.current().is_demo


@pytest.mark.django_db
def test_a_real_site_gets_no_accounts_with_a_known_password(settings):
    settings.DEBUG = settings.DEMO = settings.TESTING = False

    with pytest.raises(CommandError, match="add --yes-this-is-a-demo"):
        load_demo()

    assert not User.objects.exists()
    assert load_demo(yes_this_is_a_demo=True).startswith("Loaded the Emmen case.")


@pytest.mark.django_db
def test_scale_adds_made_up_pilots_with_what_hangs_on_them():
    load_demo(scale=200)

    made_up = Pilot.objects.filter(slug__startswith="voorbeeld-")
    assert made_up.count() == 200
    assert made_up.filter(is_example=False).count() == 0
    assert made_up.values("phase").distinct().count() == 6
    assert made_up.values("procedure").distinct().count() == 6
    assert made_up.filter(standing=Standing.PARKED, revisit_on__isnull=True).count() == 0
    for model, at_least in [(PilotTheme, 200), (Milestone, 600), (Party, 400), (Kpi, 400), (Lesson, 50)]:
        assert model._default_manager.filter(pilot__in=made_up).count() >= at_least
    assert Result.objects.filter(kpi__pilot__in=made_up).count() >= 100
    assert Pilot.pgh_event_model.objects.count() == Pilot.objects.count()


@pytest.mark.django_db
def test_scale_makes_the_same_pilots_each_time_and_no_doubles():
    load_demo(scale=20)
    names = list(Pilot.objects.values_list("name", flat=True))
    Pilot.objects.filter(slug="voorbeeld-7").update(name="Onze eigen naam")

    assert "Added 0 made-up pilots" in load_demo(scale=20)
    assert "Added 5 made-up pilots" in load_demo(scale=25)

    assert Pilot.objects.count() == 3 + 25
    assert len(set(names) - set(Pilot.objects.values_list("name", flat=True))) == 1
    assert Pilot.objects.get(slug="voorbeeld-1").name == "Leerlingenvervoer · Emmerhout (1)"


@pytest.mark.django_db
def test_the_planning_counts_from_today():
    load_demo()

    late = Milestone.objects.overdue().get()
    assert str(late) == "Aankondiging gepubliceerd"
    assert timezone.localdate() - late.due_on == dt.timedelta(days=6)
