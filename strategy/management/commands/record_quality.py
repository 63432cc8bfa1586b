"""`manage.py record_quality`, meant for cron or a systemd timer, once a day"""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from strategy.actions import record_quality
from strategy.models import Strategy


class Command(BaseCommand):
    help = "Keep how sound each strategy is today, so that it can be followed over time."

    def handle(self, *args, **options):
        with translation.override(settings.LANGUAGE_CODE):
            for strategy in Strategy.objects.unfinished():
                score = record_quality(strategy=strategy)
                self.stdout.write(str(score))
