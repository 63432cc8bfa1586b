"""Measuring is asked for by name (`make bench`); it is no part of the test suite."""

import gc
import hashlib
import time

import pytest
from django.template.base import Template
from django.test.utils import _TestState

ROUNDS, AS_MEANT = 1_000_000, 215  # milliseconds that so many rounds take on the machine the budgets are for


def pytest_ignore_collect(collection_path, config):
    return not any("bench" in argument for argument in config.args) or None


@pytest.fixture(autouse=True)
def _pace(capsys):
    """Say how this machine compares with the one that the budgets are for: the work of checking a password, timed."""
    paces = [hashing()]
    yield
    paces.append(hashing())
    said = " and ".join(f"{pace:.0f}" for pace in paces)
    with capsys.disabled():
        print(f"\nchecking a password takes {said} ms before and after; the budgets are for {AS_MEANT} ms", end="")  # noqa: T201


def hashing():
    times = []
    for _ in range(5):
        start = time.perf_counter()
        hashlib.pbkdf2_hmac("sha256", b"a password", b"and its salt", ROUNDS // 10)
        times.append(time.perf_counter() - start)
    return 10 * 1000 * min(times)


@pytest.fixture
def as_served(monkeypatch):
    """Templates as the server draws them: the test runner copies every context of every part for the tests to read."""
    monkeypatch.setattr(Template, "_render", _TestState.saved_data.template_render)
    gc.freeze()  # as mvi/wsgi.py does
