from django.db import migrations


def give_moments(apps, schema_editor):
    """A pulse of the first session was asked before the others, and any later one after."""
    steps = apps.get_model("workshops", "Step").objects.filter(kind="pulse", moment="")
    steps.filter(session__number=1).update(moment="before")
    steps.update(moment="after")


class Migration(migrations.Migration):
    dependencies = [("workshops", "0006_moments_of_steps")]

    operations = [migrations.RunPython(give_moments, migrations.RunPython.noop)]
