"""`manage.py demo`: what `make demo` runs once everything is installed."""

import contextlib
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time

from django.conf import settings
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from mvi.management.demo.people import ADDRESSES, PASSWORD

HOST = "127.0.0.1"
START_PATIENCE = 30  # seconds
STOP_PATIENCE = 5


class Command(BaseCommand):
    help = "Run the demo: the Emmen case in a web server on this machine, until Ctrl-C."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args, port, **options):
        if not settings.DEMO:
            raise CommandError("This is for the demo only: run `make demo`, which sets MVI_DEMO=1.")
        check_that_it_is_free(port)
        for end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(end, signal.default_int_handler)  # also where a script started it, which leaves Ctrl-C out
        try:
            self.prepare()
            self.serve(port)
        except KeyboardInterrupt:
            self.say("Stopped.")
        finally:
            stop_database()

    def prepare(self):
        self.say("Preparing the database")
        call_command("migrate", verbosity=0)
        self.say("Loading the Emmen case")
        call_command("load_demo", stdout=self.stdout)
        gathered, now = settings.STATIC_ROOT / ".gathered", static_fingerprint()
        if not gathered.exists() or gathered.read_text() != now:  # compressing them takes seconds
            self.say("Gathering the static files")
            call_command("collectstatic", clear=True, interactive=False, verbosity=0)
            gathered.write_text(now)

    def serve(self, port):
        self.say("Starting the web server")
        os.environ.setdefault("SITE_URL", f"http://{HOST}:{port}")  # where the links in its mails lead
        server, worker = started(web_server(port)), started([sys.executable, "manage.py", "run_jobs"])
        try:
            wait_until_it_answers(port, server)
            self.say(f"MVI-kompas is on http://{HOST}:{port} (Ctrl-C stops it). Log in with one of these:")
            for address in ADDRESSES:
                self.stdout.write(f"      {address:32} {PASSWORD}")
            self.stdout.flush()
            server.wait()
            raise CommandError("The web server stopped by itself; the lines above say why.")
        finally:
            stop(worker)
            stop(server)

    def say(self, text):
        self.stdout.write(f"=== {text}")
        self.stdout.flush()


def check_that_it_is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # what an earlier run left does not count
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            raise CommandError(f"Port {port} cannot be had: choose another one, as in `make demo PORT=8001`.") from None


def static_fingerprint():
    """Changes with any file that collectstatic would gather."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(StaticFilesConfig.ignore_patterns):
            digest.update(f"{name} {os.stat(storage.path(name)).st_mtime_ns}\n".encode())
    return digest.hexdigest()


def web_server(port):
    """Granian, as for real: two processes that do one request at a time; the rest waits in a queue."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "warning"),
        *("--host", HOST, "--port", str(port), "--workers", "2", "--blocking-threads", "1"),
        *("--backpressure", "256", "--respawn-failed-workers", "mvi.wsgi:application"),
    ]


def started(command):
    return subprocess.Popen(command, cwd=settings.BASE_DIR, start_new_session=True)


def wait_until_it_answers(port, server):
    deadline = time.monotonic() + START_PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise CommandError("The web server did not start; the lines above say why.")


def stop(server):
    """Let it finish its requests; what is left of it after that goes too."""
    for end in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(end, signal.SIG_IGN)
    server.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.wait(STOP_PATIENCE)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()


def stop_database():
    connection.close()
    if hasattr(connection, "leave_server"):  # the embedded one; any other is not ours to stop
        connection.leave_server()
