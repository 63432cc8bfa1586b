"""A wrong answer on the card on detachability said “laslijn”, which is no word; welders say “lasnaad”."""

from django.db import migrations


def rewrite(apps, old, new):
    cards = apps.get_model("strategy", "KnowledgeCard").objects
    cards.filter(keyword="losmaakbaarheid", other_wrong_answer=old).update(other_wrong_answer=new)


def mend(apps, schema_editor):
    rewrite(apps, "Een laslijn", "Een lasnaad")


def put_back(apps, schema_editor):
    rewrite(apps, "Een lasnaad", "Een laslijn")


class Migration(migrations.Migration):
    dependencies = [("strategy", "0012_first_knowledge_cards")]

    operations = [migrations.RunPython(mend, put_back)]
