"""`python -m tests`: the whole suite, with the gate on coverage; what `make test` runs."""

import os
import shutil
import subprocess
import sys

import pytest

from tests import chromium

ADVICE = """
!!! The journeys in a browser were NOT RUN: this machine has no Chromium.
!!! Install it and run again. Debian: apt-get install chromium"""


class NothingSkipped:
    """In CI a skipped test is a failed run: there everything that tests need can be had."""

    skipped = 0

    def pytest_runtest_logreport(self, report):
        self.skipped += report.skipped and not hasattr(report, "wasxfail")

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session):
        if self.skipped and os.environ.get("CI") and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter):
        if self.skipped and os.environ.get("CI"):
            terminalreporter.write_line(f"{self.skipped} tests were skipped; in CI nothing may be.", red=True)


def install_chromium():
    """Debian's package, where this is a Debian and we are root."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    say("Installing Chromium for the journeys")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", *arguments], env=environment, stdin=subprocess.DEVNULL, check=False)  # noqa: S607


def say(text):
    sys.stdout.write(f"=== {text}\n")
    sys.stdout.flush()


def main(arguments):
    """First all that needs no browser; then the journeys, of which whoever is free takes the next from who is not."""
    if not chromium.find():
        install_chromium()
    spread = ["-n", "auto", "--maxprocesses", "8", *arguments]
    quick, journeys = [*spread, "-m", "not journey"], [*spread, "-m", "journey", "--dist", "worksteal"]
    if not os.environ.get("DATABASE_URL"):  # the code of the embedded database runs only where that is used
        quick += ["--cov", "--cov-report", "term"]
    say("Running the tests")
    found = [pytest.main(quick, plugins=[NothingSkipped()])]
    if chromium.find():
        say("Running the journeys in a browser")
        found.append(pytest.main(journeys, plugins=[NothingSkipped()]))
    else:
        say(ADVICE)
    return max(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
