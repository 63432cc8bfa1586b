import re
from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import mvi.fields
import mvi.models.domain
import pilots.models.tags
from mvi.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        name="CpvCode",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("code", models.CharField(max_length=8, unique=True, verbose_name="code")),
            ("check_digit", models.CharField(blank=True, max_length=1, verbose_name="check digit")),
            ("name_nl", mvi.fields.LineField(max_length=300, verbose_name="Dutch name")),
            ("name_en", mvi.fields.LineField(blank=True, max_length=300, verbose_name="English name")),
        ],
        options={
            "verbose_name": "CPV code",
            "verbose_name_plural": "CPV codes",
            "ordering": ["code"],
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("code__regex", "^\\d{8}$")), name="cpv_code_has_eight_digits"
                ),
                models.CheckConstraint(
                    condition=models.Q(("check_digit__regex", "^\\d?$")), name="cpv_check_digit_is_a_digit"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Pilot",
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
            ("name", mvi.fields.LineField(max_length=120, verbose_name="name")),
            ("slug", models.SlugField(editable=False, max_length=140, unique=True, verbose_name="address")),
            ("summary", mvi.fields.LineField(blank=True, max_length=300, verbose_name="in one sentence")),
            (
                "tags",
                pilots.models.tags.TagsField(
                    blank=True,
                    help_text="Words with a comma between them, such as: sloop, planning.",
                    max_length=300,
                    verbose_name="tags",
                ),
            ),
            (
                "without_buying",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="The first question: less, share, repair, or not at all. Say why it must still be bought.",
                    max_length=20000,
                    verbose_name="could we do without buying (R0)?",
                ),
            ),
            (
                "need",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="What is it really for, whatever is bought for it?",
                    max_length=20000,
                    verbose_name="need behind the question",
                ),
            ),
            ("ambition", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="ambition")),
            (
                "question",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="Ask for what it must do, not how it is made.",
                    max_length=20000,
                    verbose_name="question to the market",
                ),
            ),
            (
                "question_kind",
                models.CharField(
                    blank=True,
                    choices=[("prescribe", "prescribe"), ("encourage", "encourage"), ("invite", "invite")],
                    max_length=10,
                    verbose_name="kind of question",
                ),
            ),
            ("collaboration", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="collaboration")),
            (
                "buyer",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="pilots_as_buyer",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="buyer",
                ),
            ),
            (
                "project_leader",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="pilots_as_project_leader",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="project leader",
                ),
            ),
            (
                "client",
                mvi.fields.LineField(
                    blank=True,
                    help_text="Who gives the assignment inside the organisation.",
                    max_length=200,
                    verbose_name="client",
                ),
            ),
            ("budget_holder", mvi.fields.LineField(blank=True, max_length=200, verbose_name="budget holder")),
            (
                "contract_type",
                models.CharField(
                    blank=True,
                    choices=[
                        ("supplies", "supplies"),
                        ("services", "services"),
                        ("works", "works"),
                        ("social", "social and other specific services"),
                        ("concession", "concession"),
                    ],
                    max_length=12,
                    verbose_name="contract type",
                ),
            ),
            (
                "procedure",
                models.CharField(
                    blank=True,
                    choices=[
                        ("single", "single quotation"),
                        ("multiple", "several quotations"),
                        ("national-open", "national open"),
                        ("national-restricted", "national restricted"),
                        ("open", "European open"),
                        ("restricted", "European restricted"),
                        ("dialogue", "competitive dialogue"),
                        ("negotiated", "negotiated with prior call"),
                        ("negotiated-without-call", "negotiated without prior call"),
                        ("innovation", "innovation partnership"),
                        ("light", "social and other specific services"),
                    ],
                    max_length=24,
                    verbose_name="procedure",
                ),
            ),
            (
                "cpv",
                models.CharField(
                    blank=True,
                    max_length=10,
                    validators=[
                        django.core.validators.RegexValidator(
                            re.compile("^([0-9]{8})(?:-([0-9]))?\\Z"),
                            "A CPV code has eight digits, for example 45111300-1.",
                        )
                    ],
                    verbose_name="CPV code",
                ),
            ),
            (
                "estimate",
                models.DecimalField(
                    blank=True,
                    decimal_places=2,
                    help_text="Without VAT, with all options and extensions.",
                    max_digits=14,
                    null=True,
                    verbose_name="estimate (€)",
                ),
            ),
            (
                "announce_on",
                models.DateField(
                    blank=True,
                    help_text="The day that decides which thresholds count.",
                    null=True,
                    verbose_name="announced on",
                ),
            ),
            ("starts_on", models.DateField(blank=True, null=True, verbose_name="starts on")),
            ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends on")),
            (
                "r_strategy",
                models.CharField(
                    blank=True,
                    choices=[
                        ("R0", "R0 refuse"),
                        ("R1", "R1 rethink"),
                        ("R2", "R2 reduce"),
                        ("R3", "R3 re-use"),
                        ("R4", "R4 repair"),
                        ("R5", "R5 refurbish"),
                        ("R6", "R6 remanufacture"),
                        ("R7", "R7 repurpose"),
                        ("R8", "R8 recycle"),
                        ("R9", "R9 recover energy"),
                    ],
                    max_length=2,
                    verbose_name="R-ladder",
                ),
            ),
            (
                "r_ladder_version",
                mvi.fields.LineField(
                    default="PBL 2017", editable=False, max_length=40, verbose_name="version of the R-ladder"
                ),
            ),
            ("launching_customer", models.BooleanField(default=False, verbose_name="launching customer")),
            ("biobased", models.BooleanField(default=False, verbose_name="biobased")),
            (
                "phase",
                models.CharField(
                    choices=[
                        ("idea", "idea"),
                        ("exploration", "exploration"),
                        ("preparation", "preparation"),
                        ("tender", "tender"),
                        ("execution", "execution"),
                        ("evaluation", "evaluation"),
                    ],
                    default="idea",
                    max_length=12,
                    verbose_name="phase",
                ),
            ),
            (
                "standing",
                models.CharField(
                    choices=[
                        ("active", "active"),
                        ("parked", "parked"),
                        ("stopped", "stopped"),
                        ("completed", "completed"),
                    ],
                    default="active",
                    max_length=10,
                    verbose_name="standing",
                ),
            ),
            ("revisit_on", models.DateField(blank=True, null=True, verbose_name="look again on")),
            (
                "themes",
                models.ManyToManyField(
                    blank=True,
                    related_name="pilots",
                    through="pilots.PilotTheme",
                    to="strategy.theme",
                    verbose_name="themes",
                ),
            ),
            (
                "core_values",
                models.ManyToManyField(
                    blank=True,
                    related_name="pilots",
                    through="pilots.PilotCoreValue",
                    to="strategy.corevalue",
                    verbose_name="core values",
                ),
            ),
            (
                "goals",
                models.ManyToManyField(
                    blank=True,
                    related_name="pilots",
                    through="pilots.PilotGoal",
                    to="strategy.goal",
                    verbose_name="goals",
                ),
            ),
        ],
        options={
            "verbose_name": "pilot",
            "verbose_name_plural": "pilots",
            "ordering": [mvi.models.domain.SortKey("name"), "pk"],
            "permissions": [("change_every_pilot", "Can change every pilot")],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "indexes": [
                models.Index(mvi.models.domain.SortKey("name"), models.F("id"), name="pilot_by_name"),
                models.Index(fields=["phase"], name="pilot_by_phase"),
                models.Index(fields=["standing"], name="pilot_by_standing"),
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("archived_at__isnull", True), ("archived_by__isnull", True)),
                        models.Q(("archived_at__isnull", False), ("archived_by__isnull", False)),
                        _connector="OR",
                    ),
                    name="pilots_pilot_archived_at_with_by",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("phase__in", ["idea", "exploration", "preparation", "tender", "execution", "evaluation"])
                    ),
                    name="pilots_pilot_phase_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(("standing__in", ["active", "parked", "stopped", "completed"])),
                    name="pilots_pilot_standing_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("ends_on__isnull", True),
                        ("starts_on__isnull", True),
                        ("ends_on__gte", models.F("starts_on")),
                        _connector="OR",
                    ),
                    name="pilot_ends_on_or_after_start",
                    violation_error_message="A pilot cannot end before it starts.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("estimate__isnull", True), ("estimate__gte", 0), _connector="OR"),
                    name="pilot_estimate_not_negative",
                    violation_error_message="An estimate cannot be negative.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("revisit_on__isnull", False), ("standing", "parked")),
                        models.Q(models.Q(("standing", "parked"), _negated=True), ("revisit_on__isnull", True)),
                        _connector="OR",
                    ),
                    name="pilot_revisited_exactly_when_parked",
                    violation_error_message="A parked pilot needs a date to look again; other pilots have none.",
                ),
                models.UniqueConstraint(
                    django.db.models.functions.text.Lower("name"),
                    name="pilot_name_once",
                    violation_error_message="There is already a pilot with this name.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="98cb26611167a3d16091474898a3991e197ebd59",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_a2d0e",
                        table="pilots_pilot",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pilots_pilotevent" ("ambition", "announce_on", "archived_at", "archived_by_id", "biobased", "budget_holder", "buyer_id", "client", "collaboration", "contract_type", "cpv", "ends_on", "estimate", "id", "is_example", "launching_customer", "name", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "procedure", "project_leader_id", "question", "question_kind", "r_ladder_version", "r_strategy", "revisit_on", "slug", "standing", "starts_on", "summary", "tags", "version", "without_buying") SELECT new_values."ambition", new_values."announce_on", new_values."archived_at", new_values."archived_by_id", new_values."biobased", new_values."budget_holder", new_values."buyer_id", new_values."client", new_values."collaboration", new_values."contract_type", new_values."cpv", new_values."ends_on", new_values."estimate", new_values."id", new_values."is_example", new_values."launching_customer", new_values."name", new_values."need", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phase", new_values."procedure", new_values."project_leader_id", new_values."question", new_values."question_kind", new_values."r_ladder_version", new_values."r_strategy", new_values."revisit_on", new_values."slug", new_values."standing", new_values."starts_on", new_values."summary", new_values."tags", new_values."version", new_values."without_buying" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                        hash="fd5ea7a88990e782479693f5199a35aa2e928d26",
                        level="STATEMENT",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_47c3e",
                        referencing="REFERENCING NEW TABLE AS new_values ",
                        table="pilots_pilot",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_pilotevent" ("ambition", "announce_on", "archived_at", "archived_by_id", "biobased", "budget_holder", "buyer_id", "client", "collaboration", "contract_type", "cpv", "ends_on", "estimate", "id", "is_example", "launching_customer", "name", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "procedure", "project_leader_id", "question", "question_kind", "r_ladder_version", "r_strategy", "revisit_on", "slug", "standing", "starts_on", "summary", "tags", "version", "without_buying") VALUES (NEW."ambition", NEW."announce_on", NEW."archived_at", NEW."archived_by_id", NEW."biobased", NEW."budget_holder", NEW."buyer_id", NEW."client", NEW."collaboration", NEW."contract_type", NEW."cpv", NEW."ends_on", NEW."estimate", NEW."id", NEW."is_example", NEW."launching_customer", NEW."name", NEW."need", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phase", NEW."procedure", NEW."project_leader_id", NEW."question", NEW."question_kind", NEW."r_ladder_version", NEW."r_strategy", NEW."revisit_on", NEW."slug", NEW."standing", NEW."starts_on", NEW."summary", NEW."tags", NEW."version", NEW."without_buying"); RETURN NULL;',
                        hash="881f0629387620ce4abcc46ac30248c3da5b75ee",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_e4b21",
                        table="pilots_pilot",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_pilotevent" ("ambition", "announce_on", "archived_at", "archived_by_id", "biobased", "budget_holder", "buyer_id", "client", "collaboration", "contract_type", "cpv", "ends_on", "estimate", "id", "is_example", "launching_customer", "name", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "procedure", "project_leader_id", "question", "question_kind", "r_ladder_version", "r_strategy", "revisit_on", "slug", "standing", "starts_on", "summary", "tags", "version", "without_buying") VALUES (OLD."ambition", OLD."announce_on", OLD."archived_at", OLD."archived_by_id", OLD."biobased", OLD."budget_holder", OLD."buyer_id", OLD."client", OLD."collaboration", OLD."contract_type", OLD."cpv", OLD."ends_on", OLD."estimate", OLD."id", OLD."is_example", OLD."launching_customer", OLD."name", OLD."need", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phase", OLD."procedure", OLD."project_leader_id", OLD."question", OLD."question_kind", OLD."r_ladder_version", OLD."r_strategy", OLD."revisit_on", OLD."slug", OLD."standing", OLD."starts_on", OLD."summary", OLD."tags", OLD."version", OLD."without_buying"); RETURN NULL;',
                        hash="2b5a17cf77c8376603ec35d06abaf8ea1cae2287",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_e7cb2",
                        table="pilots_pilot",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="PilotEvent",
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
                    to="pilots.pilot",
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
            ("name", mvi.fields.LineField(max_length=120, verbose_name="name")),
            ("slug", models.SlugField(db_index=False, editable=False, max_length=140, verbose_name="address")),
            ("summary", mvi.fields.LineField(blank=True, max_length=300, verbose_name="in one sentence")),
            (
                "tags",
                pilots.models.tags.TagsField(
                    blank=True,
                    help_text="Words with a comma between them, such as: sloop, planning.",
                    max_length=300,
                    verbose_name="tags",
                ),
            ),
            (
                "without_buying",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="The first question: less, share, repair, or not at all. Say why it must still be bought.",
                    max_length=20000,
                    verbose_name="could we do without buying (R0)?",
                ),
            ),
            (
                "need",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="What is it really for, whatever is bought for it?",
                    max_length=20000,
                    verbose_name="need behind the question",
                ),
            ),
            ("ambition", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="ambition")),
            (
                "question",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="Ask for what it must do, not how it is made.",
                    max_length=20000,
                    verbose_name="question to the market",
                ),
            ),
            (
                "question_kind",
                models.CharField(
                    blank=True,
                    choices=[("prescribe", "prescribe"), ("encourage", "encourage"), ("invite", "invite")],
                    max_length=10,
                    verbose_name="kind of question",
                ),
            ),
            ("collaboration", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="collaboration")),
            (
                "buyer",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="buyer",
                ),
            ),
            (
                "project_leader",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="project leader",
                ),
            ),
            (
                "client",
                mvi.fields.LineField(
                    blank=True,
                    help_text="Who gives the assignment inside the organisation.",
                    max_length=200,
                    verbose_name="client",
                ),
            ),
            ("budget_holder", mvi.fields.LineField(blank=True, max_length=200, verbose_name="budget holder")),
            (
                "contract_type",
                models.CharField(
                    blank=True,
                    choices=[
                        ("supplies", "supplies"),
                        ("services", "services"),
                        ("works", "works"),
                        ("social", "social and other specific services"),
                        ("concession", "concession"),
                    ],
                    max_length=12,
                    verbose_name="contract type",
                ),
            ),
            (
                "procedure",
                models.CharField(
                    blank=True,
                    choices=[
                        ("single", "single quotation"),
                        ("multiple", "several quotations"),
                        ("national-open", "national open"),
                        ("national-restricted", "national restricted"),
                        ("open", "European open"),
                        ("restricted", "European restricted"),
                        ("dialogue", "competitive dialogue"),
                        ("negotiated", "negotiated with prior call"),
                        ("negotiated-without-call", "negotiated without prior call"),
                        ("innovation", "innovation partnership"),
                        ("light", "social and other specific services"),
                    ],
                    max_length=24,
                    verbose_name="procedure",
                ),
            ),
            (
                "cpv",
                models.CharField(
                    blank=True,
                    max_length=10,
                    validators=[
                        django.core.validators.RegexValidator(
                            re.compile("^([0-9]{8})(?:-([0-9]))?\\Z"),
                            "A CPV code has eight digits, for example 45111300-1.",
                        )
                    ],
                    verbose_name="CPV code",
                ),
            ),
            (
                "estimate",
                models.DecimalField(
                    blank=True,
                    decimal_places=2,
                    help_text="Without VAT, with all options and extensions.",
                    max_digits=14,
                    null=True,
                    verbose_name="estimate (€)",
                ),
            ),
            (
                "announce_on",
                models.DateField(
                    blank=True,
                    help_text="The day that decides which thresholds count.",
                    null=True,
                    verbose_name="announced on",
                ),
            ),
            ("starts_on", models.DateField(blank=True, null=True, verbose_name="starts on")),
            ("ends_on", models.DateField(blank=True, null=True, verbose_name="ends on")),
            (
                "r_strategy",
                models.CharField(
                    blank=True,
                    choices=[
                        ("R0", "R0 refuse"),
                        ("R1", "R1 rethink"),
                        ("R2", "R2 reduce"),
                        ("R3", "R3 re-use"),
                        ("R4", "R4 repair"),
                        ("R5", "R5 refurbish"),
                        ("R6", "R6 remanufacture"),
                        ("R7", "R7 repurpose"),
                        ("R8", "R8 recycle"),
                        ("R9", "R9 recover energy"),
                    ],
                    max_length=2,
                    verbose_name="R-ladder",
                ),
            ),
            (
                "r_ladder_version",
                mvi.fields.LineField(
                    default="PBL 2017", editable=False, max_length=40, verbose_name="version of the R-ladder"
                ),
            ),
            ("launching_customer", models.BooleanField(default=False, verbose_name="launching customer")),
            ("biobased", models.BooleanField(default=False, verbose_name="biobased")),
            (
                "phase",
                models.CharField(
                    choices=[
                        ("idea", "idea"),
                        ("exploration", "exploration"),
                        ("preparation", "preparation"),
                        ("tender", "tender"),
                        ("execution", "execution"),
                        ("evaluation", "evaluation"),
                    ],
                    default="idea",
                    max_length=12,
                    verbose_name="phase",
                ),
            ),
            (
                "standing",
                models.CharField(
                    choices=[
                        ("active", "active"),
                        ("parked", "parked"),
                        ("stopped", "stopped"),
                        ("completed", "completed"),
                    ],
                    default="active",
                    max_length=10,
                    verbose_name="standing",
                ),
            ),
            ("revisit_on", models.DateField(blank=True, null=True, verbose_name="look again on")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="9910973c5565136bbef63032b0268ebfc5a1918d",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_6ce12",
                        table="pilots_pilotevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="CalendarLink",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "user",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="calendar_links",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="user",
                ),
            ),
            (
                "pilot",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="calendar_links",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("digest", models.CharField(editable=False, max_length=64, unique=True, verbose_name="digest")),
            (
                "made_at",
                models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="made at"),
            ),
        ],
        options={
            "verbose_name": "calendar link",
            "verbose_name_plural": "calendar links",
            "ordering": ["user", "pilot"],
            "default_permissions": (),
            "constraints": [
                models.UniqueConstraint(
                    fields=("user", "pilot"), name="calendar_link_once_per_person", nulls_distinct=False
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Party",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="parties",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="party")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("internal", "internal"),
                        ("supplier", "chain"),
                        ("knowledge", "knowledge institute"),
                        ("government", "government"),
                        ("association", "association"),
                    ],
                    max_length=12,
                    verbose_name="kind",
                ),
            ),
            ("role", mvi.fields.LineField(blank=True, max_length=200, verbose_name="role")),
            (
                "commitment",
                models.CharField(
                    choices=[
                        ("wished", "wished"),
                        ("approached", "approached"),
                        ("committed", "committed"),
                        ("declined", "declined"),
                    ],
                    default="wished",
                    max_length=12,
                    verbose_name="commitment",
                ),
            ),
        ],
        options={
            "verbose_name": "party",
            "verbose_name_plural": "parties",
            "ordering": ["pilot", "kind", "name"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("kind__in", ["internal", "supplier", "knowledge", "government", "association"])
                    ),
                    name="pilots_party_kind_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(("commitment__in", ["wished", "approached", "committed", "declined"])),
                    name="pilots_party_commitment_is_known",
                ),
                models.UniqueConstraint(
                    models.F("pilot"),
                    django.db.models.functions.text.Lower("name"),
                    name="party_once_per_pilot",
                    violation_error_message="This pilot already has this party.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="6c725dd44017f1375928186a2292b5cb0afc99ac",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_3c809",
                        table="pilots_party",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_partyevent" ("commitment", "id", "is_example", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "role", "version") VALUES (NEW."commitment", NEW."id", NEW."is_example", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pilot_id", NEW."role", NEW."version"); RETURN NULL;',
                        hash="219f99c312eb8fa3a33c20e0e71d25288d0cbb2f",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_307c5",
                        table="pilots_party",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_partyevent" ("commitment", "id", "is_example", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "role", "version") VALUES (NEW."commitment", NEW."id", NEW."is_example", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."role", NEW."version"); RETURN NULL;',
                        hash="e0b06ce4548b6eb2ac4a770814c4366b2c0963ae",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_eaa13",
                        table="pilots_party",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_partyevent" ("commitment", "id", "is_example", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "role", "version") VALUES (OLD."commitment", OLD."id", OLD."is_example", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."role", OLD."version"); RETURN NULL;',
                        hash="e973f7cf8a99b7a6f3da04c11d02ba16ab322af7",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_43b12",
                        table="pilots_party",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="PartyEvent",
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
                    to="pilots.party",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="party")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("internal", "internal"),
                        ("supplier", "chain"),
                        ("knowledge", "knowledge institute"),
                        ("government", "government"),
                        ("association", "association"),
                    ],
                    max_length=12,
                    verbose_name="kind",
                ),
            ),
            ("role", mvi.fields.LineField(blank=True, max_length=200, verbose_name="role")),
            (
                "commitment",
                models.CharField(
                    choices=[
                        ("wished", "wished"),
                        ("approached", "approached"),
                        ("committed", "committed"),
                        ("declined", "declined"),
                    ],
                    default="wished",
                    max_length=12,
                    verbose_name="commitment",
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
                        hash="2733306bf31281ae2bc576a5de07f3422e2267b1",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_1b75b",
                        table="pilots_partyevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Consultation",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="consultations",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("on", models.DateField(verbose_name="date")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("written", "in writing"),
                        ("meeting", "meeting with several parties"),
                        ("talk", "talk with one party"),
                    ],
                    default="talk",
                    max_length=10,
                    verbose_name="how",
                ),
            ),
            ("subject", mvi.fields.LineField(max_length=200, verbose_name="subject")),
            (
                "parties",
                mvi.fields.LineField(
                    help_text="Names with a comma between them; what is given to all leaves them out.",
                    max_length=500,
                    verbose_name="with whom",
                ),
            ),
            (
                "tenderned_number",
                models.CharField(
                    blank=True,
                    help_text="Of the announcement, when the consultation was published there.",
                    max_length=12,
                    validators=[django.core.validators.RegexValidator("^\\d+$", "A TenderNed number has digits only.")],
                    verbose_name="TenderNed number",
                ),
            ),
            ("questions", mvi.fields.ProseField(max_length=20000, verbose_name="what was asked")),
            ("answers", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="what was answered")),
            ("effect", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="effect on the request")),
            (
                "shared_on",
                models.DateField(
                    blank=True,
                    help_text="When everybody could read what was said here.",
                    null=True,
                    verbose_name="given to all on",
                ),
            ),
        ],
        options={
            "verbose_name": "market consultation",
            "verbose_name_plural": "market consultations",
            "ordering": ["pilot", "on", "pk"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("kind__in", ["written", "meeting", "talk"])),
                    name="pilots_consultation_kind_is_known",
                ),
                models.UniqueConstraint(
                    models.F("pilot"),
                    models.F("on"),
                    django.db.models.functions.text.Lower("subject"),
                    name="consultation_once_a_day",
                    violation_error_message="This pilot already has this consultation on this day.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("tenderned_number__regex", "^\\d*$")),
                    name="consultation_tenderned_number_is_digits",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("shared_on__isnull", True), ("shared_on__gte", models.F("on")), _connector="OR"
                    ),
                    name="consultation_shared_after_it_was_held",
                    violation_error_message="It cannot be given to all before it was held.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="9d6c64d29bf19f8a57456b27d4e1123935084199",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_fb094",
                        table="pilots_consultation",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_consultationevent" ("answers", "effect", "id", "is_example", "kind", "on", "parties", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "questions", "shared_on", "subject", "tenderned_number", "version") VALUES (NEW."answers", NEW."effect", NEW."id", NEW."is_example", NEW."kind", NEW."on", NEW."parties", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pilot_id", NEW."questions", NEW."shared_on", NEW."subject", NEW."tenderned_number", NEW."version"); RETURN NULL;',
                        hash="8351ded1913f459a3aef08005fbbf9b971a2069d",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_12c52",
                        table="pilots_consultation",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_consultationevent" ("answers", "effect", "id", "is_example", "kind", "on", "parties", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "questions", "shared_on", "subject", "tenderned_number", "version") VALUES (NEW."answers", NEW."effect", NEW."id", NEW."is_example", NEW."kind", NEW."on", NEW."parties", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."questions", NEW."shared_on", NEW."subject", NEW."tenderned_number", NEW."version"); RETURN NULL;',
                        hash="fd8b6d583a9f0569f33fa7e9e3b794b4a26e765e",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_55cde",
                        table="pilots_consultation",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_consultationevent" ("answers", "effect", "id", "is_example", "kind", "on", "parties", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "questions", "shared_on", "subject", "tenderned_number", "version") VALUES (OLD."answers", OLD."effect", OLD."id", OLD."is_example", OLD."kind", OLD."on", OLD."parties", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."questions", OLD."shared_on", OLD."subject", OLD."tenderned_number", OLD."version"); RETURN NULL;',
                        hash="0a75dbde4a9b8d2121acac5cf82e165c2bbda3e7",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_b42d2",
                        table="pilots_consultation",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ConsultationEvent",
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
                    to="pilots.consultation",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("on", models.DateField(verbose_name="date")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("written", "in writing"),
                        ("meeting", "meeting with several parties"),
                        ("talk", "talk with one party"),
                    ],
                    default="talk",
                    max_length=10,
                    verbose_name="how",
                ),
            ),
            ("subject", mvi.fields.LineField(max_length=200, verbose_name="subject")),
            (
                "parties",
                mvi.fields.LineField(
                    help_text="Names with a comma between them; what is given to all leaves them out.",
                    max_length=500,
                    verbose_name="with whom",
                ),
            ),
            (
                "tenderned_number",
                models.CharField(
                    blank=True,
                    help_text="Of the announcement, when the consultation was published there.",
                    max_length=12,
                    validators=[django.core.validators.RegexValidator("^\\d+$", "A TenderNed number has digits only.")],
                    verbose_name="TenderNed number",
                ),
            ),
            ("questions", mvi.fields.ProseField(max_length=20000, verbose_name="what was asked")),
            ("answers", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="what was answered")),
            ("effect", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="effect on the request")),
            (
                "shared_on",
                models.DateField(
                    blank=True,
                    help_text="When everybody could read what was said here.",
                    null=True,
                    verbose_name="given to all on",
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
                        hash="4cb202cb8b12a3bcebccafb5db869266b04491b0",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_ea6c3",
                        table="pilots_consultationevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="CostOption",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="cost_options",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="option")),
            (
                "years",
                models.PositiveSmallIntegerField(
                    validators=[
                        django.core.validators.MinValueValidator(1),
                        django.core.validators.MaxValueValidator(100),
                    ],
                    verbose_name="lifespan (years)",
                ),
            ),
            (
                "purchase",
                models.DecimalField(decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="purchase (€)"),
            ),
            (
                "use",
                models.DecimalField(
                    decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="use per year (€)"
                ),
            ),
            (
                "maintenance",
                models.DecimalField(
                    decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="maintenance per year (€)"
                ),
            ),
            (
                "disposal",
                models.DecimalField(
                    decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="disposal at the end (€)"
                ),
            ),
            (
                "residual",
                models.DecimalField(
                    decimal_places=2,
                    default=Decimal("0"),
                    help_text="What it still brings in.",
                    max_digits=14,
                    verbose_name="residual value at the end (€)",
                ),
            ),
        ],
        options={
            "verbose_name": "option with its cost",
            "verbose_name_plural": "options with their cost",
            "ordering": ["pilot", "name"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("years__range", (1, 100))), name="cost_option_years_in_range"
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("disposal__gte", 0),
                        ("maintenance__gte", 0),
                        ("purchase__gte", 0),
                        ("residual__gte", 0),
                        ("use__gte", 0),
                    ),
                    name="cost_option_not_negative",
                    violation_error_message="An amount cannot be negative.",
                ),
                models.UniqueConstraint(
                    models.F("pilot"),
                    django.db.models.functions.text.Lower("name"),
                    name="cost_option_once_per_pilot",
                    violation_error_message="This pilot already has this option.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="32c6cc79b3f49598044e9f1036503920609914f0",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_68e0d",
                        table="pilots_costoption",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_costoptionevent" ("disposal", "id", "is_example", "maintenance", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "purchase", "residual", "use", "version", "years") VALUES (NEW."disposal", NEW."id", NEW."is_example", NEW."maintenance", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pilot_id", NEW."purchase", NEW."residual", NEW."use", NEW."version", NEW."years"); RETURN NULL;',
                        hash="7eacd123952028c70a7ef096762d3b4cd6fbe28e",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_0e194",
                        table="pilots_costoption",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_costoptionevent" ("disposal", "id", "is_example", "maintenance", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "purchase", "residual", "use", "version", "years") VALUES (NEW."disposal", NEW."id", NEW."is_example", NEW."maintenance", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."purchase", NEW."residual", NEW."use", NEW."version", NEW."years"); RETURN NULL;',
                        hash="694f58ccdd8d15f895b5de8e5603b22916e672a1",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_cfb02",
                        table="pilots_costoption",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_costoptionevent" ("disposal", "id", "is_example", "maintenance", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "purchase", "residual", "use", "version", "years") VALUES (OLD."disposal", OLD."id", OLD."is_example", OLD."maintenance", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."purchase", OLD."residual", OLD."use", OLD."version", OLD."years"); RETURN NULL;',
                        hash="ddbd3d829c0f1710c488a74c868967aa14fcfb18",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_0cd7d",
                        table="pilots_costoption",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="CostOptionEvent",
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
                    to="pilots.costoption",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="option")),
            (
                "years",
                models.PositiveSmallIntegerField(
                    validators=[
                        django.core.validators.MinValueValidator(1),
                        django.core.validators.MaxValueValidator(100),
                    ],
                    verbose_name="lifespan (years)",
                ),
            ),
            (
                "purchase",
                models.DecimalField(decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="purchase (€)"),
            ),
            (
                "use",
                models.DecimalField(
                    decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="use per year (€)"
                ),
            ),
            (
                "maintenance",
                models.DecimalField(
                    decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="maintenance per year (€)"
                ),
            ),
            (
                "disposal",
                models.DecimalField(
                    decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="disposal at the end (€)"
                ),
            ),
            (
                "residual",
                models.DecimalField(
                    decimal_places=2,
                    default=Decimal("0"),
                    help_text="What it still brings in.",
                    max_digits=14,
                    verbose_name="residual value at the end (€)",
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
                        hash="ae4d1a99734e2dd2b91bb69ed007ff2d63afc226",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_52a5f",
                        table="pilots_costoptionevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Criterion",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="criteria",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("suitability", "suitability requirement"),
                        ("selection", "selection criterion"),
                        ("minimum", "minimum requirement"),
                        ("award", "award criterion"),
                        ("contract", "contract clause"),
                    ],
                    max_length=12,
                    verbose_name="kind",
                ),
            ),
            (
                "theme",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="criteria",
                    to="strategy.theme",
                    verbose_name="theme",
                ),
            ),
            (
                "level",
                models.PositiveSmallIntegerField(
                    choices=[(1, "1 · basic"), (2, "2 · significant"), (3, "3 · ambitious")],
                    default=1,
                    verbose_name="level",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="criterion")),
            ("text", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="text")),
            (
                "mvi_number",
                mvi.fields.LineField(blank=True, max_length=40, verbose_name="number in the MVI-criteriatool"),
            ),
            ("mvi_version_on", models.DateField(blank=True, null=True, verbose_name="date of that version")),
            (
                "weight",
                models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="weight (%)"),
            ),
            ("verification", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="verification")),
            (
                "proportionality",
                mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="why this is proportionate"),
            ),
        ],
        options={
            "verbose_name": "criterion",
            "verbose_name_plural": "criteria",
            "ordering": ["pilot", "kind", "title"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("kind__in", ["suitability", "selection", "minimum", "award", "contract"])),
                    name="pilots_criterion_kind_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(("level__in", [1, 2, 3])), name="pilots_criterion_level_is_known"
                ),
                models.CheckConstraint(
                    condition=models.Q(("weight__isnull", True), ("weight__range", (0, 100)), _connector="OR"),
                    name="criterion_weight_is_percentage",
                    violation_error_message="A weight is between 0 and 100.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("weight__isnull", True), ("kind", "award"), _connector="OR"),
                    name="criterion_weight_only_for_award",
                    violation_error_message="Only an award criterion has a weight.",
                ),
                models.UniqueConstraint(
                    models.F("pilot"),
                    django.db.models.functions.text.Lower("title"),
                    name="criterion_once_per_pilot",
                    violation_error_message="This pilot already has this criterion.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="80c1e88914611a14d3191750908db87a8c447c3f",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_46531",
                        table="pilots_criterion",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_criterionevent" ("id", "is_example", "kind", "level", "mvi_number", "mvi_version_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "proportionality", "text", "theme_id", "title", "verification", "version", "weight") VALUES (NEW."id", NEW."is_example", NEW."kind", NEW."level", NEW."mvi_number", NEW."mvi_version_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pilot_id", NEW."proportionality", NEW."text", NEW."theme_id", NEW."title", NEW."verification", NEW."version", NEW."weight"); RETURN NULL;',
                        hash="0652982565145ffb5466d5cdd60d3c9a7a8334dc",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_8a66d",
                        table="pilots_criterion",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_criterionevent" ("id", "is_example", "kind", "level", "mvi_number", "mvi_version_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "proportionality", "text", "theme_id", "title", "verification", "version", "weight") VALUES (NEW."id", NEW."is_example", NEW."kind", NEW."level", NEW."mvi_number", NEW."mvi_version_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."proportionality", NEW."text", NEW."theme_id", NEW."title", NEW."verification", NEW."version", NEW."weight"); RETURN NULL;',
                        hash="622b4ff39cce75e4c98e7c1f7c8a44e3744cadd1",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_aeb59",
                        table="pilots_criterion",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_criterionevent" ("id", "is_example", "kind", "level", "mvi_number", "mvi_version_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "proportionality", "text", "theme_id", "title", "verification", "version", "weight") VALUES (OLD."id", OLD."is_example", OLD."kind", OLD."level", OLD."mvi_number", OLD."mvi_version_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."proportionality", OLD."text", OLD."theme_id", OLD."title", OLD."verification", OLD."version", OLD."weight"); RETURN NULL;',
                        hash="be9b2607b664436203ab3f0c71cbc52c2cc2f567",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_7cf6e",
                        table="pilots_criterion",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="CriterionEvent",
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
                    to="pilots.criterion",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("suitability", "suitability requirement"),
                        ("selection", "selection criterion"),
                        ("minimum", "minimum requirement"),
                        ("award", "award criterion"),
                        ("contract", "contract clause"),
                    ],
                    max_length=12,
                    verbose_name="kind",
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
                "level",
                models.PositiveSmallIntegerField(
                    choices=[(1, "1 · basic"), (2, "2 · significant"), (3, "3 · ambitious")],
                    default=1,
                    verbose_name="level",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="criterion")),
            ("text", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="text")),
            (
                "mvi_number",
                mvi.fields.LineField(blank=True, max_length=40, verbose_name="number in the MVI-criteriatool"),
            ),
            ("mvi_version_on", models.DateField(blank=True, null=True, verbose_name="date of that version")),
            (
                "weight",
                models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="weight (%)"),
            ),
            ("verification", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="verification")),
            (
                "proportionality",
                mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="why this is proportionate"),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="8bdbd77697929b00d755ae0e390ab3ce402e0787",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_6c1ee",
                        table="pilots_criterionevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Decision",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="decisions",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("forward", "to the next phase"),
                        ("back", "back to an earlier phase"),
                        ("park", "parked"),
                        ("stop", "stopped"),
                        ("complete", "completed"),
                        ("resume", "resumed"),
                    ],
                    max_length=10,
                    verbose_name="decision",
                ),
            ),
            (
                "from_phase",
                models.CharField(
                    choices=[
                        ("idea", "idea"),
                        ("exploration", "exploration"),
                        ("preparation", "preparation"),
                        ("tender", "tender"),
                        ("execution", "execution"),
                        ("evaluation", "evaluation"),
                    ],
                    max_length=12,
                    verbose_name="from phase",
                ),
            ),
            (
                "to_phase",
                models.CharField(
                    choices=[
                        ("idea", "idea"),
                        ("exploration", "exploration"),
                        ("preparation", "preparation"),
                        ("tender", "tender"),
                        ("execution", "execution"),
                        ("evaluation", "evaluation"),
                    ],
                    max_length=12,
                    verbose_name="to phase",
                ),
            ),
            ("reason", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="reason")),
            ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="decided at")),
            (
                "made_by",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="pilot_decisions",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="decided by",
                ),
            ),
        ],
        options={
            "verbose_name": "decision",
            "verbose_name_plural": "decisions",
            "ordering": ["-made_at", "-pk"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("kind__in", ["forward", "back", "park", "stop", "complete", "resume"])),
                    name="pilots_decision_kind_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("from_phase__in", ["idea", "exploration", "preparation", "tender", "execution", "evaluation"])
                    ),
                    name="pilots_decision_from_phase_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("to_phase__in", ["idea", "exploration", "preparation", "tender", "execution", "evaluation"])
                    ),
                    name="pilots_decision_to_phase_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(("kind", "back"), ("reason", ""), _negated=True),
                    name="decision_to_go_back_has_reason",
                    violation_error_message="Going back needs a reason.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="51f20387d2f16ea5dd3b42c780afe2253876abeb",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_fe160",
                        table="pilots_decision",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_decisionevent" ("from_phase", "id", "is_example", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "reason", "to_phase", "version") VALUES (NEW."from_phase", NEW."id", NEW."is_example", NEW."kind", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pilot_id", NEW."reason", NEW."to_phase", NEW."version"); RETURN NULL;',
                        hash="492dc2c27a1360dab2df207dffa4dd2b231a6c51",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_5e95d",
                        table="pilots_decision",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_decisionevent" ("from_phase", "id", "is_example", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "reason", "to_phase", "version") VALUES (NEW."from_phase", NEW."id", NEW."is_example", NEW."kind", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."reason", NEW."to_phase", NEW."version"); RETURN NULL;',
                        hash="7468a9772c10adbf4e395543bee21b40c4ae91fe",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_2e95a",
                        table="pilots_decision",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_decisionevent" ("from_phase", "id", "is_example", "kind", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "reason", "to_phase", "version") VALUES (OLD."from_phase", OLD."id", OLD."is_example", OLD."kind", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."reason", OLD."to_phase", OLD."version"); RETURN NULL;',
                        hash="60c8c3059b85d01fec83241029afebeee279d82e",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_a19dd",
                        table="pilots_decision",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="DecisionEvent",
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
                    to="pilots.decision",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("forward", "to the next phase"),
                        ("back", "back to an earlier phase"),
                        ("park", "parked"),
                        ("stop", "stopped"),
                        ("complete", "completed"),
                        ("resume", "resumed"),
                    ],
                    max_length=10,
                    verbose_name="decision",
                ),
            ),
            (
                "from_phase",
                models.CharField(
                    choices=[
                        ("idea", "idea"),
                        ("exploration", "exploration"),
                        ("preparation", "preparation"),
                        ("tender", "tender"),
                        ("execution", "execution"),
                        ("evaluation", "evaluation"),
                    ],
                    max_length=12,
                    verbose_name="from phase",
                ),
            ),
            (
                "to_phase",
                models.CharField(
                    choices=[
                        ("idea", "idea"),
                        ("exploration", "exploration"),
                        ("preparation", "preparation"),
                        ("tender", "tender"),
                        ("execution", "execution"),
                        ("evaluation", "evaluation"),
                    ],
                    max_length=12,
                    verbose_name="to phase",
                ),
            ),
            ("reason", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="reason")),
            ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="decided at")),
            (
                "made_by",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="decided by",
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
                        hash="032eca627b1d09f614090abcae886804311b14f7",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_eef3c",
                        table="pilots_decisionevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Document",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="documents",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="title")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("decision", "decision"),
                        ("tender", "tender document"),
                        ("contract", "contract"),
                        ("report", "report"),
                        ("evidence", "evidence"),
                        ("other", "other"),
                    ],
                    default="other",
                    max_length=10,
                    verbose_name="kind",
                ),
            ),
            ("description", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="description")),
            (
                "link",
                mvi.fields.LinkField(
                    blank=True,
                    help_text="Where it is kept, starting with https; or send a file.",
                    max_length=500,
                    verbose_name="link",
                ),
            ),
            (
                "file_name",
                mvi.fields.LineField(blank=True, editable=False, max_length=200, verbose_name="name of the file"),
            ),
            (
                "content_type",
                mvi.fields.LineField(blank=True, editable=False, max_length=100, verbose_name="kind of file"),
            ),
            ("size", models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="size in bytes")),
            (
                "added_at",
                models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="added at"),
            ),
            (
                "added_by",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="added by",
                ),
            ),
        ],
        options={
            "verbose_name": "document",
            "verbose_name_plural": "documents",
            "ordering": ["pilot", "-added_at", "-pk"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("kind__in", ["decision", "tender", "contract", "report", "evidence", "other"])),
                    name="pilots_document_kind_is_known",
                ),
                models.UniqueConstraint(
                    models.F("pilot"),
                    django.db.models.functions.text.Lower("title"),
                    name="document_once_per_pilot",
                    violation_error_message="This pilot already has a document with this title.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("content_type", ""), ("file_name", ""), ("size", None)),
                        models.Q(
                            models.Q(("file_name", ""), _negated=True),
                            models.Q(("content_type", ""), _negated=True),
                            ("size__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="document_file_has_name_kind_and_size",
                ),
                models.CheckConstraint(
                    condition=models.Q(("link", ""), ("file_name", ""), _connector="OR"), name="document_not_both"
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="b0166bad19b66392e914f78d4f6724af09e7ebf5",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_e939a",
                        table="pilots_document",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_documentevent" ("added_at", "added_by_id", "content_type", "description", "file_name", "id", "is_example", "kind", "link", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "size", "title", "version") VALUES (NEW."added_at", NEW."added_by_id", NEW."content_type", NEW."description", NEW."file_name", NEW."id", NEW."is_example", NEW."kind", NEW."link", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pilot_id", NEW."size", NEW."title", NEW."version"); RETURN NULL;',
                        hash="91ac30806a82d40fa34a78cbcb3ca0830b05dbaa",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_44759",
                        table="pilots_document",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_documentevent" ("added_at", "added_by_id", "content_type", "description", "file_name", "id", "is_example", "kind", "link", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "size", "title", "version") VALUES (NEW."added_at", NEW."added_by_id", NEW."content_type", NEW."description", NEW."file_name", NEW."id", NEW."is_example", NEW."kind", NEW."link", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."size", NEW."title", NEW."version"); RETURN NULL;',
                        hash="51f5d2cfeeb4529828d04c1fff8f52a3f88cfbe2",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_3fd14",
                        table="pilots_document",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_documentevent" ("added_at", "added_by_id", "content_type", "description", "file_name", "id", "is_example", "kind", "link", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "size", "title", "version") VALUES (OLD."added_at", OLD."added_by_id", OLD."content_type", OLD."description", OLD."file_name", OLD."id", OLD."is_example", OLD."kind", OLD."link", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."size", OLD."title", OLD."version"); RETURN NULL;',
                        hash="02071fe1bb4ebc8235f7b702cde900f257560126",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_e21aa",
                        table="pilots_document",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="DocumentEvent",
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
                    to="pilots.document",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="title")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("decision", "decision"),
                        ("tender", "tender document"),
                        ("contract", "contract"),
                        ("report", "report"),
                        ("evidence", "evidence"),
                        ("other", "other"),
                    ],
                    default="other",
                    max_length=10,
                    verbose_name="kind",
                ),
            ),
            ("description", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="description")),
            (
                "link",
                mvi.fields.LinkField(
                    blank=True,
                    help_text="Where it is kept, starting with https; or send a file.",
                    max_length=500,
                    verbose_name="link",
                ),
            ),
            (
                "file_name",
                mvi.fields.LineField(blank=True, editable=False, max_length=200, verbose_name="name of the file"),
            ),
            (
                "content_type",
                mvi.fields.LineField(blank=True, editable=False, max_length=100, verbose_name="kind of file"),
            ),
            ("size", models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="size in bytes")),
            (
                "added_at",
                models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="added at"),
            ),
            (
                "added_by",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="added by",
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
                        hash="d992e377601cf32396dfa2a2839c3015048e4995",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_4323d",
                        table="pilots_documentevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="DocumentFile",
        fields=[
            (
                "document",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.CASCADE,
                    primary_key=True,
                    related_name="file",
                    serialize=False,
                    to="pilots.document",
                ),
            ),
            ("content", models.BinaryField()),
        ],
        options={
            "default_permissions": (),
        },
    ),
    migrations.CreateModel(
        name="Kpi",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="kpis",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="KPI")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("other", "other"),
                        ("mki", "environmental cost indicator (MKI)"),
                        ("co2", "CO₂ emission"),
                        ("secondary", "secondary material"),
                        ("biobased", "biobased material"),
                        ("detachable", "detachability"),
                        ("sroi", "social return"),
                        ("tco", "total cost of ownership"),
                    ],
                    default="other",
                    max_length=10,
                    verbose_name="kind",
                ),
            ),
            ("unit", mvi.fields.LineField(max_length=40, verbose_name="unit")),
            (
                "base",
                mvi.fields.LineField(
                    blank=True,
                    help_text="Of what, for a percentage: for social return loonsom or aanneemsom.",
                    max_length=200,
                    verbose_name="base",
                ),
            ),
            (
                "social_return_base",
                models.CharField(
                    blank=True,
                    choices=[("wages", "wage sum"), ("contract", "contract sum")],
                    max_length=8,
                    verbose_name="base of the social return",
                ),
            ),
            (
                "base_amount",
                models.DecimalField(
                    blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount of that base (€)"
                ),
            ),
            (
                "base_share",
                models.DecimalField(
                    decimal_places=2,
                    default=Decimal("100"),
                    max_digits=5,
                    verbose_name="part of the base that counts (%)",
                ),
            ),
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
                "reference",
                models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="reference"),
            ),
            ("reference_on", models.DateField(blank=True, null=True, verbose_name="date of the reference")),
            (
                "asked",
                models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="asked"),
            ),
            ("asked_on", models.DateField(blank=True, null=True, verbose_name="asked on")),
            (
                "offered",
                models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="offered"),
            ),
            ("offered_on", models.DateField(blank=True, null=True, verbose_name="offered on")),
            (
                "contracted",
                models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="contracted"),
            ),
            ("contracted_on", models.DateField(blank=True, null=True, verbose_name="contracted on")),
            (
                "attributable",
                models.BooleanField(
                    default=True,
                    help_text="Would it not have happened without this pilot?",
                    verbose_name="attributable",
                ),
            ),
            (
                "indicator",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="kpis",
                    to="strategy.indicator",
                    verbose_name="feeds indicator",
                ),
            ),
        ],
        options={
            "verbose_name": "KPI",
            "verbose_name_plural": "KPIs",
            "ordering": ["pilot", "name"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("direction__in", ["up", "down"])), name="pilots_kpi_direction_is_known"
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("kind__in", ["other", "mki", "co2", "secondary", "biobased", "detachable", "sroi", "tco"])
                    ),
                    name="pilots_kpi_kind_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("kind", "sroi"), ("social_return_base__in", ["wages", "contract"])),
                        models.Q(
                            models.Q(("kind", "sroi"), _negated=True), ("base_amount", None), ("social_return_base", "")
                        ),
                        _connector="OR",
                    ),
                    name="kpi_social_return_has_base",
                    violation_error_message="Social return always has a base, wage sum or contract sum; others have none.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("base_share__gt", 0), ("base_share__lte", 100)),
                    name="kpi_base_share_is_percentage",
                    violation_error_message="A part of the whole lies above 0 and is at most 100.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("base_amount", None), ("base_amount__gte", 0), _connector="OR"),
                    name="kpi_base_amount_not_negative",
                    violation_error_message="An amount cannot be negative.",
                ),
                models.UniqueConstraint(
                    models.F("pilot"),
                    django.db.models.functions.text.Lower("name"),
                    name="kpi_once_per_pilot",
                    violation_error_message="This pilot already has this KPI.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="0bb663b8cdf6df38a9a31e70c95924fd3226937f",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_9829d",
                        table="pilots_kpi",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_kpievent" ("asked", "asked_on", "attributable", "base", "base_amount", "base_share", "contracted", "contracted_on", "direction", "id", "indicator_id", "is_example", "kind", "name", "offered", "offered_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "reference", "reference_on", "social_return_base", "unit", "version") VALUES (NEW."asked", NEW."asked_on", NEW."attributable", NEW."base", NEW."base_amount", NEW."base_share", NEW."contracted", NEW."contracted_on", NEW."direction", NEW."id", NEW."indicator_id", NEW."is_example", NEW."kind", NEW."name", NEW."offered", NEW."offered_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pilot_id", NEW."reference", NEW."reference_on", NEW."social_return_base", NEW."unit", NEW."version"); RETURN NULL;',
                        hash="5c0149dc796f2fe2fb209e3b281a9b7fcfcbf4b4",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_75ae7",
                        table="pilots_kpi",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_kpievent" ("asked", "asked_on", "attributable", "base", "base_amount", "base_share", "contracted", "contracted_on", "direction", "id", "indicator_id", "is_example", "kind", "name", "offered", "offered_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "reference", "reference_on", "social_return_base", "unit", "version") VALUES (NEW."asked", NEW."asked_on", NEW."attributable", NEW."base", NEW."base_amount", NEW."base_share", NEW."contracted", NEW."contracted_on", NEW."direction", NEW."id", NEW."indicator_id", NEW."is_example", NEW."kind", NEW."name", NEW."offered", NEW."offered_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."reference", NEW."reference_on", NEW."social_return_base", NEW."unit", NEW."version"); RETURN NULL;',
                        hash="d9d24c687bd276058f0781c334b4c50d6c113062",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_05b2f",
                        table="pilots_kpi",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_kpievent" ("asked", "asked_on", "attributable", "base", "base_amount", "base_share", "contracted", "contracted_on", "direction", "id", "indicator_id", "is_example", "kind", "name", "offered", "offered_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "reference", "reference_on", "social_return_base", "unit", "version") VALUES (OLD."asked", OLD."asked_on", OLD."attributable", OLD."base", OLD."base_amount", OLD."base_share", OLD."contracted", OLD."contracted_on", OLD."direction", OLD."id", OLD."indicator_id", OLD."is_example", OLD."kind", OLD."name", OLD."offered", OLD."offered_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."reference", OLD."reference_on", OLD."social_return_base", OLD."unit", OLD."version"); RETURN NULL;',
                        hash="0d82047a829f05dade2cc93f1cd5d6d27b427cfd",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_98844",
                        table="pilots_kpi",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="KpiEvent",
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
                    to="pilots.kpi",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="KPI")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("other", "other"),
                        ("mki", "environmental cost indicator (MKI)"),
                        ("co2", "CO₂ emission"),
                        ("secondary", "secondary material"),
                        ("biobased", "biobased material"),
                        ("detachable", "detachability"),
                        ("sroi", "social return"),
                        ("tco", "total cost of ownership"),
                    ],
                    default="other",
                    max_length=10,
                    verbose_name="kind",
                ),
            ),
            ("unit", mvi.fields.LineField(max_length=40, verbose_name="unit")),
            (
                "base",
                mvi.fields.LineField(
                    blank=True,
                    help_text="Of what, for a percentage: for social return loonsom or aanneemsom.",
                    max_length=200,
                    verbose_name="base",
                ),
            ),
            (
                "social_return_base",
                models.CharField(
                    blank=True,
                    choices=[("wages", "wage sum"), ("contract", "contract sum")],
                    max_length=8,
                    verbose_name="base of the social return",
                ),
            ),
            (
                "base_amount",
                models.DecimalField(
                    blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount of that base (€)"
                ),
            ),
            (
                "base_share",
                models.DecimalField(
                    decimal_places=2,
                    default=Decimal("100"),
                    max_digits=5,
                    verbose_name="part of the base that counts (%)",
                ),
            ),
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
                "reference",
                models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="reference"),
            ),
            ("reference_on", models.DateField(blank=True, null=True, verbose_name="date of the reference")),
            (
                "asked",
                models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="asked"),
            ),
            ("asked_on", models.DateField(blank=True, null=True, verbose_name="asked on")),
            (
                "offered",
                models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="offered"),
            ),
            ("offered_on", models.DateField(blank=True, null=True, verbose_name="offered on")),
            (
                "contracted",
                models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="contracted"),
            ),
            ("contracted_on", models.DateField(blank=True, null=True, verbose_name="contracted on")),
            (
                "attributable",
                models.BooleanField(
                    default=True,
                    help_text="Would it not have happened without this pilot?",
                    verbose_name="attributable",
                ),
            ),
            (
                "indicator",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.indicator",
                    verbose_name="feeds indicator",
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
                        hash="39fadfe3266611c1938abe072b58510d56f94420",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_726b0",
                        table="pilots_kpievent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Result",
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
                "kpi",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="results",
                    to="pilots.kpi",
                    verbose_name="KPI",
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
        ],
        options={
            "verbose_name": "result",
            "verbose_name_plural": "results",
            "ordering": ["kpi", "-on"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(
                    fields=("kpi", "on"),
                    name="result_once_a_day",
                    violation_error_message="There is already a result on this date; change that one.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="33989a04ec126c19a33ae86ea0b4a4153e3cae21",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_4296f",
                        table="pilots_result",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_resultevent" ("evidence", "id", "is_example", "kpi_id", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "version") VALUES (NEW."evidence", NEW."id", NEW."is_example", NEW."kpi_id", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."value", NEW."version"); RETURN NULL;',
                        hash="ce7abdc158d6329d97d745b69701ec3838564888",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_7604a",
                        table="pilots_result",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_resultevent" ("evidence", "id", "is_example", "kpi_id", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "version") VALUES (NEW."evidence", NEW."id", NEW."is_example", NEW."kpi_id", NEW."note", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."value", NEW."version"); RETURN NULL;',
                        hash="f4d0d8cad35d1c38fef128ea8959b44087a138eb",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_70844",
                        table="pilots_result",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_resultevent" ("evidence", "id", "is_example", "kpi_id", "note", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "version") VALUES (OLD."evidence", OLD."id", OLD."is_example", OLD."kpi_id", OLD."note", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."value", OLD."version"); RETURN NULL;',
                        hash="62dfb8af7b00e26c199fd2535a95f87b32ab586e",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_186e2",
                        table="pilots_result",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ResultEvent",
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
                    to="pilots.result",
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
                "kpi",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.kpi",
                    verbose_name="KPI",
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
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="5a18237e6caf3dc1245ff3bbfc9bcae1df80d827",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_2c6b7",
                        table="pilots_resultevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="PilotTheme",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="pilot_themes",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            (
                "theme",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="pilot_themes",
                    to="strategy.theme",
                    verbose_name="theme",
                ),
            ),
            (
                "level",
                models.PositiveSmallIntegerField(
                    choices=[(1, "1 · basic"), (2, "2 · significant"), (3, "3 · ambitious")], verbose_name="level"
                ),
            ),
            ("reason", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="reason for a lower level")),
        ],
        options={
            "verbose_name": "theme of a pilot",
            "verbose_name_plural": "themes of pilots",
            "ordering": ["theme__position", "theme__name"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("level__in", [1, 2, 3])), name="pilots_pilottheme_level_is_known"
                ),
                models.UniqueConstraint(
                    fields=("pilot", "theme"),
                    name="pilot_theme_once",
                    violation_error_message="This pilot already has this theme.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="697b619f37a09833fdb7145cb92ff8c79c2bcc85",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_75ac7",
                        table="pilots_pilottheme",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pilots_pilotthemeevent" ("id", "is_example", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "reason", "theme_id", "version") SELECT new_values."id", new_values."is_example", new_values."level", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."pilot_id", new_values."reason", new_values."theme_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                        hash="04657c9d292b3beae1074ad25184d0a1b91d660e",
                        level="STATEMENT",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_d89ec",
                        referencing="REFERENCING NEW TABLE AS new_values ",
                        table="pilots_pilottheme",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_pilotthemeevent" ("id", "is_example", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "reason", "theme_id", "version") VALUES (NEW."id", NEW."is_example", NEW."level", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."reason", NEW."theme_id", NEW."version"); RETURN NULL;',
                        hash="a73a1e6333c0814d479bca405021c0ee174765c9",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_4c39f",
                        table="pilots_pilottheme",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_pilotthemeevent" ("id", "is_example", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "reason", "theme_id", "version") VALUES (OLD."id", OLD."is_example", OLD."level", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."reason", OLD."theme_id", OLD."version"); RETURN NULL;',
                        hash="608b74264885b45aeb3e4d155416adfd7d452ecc",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_a6a3b",
                        table="pilots_pilottheme",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="PilotThemeEvent",
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
                    to="pilots.pilottheme",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
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
                "level",
                models.PositiveSmallIntegerField(
                    choices=[(1, "1 · basic"), (2, "2 · significant"), (3, "3 · ambitious")], verbose_name="level"
                ),
            ),
            ("reason", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="reason for a lower level")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="3cde8e491d8bd26cbab8e45c530b73f8e39c31de",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_6ff63",
                        table="pilots_pilotthemeevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="PilotCoreValue",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="pilot_core_values",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            (
                "core_value",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="pilot_core_values",
                    to="strategy.corevalue",
                    verbose_name="core value",
                ),
            ),
            ("how", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="how it shows here")),
        ],
        options={
            "verbose_name": "core value of a pilot",
            "verbose_name_plural": "core values of pilots",
            "ordering": ["core_value__position", "core_value__name"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(
                    fields=("pilot", "core_value"),
                    name="pilot_core_value_once",
                    violation_error_message="This pilot already has this core value.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="ab12b1c8ce2af9d577bf89b088fa82d8060c5c6f",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_086d3",
                        table="pilots_pilotcorevalue",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pilots_pilotcorevalueevent" ("core_value_id", "how", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "version") SELECT new_values."core_value_id", new_values."how", new_values."id", new_values."is_example", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."pilot_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                        hash="c480b214aaff3e42c490f12af3ec66dac36e1c64",
                        level="STATEMENT",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_de40a",
                        referencing="REFERENCING NEW TABLE AS new_values ",
                        table="pilots_pilotcorevalue",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_pilotcorevalueevent" ("core_value_id", "how", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "version") VALUES (NEW."core_value_id", NEW."how", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."version"); RETURN NULL;',
                        hash="a477a5e29c1f8e1c56cbbf3001c49e1d62b33d6d",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_49733",
                        table="pilots_pilotcorevalue",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_pilotcorevalueevent" ("core_value_id", "how", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "version") VALUES (OLD."core_value_id", OLD."how", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."version"); RETURN NULL;',
                        hash="8592adddc159bea702115ee1dfe08716059e2766",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_8cdf1",
                        table="pilots_pilotcorevalue",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="PilotCoreValueEvent",
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
                    to="pilots.pilotcorevalue",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            (
                "core_value",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.corevalue",
                    verbose_name="core value",
                ),
            ),
            ("how", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="how it shows here")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="5ca04827bc5ac058231371f191521609549d2ef1",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_00e5a",
                        table="pilots_pilotcorevalueevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="PilotGoal",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="pilot_goals",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            (
                "goal",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="pilot_goals",
                    to="strategy.goal",
                    verbose_name="goal",
                ),
            ),
        ],
        options={
            "verbose_name": "goal of a pilot",
            "verbose_name_plural": "goals of pilots",
            "ordering": ["goal__position", "goal__statement"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(
                    fields=("pilot", "goal"),
                    name="pilot_goal_once",
                    violation_error_message="This pilot already has this goal.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="91eca4c195e45b9c82d208e4a261a2faf43eee2c",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_1986b",
                        table="pilots_pilotgoal",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "pilots_pilotgoalevent" ("goal_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "version") SELECT new_values."goal_id", new_values."id", new_values."is_example", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."pilot_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                        hash="50f1c6413f1028bd90b1536e6e6e2cd4faac17eb",
                        level="STATEMENT",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_dc0e9",
                        referencing="REFERENCING NEW TABLE AS new_values ",
                        table="pilots_pilotgoal",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_pilotgoalevent" ("goal_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "version") VALUES (NEW."goal_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."version"); RETURN NULL;',
                        hash="bd0f10ea79f586eff3e9541c5f174e0d93afb884",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_a19c4",
                        table="pilots_pilotgoal",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_pilotgoalevent" ("goal_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "version") VALUES (OLD."goal_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."version"); RETURN NULL;',
                        hash="1ab821e4cdaa719b829f49c6ff5e2575cd3c6c1b",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_eaf54",
                        table="pilots_pilotgoal",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="PilotGoalEvent",
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
                    to="pilots.pilotgoal",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
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
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="6668028ea1b2c956def92d0080abc9b36429bb7b",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_ead44",
                        table="pilots_pilotgoalevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Lesson",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="lessons",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="lesson")),
            ("text", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="explanation")),
            ("learned_on", models.DateField(blank=True, null=True, verbose_name="learned on")),
            (
                "theme",
                models.ForeignKey(
                    blank=True,
                    help_text="Left open, it counts for all themes of the pilot.",
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="lessons",
                    to="strategy.theme",
                    verbose_name="theme",
                ),
            ),
            (
                "tags",
                pilots.models.tags.TagsField(
                    blank=True,
                    help_text="Words with a comma between them, such as: sloop, planning.",
                    max_length=300,
                    verbose_name="tags",
                ),
            ),
        ],
        options={
            "verbose_name": "lesson",
            "verbose_name_plural": "lessons",
            "ordering": ["pilot", "title"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "indexes": [
                models.Index(
                    models.OrderBy(models.F("learned_on"), descending=True, nulls_last=True),
                    models.OrderBy(models.F("id"), descending=True),
                    name="lesson_newest_first",
                )
            ],
            "constraints": [
                models.UniqueConstraint(
                    models.F("pilot"),
                    django.db.models.functions.text.Lower("title"),
                    name="lesson_once_per_pilot",
                    violation_error_message="This pilot already has this lesson.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="e4eddd42679e11cee2bece746f8a906ed3eb3584",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_3aabc",
                        table="pilots_lesson",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_lessonevent" ("id", "is_example", "learned_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "tags", "text", "theme_id", "title", "version") VALUES (NEW."id", NEW."is_example", NEW."learned_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pilot_id", NEW."tags", NEW."text", NEW."theme_id", NEW."title", NEW."version"); RETURN NULL;',
                        hash="7c7997d5efbee94c302237f09b08e254f9e2fe84",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_085f8",
                        table="pilots_lesson",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_lessonevent" ("id", "is_example", "learned_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "tags", "text", "theme_id", "title", "version") VALUES (NEW."id", NEW."is_example", NEW."learned_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."tags", NEW."text", NEW."theme_id", NEW."title", NEW."version"); RETURN NULL;',
                        hash="390195d703fd3061f0e5893fbea028d3d52f3142",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_d36cb",
                        table="pilots_lesson",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_lessonevent" ("id", "is_example", "learned_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "tags", "text", "theme_id", "title", "version") VALUES (OLD."id", OLD."is_example", OLD."learned_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."tags", OLD."text", OLD."theme_id", OLD."title", OLD."version"); RETURN NULL;',
                        hash="c876e880bfa2f3b638b698146ab93c063c5eaca8",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_076e0",
                        table="pilots_lesson",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="LessonEvent",
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
                    to="pilots.lesson",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("title", mvi.fields.LineField(max_length=200, verbose_name="lesson")),
            ("text", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="explanation")),
            ("learned_on", models.DateField(blank=True, null=True, verbose_name="learned on")),
            (
                "theme",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    help_text="Left open, it counts for all themes of the pilot.",
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="strategy.theme",
                    verbose_name="theme",
                ),
            ),
            (
                "tags",
                pilots.models.tags.TagsField(
                    blank=True,
                    help_text="Words with a comma between them, such as: sloop, planning.",
                    max_length=300,
                    verbose_name="tags",
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
                        hash="3e0168f76715b15b3976ce1de780fdbd5218c744",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_1726c",
                        table="pilots_lessonevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Standard",
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
                "lesson",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="standards",
                    to="pilots.lesson",
                    verbose_name="lesson",
                ),
            ),
            ("change", mvi.fields.LineField(max_length=300, verbose_name="what changes in regular purchasing")),
            ("explanation", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="explanation")),
            (
                "owner",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="purchasing_standards",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="who sees to it",
                ),
            ),
            ("due_on", models.DateField(verbose_name="in use from")),
            ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
        ],
        options={
            "verbose_name": "standard",
            "verbose_name_plural": "standards",
            "ordering": ["due_on", "pk"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.UniqueConstraint(
                    models.F("lesson"),
                    django.db.models.functions.text.Lower("change"),
                    name="standard_once_per_lesson",
                    violation_error_message="This lesson already has this standard.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="7cc8b662f358d3d2ad1cbbfb00e1ba39edaeedca",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_b3ac3",
                        table="pilots_standard",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_standardevent" ("change", "done_on", "due_on", "explanation", "id", "is_example", "lesson_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."change", NEW."done_on", NEW."due_on", NEW."explanation", NEW."id", NEW."is_example", NEW."lesson_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;',
                        hash="a3d8dc7536e8fe2a53e7cd0ca22c9396d20af128",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_42c80",
                        table="pilots_standard",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_standardevent" ("change", "done_on", "due_on", "explanation", "id", "is_example", "lesson_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."change", NEW."done_on", NEW."due_on", NEW."explanation", NEW."id", NEW."is_example", NEW."lesson_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;',
                        hash="8adc09ec562c794a956a03573bc3ba51eccf03f5",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_1e12d",
                        table="pilots_standard",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_standardevent" ("change", "done_on", "due_on", "explanation", "id", "is_example", "lesson_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."change", OLD."done_on", OLD."due_on", OLD."explanation", OLD."id", OLD."is_example", OLD."lesson_id", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."version"); RETURN NULL;',
                        hash="cbe1dbeb5c873a6924f1c19b22a4572c0c0202b9",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_bfefb",
                        table="pilots_standard",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="StandardEvent",
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
                    to="pilots.standard",
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
                "lesson",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.lesson",
                    verbose_name="lesson",
                ),
            ),
            ("change", mvi.fields.LineField(max_length=300, verbose_name="what changes in regular purchasing")),
            ("explanation", mvi.fields.ProseField(blank=True, max_length=20000, verbose_name="explanation")),
            (
                "owner",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="who sees to it",
                ),
            ),
            ("due_on", models.DateField(verbose_name="in use from")),
            ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="2e2c7e9f9cc84da4f81394b4ca8951c33af1364e",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_591ef",
                        table="pilots_standardevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Lot",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="lots",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="lot")),
            (
                "amount",
                models.DecimalField(
                    decimal_places=2, help_text="Without VAT.", max_digits=14, verbose_name="amount (€)"
                ),
            ),
            (
                "options",
                models.DecimalField(decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="options (€)"),
            ),
            (
                "extensions",
                models.DecimalField(
                    decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="extensions (€)"
                ),
            ),
        ],
        options={
            "verbose_name": "lot",
            "verbose_name_plural": "lots",
            "ordering": ["pilot", "name"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("amount__gte", 0), ("extensions__gte", 0), ("options__gte", 0)),
                    name="lot_amounts_not_negative",
                    violation_error_message="An amount cannot be negative.",
                ),
                models.UniqueConstraint(
                    models.F("pilot"),
                    django.db.models.functions.text.Lower("name"),
                    name="lot_once_per_pilot",
                    violation_error_message="This pilot already has this lot.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="f4346962c933c4f5ff29f067141c9a08cf554932",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_eee4d",
                        table="pilots_lot",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_lotevent" ("amount", "extensions", "id", "is_example", "name", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "version") VALUES (NEW."amount", NEW."extensions", NEW."id", NEW."is_example", NEW."name", NEW."options", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pilot_id", NEW."version"); RETURN NULL;',
                        hash="03b965d7b3da5cd1a064f79d9ec6343c280b2aa1",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_2433d",
                        table="pilots_lot",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_lotevent" ("amount", "extensions", "id", "is_example", "name", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "version") VALUES (NEW."amount", NEW."extensions", NEW."id", NEW."is_example", NEW."name", NEW."options", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pilot_id", NEW."version"); RETURN NULL;',
                        hash="50bf1123ecb6ee338cfa2baf94c135d06d2d6f28",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_c82c5",
                        table="pilots_lot",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_lotevent" ("amount", "extensions", "id", "is_example", "name", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pilot_id", "version") VALUES (OLD."amount", OLD."extensions", OLD."id", OLD."is_example", OLD."name", OLD."options", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pilot_id", OLD."version"); RETURN NULL;',
                        hash="8560e30a4de9c9cc3660d9762ecd61399cccc7bf",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_61c59",
                        table="pilots_lot",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="LotEvent",
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
                    to="pilots.lot",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="lot")),
            (
                "amount",
                models.DecimalField(
                    decimal_places=2, help_text="Without VAT.", max_digits=14, verbose_name="amount (€)"
                ),
            ),
            (
                "options",
                models.DecimalField(decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="options (€)"),
            ),
            (
                "extensions",
                models.DecimalField(
                    decimal_places=2, default=Decimal("0"), max_digits=14, verbose_name="extensions (€)"
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
                        hash="30635c6c33d031bd6f3f8ef4fbb9f6d3c05f0865",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_21d65",
                        table="pilots_lotevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Milestone",
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
                "pilot",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="milestones",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            (
                "phase",
                models.CharField(
                    choices=[
                        ("idea", "idea"),
                        ("exploration", "exploration"),
                        ("preparation", "preparation"),
                        ("tender", "tender"),
                        ("execution", "execution"),
                        ("evaluation", "evaluation"),
                    ],
                    max_length=12,
                    verbose_name="phase",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="milestone")),
            (
                "owner",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="milestones",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="owner",
                ),
            ),
            ("due_on", models.DateField(verbose_name="due on")),
            ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
        ],
        options={
            "verbose_name": "milestone",
            "verbose_name_plural": "milestones",
            "ordering": ["due_on", "name"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "indexes": [
                models.Index(
                    condition=models.Q(("done_on__isnull", True)), fields=["due_on"], name="milestone_open_by_due"
                )
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("phase__in", ["idea", "exploration", "preparation", "tender", "execution", "evaluation"])
                    ),
                    name="pilots_milestone_phase_is_known",
                ),
                models.UniqueConstraint(
                    models.F("pilot"),
                    django.db.models.functions.text.Lower("name"),
                    name="milestone_once_per_pilot",
                    violation_error_message="This pilot already has this milestone.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="6f9902aa28d50eebbfda798b9374f91ace57efa3",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_b10f4",
                        table="pilots_milestone",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_milestoneevent" ("done_on", "due_on", "id", "is_example", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "pilot_id", "version") VALUES (NEW."done_on", NEW."due_on", NEW."id", NEW."is_example", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phase", NEW."pilot_id", NEW."version"); RETURN NULL;',
                        hash="013191c0ab39a239340ed4d39020f639444c66da",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_c4f4a",
                        table="pilots_milestone",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_milestoneevent" ("done_on", "due_on", "id", "is_example", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "pilot_id", "version") VALUES (NEW."done_on", NEW."due_on", NEW."id", NEW."is_example", NEW."name", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phase", NEW."pilot_id", NEW."version"); RETURN NULL;',
                        hash="0068cdf1c7a948fac868173f8c00a548ed28d5ce",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_4ac60",
                        table="pilots_milestone",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_milestoneevent" ("done_on", "due_on", "id", "is_example", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "pilot_id", "version") VALUES (OLD."done_on", OLD."due_on", OLD."id", OLD."is_example", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phase", OLD."pilot_id", OLD."version"); RETURN NULL;',
                        hash="7687448769971c642af2b872f576626d46725d34",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_19a76",
                        table="pilots_milestone",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MilestoneEvent",
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
                    to="pilots.milestone",
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
                "pilot",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="pilots.pilot",
                    verbose_name="pilot",
                ),
            ),
            (
                "phase",
                models.CharField(
                    choices=[
                        ("idea", "idea"),
                        ("exploration", "exploration"),
                        ("preparation", "preparation"),
                        ("tender", "tender"),
                        ("execution", "execution"),
                        ("evaluation", "evaluation"),
                    ],
                    max_length=12,
                    verbose_name="phase",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="milestone")),
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
            ("due_on", models.DateField(verbose_name="due on")),
            ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="06a0c7921ae84f4adf28ad2afc2219fcb6a56a75",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_cc975",
                        table="pilots_milestoneevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Threshold",
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
                "contract_type",
                models.CharField(
                    choices=[
                        ("supplies", "supplies"),
                        ("services", "services"),
                        ("works", "works"),
                        ("social", "social and other specific services"),
                        ("concession", "concession"),
                    ],
                    max_length=12,
                    verbose_name="contract type",
                ),
            ),
            ("amount", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="amount (€)")),
            ("starts_on", models.DateField(verbose_name="valid from")),
            ("ends_on", models.DateField(verbose_name="valid until")),
            ("source", mvi.fields.LineField(max_length=300, verbose_name="source")),
        ],
        options={
            "verbose_name": "European threshold",
            "verbose_name_plural": "European thresholds",
            "ordering": ["-starts_on", "contract_type"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("contract_type__in", ["supplies", "services", "works", "social", "concession"])
                    ),
                    name="pilots_threshold_contract_type_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                    name="threshold_ends_after_start",
                    violation_error_message="A period cannot end before it starts.",
                ),
                models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="threshold_amount_is_positive"),
                models.UniqueConstraint(
                    fields=("contract_type", "starts_on"),
                    name="threshold_once_a_period",
                    violation_error_message="There is already a threshold for this type from this day.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="362aeef093936e93a148bc97fe645dfd77fa5e26",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_df723",
                        table="pilots_threshold",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_thresholdevent" ("amount", "contract_type", "ends_on", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "version") VALUES (NEW."amount", NEW."contract_type", NEW."ends_on", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."starts_on", NEW."version"); RETURN NULL;',
                        hash="a67ecdcccbaefaa2807c6d22be133bf6fcfd71ec",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_c90db",
                        table="pilots_threshold",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_thresholdevent" ("amount", "contract_type", "ends_on", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "version") VALUES (NEW."amount", NEW."contract_type", NEW."ends_on", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."starts_on", NEW."version"); RETURN NULL;',
                        hash="76d3a5ce219d25f37dca3b49a2993d337a33ac2c",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_8b086",
                        table="pilots_threshold",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_thresholdevent" ("amount", "contract_type", "ends_on", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "version") VALUES (OLD."amount", OLD."contract_type", OLD."ends_on", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."starts_on", OLD."version"); RETURN NULL;',
                        hash="b4ab3a67392c9bfc8303e51a4e2d5d15a5a28643",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_5e1df",
                        table="pilots_threshold",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ThresholdEvent",
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
                    to="pilots.threshold",
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
                "contract_type",
                models.CharField(
                    choices=[
                        ("supplies", "supplies"),
                        ("services", "services"),
                        ("works", "works"),
                        ("social", "social and other specific services"),
                        ("concession", "concession"),
                    ],
                    max_length=12,
                    verbose_name="contract type",
                ),
            ),
            ("amount", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="amount (€)")),
            ("starts_on", models.DateField(verbose_name="valid from")),
            ("ends_on", models.DateField(verbose_name="valid until")),
            ("source", mvi.fields.LineField(max_length=300, verbose_name="source")),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="47338f7e33bdd0027c2ee006ada9231cec8032e8",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_c02a3",
                        table="pilots_thresholdevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ProcedureRule",
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
                "contract_type",
                models.CharField(
                    choices=[
                        ("supplies", "supplies"),
                        ("services", "services"),
                        ("works", "works"),
                        ("social", "social and other specific services"),
                        ("concession", "concession"),
                    ],
                    max_length=12,
                    verbose_name="contract type",
                ),
            ),
            ("starts_on", models.DateField(verbose_name="valid from")),
            ("from_amount", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="from (€)")),
            (
                "procedure",
                models.CharField(
                    choices=[
                        ("single", "single quotation"),
                        ("multiple", "several quotations"),
                        ("national-open", "national open"),
                        ("national-restricted", "national restricted"),
                        ("open", "European open"),
                        ("restricted", "European restricted"),
                        ("dialogue", "competitive dialogue"),
                        ("negotiated", "negotiated with prior call"),
                        ("negotiated-without-call", "negotiated without prior call"),
                        ("innovation", "innovation partnership"),
                        ("light", "social and other specific services"),
                    ],
                    max_length=24,
                    verbose_name="procedure",
                ),
            ),
            (
                "source",
                mvi.fields.LineField(
                    blank=True, help_text="Where it is laid down.", max_length=300, verbose_name="source"
                ),
            ),
        ],
        options={
            "verbose_name": "rule of the municipality",
            "verbose_name_plural": "rules of the municipality",
            "ordering": ["contract_type", "-starts_on", "from_amount"],
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("contract_type__in", ["supplies", "services", "works", "social", "concession"])
                    ),
                    name="pilots_procedurerule_contract_type_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("procedure__in", ["single", "multiple", "national-open", "national-restricted"])
                    ),
                    name="procedure_rule_is_national",
                    violation_error_message="Below the European threshold only a national procedure can be the rule.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("from_amount__gte", 0)),
                    name="procedure_rule_amount_not_negative",
                    violation_error_message="An amount cannot be negative.",
                ),
                models.UniqueConstraint(
                    fields=("contract_type", "starts_on", "from_amount"),
                    name="procedure_rule_once",
                    violation_error_message="There is already a rule for this type, day and amount.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="1801fb59ab5edf959f8a623ed86dfc026e31ed09",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_7ad6e",
                        table="pilots_procedurerule",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_procedureruleevent" ("contract_type", "from_amount", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure", "source", "starts_on", "version") VALUES (NEW."contract_type", NEW."from_amount", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."procedure", NEW."source", NEW."starts_on", NEW."version"); RETURN NULL;',
                        hash="b1640a5a7e4dcc422d11d0ab3e2b1b0324bc928f",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_b6101",
                        table="pilots_procedurerule",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "pilots_procedureruleevent" ("contract_type", "from_amount", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure", "source", "starts_on", "version") VALUES (NEW."contract_type", NEW."from_amount", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."procedure", NEW."source", NEW."starts_on", NEW."version"); RETURN NULL;',
                        hash="e598ebe27743fbbb67b07fd322d3a45e92279312",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_0347c",
                        table="pilots_procedurerule",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "pilots_procedureruleevent" ("contract_type", "from_amount", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure", "source", "starts_on", "version") VALUES (OLD."contract_type", OLD."from_amount", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."procedure", OLD."source", OLD."starts_on", OLD."version"); RETURN NULL;',
                        hash="4036aa285d689f923a6d8dac8afd64dfcc72a049",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_22c55",
                        table="pilots_procedurerule",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ProcedureRuleEvent",
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
                    to="pilots.procedurerule",
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
                "contract_type",
                models.CharField(
                    choices=[
                        ("supplies", "supplies"),
                        ("services", "services"),
                        ("works", "works"),
                        ("social", "social and other specific services"),
                        ("concession", "concession"),
                    ],
                    max_length=12,
                    verbose_name="contract type",
                ),
            ),
            ("starts_on", models.DateField(verbose_name="valid from")),
            ("from_amount", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="from (€)")),
            (
                "procedure",
                models.CharField(
                    choices=[
                        ("single", "single quotation"),
                        ("multiple", "several quotations"),
                        ("national-open", "national open"),
                        ("national-restricted", "national restricted"),
                        ("open", "European open"),
                        ("restricted", "European restricted"),
                        ("dialogue", "competitive dialogue"),
                        ("negotiated", "negotiated with prior call"),
                        ("negotiated-without-call", "negotiated without prior call"),
                        ("innovation", "innovation partnership"),
                        ("light", "social and other specific services"),
                    ],
                    max_length=24,
                    verbose_name="procedure",
                ),
            ),
            (
                "source",
                mvi.fields.LineField(
                    blank=True, help_text="Where it is laid down.", max_length=300, verbose_name="source"
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
                        hash="1d3fab81a85be0b93d3f7fa738e6847a02b4287e",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_273eb",
                        table="pilots_procedureruleevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="SavedFilter",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "user",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="saved_filters",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="user",
                ),
            ),
            ("name", mvi.fields.LineField(max_length=60, verbose_name="name")),
            ("query", models.CharField(editable=False, max_length=1000, verbose_name="filter")),
        ],
        options={
            "verbose_name": "saved filter",
            "verbose_name_plural": "saved filters",
            "ordering": [django.db.models.functions.text.Lower("name"), "pk"],
            "default_permissions": (),
            "constraints": [
                models.UniqueConstraint(
                    models.F("user"),
                    django.db.models.functions.text.Lower("name"),
                    name="saved_filter_once_per_person",
                    violation_error_message="You already have a filter with this name.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("query", ""), _negated=True), name="saved_filter_filters_something"
                ),
            ],
        },
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("pilots", "0001_initial"),
        ("pilots", "0002_rows_of_a_pilot"),
        ("pilots", "0003_decisions"),
        ("pilots", "0004_procedures"),
        ("pilots", "0006_chain_of_a_kpi_and_cost"),
        ("pilots", "0007_calendar_links"),
        ("pilots", "0008_question_before_buying"),
        ("pilots", "0009_market_consultations"),
        ("pilots", "0011_standards"),
        ("pilots", "0013_documents"),
        ("pilots", "0015_saved_filters"),
        ("pilots", "0016_tags_of_pilots"),
        ("pilots", "0018_new_rows_are_written_down_per_statement"),
    ]

    initial = True

    dependencies = [
        ("strategy", "0001_tables"),
    ]

    operations = [
        CreateTables(TABLES, TABLES),
    ]
