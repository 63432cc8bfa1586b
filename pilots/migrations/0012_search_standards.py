from django.db import migrations

WATCH_LESSONS = "SELECT mvi_search_unwatch('pilots_lesson'), mvi_search_watch('pilots_lesson', 'title', '{{{}}}')"


class Migration(migrations.Migration):
    dependencies = [
        ("pilots", "0011_standards"),
    ]

    operations = [
        migrations.RunSQL(
            "SELECT mvi_search_watch('pilots_standard', 'change', '{explanation}')",
            "SELECT mvi_search_unwatch('pilots_standard')",
        ),
        migrations.RunSQL(WATCH_LESSONS.format("text,tags"), WATCH_LESSONS.format("text")),
    ]
