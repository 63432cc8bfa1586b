import uuid

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import mvi.fields


class Migration(migrations.Migration):
    dependencies = [
        ("workshops", "0007_moments_of_earlier_pulses"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                ("closed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed at")),
            ],
            options={
                "verbose_name": "pulse",
                "verbose_name_plural": "pulses",
                "ordering": ["series", "moment"],
                "abstract": False,
                "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            },
        ),
        migrations.CreateModel(
            name="PulseAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", mvi.fields.EmailAddressField(max_length=254, verbose_name="e-mail address")),
                ("key", models.CharField(max_length=64, null=True, unique=True)),
                ("made_on", models.DateField(default=django.utils.timezone.localdate)),
            ],
            options={
                "ordering": ["series", "email"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="PulseAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        choices=[
                            (1, "fully disagree"),
                            (2, "disagree"),
                            (3, "neutral"),
                            (4, "agree"),
                            (5, "fully agree"),
                        ],
                        verbose_name="I know why our municipality wants to buy in a socially responsible way.",
                    ),
                ),
                (
                    "desire",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "fully disagree"),
                            (2, "disagree"),
                            (3, "neutral"),
                            (4, "agree"),
                            (5, "fully agree"),
                        ],
                        verbose_name="I want to take part in it myself.",
                    ),
                ),
                (
                    "knowledge",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "fully disagree"),
                            (2, "disagree"),
                            (3, "neutral"),
                            (4, "agree"),
                            (5, "fully agree"),
                        ],
                        verbose_name="I know how to go about it in my work.",
                    ),
                ),
                (
                    "ability",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "fully disagree"),
                            (2, "disagree"),
                            (3, "neutral"),
                            (4, "agree"),
                            (5, "fully agree"),
                        ],
                        verbose_name="I manage to do it, also when I am busy.",
                    ),
                ),
                (
                    "reinforcement",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "fully disagree"),
                            (2, "disagree"),
                            (3, "neutral"),
                            (4, "agree"),
                            (5, "fully agree"),
                        ],
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
            },
        ),
        migrations.CreateModel(
            name="PulseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
                ("closed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed at")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PulseLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sent_on", models.DateField(default=django.utils.timezone.localdate)),
            ],
            options={
                "ordering": ["pulse", "pk"],
                "default_permissions": (),
            },
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "pulse"), ("moment__in", ["before", "after"])),
                    models.Q(models.Q(("kind", "pulse"), _negated=True), ("moment", "")),
                    _connector="OR",
                ),
                name="step_moment_of_pulse",
                violation_error_message="A pulse has a moment, and no other step has one.",
            ),
        ),
        migrations.AddField(
            model_name="pulse",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="closed by",
            ),
        ),
        migrations.AddField(
            model_name="pulse",
            name="series",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pulses",
                to="workshops.series",
                verbose_name="series",
            ),
        ),
        migrations.AddField(
            model_name="pulseaddress",
            name="series",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="pulse_addresses", to="workshops.series"
            ),
        ),
        migrations.AddField(
            model_name="pulseanswer",
            name="pulse",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="workshops.pulse",
                verbose_name="pulse",
            ),
        ),
        migrations.AddField(
            model_name="pulseevent",
            name="closed_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="pulseevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="pulseevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="workshops.pulse",
            ),
        ),
        migrations.AddField(
            model_name="pulseevent",
            name="series",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="workshops.series",
                verbose_name="series",
            ),
        ),
        migrations.AddField(
            model_name="pulselink",
            name="address",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="links", to="workshops.pulseaddress"
            ),
        ),
        migrations.AddField(
            model_name="pulselink",
            name="pulse",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="links", to="workshops.pulse"
            ),
        ),
        migrations.AddConstraint(
            model_name="pulse",
            constraint=models.CheckConstraint(
                condition=models.Q(("moment__in", ["before", "after", "half_year", "year"])),
                name="workshops_pulse_moment_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="pulse",
            constraint=models.UniqueConstraint(
                fields=("series", "moment"),
                name="pulse_once_per_moment",
                violation_error_message="This series has a pulse of this moment already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pulse",
            constraint=models.CheckConstraint(
                condition=models.Q(("closed_by", None), ("closed_at__isnull", False), _connector="OR"),
                name="pulse_closed_by_with_at",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pulse",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pulse",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "workshops_pulseevent" ("closed_at", "closed_by_id", "id", "is_example", "mailed_on", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "version") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."id", NEW."is_example", NEW."mailed_on", NEW."moment", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."series_id", NEW."version"); RETURN NULL;',
                    hash="0de52a2e96072335cd176cae345d418bca2b17f3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_37e10",
                    table="workshops_pulse",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pulse",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "workshops_pulseevent" ("closed_at", "closed_by_id", "id", "is_example", "mailed_on", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "version") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."id", NEW."is_example", NEW."mailed_on", NEW."moment", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."series_id", NEW."version"); RETURN NULL;',
                    hash="69cd7d3e6f7ecb97bf19e8e8acc10e8a3d6063bc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c390c",
                    table="workshops_pulse",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pulse",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "workshops_pulseevent" ("closed_at", "closed_by_id", "id", "is_example", "mailed_on", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "version") VALUES (OLD."closed_at", OLD."closed_by_id", OLD."id", OLD."is_example", OLD."mailed_on", OLD."moment", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."series_id", OLD."version"); RETURN NULL;',
                    hash="f861669c1b8a4fab7e92d73edbf5a77b8f8ada91",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ba47a",
                    table="workshops_pulse",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pulseaddress",
            constraint=models.UniqueConstraint(fields=("series", "email"), name="pulse_address_once_per_series"),
        ),
        migrations.AddConstraint(
            model_name="pulseanswer",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="pulseanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("awareness__in", [1, 2, 3, 4, 5])), name="workshops_pulseanswer_awareness_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="pulseanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("desire__in", [1, 2, 3, 4, 5])), name="workshops_pulseanswer_desire_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="pulseanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("knowledge__in", [1, 2, 3, 4, 5])), name="workshops_pulseanswer_knowledge_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="pulseanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("ability__in", [1, 2, 3, 4, 5])), name="workshops_pulseanswer_ability_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="pulseanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("reinforcement__in", [1, 2, 3, 4, 5])),
                name="workshops_pulseanswer_reinforcement_is_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pulseanswer",
            trigger=pgtrigger.compiler.Trigger(
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
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pulseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0fc6b9479ff994db5311c47621921ae35a2f0f93",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4fbf7",
                    table="workshops_pulseevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pulselink",
            constraint=models.UniqueConstraint(fields=("pulse", "address"), name="pulse_link_once_per_address"),
        ),
    ]
