import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("workshops", "0005_own_templates"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="step",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="step",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="step",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="step",
            name="moment",
            field=models.CharField(
                blank=True,
                choices=[("before", "before the sessions"), ("after", "after the sessions")],
                help_text="Only for a pulse: what is asked before and after is compared.",
                max_length=10,
                verbose_name="moment of a pulse",
            ),
        ),
        migrations.AddField(
            model_name="stepevent",
            name="moment",
            field=models.CharField(
                blank=True,
                choices=[("before", "before the sessions"), ("after", "after the sessions")],
                help_text="Only for a pulse: what is asked before and after is compared.",
                max_length=10,
                verbose_name="moment of a pulse",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="step",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "workshops_stepevent" ("id", "instructions", "is_current", "is_example", "kind", "minutes", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "session_id", "started_at", "title", "version") VALUES (NEW."id", NEW."instructions", NEW."is_current", NEW."is_example", NEW."kind", NEW."minutes", NEW."moment", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."question", NEW."session_id", NEW."started_at", NEW."title", NEW."version"); RETURN NULL;',
                    hash="f33400da913bf0b571c3811d30158b824178cc3f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9ad39",
                    table="workshops_step",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="step",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "workshops_stepevent" ("id", "instructions", "is_current", "is_example", "kind", "minutes", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "session_id", "started_at", "title", "version") VALUES (NEW."id", NEW."instructions", NEW."is_current", NEW."is_example", NEW."kind", NEW."minutes", NEW."moment", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."question", NEW."session_id", NEW."started_at", NEW."title", NEW."version"); RETURN NULL;',
                    hash="cc37a875e73228f9a7577f16738f6bac86f38811",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dc6fd",
                    table="workshops_step",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="step",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "workshops_stepevent" ("id", "instructions", "is_current", "is_example", "kind", "minutes", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "session_id", "started_at", "title", "version") VALUES (OLD."id", OLD."instructions", OLD."is_current", OLD."is_example", OLD."kind", OLD."minutes", OLD."moment", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."question", OLD."session_id", OLD."started_at", OLD."title", OLD."version"); RETURN NULL;',
                    hash="f21b00a262f14db61cdd1db1cd07f39566a88e29",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_52aca",
                    table="workshops_step",
                    when="AFTER",
                ),
            ),
        ),
    ]
