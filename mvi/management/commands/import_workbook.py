"""manage.py import_workbook FILE [--dry-run]"""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from mvi.sheets import files, workbook


class Command(BaseCommand):
    help = (
        "Bring in a workbook of export_workbook: all of it, or nothing when one row is wrong. Says per row what is "
        "new, changed or wrong; with -v 2 also what stays the same. What is not in the file stays as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only say what would happen")

    def handle(self, *, file, dry_run, verbosity, **options):
        try:
            sheets = files.read(file.read_bytes(), name=file.name)
        except (ValidationError, OSError) as error:
            raise CommandError("\n".join(getattr(error, "messages", [str(error)]))) from error
        outcome = workbook.bring_in(sheets=sheets, dry_run=dry_run, file_name=file.name, by=None)
        for line in workbook.in_words(outcome, with_same=verbosity > 1):
            self.stdout.write(line)
        if outcome.is_refused:
            raise CommandError(_("There are errors; nothing was changed."))
        self.stdout.write(_("Dry run: nothing was changed.") if dry_run else _("All of it was brought in."))
        if outcome.history and not dry_run:
            self.stdout.write(
                _("To take it back: %(command)s") % {"command": f"manage.py undo_workbook {outcome.history}"}
            )
