"""How long 10,000 pilots take to come in and go out, as ratios to a bare COPY of the same rows in the same run."""

import io
import resource
import time

import pytest
from django.db import connection
from tablib import Dataset

from mvi.sheets import files
from pilots.models import Pilot
from pilots.resources import PilotResource
from tests.factories.mvi import UserFactory
from tests.factories.strategy import ThemeFactory

PILOTS = 10_000
PROSE = "Waarom wij dit willen, en wat het de inwoners oplevert. " * 5


def sheet():
    """All columns, with two themes and a buyer for each pilot."""
    themes = [theme.name for theme in ThemeFactory.create_batch(5)]
    buyer = UserFactory().email
    names = PilotResource().headings()
    rows = []
    for number in range(PILOTS):
        cells = dict.fromkeys(("summary", "client", "budget_holder"), "Kort en goed")
        cells |= dict.fromkeys(("need", "ambition", "question", "collaboration"), PROSE)
        cells |= {"name": f"Pilot {number}", "question_kind": "uitnodigen", "contract_type": "diensten"}
        cells |= {"themes": "\n".join((themes[number % 5], themes[(number + 1) % 5])), "buyer": buyer}
        cells |= {"estimate": 1000 + number, "starts_on": "2026-01-01", "ends_on": "2026-12-31", "biobased": "ja"}
        rows.append([cells.get(name) for name in names])
    return Dataset(*rows, headers=list(names.values()))


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def copy_of(dataset):
    """The least that any import can take: the rows as text into a table without rules, triggers or history."""
    text = io.StringIO()
    for row in dataset:
        text.write("\t".join(str(cell or "").replace("\n", " ") for cell in row) + "\n")
    text.seek(0)
    columns = ", ".join(f"c{number} text" for number in range(len(dataset.headers)))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE bare ({columns}) ON COMMIT DROP")
        cursor.copy_expert("COPY bare FROM STDIN", text)


@pytest.mark.django_db
def test_ten_thousand_pilots_come_in_and_go_out_quickly(record_property, capsys):
    data = files.Xlsx().export_data(sheet())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def bring_in():
        rows = files.read(data)[""]
        PilotResource().import_data(rows, dry_run=True)
        PilotResource().import_data(rows)

    times = {"import with dry run": seconds(bring_in)}
    rows = files.read(data)[""]
    bare = seconds(lambda: copy_of(rows))
    pks = list(Pilot.objects.values_list("pk", flat=True))
    times["csv"] = seconds(lambda: sum(map(len, files.Csv().lines([], PilotResource().rows(pks)))))
    times["xlsx"] = seconds(lambda: files.Xlsx().export_data(PilotResource().export()))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024

    with capsys.disabled():
        for name, duration in times.items():
            print(f"\n{name}: {duration:.2f} s, {duration / bare:.1f} × COPY", end="")  # noqa: T201
        print(f"\ngrown by {grown} MB")  # noqa: T201
    assert Pilot.objects.count() == PILOTS
    assert grown < 200
