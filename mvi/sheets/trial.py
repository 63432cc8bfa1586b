"""A trial: a run that is rolled back, without the work that only counts when it stays."""

from contextlib import contextmanager, nullcontext

import pgtrigger
from django.db import connection

HISTORY = ("insert_insert", "update_update", "delete_delete")  # the triggers that keep it

RELATIONS = """
    SELECT string_agg(quote_ident(conname), ', ')
    FROM pg_constraint WHERE conrelid = ANY(%s::regclass[]) AND contype = 'f' AND condeferrable
"""


@contextmanager
def trial(*models):
    """Every rule of the database is tried, but no history is kept of these models, and no words to search in.

    Both would be rolled back with the rest, and cost more than the rows themselves. So does looking up again for each
    row the rows to which it refers: they were found by their names in this transaction, so that waits for an end that
    never comes. For use in a transaction that is rolled back.
    """
    kept = [f"{model._meta.label}:{name}" for model in models if hasattr(model, "pgh_event_model") for name in HISTORY]
    with pgtrigger.ignore(*kept) if kept else nullcontext(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL mvi.trial = 'on'")  # asked by mvi_search_follow_statement
        cursor.execute(RELATIONS, [[connection.ops.quote_name(model._meta.db_table) for model in models]])
        (names,) = cursor.fetchone()
        if names:
            cursor.execute(f"SET CONSTRAINTS {names} DEFERRED")
        yield
