"""`manage.py demo`, as a person runs it: in a process of its own, with a database of its own."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from mvi.management.commands import demo
from mvi.postgres import dump
from mvi.postgres.server import Server


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def place():
    with tempfile.TemporaryDirectory(prefix="mvi-test-", ignore_cleanup_errors=True) as directory:
        os.chmod(directory, 0o755)  # noqa: S103 -- the account of PostgreSQL must be able to enter it
        yield Path(directory)


@pytest.fixture
def environment(place):
    """A demo that has its files in a place of its own."""
    theirs = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "PYTEST_VERSION"}}
    return theirs | {"MVI_DEMO": "1", "MVI_VAR": str(place)}


@pytest.fixture
def with_tables(db, environment, place):
    """The tables are there already, copied from those of the tests: migrating takes far longer."""
    dump.backup(connection, place / "tables")
    subprocess.run(
        [sys.executable, "manage.py", "restore", place / "tables"], cwd=settings.BASE_DIR, env=environment, check=True
    )


def command(port):
    return [sys.executable, "manage.py", "demo", "--port", str(port)]


@contextmanager
def running(environment, port):
    """The demo, at the moment that it says where it is."""
    with subprocess.Popen(
        command(port),
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            said = []
            while not (said and said[-1].startswith("      beheerder@demo.example")):
                said.append(process.stdout.readline())
                assert said[-1], process.stderr.read()
            process.said = "".join(said)
            yield process
        finally:
            process.terminate()


def granian(process):
    """The processes of the web server, the main one first."""
    main = int(Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()[0])
    return [main, *map(int, Path(f"/proc/{main}/task/{main}/children").read_text().split())]


def is_gone(pid):
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z"


def test_the_demo_serves_until_it_is_stopped_and_leaves_nothing_running(with_tables, environment, place, port):
    with running(environment, port) as process:
        assert f"MVI-kompas is on http://127.0.0.1:{port} (Ctrl-C stops it)" in process.said
        assert "      inkoper@demo.example             mvi-demo-2026\n" in process.said
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/account/login/") as page:
            assert page.status == 200
        second = subprocess.run(
            command(port), cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
        )
        processes = granian(process)
        process.send_signal(signal.SIGINT)
        assert process.stdout.read() == "=== Stopped.\n"
    assert process.returncode == 0
    assert all(is_gone(pid) for pid in processes)
    assert not Server(place / "postgres").is_kept()
    assert second.returncode == 1
    assert f"Port {port} cannot be had: choose another one, as in `make demo PORT=8001`.\n" in second.stderr

    with running(environment, port) as process:
        assert "Gathering the static files" not in process.said
        processes = granian(process)
        os.kill(processes[0], signal.SIGKILL)
        assert "The web server stopped by itself" in process.stderr.read()
    assert process.returncode == 1
    assert all(is_gone(pid) for pid in processes)
    assert not Server(place / "postgres").is_kept()


def test_only_the_demo_runs_the_demo():
    with pytest.raises(CommandError, match=r"^This is for the demo only: run `make demo`"):
        call_command("demo")


def test_a_web_server_that_does_not_start_is_not_waited_for(port):
    with (
        subprocess.Popen([sys.executable, "-c", ""]) as server,
        pytest.raises(CommandError, match=r"^The web server did not start"),
    ):
        demo.wait_until_it_answers(port, server)
