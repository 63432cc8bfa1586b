from django.db import migrations

# What can be found: table, column of the title, other columns.
SEARCHED = [
    ("pilots_pilot", "name", "summary,without_buying,need,ambition,question,collaboration,client,cpv"),
    ("pilots_criterion", "title", "text,verification"),
    ("pilots_lesson", "title", "text,tags"),
    ("pilots_consultation", "subject", "parties,tenderned_number,questions,answers,effect"),
    ("pilots_standard", "change", "explanation"),
    ("pilots_document", "title", "description,file_name"),
]


class Migration(migrations.Migration):
    replaces = [
        ("pilots", "0010_search_consultations"),
        ("pilots", "0012_search_standards"),
        ("pilots", "0014_search_documents"),
        ("pilots", "0017_search_without_buying"),
    ]

    dependencies = [("pilots", "0002_divisions_and_thresholds"), ("mvi", "0002_search_follows_whole_statements")]

    operations = [
        migrations.RunSQL(
            f"SELECT mvi_search_watch('{table}', '{title}', '{{{body}}}')", f"SELECT mvi_search_unwatch('{table}')"
        )
        for table, title, body in SEARCHED
    ]
