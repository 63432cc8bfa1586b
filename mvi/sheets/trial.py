"""A trial: a run that is rolled back, without the work that only counts when it stays."""

from contextlib import contextmanager, nullcontext

import pgtrigger
from django.db import connection

HISTORY = ("insert_insert", "update_update", "delete_delete")  # the triggers that keep it


@contextmanager
def trial(*models):
    """Every rule of the database is tried, but no history is kept of these models, and no words to search in.

    Both would be rolled back with the rest, and cost more than the rows themselves. For use in a transaction that is
    rolled back.
    """
    kept = [f"{model._meta.label}:{name}" for model in models if hasattr(model, "pgh_event_model") for name in HISTORY]
    with pgtrigger.ignore(*kept) if kept else nullcontext(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL mvi.trial = 'on'")  # asked by mvi_search_follow_statement
        yield
