"""What goes out and comes in again is the same, for every noun, in every format, whatever stands in the text."""

import csv
import datetime as dt
import io
import re
import zipfile
from decimal import Decimal

import pytest
from django.contrib import admin
from django.db import transaction
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tablib import Dataset

from mvi.fields import CONTROL_CHARACTERS, LINE_BREAKS
from mvi.models import Organisation
from mvi.sheets import files, reader
from mvi.sheets.labels import Labels
from pilots.models import Pilot
from pilots.resources import PilotResource
from strategy.models import Theme
from strategy.resources import ThemeResource
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotCoreValueFactory, PilotFactory, PilotGoalFactory, PilotThemeFactory
from tests.factories.strategy import StrategyFactory, ThemeFactory
from tests.factories.workshops import ContributionFactory, HarvestFactory
from tests.nouns import FACTORIES, NOUNS
from workshops.models import Contribution

every_noun = pytest.mark.parametrize("model", NOUNS, ids=lambda model: model._meta.label)
every_format = pytest.mark.parametrize("file_format", files.FORMATS, ids=lambda found: found.name)
STARTS = ["=", "+", "-", "@", "\t", "'", "＝", "00", " =", "''", "_x0041_", "#"]
PROSE = st.builds(
    str.__add__,
    st.sampled_from(["", *STARTS]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=80),
).filter(lambda text: not CONTROL_CHARACTERS.search(text))
LINE = PROSE.filter(lambda text: not LINE_BREAKS.search(text))


@pytest.fixture(autouse=True)
def _read_in_this_process(monkeypatch):
    """The program that reads, without starting a process for each of the hundreds of files here."""

    def run(data):
        target = io.StringIO()
        reader.main(io.BytesIO(data), target)
        return io.BytesIO(target.getvalue().encode())

    monkeypatch.setattr(files, "run_reader", run)


def resource_of(model):
    return admin.site._registry[model].resource_classes[0]()


def there_and_back(file_format, *, resource=None, queryset=None, **options):
    """Export, read the file that came out, and say what importing it does."""
    dataset = resource.export(queryset)
    back = files.read(file_format().export_data(dataset), name=f"blad.{file_format().get_extension()}")[""]
    return type(resource)().import_data(back, **options)


def outcome(result):
    return [message for error in result.base_errors for message in error.messages], [
        (row.import_type, row.changes, row.messages) for row in result.rows
    ]


@every_noun
@every_format
@pytest.mark.django_db
def test_a_file_that_goes_out_and_comes_in_changes_nothing(model, file_format):
    number = 1 if model is Organisation else 3
    FACTORIES[model].create_batch(number)
    total = model.objects.count()

    result = there_and_back(file_format, resource=resource_of(model), dry_run=True)

    assert outcome(result) == ([], [("skip", [], [])] * total)


@every_noun
@pytest.mark.django_db
def test_what_was_removed_comes_back_the_same(model):
    made = FACTORIES[model].create_batch(1 if model is Organisation else 3)  # beside what migrations filled in
    rows = model.objects.filter(pk__in=[row.pk for row in made])
    resource = resource_of(model)
    before = list(resource.export())
    data = files.Xlsx().export_data(resource.export(rows))
    with transaction.atomic():
        rows.delete()

        result = resource_of(model).import_data(files.read(data)[""])

        assert outcome(result)[0] == []
        assert {row.import_type for row in result.rows} == {"new"}
        assert sorted(map(str, resource_of(model).export())) == sorted(map(str, before))


@every_format
@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=LINE, prose=PROSE)
def test_text_comes_back_whatever_it_is(file_format, name, prose):
    name, prose = name.strip(), prose.replace("\r\n", "\n").replace("\r", "\n").strip()
    with transaction.atomic():
        theme = ThemeFactory.build(strategy=StrategyFactory(title="=1+1"), name=name[:80] or "x", ambition=prose)
        theme.name = theme.name.strip() or "x"
        theme.full_clean()
        theme.save()
        data = file_format().export_data(ThemeResource().export())
        theme.delete()

        result = ThemeResource().import_data(files.read(data)[""])

        assert outcome(result) == ([], [("new", [], [])])
        assert list(Theme.objects.values_list("name", "ambition")) == [(theme.name, prose)]
        transaction.set_rollback(True)


@every_format
@pytest.mark.django_db
def test_very_long_text_comes_back(file_format):
    ThemeFactory(ambition="é\n" + "x" * 19_990)

    assert outcome(there_and_back(file_format, resource=ThemeResource(), dry_run=True))[1] == [("skip", [], [])]


@every_format
@pytest.mark.django_db
def test_text_that_never_passed_a_form_neither_breaks_an_export_nor_becomes_a_change(file_format):
    ThemeFactory(name="Circulair", ambition=" l1\r\nl2\rl3  ")
    ThemeFactory(name="Energie", ambition="a\x0bb")

    result = there_and_back(file_format, resource=ThemeResource(), dry_run=True)

    replaced = [("Ambitie", "a\x0bb", "a\N{REPLACEMENT CHARACTER}b")]  # only json can write a control character
    assert [row.changes for row in result.rows] == [[], [] if file_format is files.Json else replaced]


@every_format
@pytest.mark.django_db
def test_numbers_and_dates_come_back(file_format):
    PilotFactory(
        estimate=Decimal("1480000.50"), starts_on=dt.date(2026, 3, 12), ends_on=dt.date(2026, 3, 12), cpv="45111300-1"
    )
    PilotFactory(estimate=Decimal("999999999999.99"))

    assert outcome(there_and_back(file_format, resource=PilotResource(), dry_run=True))[1] == [("skip", [], [])] * 2


@pytest.mark.django_db
def test_a_number_with_more_digits_than_a_spreadsheet_keeps_goes_out_as_text():
    assert files.is_short(Decimal("999999999999.99"))
    assert not files.is_short(Decimal("9999999999999.999"))
    big = Decimal("9999999999999.999")

    assert 'office:value-type="string"' in files.ods_cell(big)
    assert files.json_value(big) == "9999999999999.999"


@every_format
@pytest.mark.django_db
def test_relations_come_back_by_name(file_format):
    pilot = PilotFactory(buyer=UserFactory(name="Inkoper"))
    for factory in (PilotThemeFactory, PilotThemeFactory, PilotCoreValueFactory, PilotGoalFactory):
        factory(pilot=pilot)
    data = file_format().export_data(PilotResource().export())
    pilot.delete()

    result = PilotResource().import_data(files.read(data)[""])

    assert outcome(result) == ([], [("new", [], [])])
    again = Pilot.objects.get()
    assert (again.buyer.name, again.themes.count(), again.core_values.count(), again.goals.count()) == (
        "Inkoper",
        2,
        1,
        1,
    )
    assert again.slug == pilot.slug


@every_format
@pytest.mark.django_db
def test_what_is_in_the_archive_comes_back_in_the_archive(file_format):
    archived = {"archived_at": timezone.now().replace(microsecond=0), "archived_by": UserFactory()}
    pilot = PilotFactory(**archived)
    data = file_format().export_data(PilotResource().export())
    assert outcome(PilotResource().import_data(files.read(data)[""]))[1] == [("skip", [], [])]
    pilot.delete()

    PilotResource().import_data(files.read(data)[""])

    assert Pilot.objects.values("archived_at", "archived_by__email").get() == {
        "archived_at": archived["archived_at"],
        "archived_by__email": archived["archived_by"].email,
    }


@pytest.mark.django_db
def test_a_file_in_one_language_is_read_in_the_other():
    ThemeFactory(level=3)
    with translation.override("en"):
        dataset = ThemeResource().export()
    assert "Level" in dataset.headers

    assert outcome(ThemeResource().import_data(dataset, dry_run=True))[1] == [("skip", [], [])]


@pytest.mark.django_db
def test_rows_with_the_same_name_are_told_apart():
    story = ContributionFactory(text="Hetzelfde verhaal")
    twin = ContributionFactory(text="Hetzelfde verhaal", session=story.session, step=None)
    other = ContributionFactory(text="Hetzelfde verhaal")
    labels = Labels(Contribution)

    names = [labels.of(row.pk) for row in (story, twin, other)]

    assert len(set(names)) == 3
    assert [labels.find(name) for name in names] == [story.pk, twin.pk, other.pk]
    assert [labels.knows(names[0]), labels.knows("Hetzelfde verhaal")] == [True, False]
    with pytest.raises(ValueError, match=r"Er zijn er meer"):
        labels.find("hetzelfde VERHAAL")
    HarvestFactory(contribution=twin)
    assert (
        outcome(there_and_back(files.Csv, resource=resource_of(Contribution), dry_run=True))[1]
        == [("skip", [], [])] * 3
    )


@pytest.mark.django_db
def test_a_name_is_found_whatever_its_capitals():
    theme = ThemeFactory(name="Circulair")
    labels = Labels(Theme)

    assert labels.find("CIRCULAIR") == labels.find(f"{theme.strategy.title} › Circulair") == theme.pk
    with pytest.raises(ValueError, match=r"“Water” bestaat niet \(thema\)."):
        labels.find("Water")


@pytest.mark.django_db
def test_headings_are_all_different():
    for model in NOUNS:
        headings = list(resource_of(model).headings().values())
        assert len(headings) == len(set(headings)), model


def test_a_sheet_has_its_headings_in_sight_filters_widths_and_real_dates():
    rows = [["=1+1", dt.date(2026, 3, 12), dt.datetime(2026, 3, 12, 13, 30), Decimal("12.50"), "x" * 70]]
    dataset = Dataset(*rows, headers=["Naam", "Dag", "Moment", "Bedrag", "Verhaal"])

    with zipfile.ZipFile(io.BytesIO(files.Xlsx().export_data(dataset))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        styles = package.read("xl/styles.xml").decode()

    assert '<pane xSplit="1" ySplit="1" topLeftCell="B2"' in sheet
    assert '<autoFilter ref="A1:E2"/>' in sheet
    widths = re.findall(r'<col min="\d" max="\d" width="([\d.]+)"', sheet)
    assert widths == ["10.7109375", "12.7109375", "21.7109375", "10.7109375", "60.7109375"]
    assert re.findall(r'<c r="([A-E]2)" s="\d" t="inlineStr"', sheet) == ["A2", "E2"]
    assert re.findall(r"<v>(.*?)</v>", sheet) == ["46093", "46093.5625", "12.5"]
    used = {int(number) for number in re.findall(r' s="(\d)"', sheet)}
    formats = re.findall(r'<xf numFmtId="(\d+)"', styles.split("<cellXfs")[1].split("</cellXfs>")[0])
    assert len(used) == 6
    assert max(used) < len(formats)
    assert "dd\\-mm\\-yyyy" in styles or "dd-mm-yyyy" in styles


def test_text_that_is_too_long_for_excel_is_cut():
    dataset = Dataset(["x" * 40_000], headers=["Naam"])

    assert list(files.read(files.Xlsx().export_data(dataset))[""]) == [("x" * 32_767,)]


def test_sheets_get_names_that_excel_takes():
    assert files.sheet_names(["a/b", "A b", "'x'", "", "y" * 40, "y" * 40]) == [
        "a b",
        "A b 2",
        "x",
        "-",
        "y" * 31,
        "y" * 27 + " 2",
    ]


def test_a_number_of_which_excel_would_lose_digits_goes_out_as_text():
    dataset = Dataset([Decimal("12345678901234567.89")], headers=["Bedrag"])

    assert list(files.read(files.Xlsx().export_data(dataset))[""]) == [("12345678901234567.89",)]


def test_a_long_csv_is_sent_in_parts_that_make_up_the_whole():
    rows = [[f"Pilot {number}", "x" * 1000] for number in range(200)]

    parts = list(files.Csv().parts(["Naam", "Tekst"], rows))

    assert len(parts) > 2
    assert [list(row) for row in files.read("".join(parts).encode(), name="lang.csv")[""]] == rows


@given(st.lists(PROSE, min_size=2))
def test_a_line_of_csv_is_what_the_library_makes_of_it(cells):
    line = io.StringIO(newline="")
    csv.writer(line, delimiter=";").writerow([files.csv_text(cell) for cell in cells])

    assert "".join(files.csv_parts([], [cells, cells])) == "\r\n" + line.getvalue() * 2
