"""manage.py export_workbook FILE"""

import os
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from mvi.sheets import workbook


class Command(BaseCommand):
    help = "Write all nouns to one workbook (.xlsx, .ods or .json), which `manage.py import_workbook` reads."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="where to write it; an older file of that name is replaced")

    def handle(self, *, file, **options):
        file_format = workbook.FORMATS.get(file.suffix[1:].lower())
        if file_format is None:
            raise CommandError(_("Give the file a name that ends in .xlsx, .ods or .json."))
        content = workbook.take(columns=workbook.resources(), file_format=file_format(), by=None)
        try:
            with open(file, "wb", opener=for_its_owner) as target:
                target.write(content)
        except OSError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_("The workbook is in %(file)s.") % {"file": file})


def for_its_owner(path, flags):
    """People's data: for nobody else."""
    return os.open(path, flags, 0o600)
