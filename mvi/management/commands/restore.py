"""`manage.py restore FILE`"""

from django.core.management.base import BaseCommand
from django.db import connection

from mvi.postgres import dump


class Command(BaseCommand):
    help = "Fill an empty database from a file that `manage.py backup` wrote."

    def add_arguments(self, parser):
        parser.add_argument("file")

    def handle(self, *args, file, **options):
        dump.restore(connection, file)
        self.stdout.write(f"Restored from {file}. Run `manage.py migrate` when this version is newer than the backup.")
