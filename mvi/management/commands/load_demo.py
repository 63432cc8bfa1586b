"""Fill an empty database with the Emmen case; with --scale also with any number of made-up pilots."""

import datetime as dt
import time

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from mvi import audit
from mvi.management.demo.actions import add_actions
from mvi.management.demo.consultation import add_consultation
from mvi.management.demo.people import ADDRESSES, PASSWORD, add_people
from mvi.management.demo.pilots import add_pilots
from mvi.management.demo.reports import add_reports
from mvi.management.demo.scale import add_pilots_up_to
from mvi.management.demo.strategy import add_strategy, adopt_and_go_on
from mvi.management.demo.workshops import add_workshops
from mvi.models import DomainModel, Organisation, User
from pilots.models import ProcedureRule, Threshold
from strategy.actions import record_quality
from strategy.models import Framework, FrameworkTheme, KnowledgeCard

EMMEN = {"name": "Gemeente Emmen", "tooi_uri": "https://identifier.overheid.nl/tooi/id/gemeente/gm0114"}

# Reference lists, there before anybody did anything.
FILLED_BY_MIGRATIONS = {Threshold, ProcedureRule, Framework, FrameworkTheme, KnowledgeCard}


class Command(BaseCommand):
    help = "Load the Emmen case, marked as examples, with a demo account for each role."

    def add_arguments(self, parser):
        parser.add_argument("--scale", type=int, default=0, metavar="N", help="add made-up pilots until there are N")
        parser.add_argument(
            "--yes-this-is-a-demo",
            action="store_true",
            help="load it although this is set up as a real site: everybody knows the passwords",
        )

    def handle(self, **options):
        if not (settings.DEMO or settings.DEBUG or settings.TESTING or options["yes_this_is_a_demo"]):
            raise CommandError(
                "This is set up as a real site, and the demo makes accounts whose password everybody knows. "
                "If that is what you want, add --yes-this-is-a-demo."
            )
        with transaction.atomic():
            if Organisation.current().is_demo:
                self.stdout.write("The Emmen case is here already; nothing was changed.")
            else:
                self.refuse_other_data()
                load_case()
                self.stdout.write(f"Loaded the Emmen case. Log in with {PASSWORD} as {', '.join(ADDRESSES)}.")
            if options["scale"]:
                start = time.monotonic()
                added = add_pilots_up_to(options["scale"], timezone.localdate())
                self.stdout.write(f"Added {added} made-up pilots in {time.monotonic() - start:.0f} s.")

    def refuse_other_data(self):
        models = [User, *(model for model in apps.get_models() if issubclass(model, DomainModel))]
        models = [model for model in models if model not in FILLED_BY_MIGRATIONS]
        found = [
            f"{number} × {model._meta.model_name}" for model in models if (number := model._default_manager.count())
        ]
        if found:
            raise CommandError(
                f"This database holds data that is not of the demo ({', '.join(found)}). Nothing was changed. "
                "Load the demo into an empty database."
            )


def load_case():
    """All of it; what was made up for it is marked as an example."""
    today = timezone.localdate()
    people = add_people()
    organisation = Organisation.objects.create(pk=1, is_demo=True, **EMMEN)
    strategy = add_strategy(people)
    add_actions(people, today)
    adopt_and_go_on(strategy, people)
    add_pilots(people, today)
    add_workshops(people, today)
    add_reports(strategy, people, today)
    add_consultation(strategy, people, today)
    for weeks in range(32, -1, -4):  # what the daily command would have kept
        record_quality(strategy=strategy, today=today - dt.timedelta(weeks=weeks))
    audit.record("load demo", organisation, by=None)
