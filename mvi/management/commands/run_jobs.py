"""`manage.py run_jobs`: the process that does the work of the background."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from mvi.jobs.actions import take_up_again
from mvi.models import SearchItem


class Command(BaseCommand):
    help = "Do what people asked for in the background, until it is stopped; start it again whenever it ends."

    def add_arguments(self, parser):
        parser.add_argument("--batch", action="store_true", help="do what waits now, and end")

    def handle(self, *, batch, **options):
        take_up_again()
        SearchItem.objects.gather()
        call_command("db_worker", batch=batch, reload=False, startup_delay=False, verbosity=0)
