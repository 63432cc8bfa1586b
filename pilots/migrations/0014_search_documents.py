from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("pilots", "0013_documents"),
    ]

    operations = [
        migrations.RunSQL(
            "SELECT mvi_search_watch('pilots_document', 'title', '{description,file_name}')",
            "SELECT mvi_search_unwatch('pilots_document')",
        ),
    ]
