"""`manage.py send_reminders`, meant for cron or a systemd timer, once a day"""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from mvi.overview.news.mail import for_mail
from strategy.reminders import send_reminders


class Command(BaseCommand):
    help = "Mail each person what waits for them and what is new in what they follow: at most one mail a day."

    def handle(self, *args, **options):
        with translation.override(settings.LANGUAGE_CODE):
            sent, failed = send_reminders(timezone.localdate(), for_mail)
        self.stdout.write(f"{sent} mails sent.")
        if failed:
            raise CommandError(f"{failed} mails could not be sent; the next run tries again.")
