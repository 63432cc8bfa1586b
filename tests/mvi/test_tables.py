"""Many tables in one migration step: the models are drawn up once, together, and may point at each other."""

import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState

from mvi.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        "Story",
        [
            ("id", models.BigAutoField(primary_key=True)),
            ("tags", models.ManyToManyField("told.tag", through="told.tagging")),
        ],
    ),
    migrations.CreateModel("Tag", [("id", models.BigAutoField(primary_key=True))]),
    migrations.CreateModel(
        "Tagging",
        [
            ("id", models.BigAutoField(primary_key=True)),
            ("story", models.ForeignKey("told.story", models.CASCADE)),
            ("tag", models.ForeignKey("told.tag", models.CASCADE)),
        ],
    ),
]


def tables_there():
    return {name for name in connection.introspection.table_names() if name.startswith("told_")}


@pytest.mark.django_db
def test_tables_that_point_at_each_other_come_together_and_go_together():
    step = CreateTables(TABLES, TABLES)
    before, after = ProjectState(), ProjectState()
    assert list(after.apps.get_models()) == []  # drawn up already, as in a real run

    step.state_forwards("told", after)
    with connection.schema_editor() as editor:
        step.database_forwards("told", editor, before, after)
    assert tables_there() == {"told_story", "told_tag", "told_tagging"}

    with connection.schema_editor() as editor:
        step.database_backwards("told", editor, after, before)
    assert tables_there() == set()
