"""The planning over all pilots, and as a calendar behind a secret address."""

import datetime as dt

from django.contrib.auth.decorators import login_not_required, permission_required
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mvi.ical import Event, calendar
from mvi.months import FIRST, LAST, last_day, months_later
from mvi.views import ListPage
from pilots.actions import renew_calendar_link
from pilots.calendar import MOST, by_month, entries
from pilots.filters import CalendarFilter, PilotFilter
from pilots.models import CalendarLink, Milestone, Pilot
from pilots.models.calendar_link import digest_of
from pilots.timeline import timeline_of


class PilotTimeline(ListPage):
    """The pilots of the list, each with its milestones on one line of time."""

    permission_required = "pilots.view_pilot"
    queryset = Pilot.objects.for_list().prefetch_related("milestones__owner")
    filterset_class = PilotFilter
    template_name = "pilots/pilot_timeline.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"timeline": timeline_of(context["pilot_list"], today=timezone.localdate())}


class PilotCalendar(ListPage):
    """What is planned in the pilots of the list, in a few months at a time."""

    permission_required = "pilots.view_pilot"
    queryset = Pilot.objects.all()
    filterset_class = CalendarFilter
    template_name = "pilots/pilot_calendar.html"
    paginate_by = None
    months = 3

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        asked = context["filter"].form.cleaned_data.get("maand") or timezone.localdate()
        first = asked.replace(day=1)
        last = last_day(months_later(first, self.months - 1))
        found = entries(self.object_list, first, last)
        return context | {
            "months": by_month(found[:MOST], first, self.months),
            "first": first,
            "last": last,
            "earlier": self.month(months_later(first, -self.months)),
            "later": self.month(last + dt.timedelta(days=1)),
            "is_cut": len(found) > MOST,
            "most": MOST,
            "nothing": not found,
        }

    def month(self, day):
        """As the address has it; empty where the calendar ends."""
        return f"{day:%Y-%m}" if FIRST <= day <= LAST else ""


@permission_required("pilots.view_pilot", raise_exception=True)
@require_http_methods(["GET", "POST"])
def calendar_link(request, slug):
    """Make or renew the secret address; it is shown once, for only its digest is kept."""
    pilot = get_object_or_404(Pilot, slug=slug)
    address = ""
    if request.method == "POST":
        token = renew_calendar_link(pilot=pilot, by=request.user)
        address = request.build_absolute_uri(reverse("pilots:calendar-feed", args=[token]))
    there = CalendarLink.objects.filter(user=request.user, pilot=pilot).first()
    return render(request, "pilots/calendar_link.html", {"pilot": pilot, "address": address, "there": there})


@login_not_required
@require_safe
def calendar_feed(request, token):
    """For calendar programs: the secret is the key, as long as its owner may read pilots."""
    link = CalendarLink.objects.select_related("user", "pilot").filter(digest=digest_of(token)).first()
    if link is None or not (link.user.is_active and link.user.has_perm("pilots.view_pilot")):
        raise Http404
    milestones = Milestone.objects.select_related("pilot").filter(pilot__archived_at=None)
    if link.pilot:
        milestones, name = milestones.filter(pilot=link.pilot), str(link.pilot)
    else:
        own = Q(owner=link.user) | Q(pilot__buyer=link.user) | Q(pilot__project_leader=link.user)
        milestones, name = milestones.filter(own), _("My milestones")
    return HttpResponse(
        calendar(name, map(event_of, milestones), site=f"{request.scheme}://{request.get_host()}"),
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, no-store", "Content-Disposition": 'attachment; filename="planning.ics"'},
    )


def event_of(milestone):
    """A day in the calendar; what is done has a tick before its name."""
    tick = "✓ " if milestone.done_on else ""
    return Event(
        uid=f"milestone-{milestone.pk}",
        summary=f"{tick}{milestone.pilot}: {milestone}",
        starts=milestone.due_on,
        path=milestone.get_absolute_url(),
        version=milestone.version,
    )
