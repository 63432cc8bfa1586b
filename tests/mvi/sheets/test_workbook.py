"""The workbook: all nouns in one file, out and in again."""

import io
import sys

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.urls import reverse
from tablib import Dataset

from mvi.models import AuditEvent, User
from mvi.sheets import files, workbook
from mvi.sheets.meanings import MEANINGS
from pilots.models import Pilot
from pilots.resources import PilotResource
from strategy.models import Strategy, Theme
from strategy.resources import StrategyResource, ThemeResource
from tests.every_page import one_of_everything
from tests.factories.pilots import PilotFactory
from tests.factories.strategy import StrategyFactory, ThemeFactory
from tests.nouns import FACTORIES, NOUNS

pytestmark = pytest.mark.django_db
every_format = pytest.mark.parametrize("name", workbook.FORMATS)


def taken(name="xlsx", by=None):
    return workbook.take(columns=workbook.resources(), file_format=workbook.FORMATS[name](), by=by)


def brought_in(data, **options):
    options = {"dry_run": False, "file_name": "werkboek.xlsx", "by": None} | options
    return workbook.bring_in(sheets=files.read(data), **options)


def totals(outcome):
    found = {
        name: {what: number for what, number in result.totals.items() if number}
        for name, result in outcome.results.items()
    }
    return {name: numbers for name, numbers in found.items() if numbers}


def contents():
    """What every noun holds, as it goes out; rows between two others may have come in another order."""
    found, labels = columns(), {}
    for resource in found:
        resource.labels = labels
    return {workbook.title(resource): sorted(map(str, resource.export())) for resource in found}


def columns():
    return workbook.resources()


def command(name, *arguments, **options):
    out = io.StringIO()
    try:
        call_command(name, *arguments, stdout=out, **options)
    finally:
        sys.stdout.write(out.getvalue())  # which rows were wrong, where a test fails
    return out.getvalue()


def test_every_noun_has_a_sheet_after_those_that_it_refers_to():
    models = [resource._meta.model for resource in columns()]

    assert set(models) == {User, *NOUNS}
    assert all(
        models.index(field.related_model) < place
        for place, resource in enumerate(columns())
        for field in map(resource.django_field, resource.fields_in_order())
        if field.is_relation
    )


def test_names_of_sheets_are_short_enough_and_all_different():
    titles = [str(workbook.CODEBOOK), *map(workbook.title, columns())]

    assert files.sheet_names(titles) == titles


@every_format
def test_a_workbook_that_goes_out_and_comes_in_changes_nothing(name):
    one_of_everything()
    numbers = {workbook.title(found): found._meta.model.objects.count() for found in columns()}

    outcome = brought_in(taken(name))

    assert not outcome.is_refused
    assert totals(outcome) == {noun: {"skip": number} for noun, number in numbers.items() if number}
    assert not AuditEvent.objects.filter(action="import").exists()


def test_an_empty_database_gets_the_same_again():
    with transaction.atomic():
        call_command("load_demo", stdout=io.StringIO())
        for model in NOUNS:
            if not model.objects.exists():  # the demo has none of it
                FACTORIES[model]()
        before, data = contents(), taken()
        transaction.set_rollback(True)
    assert not Strategy.objects.exists()
    assert all(before.values())

    outcome = brought_in(data)

    assert list(workbook.in_words(outcome))[-1].endswith(": nieuw")
    assert not outcome.is_refused
    assert contents() == before
    assert not User.objects.get(email="inkoper@demo.example").has_usable_password()
    assert AuditEvent.objects.get(action="import", object_type="pilots.pilot").details == {
        "file": "werkboek.xlsx",
        "new": Pilot.objects.count(),
        "changed": 0,
        "same": 0,
        "left_out": 0,
    }


def test_a_workbook_is_taken_back_whole_unless_something_of_it_was_changed(tmp_path):
    with transaction.atomic():
        call_command("load_demo", stdout=io.StringIO())
        data = taken()
        transaction.set_rollback(True)
    before, path = contents(), tmp_path / "werkboek.xlsx"
    path.write_bytes(data)

    said = command("import_workbook", path)
    number = said.split()[-1]
    assert said.splitlines()[-1] == f"Terugdraaien kan met: manage.py undo_workbook {number}"
    assert "undo_workbook" not in command("import_workbook", path)  # the same again changes nothing
    for model, column in ((Pilot, "summary"), (User, "department")):
        row = model.objects.first()
        with transaction.atomic():
            model.objects.filter(pk=row.pk).update(**{column: "Anders"})
            with pytest.raises(CommandError, match=row.name):
                command("undo_workbook", number)
            transaction.set_rollback(True)
    assert command("undo_workbook", number) == "Alles is teruggedraaid.\n"

    assert contents() == before
    assert AuditEvent.objects.get(action="undo_import", object_type="pilots.pilot").details == {"file": "werkboek.xlsx"}
    with pytest.raises(CommandError):
        command("undo_workbook", number)


def test_what_no_workbook_brought_in_is_not_taken_back():
    with pytest.raises(CommandError, match="Er is niets"):
        command("undo_workbook", "7f9c24e8-3b12-4fef-91e0-5b2e0a1f3f3c")


def sheet(resource, *rows):
    """A sheet with some of the columns of a noun."""
    names = list(rows[0])
    return Dataset(*(list(row.values()) for row in rows), headers=[resource.headings()[name] for name in names])


def test_rows_of_one_sheet_can_refer_to_new_rows_of_another_wherever_it_stands():
    StrategyFactory(title="Duurzaam inkopen")
    sheets = {
        "Pilots": sheet(PilotResource(), {"name": "Maaien", "themes": "Water"}),
        "thema’s": sheet(ThemeResource(), {"strategy": "Duurzaam inkopen", "name": "Water"}),
    }

    dry = workbook.bring_in(sheets=sheets, dry_run=True, file_name="a.xlsx", by=None)
    assert (dry.is_refused, Pilot.objects.exists(), Theme.objects.exists()) == (False, False, False)
    assert not AuditEvent.objects.exists()

    workbook.bring_in(sheets=sheets, dry_run=False, file_name="a.xlsx", by=None)
    assert list(Pilot.objects.values_list("name", "themes__name")) == [("Maaien", "Water")]


def test_one_wrong_row_keeps_everything_out_and_is_named_with_its_row():
    circular = ThemeFactory(name="Circulair", level=1)
    strategy = circular.strategy.title
    PilotFactory(name="Zwembad", client="Sport")
    themes = [
        {"strategy": strategy, "name": "Circulair", "level": 1},
        {"strategy": strategy, "name": "Water", "level": 9},
        {"strategy": strategy, "name": "Energie", "level": 2},
    ]
    pilots = [{"name": "Maaien", "themes": "Energie", "client": ""}, {"name": "Zwembad", "themes": "", "client": "x"}]
    sheets = {
        "Thema’s": sheet(ThemeResource(), *themes),
        "pilots": sheet(PilotResource(), *pilots),
        "kladblok": Dataset(["x"], headers=["van alles"]),
        "leeg": Dataset(),
        "Doelen": Dataset(["x"], headers=["Onbekend"]),
    }

    outcome = workbook.bring_in(sheets=sheets, dry_run=False, file_name="a.xlsx", by=None)

    assert outcome.is_refused
    assert (Theme.objects.count(), Pilot.objects.count(), AuditEvent.objects.count()) == (1, 1, 0)
    assert list(workbook.in_words(outcome, with_same=True)) == [
        "Blad “kladblok”: fout: er is geen onderwerp met deze naam.",
        "Thema’s: 1 nieuw, 0 gewijzigd, 1 hetzelfde, 1 fout",
        f"  rij 2 ({strategy} › Circulair): gelijk",
        f"  rij 3 ({strategy} › Water): fout: Niveau: Kies een van: 1 · basis, 2 · significant, 3 · ambitieus.",
        f"  rij 4 ({strategy} › Energie): nieuw",
        "Doelen: 0 nieuw, 0 gewijzigd, 0 hetzelfde, 0 fout",
        "  fout: “Onbekend” is geen kop van doelen.",
        "  fout: De kolom “Thema” ontbreekt.",
        "  fout: De kolom “Doel” ontbreekt.",
        "Pilots: 1 nieuw, 1 gewijzigd, 0 hetzelfde, 0 fout",
        "  rij 2 (Maaien): nieuw",
        "  rij 3 (Zwembad): gewijzigd: Opdrachtgever: “Sport” → “x”",
    ]
    assert "gelijk" not in "".join(workbook.in_words(outcome))


def test_a_rule_between_cells_is_told_without_a_heading():
    StrategyFactory(title="Duurzaam")
    row = {"title": "Anders", "starts_on": "2026-01-01", "ends_on": "2025-01-01"}
    sheets = {"Strategieën": sheet(StrategyResource(), row)}

    outcome = workbook.bring_in(sheets=sheets, dry_run=False, file_name="a.xlsx", by=None)

    assert list(workbook.in_words(outcome))[1:] == [
        "  rij 2 (Anders): fout: Een strategie kan niet eindigen voordat zij begint."
    ]


def test_the_codebook_explains_every_column_with_an_example_from_its_rows():
    theme = ThemeFactory(name="Circulair", level=2, ambition="Lang. " * 40)
    book = files.read(taken())["Codeboek"]

    assert list(book.headers) == [
        "Blad",
        "Kop",
        "Betekenis",
        "Soort waarde",
        "Toegestane waarden",
        "Voorbeeld",
        "Opmerkingen",
    ]
    assert len(book) == sum(len(resource.headings()) for resource in columns())
    explained = {row[1]: row[3:] for row in book if row[0] == "Thema’s"}
    meanings = {row[1]: row[2] for row in book if row[0] == "Mijlpalen"}
    assert meanings["Pilot"] == "De pilot waar het bij hoort."
    assert meanings["Fase"] == "De fase waarin het valt."
    assert meanings["Voorbeeld"].startswith("Verzonnen om te laten zien")
    assert explained["Strategie"] == (
        "naam",
        "strategie",
        theme.strategy.title,
        "Hieraan wordt een rij herkend. Verplicht.",
    )
    assert explained["Niveau"][:3] == (
        "één uit een lijst",
        "1 · basis, 2 · significant, 3 · ambitieus",
        "2 · significant",
    )
    assert len(explained["Ambitie"][2]) == 100
    assert explained["In kaders"] == ("namen, elk op een eigen regel", "thema’s van kaders", "", "")
    assert explained["Eigenaarschap"][3] == "Alleen voor nieuwe rijen; daarna verandert dit op de eigen pagina."


def test_only_columns_are_explained_that_are_there():
    fields = {
        name
        for resource in columns()
        for name in resource.fields_in_order()
        for name in (name, f"{resource._meta.model._meta.model_name}.{name}")
    }

    assert set(MEANINGS) <= fields


# The pages


@every_format
def test_somebody_takes_the_nouns_that_they_may_see_and_export(client, login, name):
    user = login("strategy.view_theme", "strategy.export_theme", "strategy.export_goal", "pilots.view_pilot")
    ThemeFactory(name="Circulair")
    address = reverse("reports:workbook", kwargs={"ending": name})
    assert address in client.get(reverse("reports:list")).text

    response = client.post(address)

    assert response["Content-Disposition"] == f'attachment; filename="werkboek.{name}"'
    sheets = files.read(response.content)
    assert set(sheets) == {"", "Codeboek", "Thema’s"}
    assert [row[1] for row in sheets["Thema’s"]] == ["Circulair"]
    assert list(AuditEvent.objects.values_list("actor", "action", "object_type", "details")) == [
        (user.pk, "export", "strategy.theme", {"rows": 1, "format": name})
    ]


def test_who_may_export_nothing_is_not_offered_the_workbook(client, login):
    login("strategy.view_strategy", "strategy.export_goal", is_staff=True)
    address = reverse("reports:workbook", kwargs={"ending": "xlsx"})

    assert client.post(address).status_code == 403
    for page in ("reports:list", "admin:index"):
        assert address not in client.get(reverse(page)).text


def test_the_administration_leads_to_the_reports_and_the_workbook(client, login):
    login(is_staff=True)
    assert reverse("reports:list") not in client.get(reverse("admin:index")).text

    login("strategy.view_goal", "strategy.export_goal", is_staff=True)
    shown = client.get(reverse("admin:index")).text
    assert reverse("reports:list") in shown
    assert all(reverse("reports:workbook", kwargs={"ending": name}) in shown for name in workbook.FORMATS)


# The commands


@every_format
def test_the_commands_write_a_file_and_read_it_again(tmp_path, name):
    ThemeFactory(name="Circulair")
    file = tmp_path / f"werkboek.{name}"

    assert command("export_workbook", str(file)) == f"Het werkboek staat in {file}.\n"
    assert file.stat().st_mode & 0o777 == 0o600
    Theme.objects.update(name="Kringlopen")
    looked = command("import_workbook", str(file), dry_run=True)
    assert "Thema’s: 1 nieuw, 0 gewijzigd, 0 hetzelfde, 0 fout\n  rij 2 (" in looked
    assert looked.endswith("Proef: er is niets gewijzigd.\n")
    assert Theme.objects.count() == 1
    assert "\nAlles is overgenomen.\nTerugdraaien kan met: " in command("import_workbook", str(file))
    assert set(Theme.objects.values_list("name", flat=True)) == {"Circulair", "Kringlopen"}


def test_the_command_fails_when_a_row_is_wrong(tmp_path):
    file = tmp_path / "werkboek.json"
    file.write_text('{"Thema’s": [{"Strategie": "Bestaat niet", "Naam": "Water"}], "Doelen": []}')

    with pytest.raises(CommandError, match=r"Er zijn fouten; er is niets gewijzigd\."):
        command("import_workbook", str(file))


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("export_workbook", "werkboek.csv", "eindigt op .xlsx, .ods of .json"),
        ("export_workbook", "is/er/niet.xlsx", "is/er/niet.xlsx"),
        ("import_workbook", "is-er-niet.xlsx", "is-er-niet.xlsx"),
    ],
)
def test_a_file_that_cannot_be_is_refused_in_words(name, arguments, message):
    with pytest.raises(CommandError, match=message):
        command(name, arguments)


def test_what_is_no_workbook_is_refused_in_words(tmp_path):
    file = tmp_path / "werkboek.xlsx"
    file.write_text("")

    with pytest.raises(CommandError, match=r"Dit bestand is leeg\."):
        command("import_workbook", str(file))
