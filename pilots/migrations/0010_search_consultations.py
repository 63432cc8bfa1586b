from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("pilots", "0009_market_consultations"),
        ("mvi", "0008_search_follows_whole_statements"),
    ]

    operations = [
        migrations.RunSQL(
            "SELECT mvi_search_watch("
            "'pilots_consultation', 'subject', '{parties,tenderned_number,questions,answers,effect}')",
            "SELECT mvi_search_unwatch('pilots_consultation')",
        ),
    ]
