"""One table of all that can be found, kept by triggers on the tables of the nouns (migration 0002)."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models


class SearchItem(models.Model):
    """The words of one row: those of its title weigh more. Imports and SQL fill it too."""

    kind = models.CharField(max_length=40)  # the label of the model, such as pilots.pilot
    object_id = models.BigIntegerField()
    title = models.TextField()
    body = models.TextField()
    is_hidden = models.BooleanField(default=False)  # archived, or hidden by the facilitator
    words = models.GeneratedField(
        expression=SearchVector("title", weight="A", config="dutch") + SearchVector("body", weight="B", config="dutch"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    # An index of all words does not know which stand in a title, and to look into each row takes too long.
    title_words = models.GeneratedField(
        expression=SearchVector("title", config="dutch"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        indexes = [
            GinIndex(fields=["words"], name="search_by_words"),
            GinIndex(fields=["title_words"], name="search_by_title"),
        ]
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_each_row_once")]

    def __str__(self):
        return self.title
