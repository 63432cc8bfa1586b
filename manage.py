#!/usr/bin/env python
"""Django's command line for MVI-kompas."""

import os
import sys

from django.core.management import execute_from_command_line

from mvi.postgres.server import PostgresError

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvi.settings")
    try:
        execute_from_command_line(sys.argv)
    except PostgresError as problem:  # one line that says what to do, not a traceback
        sys.exit(f"{problem}")
