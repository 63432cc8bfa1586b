from django.db import migrations, models


class Migration(migrations.Migration):
    """As far as is known, who was mailed before this was told what holds now."""

    dependencies = [("workshops", "0002_search")]

    operations = [
        migrations.AddField(
            "invitation", "told", models.TextField(blank=True, default="", editable=False), preserve_default=False
        ),
        migrations.RunSQL(
            """
            UPDATE workshops_invitation SET told = concat_ws(
                ' ', extract(epoch FROM starts_at)::bigint, extract(epoch FROM ends_at)::bigint, place
            )
            FROM workshops_session
            WHERE workshops_session.id = session_id AND mailed_at IS NOT NULL
            """,
            migrations.RunSQL.noop,
        ),
    ]
