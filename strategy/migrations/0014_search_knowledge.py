from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("strategy", "0013_welded_seam"),
        ("mvi", "0008_search_follows_whole_statements"),
    ]

    operations = [
        migrations.RunSQL(
            "SELECT mvi_search_watch('strategy_knowledgecard', 'title', '{summary,text}')",
            "SELECT mvi_search_unwatch('strategy_knowledgecard')",
        ),
    ]
