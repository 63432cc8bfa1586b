"""Let a row wait for its words to search in; PostgreSQL makes a generated column anew to change what it is made of."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import migrations, models
from django.db.models import Case, Func, Q, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

SETTING = Func(Value("mvi.words_later"), Value(True), function="current_setting", output_field=models.CharField())


def words(expression):
    return models.GeneratedField(
        db_persist=True,
        expression=Case(When(waits=False, then=expression)),
        output_field=SearchVectorField(),
    )


class Migration(migrations.Migration):
    dependencies = [("mvi", "0002_search_follows_whole_statements")]

    operations = [
        migrations.RemoveIndex("searchitem", "search_by_words"),
        migrations.RemoveIndex("searchitem", "search_by_title"),
        migrations.RemoveField("searchitem", "words"),
        migrations.RemoveField("searchitem", "title_words"),
        migrations.AddField(
            "searchitem", "waits", models.BooleanField(db_default=Exact(Coalesce(SETTING, Value("")), Value("on")))
        ),
        migrations.AddField(
            "searchitem",
            "words",
            words(SearchVector("title", config="dutch", weight="A") + SearchVector("body", config="dutch", weight="B")),
        ),
        migrations.AddField("searchitem", "title_words", words(SearchVector("title", config="dutch"))),
        migrations.AddIndex("searchitem", GinIndex(fields=["words"], name="search_by_words")),
        migrations.AddIndex("searchitem", GinIndex(fields=["title_words"], name="search_by_title")),
        migrations.AddIndex("searchitem", models.Index(fields=["id"], condition=Q(waits=True), name="search_waiting")),
    ]
