"""manage.py undo_workbook NUMBER"""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from mvi.sheets import workbook


class Command(BaseCommand):
    help = (
        "Take back all that one import_workbook brought in, as long as nothing of it was changed since. "
        "The number is what import_workbook said at its end."
    )

    def add_arguments(self, parser):
        parser.add_argument("number", type=UUID)

    def handle(self, *, number, **options):
        try:
            workbook.undo(history=number, by=None)
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        self.stdout.write(_("All of it was taken back."))
