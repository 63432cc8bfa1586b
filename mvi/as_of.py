"""Reading rows as they were: inside `as_of` each table that keeps a history is read from that history.

PostgreSQL looks for the name of a table first in the WITH of a query. So each query gets, for every such table that it
names, a part with the last event of each row up to the end of the day, without the rows that were deleted by then. All
querysets and pages work unchanged, one set of rules tells about now and about then, and nothing is written.
"""

import contextlib
import datetime as dt
import re
from functools import cache

from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone

OF_TODAY = "mvi"  # people and the organisation are those of now, also when one looks back
NAME = re.compile(r'"(\w+)"')


@contextlib.contextmanager
def as_of(day: dt.date | None):
    """Queries in here tell how it was at the end of the day; without a day they tell how it is."""
    if day is None:
        yield
    else:
        # What is read from history has no primary key, so a GROUP BY must name every column that is selected.
        features, by_key = connection.features, connection.features.allows_group_by_selected_pks
        features.allows_group_by_selected_pks = False
        try:
            with transaction.atomic(), connection.execute_wrapper(Past(day)):
                with connection.cursor() as cursor:
                    # How many rows a history gives nobody can tell beforehand: a plan that reads it again for each row
                    # of another took 24 s for 10,000 pilots, where putting the two together takes 0.1 s.
                    cursor.execute("SET LOCAL enable_nestloop = off")
                yield
                with connection.cursor() as cursor:
                    cursor.execute("SET LOCAL enable_nestloop = on")
        finally:
            features.allows_group_by_selected_pks = by_key


class Past:
    """What Django calls around every query, to look at the history instead."""

    def __init__(self, day):
        self.end = timezone.make_aware(dt.datetime.combine(day + dt.timedelta(days=1), dt.time())).isoformat()

    def __call__(self, execute, sql, params, many, context):
        names = set(NAME.findall(sql))
        parts = [rows % {"end": self.end} for table, rows in rows_from_history().items() if table in names]
        if not parts:
            return execute(sql, params, many, context)
        if not sql.lstrip("( ").startswith("SELECT"):
            raise RuntimeError("The past can be read, not written.")
        return execute(f"WITH {', '.join(parts)} {sql}", params, many, context)


@cache
def rows_from_history() -> dict[str, str]:
    """For each table the part of a WITH that stands for it, with a place for the end of the day."""
    return {model._meta.db_table: part_of_with(model, events) for model, events in kept_models()}


def kept_models():
    """Each model that keeps a history, with the model of its events."""
    for events in apps.get_models():
        model = getattr(events, "pgh_tracked_model", None)
        if model is not None and model._meta.app_label != OF_TODAY:
            yield model, events


def part_of_with(model, events):
    """The last event of each row that was there; a column that history does not keep is empty."""
    quote = connection.ops.quote_name
    kept = {field.column for field in events._meta.concrete_fields}
    columns = ", ".join(
        quote(field.column) if field.column in kept else f"NULL::{field.db_type(connection)} AS {quote(field.column)}"
        for field in model._meta.concrete_fields
    )
    rows = (
        f"SELECT DISTINCT ON (pgh_obj_id) * FROM {quote(events._meta.db_table)} WHERE pgh_created_at < '%(end)s' "  # noqa: S608 -- our own names
        "ORDER BY pgh_obj_id, pgh_id DESC"
    )
    table = quote(model._meta.db_table)
    return f"{table} AS (SELECT {columns} FROM ({rows}) AS latest WHERE pgh_label <> 'delete')"  # noqa: S608 -- same


def first_day() -> dt.date | None:
    """The day on which the history of anything begins; before that nobody can know."""
    oldest: list[models.QuerySet] = [
        events.objects.order_by("pgh_id").values_list("pgh_created_at")[:1] for _model, events in kept_models()
    ]
    moments = [moment for (moment,) in oldest[0].union(*oldest[1:], all=True)]
    return timezone.localdate(min(moments)) if moments else None
