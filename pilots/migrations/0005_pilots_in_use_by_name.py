from django.db import migrations, models

import mvi.models.domain


class Migration(migrations.Migration):
    dependencies = [
        ("pilots", "0004_days_that_came"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="pilot",
            name="pilot_by_name",
        ),
        migrations.AddIndex(
            model_name="pilot",
            index=models.Index(
                mvi.models.domain.SortKey("name"),
                models.F("id"),
                condition=models.Q(("archived_at__isnull", True)),
                include=("name",),
                name="pilot_in_use_by_name",
            ),
        ),
    ]
