"""Sessions that were there before rooms get theirs; new ones get it from the database itself."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("workshops", "0003_live_sessions")]

    operations = [
        migrations.RunSQL(
            "INSERT INTO workshops_room (session_id, revision, phone_revision) "
            "SELECT id, 1, 1 FROM workshops_session ON CONFLICT DO NOTHING",
            migrations.RunSQL.noop,
        )
    ]
