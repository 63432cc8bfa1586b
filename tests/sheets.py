"""Sheets to bring in, and what became of their rows."""

from tablib import Dataset


def sheet(headers, *rows):
    return Dataset(*rows, headers=headers)


def kinds(result):
    return [row.import_type for row in result.rows]
