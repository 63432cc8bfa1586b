from django.db import migrations

# What can be found: table, column of the title, other columns.
SEARCHED = [
    ("workshops_session", "title", "aim,place"),
    ("workshops_cluster", "name", ""),
    ("workshops_contribution", "", "text"),
]


class Migration(migrations.Migration):
    replaces = [("mvi", "0008_search_follows_whole_statements")]

    dependencies = [("workshops", "0001_tables"), ("mvi", "0002_search_follows_whole_statements")]

    operations = [
        migrations.RunSQL(
            f"SELECT mvi_search_watch('{table}', '{title}', '{{{body}}}')", f"SELECT mvi_search_unwatch('{table}')"
        )
        for table, title, body in SEARCHED
    ]
