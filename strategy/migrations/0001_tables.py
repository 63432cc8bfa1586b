import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import mvi.fields
from mvi.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        name="Strategy",
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
            ("title", mvi.fields.LineField(max_length=200, unique=True, verbose_name="title")),
            ("starts_on", models.DateField(verbose_name="starts on")),
            ("ends_on", models.DateField(verbose_name="ends on")),
            ("introduction", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="introduction")),
            ("vision", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="vision")),
            (
                "status",
                models.CharField(
                    choices=[
                        ("draft", "draft"),
                        ("consultation", "in consultation"),
                        ("adopted", "adopted"),
                        ("superseded", "superseded"),
                    ],
                    default="draft",
                    max_length=20,
                    verbose_name="status",
                ),
            ),
            ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
            (
                "decided_by_body",
                models.CharField(
                    blank=True,
                    choices=[("executive", "mayor and aldermen"), ("council", "municipal council")],
                    max_length=20,
                    verbose_name="decided by",
                ),
            ),
            (
                "decision_reference",
                mvi.fields.LineField(blank=True, max_length=200, verbose_name="reference of the decision"),
            ),
            ("is_current", models.BooleanField(default=False, verbose_name="current strategy")),
        ],
        options={
            "verbose_name": "strategy",
            "verbose_name_plural": "strategies",
            "ordering": ["-starts_on", "title"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("status__in", ["draft", "consultation", "adopted", "superseded"])),
                    name="strategy_strategy_status_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                    name="strategy_ends_after_start",
                    violation_error_code="ends_on",
                    violation_error_message="A strategy cannot end before it starts.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("decided_by_body__in", ["executive", "council"]),
                            ("decided_on__isnull", False),
                            ("status__in", ("adopted", "superseded")),
                        ),
                        models.Q(
                            ("decided_by_body", ""),
                            ("decided_on__isnull", True),
                            ("decision_reference", ""),
                            models.Q(("status__in", ("adopted", "superseded")), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="strategy_decided_exactly_when_adopted",
                    violation_error_code="decided_on",
                    violation_error_message="An adopted strategy needs the date and the body of the decision.",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("is_current", True)), fields=("is_current",), name="strategy_one_is_current"
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="ce1a2a7698fb834f64331ea6d4539d35cae9a952",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_5be7f",
                        table="strategy_strategy",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_strategyevent" ("decided_by_body", "decided_on", "decision_reference", "ends_on", "id", "introduction", "is_current", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "title", "version", "vision") VALUES (NEW."decided_by_body", NEW."decided_on", NEW."decision_reference", NEW."ends_on", NEW."id", NEW."introduction", NEW."is_current", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."status", NEW."title", NEW."version", NEW."vision"); RETURN NULL;',
                        hash="72200ce3ebe5ebf8d27238795b972e29cd510951",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_95993",
                        table="strategy_strategy",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_strategyevent" ("decided_by_body", "decided_on", "decision_reference", "ends_on", "id", "introduction", "is_current", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "title", "version", "vision") VALUES (NEW."decided_by_body", NEW."decided_on", NEW."decision_reference", NEW."ends_on", NEW."id", NEW."introduction", NEW."is_current", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."status", NEW."title", NEW."version", NEW."vision"); RETURN NULL;',
                        hash="ea14c983c1c5b34ff2bf57e9646179154296b337",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_aa5fc",
                        table="strategy_strategy",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_strategyevent" ("decided_by_body", "decided_on", "decision_reference", "ends_on", "id", "introduction", "is_current", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "title", "version", "vision") VALUES (OLD."decided_by_body", OLD."decided_on", OLD."decision_reference", OLD."ends_on", OLD."id", OLD."introduction", OLD."is_current", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."status", OLD."title", OLD."version", OLD."vision"); RETURN NULL;',
                        hash="22be1b9963d3df692b5dcdbe1cbc84cc50182ad3",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_fffff",
                        table="strategy_strategy",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="StrategyEvent",
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
                    to="strategy.strategy",
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
            ("title", mvi.fields.LineField(max_length=200, verbose_name="title")),
            ("starts_on", models.DateField(verbose_name="starts on")),
            ("ends_on", models.DateField(verbose_name="ends on")),
            ("introduction", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="introduction")),
            ("vision", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="vision")),
            (
                "status",
                models.CharField(
                    choices=[
                        ("draft", "draft"),
                        ("consultation", "in consultation"),
                        ("adopted", "adopted"),
                        ("superseded", "superseded"),
                    ],
                    default="draft",
                    max_length=20,
                    verbose_name="status",
                ),
            ),
            ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
            (
                "decided_by_body",
                models.CharField(
                    blank=True,
                    choices=[("executive", "mayor and aldermen"), ("council", "municipal council")],
                    max_length=20,
                    verbose_name="decided by",
                ),
            ),
            (
                "decision_reference",
                mvi.fields.LineField(blank=True, max_length=200, verbose_name="reference of the decision"),
            ),
            ("is_current", models.BooleanField(default=False, verbose_name="current strategy")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="f5488db509a43be25716317cc72f2cbf63a9f712",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_72305",
                        table="strategy_strategyevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Theme",
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
                "owner",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="%(class)ss",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="owner",
                ),
            ),
            (
                "owner_status",
                models.CharField(
                    choices=[
                        ("none", "no owner"),
                        ("offered", "offered"),
                        ("accepted", "accepted"),
                        ("declined", "declined"),
                    ],
                    default="none",
                    editable=False,
                    max_length=10,
                    verbose_name="ownership",
                ),
            ),
            ("answered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered at")),
            (
                "decline_reason",
                mvi.fields.ProseField(blank=True, editable=False, max_length=20000, verbose_name="reason to decline"),
            ),
            (
                "strategy",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="themes",
                    to="strategy.strategy",
                    verbose_name="strategy",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=80, verbose_name="name")),
            (
                "colour",
                models.PositiveSmallIntegerField(
                    choices=[
                        (1, "green"),
                        (2, "orange"),
                        (3, "purple"),
                        (4, "blue"),
                        (5, "red"),
                        (6, "teal"),
                        (7, "brown"),
                        (8, "grey"),
                    ],
                    default=1,
                    verbose_name="colour",
                ),
            ),
            ("ambition", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="ambition")),
            (
                "level",
                models.PositiveSmallIntegerField(
                    choices=[(1, "1 · basic"), (2, "2 · significant"), (3, "3 · ambitious")],
                    default=1,
                    verbose_name="level",
                ),
            ),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            (
                "framework_themes",
                models.ManyToManyField(
                    blank=True,
                    related_name="strategy_themes",
                    through="strategy.ThemeMapping",
                    to="strategy.frameworktheme",
                    verbose_name="in frameworks",
                ),
            ),
        ],
        options={
            "verbose_name": "theme",
            "verbose_name_plural": "themes",
            "ordering": ["position", "name"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("archived_at__isnull", True), ("archived_by__isnull", True)),
                        models.Q(("archived_at__isnull", False), ("archived_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="strategy_theme_archived_at_with_by",
                ),
                models.CheckConstraint(
                    condition=models.Q(("owner_status__in", ["none", "offered", "accepted", "declined"])),
                    name="strategy_theme_owner_status_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("owner__isnull", True), ("owner_status", "none")),
                        models.Q(("owner__isnull", False), models.Q(("owner_status", "none"), _negated=True)),
                        _connector="OR",
                    ),
                    name="theme_ownership_has_owner",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answered_at__isnull", False), ("owner_status__in", ["accepted", "declined"])),
                        models.Q(("answered_at__isnull", True), ("owner_status__in", ["none", "offered"])),
                        _connector="OR",
                    ),
                    name="theme_answered_when_answered",
                ),
                models.CheckConstraint(
                    condition=models.Q(("colour__in", [1, 2, 3, 4, 5, 6, 7, 8])), name="strategy_theme_colour_is_known"
                ),
                models.CheckConstraint(
                    condition=models.Q(("level__in", [1, 2, 3])), name="strategy_theme_level_is_known"
                ),
                models.UniqueConstraint(
                    models.F("strategy"),
                    django.db.models.functions.text.Lower("name"),
                    name="theme_name_once_per_strategy",
                    violation_error_code="name",
                    violation_error_message="This strategy already has a theme with this name.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="344d8c83fa008b71b47326c36201fa8fee9ff91c",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_4ce68",
                        table="strategy_theme",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="offer_to_owner",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="\n                    IF NEW.owner_id IS NULL THEN\n                        NEW.owner_status = 'none';\n                        NEW.answered_at = NULL;\n                        NEW.decline_reason = '';\n                    ELSIF TG_OP = 'INSERT' THEN\n                        IF NEW.owner_status = 'none' THEN\n                            NEW.owner_status = 'offered';\n                        END IF;\n                    ELSIF NEW.owner_id IS DISTINCT FROM OLD.owner_id\n                            AND NEW.answered_at IS NOT DISTINCT FROM OLD.answered_at THEN\n                        NEW.owner_status = 'offered';\n                        NEW.answered_at = NULL;\n                        NEW.decline_reason = '';\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="2da027da8c97fadf7616001e8fbfaa1796e346a1",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_offer_to_owner_0b456",
                        table="strategy_theme",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_themeevent" ("ambition", "answered_at", "archived_at", "archived_by_id", "colour", "decline_reason", "id", "is_example", "level", "name", "owner_id", "owner_status", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id", "version") VALUES (NEW."ambition", NEW."answered_at", NEW."archived_at", NEW."archived_by_id", NEW."colour", NEW."decline_reason", NEW."id", NEW."is_example", NEW."level", NEW."name", NEW."owner_id", NEW."owner_status", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."strategy_id", NEW."version"); RETURN NULL;',
                        hash="ed4efbd332b99635ee49b53c61ea9e7bb45a166b",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_4e0dc",
                        table="strategy_theme",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_themeevent" ("ambition", "answered_at", "archived_at", "archived_by_id", "colour", "decline_reason", "id", "is_example", "level", "name", "owner_id", "owner_status", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id", "version") VALUES (NEW."ambition", NEW."answered_at", NEW."archived_at", NEW."archived_by_id", NEW."colour", NEW."decline_reason", NEW."id", NEW."is_example", NEW."level", NEW."name", NEW."owner_id", NEW."owner_status", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."strategy_id", NEW."version"); RETURN NULL;',
                        hash="4737a43f040a844ffa42d3b8a848eddd4971a048",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_c5468",
                        table="strategy_theme",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_themeevent" ("ambition", "answered_at", "archived_at", "archived_by_id", "colour", "decline_reason", "id", "is_example", "level", "name", "owner_id", "owner_status", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id", "version") VALUES (OLD."ambition", OLD."answered_at", OLD."archived_at", OLD."archived_by_id", OLD."colour", OLD."decline_reason", OLD."id", OLD."is_example", OLD."level", OLD."name", OLD."owner_id", OLD."owner_status", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."strategy_id", OLD."version"); RETURN NULL;',
                        hash="c008dd1757149c16511f15cdfbda5a7a173d2351",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_444d9",
                        table="strategy_theme",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ThemeEvent",
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
                    to="strategy.theme",
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
                "owner",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="owner",
                ),
            ),
            (
                "owner_status",
                models.CharField(
                    choices=[
                        ("none", "no owner"),
                        ("offered", "offered"),
                        ("accepted", "accepted"),
                        ("declined", "declined"),
                    ],
                    default="none",
                    editable=False,
                    max_length=10,
                    verbose_name="ownership",
                ),
            ),
            ("answered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered at")),
            (
                "decline_reason",
                mvi.fields.ProseField(blank=True, editable=False, max_length=20000, verbose_name="reason to decline"),
            ),
            (
                "strategy",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.strategy",
                    verbose_name="strategy",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=80, verbose_name="name")),
            (
                "colour",
                models.PositiveSmallIntegerField(
                    choices=[
                        (1, "green"),
                        (2, "orange"),
                        (3, "purple"),
                        (4, "blue"),
                        (5, "red"),
                        (6, "teal"),
                        (7, "brown"),
                        (8, "grey"),
                    ],
                    default=1,
                    verbose_name="colour",
                ),
            ),
            ("ambition", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="ambition")),
            (
                "level",
                models.PositiveSmallIntegerField(
                    choices=[(1, "1 · basic"), (2, "2 · significant"), (3, "3 · ambitious")],
                    default=1,
                    verbose_name="level",
                ),
            ),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="242423af52b260f83c6563d4c498677cc9c6c346",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_01b70",
                        table="strategy_themeevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Goal",
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
                "owner",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="%(class)ss",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="owner",
                ),
            ),
            (
                "owner_status",
                models.CharField(
                    choices=[
                        ("none", "no owner"),
                        ("offered", "offered"),
                        ("accepted", "accepted"),
                        ("declined", "declined"),
                    ],
                    default="none",
                    editable=False,
                    max_length=10,
                    verbose_name="ownership",
                ),
            ),
            ("answered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered at")),
            (
                "decline_reason",
                mvi.fields.ProseField(blank=True, editable=False, max_length=20000, verbose_name="reason to decline"),
            ),
            (
                "theme",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="goals",
                    to="strategy.theme",
                    verbose_name="theme",
                ),
            ),
            (
                "statement",
                mvi.fields.LineField(
                    help_text="One sentence that can turn out to be true.", max_length=200, verbose_name="goal"
                ),
            ),
            ("explanation", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="explanation")),
            (
                "level",
                models.PositiveSmallIntegerField(
                    choices=[(1, "1 · basic"), (2, "2 · significant"), (3, "3 · ambitious")],
                    default=1,
                    verbose_name="level",
                ),
            ),
            (
                "year",
                models.PositiveSmallIntegerField(
                    blank=True,
                    help_text="The year in which it is reached.",
                    null=True,
                    validators=[
                        django.core.validators.MinValueValidator(2000),
                        django.core.validators.MaxValueValidator(2100),
                    ],
                    verbose_name="year",
                ),
            ),
            (
                "status_override",
                models.CharField(
                    blank=True,
                    choices=[
                        ("on_track", "on track"),
                        ("behind", "behind"),
                        ("unmeasured", "no measurement"),
                        ("stale", "stale measurement"),
                    ],
                    editable=False,
                    max_length=10,
                    verbose_name="status by hand",
                ),
            ),
            (
                "status_reason",
                mvi.fields.ProseField(
                    blank=True, editable=False, max_length=20000, verbose_name="reason for the status by hand"
                ),
            ),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
        ],
        options={
            "verbose_name": "goal",
            "verbose_name_plural": "goals",
            "ordering": ["theme__position", "position", "statement"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("archived_at__isnull", True), ("archived_by__isnull", True)),
                        models.Q(("archived_at__isnull", False), ("archived_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="strategy_goal_archived_at_with_by",
                ),
                models.CheckConstraint(
                    condition=models.Q(("owner_status__in", ["none", "offered", "accepted", "declined"])),
                    name="strategy_goal_owner_status_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("owner__isnull", True), ("owner_status", "none")),
                        models.Q(("owner__isnull", False), models.Q(("owner_status", "none"), _negated=True)),
                        _connector="OR",
                    ),
                    name="goal_ownership_has_owner",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answered_at__isnull", False), ("owner_status__in", ["accepted", "declined"])),
                        models.Q(("answered_at__isnull", True), ("owner_status__in", ["none", "offered"])),
                        _connector="OR",
                    ),
                    name="goal_answered_when_answered",
                ),
                models.CheckConstraint(
                    condition=models.Q(("level__in", [1, 2, 3])), name="strategy_goal_level_is_known"
                ),
                models.CheckConstraint(
                    condition=models.Q(("year__isnull", True), ("year__range", (2000, 2100)), _connector="OR"),
                    name="goal_year_in_this_century",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("status_override", ""),
                        ("status_override__in", ["on_track", "behind", "unmeasured", "stale"]),
                        _connector="OR",
                    ),
                    name="goal_status_override_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("status_override", ""), ("status_reason", "")),
                        models.Q(
                            models.Q(("status_override", ""), _negated=True),
                            models.Q(("status_reason", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="goal_status_by_hand_has_reason",
                ),
                models.UniqueConstraint(
                    models.F("theme"),
                    django.db.models.functions.text.Lower("statement"),
                    name="goal_once_per_theme",
                    violation_error_code="statement",
                    violation_error_message="This theme already has this goal.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="8ab8ec4b8d089293157c7d1f69614f36820f9b93",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_1b3e2",
                        table="strategy_goal",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="offer_to_owner",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="\n                    IF NEW.owner_id IS NULL THEN\n                        NEW.owner_status = 'none';\n                        NEW.answered_at = NULL;\n                        NEW.decline_reason = '';\n                    ELSIF TG_OP = 'INSERT' THEN\n                        IF NEW.owner_status = 'none' THEN\n                            NEW.owner_status = 'offered';\n                        END IF;\n                    ELSIF NEW.owner_id IS DISTINCT FROM OLD.owner_id\n                            AND NEW.answered_at IS NOT DISTINCT FROM OLD.answered_at THEN\n                        NEW.owner_status = 'offered';\n                        NEW.answered_at = NULL;\n                        NEW.decline_reason = '';\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="1cb091e4095acea2cd2163356dd86f262cdf2a9a",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_offer_to_owner_fedeb",
                        table="strategy_goal",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_goalevent" ("answered_at", "archived_at", "archived_by_id", "decline_reason", "explanation", "id", "is_example", "level", "owner_id", "owner_status", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "statement", "status_override", "status_reason", "theme_id", "version", "year") VALUES (NEW."answered_at", NEW."archived_at", NEW."archived_by_id", NEW."decline_reason", NEW."explanation", NEW."id", NEW."is_example", NEW."level", NEW."owner_id", NEW."owner_status", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."statement", NEW."status_override", NEW."status_reason", NEW."theme_id", NEW."version", NEW."year"); RETURN NULL;',
                        hash="d3fb4c869fa5d6cf64607698bb72cf5c921cb1b2",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_28ef8",
                        table="strategy_goal",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_goalevent" ("answered_at", "archived_at", "archived_by_id", "decline_reason", "explanation", "id", "is_example", "level", "owner_id", "owner_status", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "statement", "status_override", "status_reason", "theme_id", "version", "year") VALUES (NEW."answered_at", NEW."archived_at", NEW."archived_by_id", NEW."decline_reason", NEW."explanation", NEW."id", NEW."is_example", NEW."level", NEW."owner_id", NEW."owner_status", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."statement", NEW."status_override", NEW."status_reason", NEW."theme_id", NEW."version", NEW."year"); RETURN NULL;',
                        hash="11adb8288c02316b42da24e697433f9dcb777c8c",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_d603b",
                        table="strategy_goal",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_goalevent" ("answered_at", "archived_at", "archived_by_id", "decline_reason", "explanation", "id", "is_example", "level", "owner_id", "owner_status", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "statement", "status_override", "status_reason", "theme_id", "version", "year") VALUES (OLD."answered_at", OLD."archived_at", OLD."archived_by_id", OLD."decline_reason", OLD."explanation", OLD."id", OLD."is_example", OLD."level", OLD."owner_id", OLD."owner_status", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."statement", OLD."status_override", OLD."status_reason", OLD."theme_id", OLD."version", OLD."year"); RETURN NULL;',
                        hash="35f3a599353be96fe1e9a3a42e9b5bb5bbdfc060",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_9ccbd",
                        table="strategy_goal",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="GoalEvent",
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
                    to="strategy.goal",
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
                "owner",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="owner",
                ),
            ),
            (
                "owner_status",
                models.CharField(
                    choices=[
                        ("none", "no owner"),
                        ("offered", "offered"),
                        ("accepted", "accepted"),
                        ("declined", "declined"),
                    ],
                    default="none",
                    editable=False,
                    max_length=10,
                    verbose_name="ownership",
                ),
            ),
            ("answered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered at")),
            (
                "decline_reason",
                mvi.fields.ProseField(blank=True, editable=False, max_length=20000, verbose_name="reason to decline"),
            ),
            (
                "theme",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.theme",
                    verbose_name="theme",
                ),
            ),
            (
                "statement",
                mvi.fields.LineField(
                    help_text="One sentence that can turn out to be true.", max_length=200, verbose_name="goal"
                ),
            ),
            ("explanation", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="explanation")),
            (
                "level",
                models.PositiveSmallIntegerField(
                    choices=[(1, "1 · basic"), (2, "2 · significant"), (3, "3 · ambitious")],
                    default=1,
                    verbose_name="level",
                ),
            ),
            (
                "year",
                models.PositiveSmallIntegerField(
                    blank=True,
                    help_text="The year in which it is reached.",
                    null=True,
                    validators=[
                        django.core.validators.MinValueValidator(2000),
                        django.core.validators.MaxValueValidator(2100),
                    ],
                    verbose_name="year",
                ),
            ),
            (
                "status_override",
                models.CharField(
                    blank=True,
                    choices=[
                        ("on_track", "on track"),
                        ("behind", "behind"),
                        ("unmeasured", "no measurement"),
                        ("stale", "stale measurement"),
                    ],
                    editable=False,
                    max_length=10,
                    verbose_name="status by hand",
                ),
            ),
            (
                "status_reason",
                mvi.fields.ProseField(
                    blank=True, editable=False, max_length=20000, verbose_name="reason for the status by hand"
                ),
            ),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="b099a1edee17444dedcf73cf42f8ef7ccab524cd",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_50a10",
                        table="strategy_goalevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Action",
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
                "owner",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="%(class)ss",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="owner",
                ),
            ),
            (
                "owner_status",
                models.CharField(
                    choices=[
                        ("none", "no owner"),
                        ("offered", "offered"),
                        ("accepted", "accepted"),
                        ("declined", "declined"),
                    ],
                    default="none",
                    editable=False,
                    max_length=10,
                    verbose_name="ownership",
                ),
            ),
            ("answered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered at")),
            (
                "decline_reason",
                mvi.fields.ProseField(blank=True, editable=False, max_length=20000, verbose_name="reason to decline"),
            ),
            (
                "theme",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="actions",
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
                    related_name="actions",
                    to="strategy.goal",
                    verbose_name="goal",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="action")),
            ("description", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="description")),
            ("starts_on", models.DateField(blank=True, null=True, verbose_name="starts on")),
            ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends on")),
            ("hours", models.PositiveIntegerField(blank=True, null=True, verbose_name="hours")),
            (
                "budget",
                models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="budget (€)"),
            ),
            (
                "status",
                models.CharField(
                    choices=[("planned", "planned"), ("ongoing", "ongoing"), ("done", "done"), ("dropped", "dropped")],
                    default="planned",
                    max_length=10,
                    verbose_name="status",
                ),
            ),
        ],
        options={
            "verbose_name": "action",
            "verbose_name_plural": "actions",
            "ordering": ["theme__position", models.OrderBy(models.F("ends_on"), nulls_last=True), "title"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("owner_status__in", ["none", "offered", "accepted", "declined"])),
                    name="strategy_action_owner_status_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("owner__isnull", True), ("owner_status", "none")),
                        models.Q(("owner__isnull", False), models.Q(("owner_status", "none"), _negated=True)),
                        _connector="OR",
                    ),
                    name="action_ownership_has_owner",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answered_at__isnull", False), ("owner_status__in", ["accepted", "declined"])),
                        models.Q(("answered_at__isnull", True), ("owner_status__in", ["none", "offered"])),
                        _connector="OR",
                    ),
                    name="action_answered_when_answered",
                ),
                models.CheckConstraint(
                    condition=models.Q(("status__in", ["planned", "ongoing", "done", "dropped"])),
                    name="strategy_action_status_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("ends_on__isnull", True),
                        ("starts_on__isnull", True),
                        ("ends_on__gte", models.F("starts_on")),
                        _connector="OR",
                    ),
                    name="action_ends_on_or_after_start",
                    violation_error_code="ends_on",
                    violation_error_message="An action cannot end before it starts.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("budget__isnull", True), ("budget__gte", 0), _connector="OR"),
                    name="action_budget_not_negative",
                    violation_error_code="budget",
                    violation_error_message="A budget cannot be negative.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="e7a5724d7c07d61e7d8e495532b54265c7126602",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_e647f",
                        table="strategy_action",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="offer_to_owner",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="\n                    IF NEW.owner_id IS NULL THEN\n                        NEW.owner_status = 'none';\n                        NEW.answered_at = NULL;\n                        NEW.decline_reason = '';\n                    ELSIF TG_OP = 'INSERT' THEN\n                        IF NEW.owner_status = 'none' THEN\n                            NEW.owner_status = 'offered';\n                        END IF;\n                    ELSIF NEW.owner_id IS DISTINCT FROM OLD.owner_id\n                            AND NEW.answered_at IS NOT DISTINCT FROM OLD.answered_at THEN\n                        NEW.owner_status = 'offered';\n                        NEW.answered_at = NULL;\n                        NEW.decline_reason = '';\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="0d07c6b5ba9984a45ef6a22ac1bb45433d1f6974",
                        operation="INSERT OR UPDATE",
                        pgid="pgtrigger_offer_to_owner_a77bc",
                        table="strategy_action",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_actionevent" ("answered_at", "budget", "decline_reason", "description", "ends_on", "goal_id", "hours", "id", "is_example", "owner_id", "owner_status", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "theme_id", "title", "version") VALUES (NEW."answered_at", NEW."budget", NEW."decline_reason", NEW."description", NEW."ends_on", NEW."goal_id", NEW."hours", NEW."id", NEW."is_example", NEW."owner_id", NEW."owner_status", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."status", NEW."theme_id", NEW."title", NEW."version"); RETURN NULL;',
                        hash="02f254d58f36eb89874f7ff481e71cad29c17293",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_67dfa",
                        table="strategy_action",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_actionevent" ("answered_at", "budget", "decline_reason", "description", "ends_on", "goal_id", "hours", "id", "is_example", "owner_id", "owner_status", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "theme_id", "title", "version") VALUES (NEW."answered_at", NEW."budget", NEW."decline_reason", NEW."description", NEW."ends_on", NEW."goal_id", NEW."hours", NEW."id", NEW."is_example", NEW."owner_id", NEW."owner_status", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."status", NEW."theme_id", NEW."title", NEW."version"); RETURN NULL;',
                        hash="961e1cbb1848450553802e2c40135e44623a7e48",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_c66e9",
                        table="strategy_action",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_actionevent" ("answered_at", "budget", "decline_reason", "description", "ends_on", "goal_id", "hours", "id", "is_example", "owner_id", "owner_status", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "theme_id", "title", "version") VALUES (OLD."answered_at", OLD."budget", OLD."decline_reason", OLD."description", OLD."ends_on", OLD."goal_id", OLD."hours", OLD."id", OLD."is_example", OLD."owner_id", OLD."owner_status", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."status", OLD."theme_id", OLD."title", OLD."version"); RETURN NULL;',
                        hash="8a8e4f82cd3c7076a913631fa7abe441d5eeffe5",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_03543",
                        table="strategy_action",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ActionEvent",
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
                    to="strategy.action",
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
                "owner",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="owner",
                ),
            ),
            (
                "owner_status",
                models.CharField(
                    choices=[
                        ("none", "no owner"),
                        ("offered", "offered"),
                        ("accepted", "accepted"),
                        ("declined", "declined"),
                    ],
                    default="none",
                    editable=False,
                    max_length=10,
                    verbose_name="ownership",
                ),
            ),
            ("answered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered at")),
            (
                "decline_reason",
                mvi.fields.ProseField(blank=True, editable=False, max_length=20000, verbose_name="reason to decline"),
            ),
            (
                "theme",
                models.ForeignKey(
                    db_constraint=False,
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
            ("title", mvi.fields.LineField(max_length=200, verbose_name="action")),
            ("description", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="description")),
            ("starts_on", models.DateField(blank=True, null=True, verbose_name="starts on")),
            ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends on")),
            ("hours", models.PositiveIntegerField(blank=True, null=True, verbose_name="hours")),
            (
                "budget",
                models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="budget (€)"),
            ),
            (
                "status",
                models.CharField(
                    choices=[("planned", "planned"), ("ongoing", "ongoing"), ("done", "done"), ("dropped", "dropped")],
                    default="planned",
                    max_length=10,
                    verbose_name="status",
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
                        hash="af7418fcb6d373ed6090b9526254ecc16a2f9e50",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_c86b2",
                        table="strategy_actionevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="CoreValue",
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
                "strategy",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="core_values",
                    to="strategy.strategy",
                    verbose_name="strategy",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=80, verbose_name="name")),
            (
                "meaning",
                mvi.fields.ProseField(
                    blank=True, help_text="What do we mean by it?", max_length=20000, verbose_name="meaning"
                ),
            ),
            (
                "behaviour",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="What somebody does or says when this value is alive.",
                    max_length=20000,
                    verbose_name="what do we see then?",
                ),
            ),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
        ],
        options={
            "verbose_name": "core value",
            "verbose_name_plural": "core values",
            "ordering": ["position", "name"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("archived_at__isnull", True), ("archived_by__isnull", True)),
                        models.Q(("archived_at__isnull", False), ("archived_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="strategy_corevalue_archived_at_with_by",
                ),
                models.UniqueConstraint(
                    models.F("strategy"),
                    django.db.models.functions.text.Lower("name"),
                    name="core_value_name_once_per_strategy",
                    violation_error_code="name",
                    violation_error_message="This strategy already has a core value with this name.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="e5efdfc59550a00254422b7b181a6d740196ad56",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_196b0",
                        table="strategy_corevalue",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_corevalueevent" ("archived_at", "archived_by_id", "behaviour", "id", "is_example", "meaning", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id", "version") VALUES (NEW."archived_at", NEW."archived_by_id", NEW."behaviour", NEW."id", NEW."is_example", NEW."meaning", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."strategy_id", NEW."version"); RETURN NULL;',
                        hash="dd2ec63388e6aa7460bc957c444850c77eebf840",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_11c70",
                        table="strategy_corevalue",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_corevalueevent" ("archived_at", "archived_by_id", "behaviour", "id", "is_example", "meaning", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id", "version") VALUES (NEW."archived_at", NEW."archived_by_id", NEW."behaviour", NEW."id", NEW."is_example", NEW."meaning", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."strategy_id", NEW."version"); RETURN NULL;',
                        hash="5f5a8f4b84196faad792a47a01ada0e23047c18c",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_b648c",
                        table="strategy_corevalue",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_corevalueevent" ("archived_at", "archived_by_id", "behaviour", "id", "is_example", "meaning", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "strategy_id", "version") VALUES (OLD."archived_at", OLD."archived_by_id", OLD."behaviour", OLD."id", OLD."is_example", OLD."meaning", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."strategy_id", OLD."version"); RETURN NULL;',
                        hash="6069a6174e2ac1b9d80676317a20dea878b96196",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_a0530",
                        table="strategy_corevalue",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="CoreValueEvent",
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
                    to="strategy.corevalue",
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
                "strategy",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.strategy",
                    verbose_name="strategy",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=80, verbose_name="name")),
            (
                "meaning",
                mvi.fields.ProseField(
                    blank=True, help_text="What do we mean by it?", max_length=20000, verbose_name="meaning"
                ),
            ),
            (
                "behaviour",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="What somebody does or says when this value is alive.",
                    max_length=20000,
                    verbose_name="what do we see then?",
                ),
            ),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="4073e8e97242bb6ec85fcb78d64c094915c1e414",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_f6b76",
                        table="strategy_corevalueevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ConsultationRound",
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
                "strategy",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="consultations",
                    to="strategy.strategy",
                    verbose_name="strategy",
                ),
            ),
            ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="open from")),
            (
                "ends_on",
                models.DateField(help_text="The last day on which remarks can be made.", verbose_name="open until"),
            ),
            (
                "question",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="On what do you want to hear others most? It stands above the remarks.",
                    max_length=20000,
                    verbose_name="what we ask",
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
            (
                "people",
                models.ManyToManyField(
                    blank=True,
                    help_text="Choose nobody, and everybody who may make remarks can react.",
                    related_name="+",
                    through="strategy.Invitation",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="for whom",
                ),
            ),
        ],
        options={
            "verbose_name": "consultation",
            "verbose_name_plural": "consultations",
            "ordering": ["-starts_on", "strategy"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                        models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="strategy_consultationround_closed_at_with_by",
                ),
                models.CheckConstraint(
                    condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                    name="consultation_ends_after_start",
                    violation_error_code="ends_on",
                    violation_error_message="A period ends after it starts.",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("closed_at__isnull", True)),
                    fields=("strategy",),
                    name="consultation_one_open_per_strategy",
                    violation_error_code="strategy",
                    violation_error_message="This strategy is in consultation already. Close that first.",
                ),
                models.UniqueConstraint(
                    fields=("strategy", "starts_on"),
                    name="consultation_one_a_day",
                    violation_error_code="starts_on",
                    violation_error_message="A consultation on this strategy started on this day already.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="7bc16771a066861ca19f5d03d28c90ef95218930",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_a7de3",
                        table="strategy_consultationround",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="tell_strategy",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="\n                    IF NEW.closed_at IS NULL THEN\n                        UPDATE strategy_strategy SET status = 'consultation'\n                        WHERE id = NEW.strategy_id AND status = 'draft';\n                    ELSIF TG_OP = 'UPDATE' AND OLD.closed_at IS NULL THEN\n                        UPDATE strategy_strategy SET status = 'draft'\n                        WHERE id = NEW.strategy_id AND status = 'consultation';\n                    END IF;\n                    RETURN NULL;\n                ",
                        hash="29e1cc61809ab0ac7565f31b64bf1a6dc2e31f7a",
                        operation='INSERT OR UPDATE OF "closed_at"',
                        pgid="pgtrigger_tell_strategy_f2312",
                        table="strategy_consultationround",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_consultationroundevent" ("closed_at", "closed_by_id", "ends_on", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "starts_on", "strategy_id", "version") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."ends_on", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question", NEW."starts_on", NEW."strategy_id", NEW."version"); RETURN NULL;',
                        hash="d3d0a98f97deafefffc3590f9a70986c1fa4b7dc",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_68257",
                        table="strategy_consultationround",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_consultationroundevent" ("closed_at", "closed_by_id", "ends_on", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "starts_on", "strategy_id", "version") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."ends_on", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question", NEW."starts_on", NEW."strategy_id", NEW."version"); RETURN NULL;',
                        hash="9155378b764a9a078784da8d4c6960b14a78a39f",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_ddb09",
                        table="strategy_consultationround",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_consultationroundevent" ("closed_at", "closed_by_id", "ends_on", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "starts_on", "strategy_id", "version") VALUES (OLD."closed_at", OLD."closed_by_id", OLD."ends_on", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."question", OLD."starts_on", OLD."strategy_id", OLD."version"); RETURN NULL;',
                        hash="0ce794d73457491207d058f77c1f1c08ef7cd2ac",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_38bd0",
                        table="strategy_consultationround",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ConsultationRoundEvent",
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
                    to="strategy.consultationround",
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
                "strategy",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.strategy",
                    verbose_name="strategy",
                ),
            ),
            ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="open from")),
            (
                "ends_on",
                models.DateField(help_text="The last day on which remarks can be made.", verbose_name="open until"),
            ),
            (
                "question",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="On what do you want to hear others most? It stands above the remarks.",
                    max_length=20000,
                    verbose_name="what we ask",
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
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="3b047eccc2b1c6179b9b8cc290e6d7098c4f7618",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_728ed",
                        table="strategy_consultationroundevent",
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
                "consultation",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="invitations",
                    to="strategy.consultationround",
                    verbose_name="consultation",
                ),
            ),
            (
                "person",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="invitations",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="person",
                ),
            ),
        ],
        options={
            "verbose_name": "invitation",
            "verbose_name_plural": "invitations",
            "ordering": ["consultation", "person"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [models.UniqueConstraint(fields=("consultation", "person"), name="invited_once")],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="f38a7b6e488a5b7297de5046bb39ba4f4bb61b3d",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_1c44d",
                        table="strategy_invitation",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_invitationevent" ("consultation_id", "id", "is_example", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."consultation_id", NEW."id", NEW."is_example", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;',
                        hash="4f8bf15566e2ce5941d10a5458b6823ebbf64a7c",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_5a385",
                        table="strategy_invitation",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_invitationevent" ("consultation_id", "id", "is_example", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."consultation_id", NEW."id", NEW."is_example", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;',
                        hash="fdbb146a6abdc77e0851bb573881049cc6851a74",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_44d7f",
                        table="strategy_invitation",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_invitationevent" ("consultation_id", "id", "is_example", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."consultation_id", OLD."id", OLD."is_example", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."version"); RETURN NULL;',
                        hash="bd82f2444d051def4049b2266efe6b09f4b04fc0",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_dae2b",
                        table="strategy_invitation",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="InvitationEvent",
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
                    to="strategy.invitation",
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
                "consultation",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.consultationround",
                    verbose_name="consultation",
                ),
            ),
            (
                "person",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="person",
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
                        hash="123ffcba2c8907954add6fb4270eef328653c988",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_edec2",
                        table="strategy_invitationevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Remark",
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
                "consultation",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="remarks",
                    to="strategy.consultationround",
                    verbose_name="consultation",
                ),
            ),
            (
                "number",
                models.PositiveIntegerField(
                    help_text="By which a remark is known in its consultation.", verbose_name="number"
                ),
            ),
            (
                "paragraph",
                models.CharField(
                    blank=True,
                    choices=[("introduction", "introduction"), ("vision", "vision")],
                    help_text="The paragraph that it is about.",
                    max_length=20,
                    verbose_name="paragraph",
                ),
            ),
            (
                "core_value",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="remarks",
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
                    related_name="remarks",
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
                    related_name="remarks",
                    to="strategy.goal",
                    verbose_name="goal",
                ),
            ),
            (
                "text",
                mvi.fields.ProseField(
                    help_text="What should be different, and why?", max_length=4000, verbose_name="remark"
                ),
            ),
            (
                "said_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="remarks",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="said by",
                ),
            ),
            ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="said at")),
            (
                "outcome",
                models.CharField(
                    blank=True,
                    choices=[("adopted", "taken over"), ("not_adopted", "not taken over")],
                    help_text="Whether the text changes because of it.",
                    max_length=20,
                    verbose_name="taken over?",
                ),
            ),
            (
                "answer",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="Why, in words for the one who made the remark.",
                    max_length=4000,
                    verbose_name="answer",
                ),
            ),
            ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
            (
                "answered_by",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="answered by",
                ),
            ),
        ],
        options={
            "verbose_name": "remark in a consultation",
            "verbose_name_plural": "remarks in a consultation",
            "ordering": ["consultation", "number"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(fields=("consultation", "number"), name="remark_number_once"),
                models.CheckConstraint(
                    condition=models.Q(("paragraph__in", ["", "introduction", "vision"])),
                    name="remark_paragraph_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            models.Q(("paragraph", ""), _negated=True),
                            ("core_value__isnull", True),
                            ("goal__isnull", True),
                            ("theme__isnull", True),
                        ),
                        models.Q(
                            ("core_value__isnull", False),
                            ("goal__isnull", True),
                            ("paragraph", ""),
                            ("theme__isnull", True),
                        ),
                        models.Q(
                            ("core_value__isnull", True),
                            ("goal__isnull", True),
                            ("paragraph", ""),
                            ("theme__isnull", False),
                        ),
                        models.Q(
                            ("core_value__isnull", True),
                            ("goal__isnull", False),
                            ("paragraph", ""),
                            ("theme__isnull", True),
                        ),
                        _connector="OR",
                    ),
                    name="remark_is_about_one_thing",
                    violation_error_message="A remark is about one thing: a paragraph, core value, theme or goal.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answered_at__isnull", True), ("answered_by__isnull", True)),
                        models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="strategy_remark_answered_at_with_by",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("answer", ""), ("answered_at__isnull", True), ("outcome", "")),
                        models.Q(
                            models.Q(("answer", ""), _negated=True),
                            ("answered_at__isnull", False),
                            ("outcome__in", ["adopted", "not_adopted"]),
                        ),
                        _connector="OR",
                    ),
                    name="remark_answer_is_whole",
                    violation_error_code="answer",
                    violation_error_message="An answer says whether it is taken over, and why.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="e675c41d68e9c7cc64bd184705a8ed27d1d62948",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_a793b",
                        table="strategy_remark",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_remarkevent" ("answer", "answered_at", "answered_by_id", "consultation_id", "core_value_id", "goal_id", "id", "is_example", "number", "outcome", "paragraph", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "text", "theme_id", "version") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."consultation_id", NEW."core_value_id", NEW."goal_id", NEW."id", NEW."is_example", NEW."number", NEW."outcome", NEW."paragraph", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."said_at", NEW."said_by_id", NEW."text", NEW."theme_id", NEW."version"); RETURN NULL;',
                        hash="3ae3da7f77e95048509f7e92e6c55b2366df2394",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_3fa0e",
                        table="strategy_remark",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_remarkevent" ("answer", "answered_at", "answered_by_id", "consultation_id", "core_value_id", "goal_id", "id", "is_example", "number", "outcome", "paragraph", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "text", "theme_id", "version") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."consultation_id", NEW."core_value_id", NEW."goal_id", NEW."id", NEW."is_example", NEW."number", NEW."outcome", NEW."paragraph", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."said_at", NEW."said_by_id", NEW."text", NEW."theme_id", NEW."version"); RETURN NULL;',
                        hash="49adc8f5022f4677e2f7c4a78c6615999a33af69",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_d624f",
                        table="strategy_remark",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_remarkevent" ("answer", "answered_at", "answered_by_id", "consultation_id", "core_value_id", "goal_id", "id", "is_example", "number", "outcome", "paragraph", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "text", "theme_id", "version") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."consultation_id", OLD."core_value_id", OLD."goal_id", OLD."id", OLD."is_example", OLD."number", OLD."outcome", OLD."paragraph", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."said_at", OLD."said_by_id", OLD."text", OLD."theme_id", OLD."version"); RETURN NULL;',
                        hash="6fe262b77e45e875228986561d1499a15a7bae28",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_a5ce4",
                        table="strategy_remark",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="RemarkEvent",
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
                    to="strategy.remark",
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
                "consultation",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.consultationround",
                    verbose_name="consultation",
                ),
            ),
            (
                "number",
                models.PositiveIntegerField(
                    help_text="By which a remark is known in its consultation.", verbose_name="number"
                ),
            ),
            (
                "paragraph",
                models.CharField(
                    blank=True,
                    choices=[("introduction", "introduction"), ("vision", "vision")],
                    help_text="The paragraph that it is about.",
                    max_length=20,
                    verbose_name="paragraph",
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
                "text",
                mvi.fields.ProseField(
                    help_text="What should be different, and why?", max_length=4000, verbose_name="remark"
                ),
            ),
            (
                "said_by",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="said by",
                ),
            ),
            ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="said at")),
            (
                "outcome",
                models.CharField(
                    blank=True,
                    choices=[("adopted", "taken over"), ("not_adopted", "not taken over")],
                    help_text="Whether the text changes because of it.",
                    max_length=20,
                    verbose_name="taken over?",
                ),
            ),
            (
                "answer",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="Why, in words for the one who made the remark.",
                    max_length=4000,
                    verbose_name="answer",
                ),
            ),
            ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
            (
                "answered_by",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="answered by",
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
                        hash="fbfb929b99ec48cd9bfebf8065b1fdd9f1c0fe91",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_91961",
                        table="strategy_remarkevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Edition",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "strategy",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="editions",
                    to="strategy.strategy",
                    verbose_name="strategy",
                ),
            ),
            ("number", models.PositiveSmallIntegerField(verbose_name="edition")),
            ("content", models.JSONField(verbose_name="text")),
            ("decided_on", models.DateField(verbose_name="decided on")),
            (
                "decided_by_body",
                models.CharField(
                    choices=[("executive", "mayor and aldermen"), ("council", "municipal council")],
                    max_length=20,
                    verbose_name="decided by",
                ),
            ),
            (
                "decision_reference",
                mvi.fields.LineField(blank=True, max_length=200, verbose_name="reference of the decision"),
            ),
            ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
            (
                "made_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="made by",
                ),
            ),
        ],
        options={
            "verbose_name": "edition",
            "verbose_name_plural": "editions",
            "ordering": ["strategy", "-number"],
            "default_permissions": ("view", "export"),
            "constraints": [
                models.UniqueConstraint(fields=("strategy", "number"), name="edition_number_once_per_strategy"),
                models.CheckConstraint(
                    condition=models.Q(("decided_by_body__in", ["executive", "council"])),
                    name="strategy_edition_decided_by_body_is_known",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="19b12334c6ee9d52c6f9267129f214e677f8be02",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_7ecb0",
                        table="strategy_edition",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Framework",
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
                "kind",
                models.CharField(
                    choices=[
                        ("manifest", "Manifest MVOI"),
                        ("pianoo", "PIANOo"),
                        ("bt-774", "eForms BT-774, environmental impact"),
                        ("bt-775", "eForms BT-775, social objective"),
                        ("bt-776", "eForms BT-776, innovation"),
                        ("ocds", "OCDS sustainability goals"),
                        ("sdg", "sustainable development goals"),
                    ],
                    max_length=10,
                    verbose_name="list",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, unique=True, verbose_name="name")),
            ("starts_on", models.DateField(verbose_name="starts on")),
            ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends on")),
            ("source", mvi.fields.LineField(max_length=200, verbose_name="source")),
        ],
        options={
            "verbose_name": "framework",
            "verbose_name_plural": "frameworks",
            "ordering": ["kind", "-starts_on"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("kind__in", ["manifest", "pianoo", "bt-774", "bt-775", "bt-776", "ocds", "sdg"])
                    ),
                    name="strategy_framework_kind_is_known",
                ),
                models.UniqueConstraint(fields=("kind", "starts_on"), name="framework_one_version_from_a_day"),
                models.CheckConstraint(
                    condition=models.Q(
                        ("ends_on__isnull", True), ("ends_on__gt", models.F("starts_on")), _connector="OR"
                    ),
                    name="framework_ends_after_start",
                    violation_error_message="A framework cannot end before it starts.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="a1959fa00916d0b3cd3f215153f6dad0fef86d34",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_914fa",
                        table="strategy_framework",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_frameworkevent" ("ends_on", "id", "is_example", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "version") VALUES (NEW."ends_on", NEW."id", NEW."is_example", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."starts_on", NEW."version"); RETURN NULL;',
                        hash="21ba42d68dd2c527b1fa33abdcc453a2bc07a12d",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_196e4",
                        table="strategy_framework",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_frameworkevent" ("ends_on", "id", "is_example", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "version") VALUES (NEW."ends_on", NEW."id", NEW."is_example", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."starts_on", NEW."version"); RETURN NULL;',
                        hash="ada6a0670d296895fdec9586b57a0add91dee1bd",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_60d0a",
                        table="strategy_framework",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_frameworkevent" ("ends_on", "id", "is_example", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "version") VALUES (OLD."ends_on", OLD."id", OLD."is_example", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."starts_on", OLD."version"); RETURN NULL;',
                        hash="3f99b314dedfe6f6f2e7f6e47a616778ab2cf986",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_fed84",
                        table="strategy_framework",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="FrameworkEvent",
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
                    to="strategy.framework",
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
                "kind",
                models.CharField(
                    choices=[
                        ("manifest", "Manifest MVOI"),
                        ("pianoo", "PIANOo"),
                        ("bt-774", "eForms BT-774, environmental impact"),
                        ("bt-775", "eForms BT-775, social objective"),
                        ("bt-776", "eForms BT-776, innovation"),
                        ("ocds", "OCDS sustainability goals"),
                        ("sdg", "sustainable development goals"),
                    ],
                    max_length=10,
                    verbose_name="list",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="name")),
            ("starts_on", models.DateField(verbose_name="starts on")),
            ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends on")),
            ("source", mvi.fields.LineField(max_length=200, verbose_name="source")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="3c2062f19bcd4ec31e41004827c4be3f53ee7b9c",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_ff39c",
                        table="strategy_frameworkevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="FrameworkTheme",
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
                "framework",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="themes",
                    to="strategy.framework",
                    verbose_name="framework",
                ),
            ),
            ("code", mvi.fields.LineField(max_length=80, verbose_name="code")),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="name")),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
        ],
        options={
            "verbose_name": "theme of a framework",
            "verbose_name_plural": "themes of frameworks",
            "ordering": ["framework__kind", "-framework__starts_on", "position", "code"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [models.UniqueConstraint(fields=("framework", "code"), name="framework_theme_code_once")],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="25585261d3b6c5f1a0476588b67057bc85b13e4d",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_8e14d",
                        table="strategy_frameworktheme",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_frameworkthemeevent" ("code", "framework_id", "id", "is_example", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (NEW."code", NEW."framework_id", NEW."id", NEW."is_example", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."version"); RETURN NULL;',
                        hash="e297387d041d076931e9e9f60357a0f4b9c17d7f",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_ae1fe",
                        table="strategy_frameworktheme",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_frameworkthemeevent" ("code", "framework_id", "id", "is_example", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (NEW."code", NEW."framework_id", NEW."id", NEW."is_example", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."version"); RETURN NULL;',
                        hash="3aa874f9c9c0a9b02f8a5e052c35828200c1bdbf",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_d8ed1",
                        table="strategy_frameworktheme",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_frameworkthemeevent" ("code", "framework_id", "id", "is_example", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (OLD."code", OLD."framework_id", OLD."id", OLD."is_example", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."version"); RETURN NULL;',
                        hash="01c4ec11cb7d2489a7a2490ba30c6a643a5f10ff",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_1b8f7",
                        table="strategy_frameworktheme",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="FrameworkThemeEvent",
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
                    to="strategy.frameworktheme",
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
                "framework",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.framework",
                    verbose_name="framework",
                ),
            ),
            ("code", mvi.fields.LineField(max_length=80, verbose_name="code")),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="name")),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="b2d75b91f6c27fd53b57fa0a57465695e352c5f8",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_7781f",
                        table="strategy_frameworkthemeevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ThemeMapping",
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
                "theme",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="theme_mappings",
                    to="strategy.theme",
                    verbose_name="theme",
                ),
            ),
            (
                "framework_theme",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="theme_mappings",
                    to="strategy.frameworktheme",
                    verbose_name="theme of a framework",
                ),
            ),
        ],
        options={
            "verbose_name": "theme in a framework",
            "verbose_name_plural": "themes in frameworks",
            "ordering": [
                "theme__position",
                "theme__name",
                "framework_theme__framework__kind",
                "framework_theme__position",
            ],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(
                    fields=("theme", "framework_theme"),
                    name="theme_mapping_once",
                    violation_error_message="This theme is mapped to this already.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="276f8accd3768fe8ec2c2406e4dddee52bb7089b",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_a939f",
                        table="strategy_thememapping",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_thememappingevent" ("framework_theme_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme_id", "version") VALUES (NEW."framework_theme_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."theme_id", NEW."version"); RETURN NULL;',
                        hash="692ce237950dcf0dd0e3c5809a419809c8259255",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_7c28e",
                        table="strategy_thememapping",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_thememappingevent" ("framework_theme_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme_id", "version") VALUES (NEW."framework_theme_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."theme_id", NEW."version"); RETURN NULL;',
                        hash="47b1cf08b6b8bf72dd3ae732943ee0ebb0d45eb5",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_6c7d2",
                        table="strategy_thememapping",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_thememappingevent" ("framework_theme_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme_id", "version") VALUES (OLD."framework_theme_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."theme_id", OLD."version"); RETURN NULL;',
                        hash="686a1e6beaf27cc748aa9fe41b8bd9cb7ff6c428",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_b166a",
                        table="strategy_thememapping",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ThemeMappingEvent",
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
                    to="strategy.thememapping",
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
                "theme",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.theme",
                    verbose_name="theme",
                ),
            ),
            (
                "framework_theme",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.frameworktheme",
                    verbose_name="theme of a framework",
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
                        hash="04c4346532d113ad18522b4a1f9b97ec996783f6",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_a2f0b",
                        table="strategy_thememappingevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Indicator",
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
                "goal",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="indicators",
                    to="strategy.goal",
                    verbose_name="goal",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="indicator")),
            ("unit", mvi.fields.LineField(help_text="For example % or ton.", max_length=40, verbose_name="unit")),
            (
                "direction",
                models.CharField(
                    choices=[("up", "higher is better"), ("down", "lower is better")],
                    default="up",
                    max_length=4,
                    verbose_name="direction",
                ),
            ),
            (
                "method",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="How it is measured, and from which source.",
                    max_length=20000,
                    verbose_name="method",
                ),
            ),
            (
                "rollup",
                models.CharField(
                    choices=[
                        ("own", "own measurements"),
                        ("sum", "sum of the pilots"),
                        ("mean", "mean of the pilots"),
                        ("latest", "latest of the pilots"),
                    ],
                    default="own",
                    max_length=6,
                    verbose_name="value comes from",
                ),
            ),
            (
                "may_exceed_100",
                models.BooleanField(
                    default=False,
                    help_text="A growth can; a percentage that is part of a whole cannot.",
                    verbose_name="may be more than 100%",
                ),
            ),
            (
                "baseline",
                models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="baseline"),
            ),
            ("baseline_on", models.DateField(blank=True, null=True, verbose_name="date of the baseline")),
            (
                "target",
                models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="target"),
            ),
            ("target_on", models.DateField(blank=True, null=True, verbose_name="date of the target")),
            (
                "interval_months",
                models.PositiveSmallIntegerField(
                    default=12,
                    help_text="After that the last measurement is stale.",
                    validators=[
                        django.core.validators.MinValueValidator(1),
                        django.core.validators.MaxValueValidator(60),
                    ],
                    verbose_name="measured every (months)",
                ),
            ),
        ],
        options={
            "verbose_name": "indicator",
            "verbose_name_plural": "indicators",
            "ordering": ["goal", "name"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("direction__in", ["up", "down"])), name="strategy_indicator_direction_is_known"
                ),
                models.CheckConstraint(
                    condition=models.Q(("rollup__in", ["own", "sum", "mean", "latest"])),
                    name="strategy_indicator_rollup_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("baseline__isnull", True), ("baseline_on__isnull", True)),
                        models.Q(("baseline__isnull", False), ("baseline_on__isnull", False)),
                        _connector="OR",
                    ),
                    name="strategy_indicator_baseline_has_date",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("target__isnull", True), ("target_on__isnull", True)),
                        models.Q(("target__isnull", False), ("target_on__isnull", False)),
                        _connector="OR",
                    ),
                    name="strategy_indicator_target_has_date",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("target_on__isnull", True),
                        ("baseline_on__isnull", True),
                        ("target_on__gt", models.F("baseline_on")),
                        _connector="OR",
                    ),
                    name="indicator_target_after_baseline",
                    violation_error_code="target_on",
                    violation_error_message="The target must come after the baseline.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("interval_months__range", (1, 60))), name="indicator_interval_of_1_to_60_months"
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("unit", "%"), _negated=True),
                        ("may_exceed_100", True),
                        models.Q(
                            models.Q(("baseline__isnull", True), ("baseline__lte", 100), _connector="OR"),
                            models.Q(("target__isnull", True), ("target__lte", 100), _connector="OR"),
                        ),
                        _connector="OR",
                    ),
                    name="indicator_percentage_at_most_100",
                    violation_error_message="A percentage of a whole is at most 100. Tick “may be more than 100%” if it is a growth.",
                ),
                models.UniqueConstraint(
                    models.F("goal"),
                    django.db.models.functions.text.Lower("name"),
                    name="indicator_once_per_goal",
                    violation_error_code="name",
                    violation_error_message="This goal already has this indicator.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="3b19384736790dfdb4137df26a63cdd9c2dc9cc1",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_c3c85",
                        table="strategy_indicator",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_indicatorevent" ("baseline", "baseline_on", "direction", "goal_id", "id", "interval_months", "is_example", "may_exceed_100", "method", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rollup", "target", "target_on", "unit", "version") VALUES (NEW."baseline", NEW."baseline_on", NEW."direction", NEW."goal_id", NEW."id", NEW."interval_months", NEW."is_example", NEW."may_exceed_100", NEW."method", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rollup", NEW."target", NEW."target_on", NEW."unit", NEW."version"); RETURN NULL;',
                        hash="39cc11e43c4102e9c4fc7ba277cafa2970be3a78",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_e018f",
                        table="strategy_indicator",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_indicatorevent" ("baseline", "baseline_on", "direction", "goal_id", "id", "interval_months", "is_example", "may_exceed_100", "method", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rollup", "target", "target_on", "unit", "version") VALUES (NEW."baseline", NEW."baseline_on", NEW."direction", NEW."goal_id", NEW."id", NEW."interval_months", NEW."is_example", NEW."may_exceed_100", NEW."method", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rollup", NEW."target", NEW."target_on", NEW."unit", NEW."version"); RETURN NULL;',
                        hash="802b6c9aab179b994aef3b6d1180dfeb0330ef44",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_d1f3b",
                        table="strategy_indicator",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_indicatorevent" ("baseline", "baseline_on", "direction", "goal_id", "id", "interval_months", "is_example", "may_exceed_100", "method", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rollup", "target", "target_on", "unit", "version") VALUES (OLD."baseline", OLD."baseline_on", OLD."direction", OLD."goal_id", OLD."id", OLD."interval_months", OLD."is_example", OLD."may_exceed_100", OLD."method", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rollup", OLD."target", OLD."target_on", OLD."unit", OLD."version"); RETURN NULL;',
                        hash="738bf1ace7371ab5f33b54d0e9862e1daede3c51",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_740a0",
                        table="strategy_indicator",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="IndicatorEvent",
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
                    to="strategy.indicator",
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
                "goal",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.goal",
                    verbose_name="goal",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="indicator")),
            ("unit", mvi.fields.LineField(help_text="For example % or ton.", max_length=40, verbose_name="unit")),
            (
                "direction",
                models.CharField(
                    choices=[("up", "higher is better"), ("down", "lower is better")],
                    default="up",
                    max_length=4,
                    verbose_name="direction",
                ),
            ),
            (
                "method",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="How it is measured, and from which source.",
                    max_length=20000,
                    verbose_name="method",
                ),
            ),
            (
                "rollup",
                models.CharField(
                    choices=[
                        ("own", "own measurements"),
                        ("sum", "sum of the pilots"),
                        ("mean", "mean of the pilots"),
                        ("latest", "latest of the pilots"),
                    ],
                    default="own",
                    max_length=6,
                    verbose_name="value comes from",
                ),
            ),
            (
                "may_exceed_100",
                models.BooleanField(
                    default=False,
                    help_text="A growth can; a percentage that is part of a whole cannot.",
                    verbose_name="may be more than 100%",
                ),
            ),
            (
                "baseline",
                models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="baseline"),
            ),
            ("baseline_on", models.DateField(blank=True, null=True, verbose_name="date of the baseline")),
            (
                "target",
                models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="target"),
            ),
            ("target_on", models.DateField(blank=True, null=True, verbose_name="date of the target")),
            (
                "interval_months",
                models.PositiveSmallIntegerField(
                    default=12,
                    help_text="After that the last measurement is stale.",
                    validators=[
                        django.core.validators.MinValueValidator(1),
                        django.core.validators.MaxValueValidator(60),
                    ],
                    verbose_name="measured every (months)",
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
                        hash="24eb8e97e75bd2e2a967c55d79d7616954bbbdfe",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_8e21c",
                        table="strategy_indicatorevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="InterimTarget",
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
                "indicator",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="interim_targets",
                    to="strategy.indicator",
                    verbose_name="indicator",
                ),
            ),
            ("on", models.DateField(verbose_name="date")),
            ("value", models.DecimalField(decimal_places=3, max_digits=16, verbose_name="value")),
        ],
        options={
            "verbose_name": "interim target",
            "verbose_name_plural": "interim targets",
            "ordering": ["indicator", "on"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(
                    fields=("indicator", "on"),
                    name="interim_target_once_a_day",
                    violation_error_code="on",
                    violation_error_message="There is already an interim target on this date; change that one.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="b6298d214ede6cb6d148846d2e759b266b2df8a5",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_3cba8",
                        table="strategy_interimtarget",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_interimtargetevent" ("id", "indicator_id", "is_example", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "version") VALUES (NEW."id", NEW."indicator_id", NEW."is_example", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."value", NEW."version"); RETURN NULL;',
                        hash="1e0038b6d2bf4ab75afd397955d3b0b97a3abed7",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_e0869",
                        table="strategy_interimtarget",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_interimtargetevent" ("id", "indicator_id", "is_example", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "version") VALUES (NEW."id", NEW."indicator_id", NEW."is_example", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."value", NEW."version"); RETURN NULL;',
                        hash="1d1ca2c9a13e685b3c7841125526e60055ac6bdf",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_9d2e8",
                        table="strategy_interimtarget",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_interimtargetevent" ("id", "indicator_id", "is_example", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "version") VALUES (OLD."id", OLD."indicator_id", OLD."is_example", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."value", OLD."version"); RETURN NULL;',
                        hash="c6446ebd93153906c8eac9b1dccc164e66e7119a",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_2ea0a",
                        table="strategy_interimtarget",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="InterimTargetEvent",
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
                    to="strategy.interimtarget",
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
                "indicator",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.indicator",
                    verbose_name="indicator",
                ),
            ),
            ("on", models.DateField(verbose_name="date")),
            ("value", models.DecimalField(decimal_places=3, max_digits=16, verbose_name="value")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="592b2fb65a7c64cebe8dbe5204bee9e3b35b65b1",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_b9d39",
                        table="strategy_interimtargetevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Measurement",
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
                "indicator",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="measurements",
                    to="strategy.indicator",
                    verbose_name="indicator",
                ),
            ),
            ("on", models.DateField(default=django.utils.timezone.localdate, verbose_name="date")),
            ("value", models.DecimalField(decimal_places=3, max_digits=16, verbose_name="value")),
            ("note", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="note")),
            (
                "evidence",
                mvi.fields.LineField(
                    blank=True,
                    help_text="Where it can be checked: a report or an address.",
                    max_length=200,
                    verbose_name="evidence",
                ),
            ),
            (
                "measured_by",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="measurements",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="measured by",
                ),
            ),
        ],
        options={
            "verbose_name": "measurement",
            "verbose_name_plural": "measurements",
            "ordering": ["indicator", "-on"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(
                    fields=("indicator", "on"),
                    name="measurement_once_a_day",
                    violation_error_code="on",
                    violation_error_message="There is already a measurement on this date; change that one.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="3d3f0f57404e28bdbef4ae02b76615fc5972f891",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_ada46",
                        table="strategy_measurement",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_measurementevent" ("evidence", "id", "indicator_id", "is_example", "measured_by_id", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "version") VALUES (NEW."evidence", NEW."id", NEW."indicator_id", NEW."is_example", NEW."measured_by_id", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."value", NEW."version"); RETURN NULL;',
                        hash="1a4c610993238114b6443673731aaa857363641f",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_64864",
                        table="strategy_measurement",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_measurementevent" ("evidence", "id", "indicator_id", "is_example", "measured_by_id", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "version") VALUES (NEW."evidence", NEW."id", NEW."indicator_id", NEW."is_example", NEW."measured_by_id", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."value", NEW."version"); RETURN NULL;',
                        hash="8444c9594df7f51510a84f56513212eb44e901fe",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_786ad",
                        table="strategy_measurement",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_measurementevent" ("evidence", "id", "indicator_id", "is_example", "measured_by_id", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "version") VALUES (OLD."evidence", OLD."id", OLD."indicator_id", OLD."is_example", OLD."measured_by_id", OLD."note", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."value", OLD."version"); RETURN NULL;',
                        hash="58fe24f2ff8d0616956fd5517a15fa089142ec33",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_fa750",
                        table="strategy_measurement",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MeasurementEvent",
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
                    to="strategy.measurement",
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
                "indicator",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.indicator",
                    verbose_name="indicator",
                ),
            ),
            ("on", models.DateField(default=django.utils.timezone.localdate, verbose_name="date")),
            ("value", models.DecimalField(decimal_places=3, max_digits=16, verbose_name="value")),
            ("note", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="note")),
            (
                "evidence",
                mvi.fields.LineField(
                    blank=True,
                    help_text="Where it can be checked: a report or an address.",
                    max_length=200,
                    verbose_name="evidence",
                ),
            ),
            (
                "measured_by",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="measured by",
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
                        hash="5638547917ef501dd0aa1d812f28e13d654d1986",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_d98ca",
                        table="strategy_measurementevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="KnowledgeCard",
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
            ("keyword", models.SlugField(unique=True, verbose_name="word in the address")),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="title")),
            ("summary", mvi.fields.LineField(max_length=300, verbose_name="in one sentence")),
            ("text", mvi.fields.ProseField(max_length=20000, verbose_name="explanation")),
            ("question", mvi.fields.LineField(blank=True, max_length=200, verbose_name="question of the quiz")),
            ("right_answer", mvi.fields.LineField(blank=True, max_length=200, verbose_name="right answer")),
            ("wrong_answer", mvi.fields.LineField(blank=True, max_length=200, verbose_name="wrong answer")),
            (
                "other_wrong_answer",
                mvi.fields.LineField(blank=True, max_length=200, verbose_name="another wrong answer"),
            ),
        ],
        options={
            "verbose_name": "knowledge card",
            "verbose_name_plural": "knowledge cards",
            "ordering": ["position", "title"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("other_wrong_answer", ""), ("question", ""), ("right_answer", ""), ("wrong_answer", "")
                        ),
                        models.Q(
                            ("question", ""),
                            ("right_answer", ""),
                            ("wrong_answer", ""),
                            ("other_wrong_answer", ""),
                            _connector="OR",
                            _negated=True,
                        ),
                        _connector="OR",
                    ),
                    name="knowledge_question_with_all_its_answers",
                    violation_error_message="A question has one right and two wrong answers.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="1de09c880e7f7184a9caf602f0ea9bb080de199d",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_974dd",
                        table="strategy_knowledgecard",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_knowledgecardevent" ("id", "is_example", "keyword", "other_wrong_answer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "right_answer", "summary", "text", "title", "version", "wrong_answer") VALUES (NEW."id", NEW."is_example", NEW."keyword", NEW."other_wrong_answer", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."question", NEW."right_answer", NEW."summary", NEW."text", NEW."title", NEW."version", NEW."wrong_answer"); RETURN NULL;',
                        hash="fdee89349c157a1b1237df62df50c5ed257c28f4",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_9088c",
                        table="strategy_knowledgecard",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_knowledgecardevent" ("id", "is_example", "keyword", "other_wrong_answer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "right_answer", "summary", "text", "title", "version", "wrong_answer") VALUES (NEW."id", NEW."is_example", NEW."keyword", NEW."other_wrong_answer", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."question", NEW."right_answer", NEW."summary", NEW."text", NEW."title", NEW."version", NEW."wrong_answer"); RETURN NULL;',
                        hash="96e187d43cc22afef15f9268daea28d24adaca46",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_7d28f",
                        table="strategy_knowledgecard",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_knowledgecardevent" ("id", "is_example", "keyword", "other_wrong_answer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "right_answer", "summary", "text", "title", "version", "wrong_answer") VALUES (OLD."id", OLD."is_example", OLD."keyword", OLD."other_wrong_answer", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."question", OLD."right_answer", OLD."summary", OLD."text", OLD."title", OLD."version", OLD."wrong_answer"); RETURN NULL;',
                        hash="73d40ea4ff9230f645b751c071424ae4036bb2cd",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_39bb1",
                        table="strategy_knowledgecard",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="KnowledgeCardEvent",
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
                    to="strategy.knowledgecard",
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
            ("keyword", models.SlugField(db_index=False, verbose_name="word in the address")),
            ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="title")),
            ("summary", mvi.fields.LineField(max_length=300, verbose_name="in one sentence")),
            ("text", mvi.fields.ProseField(max_length=20000, verbose_name="explanation")),
            ("question", mvi.fields.LineField(blank=True, max_length=200, verbose_name="question of the quiz")),
            ("right_answer", mvi.fields.LineField(blank=True, max_length=200, verbose_name="right answer")),
            ("wrong_answer", mvi.fields.LineField(blank=True, max_length=200, verbose_name="wrong answer")),
            (
                "other_wrong_answer",
                mvi.fields.LineField(blank=True, max_length=200, verbose_name="another wrong answer"),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="65b9941f3e9b175b5b2f581d3ff9e66fdd9bc6a1",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_aa510",
                        table="strategy_knowledgecardevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Mail",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "to",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="mails",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="to",
                ),
            ),
            ("on", models.DateField(default=django.utils.timezone.localdate, verbose_name="date")),
            ("subject", mvi.fields.LineField(max_length=200, verbose_name="subject")),
            ("reasons", models.JSONField(default=list, verbose_name="reasons")),
            (
                "body",
                models.TextField(
                    blank=True, help_text="Kept in a demonstration only: its links are secrets.", verbose_name="text"
                ),
            ),
        ],
        options={
            "verbose_name": "mail",
            "verbose_name_plural": "mails",
            "ordering": ["-on", "-pk"],
            "default_permissions": ("view",),
            "constraints": [models.UniqueConstraint(fields=("to", "on"), name="mail_once_a_day_per_person")],
        },
    ),
    migrations.CreateModel(
        name="MailedLink",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "to",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="to",
                ),
            ),
            (
                "theme",
                models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="strategy.theme"
                ),
            ),
            (
                "goal",
                models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="strategy.goal"
                ),
            ),
            (
                "action",
                models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="strategy.action"
                ),
            ),
            (
                "indicator",
                models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="strategy.indicator"
                ),
            ),
            ("made_at", models.DateTimeField(auto_now_add=True)),
            ("used_at", models.DateTimeField(null=True)),
        ],
        options={
            "ordering": ["-made_at"],
            "default_permissions": (),
            "constraints": [
                models.CheckConstraint(
                    condition=django.db.models.lookups.Exact(
                        models.Func(
                            "theme",
                            "goal",
                            "action",
                            "indicator",
                            function="num_nonnulls",
                            output_field=models.IntegerField(),
                        ),
                        1,
                    ),
                    name="mailed_link_is_about_one_thing",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ProgressReport",
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
                "strategy",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="progress_reports",
                    to="strategy.strategy",
                    verbose_name="strategy",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=160, verbose_name="title")),
            ("starts_on", models.DateField(verbose_name="period from")),
            ("ends_on", models.DateField(verbose_name="period until")),
            (
                "summary",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="What somebody must know who reads only this: a few sentences.",
                    max_length=20000,
                    verbose_name="in short",
                ),
            ),
            (
                "decisions",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="What is asked of the college or the council, and by when.",
                    max_length=20000,
                    verbose_name="what needs a decision",
                ),
            ),
            ("content", models.JSONField(editable=False, null=True, verbose_name="figures and texts")),
            ("finalised_at", models.DateTimeField(editable=False, null=True, verbose_name="made final at")),
            (
                "finalised_by",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="made final by",
                ),
            ),
        ],
        options={
            "verbose_name": "progress report",
            "verbose_name_plural": "progress reports",
            "ordering": ["-ends_on", "title"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "indexes": [models.Index(fields=["-ends_on", "-id"], name="progress_report_newest_first")],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("finalised_at__isnull", True), ("finalised_by__isnull", True)),
                        models.Q(("finalised_at__isnull", False), ("finalised_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="strategy_progressreport_finalised_at_with_by",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("content__isnull", True), ("finalised_at__isnull", True)),
                        models.Q(("content__isnull", False), ("finalised_at__isnull", False)),
                        _connector="OR",
                    ),
                    name="progress_report_final_has_figures",
                ),
                models.CheckConstraint(
                    condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                    name="progress_report_ends_after_start",
                    violation_error_code="ends_on",
                    violation_error_message="A period ends after it starts.",
                ),
                models.UniqueConstraint(
                    models.F("strategy"),
                    django.db.models.functions.text.Lower("title"),
                    name="progress_report_title_once_per_strategy",
                    violation_error_code="title",
                    violation_error_message="This strategy already has a progress report with this title.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="c4621e663072011c520f0d7084d270960dcbb422",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_25a9c",
                        table="strategy_progressreport",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="final_for_good",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition='WHEN (OLD."finalised_at" IS NOT NULL)',
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="810a6dc4ed2224f3846ca328d369daf09fbbcc31",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_final_for_good_9f7f8",
                        table="strategy_progressreport",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_progressreportevent" ("decisions", "ends_on", "finalised_at", "finalised_by_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "strategy_id", "summary", "title", "version") VALUES (NEW."decisions", NEW."ends_on", NEW."finalised_at", NEW."finalised_by_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."strategy_id", NEW."summary", NEW."title", NEW."version"); RETURN NULL;',
                        hash="a0e583479a17bff37e63bc8f3f17ca03e62e90c3",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_29ad3",
                        table="strategy_progressreport",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition='WHEN (OLD."decisions" IS DISTINCT FROM (NEW."decisions") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."finalised_at" IS DISTINCT FROM (NEW."finalised_at") OR OLD."finalised_by_id" IS DISTINCT FROM (NEW."finalised_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."strategy_id" IS DISTINCT FROM (NEW."strategy_id") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                        func='INSERT INTO "strategy_progressreportevent" ("decisions", "ends_on", "finalised_at", "finalised_by_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "strategy_id", "summary", "title", "version") VALUES (NEW."decisions", NEW."ends_on", NEW."finalised_at", NEW."finalised_by_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."strategy_id", NEW."summary", NEW."title", NEW."version"); RETURN NULL;',
                        hash="83e6d5a86112f4dd8977bf54551b941dbf0a9795",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_30065",
                        table="strategy_progressreport",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_progressreportevent" ("decisions", "ends_on", "finalised_at", "finalised_by_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "strategy_id", "summary", "title", "version") VALUES (OLD."decisions", OLD."ends_on", OLD."finalised_at", OLD."finalised_by_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."strategy_id", OLD."summary", OLD."title", OLD."version"); RETURN NULL;',
                        hash="9e1807c2e6fa808a87376e273d0f4e6f347631ac",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_e8f41",
                        table="strategy_progressreport",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ProgressReportEvent",
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
                    to="strategy.progressreport",
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
                "strategy",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.strategy",
                    verbose_name="strategy",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=160, verbose_name="title")),
            ("starts_on", models.DateField(verbose_name="period from")),
            ("ends_on", models.DateField(verbose_name="period until")),
            (
                "summary",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="What somebody must know who reads only this: a few sentences.",
                    max_length=20000,
                    verbose_name="in short",
                ),
            ),
            (
                "decisions",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="What is asked of the college or the council, and by when.",
                    max_length=20000,
                    verbose_name="what needs a decision",
                ),
            ),
            ("finalised_at", models.DateTimeField(editable=False, null=True, verbose_name="made final at")),
            (
                "finalised_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="made final by",
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
                        hash="4b5db910aa2eb5417cf815750cb316f4a305cfaa",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_21c7a",
                        table="strategy_progressreportevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ThemeNarrative",
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
                "report",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="narratives",
                    to="strategy.progressreport",
                    verbose_name="progress report",
                ),
            ),
            (
                "theme",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="narratives",
                    to="strategy.theme",
                    verbose_name="theme",
                ),
            ),
            (
                "text",
                mvi.fields.ProseField(
                    help_text="What was done, what came of it, and what did not go as it was meant to.",
                    max_length=20000,
                    verbose_name="what happened",
                ),
            ),
        ],
        options={
            "verbose_name": "text on a theme",
            "verbose_name_plural": "texts on themes",
            "ordering": ["report", "theme__position", "theme__name"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(
                    fields=("report", "theme"),
                    name="theme_narrative_once",
                    violation_error_message="This report already has a text on this theme.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="9b5553c0767a24d6efe538f3a5446660fb911487",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_9a0f9",
                        table="strategy_themenarrative",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="final_for_good",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="\n                    IF EXISTS (\n                        SELECT FROM strategy_progressreport\n                        WHERE id IN (OLD.report_id, NEW.report_id) AND finalised_at IS NOT NULL\n                    ) THEN\n                        RAISE EXCEPTION 'A final progress report never changes';\n                    END IF;\n                    RETURN COALESCE(NEW, OLD);\n                ",
                        hash="0b190d7a69faf41abcd5d92f6c2a4aa42edcbff3",
                        operation="INSERT OR UPDATE OR DELETE",
                        pgid="pgtrigger_final_for_good_4d162",
                        table="strategy_themenarrative",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_themenarrativeevent" ("id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "text", "theme_id", "version") VALUES (NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id", NEW."text", NEW."theme_id", NEW."version"); RETURN NULL;',
                        hash="d418060c8d6e29c379ad4c10901d479e83d2dd77",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_a7010",
                        table="strategy_themenarrative",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "strategy_themenarrativeevent" ("id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "text", "theme_id", "version") VALUES (NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id", NEW."text", NEW."theme_id", NEW."version"); RETURN NULL;',
                        hash="d28f6ea18f88a8eade5865f96a923ba679c44991",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_fb061",
                        table="strategy_themenarrative",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "strategy_themenarrativeevent" ("id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "text", "theme_id", "version") VALUES (OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."report_id", OLD."text", OLD."theme_id", OLD."version"); RETURN NULL;',
                        hash="ef52f5311ba7b80b658e84f15fa94577b4d8f4d3",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_5627b",
                        table="strategy_themenarrative",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ThemeNarrativeEvent",
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
                    to="strategy.themenarrative",
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
                "report",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.progressreport",
                    verbose_name="progress report",
                ),
            ),
            (
                "theme",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.theme",
                    verbose_name="theme",
                ),
            ),
            (
                "text",
                mvi.fields.ProseField(
                    help_text="What was done, what came of it, and what did not go as it was meant to.",
                    max_length=20000,
                    verbose_name="what happened",
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
                        hash="7c1b39e7070cbf72133f6a8554d942b3210e1f8c",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_8835f",
                        table="strategy_themenarrativeevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="QualityScore",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "strategy",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="quality_scores",
                    to="strategy.strategy",
                    verbose_name="strategy",
                ),
            ),
            ("on", models.DateField(default=django.utils.timezone.localdate, verbose_name="date")),
            ("score", models.PositiveSmallIntegerField(verbose_name="score")),
            ("looked_at", models.PositiveIntegerField(verbose_name="looked at")),
            ("found", models.PositiveIntegerField(verbose_name="found")),
        ],
        options={
            "verbose_name": "quality score",
            "verbose_name_plural": "quality scores",
            "ordering": ["strategy", "on"],
            "default_permissions": ("view",),
            "constraints": [
                models.UniqueConstraint(fields=("strategy", "on"), name="quality_score_once_a_day"),
                models.CheckConstraint(condition=models.Q(("score__lte", 100)), name="quality_score_is_percentage"),
                models.CheckConstraint(
                    condition=models.Q(("found__lte", models.F("looked_at"))), name="quality_found_of_looked_at"
                ),
            ],
        },
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("strategy", "0001_initial"),
        ("strategy", "0002_ownership_and_percentages"),
        ("strategy", "0003_goal_status"),
        ("strategy", "0004_editions"),
        ("strategy", "0005_mails"),
        ("strategy", "0006_frameworks"),
        ("strategy", "0008_quality_scores"),
        ("strategy", "0009_progress_reports"),
        ("strategy", "0010_consultations"),
        ("strategy", "0011_knowledge_cards"),
        ("strategy", "0015_consultation_tells_its_strategy"),
    ]

    initial = True

    dependencies = [
        ("mvi", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        CreateTables(TABLES, TABLES),
    ]
