"""An import says per row what it does, writes the good rows at once, and leaves alone what is not its to change."""

from unittest.mock import ANY

import pghistory
import pytest
from django.contrib.postgres.search import SearchQuery
from django.db import connection
from tablib import Dataset

from mvi.models import Organisation, SearchItem, search
from mvi.resources import OrganisationResource
from mvi.sheets import files, importing
from mvi.sheets.importing import RowsImport
from mvi.sheets.trial import trial
from pilots.models import Pilot, PilotTheme
from pilots.resources import MilestoneResource, PilotResource, ResultResource
from strategy.models import Goal, Strategy, Theme
from strategy.resources import (
    ActionResource,
    GoalResource,
    IndicatorResource,
    ThemeNarrativeResource,
    ThemeResource,
)
from tests.conftest import give
from tests.factories.mvi import UserFactory
from tests.factories.pilots import KpiFactory, MilestoneFactory, PilotFactory, PilotThemeFactory
from tests.factories.strategy import ActionFactory, IndicatorFactory, StrategyFactory, ThemeFactory
from tests.factories.workshops import SessionFactory, StepFactory
from tests.sheets import kinds, sheet
from workshops.resources import StepResource

pytestmark = pytest.mark.django_db


def messages(result):
    return [message for error in result.base_errors for message in error.messages]


def test_all_that_is_wrong_in_a_row_is_told_at_once():
    rows = sheet(
        ["Naam", "In één zin", "Raming (€)", "CPV-code", "Biobased"],
        ["Zwembad", "x" * 301, "veel", "45", ""],
        ["Weg", "Kort en goed", 1, "", "misschien"],
    )

    result = PilotResource().import_data(rows)

    first, second = (dict(row.messages) for row in result.rows)
    assert list(first) == ["Raming (€)", "In één zin", "CPV-code"]
    assert list(second) == ["Biobased"]
    assert not Pilot.objects.exists()


@pytest.mark.parametrize(
    ("resource", "row"),
    [
        (ResultResource, {"KPI": "", "Datum": "2026-01-01", "Waarde": 1}),
        (ThemeNarrativeResource, {"Voortgangsrapportage": "", "Thema": "Water", "Wat er gebeurde": "Veel."}),
    ],
)
def test_a_row_that_belongs_to_nothing_is_refused_beside_that_cell(resource, row):
    user = UserFactory()
    give(user, "pilots.change_pilot")
    ThemeFactory(name="Water")

    (refused,) = resource().import_data(sheet(list(row), row.values()), user=user).rows

    assert [heading for heading, _message in refused.messages] == [next(iter(row))]


def test_new_changed_same_and_wrong_rows_are_told_apart():
    StrategyFactory(title="S")
    for name, level in (("Circulair", 2), ("Energie", 2)):
        ThemeFactory(name=name, level=level, strategy=Strategy.objects.get())
    rows = sheet(
        ["Strategie", "Naam", "Niveau"],
        ["S", "Circulair", "3 · ambitieus"],
        ["S", "Energie", 2],
        ["S", "Sociaal", "3"],
        ["S", "Water", "heel hoog"],
        [None, "", None],
        ["Onbekend", "Water", 1],
    )

    result = ThemeResource().import_data(rows)

    assert [(row.number, row.import_type, row.label) for row in result.rows] == [
        (2, "update", "S › Circulair"),
        (3, "skip", "S › Energie"),
        (4, "new", "S › Sociaal"),
        (5, "invalid", "S › Water"),
        (7, "invalid", "Onbekend › Water"),
    ]
    assert result.rows[0].changes == [("Niveau", "2 · significant", "3 · ambitieus")]
    assert [row.messages for row in result.rows[3:]] == [
        [("Niveau", "Kies een van: 1 · basis, 2 · significant, 3 · ambitieus.")],
        [("Strategie", "“Onbekend” bestaat niet (strategie).")],
    ]
    assert not Theme.objects.filter(name="Sociaal").exists()  # one wrong row, so nothing is kept


def test_only_the_good_rows_are_kept_when_that_is_asked():
    StrategyFactory(title="S")
    rows = sheet(["Strategie", "Naam"], ["S", "Goed"], ["Onbekend", "Fout"])

    ThemeResource().import_data(rows, only_good=True)

    assert list(Theme.objects.values_list("name", flat=True)) == ["Goed"]


def test_a_dry_run_keeps_nothing():
    StrategyFactory(title="S")

    result = ThemeResource().import_data(sheet(["Strategie", "Naam"], ["S", "Goed"]), dry_run=True)

    assert kinds(result) == ["new"]
    assert not Theme.objects.exists()


def test_a_trial_writes_no_history_and_no_words_to_search_in_and_the_import_itself_does():
    theme = ThemeFactory(name="Circulair")
    rows = sheet(
        ["Naam", "Behoefte achter de vraag", "Thema's"],
        ["Bermen", "Minder maaien", "Circulair"],
        ["Banken", "Zitten", ""],
    )

    def written():
        return (
            Pilot.pgh_event_model.objects.count(),
            PilotTheme.pgh_event_model.objects.count(),
            SearchItem.objects.filter(kind="pilots.pilot").count(),
        )

    with trial(Pilot, PilotTheme):
        RowsImport(PilotResource(), rows.headers, by=None).run(rows)
    assert written() == (0, 0, 0)
    assert Pilot.objects.count() == 2
    Pilot.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL mvi.trial = ''")  # what rolling back does

    PilotResource().import_data(rows)

    assert written() == (4, 2, 2)  # two that were removed above, and two that came in; their theme too
    assert PilotTheme.objects.get().theme == theme


def test_new_rows_and_links_are_in_the_history_with_who_brought_them_in_and_can_be_found():
    climate = ThemeFactory(name="Klimaat", level=2)
    ThemeFactory(name="Circulair", level=3)
    PilotThemeFactory(pilot=PilotFactory(name="Banken"), theme=climate, level=2)
    rows = sheet(["Naam", "Thema's", "Tags"], ["Bermen", "Circulair\nKlimaat", "b, a"], ["Banken", "Circulair", ""])

    with pghistory.context(imported="1") as context:
        PilotResource().import_data(rows)

    events = Pilot.pgh_event_model.objects.filter(pgh_context=context.id)
    assert list(events.values_list("pgh_label", "name", "tags")) == [("insert", "Bermen", "a, b")]
    links = PilotTheme.pgh_event_model.objects.filter(pgh_context=context.id).order_by("pgh_label", "pgh_id")
    assert list(links.values_list("pgh_label", "pilot__name", "theme__name", "level")) == [
        ("delete", "Banken", "Klimaat", 2),
        ("insert", "Bermen", "Klimaat", 2),
        ("insert", "Bermen", "Circulair", 3),
        ("insert", "Banken", "Circulair", 3),
    ]
    assert SearchItem.objects.filter(kind="pilots.pilot", words=SearchQuery("bermen", config="dutch")).exists()


def test_rows_by_the_thousand_can_be_found_once_they_are_kept_and_few_rows_at_once(
    monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(importing, "CHUNK", 2)
    monkeypatch.setattr(search, "AT_ONCE", 2)
    found = SearchItem.objects.filter(kind="pilots.pilot", words=SearchQuery("maaien", config="dutch"))
    heads = ["Naam", "Behoefte achter de vraag"]

    with django_capture_on_commit_callbacks() as afterwards:
        PilotResource().import_data(
            sheet(heads, ["Bermen", "Minder maaien"], ["Gazons", "Maaien"], ["Velden", "Ook maaien"])
        )
    PilotResource().import_data(sheet(heads, ["Sloten", "Maaien"]))

    assert list(found.values_list("title", flat=True)) == ["Sloten"]
    assert SearchItem.objects.waiting().count() == 3
    for gather in afterwards:
        gather()
    assert set(found.values_list("title", flat=True)) == {"Bermen", "Gazons", "Sloten", "Velden"}
    assert not SearchItem.objects.waiting().exists()


def test_a_link_that_is_all_that_is_new_is_in_the_history_with_who_made_it():
    ThemeFactory(name="Circulair")
    PilotFactory(name="Banken")

    with pghistory.context(imported="1") as context:
        PilotResource().import_data(sheet(["Naam", "Thema's"], ["Banken", "Circulair"]))

    assert PilotTheme.pgh_event_model.objects.get().pgh_context_id == context.id


def test_a_sheet_of_which_all_columns_are_left_out_does_nothing():
    rows = sheet(["Naam"], ["Gemeente"])

    result = OrganisationResource().import_data(rows, mapping={"Naam": ""})

    assert (result.rows, result.base_errors, Organisation.objects.count()) == ([], [], 0)


def test_what_was_found_by_its_name_is_looked_up_again_by_the_import_itself_and_not_by_its_trial():
    theme = ThemeFactory(name="Circulair")
    rows = sheet(["Naam", "Thema's"], ["Bermen", "Circulair"])

    class ThemeGoesMeanwhile(PilotResource):
        def new_link(self, link):
            super().new_link(link)
            with connection.cursor() as cursor:
                cursor.execute("DELETE FROM strategy_theme WHERE id = %s", [theme.pk])

    tried = ThemeGoesMeanwhile().import_data(rows, dry_run=True)
    assert Theme.objects.get() == theme
    result = ThemeGoesMeanwhile().import_data(rows)

    assert kinds(tried) == ["new"]
    assert [row.messages for row in result.rows] == [[("", ANY)]]
    assert "theme_id" in result.rows[0].messages[0][1]
    assert not Pilot.objects.exists()


def test_headings_that_are_unknown_double_or_missing_are_named():
    rows = sheet(["Naam", "Name", "Kleurtje", ""], ["a", "b", "c", ""])

    assert messages(ThemeResource().import_data(rows)) == [
        "De kolom “Naam” staat twee keer in het bestand.",
        "“Kleurtje” is geen kop van thema’s.",
        "De kolom “Strategie” ontbreekt.",
    ]


def test_headings_are_read_as_somebody_said_they_are_meant():
    StrategyFactory(title="S")
    rows = sheet(["Plan", "Hoe het heet", "Rest"], ["S", "Water", "x"])

    result = ThemeResource().import_data(rows, mapping={"Plan": "strategy", "Hoe het heet": "name", "Rest": ""})

    assert kinds(result) == ["new"]
    assert Theme.objects.get().name == "Water"


def test_columns_that_are_not_there_stay_as_they_are_and_empty_cells_of_new_rows_get_what_is_usual():
    theme = ThemeFactory(name="Circulair", ambition="Blijft", level=3)
    rows = sheet(
        ["Strategie", "Naam", "Niveau"], [theme.strategy.title, "Circulair", 3], [theme.strategy.title, "Water", ""]
    )

    result = ThemeResource().import_data(rows)

    assert kinds(result) == ["skip", "new"]
    theme.refresh_from_db()
    assert (theme.ambition, Theme.objects.get(name="Water").level) == ("Blijft", 1)


def test_what_the_fields_refuse_is_said_beside_the_column():
    theme = ThemeFactory(name="Circulair")
    rows = sheet(
        ["Thema", "Doel", "Jaar"], ["Circulair", "x" * 201, 2027], ["Circulair", "Goed", 1812], ["", "Los", ""]
    )

    result = GoalResource().import_data(rows)

    assert [row.messages for row in result.rows] == [
        [("Doel", "Zorg dat deze waarde niet meer dan 200 tekens bevat (het zijn er nu 201).")],
        [("Jaar", "Zorg ervoor dat deze waarde minstens 2000 is.")],
        [("Thema", "Dit veld mag niet leeg zijn.")],
    ]
    assert not Goal.objects.filter(theme=theme).exists()


def test_a_text_may_be_as_long_as_on_its_page():
    result = PilotResource().import_data(sheet(["Naam", "Ambitie"], ["Kort", "a" * 20_000], ["Lang", "a" * 20_001]))

    assert kinds(result) == ["new", "invalid"]
    ((heading, message),) = result.rows[1].messages
    assert heading == "Ambitie"
    assert "20000" in message


def test_what_the_model_refuses_is_said_beside_its_column():
    goal = IndicatorFactory().goal
    rows = sheet(["Doel", "Indicator", "Eenheid", "Nulmeting"], [goal.statement, "Nieuw", "ton", 9])

    result = IndicatorResource().import_data(rows)

    assert result.rows[0].messages == [
        ("Datum van de nulmeting", "Vul de datum in die bij deze waarde hoort."),
    ]


def test_the_same_row_twice_is_wrong_unless_such_rows_can_repeat():
    theme = ThemeFactory(name="Circulair")
    strategy = theme.strategy.title
    rows = sheet(["Strategie", "Naam"], [strategy, "Circulair"], [strategy, "circulair"])

    result = ThemeResource().import_data(rows)

    assert [row.messages for row in result.rows] == [[], [("", "Dit is hetzelfde als rij 2.")]]

    ActionFactory(theme=theme, title="Praten")
    again = ActionResource().import_data(sheet(["Thema", "Actie"], ["Circulair", "Praten"], ["Circulair", "Praten"]))

    assert kinds(again) == ["skip", "new"]


def test_what_an_action_governs_comes_in_with_a_new_row_and_is_never_changed():
    PilotFactory(name="Oud")
    rows = sheet(["Naam", "Fase"], ["Oud", "uitvoering"], ["Nieuw", "uitvoering"])

    result = PilotResource().import_data(rows, only_good=True)

    assert [row.messages for row in result.rows] == [
        [("Fase", "Dit wijzigt u op de eigen pagina, niet met een import.")],
        [],
    ]
    assert list(Pilot.objects.order_by("name").values_list("name", "phase")) == [
        ("Nieuw", "execution"),
        ("Oud", "idea"),
    ]


def test_themes_of_a_pilot_come_and_go_and_keep_their_level():
    kept = PilotThemeFactory(level=3)
    gone, new = PilotThemeFactory(pilot=kept.pilot), ThemeFactory(level=2)
    cell = f"{kept.theme.name}; {new.name}"

    result = PilotResource().import_data(sheet(["Naam", "Thema's"], [kept.pilot.name, cell]))

    assert result.rows[0].changes == [
        ("Thema’s", f"{kept.theme}\n{gone.theme}", f"{kept.theme}\n{new}"),
    ]
    assert sorted(PilotTheme.objects.values_list("theme", "level")) == [(kept.theme.pk, 3), (new.pk, 2)]


def test_a_buyer_brings_in_new_pilots_and_changes_only_their_own():
    user = UserFactory()
    give(user, "pilots.change_pilot", "pilots.add_pilot", "pilots.import_pilot")
    PilotFactory(name="Van mij", buyer=user)
    PilotFactory(name="Van een ander")
    rows = sheet(["Naam", "Ambitie"], ["Van mij", "x"], ["Van een ander", "x"], ["Nieuw", "x"])

    result = PilotResource().import_data(rows, user=user, only_good=True)

    assert [(row.import_type, row.messages) for row in result.rows] == [
        ("update", []),
        ("invalid", [("", "U mag deze niet wijzigen.")]),
        ("new", []),
    ]
    assert Pilot.objects.get(name="Nieuw").buyer == user


def test_a_buyer_hands_their_pilot_over_and_takes_none_from_another():
    user, other = UserFactory(), UserFactory()
    give(user, "pilots.change_pilot")
    mine, theirs = PilotFactory(name="Van mij", buyer=user), PilotFactory(name="Van een ander", buyer=other)
    rows = sheet(["Naam", "Inkoper"], [mine.name, other.email], [theirs.name, user.email])

    result = PilotResource().import_data(rows, user=user, only_good=True)

    assert [row.messages for row in result.rows] == [[], [("", "U mag deze niet wijzigen.")]]
    assert set(Pilot.objects.values_list("buyer", flat=True)) == {other.pk}


def test_rows_of_a_pilot_come_in_for_who_may_change_that_pilot():
    user = UserFactory()
    give(user, "pilots.change_pilot")
    own, other = PilotFactory(name="Van mij", buyer=user), MilestoneFactory(pilot__name="Van een ander", name="Oud")
    rows = sheet(
        ["Pilot", "Mijlpaal", "Fase", "Gepland op"],
        ["Van mij", "Start", "idee", "1-2-2026"],
        ["Van een ander", "Start", "idee", "1-2-2026"],
        ["Van een ander", "Oud", "idee", "1-2-2026"],
        ["Onbekend", "Oud", "idee", "1-2-2026"],
    )

    result = MilestoneResource().import_data(rows, user=user, only_good=True)

    assert [row.messages for row in result.rows] == [
        [],
        [("", "U mag deze niet toevoegen.")],
        [("", "U mag deze niet wijzigen.")],
        [("Pilot", "“Onbekend” bestaat niet (pilot).")],
    ]
    assert (own.milestones.count(), other.pilot.milestones.count()) == (1, 1)


def test_results_come_in_for_who_may_change_the_pilot_of_the_kpi():
    user = UserFactory()
    give(user, "pilots.change_pilot")
    own, other = KpiFactory(pilot__buyer=user), KpiFactory()
    rows = sheet(["KPI", "Datum", "Waarde"], [own.name, "1-2-2026", "3,5"], [other.name, "1-2-2026", "3,5"])

    result = ResultResource().import_data(rows, user=user, only_good=True)

    assert kinds(result) == ["new", "invalid"]


def test_positions_can_be_swapped_in_one_file():
    session = SessionFactory(number=1)
    first, second = StepFactory(session=session, position=1), StepFactory(session=session, position=2)
    dataset = StepResource().export()
    titles = [first.title, second.title]
    swapped = Dataset(headers=dataset.headers)
    column = dataset.headers.index("Titel")
    for row, title in zip(dataset, reversed(titles), strict=True):
        swapped.append([*row[:column], title, *row[column + 1 :]])

    assert kinds(StepResource().import_data(swapped)) == ["update", "update"]


def test_a_changed_number_is_told_with_the_old_and_the_new():
    step = StepFactory(minutes=10)
    dataset = StepResource().export()
    column = dataset.headers.index("Minuten")
    changed = Dataset([*dataset[0][:column], 25, *dataset[0][column + 1 :]], headers=dataset.headers)
    result = StepResource().import_data(changed)

    assert result.rows[0].changes == [("Minuten", 10, 25)]
    step.refresh_from_db()
    assert step.minutes == 25


def test_the_organisation_needs_no_key():
    result = OrganisationResource().import_data(sheet(["Naam"], ["Gemeente Emmen"]))
    again = OrganisationResource().import_data(sheet(["Naam"], ["Emmen"]))

    assert [kinds(result), kinds(again)] == [["new"], ["update"]]
    assert Organisation.objects.get().name == "Emmen"


def test_the_description_of_the_columns_tells_what_may_stand_in_them():
    described = {column["heading"]: column for column in PilotResource().description()}

    assert described["Naam"] == {
        "heading": "Naam",
        "is_key": True,
        "is_governed": False,
        "required": True,
        "kind": "tekst",
        "allowed": "hoogstens 120 tekens",
        "help": "Zoals mensen het noemen.",
    }
    columns = ("Thema’s", "Inkoper", "Begint op", "Raming (€)", "Biobased", "Stand")
    assert [(described[name]["kind"], described[name]["allowed"]) for name in columns] == [
        ("namen, elk op een eigen regel", "thema’s"),
        ("naam", "gebruiker"),
        ("datum", ""),
        ("getal", "hoogstens 2 decimalen"),
        ("ja of nee", ""),
        ("één uit een lijst", "actief, geparkeerd, gestopt, afgerond"),
    ]
    assert described["Fase"]["is_governed"]
    steps = {column["heading"]: column["kind"] for column in StepResource().description()}
    assert steps["Minuten"] == "heel getal"


def test_a_template_has_the_headings_and_no_rows():
    data = files.Xlsx().export_data(ThemeResource().template())

    assert files.read(data)[""].headers == list(ThemeResource().headings().values())
