"""One table of all that can be found, kept by triggers on the tables of the nouns (migration 0002)."""

import logging
from contextlib import contextmanager

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import DatabaseError, connection, models, transaction
from django.db.models import Case, Func, Q, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

logger = logging.getLogger(__name__)

AT_ONCE = 1_000  # rows; others may want to change one of them meanwhile
SETTING = Func(Value("mvi.words_later"), Value(True), function="current_setting", output_field=models.CharField())


class SearchItemQuerySet(models.QuerySet):
    def waiting(self):
        """Rows that nobody finds yet."""
        return self.filter(waits=True)

    def gather(self) -> int:
        """Gather the words of the rows that wait for that; the number of rows. What is done stays done.

        A row that somebody has at hand is left until the end, and then waited for alone: who holds one row only keeps
        nobody waiting in a circle. A row of which no words can be made keeps waiting, and is written down.
        """
        return self.gather_by(AT_ONCE, skip_locked=True) + self.gather_by(1)

    def gather_by(self, number, **locking):
        done, last = 0, 0
        while True:
            with transaction.atomic():
                rows = self.waiting().filter(pk__gt=last).order_by("pk").select_for_update(**locking)
                pks = list(rows.values_list("pk", flat=True)[:number])
                if not pks:
                    return done
                try:
                    with transaction.atomic():
                        done += self.filter(pk__in=pks).update(waits=False)
                except DatabaseError:
                    logger.exception("No words to search in were made of rows %s to %s", pks[0], pks[-1])
            last = pks[-1]


@contextmanager
def words_later():
    """New rows that are written meanwhile are found as soon as all is kept and their words are gathered.

    For rows by the thousand: to take words from texts costs more than all else that is done with a row, and whoever
    waits for the rows need not wait for that. What a lost process leaves is gathered when `run_jobs` starts.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL mvi.words_later = 'on'")  # what `waits` begins with
        yield
        cursor.execute("SET LOCAL mvi.words_later = 'off'")
    transaction.on_commit(SearchItem.objects.gather, robust=True)


def unless_it_waits(words):
    return Case(When(waits=False, then=words))


class SearchItem(models.Model):
    """The words of one row: those of its title weigh more. Imports and SQL fill it too."""

    kind = models.CharField(max_length=40)  # the label of the model, such as pilots.pilot
    object_id = models.BigIntegerField()
    title = models.TextField()
    body = models.TextField()
    is_hidden = models.BooleanField(default=False)  # archived, or hidden by the facilitator
    waits = models.BooleanField(
        db_default=Exact(Coalesce(SETTING, Value("")), Value("on"))
    )  # its words are gathered later
    words = models.GeneratedField(
        expression=unless_it_waits(
            SearchVector("title", weight="A", config="dutch") + SearchVector("body", weight="B", config="dutch")
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    # An index of all words does not know which stand in a title, and to look into each row takes too long.
    title_words = models.GeneratedField(
        expression=unless_it_waits(SearchVector("title", config="dutch")),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = SearchItemQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        indexes = [
            GinIndex(fields=["words"], name="search_by_words"),
            GinIndex(fields=["title_words"], name="search_by_title"),
            models.Index(fields=["id"], condition=Q(waits=True), name="search_waiting"),
        ]
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_each_row_once")]

    def __str__(self):
        return self.title
