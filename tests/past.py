"""Time that passes: what history kept so far moves back, as if it had happened that many days ago."""

import pgtrigger
from django.conf import settings
from django.db.models import DateTimeField, F, Func

from mvi.as_of import kept_models


def days_pass(number):
    with pgtrigger.ignore():
        for _model, events in kept_models():
            events.objects.update(pgh_created_at=earlier("pgh_created_at", number))


def earlier(moment, days):
    """At the same time of the day, also when summer time began or ended between."""
    zone = f"AT TIME ZONE '{settings.TIME_ZONE}'"
    template = f"((%(expressions)s {zone}) - make_interval(days => {days})) {zone}"
    return Func(F(moment), template=template, output_field=DateTimeField())
