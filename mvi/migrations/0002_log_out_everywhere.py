from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mvi", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="logged_out_times",
            field=models.PositiveIntegerField(default=0, editable=False),
        )
    ]
