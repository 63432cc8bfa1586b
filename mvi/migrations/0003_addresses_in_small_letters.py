from django.db import migrations

import mvi.fields


class Migration(migrations.Migration):
    dependencies = [("mvi", "0002_log_out_everywhere")]

    operations = [
        migrations.AlterField(
            model_name="user",
            name="email",
            field=mvi.fields.EmailAddressField(max_length=254, unique=True, verbose_name="e-mail address"),
        ),
        migrations.AlterField(
            model_name="userevent",
            name="email",
            field=mvi.fields.EmailAddressField(max_length=254, verbose_name="e-mail address"),
        ),
    ]
