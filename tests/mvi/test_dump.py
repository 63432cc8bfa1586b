"""`manage.py backup` and `restore`, on databases of their own beside the one of the tests."""

import stat
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import InternalError, connection

from mvi.models import AuditEvent
from mvi.postgres import dump, programs
from mvi.postgres.server import PostgresError
from tests.factories.pilots import PilotFactory
from tests.factories.strategy import GoalFactory
from tests.factories.workshops import ContributionFactory

# Not because rows must be seen by others (each test has databases of its own), but because a connection that changes
# its database cannot be inside a transaction.
pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def connected_to(name):
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


@pytest.fixture
def new_database(db):
    """Make a database, empty or as a copy of the tests' own, and remove it afterwards."""
    usual = connection.settings_dict["NAME"]
    made = []

    def run(sql, *parameters):
        with connected_to("postgres"), connection.cursor() as cursor:
            cursor.execute(sql, parameters)

    def make(name, template="template0"):
        made.append(f"{usual}_{name}")
        # A database that somebody is connected to cannot be copied; tests with threads may have left one behind.
        run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", template)
        run(f'CREATE DATABASE "{made[-1]}" TEMPLATE "{template}"')
        return made[-1]

    yield make
    for name in made:
        run(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def full(new_database):
    """A database with something in every app."""
    name = new_database("full", template=connection.settings_dict["NAME"])
    with connected_to(name):
        PilotFactory(name="Maaien van “bermen” \\ é")
        GoalFactory()
        ContributionFactory()
        AuditEvent.objects.create(action="add", result="success", origin="127.0.0.1")
    return name


def checksums():
    """Of every table the number of rows and a checksum over their contents."""
    rows = "SELECT count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM {} AS t"
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(rows.format(connection.ops.quote_name(table)))
            found[table] = cursor.fetchone()
    return found


def test_a_restored_database_equals_the_one_of_the_backup(full, new_database, tmp_path, capsys):
    file = tmp_path / "backup"
    with connected_to(full):
        before = checksums()
        call_command("backup", file)
    with connected_to(new_database("restored")):
        call_command("restore", file)
        assert checksums() == before
        with (
            pytest.raises(InternalError, match="Cannot update or delete rows from mvi_auditevent"),
            connection.cursor() as cursor,
        ):
            cursor.execute("DELETE FROM mvi_auditevent")

    assert before["pilots_pilot"][0] == 1
    assert before["mvi_auditevent"][0] == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert capsys.readouterr().out == (
        f"The database is in {file}. Keep it where the database is not.\n"
        f"Restored from {file}. Run `manage.py migrate` when this version is newer than the backup.\n"
    )


def test_restore_refuses_a_database_with_anything_in_it(full, tmp_path):
    file = tmp_path / "backup"
    with connected_to(full):
        dump.backup(connection, file)
        before = checksums()
        with pytest.raises(PostgresError, match=r"^This database is not empty, and a restore would mix two histories"):
            dump.restore(connection, file)
        assert checksums() == before


def test_restore_of_half_a_file_restores_nothing(full, new_database, tmp_path):
    file = tmp_path / "backup"
    with connected_to(full):
        dump.backup(connection, file)
    half = tmp_path / "half"
    half.write_bytes(file.read_bytes()[: file.stat().st_size // 2])

    with connected_to(new_database("restored")):
        with pytest.raises(PostgresError, match=r"^pg_restore failed: "):
            dump.restore(connection, half)
        assert checksums() == {}
        with pytest.raises(PostgresError, match=r"^Cannot read .*/missing\.$"):
            dump.restore(connection, tmp_path / "missing")


def test_a_backup_that_fails_leaves_the_older_one(full, tmp_path):
    file = tmp_path / "backup"
    file.write_text("older")
    (tmp_path / "backup.new").symlink_to("/dev/full")
    with connected_to(full), pytest.raises(PostgresError, match=r"^pg_dump failed: .*No space left on device"):
        dump.backup(connection, file)
    assert file.read_text() == "older"
    assert not (tmp_path / "backup.new").exists()

    with connected_to(full), pytest.raises(PostgresError, match=r"^Cannot write .*: No such file or directory\.$"):
        dump.backup(connection, tmp_path / "missing" / "backup")


def test_a_backup_needs_programs_as_new_as_the_server():
    with pytest.raises(PostgresError, match=r"^No pg_dump for PostgreSQL 99 .*: install postgresql-client-99\.$"):
        programs.able_to_dump(99)
