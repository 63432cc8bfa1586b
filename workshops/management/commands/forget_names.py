"""For a timer, once a day."""

from django.core.management import BaseCommand

from workshops.actions import forget_names


class Command(BaseCommand):
    help = "Remove the names of participants of series whose last session was long enough ago."

    def handle(self, **options):
        self.stdout.write(f"{forget_names()} names removed.")
