"""A backup of the database in one file, and a database from such a file, by PostgreSQL's own programs."""

import os
import subprocess
import tempfile
from pathlib import Path

from mvi.postgres.programs import able_to_dump, newest
from mvi.postgres.server import PostgresError

# What the connection of Django knows, under the names by which the programs read it.
ENVIRONMENT = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "options": "PGOPTIONS",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
}
WITHOUT_ACCOUNTS = ("--no-owner", "--no-privileges")  # the other database may have other accounts
COUNT_RELATIONS = """
    SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'
"""


def backup(connection, path):
    """Write everything in this database to the file, which has its name only when it is whole."""
    path = Path(path)
    new = path.with_name(path.name + ".new")
    try:
        new.touch(mode=0o600)  # people's data: for nobody else
        environment = access_to(connection)
        programs = able_to_dump(connection.pg_version // 10_000)
        run(programs, "pg_dump", "--format=custom", *WITHOUT_ACCOUNTS, f"--file={new}", environment=environment)
        new.replace(path)
    except OSError as problem:
        raise PostgresError(f"Cannot write {path}: {problem.strerror}.") from None
    finally:
        new.unlink(missing_ok=True)


def restore(connection, path):
    """Fill this empty database from the file: everything, or nothing when something goes wrong."""
    if not os.access(path, os.R_OK):
        raise PostgresError(f"Cannot read {path}.")
    with connection.cursor() as cursor:
        cursor.execute(COUNT_RELATIONS)
        if cursor.fetchone()[0]:
            raise PostgresError(
                "This database is not empty, and a restore would mix two histories: restore into a new one "
                "(set DATABASE_URL to it; for the embedded database move var/postgres away)."
            )
    newest_programs = newest("pg_restore")
    with tempfile.TemporaryDirectory() as directory:
        sql = Path(directory, "restore.sql")
        run(newest_programs, "pg_restore", *WITHOUT_ACCOUNTS, f"--file={sql}", str(path))
        leave_out_unknown_settings(sql)
        arguments = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", f"--file={sql}"]
        run(newest_programs, "psql", *arguments, environment=access_to(connection))


def leave_out_unknown_settings(sql):
    """Make a comment of what PostgreSQL before 17 does not know, so that a backup also fits an older server."""
    with sql.open("r+b") as file:
        beginning = file.read(4096)
        file.seek(0)
        file.write(beginning.replace(b"SET transaction_timeout", b"--- transaction_timeout"))


def access_to(connection):
    connection.ensure_connection()
    info = connection.connection.info
    known = info.dsn_parameters | {"password": info.password}
    return {ENVIRONMENT[name]: value for name, value in known.items() if name in ENVIRONMENT and value}


def run(programs, program, *arguments, environment=None):
    done = subprocess.run(
        [programs.directory / program, *arguments],
        env=os.environ | (environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise PostgresError(f"{program} failed: {done.stderr.strip()}")
