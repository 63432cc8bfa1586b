from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("mvi", "0003_addresses_in_small_letters")]

    operations = [
        migrations.AlterModelOptions(
            name="user",
            options={
                "default_permissions": ("add", "change", "view", "export"),
                "ordering": ["name", "email"],
                "verbose_name": "user",
                "verbose_name_plural": "users",
            },
        )
    ]
