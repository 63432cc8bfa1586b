"""A short tour over the overview: shown until somebody skips or ends it, and again for who asks for it."""

from dataclasses import dataclass

from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST


@dataclass(frozen=True)
class Stop:
    """One place to look at: the id of its element, and what of the overview must be there to see it."""

    anchor: str
    title: Promise
    text: Promise
    needs: str = ""


STOPS = (
    Stop(
        "content",
        _("Welcome to MVI-kompas"),
        _("From a story in a workshop to a measured result: here you see whether the strategy comes true."),
    ),
    Stop(
        "main-menu",
        _("The main menu"),
        _("The strategy, the workshops in which it is made, the pilots that try it out, and the reports."),
    ),
    Stop(
        "figures",
        _("How it stands"),
        _("Choose a figure to see what is behind it; “How is this computed?” says where it comes from."),
        needs="goals",
    ),
    Stop(
        "attention",
        _("What waits for you"),
        _("What is late or lacks an owner or a measurement. Each line leads to where you mend it."),
        needs="strategy",
    ),
    Stop(
        "thread",
        _("The thread"),
        _("Which goal comes from which value, and which pilot works on it. Follow it both ways."),
        needs="themes",
    ),
    Stop(
        "tools",
        _("Search, news and help"),
        _("Search everything, read at the bell what others changed, and find help at the foot of each page."),
    ),
)


def tour(request, context):
    """The stop to show with this overview, or None."""
    asked = request.GET.get("rondleiding")
    if asked is None and request.user.toured_at:
        return None
    stops = [stop for stop in STOPS if not stop.needs or context.get(stop.needs)]
    number = int(asked) if asked in {str(number) for number in range(1, len(stops) + 1)} else 1
    later = stops[number] if number < len(stops) else None
    earlier = stops[number - 2] if number > 1 else None
    return {"stop": stops[number - 1], "number": number, "total": len(stops), "earlier": earlier, "later": later}


@require_POST
def finish(request):
    """Skipped or seen to the end: it does not come by itself any more."""
    request.user.toured_at = timezone.now()
    request.user.save(update_fields=["toured_at"])
    return redirect("overview:dashboard")
