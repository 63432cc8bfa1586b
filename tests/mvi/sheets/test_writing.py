"""How the rows of an import are written, and what is told of those that the database refuses."""

import datetime as dt

import pytest
from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections, transaction

from mvi.jobs.running import StopAsked
from mvi.sheets import importing
from mvi.sheets.writing import Work, Writing
from pilots.models import Pilot, PilotTheme
from pilots.resources import PilotResource, ThresholdResource
from strategy.models import Theme
from strategy.resources import StrategyResource, ThemeResource
from tests.factories.pilots import PilotFactory, PilotThemeFactory
from tests.factories.strategy import StrategyFactory, ThemeFactory
from tests.sheets import kinds, sheet

pytestmark = pytest.mark.django_db


def test_what_the_database_refuses_is_said_at_the_row_and_only_there():
    rows = sheet(
        ["Naam", "Begint op", "Eindigt op"],
        ["Goed", dt.date(2026, 1, 1), dt.date(2026, 2, 1)],
        ["Achterstevoren", dt.date(2026, 2, 1), dt.date(2026, 1, 1)],
        ["Ook goed", None, None],
        ["GOED", None, None],
    )

    result = PilotResource().import_data(rows, only_good=True)

    assert kinds(result) == ["new", "invalid", "new", "invalid"]
    assert [row.messages for row in result.rows if row.messages] == [
        [("", "Een pilot kan niet eindigen voordat hij begint.")],
        [("", "Er is al een pilot met deze naam.")],
    ]
    assert sorted(Pilot.objects.values_list("name", flat=True)) == ["Goed", "Ook goed"]


def test_a_unique_field_is_named_when_the_database_refuses():
    class Blind(StrategyResource):
        """Does not see which strategies there are, like two imports at the same moment."""

        class Meta(StrategyResource.Meta):
            pass

    StrategyFactory(title="S")
    rows = importing.RowsImport(Blind(), ["Titel", "Begint op", "Eindigt op"], by=None)
    rows.read_keys = lambda: None
    rows.exact, rows.loose = {}, {}
    rows.run([["S", "2026-01-01", "2026-12-31"]])

    assert rows.result.rows[0].messages == [("", "Er is al een rij met dezelfde waarde voor: Titel.")]


def test_a_rule_without_words_of_its_own_is_named():
    rows = sheet(
        ["Soort opdracht", "Geldig vanaf", "Geldig tot en met", "Bedrag (€)", "Bron"],
        ["werken", "2030-01-01", "2031-12-31", 0, "x"],
    )

    result = ThresholdResource().import_data(rows)

    rule = "threshold_amount_is_positive"
    assert result.rows[0].messages == [("", f"Deze cellen passen niet bij elkaar (regel {rule}).")]


def test_what_the_database_refuses_of_earlier_rows_is_told_in_their_order_and_later_rows_come_in(monkeypatch):
    monkeypatch.setattr(importing, "CHUNK", 2)
    heads = ["Naam", "Begint op", "Eindigt op"]
    wrong = ["2026-12-31", "2026-01-01"]
    PilotFactory(name="Al bekend")

    result = PilotResource().import_data(
        sheet(
            heads, ["Een", "", ""], ["Twee", *wrong], ["Al bekend", "2026-01-01", ""], ["Vier", "", ""], ["V", *wrong]
        ),
        only_good=True,
    )

    assert kinds(result) == ["new", "invalid", "update", "new", "invalid"]
    assert [row.number for row in result.rows] == [2, 3, 4, 5, 6]
    assert sorted(Pilot.objects.values_list("name", flat=True)) == ["Al bekend", "Een", "Vier"]


def test_who_asks_while_rows_are_being_sent_finds_them():
    found = []
    with Writing(PilotResource(), [Pilot], tell=found.append) as writing:
        row = importing.ImportedRow(2)
        writing.begin([Work(row, Pilot(name="Bermen", slug="bermen"), None, {})], [row])
        assert found == []
        assert Pilot.objects.get().name == "Bermen"
        assert found == [row]


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize("ends_on", ["2026-12-31", "2020-12-31"])  # the second is refused
def test_rows_that_are_being_sent_when_somebody_stops_are_waited_for(dry_run, ends_on):
    rows = sheet(["Naam", "Begint op", "Eindigt op"], ["Bermen", "2026-01-01", ends_on])

    def stop(done, total):
        raise StopAsked

    with pytest.raises(StopAsked), transaction.atomic():
        PilotResource().import_data(rows, dry_run=dry_run, progress=stop)

    assert not Pilot.objects.exists()


def test_what_goes_wrong_while_rows_are_being_sent_is_no_fault_of_a_row():
    other = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("LOCK TABLE pilots_pilot IN SHARE MODE")  # who reads goes on, who writes waits
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '100ms'")

        with pytest.raises(OperationalError), transaction.atomic():
            PilotResource().import_data(sheet(["Naam"], ["Bermen"]))
    finally:
        other.close()

    assert not Pilot.objects.exists()


def test_a_refusal_without_a_rule_is_passed_on():
    writing = Writing(ThemeResource(), [Theme], tell=None)

    assert writing.in_words(ValueError("zomaar")) == "De database weigert deze rij: zomaar"


def test_many_rows_are_written_in_few_queries(django_assert_max_num_queries):
    rows = sheet(["Naam"], *([f"Pilot {number}"] for number in range(1_500)))

    with django_assert_max_num_queries(40):
        PilotResource().import_data(rows)

    assert Pilot.objects.count() == 1_500


def test_a_small_table_that_grows_is_not_read_whole_for_each_row_that_refers_to_it():
    theme = ThemeFactory(name="Circulair")
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE pilots_pilot CASCADE")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        PilotThemeFactory(theme=theme)
        cursor.execute("ANALYZE pilots_pilot")
        for _number in range(8):
            PilotThemeFactory(theme=theme)  # PostgreSQL plans for good how to find a pilot: by reading so small a table
    before = rows_read_in_order(Pilot)

    PilotResource().import_data(sheet(["Naam", "Thema's"], *([f"Nieuw {n}", "Circulair"] for n in range(2_000))))

    assert PilotTheme.objects.count() == 2_009
    assert rows_read_in_order(Pilot) - before < 1_500_000  # a million by the first thousand, few by the next


def rows_read_in_order(model):
    """In this transaction, by going through the table from its beginning."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq_tup_read FROM pg_stat_xact_user_tables WHERE relname = %s", [model._meta.db_table])
        return cursor.fetchone()[0]
