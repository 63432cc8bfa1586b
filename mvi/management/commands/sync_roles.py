from django.core.management import BaseCommand

from mvi import roles


class Command(BaseCommand):
    help = "Give every role exactly the permissions of mvi/roles.py; migrate does this too."

    def handle(self, **options):
        roles.apply()
        self.stdout.write(f"{len(roles.ROLES)} roles are up to date.")
