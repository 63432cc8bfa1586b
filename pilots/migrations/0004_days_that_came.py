import django.utils.timezone
from django.db import migrations

import mvi.fields


class Migration(migrations.Migration):
    dependencies = [
        ("pilots", "0003_search"),
    ]

    operations = [
        migrations.AlterField(
            model_name="milestone",
            name="done_on",
            field=mvi.fields.PastDateField(blank=True, null=True, verbose_name="done on"),
        ),
        migrations.AlterField(
            model_name="milestoneevent",
            name="done_on",
            field=mvi.fields.PastDateField(blank=True, null=True, verbose_name="done on"),
        ),
        migrations.AlterField(
            model_name="result",
            name="on",
            field=mvi.fields.PastDateField(default=django.utils.timezone.localdate, verbose_name="date"),
        ),
        migrations.AlterField(
            model_name="resultevent",
            name="on",
            field=mvi.fields.PastDateField(default=django.utils.timezone.localdate, verbose_name="date"),
        ),
        migrations.AlterField(
            model_name="standard",
            name="done_on",
            field=mvi.fields.PastDateField(blank=True, null=True, verbose_name="done on"),
        ),
        migrations.AlterField(
            model_name="standardevent",
            name="done_on",
            field=mvi.fields.PastDateField(blank=True, null=True, verbose_name="done on"),
        ),
    ]
