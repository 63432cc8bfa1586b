from django.db import migrations

# What can be found: table, column of the title, other columns.
SEARCHED = [
    ("strategy_strategy", "title", "introduction,vision"),
    ("strategy_corevalue", "name", "meaning,behaviour"),
    ("strategy_theme", "name", "ambition"),
    ("strategy_goal", "statement", "explanation"),
    ("strategy_indicator", "name", "unit,method"),
    ("strategy_action", "title", "description"),
    ("strategy_knowledgecard", "title", "summary,text"),
]


class Migration(migrations.Migration):
    replaces = [("strategy", "0014_search_knowledge")]

    dependencies = [("strategy", "0003_first_knowledge_cards"), ("mvi", "0002_search_follows_whole_statements")]

    operations = [
        migrations.RunSQL(
            f"SELECT mvi_search_watch('{table}', '{title}', '{{{body}}}')", f"SELECT mvi_search_unwatch('{table}')"
        )
        for table, title, body in SEARCHED
    ]
