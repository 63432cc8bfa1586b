"""The keeper of one embedded PostgreSQL: a small process of its own that starts it, and stops it after the last user.

Every process that uses the database holds a shared lock on users.lock; the keeper waits for the exclusive one. It gets
that when all users are gone, also when they were killed. `python -m mvi.postgres.keeper ROOT` prints "ready", or in one
line why the database cannot start.
"""

import contextlib
import fcntl
import hashlib
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mvi.postgres.programs import for_account, newest, of_major
from mvi.postgres.server import DATABASE, LONGEST_SOCKET_PATH, PATIENCE, PORT, PostgresError, Server

# A postmaster that was killed may still be dying, or its last children: wait for them.
STILL_DYING = ("pre-existing shared memory block", 'lock file "postmaster.pid" already exists')
NO_ROOM = ("No space left on device", "Disk quota exceeded", "File too large", "File size limit exceeded")
OUT_OF_REACH_OF_OTHERS = Path("/var/lib/mvi-kompas")  # root's databases, where nobody may enter the checkout


def main(root):
    """Start the database, wait until nobody uses it, stop it."""
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)  # only the last user ends us; systemd and terminals signal everyone
    server = Server(root)
    try:
        keeper_lock = become_the_keeper(server)
        postgres = start(server)
    except PostgresError as problem:
        print(problem)  # noqa: T201 -- the report to the process that started us
        return
    except OSError as problem:
        print(explained(f"{problem.strerror}: {problem.filename}", server))  # noqa: T201
        return
    try:
        with contextlib.suppress(BrokenPipeError):  # our starter may be gone already
            print("ready", flush=True)  # noqa: T201
        leave_the_terminal(server)
        with open(server.users_lock, "a") as users:
            wait_for_the_last_user(users, postgres)
            stop(postgres)
            remove_socket_directory(server)
            # In this order: who then gets users.lock must see that there is no keeper any more.
            keeper_lock.close()
    finally:
        stop(postgres)


def become_the_keeper(server):
    """The lock that says so; our starter saw that it is free, at most somebody else looks at this very moment."""
    file = open(server.keeper_lock, "a")  # noqa: SIM115 -- held until the database has stopped
    fcntl.flock(file, fcntl.LOCK_EX)
    return file


def leave_the_terminal(server):
    """Let go of the pipe to our starter; what we still say goes to the log."""
    with open(server.log, "a") as log:
        os.dup2(log.fileno(), sys.stdout.fileno())
        os.dup2(log.fileno(), sys.stderr.fileno())


class DatabaseGoneError(Exception):
    """PostgreSQL ended by itself: the next user needs a new keeper."""


def wait_for_the_last_user(users, postgres):
    def gone(signum, frame):
        if postgres.poll() is not None:
            raise DatabaseGoneError

    signal.signal(signal.SIGCHLD, gone)
    try:
        gone(None, None)  # it may have ended before we listened
        fcntl.flock(users, fcntl.LOCK_EX)
    except DatabaseGoneError:
        pass
    finally:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def stop(postgres):
    """A “fast” stop: open transactions are rolled back, everything committed is on disk."""
    if postgres.poll() is None:
        postgres.send_signal(signal.SIGINT)
        postgres.wait()


# Starting


def start(server):
    """PostgreSQL, running and ready, as a child of this process."""
    account = account_for(server)
    home = home_for(server, account)
    stop_orphan(server)
    version = read_version(server)
    programs = for_account(of_major(version, server.data) if version else newest(), account, home)
    if not version:
        create(server, home, programs, account)
    socket_directory = choose_socket_directory(server, home, account)
    if server.log.exists():
        server.log.replace(server.root / "log.old")
    command = [
        programs.directory / "postgres",
        *("-D", server.data.resolve()),
        *("-c", "listen_addresses="),
        *("-c", f'unix_socket_directories="{socket_directory}"'),
        *("-c", "unix_socket_permissions=0700"),
        *("-c", f"port={PORT}"),
        *("-c", "jit=off"),  # costs more than it brings on queries this small
    ]
    deadline = time.monotonic() + PATIENCE
    while True:
        forget_dead_postmaster(server)
        said_before = server.log.stat().st_size if server.log.exists() else 0
        with open(server.log, "a") as log:
            postgres = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, cwd="/", **account
            )
        while postgres.poll() is None:
            if server.answers() and server.is_ready():
                return postgres
            time.sleep(0.02)
        said = server.log.read_bytes()[said_before:].decode(errors="replace")
        if not any(reason in said for reason in STILL_DYING) or time.monotonic() > deadline:
            raise explained(said, server)
        time.sleep(0.2)


def account_for(server):
    """Who runs PostgreSQL, as arguments for subprocess: it refuses root, so root lends it an account without rights."""
    if os.geteuid() != 0:
        return {}
    person = pwd.getpwnam("nobody")
    owner = (server.data if server.data.exists() else Path(__file__)).stat().st_uid
    if owner != 0:
        with contextlib.suppress(KeyError):  # a container does not know every owner of what is mounted in it
            person = pwd.getpwuid(owner)
    return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}


def home_for(server, account):
    """The directory of the data: `root` itself, unless the account of PostgreSQL may not enter it."""
    if server.data.is_symlink():
        return server.data.resolve().parent
    give(server.root, account)
    for file in (server.users_lock, server.keeper_lock, server.start_lock):
        give(file, account)
    if may_enter(server.root, account):
        return server.root
    name = hashlib.sha256(os.fsencode(server.root)).hexdigest()[:16]
    home = OUT_OF_REACH_OF_OTHERS / name
    with contextlib.suppress(OSError):
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        home.parent.chmod(0o755)
        give(home, account)
    if not may_enter(home, account):
        raise PostgresError(
            f"PostgreSQL does not run as root, and the account “nobody” cannot enter {server.root}: "
            "run this as an ordinary user, or move the checkout to a place others may enter, such as /srv."
        )
    return home


def may_enter(directory, account):
    command = ["/bin/sh", "-c", 'cd "$0"', directory]
    return subprocess.run(command, cwd="/", stderr=subprocess.DEVNULL, check=False, **account).returncode == 0


def give(path, account):
    if account:
        os.chown(path, account["user"], account["group"])


def read_version(server):
    """The major version that made the data; nothing when there is no data yet."""
    try:
        return int((server.data / "PG_VERSION").read_text())
    except FileNotFoundError:
        return None


def stop_orphan(server):
    """A database whose keeper was killed has nobody to stop it: stop it here, and start it as our own child."""
    if server.answers():
        os.kill(postmaster_pid(server), signal.SIGINT)
        deadline = time.monotonic() + PATIENCE
        while server.answers() and time.monotonic() < deadline:
            time.sleep(0.02)


def postmaster_pid(server):
    return int((server.data / "postmaster.pid").read_text().split()[0])


def forget_dead_postmaster(server):
    """Free the lock of a killed PostgreSQL, where its process number lives on in a zombie or in another program.

    That happens in containers. PostgreSQL sees its own parent's number as free; its check that no orphan of the old
    one still uses the shared memory stays.
    """
    try:
        pid = postmaster_pid(server)
        status = Path(f"/proc/{pid}/stat").read_text()
    except (OSError, ValueError, IndexError):
        return
    program, state = status[status.index("(") + 1 : status.rindex(")")], status[status.rindex(")") + 2]
    if program != "postgres" or state == "Z":
        lock = server.data / "postmaster.pid"
        lock.write_text(lock.read_text().replace(str(pid), str(os.getpid()), 1))
        (server.socket_directory / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)


def create(server, home, programs, account):
    """Make the data directory, whole or not at all: it gets its name when everything is in it."""
    new = home / "data.new"
    password = home / "password.new"
    shutil.rmtree(new, ignore_errors=True)
    try:
        password.write_text(secrets.token_urlsafe(24))
        password.chmod(0o600)
        give(password, account)
        postgres = [programs.directory / "postgres", "--single", "-D", new, "postgres"]
        for command, text in (
            ([programs.directory / "initdb", "-D", new, f"--pwfile={password}", *programs.initdb_options()], b""),
            (postgres, f"CREATE DATABASE {DATABASE}".encode()),
        ):
            done = subprocess.run(
                command, input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd="/", check=False, **account
            )
            if done.returncode != 0:
                raise explained(done.stdout.decode(errors="replace"), server)
        password.rename(new / "password")
        new.rename(home / "data")
    finally:
        password.unlink(missing_ok=True)
        shutil.rmtree(new, ignore_errors=True)
    if home != server.root:
        server.data.symlink_to(home / "data")


def choose_socket_directory(server, home, account):
    """The directory of the data, or where that path is too long for a socket, a private one in a short place."""
    remove_socket_directory(server)
    directory = home
    if not fits(home):
        directory = None
        for place in (tempfile.gettempdir(), os.environ.get("XDG_RUNTIME_DIR")):
            if place and fits(Path(place, "mvi-postgres-12345678")) and os.access(place, os.W_OK):
                directory = tempfile.mkdtemp(prefix="mvi-postgres-", dir=place)
                give(directory, account)
                break
        else:
            raise PostgresError(
                f"The path {home} is too long for the socket of a database: "
                "set TMPDIR to a short directory that you may write, or move the checkout."
            )
    server.socket_note.write_text(str(directory))
    give(server.socket_note, account)
    return directory


def fits(directory):
    return len(os.fsencode(directory / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET_PATH


def remove_socket_directory(server):
    if server.socket_directory.name.startswith("mvi-postgres-"):
        shutil.rmtree(server.socket_directory, ignore_errors=True)


def explained(said, server):
    """What PostgreSQL said when it failed, as one line that says what to do."""
    if any(reason in said for reason in NO_ROOM) or shutil.disk_usage(server.root).free < 1_000_000:
        return PostgresError(f"The disk of {server.root} is full: make room and try again. Nothing was lost.")
    complaints = [line for line in said.splitlines() if line.strip()]
    fatal = [line for line in complaints if "FATAL" in line or "error:" in line]
    reason = (fatal or complaints or ["it said nothing"])[-1].strip()
    return PostgresError(f"The embedded database did not start: {reason} (all of it is in {server.log})")


if __name__ == "__main__":
    main(sys.argv[1])
