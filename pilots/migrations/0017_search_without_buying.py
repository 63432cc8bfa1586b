from django.db import migrations

BEFORE = "summary,need,ambition,question,collaboration,client,cpv"
AFTER = "summary,without_buying,need,ambition,question,collaboration,client,cpv"


def watch(columns):
    """Triggers of all these columns instead of those there were, and a new reading of the rows."""
    return (
        f"SELECT mvi_search_unwatch('pilots_pilot'); SELECT mvi_search_watch('pilots_pilot', 'name', '{{{columns}}}')"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("pilots", "0016_tags_of_pilots"),
    ]

    operations = [
        migrations.RunSQL(watch(AFTER), watch(BEFORE)),
    ]
