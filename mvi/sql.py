"""Questions in SQL of our own, for what the pages ask that are opened most.

To write them from a queryset takes longer than to answer them. A table of which `mvi.as_of` knows the past stands in
quotes, as Django writes it, so that it is read as it was there too.
"""

from functools import cache

from django.db import DEFAULT_DB_ALIAS, connection


def answers(sql, values=()):
    """All that the database answers, each a tuple."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def rows(tables, values=(), **nouns):
    """For each answer a tuple with a row of each noun, or None for a noun of which a join found no row.

    `tables` is all that follows FROM; a noun goes by the name that it has there, such as
    `rows('"mvi_user" AS person WHERE person.id = %s', [7], person=User)`. TypeError for a noun of which a field is not
    what the database answers, such as JSON, or of which the key is not its first.
    """
    sql, parts = statement(tables, tuple(nouns.items()))
    return [
        tuple(
            None if answer[part.start] is None else noun.from_db(DEFAULT_DB_ALIAS, names, answer[part])
            for noun, names, part in parts
        )
        for answer in answers(sql, values)
    ]


@cache
def statement(tables, nouns):
    """The SQL of `rows`, and which noun, columns and part of the answer belong together."""
    columns, parts = [], []
    for name, noun in nouns:
        fields = noun._meta.concrete_fields
        if not fields[0].primary_key or any(hasattr(field, "from_db_value") for field in fields):
            raise TypeError(noun)
        names = [field.attname for field in fields]
        parts.append((noun, names, slice(len(columns), len(columns) + len(names))))
        columns += [f'{name}."{column}"' for column in names]
    return f"SELECT {', '.join(columns)} FROM {tables}", parts  # noqa: S608 -- names of our own
