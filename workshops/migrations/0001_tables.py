import uuid

import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import mvi.fields
import workshops.models.session
from mvi.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        name="Series",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            ("archived_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="archived at")),
            (
                "archived_by",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="archived by",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=200, unique=True, verbose_name="title")),
            ("aim", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="aim")),
            (
                "strategy",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="series",
                    to="strategy.strategy",
                    verbose_name="strategy",
                ),
            ),
            (
                "months_names_are_kept",
                models.PositiveSmallIntegerField(
                    default=6,
                    help_text="After the last session; then the names of participants are removed automatically.",
                    verbose_name="months that names are kept",
                ),
            ),
            (
                "is_template",
                models.BooleanField(
                    default=False,
                    help_text="Offered as an example to start a new series from.",
                    verbose_name="template",
                ),
            ),
        ],
        options={
            "verbose_name": "series of sessions",
            "verbose_name_plural": "series of sessions",
            "ordering": ["title"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("archived_at__isnull", True), ("archived_by__isnull", True)),
                        models.Q(("archived_at__isnull", False), ("archived_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="workshops_series_archived_at_with_by",
                ),
                models.CheckConstraint(
                    condition=models.Q(("months_names_are_kept__range", (1, 24))),
                    name="series_keeps_names_one_to_24_months",
                    violation_error_message="Names are kept for 1 to 24 months.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="3af7e0dffb08d860fb59711a1b2c0a714b51ee8e",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_c9554",
                        table="workshops_series",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_seriesevent" ("aim", "archived_at", "archived_by_id", "id", "is_example", "is_template", "months_names_are_kept", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strategy_id", "title", "version") VALUES (NEW."aim", NEW."archived_at", NEW."archived_by_id", NEW."id", NEW."is_example", NEW."is_template", NEW."months_names_are_kept", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."strategy_id", NEW."title", NEW."version"); RETURN NULL;',
                        hash="46c8a810d98c4dec76e18198d7d975e8a737914a",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_f10c7",
                        table="workshops_series",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "workshops_seriesevent" ("aim", "archived_at", "archived_by_id", "id", "is_example", "is_template", "months_names_are_kept", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strategy_id", "title", "version") VALUES (NEW."aim", NEW."archived_at", NEW."archived_by_id", NEW."id", NEW."is_example", NEW."is_template", NEW."months_names_are_kept", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."strategy_id", NEW."title", NEW."version"); RETURN NULL;',
                        hash="5b2e85d019f7fe888cf47ad9df0c52d2f0b06c82",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_39127",
                        table="workshops_series",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_seriesevent" ("aim", "archived_at", "archived_by_id", "id", "is_example", "is_template", "months_names_are_kept", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strategy_id", "title", "version") VALUES (OLD."aim", OLD."archived_at", OLD."archived_by_id", OLD."id", OLD."is_example", OLD."is_template", OLD."months_names_are_kept", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."strategy_id", OLD."title", OLD."version"); RETURN NULL;',
                        hash="f2dd5f9710f4d474d42eb2f38207530a226e50f5",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_63466",
                        table="workshops_series",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="SeriesEvent",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="workshops.series",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            ("archived_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="archived at")),
            (
                "archived_by",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="archived by",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="title")),
            ("aim", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="aim")),
            (
                "strategy",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.strategy",
                    verbose_name="strategy",
                ),
            ),
            (
                "months_names_are_kept",
                models.PositiveSmallIntegerField(
                    default=6,
                    help_text="After the last session; then the names of participants are removed automatically.",
                    verbose_name="months that names are kept",
                ),
            ),
            (
                "is_template",
                models.BooleanField(
                    default=False,
                    help_text="Offered as an example to start a new series from.",
                    verbose_name="template",
                ),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="cba530ee3dda48d3f8543538b6a56e5a67f22ad2",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_fd6b0",
                        table="workshops_seriesevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Session",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            ("archived_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="archived at")),
            (
                "archived_by",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="archived by",
                ),
            ),
            (
                "series",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="sessions",
                    to="workshops.series",
                    verbose_name="series",
                ),
            ),
            ("number", models.PositiveSmallIntegerField(verbose_name="number")),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="title")),
            ("aim", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="aim")),
            ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="starts at")),
            ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="ends at")),
            ("place", mvi.fields.LineField(blank=True, max_length=200, verbose_name="place")),
            (
                "facilitator",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="sessions",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="facilitator",
                ),
            ),
            (
                "join_code",
                models.CharField(
                    default=workshops.models.session.new_join_code,
                    editable=False,
                    max_length=6,
                    unique=True,
                    verbose_name="join code",
                ),
            ),
            ("dots", models.PositiveSmallIntegerField(default=3, verbose_name="votes per participant")),
            (
                "status",
                models.CharField(
                    choices=[("planned", "planned"), ("open", "open"), ("closed", "closed")],
                    default="planned",
                    editable=False,
                    max_length=10,
                    verbose_name="status",
                ),
            ),
            ("opened_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="opened at")),
            (
                "opened_by",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="opened by",
                ),
            ),
            ("closed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed at")),
            (
                "closed_by",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="closed by",
                ),
            ),
            ("votes_are_shown", models.BooleanField(default=False, editable=False, verbose_name="votes are shown")),
        ],
        options={
            "verbose_name": "session",
            "verbose_name_plural": "sessions",
            "ordering": ["series", "number"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("archived_at__isnull", True), ("archived_by__isnull", True)),
                        models.Q(("archived_at__isnull", False), ("archived_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="workshops_session_archived_at_with_by",
                ),
                models.CheckConstraint(
                    condition=models.Q(("status__in", ["planned", "open", "closed"])),
                    name="workshops_session_status_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("opened_at__isnull", True), ("opened_by__isnull", True)),
                        models.Q(("opened_at__isnull", False), ("opened_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="workshops_session_opened_at_with_by",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                        models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="workshops_session_closed_at_with_by",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("ends_at__isnull", True),
                        ("starts_at__isnull", True),
                        ("ends_at__gt", models.F("starts_at")),
                        _connector="OR",
                    ),
                    name="session_ends_after_start",
                    violation_error_message="A session cannot end before it starts.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("dots__range", (1, 10))),
                    name="session_has_one_to_ten_dots",
                    violation_error_message="Give everybody between 1 and 10 votes.",
                ),
                models.UniqueConstraint(
                    fields=("series", "number"),
                    name="session_number_once_per_series",
                    violation_error_message="This series already has a session with this number.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="ea81e13ff8466f08ce5b659b07ebb6acccb84b2d",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_88ac4",
                        table="workshops_session",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="make_room",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="\n                    INSERT INTO workshops_room (session_id, revision, phone_revision) VALUES (NEW.id, 1, 1);\n                    RETURN NULL;\n                ",
                        hash="10b2569eb9638e085a2ab9d0ab389ca649e5d7c9",
                        operation="INSERT",
                        pgid="pgtrigger_make_room_1c627",
                        table="workshops_session",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="count_in_room",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched RECORD;",
                        func="\n            IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN RETURN NULL; END IF;\n            IF TG_OP = 'DELETE' THEN touched = OLD; ELSE touched = NEW; END IF;\n            UPDATE workshops_room SET revision = revision + 1, phone_revision = phone_revision + 1\n            WHERE session_id = touched.id;\n            RETURN NULL;\n        ",
                        hash="fb5d41d007e40dcdf6b66764c8217491818f2011",
                        operation="INSERT OR UPDATE OR DELETE",
                        pgid="pgtrigger_count_in_room_a76bd",
                        table="workshops_session",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_sessionevent" ("aim", "archived_at", "archived_by_id", "closed_at", "closed_by_id", "dots", "ends_at", "facilitator_id", "id", "is_example", "join_code", "number", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "series_id", "starts_at", "status", "title", "version", "votes_are_shown") VALUES (NEW."aim", NEW."archived_at", NEW."archived_by_id", NEW."closed_at", NEW."closed_by_id", NEW."dots", NEW."ends_at", NEW."facilitator_id", NEW."id", NEW."is_example", NEW."join_code", NEW."number", NEW."opened_at", NEW."opened_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."series_id", NEW."starts_at", NEW."status", NEW."title", NEW."version", NEW."votes_are_shown"); RETURN NULL;',
                        hash="ef91001a7f6c881fc52863a88a91043b9921f9ec",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_8c224",
                        table="workshops_session",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "workshops_sessionevent" ("aim", "archived_at", "archived_by_id", "closed_at", "closed_by_id", "dots", "ends_at", "facilitator_id", "id", "is_example", "join_code", "number", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "series_id", "starts_at", "status", "title", "version", "votes_are_shown") VALUES (NEW."aim", NEW."archived_at", NEW."archived_by_id", NEW."closed_at", NEW."closed_by_id", NEW."dots", NEW."ends_at", NEW."facilitator_id", NEW."id", NEW."is_example", NEW."join_code", NEW."number", NEW."opened_at", NEW."opened_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."series_id", NEW."starts_at", NEW."status", NEW."title", NEW."version", NEW."votes_are_shown"); RETURN NULL;',
                        hash="4ede4edd907e5ba8e8d9d82d3a88dc581c74737c",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_d07c8",
                        table="workshops_session",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_sessionevent" ("aim", "archived_at", "archived_by_id", "closed_at", "closed_by_id", "dots", "ends_at", "facilitator_id", "id", "is_example", "join_code", "number", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "series_id", "starts_at", "status", "title", "version", "votes_are_shown") VALUES (OLD."aim", OLD."archived_at", OLD."archived_by_id", OLD."closed_at", OLD."closed_by_id", OLD."dots", OLD."ends_at", OLD."facilitator_id", OLD."id", OLD."is_example", OLD."join_code", OLD."number", OLD."opened_at", OLD."opened_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."series_id", OLD."starts_at", OLD."status", OLD."title", OLD."version", OLD."votes_are_shown"); RETURN NULL;',
                        hash="71edcdb03d1366ce8c1bd6d9b028a6dfc6e2c88a",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_d8d06",
                        table="workshops_session",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="SessionEvent",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="workshops.session",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            ("archived_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="archived at")),
            (
                "archived_by",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="archived by",
                ),
            ),
            (
                "series",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.series",
                    verbose_name="series",
                ),
            ),
            ("number", models.PositiveSmallIntegerField(verbose_name="number")),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="title")),
            ("aim", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="aim")),
            ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="starts at")),
            ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="ends at")),
            ("place", mvi.fields.LineField(blank=True, max_length=200, verbose_name="place")),
            (
                "facilitator",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="facilitator",
                ),
            ),
            (
                "join_code",
                models.CharField(
                    default=workshops.models.session.new_join_code,
                    editable=False,
                    max_length=6,
                    verbose_name="join code",
                ),
            ),
            ("dots", models.PositiveSmallIntegerField(default=3, verbose_name="votes per participant")),
            (
                "status",
                models.CharField(
                    choices=[("planned", "planned"), ("open", "open"), ("closed", "closed")],
                    default="planned",
                    editable=False,
                    max_length=10,
                    verbose_name="status",
                ),
            ),
            ("opened_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="opened at")),
            (
                "opened_by",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="opened by",
                ),
            ),
            ("closed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed at")),
            (
                "closed_by",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="closed by",
                ),
            ),
            ("votes_are_shown", models.BooleanField(default=False, editable=False, verbose_name="votes are shown")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="942a948c9d873219d846cddcf535f66a2f48555c",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_f7236",
                        table="workshops_sessionevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Step",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "session",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="steps",
                    to="workshops.session",
                    verbose_name="session",
                ),
            ),
            ("position", models.PositiveSmallIntegerField(verbose_name="position")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("background", "background"),
                        ("stories", "stories"),
                        ("cluster", "cluster"),
                        ("vote", "vote"),
                        ("settle", "settle"),
                        ("concretise", "make concrete"),
                        ("canvas", "pilot canvas"),
                        ("pulse", "pulse"),
                    ],
                    max_length=12,
                    verbose_name="kind",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="title")),
            (
                "question",
                mvi.fields.LineField(
                    blank=True,
                    help_text="On the big screen and on the phones.",
                    max_length=200,
                    verbose_name="question to the room",
                ),
            ),
            ("minutes", models.PositiveSmallIntegerField(default=15, verbose_name="minutes")),
            ("instructions", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="instructions")),
            (
                "materials",
                mvi.fields.LineField(
                    blank=True,
                    help_text="What must lie ready, such as cards or a printed ladder.",
                    max_length=200,
                    verbose_name="materials",
                ),
            ),
            (
                "moment",
                models.CharField(
                    blank=True,
                    choices=[("before", "before the sessions"), ("after", "after the sessions")],
                    help_text="Only for a pulse: what is asked before and after is compared.",
                    max_length=10,
                    verbose_name="moment of a pulse",
                ),
            ),
            ("is_current", models.BooleanField(default=False, editable=False, verbose_name="going on")),
            ("started_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="started at")),
        ],
        options={
            "verbose_name": "step",
            "verbose_name_plural": "steps",
            "ordering": ["session", "position"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        (
                            "kind__in",
                            ["background", "stories", "cluster", "vote", "settle", "concretise", "canvas", "pulse"],
                        )
                    ),
                    name="workshops_step_kind_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("kind", "pulse"), ("moment__in", ["before", "after"])),
                        models.Q(models.Q(("kind", "pulse"), _negated=True), ("moment", "")),
                        _connector="OR",
                    ),
                    name="step_moment_of_pulse",
                    violation_error_message="A pulse has a moment, and no other step has one.",
                ),
                models.UniqueConstraint(
                    deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                    fields=("session", "position"),
                    name="step_position_once",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("is_current", True)), fields=("session",), name="step_one_is_current"
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="f704ddcb1115148d51bae9d32b567c8c2a5491c7",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_0317b",
                        table="workshops_step",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="count_in_room",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched RECORD;",
                        func="\n            IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN RETURN NULL; END IF;\n            IF TG_OP = 'DELETE' THEN touched = OLD; ELSE touched = NEW; END IF;\n            UPDATE workshops_room SET revision = revision + 1, phone_revision = phone_revision + 1\n            WHERE session_id = touched.session_id;\n            RETURN NULL;\n        ",
                        hash="b0a8b7b8bb98a8863960118aa0c7a579591b7593",
                        operation="INSERT OR UPDATE OR DELETE",
                        pgid="pgtrigger_count_in_room_05857",
                        table="workshops_step",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_stepevent" ("id", "instructions", "is_current", "is_example", "kind", "materials", "minutes", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "session_id", "started_at", "title", "version") VALUES (NEW."id", NEW."instructions", NEW."is_current", NEW."is_example", NEW."kind", NEW."materials", NEW."minutes", NEW."moment", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."question", NEW."session_id", NEW."started_at", NEW."title", NEW."version"); RETURN NULL;',
                        hash="e6ddddf29b95bc3fd808e3d7101b1397d9c8f51d",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_9ad39",
                        table="workshops_step",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "workshops_stepevent" ("id", "instructions", "is_current", "is_example", "kind", "materials", "minutes", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "session_id", "started_at", "title", "version") VALUES (NEW."id", NEW."instructions", NEW."is_current", NEW."is_example", NEW."kind", NEW."materials", NEW."minutes", NEW."moment", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."question", NEW."session_id", NEW."started_at", NEW."title", NEW."version"); RETURN NULL;',
                        hash="48e1e91aac6bb049d056b8f8b8e656c604e9ada5",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_dc6fd",
                        table="workshops_step",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_stepevent" ("id", "instructions", "is_current", "is_example", "kind", "materials", "minutes", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "session_id", "started_at", "title", "version") VALUES (OLD."id", OLD."instructions", OLD."is_current", OLD."is_example", OLD."kind", OLD."materials", OLD."minutes", OLD."moment", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."question", OLD."session_id", OLD."started_at", OLD."title", OLD."version"); RETURN NULL;',
                        hash="695fc1440fd56ab293c5c1ad2ec6aa7ab8299fdf",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_52aca",
                        table="workshops_step",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="StepEvent",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="workshops.step",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "session",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.session",
                    verbose_name="session",
                ),
            ),
            ("position", models.PositiveSmallIntegerField(verbose_name="position")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("background", "background"),
                        ("stories", "stories"),
                        ("cluster", "cluster"),
                        ("vote", "vote"),
                        ("settle", "settle"),
                        ("concretise", "make concrete"),
                        ("canvas", "pilot canvas"),
                        ("pulse", "pulse"),
                    ],
                    max_length=12,
                    verbose_name="kind",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="title")),
            (
                "question",
                mvi.fields.LineField(
                    blank=True,
                    help_text="On the big screen and on the phones.",
                    max_length=200,
                    verbose_name="question to the room",
                ),
            ),
            ("minutes", models.PositiveSmallIntegerField(default=15, verbose_name="minutes")),
            ("instructions", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="instructions")),
            (
                "materials",
                mvi.fields.LineField(
                    blank=True,
                    help_text="What must lie ready, such as cards or a printed ladder.",
                    max_length=200,
                    verbose_name="materials",
                ),
            ),
            (
                "moment",
                models.CharField(
                    blank=True,
                    choices=[("before", "before the sessions"), ("after", "after the sessions")],
                    help_text="Only for a pulse: what is asked before and after is compared.",
                    max_length=10,
                    verbose_name="moment of a pulse",
                ),
            ),
            ("is_current", models.BooleanField(default=False, editable=False, verbose_name="going on")),
            ("started_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="started at")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="20f4fb1ff20eb9093299fa53d865cb3dcb967f16",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_a9e51",
                        table="workshops_stepevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Participant",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "session",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="participants",
                    to="workshops.session",
                    verbose_name="session",
                ),
            ),
            ("token", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
            ("name", mvi.fields.LineField(max_length=80, verbose_name="name or nickname")),
            ("function", mvi.fields.LineField(blank=True, max_length=80, verbose_name="function")),
            ("department", mvi.fields.LineField(blank=True, max_length=80, verbose_name="department")),
            (
                "user",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="participations",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="user",
                ),
            ),
            ("joined_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="joined at")),
        ],
        options={
            "verbose_name": "participant",
            "verbose_name_plural": "participants",
            "ordering": ["session", "name", "pk"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="5edee549067dab1e8246d333d14474eb1a48d148",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_1fa46",
                        table="workshops_participant",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="count_in_room",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched RECORD;",
                        func="\n            IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN RETURN NULL; END IF;\n            IF TG_OP = 'DELETE' THEN touched = OLD; ELSE touched = NEW; END IF;\n            UPDATE workshops_room SET revision = revision + 1\n            WHERE session_id = touched.session_id;\n            RETURN NULL;\n        ",
                        hash="3eecdce3c877ec6900cbd96134535c40e77885c0",
                        operation="INSERT OR UPDATE OR DELETE",
                        pgid="pgtrigger_count_in_room_9af09",
                        table="workshops_participant",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_participantevent" ("function", "id", "is_example", "joined_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "version") VALUES (NEW."function", NEW."id", NEW."is_example", NEW."joined_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."session_id", NEW."version"); RETURN NULL;',
                        hash="ae0e711f7304de11aba90b6db2f6d6add268e0f7",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_7b726",
                        table="workshops_participant",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition='WHEN (OLD."function" IS DISTINCT FROM (NEW."function") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."joined_at" IS DISTINCT FROM (NEW."joined_at") OR OLD."session_id" IS DISTINCT FROM (NEW."session_id") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                        func='INSERT INTO "workshops_participantevent" ("function", "id", "is_example", "joined_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "version") VALUES (NEW."function", NEW."id", NEW."is_example", NEW."joined_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."session_id", NEW."version"); RETURN NULL;',
                        hash="5e6d0a6243c82d26fb2cac73d2b113e3f10e8739",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_e44ec",
                        table="workshops_participant",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_participantevent" ("function", "id", "is_example", "joined_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "version") VALUES (OLD."function", OLD."id", OLD."is_example", OLD."joined_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."session_id", OLD."version"); RETURN NULL;',
                        hash="ca1e1dd99891c9570824f6e6087a3e0a71459a45",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_55bb6",
                        table="workshops_participant",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ParticipantEvent",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="workshops.participant",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "session",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.session",
                    verbose_name="session",
                ),
            ),
            ("function", mvi.fields.LineField(blank=True, max_length=80, verbose_name="function")),
            ("joined_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="joined at")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="9b00d30ef6369c99c59303e47541cbb1296b34e5",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_117de",
                        table="workshops_participantevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Contribution",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            ("key", models.UUIDField(blank=True, editable=False, null=True, unique=True)),
            (
                "session",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="contributions",
                    to="workshops.session",
                    verbose_name="session",
                ),
            ),
            (
                "step",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="contributions",
                    to="workshops.step",
                    verbose_name="step",
                ),
            ),
            (
                "participant",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="contributions",
                    to="workshops.participant",
                    verbose_name="participant",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[("story", "story"), ("idea", "idea"), ("question", "question")],
                    default="story",
                    max_length=10,
                    verbose_name="kind",
                ),
            ),
            ("text", mvi.fields.ProseField(max_length=2000, verbose_name="text")),
            (
                "function",
                mvi.fields.LineField(
                    blank=True,
                    help_text="Shown instead of a name.",
                    max_length=80,
                    verbose_name="function of the teller",
                ),
            ),
            ("is_hidden", models.BooleanField(default=False, verbose_name="hidden")),
            (
                "told_at",
                models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="told at"),
            ),
        ],
        options={
            "verbose_name": "contribution",
            "verbose_name_plural": "contributions",
            "ordering": ["session", "told_at", "pk"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("kind__in", ["story", "idea", "question"])),
                    name="workshops_contribution_kind_is_known",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="a02ee67dd97b3eef9985bbd9e195802b3f6f142c",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_a5c22",
                        table="workshops_contribution",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="count_in_room",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched RECORD;",
                        func="\n            IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN RETURN NULL; END IF;\n            IF TG_OP = 'DELETE' THEN touched = OLD; ELSE touched = NEW; END IF;\n            UPDATE workshops_room SET revision = revision + 1\n            WHERE session_id = touched.session_id;\n            RETURN NULL;\n        ",
                        hash="ffa7d80c9747284bc412d7cfac177c58345f4156",
                        operation="INSERT OR UPDATE OR DELETE",
                        pgid="pgtrigger_count_in_room_436d4",
                        table="workshops_contribution",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_contributionevent" ("function", "id", "is_example", "is_hidden", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "step_id", "told_at", "version") VALUES (NEW."function", NEW."id", NEW."is_example", NEW."is_hidden", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."session_id", NEW."step_id", NEW."told_at", NEW."version"); RETURN NULL;',
                        hash="7b02761853b95c7a5a1b75c7ce07694f51c6944c",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_b3316",
                        table="workshops_contribution",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition='WHEN (OLD."function" IS DISTINCT FROM (NEW."function") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."is_hidden" IS DISTINCT FROM (NEW."is_hidden") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."session_id" IS DISTINCT FROM (NEW."session_id") OR OLD."step_id" IS DISTINCT FROM (NEW."step_id") OR OLD."told_at" IS DISTINCT FROM (NEW."told_at") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                        func='INSERT INTO "workshops_contributionevent" ("function", "id", "is_example", "is_hidden", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "step_id", "told_at", "version") VALUES (NEW."function", NEW."id", NEW."is_example", NEW."is_hidden", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."session_id", NEW."step_id", NEW."told_at", NEW."version"); RETURN NULL;',
                        hash="58c5a0bc7c78c9c4c67f2f96248e35882396b9b5",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_ab992",
                        table="workshops_contribution",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_contributionevent" ("function", "id", "is_example", "is_hidden", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "step_id", "told_at", "version") VALUES (OLD."function", OLD."id", OLD."is_example", OLD."is_hidden", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."session_id", OLD."step_id", OLD."told_at", OLD."version"); RETURN NULL;',
                        hash="74fc7223e97496542758a21e0ff7a42e1f616151",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_020b5",
                        table="workshops_contribution",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ContributionEvent",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="workshops.contribution",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "session",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.session",
                    verbose_name="session",
                ),
            ),
            (
                "step",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.step",
                    verbose_name="step",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[("story", "story"), ("idea", "idea"), ("question", "question")],
                    default="story",
                    max_length=10,
                    verbose_name="kind",
                ),
            ),
            (
                "function",
                mvi.fields.LineField(
                    blank=True,
                    help_text="Shown instead of a name.",
                    max_length=80,
                    verbose_name="function of the teller",
                ),
            ),
            ("is_hidden", models.BooleanField(default=False, verbose_name="hidden")),
            (
                "told_at",
                models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="told at"),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="6dc23f35a00d4762f1beeb7a69dc8c127aea30c5",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_2614b",
                        table="workshops_contributionevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Cluster",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "session",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="clusters",
                    to="workshops.session",
                    verbose_name="session",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=80, verbose_name="name")),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            (
                "contributions",
                models.ManyToManyField(
                    blank=True,
                    related_name="clusters",
                    through="workshops.Harvest",
                    to="workshops.contribution",
                    verbose_name="contributions",
                ),
            ),
        ],
        options={
            "verbose_name": "cluster",
            "verbose_name_plural": "clusters",
            "ordering": ["session", "position", "pk"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(
                    models.F("session"),
                    django.db.models.functions.text.Lower("name"),
                    name="cluster_name_once_per_session",
                    violation_error_message="This session already has a cluster with this name.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="b7c93791a057cb1ded6ffab8cbf323d43ed76f13",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_7618f",
                        table="workshops_cluster",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="count_in_room",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched RECORD;",
                        func="\n            IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN RETURN NULL; END IF;\n            IF TG_OP = 'DELETE' THEN touched = OLD; ELSE touched = NEW; END IF;\n            UPDATE workshops_room SET revision = revision + 1, phone_revision = phone_revision + 1\n            WHERE session_id = touched.session_id;\n            RETURN NULL;\n        ",
                        hash="5d999f60565ad90563c5db080a435eefa5214f44",
                        operation="INSERT OR UPDATE OR DELETE",
                        pgid="pgtrigger_count_in_room_95a9b",
                        table="workshops_cluster",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_clusterevent" ("id", "is_example", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "session_id", "version") VALUES (NEW."id", NEW."is_example", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."session_id", NEW."version"); RETURN NULL;',
                        hash="a973661e8f89ca86f94b32998f23582750109147",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_e4cb8",
                        table="workshops_cluster",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "workshops_clusterevent" ("id", "is_example", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "session_id", "version") VALUES (NEW."id", NEW."is_example", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."session_id", NEW."version"); RETURN NULL;',
                        hash="12afd0184a7e96ebe4763371c4a6c5b4337f50c8",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_4cabc",
                        table="workshops_cluster",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_clusterevent" ("id", "is_example", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "session_id", "version") VALUES (OLD."id", OLD."is_example", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."session_id", OLD."version"); RETURN NULL;',
                        hash="8dceea8cc8c681192b5255e9d5ed8cf4eaa07447",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_045f4",
                        table="workshops_cluster",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ClusterEvent",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="workshops.cluster",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "session",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.session",
                    verbose_name="session",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=80, verbose_name="name")),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="851245471c3c12182bd06baee165ec12cd24e709",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_7d8c6",
                        table="workshops_clusterevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Harvest",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "cluster",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="harvests",
                    to="workshops.cluster",
                    verbose_name="cluster",
                ),
            ),
            (
                "contribution",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="harvests",
                    to="workshops.contribution",
                    verbose_name="contribution",
                ),
            ),
            (
                "fragment",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="Only this part of the story; leave it empty for the whole story.",
                    max_length=2000,
                    verbose_name="fragment",
                ),
            ),
        ],
        options={
            "verbose_name": "harvest",
            "verbose_name_plural": "harvests",
            "ordering": ["cluster", "contribution"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(fields=("cluster", "contribution", "fragment"), name="harvest_once")
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="c8444e9215f0aab79d7f728f6756c7df911bb735",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_35634",
                        table="workshops_harvest",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="count_in_room",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched RECORD;",
                        func="\n            IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN RETURN NULL; END IF;\n            IF TG_OP = 'DELETE' THEN touched = OLD; ELSE touched = NEW; END IF;\n            UPDATE workshops_room SET revision = revision + 1\n            WHERE session_id = (SELECT session_id FROM workshops_cluster WHERE id = touched.cluster_id);\n            RETURN NULL;\n        ",
                        hash="b27be381a721556245444c932accb63c7f4edecf",
                        operation="INSERT OR UPDATE OR DELETE",
                        pgid="pgtrigger_count_in_room_9a723",
                        table="workshops_harvest",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_harvestevent" ("cluster_id", "contribution_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."cluster_id", NEW."contribution_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;',
                        hash="321bbdc35c43db8fa0b6abc8c81160c0d83f1d1f",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_db9e3",
                        table="workshops_harvest",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition='WHEN (OLD."cluster_id" IS DISTINCT FROM (NEW."cluster_id") OR OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                        func='INSERT INTO "workshops_harvestevent" ("cluster_id", "contribution_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."cluster_id", NEW."contribution_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;',
                        hash="ba4f4aa64f2f54771737e5a65769433f0fa6a911",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_7d467",
                        table="workshops_harvest",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_harvestevent" ("cluster_id", "contribution_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."cluster_id", OLD."contribution_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."version"); RETURN NULL;',
                        hash="65c5326a5d38b986683e3df18d94fe1b9fb4651b",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_bc43a",
                        table="workshops_harvest",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="HarvestEvent",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="workshops.harvest",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "cluster",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.cluster",
                    verbose_name="cluster",
                ),
            ),
            (
                "contribution",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.contribution",
                    verbose_name="contribution",
                ),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="8b764dd3f5ed508cfd6717d51e0532144cc9c92a",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_13295",
                        table="workshops_harvestevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Vote",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "participant",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="votes",
                    to="workshops.participant",
                    verbose_name="participant",
                ),
            ),
            (
                "cluster",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="votes",
                    to="workshops.cluster",
                    verbose_name="cluster",
                ),
            ),
            ("dot", models.PositiveSmallIntegerField(verbose_name="dot")),
        ],
        options={
            "verbose_name": "vote",
            "verbose_name_plural": "votes",
            "ordering": ["cluster", "participant", "dot"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(fields=("participant", "dot"), name="vote_each_dot_once"),
                models.CheckConstraint(condition=models.Q(("dot__range", (1, 10))), name="vote_dot_between_1_and_10"),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="1d12f8d1616e453c85104c4a7b9101a01c2d1be8",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_eb36d",
                        table="workshops_vote",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="count_in_room",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched RECORD;",
                        func="\n            IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN RETURN NULL; END IF;\n            IF TG_OP = 'DELETE' THEN touched = OLD; ELSE touched = NEW; END IF;\n            UPDATE workshops_room SET revision = revision + 1\n            WHERE session_id = (SELECT session_id FROM workshops_cluster WHERE id = touched.cluster_id);\n            RETURN NULL;\n        ",
                        hash="b8d03c2835d6acb1806a93e466f7a4af0bae0d43",
                        operation="INSERT OR UPDATE OR DELETE",
                        pgid="pgtrigger_count_in_room_b9f69",
                        table="workshops_vote",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="dots_of_the_session",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="\n                    IF NOT EXISTS (\n                        SELECT FROM workshops_session\n                        JOIN workshops_cluster ON workshops_cluster.session_id = workshops_session.id\n                        JOIN workshops_participant ON workshops_participant.session_id = workshops_session.id\n                        WHERE workshops_cluster.id = NEW.cluster_id\n                        AND workshops_participant.id = NEW.participant_id\n                        AND NEW.dot <= workshops_session.dots\n                    ) THEN\n                        RAISE EXCEPTION 'More votes than the session gives, or a vote in another session.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="7ff2f8d5a7f8d89c43f2e2a1dd01f667262404a2",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_dots_of_the_session_2e3d4",
                        table="workshops_vote",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_voteevent" ("cluster_id", "dot", "id", "is_example", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."cluster_id", NEW."dot", NEW."id", NEW."is_example", NEW."participant_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;',
                        hash="b14a043b641c813eb03cddc9025c563a1430dc32",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_1f63e",
                        table="workshops_vote",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "workshops_voteevent" ("cluster_id", "dot", "id", "is_example", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."cluster_id", NEW."dot", NEW."id", NEW."is_example", NEW."participant_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;',
                        hash="1ade51f45de3a1c9605239279032787fde8e1ccb",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_78b78",
                        table="workshops_vote",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_voteevent" ("cluster_id", "dot", "id", "is_example", "participant_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."cluster_id", OLD."dot", OLD."id", OLD."is_example", OLD."participant_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."version"); RETURN NULL;',
                        hash="12994f04c931c1dcce5deee145b976c8b45b4098",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_46cf5",
                        table="workshops_vote",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="VoteEvent",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="workshops.vote",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "participant",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.participant",
                    verbose_name="participant",
                ),
            ),
            (
                "cluster",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.cluster",
                    verbose_name="cluster",
                ),
            ),
            ("dot", models.PositiveSmallIntegerField(verbose_name="dot")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="dd0f2aaa307ddc0158df425b7c81dc971e30da9a",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_da999",
                        table="workshops_voteevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="SessionDecision",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "session",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="decisions",
                    to="workshops.session",
                    verbose_name="session",
                ),
            ),
            ("position", models.PositiveSmallIntegerField(verbose_name="position")),
            (
                "text",
                mvi.fields.LineField(
                    help_text="In one sentence that others understand.",
                    max_length=300,
                    verbose_name="decision or action",
                ),
            ),
            (
                "owner",
                models.ForeignKey(
                    blank=True,
                    help_text="Only if somebody does something for it; they said yes in the room.",
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="session_decisions",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="owner",
                ),
            ),
            ("due_on", models.DateField(blank=True, null=True, verbose_name="ready by")),
        ],
        options={
            "verbose_name": "decision of a session",
            "verbose_name_plural": "decisions of sessions",
            "ordering": ["session", "position"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(
                    deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                    fields=("session", "position"),
                    name="decision_position_once",
                ),
                models.CheckConstraint(
                    condition=models.Q(("due_on__isnull", True), ("owner__isnull", False), _connector="OR"),
                    name="decision_with_a_day_has_an_owner",
                    violation_error_message="A day is for an action: choose who does it as well.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="a747eda0703d62ffde338c3cde4a96abe6258991",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_c0adc",
                        table="workshops_sessiondecision",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_sessiondecisionevent" ("due_on", "id", "is_example", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "session_id", "text", "version") VALUES (NEW."due_on", NEW."id", NEW."is_example", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."session_id", NEW."text", NEW."version"); RETURN NULL;',
                        hash="36b7b2b86930fa30e3929ade7e0983da9f61561d",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_3ff32",
                        table="workshops_sessiondecision",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "workshops_sessiondecisionevent" ("due_on", "id", "is_example", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "session_id", "text", "version") VALUES (NEW."due_on", NEW."id", NEW."is_example", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."session_id", NEW."text", NEW."version"); RETURN NULL;',
                        hash="b2ab17281cc760617ac1e20f5be12f5ee6454567",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_83b19",
                        table="workshops_sessiondecision",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_sessiondecisionevent" ("due_on", "id", "is_example", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "session_id", "text", "version") VALUES (OLD."due_on", OLD."id", OLD."is_example", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."session_id", OLD."text", OLD."version"); RETURN NULL;',
                        hash="7eb841d37a768600a2315aebbb818a025715f882",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_0930f",
                        table="workshops_sessiondecision",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="SessionDecisionEvent",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="workshops.sessiondecision",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "session",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.session",
                    verbose_name="session",
                ),
            ),
            ("position", models.PositiveSmallIntegerField(verbose_name="position")),
            (
                "text",
                mvi.fields.LineField(
                    help_text="In one sentence that others understand.",
                    max_length=300,
                    verbose_name="decision or action",
                ),
            ),
            (
                "owner",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    help_text="Only if somebody does something for it; they said yes in the room.",
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="owner",
                ),
            ),
            ("due_on", models.DateField(blank=True, null=True, verbose_name="ready by")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="6e5f7d0756d02acebd230a3fcf398242d4cf4e0b",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_e470f",
                        table="workshops_sessiondecisionevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Invitation",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "session",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="invitations",
                    to="workshops.session",
                    verbose_name="session",
                ),
            ),
            ("email", mvi.fields.EmailAddressField(max_length=254, verbose_name="e-mail address")),
            ("function", mvi.fields.LineField(blank=True, max_length=80, verbose_name="function")),
            ("department", mvi.fields.LineField(blank=True, max_length=80, verbose_name="department")),
            ("mailed_at", models.DateTimeField(editable=False, null=True, verbose_name="mailed at")),
            (
                "answer",
                models.CharField(
                    blank=True,
                    choices=[("yes", "yes, I am coming"), ("maybe", "maybe"), ("no", "no, I cannot come")],
                    max_length=5,
                    verbose_name="answer",
                ),
            ),
            ("answered_at", models.DateTimeField(editable=False, null=True, verbose_name="answered at")),
            ("attended", models.BooleanField(default=False, verbose_name="was there")),
            (
                "reminded_of_quiz_on",
                models.DateField(editable=False, null=True, verbose_name="reminded of the quiz on"),
            ),
        ],
        options={
            "verbose_name": "invitation",
            "verbose_name_plural": "invitations",
            "ordering": ["session", "email", "pk"],
            "default_permissions": (),
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("email", ""), _negated=True),
                    fields=("session", "email"),
                    name="invitation_once_per_address",
                ),
                models.CheckConstraint(
                    condition=models.Q(("answer__in", ["", "yes", "maybe", "no"])), name="invitation_answer_is_known"
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answer", ""), ("answered_at", None)),
                        models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="invitation_answered_at_with_answer",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Room",
        fields=[
            (
                "session",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.CASCADE,
                    primary_key=True,
                    related_name="room",
                    serialize=False,
                    to="workshops.session",
                ),
            ),
            ("revision", models.PositiveBigIntegerField(default=1)),
            ("phone_revision", models.PositiveBigIntegerField(default=1)),
        ],
        options={
            "default_permissions": (),
        },
    ),
    migrations.CreateModel(
        name="BoardChange",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "session",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="board_changes", to="workshops.session"
                ),
            ),
            ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
            (
                "made_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("verb", models.CharField(max_length=20)),
            ("before", models.JSONField()),
        ],
        options={
            "ordering": ["session", "pk"],
            "default_permissions": (),
        },
    ),
    migrations.CreateModel(
        name="Outcome",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "cluster",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="outcome",
                    to="workshops.cluster",
                    verbose_name="cluster",
                ),
            ),
            (
                "core_value",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="outcomes",
                    to="strategy.corevalue",
                    verbose_name="core value",
                ),
            ),
            (
                "theme",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="outcomes",
                    to="strategy.theme",
                    verbose_name="theme",
                ),
            ),
            (
                "goal",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="outcomes",
                    to="strategy.goal",
                    verbose_name="goal",
                ),
            ),
            (
                "pilot",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="outcomes",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            (
                "canvas_field",
                models.CharField(
                    blank=True,
                    choices=[
                        ("need", "need behind the question"),
                        ("ambition", "ambition"),
                        ("question", "question to the market"),
                        ("collaboration", "collaboration"),
                    ],
                    max_length=14,
                    verbose_name="field of the canvas",
                ),
            ),
            (
                "settled_at",
                models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="settled at"),
            ),
            (
                "settled_by",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="settled by",
                ),
            ),
        ],
        options={
            "verbose_name": "outcome",
            "verbose_name_plural": "outcomes",
            "ordering": ["cluster"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("canvas_field", ""),
                            ("core_value__isnull", False),
                            ("goal", None),
                            ("pilot", None),
                            ("theme", None),
                        ),
                        models.Q(
                            ("canvas_field", ""),
                            ("core_value", None),
                            ("goal", None),
                            ("pilot", None),
                            ("theme__isnull", False),
                        ),
                        models.Q(
                            ("canvas_field", ""),
                            ("core_value", None),
                            ("goal__isnull", False),
                            ("pilot", None),
                            ("theme", None),
                        ),
                        models.Q(
                            ("canvas_field__in", ["need", "ambition", "question", "collaboration"]),
                            ("core_value", None),
                            ("goal", None),
                            ("pilot__isnull", False),
                            ("theme", None),
                        ),
                        _connector="OR",
                    ),
                    name="outcome_became_exactly_one_thing",
                    violation_error_message="A cluster becomes exactly one thing.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="5d8153fa78bf0d81527c7fc351daed86e07143db",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_dfd59",
                        table="workshops_outcome",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="count_in_room",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched RECORD;",
                        func="\n            IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN RETURN NULL; END IF;\n            IF TG_OP = 'DELETE' THEN touched = OLD; ELSE touched = NEW; END IF;\n            UPDATE workshops_room SET revision = revision + 1\n            WHERE session_id = (SELECT session_id FROM workshops_cluster WHERE id = touched.cluster_id);\n            RETURN NULL;\n        ",
                        hash="71d699847a84a25d82a6f7867fe511b03784bf7a",
                        operation="INSERT OR UPDATE OR DELETE",
                        pgid="pgtrigger_count_in_room_f33a3",
                        table="workshops_outcome",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_outcomeevent" ("canvas_field", "cluster_id", "core_value_id", "goal_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "settled_at", "settled_by_id", "theme_id", "version") VALUES (NEW."canvas_field", NEW."cluster_id", NEW."core_value_id", NEW."goal_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pilot_id", NEW."settled_at", NEW."settled_by_id", NEW."theme_id", NEW."version"); RETURN NULL;',
                        hash="92819480e445ae39298b91dab101c1cf0e0f96dc",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_9a864",
                        table="workshops_outcome",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "workshops_outcomeevent" ("canvas_field", "cluster_id", "core_value_id", "goal_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "settled_at", "settled_by_id", "theme_id", "version") VALUES (NEW."canvas_field", NEW."cluster_id", NEW."core_value_id", NEW."goal_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."settled_at", NEW."settled_by_id", NEW."theme_id", NEW."version"); RETURN NULL;',
                        hash="3dd3f12c0d4cacad5d86792e6bd0b22939fb23d0",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_3ede8",
                        table="workshops_outcome",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_outcomeevent" ("canvas_field", "cluster_id", "core_value_id", "goal_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "settled_at", "settled_by_id", "theme_id", "version") VALUES (OLD."canvas_field", OLD."cluster_id", OLD."core_value_id", OLD."goal_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."settled_at", OLD."settled_by_id", OLD."theme_id", OLD."version"); RETURN NULL;',
                        hash="ddbc2ff6d74474c8ecf42684017c1cfdfd63d8b2",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_0fd3b",
                        table="workshops_outcome",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="OutcomeEvent",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="workshops.outcome",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "cluster",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.cluster",
                    verbose_name="cluster",
                ),
            ),
            (
                "core_value",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.corevalue",
                    verbose_name="core value",
                ),
            ),
            (
                "theme",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.theme",
                    verbose_name="theme",
                ),
            ),
            (
                "goal",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.goal",
                    verbose_name="goal",
                ),
            ),
            (
                "pilot",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            (
                "canvas_field",
                models.CharField(
                    blank=True,
                    choices=[
                        ("need", "need behind the question"),
                        ("ambition", "ambition"),
                        ("question", "question to the market"),
                        ("collaboration", "collaboration"),
                    ],
                    max_length=14,
                    verbose_name="field of the canvas",
                ),
            ),
            (
                "settled_at",
                models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="settled at"),
            ),
            (
                "settled_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="settled by",
                ),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="af124968827f30f2da63792dc16bbb089bd67e60",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_c3622",
                        table="workshops_outcomeevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Pulse",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "series",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="pulses",
                    to="workshops.series",
                    verbose_name="series",
                ),
            ),
            (
                "moment",
                models.CharField(
                    choices=[
                        ("before", "before the sessions"),
                        ("after", "after the sessions"),
                        ("half_year", "half a year later"),
                        ("year", "a year later"),
                    ],
                    max_length=10,
                    verbose_name="moment",
                ),
            ),
            ("mailed_on", models.DateField(blank=True, editable=False, null=True, verbose_name="mailed on")),
            ("reminded_on", models.DateField(blank=True, editable=False, null=True, verbose_name="reminded on")),
            ("closed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed at")),
            (
                "closed_by",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="closed by",
                ),
            ),
        ],
        options={
            "verbose_name": "pulse",
            "verbose_name_plural": "pulses",
            "ordering": ["series", "moment"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("moment__in", ["before", "after", "half_year", "year"])),
                    name="workshops_pulse_moment_is_known",
                ),
                models.UniqueConstraint(
                    fields=("series", "moment"),
                    name="pulse_once_per_moment",
                    violation_error_message="This series has a pulse of this moment already.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("closed_by", None), ("closed_at__isnull", False), _connector="OR"),
                    name="pulse_closed_by_with_at",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="78da7b5d7bb2332bbe476e7cd65ea6d402608344",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_0da89",
                        table="workshops_pulse",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_pulseevent" ("closed_at", "closed_by_id", "id", "is_example", "mailed_on", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "series_id", "version") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."id", NEW."is_example", NEW."mailed_on", NEW."moment", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reminded_on", NEW."series_id", NEW."version"); RETURN NULL;',
                        hash="806b1bf932b87c2f6fd286c3547298a6f9911bff",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_37e10",
                        table="workshops_pulse",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "workshops_pulseevent" ("closed_at", "closed_by_id", "id", "is_example", "mailed_on", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "series_id", "version") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."id", NEW."is_example", NEW."mailed_on", NEW."moment", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reminded_on", NEW."series_id", NEW."version"); RETURN NULL;',
                        hash="0972bedd23134943c3d331fdfa0d9b12ff2021ba",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_c390c",
                        table="workshops_pulse",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "workshops_pulseevent" ("closed_at", "closed_by_id", "id", "is_example", "mailed_on", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "series_id", "version") VALUES (OLD."closed_at", OLD."closed_by_id", OLD."id", OLD."is_example", OLD."mailed_on", OLD."moment", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reminded_on", OLD."series_id", OLD."version"); RETURN NULL;',
                        hash="ffde8669135da23b31691d8f1d4dd2b6286ff3be",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_ba47a",
                        table="workshops_pulse",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="PulseEvent",
        fields=[
            ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="workshops.pulse",
                ),
            ),
            (
                "pgh_context",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="pghistory.context",
                ),
            ),
            ("id", models.BigIntegerField()),
            ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
            (
                "is_example",
                models.BooleanField(
                    default=False,
                    help_text="Made up to show how it works; marked on every page.",
                    verbose_name="example",
                ),
            ),
            (
                "series",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="workshops.series",
                    verbose_name="series",
                ),
            ),
            (
                "moment",
                models.CharField(
                    choices=[
                        ("before", "before the sessions"),
                        ("after", "after the sessions"),
                        ("half_year", "half a year later"),
                        ("year", "a year later"),
                    ],
                    max_length=10,
                    verbose_name="moment",
                ),
            ),
            ("mailed_on", models.DateField(blank=True, editable=False, null=True, verbose_name="mailed on")),
            ("reminded_on", models.DateField(blank=True, editable=False, null=True, verbose_name="reminded on")),
            ("closed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed at")),
            (
                "closed_by",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="closed by",
                ),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="0fc6b9479ff994db5311c47621921ae35a2f0f93",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_4fbf7",
                        table="workshops_pulseevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="PulseAnswer",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "pulse",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="answers",
                    to="workshops.pulse",
                    verbose_name="pulse",
                ),
            ),
            ("key", models.CharField(editable=False, max_length=64, null=True, unique=True)),
            (
                "function",
                models.CharField(
                    choices=[
                        ("policy_advisor", "policy advisor"),
                        ("buyer", "buyer"),
                        ("project_leader", "project leader"),
                        ("contract_manager", "contract manager"),
                        ("budget_holder", "budget holder"),
                        ("executive", "executive"),
                        ("other", "another function"),
                    ],
                    max_length=20,
                    verbose_name="your function",
                ),
            ),
            (
                "awareness",
                models.PositiveSmallIntegerField(
                    choices=[(1, "fully disagree"), (2, "disagree"), (3, "neutral"), (4, "agree"), (5, "fully agree")],
                    verbose_name="I know why our municipality wants to buy in a socially responsible way.",
                ),
            ),
            (
                "desire",
                models.PositiveSmallIntegerField(
                    choices=[(1, "fully disagree"), (2, "disagree"), (3, "neutral"), (4, "agree"), (5, "fully agree")],
                    verbose_name="I want to take part in it myself.",
                ),
            ),
            (
                "knowledge",
                models.PositiveSmallIntegerField(
                    choices=[(1, "fully disagree"), (2, "disagree"), (3, "neutral"), (4, "agree"), (5, "fully agree")],
                    verbose_name="I know how to go about it in my work.",
                ),
            ),
            (
                "ability",
                models.PositiveSmallIntegerField(
                    choices=[(1, "fully disagree"), (2, "disagree"), (3, "neutral"), (4, "agree"), (5, "fully agree")],
                    verbose_name="I manage to do it, also when I am busy.",
                ),
            ),
            (
                "reinforcement",
                models.PositiveSmallIntegerField(
                    choices=[(1, "fully disagree"), (2, "disagree"), (3, "neutral"), (4, "agree"), (5, "fully agree")],
                    verbose_name="I notice that it is appreciated, and that we keep it up.",
                ),
            ),
            (
                "remark",
                mvi.fields.ProseField(blank=True, max_length=1000, verbose_name="What do you need to take part?"),
            ),
        ],
        options={
            "verbose_name": "answer to a pulse",
            "verbose_name_plural": "answers to a pulse",
            "ordering": ["pulse", "pk"],
            "default_permissions": (),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        (
                            "function__in",
                            [
                                "policy_advisor",
                                "buyer",
                                "project_leader",
                                "contract_manager",
                                "budget_holder",
                                "executive",
                                "other",
                            ],
                        )
                    ),
                    name="workshops_pulseanswer_function_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(("awareness__in", [1, 2, 3, 4, 5])),
                    name="workshops_pulseanswer_awareness_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(("desire__in", [1, 2, 3, 4, 5])), name="workshops_pulseanswer_desire_is_known"
                ),
                models.CheckConstraint(
                    condition=models.Q(("knowledge__in", [1, 2, 3, 4, 5])),
                    name="workshops_pulseanswer_knowledge_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(("ability__in", [1, 2, 3, 4, 5])), name="workshops_pulseanswer_ability_is_known"
                ),
                models.CheckConstraint(
                    condition=models.Q(("reinforcement__in", [1, 2, 3, 4, 5])),
                    name="workshops_pulseanswer_reinforcement_is_known",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="only_while_open",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BIGINT;",
                        func="\n                    IF TG_OP = 'DELETE' THEN touched = OLD.pulse_id; ELSE touched = NEW.pulse_id; END IF;\n                    PERFORM FROM workshops_pulse WHERE id = touched AND closed_at IS NULL FOR SHARE;\n                    IF NOT FOUND THEN\n                        RAISE EXCEPTION 'The pulse is closed: its answers do not change any more.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF TG_OP = 'DELETE' THEN RETURN OLD; ELSE RETURN NEW; END IF;\n                ",
                        hash="fa48612265fbca2858fe10de62dd7ddaf14d544a",
                        operation="INSERT OR UPDATE OR DELETE",
                        pgid="pgtrigger_only_while_open_77b9d",
                        table="workshops_pulseanswer",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="PulseAddress",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "series",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="pulse_addresses", to="workshops.series"
                ),
            ),
            ("email", mvi.fields.EmailAddressField(max_length=254, verbose_name="e-mail address")),
            ("key", models.CharField(max_length=64, null=True, unique=True)),
            ("made_on", models.DateField(default=django.utils.timezone.localdate)),
        ],
        options={
            "ordering": ["series", "email"],
            "default_permissions": (),
            "constraints": [models.UniqueConstraint(fields=("series", "email"), name="pulse_address_once_per_series")],
        },
    ),
    migrations.CreateModel(
        name="PulseLink",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "pulse",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="links", to="workshops.pulse"
                ),
            ),
            (
                "address",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="links", to="workshops.pulseaddress"
                ),
            ),
            ("sent_on", models.DateField(default=django.utils.timezone.localdate)),
        ],
        options={
            "ordering": ["pulse", "pk"],
            "default_permissions": (),
            "constraints": [models.UniqueConstraint(fields=("pulse", "address"), name="pulse_link_once_per_address")],
        },
    ),
    migrations.CreateModel(
        name="QuizScore",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "session",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="quiz_scores",
                    to="workshops.session",
                    verbose_name="session",
                ),
            ),
            (
                "user",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="user",
                ),
            ),
            (
                "moment",
                models.CharField(
                    choices=[
                        ("before", "before the sessions"),
                        ("after", "after the sessions"),
                        ("half_year", "half a year later"),
                        ("year", "a year later"),
                    ],
                    max_length=10,
                    verbose_name="moment",
                ),
            ),
            ("score", models.PositiveSmallIntegerField(verbose_name="score")),
            ("out_of", models.PositiveSmallIntegerField(verbose_name="out of")),
            ("done_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="done at")),
        ],
        options={
            "verbose_name": "score of a quiz",
            "verbose_name_plural": "scores of a quiz",
            "ordering": ["session", "pk"],
            "default_permissions": (),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("moment__in", ["before", "after", "half_year", "year"])),
                    name="workshops_quizscore_moment_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(("moment__in", ["before", "after"])), name="quiz_before_or_after"
                ),
                models.CheckConstraint(condition=models.Q(("score__lte", models.F("out_of"))), name="quiz_score_fits"),
                models.UniqueConstraint(fields=("session", "user", "moment"), name="quiz_once_per_person_and_moment"),
            ],
        },
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("workshops", "0001_initial"),
        ("workshops", "0002_names_and_stories_stay_out_of_history"),
        ("workshops", "0003_live_sessions"),
        ("workshops", "0004_rooms_of_sessions"),
        ("workshops", "0005_own_templates"),
        ("workshops", "0006_moments_of_steps"),
        ("workshops", "0007_moments_of_earlier_pulses"),
        ("workshops", "0008_pulse"),
        ("workshops", "0009_decisions"),
        ("workshops", "0010_invitations"),
        ("workshops", "0011_quiz_scores"),
        ("workshops", "0012_reminders"),
        ("workshops", "0013_materials"),
    ]

    initial = True

    dependencies = [
        ("pilots", "0001_tables"),
    ]

    operations = [
        CreateTables(TABLES, TABLES),
    ]
