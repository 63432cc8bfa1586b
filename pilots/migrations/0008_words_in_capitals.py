"""Keep together, in capitals, all in which the list of pilots looks for words; statistics of that come by themselves."""

from importlib import import_module

import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

CREATE = import_module("pilots.migrations.0006_words_of_pilots").CREATE


class Migration(migrations.Migration):
    dependencies = [
        ("pilots", "0007_cpv_code_field"),
    ]

    operations = [
        migrations.RunSQL("DROP STATISTICS pilot_words", CREATE),
        pgtrigger.migrations.RemoveTrigger(
            model_name="pilot",
            name="update_update",
        ),
        migrations.AddField(
            model_name="pilot",
            name="words_in_capitals",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.functions.text.Upper(
                    django.db.models.functions.text.Concat(
                        "name",
                        models.Value(" "),
                        "summary",
                        models.Value(" "),
                        "tags",
                        models.Value(" "),
                        "without_buying",
                        models.Value(" "),
                        "need",
                        models.Value(" "),
                        "ambition",
                        models.Value(" "),
                        "question",
                        models.Value(" "),
                        "collaboration",
                        output_field=models.TextField(),
                    )
                ),
                output_field=models.TextField(),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pilot",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ambition" IS DISTINCT FROM (NEW."ambition") OR OLD."announce_on" IS DISTINCT FROM (NEW."announce_on") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."biobased" IS DISTINCT FROM (NEW."biobased") OR OLD."budget_holder" IS DISTINCT FROM (NEW."budget_holder") OR OLD."buyer_id" IS DISTINCT FROM (NEW."buyer_id") OR OLD."client" IS DISTINCT FROM (NEW."client") OR OLD."collaboration" IS DISTINCT FROM (NEW."collaboration") OR OLD."contract_type" IS DISTINCT FROM (NEW."contract_type") OR OLD."cpv" IS DISTINCT FROM (NEW."cpv") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."estimate" IS DISTINCT FROM (NEW."estimate") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."launching_customer" IS DISTINCT FROM (NEW."launching_customer") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."need" IS DISTINCT FROM (NEW."need") OR OLD."phase" IS DISTINCT FROM (NEW."phase") OR OLD."procedure" IS DISTINCT FROM (NEW."procedure") OR OLD."project_leader_id" IS DISTINCT FROM (NEW."project_leader_id") OR OLD."question" IS DISTINCT FROM (NEW."question") OR OLD."question_kind" IS DISTINCT FROM (NEW."question_kind") OR OLD."r_ladder_version" IS DISTINCT FROM (NEW."r_ladder_version") OR OLD."r_strategy" IS DISTINCT FROM (NEW."r_strategy") OR OLD."revisit_on" IS DISTINCT FROM (NEW."revisit_on") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."standing" IS DISTINCT FROM (NEW."standing") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."tags" IS DISTINCT FROM (NEW."tags") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."without_buying" IS DISTINCT FROM (NEW."without_buying"))',
                    func='INSERT INTO "pilots_pilotevent" ("ambition", "announce_on", "archived_at", "archived_by_id", "biobased", "budget_holder", "buyer_id", "client", "collaboration", "contract_type", "cpv", "ends_on", "estimate", "id", "is_example", "launching_customer", "name", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "procedure", "project_leader_id", "question", "question_kind", "r_ladder_version", "r_strategy", "revisit_on", "slug", "standing", "starts_on", "summary", "tags", "version", "without_buying") VALUES (NEW."ambition", NEW."announce_on", NEW."archived_at", NEW."archived_by_id", NEW."biobased", NEW."budget_holder", NEW."buyer_id", NEW."client", NEW."collaboration", NEW."contract_type", NEW."cpv", NEW."ends_on", NEW."estimate", NEW."id", NEW."is_example", NEW."launching_customer", NEW."name", NEW."need", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phase", NEW."procedure", NEW."project_leader_id", NEW."question", NEW."question_kind", NEW."r_ladder_version", NEW."r_strategy", NEW."revisit_on", NEW."slug", NEW."standing", NEW."starts_on", NEW."summary", NEW."tags", NEW."version", NEW."without_buying"); RETURN NULL;',
                    hash="e60c7dd1f5befefe5b57ea4c52c84188f1896eb4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e4b21",
                    table="pilots_pilot",
                    when="AFTER",
                ),
            ),
        ),
    ]
