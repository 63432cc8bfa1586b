"""How long 10,000 pilots take to come in and go out, as ratios to a bare COPY of the same rows in the same run."""

import io
import re
import resource
import statistics
import time
from collections import defaultdict
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest
from django.db import connection, transaction
from tablib import Dataset

from mvi.models import SearchItem
from mvi.sheets import files, workbook
from mvi.sheets.trial import trial
from pilots.models import Pilot, PilotTheme
from pilots.resources import PilotResource
from strategy.models import FrameworkTheme
from strategy.resources import FrameworkThemeResource
from tests.factories.mvi import UserFactory
from tests.factories.strategy import FrameworkFactory, ThemeFactory

PILOTS = 10_000
ROWS = 100_000
PROSE = "Waarom wij dit willen, en wat het de inwoners oplevert. " * 5


def sheet():
    """Ten thousand pilots, with all columns."""
    names = PilotResource().headings()
    return Dataset(*pilots(names, PILOTS, *relations()), headers=list(names.values()))


def relations():
    return [theme.name for theme in ThemeFactory.create_batch(5)], UserFactory().email


def pilots(names, most, themes, buyer):
    """With two themes and a buyer for each pilot."""
    for number in range(most):
        cells = dict.fromkeys(("summary", "client", "budget_holder"), "Kort en goed")
        cells |= dict.fromkeys(("need", "ambition", "question", "collaboration"), PROSE)
        cells |= {"name": f"Pilot {number}", "question_kind": "uitnodigen", "contract_type": "diensten"}
        cells |= {"themes": "\n".join((themes[number % 5], themes[(number + 1) % 5])), "buyer": buyer}
        cells |= {"estimate": 1000 + number, "starts_on": "2026-01-01", "ends_on": "2026-12-31", "biobased": "ja"}
        yield [cells.get(name) for name in names]


def keep(path, *words):
    """A file of so many pilots, each with texts of its own, made in a process of its own for the same reason."""
    names = PilotResource().headings()
    rows = ([f"{cell} {row[0]}" if cell == PROSE else cell for cell in row] for row in pilots(names, *words))
    path.write_bytes(files.Xlsx().export_data(Dataset(*rows, headers=list(names.values()))))


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def usual(work):
    """The median of three times, as of the import."""
    return statistics.median(seconds(work) for _time in range(3))


def copy_of_cells(headers, rows):
    """The cells as text into a table without rules, indexes, triggers or history."""
    text = io.StringIO()
    for row in rows:
        text.write("\t".join(str(cell or "").replace("\n", " ") for cell in row) + "\n")
    text.seek(0)
    columns = ", ".join(f"c{number} text" for number in range(len(headers)))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE bare ({columns}) ON COMMIT DROP")
        cursor.copy_expert("COPY bare FROM STDIN", text)


def copy_of(*models):
    """Seconds for the rows that it wrote, into tables with their rules and indexes; without triggers and relations."""
    total = 0
    with connection.cursor() as cursor:
        for model in models:
            text, table = io.StringIO(), model._meta.db_table
            cursor.copy_expert(f"COPY {table} TO STDOUT", text)
            cursor.execute(f"CREATE TEMPORARY TABLE alike (LIKE {table} INCLUDING ALL)")
            text.seek(0)
            total += seconds(partial(cursor.copy_expert, "COPY alike FROM STDIN", text))
            cursor.execute("DROP TABLE alike")
    return total


def grown_by(work):
    """How many MB the process is larger at its peak, from here on."""
    Path("/proc/self/clear_refs").write_text("5")  # the peak is that of now
    before = megabytes("VmRSS")
    work()
    return megabytes("VmHWM") - before


def megabytes(name):
    found = re.search(rf"{name}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) // 1024


@pytest.mark.django_db
def test_a_hundred_thousand_rows_go_out_in_little_memory(capsys):
    """The first test of this file: what others used and gave back would hide what this one takes."""
    framework = FrameworkFactory()
    with trial(FrameworkTheme), connection.cursor() as cursor:  # not as objects, for the same reason
        cursor.execute(
            "INSERT INTO strategy_frameworktheme (framework_id, code, name, position, version, is_example)"
            " SELECT %s, 'code ' || number, 'Thema ' || number, 1, 1, true FROM generate_series(1, %s) number",
            [framework.pk, ROWS],
        )
    sent = []

    def send():
        pks = list(FrameworkTheme.objects.values_list("pk", flat=True))
        sent.append(sum(map(len, files.Csv().parts([], FrameworkThemeResource().rows(pks)))))

    start = time.perf_counter()
    grown = grown_by(send)
    duration = time.perf_counter() - start

    with capsys.disabled():
        print(f"\n{ROWS} rows as csv: {duration:.2f} s, {sent[0] // 1_000} kB, grown by {grown} MB")  # noqa: T201
    assert grown < 200


@pytest.mark.django_db
def test_a_hundred_thousand_rows_come_in_in_little_memory(capsys, tmp_path):
    """After the one that takes least, for the same reason."""
    path = tmp_path / "pilots.xlsx"
    maker = get_context("fork").Process(target=keep, args=(path, ROWS, *relations()))
    maker.start()
    maker.join()
    content, results = path.read_bytes(), []

    start = time.perf_counter()
    grown = grown_by(lambda: results.append(PilotResource().import_data(files.read(content)[""])))
    duration = time.perf_counter() - start

    with capsys.disabled():
        print(f"\n{ROWS} pilots from xlsx: {duration:.2f} s, {len(content) // 1_000} kB, grown by {grown} MB")  # noqa: T201
    assert results[0].totals["new"] == ROWS
    assert grown < 200


@pytest.mark.django_db
def test_ten_thousand_pilots_come_in_and_go_out_quickly(record_property, capsys):
    data = files.Xlsx().export_data(sheet())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def bring_in():
        rows = files.read(data)[""]
        PilotResource().import_data(rows, dry_run=True)
        PilotResource().import_data(rows)

    came_in = files.read(data)[""]
    rows, written = list(came_in), [Pilot, PilotTheme]
    all_written = [*written, *(model.pgh_event_model for model in written), SearchItem]
    found = defaultdict(list)
    for last in (False, False, True):
        with transaction.atomic():
            found["import with dry run"].append(seconds(bring_in))
            found["words to search in, afterwards"].append(seconds(SearchItem.objects.gather))
            found["its rows"].append(copy_of(*written))
            found["its rows, their history and the words to search in"].append(copy_of(*all_written))
            found["its cells as text"].append(seconds(lambda: copy_of_cells(came_in.headers, rows)))
            transaction.set_rollback(not last)
    bare = {what: statistics.median(durations) for what, durations in found.items()}
    times = {what: bare.pop(what) for what in ("import with dry run", "words to search in, afterwards")}
    pks = list(Pilot.objects.values_list("pk", flat=True))
    times["csv"] = usual(lambda: sum(map(len, files.Csv().parts([], PilotResource().rows(pks)))))
    times["xlsx"] = usual(lambda: files.Xlsx().export_data(PilotResource().export()))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    book = workbook.take(columns=workbook.resources(), file_format=files.Xlsx(), by=None)
    times["workbook"] = seconds(lambda: workbook.take(columns=workbook.resources(), file_format=files.Xlsx(), by=None))
    times["workbook in, the same again"] = seconds(
        lambda: workbook.bring_in(sheets=files.read(book), dry_run=True, file_name="bench.xlsx", by=None)
    )

    with capsys.disabled():
        for name, duration in times.items():
            print(f"\n{name}: {duration:.2f} s", end="")  # noqa: T201
        for what, duration in bare.items():
            ratio = times["import with dry run"] / duration
            print(f"\nimport: {ratio:.1f} × COPY of {what} ({duration:.2f} s)", end="")  # noqa: T201
        print(f"\ngrown by {grown} MB")  # noqa: T201
    assert Pilot.objects.count() == PILOTS
    assert grown < 200
