"""`manage.py send_pulses`, meant for cron or a systemd timer, once a day"""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from workshops.actions import close_past_pulses
from workshops.pulse_mails import send_pulse_mails


class Command(BaseCommand):
    help = "Mail the pulse half a year and a year after the last session, and close the one whose time is over."

    def handle(self, *args, **options):
        today = timezone.localdate()
        closed = close_past_pulses(today=today)
        with translation.override(settings.LANGUAGE_CODE):
            sent, failed = send_pulse_mails(today)
        self.stdout.write(f"{sent} mails sent, {closed} pulses closed.")
        if failed:
            raise CommandError(f"{failed} mails could not be sent; the next run tries again.")
