from django.db import migrations

import pilots.models.cpv


class Migration(migrations.Migration):
    dependencies = [
        ("pilots", "0006_words_of_pilots"),
    ]

    operations = [
        migrations.AlterField(
            model_name="pilot",
            name="cpv",
            field=pilots.models.cpv.CpvCodeField(blank=True, max_length=10, verbose_name="CPV code"),
        ),
        migrations.AlterField(
            model_name="pilotevent",
            name="cpv",
            field=pilots.models.cpv.CpvCodeField(blank=True, max_length=10, verbose_name="CPV code"),
        ),
    ]
