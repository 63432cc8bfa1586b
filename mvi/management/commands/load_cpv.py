"""manage.py load_cpv FILE"""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from mvi import audit
from pilots import cpv
from pilots.models import CpvCode


class Command(BaseCommand):
    help = "Load the official CPV list: csv, xlsx or xls with the columns CODE, NL and EN, or Genericode xml."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        try:
            result = cpv.load(cpv.rows_of(file))
        except (cpv.BadList, OSError) as error:
            raise CommandError(str(error)) from error
        audit.record("load", CpvCode, by=None, file=file.name, added=result.added, changed=result.changed)
        self.stdout.write(
            f"{result.added} codes added, {result.changed} changed; {result.gone} known codes are not in this list."
        )
