"""`manage.py backup FILE`"""

from django.core.management.base import BaseCommand
from django.db import connection

from mvi.postgres import dump


class Command(BaseCommand):
    help = "Write the whole database to one file, which `manage.py restore` reads."

    def add_arguments(self, parser):
        parser.add_argument("file", help="where to write it; an older backup of that name is replaced")

    def handle(self, *args, file, **options):
        dump.backup(connection, file)
        self.stdout.write(f"The database is in {file}. Keep it where the database is not.")
