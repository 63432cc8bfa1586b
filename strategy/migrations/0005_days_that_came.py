import django.utils.timezone
from django.db import migrations

import mvi.fields


class Migration(migrations.Migration):
    dependencies = [
        ("strategy", "0004_search"),
    ]

    operations = [
        migrations.AlterField(
            model_name="measurement",
            name="on",
            field=mvi.fields.PastDateField(default=django.utils.timezone.localdate, verbose_name="date"),
        ),
        migrations.AlterField(
            model_name="measurementevent",
            name="on",
            field=mvi.fields.PastDateField(default=django.utils.timezone.localdate, verbose_name="date"),
        ),
    ]
