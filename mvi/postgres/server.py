"""One embedded PostgreSQL, seen from the processes that use it."""

import fcntl
import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

PORT = 5432  # only part of the socket's name; nothing listens on the network
USER = "mvi"
DATABASE = "mvi"
LONGEST_SOCKET_PATH = 103  # bytes: Linux allows 107, macOS 103
PATIENCE = 90  # seconds: recovery after a crash may take long on a slow disk
LEAVE_PATIENCE = 5
SSL_REQUEST = b"\0\0\0\x08\x04\xd2\x16\x2f"  # the one question every PostgreSQL answers before log-in

_users_locks = {}  # root of the server → descriptor; a held lock says "in use", forked children hold it too
_users_locks_guard = threading.Lock()


class PostgresError(Exception):
    """Why there is no database; the text is one line that says what to do."""


@contextmanager
def locked(path, how=fcntl.LOCK_EX):
    """Hold a lock on this file; the system releases it when the process dies, however it dies."""
    with open(path, "a") as file:
        fcntl.flock(file, how)
        yield file


class Server:
    """The database of one checkout: where its files are, whether it answers, and how to have it running."""

    def __init__(self, root):
        self.root = Path(root).absolute()
        self.data = self.root / "data"
        self.log = self.root / "log"
        self.password_file = self.data / "password"
        self.socket_note = self.root / "socket"  # names the socket's directory where `root` itself is too long
        self.users_lock = self.root / "users.lock"
        self.keeper_lock = self.root / "keeper.lock"
        self.start_lock = self.root / "start.lock"

    @property
    def password(self):
        return self.password_file.read_text()

    @property
    def socket_directory(self):
        try:
            return Path(self.socket_note.read_text())
        except FileNotFoundError:
            return self.root

    def use(self):
        """Have the database running for as long as this process lives."""
        self._make_root()
        self._hold_users_lock()
        deadline = time.monotonic() + PATIENCE
        while not self.is_running():
            if time.monotonic() > deadline:
                raise PostgresError(f"The embedded database does not answer; {self.log} says why.")
            with locked(self.start_lock):
                if not self.is_kept():
                    self._start_keeper()
            time.sleep(0.02)

    def is_running(self):
        return self.is_kept() and self.answers() and self.is_ready()

    def is_kept(self):
        """A keeper is alive: it holds this lock all its life."""
        try:
            with locked(self.keeper_lock, fcntl.LOCK_SH | fcntl.LOCK_NB):
                return False
        except BlockingIOError:
            return True
        except FileNotFoundError:  # never used yet
            return False

    def answers(self):
        """PostgreSQL is behind the socket; a pid file or a process number proves nothing after a crash."""
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(5)
            try:
                probe.connect(str(self.socket_directory / f".s.PGSQL.{PORT}"))
                probe.sendall(SSL_REQUEST)
                return probe.recv(1) in {b"N", b"S"}
            except OSError:
                return False

    def is_ready(self):
        """The start (and the recovery after a crash) is finished; only asked when the socket answers."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return lines[7:8] == ["ready   "]

    def _make_root(self):
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            for lock in (self.users_lock, self.keeper_lock, self.start_lock):
                lock.touch()
        except PermissionError:
            raise PostgresError(
                f"{self.root} belongs to another user: run this as that user, or use a checkout of your own."
            ) from None
        except OSError as problem:
            raise PostgresError(f"Cannot write {self.root}: {problem.strerror}.") from None

    def _hold_users_lock(self):
        with _users_locks_guard:
            if self.root not in _users_locks:
                lock = os.open(self.users_lock, os.O_RDWR)  # stays open for the life of the process
                fcntl.flock(lock, fcntl.LOCK_SH)  # waits while a keeper is stopping the database
                _users_locks[self.root] = lock

    def leave(self):
        """Stop using it before the end of this process; wait a moment to see it stop, if this was the last user."""
        with _users_locks_guard:
            if self.root in _users_locks:
                os.close(_users_locks.pop(self.root))
        deadline = time.monotonic() + LEAVE_PATIENCE
        while self.is_kept() and time.monotonic() < deadline:
            time.sleep(0.02)

    def _start_keeper(self):
        """Run the keeper apart from this process and its terminal; it reports by one line on its standard output."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        report = subprocess.run(
            # The shell puts it in the background, so that it is not our child: we need not reap it.
            ["/bin/sh", "-c", '"$@" &', "sh", sys.executable, "-m", "mvi.postgres.keeper", self.root],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment | {"LC_ALL": "C"},
            cwd=Path(__file__).parents[2],
            start_new_session=True,
            text=True,
            check=False,
        ).stdout.strip()
        if report != "ready":
            raise PostgresError(report or f"The embedded database did not start; {self.log} says why.")
