"""Measuring is asked for by name (`make bench`); it is no part of the test suite."""

import gc
import hashlib
import io
import time

import pytest
from django.template.base import Template
from django.test.utils import _TestState
from xlsxwriter import Workbook

# What the same work takes on the machine that the budgets are for: C that calculates, and Python that writes text.
PASSWORD = 215  # milliseconds for a million rounds
SHEET = 4.35  # seconds for a hundred thousand rows of nine cells


def pytest_ignore_collect(collection_path, config):
    return not any("bench" in argument for argument in config.args) or None


@pytest.fixture(autouse=True)
def _pace(capsys):
    """Say how many times as long this machine takes as the one that the budgets are for, before and after the test."""
    before = pace()
    yield
    after = pace()
    with capsys.disabled():
        print(f"\nthe budgets are for a machine that takes less time: {before} before, {after} after", end="")  # noqa: T201


def pace():
    return f"1/{hashing() / PASSWORD:.2f} for a password and 1/{writing() / SHEET:.2f} for a sheet"


def hashing():
    """Milliseconds to check a password of a million rounds."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        hashlib.pbkdf2_hmac("sha256", b"a password", b"and its salt", 100_000)
        times.append(time.perf_counter() - start)
    return 10 * 1000 * min(times)


def writing():
    """Seconds to write a sheet of a hundred thousand rows of nine cells, row by row."""
    start = time.perf_counter()
    book = Workbook(io.BytesIO(), {"constant_memory": True})
    sheet = book.add_worksheet()
    for row in range(5_000):
        for column in range(9):
            if column % 3:
                sheet.write_string(row, column, f"cell {row} {column}")
            else:
                sheet.write_number(row, column, row * 1.5)
    book.close()
    return 20 * (time.perf_counter() - start)


@pytest.fixture
def as_served(monkeypatch):
    """Templates as the server draws them: the test runner copies every context of every part for the tests to read."""
    monkeypatch.setattr(Template, "_render", _TestState.saved_data.template_render)
    gc.freeze()  # as mvi/wsgi.py does
