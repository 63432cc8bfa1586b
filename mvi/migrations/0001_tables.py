import uuid

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.contrib.postgres.operations import UnaccentExtension
from django.db import migrations, models

import mvi.fields
import mvi.models.follow
from mvi.tables import CreateTables

TABLES = [
    migrations.CreateModel(
        name="Organisation",
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
            ("name", mvi.fields.LineField(default="Gemeente", max_length=200, verbose_name="name")),
            (
                "tooi_uri",
                models.URLField(
                    blank=True,
                    help_text="From the register of government organisations.",
                    verbose_name="TOOI identifier",
                ),
            ),
            (
                "house_style",
                mvi.fields.LineField(
                    blank=True,
                    help_text="Stylesheet with design tokens, as a path below static/.",
                    max_length=200,
                    verbose_name="house style",
                ),
            ),
            (
                "logo",
                mvi.fields.LineField(
                    blank=True, help_text="Picture, as a path below static/.", max_length=200, verbose_name="logo"
                ),
            ),
            (
                "accessibility_status",
                models.CharField(
                    blank=True,
                    choices=[
                        ("A", "A: complies fully"),
                        ("B", "B: complies partially"),
                        ("C", "C: first measures taken"),
                        ("D", "D: does not comply"),
                    ],
                    help_text="As in the register of accessibility statements.",
                    max_length=1,
                    verbose_name="status of the accessibility statement",
                ),
            ),
            ("accessibility_on", models.DateField(blank=True, null=True, verbose_name="investigated on")),
            ("accessibility_report", mvi.fields.LinkField(blank=True, verbose_name="report of the investigation")),
            (
                "accessibility_gaps",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="Who is hindered by it, and when it is mended.",
                    max_length=20000,
                    verbose_name="what does not comply yet",
                ),
            ),
            (
                "accessibility_contact",
                mvi.fields.EmailAddressField(
                    blank=True, max_length=254, verbose_name="address for people who meet a barrier"
                ),
            ),
            (
                "privacy_contact",
                mvi.fields.EmailAddressField(
                    blank=True, max_length=254, verbose_name="address for questions about privacy"
                ),
            ),
            (
                "data_protection_officer",
                mvi.fields.EmailAddressField(
                    blank=True, max_length=254, verbose_name="address of the data protection officer"
                ),
            ),
            (
                "privacy_text",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="What your municipality wants to add to the privacy page, such as its own terms.",
                    max_length=20000,
                    verbose_name="more about privacy",
                ),
            ),
            (
                "is_demo",
                models.BooleanField(
                    default=False,
                    editable=False,
                    help_text="Set by load_demo: every page shows a banner.",
                    verbose_name="demonstration",
                ),
            ),
        ],
        options={
            "verbose_name": "organisation",
            "verbose_name_plural": "organisation",
            "abstract": False,
            "default_permissions": ("add", "change", "delete", "view", "export", "import"),
            "constraints": [
                models.CheckConstraint(condition=models.Q(("pk", 1)), name="organisation_is_one_row"),
                models.CheckConstraint(
                    condition=models.Q(
                        ("accessibility_status", ""),
                        models.Q(
                            ("accessibility_on__isnull", False), ("accessibility_status__in", ["A", "B", "C", "D"])
                        ),
                        _connector="OR",
                    ),
                    name="organisation_status_was_investigated",
                    violation_error_message="Say with the status on which day this was investigated.",
                ),
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="count_version",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        declare="DECLARE touched BOOLEAN;",
                        func="\n                    touched = NEW.version > OLD.version;\n                    NEW.version = OLD.version;\n                    IF touched OR NEW IS DISTINCT FROM OLD THEN\n                        NEW.version = OLD.version + 1;\n                    END IF;\n                    RETURN NEW;\n                ",
                        hash="c1a28dccead5bf0e1e1b2cb5e316fc74d972e08c",
                        operation="UPDATE",
                        pgid="pgtrigger_count_version_dc4e3",
                        table="mvi_organisation",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "mvi_organisationevent" ("accessibility_contact", "accessibility_gaps", "accessibility_on", "accessibility_report", "accessibility_status", "data_protection_officer", "house_style", "id", "is_demo", "is_example", "logo", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "privacy_contact", "privacy_text", "tooi_uri", "version") VALUES (NEW."accessibility_contact", NEW."accessibility_gaps", NEW."accessibility_on", NEW."accessibility_report", NEW."accessibility_status", NEW."data_protection_officer", NEW."house_style", NEW."id", NEW."is_demo", NEW."is_example", NEW."logo", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."privacy_contact", NEW."privacy_text", NEW."tooi_uri", NEW."version"); RETURN NULL;',
                        hash="8f59edad72bfe54ab45776218dd5f0e10cd4ffb8",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_259f5",
                        table="mvi_organisation",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                        func='INSERT INTO "mvi_organisationevent" ("accessibility_contact", "accessibility_gaps", "accessibility_on", "accessibility_report", "accessibility_status", "data_protection_officer", "house_style", "id", "is_demo", "is_example", "logo", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "privacy_contact", "privacy_text", "tooi_uri", "version") VALUES (NEW."accessibility_contact", NEW."accessibility_gaps", NEW."accessibility_on", NEW."accessibility_report", NEW."accessibility_status", NEW."data_protection_officer", NEW."house_style", NEW."id", NEW."is_demo", NEW."is_example", NEW."logo", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."privacy_contact", NEW."privacy_text", NEW."tooi_uri", NEW."version"); RETURN NULL;',
                        hash="e22847c944f8c1247c0ac4a143402b8df26ff241",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_9658f",
                        table="mvi_organisation",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "mvi_organisationevent" ("accessibility_contact", "accessibility_gaps", "accessibility_on", "accessibility_report", "accessibility_status", "data_protection_officer", "house_style", "id", "is_demo", "is_example", "logo", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "privacy_contact", "privacy_text", "tooi_uri", "version") VALUES (OLD."accessibility_contact", OLD."accessibility_gaps", OLD."accessibility_on", OLD."accessibility_report", OLD."accessibility_status", OLD."data_protection_officer", OLD."house_style", OLD."id", OLD."is_demo", OLD."is_example", OLD."logo", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."privacy_contact", OLD."privacy_text", OLD."tooi_uri", OLD."version"); RETURN NULL;',
                        hash="43f340750607ef9e6628ec10315fd9e674710127",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_33652",
                        table="mvi_organisation",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="OrganisationEvent",
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
                    to="mvi.organisation",
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
            ("name", mvi.fields.LineField(default="Gemeente", max_length=200, verbose_name="name")),
            (
                "tooi_uri",
                models.URLField(
                    blank=True,
                    help_text="From the register of government organisations.",
                    verbose_name="TOOI identifier",
                ),
            ),
            (
                "house_style",
                mvi.fields.LineField(
                    blank=True,
                    help_text="Stylesheet with design tokens, as a path below static/.",
                    max_length=200,
                    verbose_name="house style",
                ),
            ),
            (
                "logo",
                mvi.fields.LineField(
                    blank=True, help_text="Picture, as a path below static/.", max_length=200, verbose_name="logo"
                ),
            ),
            (
                "accessibility_status",
                models.CharField(
                    blank=True,
                    choices=[
                        ("A", "A: complies fully"),
                        ("B", "B: complies partially"),
                        ("C", "C: first measures taken"),
                        ("D", "D: does not comply"),
                    ],
                    help_text="As in the register of accessibility statements.",
                    max_length=1,
                    verbose_name="status of the accessibility statement",
                ),
            ),
            ("accessibility_on", models.DateField(blank=True, null=True, verbose_name="investigated on")),
            ("accessibility_report", mvi.fields.LinkField(blank=True, verbose_name="report of the investigation")),
            (
                "accessibility_gaps",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="Who is hindered by it, and when it is mended.",
                    max_length=20000,
                    verbose_name="what does not comply yet",
                ),
            ),
            (
                "accessibility_contact",
                mvi.fields.EmailAddressField(
                    blank=True, max_length=254, verbose_name="address for people who meet a barrier"
                ),
            ),
            (
                "privacy_contact",
                mvi.fields.EmailAddressField(
                    blank=True, max_length=254, verbose_name="address for questions about privacy"
                ),
            ),
            (
                "data_protection_officer",
                mvi.fields.EmailAddressField(
                    blank=True, max_length=254, verbose_name="address of the data protection officer"
                ),
            ),
            (
                "privacy_text",
                mvi.fields.ProseField(
                    blank=True,
                    help_text="What your municipality wants to add to the privacy page, such as its own terms.",
                    max_length=20000,
                    verbose_name="more about privacy",
                ),
            ),
            (
                "is_demo",
                models.BooleanField(
                    default=False,
                    editable=False,
                    help_text="Set by load_demo: every page shows a banner.",
                    verbose_name="demonstration",
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
                        hash="d859c008670f62cd9533b19d5fc440a2638b2139",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_67c14",
                        table="mvi_organisationevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="SearchItem",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("kind", models.CharField(max_length=40)),
            ("object_id", models.BigIntegerField()),
            ("title", models.TextField()),
            ("body", models.TextField()),
            ("is_hidden", models.BooleanField(default=False)),
            (
                "words",
                models.GeneratedField(
                    db_persist=True,
                    expression=django.contrib.postgres.search.CombinedSearchVector(
                        django.contrib.postgres.search.SearchVector("title", config="dutch", weight="A"),
                        "||",
                        django.contrib.postgres.search.SearchVector("body", config="dutch", weight="B"),
                        django.contrib.postgres.search.SearchConfig("dutch"),
                    ),
                    output_field=django.contrib.postgres.search.SearchVectorField(),
                ),
            ),
            (
                "title_words",
                models.GeneratedField(
                    db_persist=True,
                    expression=django.contrib.postgres.search.SearchVector("title", config="dutch"),
                    output_field=django.contrib.postgres.search.SearchVectorField(),
                ),
            ),
        ],
        options={
            "ordering": ["pk"],
            "default_permissions": (),
            "indexes": [
                django.contrib.postgres.indexes.GinIndex(fields=["words"], name="search_by_words"),
                django.contrib.postgres.indexes.GinIndex(fields=["title_words"], name="search_by_title"),
            ],
            "constraints": [models.UniqueConstraint(fields=("kind", "object_id"), name="search_each_row_once")],
        },
    ),
    migrations.CreateModel(
        name="User",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("password", models.CharField(max_length=128, verbose_name="password")),
            ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
            (
                "is_superuser",
                models.BooleanField(
                    default=False,
                    help_text="Designates that this user has all permissions without explicitly assigning them.",
                    verbose_name="superuser status",
                ),
            ),
            ("email", mvi.fields.EmailAddressField(max_length=254, unique=True, verbose_name="e-mail address")),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="name")),
            ("department", mvi.fields.LineField(blank=True, max_length=200, verbose_name="department")),
            ("function", mvi.fields.LineField(blank=True, max_length=200, verbose_name="function")),
            ("is_staff", models.BooleanField(default=False, verbose_name="may open the administration")),
            ("is_active", models.BooleanField(default=True, verbose_name="active")),
            ("logged_out_times", models.PositiveIntegerField(default=0, editable=False)),
            ("toured_at", models.DateTimeField(editable=False, null=True)),
            (
                "date_joined",
                models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="member since"),
            ),
            (
                "groups",
                models.ManyToManyField(
                    blank=True,
                    help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                    related_name="user_set",
                    related_query_name="user",
                    to="auth.group",
                    verbose_name="groups",
                ),
            ),
            (
                "user_permissions",
                models.ManyToManyField(
                    blank=True,
                    help_text="Specific permissions for this user.",
                    related_name="user_set",
                    related_query_name="user",
                    to="auth.permission",
                    verbose_name="user permissions",
                ),
            ),
        ],
        options={
            "verbose_name": "user",
            "verbose_name_plural": "users",
            "ordering": ["name", "email"],
            "default_permissions": ("add", "change", "view", "export"),
            "constraints": [
                models.UniqueConstraint(
                    django.db.models.functions.text.Lower("email"),
                    name="user_email_unique_without_capitals",
                    violation_error_message="There is already a user with this e-mail address.",
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="insert_insert",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "mvi_userevent" ("date_joined", "department", "email", "function", "id", "is_active", "is_staff", "is_superuser", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."date_joined", NEW."department", NEW."email", NEW."function", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                        hash="9fa4370e237691be87cd728c85a267a04f42a2ab",
                        operation="INSERT",
                        pgid="pgtrigger_insert_insert_fe88f",
                        table="mvi_user",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="update_update",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        condition='WHEN (OLD."date_joined" IS DISTINCT FROM (NEW."date_joined") OR OLD."department" IS DISTINCT FROM (NEW."department") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."function" IS DISTINCT FROM (NEW."function") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."name" IS DISTINCT FROM (NEW."name"))',
                        func='INSERT INTO "mvi_userevent" ("date_joined", "department", "email", "function", "id", "is_active", "is_staff", "is_superuser", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."date_joined", NEW."department", NEW."email", NEW."function", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                        hash="2529380b0eb330bac20ceef1333ff0f0320b873c",
                        operation="UPDATE",
                        pgid="pgtrigger_update_update_1f4e9",
                        table="mvi_user",
                        when="AFTER",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="delete_delete",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func='INSERT INTO "mvi_userevent" ("date_joined", "department", "email", "function", "id", "is_active", "is_staff", "is_superuser", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."date_joined", OLD."department", OLD."email", OLD."function", OLD."id", OLD."is_active", OLD."is_staff", OLD."is_superuser", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                        hash="176f078649fb0e18363b33b73e7151596f49f4c7",
                        operation="DELETE",
                        pgid="pgtrigger_delete_delete_b94fc",
                        table="mvi_user",
                        when="AFTER",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="AuditEvent",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("at", models.DateTimeField(auto_now_add=True, verbose_name="time")),
            (
                "actor",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="actor",
                ),
            ),
            ("action", models.CharField(max_length=60, verbose_name="action")),
            ("object_type", models.CharField(blank=True, max_length=60, verbose_name="kind of object")),
            ("object_id", models.CharField(blank=True, max_length=60, verbose_name="object number")),
            ("object_label", models.CharField(blank=True, max_length=200, verbose_name="object")),
            (
                "result",
                models.CharField(
                    choices=[("success", "done"), ("refused", "refused"), ("failed", "failed")],
                    max_length=10,
                    verbose_name="result",
                ),
            ),
            ("origin", models.CharField(max_length=60, verbose_name="origin")),
            ("details", models.JSONField(blank=True, default=dict, verbose_name="details")),
        ],
        options={
            "verbose_name": "audit event",
            "verbose_name_plural": "audit trail",
            "ordering": ["-at", "-pk"],
            "default_permissions": ("view", "export"),
            "indexes": [
                models.Index(fields=["-at", "-id"], name="audit_newest_first"),
                models.Index(fields=["object_type", "object_id"], name="audit_of_object"),
                models.Index(fields=["actor", "-at"], name="audit_of_actor"),
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("result__in", ["success", "refused", "failed"])), name="audit_result_is_known"
                )
            ],
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="0de1cb94e6f7f7bc117083d6ba49195e1c30210c",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_5f09d",
                        table="mvi_auditevent",
                        when="BEFORE",
                    ),
                ),
                pgtrigger.compiler.Trigger(
                    name="never_emptied",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'The audit trail is never emptied.';",
                        hash="62efe1895aaafe7c35677eeebf84ad9205f5ef20",
                        level="STATEMENT",
                        operation="TRUNCATE",
                        pgid="pgtrigger_never_emptied_5bb17",
                        table="mvi_auditevent",
                        when="BEFORE",
                    ),
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Draft",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("address", models.CharField(max_length=500)),
            ("fields", models.JSONField()),
            ("at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
        ],
        options={
            "ordering": ["-at"],
            "default_permissions": (),
            "constraints": [models.UniqueConstraint(fields=("by", "address"), name="draft_once_per_form")],
        },
    ),
    migrations.CreateModel(
        name="Follow",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="follows", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("kind", models.CharField(max_length=60)),
            ("row", models.PositiveBigIntegerField()),
            ("is_wanted", models.BooleanField(default=True)),
        ],
        options={
            "ordering": ["pk"],
            "default_permissions": (),
            "constraints": [models.UniqueConstraint(fields=("by", "kind", "row"), name="follow_once")],
        },
    ),
    migrations.CreateModel(
        name="NewsChoice",
        fields=[
            (
                "of",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.CASCADE,
                    primary_key=True,
                    related_name="news_choice",
                    serialize=False,
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            (
                "mail",
                models.CharField(
                    choices=[("daily", "at most one mail a day"), ("never", "no mail")],
                    default="daily",
                    max_length=10,
                    verbose_name="mail",
                ),
            ),
            ("without", models.JSONField(blank=True, default=list)),
            ("read_until", models.DateTimeField(default=mvi.models.follow.two_weeks_ago)),
            ("mailed_until", models.DateTimeField(default=mvi.models.follow.two_weeks_ago)),
        ],
        options={
            "default_permissions": (),
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("mail__in", ["daily", "never"])), name="newschoice_mail_is_known"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="NewsRead",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            (
                "event",
                models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="mvi.auditevent"),
            ),
        ],
        options={
            "default_permissions": (),
            "constraints": [models.UniqueConstraint(fields=("by", "event"), name="news_read_once")],
        },
    ),
    migrations.CreateModel(
        name="Job",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
            ("title", models.CharField(max_length=200, verbose_name="title")),
            (
                "by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("language", models.CharField(max_length=10)),
            ("task", models.UUIDField(null=True)),
            (
                "status",
                models.CharField(
                    choices=[
                        ("waiting", "waits its turn"),
                        ("running", "being done"),
                        ("done", "ready"),
                        ("failed", "did not work out"),
                        ("stopped", "stopped"),
                    ],
                    default="waiting",
                    max_length=10,
                    verbose_name="status",
                ),
            ),
            ("attempts", models.PositiveSmallIntegerField(default=0)),
            ("done", models.PositiveIntegerField(default=0)),
            ("total", models.PositiveIntegerField(default=0)),
            ("stop_asked", models.BooleanField(default=False)),
            ("message", models.TextField(blank=True)),
            ("address", models.CharField(blank=True, max_length=500)),
            ("file", models.BinaryField(null=True)),
            ("file_name", models.CharField(blank=True, max_length=200)),
            ("content_type", models.CharField(blank=True, max_length=100)),
            ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="asked at")),
            ("finished_at", models.DateTimeField(null=True, verbose_name="finished at")),
        ],
        options={
            "verbose_name": "background job",
            "verbose_name_plural": "background jobs",
            "ordering": ["-asked_at"],
            "default_permissions": (),
            "indexes": [
                models.Index(fields=["by", "-asked_at"], name="job_of_user"),
                models.Index(fields=["asked_at"], name="job_by_age"),
                models.Index(condition=models.Q(("status", "running")), fields=["status"], name="job_running"),
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("status__in", ["waiting", "running", "done", "failed", "stopped"])),
                    name="mvi_job_status_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("finished_at__isnull", True), ("status__in", ["waiting", "running"])),
                        models.Q(
                            ("finished_at__isnull", False),
                            models.Q(("status__in", ["waiting", "running"]), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="job_finished_has_moment",
                ),
                models.CheckConstraint(condition=models.Q(("done__lte", models.F("total"))), name="job_done_of_total"),
            ],
        },
    ),
    migrations.CreateModel(
        name="SheetImport",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
            ("noun", models.CharField(max_length=60)),
            ("file_name", models.CharField(max_length=200)),
            ("content", models.BinaryField()),
            ("rows", models.PositiveIntegerField(default=0)),
            ("mapping", models.JSONField(default=dict)),
            ("report", models.JSONField(default=dict)),
            (
                "status",
                models.CharField(
                    choices=[("sent", "sent, nothing changed yet"), ("done", "imported"), ("undone", "undone")],
                    default="sent",
                    max_length=10,
                ),
            ),
            (
                "by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("at", models.DateTimeField(auto_now_add=True)),
            ("history", models.UUIDField(null=True)),
        ],
        options={
            "verbose_name": "import",
            "verbose_name_plural": "imports",
            "ordering": ["-at"],
            "default_permissions": (),
            "indexes": [models.Index(fields=["by", "noun", "-at"], name="sheet_import_of_user")],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("status__in", ["sent", "done", "undone"])),
                    name="mvi_sheetimport_status_is_known",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Submission",
        fields=[
            ("token", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
            ("at", models.DateTimeField(auto_now_add=True, db_index=True)),
            (
                "by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                ),
            ),
            ("result_url", models.CharField(blank=True, max_length=500)),
        ],
        options={
            "ordering": ["-at"],
        },
    ),
    migrations.CreateModel(
        name="UserEvent",
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
                    to=settings.AUTH_USER_MODEL,
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
            (
                "is_superuser",
                models.BooleanField(
                    default=False,
                    help_text="Designates that this user has all permissions without explicitly assigning them.",
                    verbose_name="superuser status",
                ),
            ),
            ("email", mvi.fields.EmailAddressField(max_length=254, verbose_name="e-mail address")),
            ("name", mvi.fields.LineField(max_length=200, verbose_name="name")),
            ("department", mvi.fields.LineField(blank=True, max_length=200, verbose_name="department")),
            ("function", mvi.fields.LineField(blank=True, max_length=200, verbose_name="function")),
            ("is_staff", models.BooleanField(default=False, verbose_name="may open the administration")),
            ("is_active", models.BooleanField(default=True, verbose_name="active")),
            (
                "date_joined",
                models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="member since"),
            ),
        ],
        options={
            "abstract": False,
            "triggers": [
                pgtrigger.compiler.Trigger(
                    name="append_only",
                    sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                        hash="33e1c3fab20ed3a62f715192f19ab09c87df6f60",
                        operation="UPDATE OR DELETE",
                        pgid="pgtrigger_append_only_b3638",
                        table="mvi_userevent",
                        when="BEFORE",
                    ),
                )
            ],
        },
    ),
]


class Migration(migrations.Migration):
    replaces = [
        ("mvi", "0001_initial"),
        ("mvi", "0002_log_out_everywhere"),
        ("mvi", "0003_addresses_in_small_letters"),
        ("mvi", "0004_users_are_never_deleted"),
        ("mvi", "0005_sheet_imports"),
        ("mvi", "0006_search"),
        ("mvi", "0009_drafts"),
        ("mvi", "0010_jobs"),
        ("mvi", "0011_follow"),
        ("mvi", "0012_statements"),
        ("mvi", "0013_tour"),
        ("mvi", "0015_search_in_titles"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        UnaccentExtension(),
        # Lower case without accents, marked immutable so that an index may use it; unaccent itself is only “stable”
        # because its dictionary could be swapped, which we never do.
        migrations.RunSQL(
            """
            CREATE FUNCTION mvi_sort_key(text) RETURNS text
            LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            AS $$ SELECT lower(public.unaccent('public.unaccent', $1)) $$
            """,
            "DROP FUNCTION mvi_sort_key(text)",
        ),
        CreateTables(TABLES, TABLES),
    ]
