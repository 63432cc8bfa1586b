"""The calendar: a month as a table and as a list, and all of one's own behind a secret address."""

import calendar as weeks
import datetime as dt
from collections import defaultdict

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from mvi import months
from mvi.ical import calendar as as_file
from mvi.months import last_day
from mvi.overview.calendar import Kind, entries, kinds_for
from pilots.actions import renew_calendar_link
from pilots.models import CalendarLink
from pilots.models.calendar_link import digest_of

BACK, AHEAD = dt.timedelta(days=366), dt.timedelta(days=3 * 366)  # how much a calendar program gets


class MonthForm(forms.Form):
    """What the page shows; the month goes along unseen."""

    maand = forms.DateField(**months.IN_ADDRESS)
    soort = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    wie = forms.ChoiceField(
        label=gettext_lazy("Whose"),
        choices=[("", gettext_lazy("everybody’s")), ("mij", gettext_lazy("mine"))],
        required=False,
    )

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["soort"].choices = [("", _("everything")), *((kind.value, kind.label) for kind in kinds)]


def refuse_powerless(user):
    """Who may see none of what a calendar holds has none."""
    kinds = kinds_for(user)
    if not kinds:
        raise PermissionDenied
    return kinds


def month(request):
    kinds = refuse_powerless(request.user)
    form = MonthForm(request.GET, kinds=kinds)
    form.is_valid()
    today = timezone.localdate()
    first = (form.cleaned_data.get("maand") or today).replace(day=1)
    kind, whose = form.cleaned_data.get("soort"), form.cleaned_data.get("wie")
    found = entries(request.user, first, last_day(first), [Kind(kind)] if kind else kinds, mine=whose == "mij")
    by_day = defaultdict(list)
    for entry in found:
        by_day[entry.day].append(entry)
    kept = "".join(f"&{name}={value}" for name, value in (("soort", kind), ("wie", whose)) if value)
    context = {
        "form": form,
        "first": first,
        "today": today,
        "earlier": month_address(first - dt.timedelta(days=1), kept),
        "later": month_address(last_day(first) + dt.timedelta(days=1), kept),
        "weeks": [
            [(day, day.month == first.month, by_day[day]) for day in week]
            for week in weeks.Calendar().monthdatescalendar(first.year, first.month)
        ],
        "days": [(day, some) for day, some in sorted(by_day.items()) if some],
        "entries": found,
    }
    return render(request, "overview/calendar.html", context)


def month_address(day, kept):
    """Empty where the calendar ends."""
    return f"?maand={day:%Y-%m}{kept}" if months.FIRST <= day <= months.LAST else ""


@require_http_methods(["GET", "POST"])
def calendar_link(request):
    """Make or renew the secret address; it is shown once, for only its digest is kept."""
    refuse_powerless(request.user)
    address = ""
    if request.method == "POST":
        token = renew_calendar_link(pilot=None, by=request.user)
        address = request.build_absolute_uri(reverse("overview:calendar-feed", args=[token]))
    there = CalendarLink.objects.filter(user=request.user, pilot=None).first()
    return render(request, "overview/calendar_link.html", {"address": address, "there": there})


@login_not_required
@require_safe
def calendar_feed(request, token):
    """For calendar programs: the secret is the key, and its owner's rights still count."""
    link = CalendarLink.objects.select_related("user").filter(digest=digest_of(token), pilot=None).first()
    if link is None or not (link.user.is_active and kinds_for(link.user)):
        raise Http404
    today = timezone.localdate()
    found = entries(link.user, today - BACK, today + AHEAD, Kind, mine=True)
    return HttpResponse(
        as_file(_("My MVI-kompas"), [entry.event for entry in found], site=f"{request.scheme}://{request.get_host()}"),
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, no-store", "Content-Disposition": 'attachment; filename="mvi-kompas.ics"'},
    )
