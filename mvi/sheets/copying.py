"""New rows by COPY, for when they come by the thousand.

An INSERT of a thousand rows is a text of a megabyte that PostgreSQL parses value by value, after Django prepared each
of them: it took a dry run from 2.5 to 3.6 s. Triggers and rules of the table hold as for any other row.
"""

import io
from operator import attrgetter
from typing import NamedTuple

from django.db import connection, models

FIELDS = (  # of which every value is written as its text; others have a type of their own in PostgreSQL
    models.CharField,
    models.TextField,
    models.BooleanField,
    models.IntegerField,
    models.DecimalField,
    models.DateField,
    models.ForeignKey,
)
PREPARING = ("pre_save", "to_python", "get_prep_value", "get_db_prep_value", "get_db_prep_save")
NOTHING = r"\N"
ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
NUMBERS = """
    WITH sequence AS MATERIALIZED (SELECT pg_get_serial_sequence(%s, %s)::regclass AS name)
    SELECT nextval(name) FROM sequence, generate_series(1, %s)
"""
TOLD = "WITH nothing AS (SELECT) SELECT FROM nothing"  # before it django-pghistory tells the database who is at work


class Copy(NamedTuple):
    """Rows for one table, as PostgreSQL takes them."""

    sql: str
    text: str


def add(rows: list[models.Model]) -> None:
    """Add these rows of one model, which get their numbers; raises what any INSERT raises."""
    if rows and takes_copies(type(rows[0])):
        send([of_rows(rows)])
    elif rows:
        type(rows[0])._default_manager.bulk_create(rows)


def takes_copies(model) -> bool:
    """Whether every column of it can be written as text."""
    return all(map(can_be_copied, written_fields(model)))


def written_fields(model):
    return [field for field in model._meta.concrete_fields if not field.generated]


def of_rows(rows: list[models.Model]) -> Copy:
    """These rows of one model, which get their numbers."""
    model, alias = type(rows[0]), connection.alias  # looked up anew each time that somebody asks
    with connection.cursor() as cursor:
        new = [row for row in rows if row.pk is None]
        cursor.execute(NUMBERS, [connection.ops.quote_name(model._meta.db_table), model._meta.pk.column, len(new)])
        for row, (number,) in zip(new, cursor.fetchall(), strict=True):
            row.pk = number
    fields = written_fields(model)
    text = lines(rows, fields)
    for row in rows:
        row._state.adding, row._state.db = False, alias
    return copy(model, fields, text)


def of_links(source: models.ForeignKey, ends: list[tuple[int, int]], links: dict[int, models.Model]) -> Copy:
    """A link for each pair of ends: for the other end of the pair like the one in `links`, from this source."""
    fields = [field for field in source.model._meta.concrete_fields if not field.primary_key and field != source]
    written = dict(zip(links, lines(links.values(), fields), strict=True))
    return copy(source.model, [source, *fields], [f"{one}\t{written[other]}" for one, other in ends])


def copy(model, fields, text):
    table, *names = map(connection.ops.quote_name, [model._meta.db_table, *(field.column for field in fields)])
    return Copy(f"COPY {table} ({', '.join(names)}) FROM STDIN", "".join(text))


def send(copies: list[Copy]) -> None:
    """Add these rows; raises what any INSERT raises."""
    with connection.wrap_database_errors:
        send_by(open_cursor(), copies)


def open_cursor():
    """A cursor of the driver, once the database was told who is at work."""
    with connection.cursor() as cursor:
        cursor.execute(TOLD)
    return connection.connection.cursor()


def send_by(cursor, copies: list[Copy]) -> None:
    """As `send`, for who has a cursor and may not touch the connection, for another thread goes on with it."""
    with cursor:
        for sql, text in copies:
            cursor.copy_expert(sql, io.StringIO(text), len(text) + 1)  # in one piece


def lines(rows, fields):
    """Column by column, for most values stand in many rows."""
    columns = []
    for field in fields:
        if has_own_way(field):
            values = [field.pre_save(row, add=True) for row in rows]
            written = {value: cell(field.get_db_prep_save(value, connection)) for value in set(values)}
        else:
            values = list(map(attrgetter(field.attname), rows))
            written = {value: cell(value) for value in set(values)}
        columns.append(map(written.__getitem__, values))
    return [f"{line}\n" for line in map("\t".join, zip(*columns, strict=True))]


def cell(value):
    if value is None:
        return NOTHING
    return value.translate(ESCAPED) if isinstance(value, str) else str(value)


def can_be_copied(field):
    return isinstance(field, FIELDS) and not field.has_db_default()


def has_own_way(field):
    """Whether the field makes something of a value before it is kept, as one with tags or today's date does."""
    sets_the_day = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    methods = (getattr(type(field), name) for name in PREPARING)
    return sets_the_day or any(not method.__module__.startswith("django.db.models.fields") for method in methods)
