"""What the facilitator does while the session goes on, and the big screen that everybody looks at."""

import functools

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pilots.models import Pilot
from workshops import actions, qr
from workshops.models import BoardChange, Cluster, Contribution, Harvest, PulseAnswer, Room, Session, Step

MOST_PILOTS = 30  # beside a canvas
MOST_NOTES = 60  # stories that wait on the console; the newest come first


def at_the_session(view):
    """The session of the address, for who may change sessions; what is refused is said on the console."""

    @permission_required("workshops.change_session", raise_exception=True)
    @require_POST
    @functools.wraps(view)
    def found(request, pk):
        session = get_object_or_404(Session.objects.select_related("series"), pk=pk)
        error, status = "", 200
        try:
            with transaction.atomic():
                view(request, session)
        except ValidationError as refusal:
            error, status = " ".join(refusal.messages), 409
        except IntegrityError:
            error, status = _("Somebody changed the board at the same moment. Try again."), 409
        if request.headers.get("X-Part") == "board":
            revision = revision_of(session)
            context = at_the_console(session) | {"error": error}
            response = render(request, "workshops/console/_live.html", context, status=status)
            response["X-Revision"] = revision
            return response
        if error:
            messages.error(request, error)
        return redirect("workshops:console", session.pk)

    return found


@permission_required("workshops.change_session", raise_exception=True)
@require_safe
def console(request, pk):
    """Steps, board and room at a glance."""
    session = get_object_or_404(Session.objects.select_related("series"), pk=pk)
    return live(request, session, "workshops/console/console.html", "workshops/console/_live.html", at_the_console)


@permission_required("workshops.view_session", raise_exception=True)
@require_safe
def screen(request, pk):
    """For the beamer: join code, what the step asks, the board, and the votes when they are shown."""
    session = get_object_or_404(Session.objects.select_related("series"), pk=pk)
    return live(request, session, "workshops/screen/screen.html", "workshops/screen/_live.html", on_the_screen)


def live(request, session, page, part, context):
    """The page, or for a script the part of it that lives: 304 as long as nothing changed in the session."""
    if request.headers.get("X-Part") != "board":
        return render(request, page, context(session) | {"address": to_read(joining_address(request, session))})
    revision = revision_of(session)
    etag = f'"{revision}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        shown = context(session) | {"address": to_read(joining_address(request, session))}
        response = HttpResponse(render_to_string(part, shown, request), headers={"ETag": etag})
    response["X-Revision"] = revision
    response["Cache-Control"] = "no-store"
    return response


def revision_of(session):
    """Read before the board is: what is shown is at least as new as it says."""
    return Room.objects.get(session=session).revision


def joining_address(request, session):
    return request.build_absolute_uri(reverse("phone:session", args=[session.join_code]))


def to_read(address):
    """As people type it: without what the browser adds by itself."""
    return address.removeprefix("https://").rstrip("/")


def at_the_console(session):
    session.refresh_from_db()
    steps = list(session.steps.all())
    current = next((step for step in steps if step.is_current), None)
    return {
        "session": session,
        "steps": with_states(steps, current),
        "step": current,
        "next_step": steps[steps.index(current) + 1] if current and current != steps[-1] else None,
        "last_change": session.board_changes.last(),
        "earlier": list(Cluster.objects.before(session)),
        "pilots": list(Pilot.objects.running()[:MOST_PILOTS]) if current and current.is_about_pilots else [],
    } | on_the_board(session)


def with_states(steps, current):
    """Each step of the bar: done, current or still to do."""
    here = current.position if current else -1
    return [
        {
            "label": step.title,
            "step": step,
            "state": "current" if step == current else "done" if step.position < here else "todo",
        }
        for step in steps
    ]


def on_the_board(session):
    told = session.contributions.visible().count()
    unsorted = session.contributions.unsorted().order_by("-told_at", "-pk")
    number_unsorted = unsorted.count()
    return {
        "clusters": list(session.clusters.for_board()),
        "unsorted": list(unsorted[:MOST_NOTES]),
        "number_unsorted": number_unsorted,
        "number_told": told,
        "number_sorted": told - number_unsorted,
        "functions": list(session.participants.by_function()),
        "number_of_participants": session.participants.count(),
        "number_present": session.participants.filter(joined_at__isnull=False).count(),
    }


def number_answered(session, step):
    """How many answered the pulse that goes on; what they answered shows only after it is closed."""
    if not (step and step.asks_for_pulse):
        return 0
    return PulseAnswer.objects.filter(pulse__series=session.series_id, pulse__moment=step.moment).count()


def on_the_screen(session):
    session.refresh_from_db()
    clusters = list(session.clusters.for_board())
    step = session.current_step
    return {
        "session": session,
        "step": step,
        "earlier": [] if clusters else list(Cluster.objects.before(session)),
        "clusters": sorted(clusters, key=lambda row: -row.number_of_votes) if session.votes_are_shown else clusters,
        "unsorted": session.contributions.unsorted().order_by("-told_at", "-pk")[:12],
        "number_told": session.contributions.visible().count(),
        "number_of_participants": session.participants.filter(joined_at__isnull=False).count(),
        "number_of_votes": sum(cluster.number_of_votes for cluster in clusters),
        "number_answered": number_answered(session, step),
    }


@permission_required("workshops.view_session", raise_exception=True)
@require_safe
def join_picture(request, pk):
    """The address to join as a QR code."""
    session = get_object_or_404(Session, pk=pk)
    response = HttpResponse(qr.svg(joining_address(request, session)), content_type="image/svg+xml")
    response["Cache-Control"] = "private, no-cache"
    return response


@at_the_session
def begin(request, session):
    actions.open_session(session=session, by=request.user)


@at_the_session
def close(request, session):
    actions.close_session(session=session, by=request.user)


@at_the_session
def go_to(request, session):
    actions.go_to_step(step=one_of(session.steps, request, "step"), by=request.user)


@at_the_session
def show_votes(request, session):
    actions.show_votes(session=session, shown="show" in request.POST, by=request.user)


@at_the_session
def place(request, session):
    """A note to another column; “none” lets it wait again."""
    contribution = one_of(session.contributions, request, "contribution")
    source = one_of(session.clusters, request, "source") if request.POST.get("source") else None
    target = None if request.POST.get("target") == "none" else one_of(session.clusters, request, "target")
    actions.place(contribution=contribution, source=source, target=target, by=request.user)


@at_the_session
def add_cluster(request, session):
    actions.new_cluster(session=session, name=request.POST.get("name", ""), by=request.user)


@at_the_session
def rename(request, session):
    cluster = one_of(session.clusters, request, "cluster")
    actions.rename(cluster=cluster, name=request.POST.get("name", ""), by=request.user)


@at_the_session
def merge(request, session):
    cluster, into = one_of(session.clusters, request, "cluster"), one_of(session.clusters, request, "into")
    actions.merge(cluster=cluster, into=into, by=request.user)


@at_the_session
def split(request, session):
    cluster = one_of(session.clusters, request, "cluster")
    chosen = [number for number in request.POST.getlist("harvest") if number.isdecimal()]
    harvests = list(Harvest.objects.filter(pk__in=chosen))
    actions.split(cluster=cluster, harvests=harvests, name=request.POST.get("name", ""), by=request.user)


@at_the_session
def hide(request, session):
    actions.hide(contribution=one_of(session.contributions, request, "contribution"), hidden=True, by=request.user)


@at_the_session
def undo(request, session):
    actions.undo(change=one_of(session.board_changes, request, "change"), by=request.user)


def one_of(rows, request, name) -> Step | Cluster | Contribution | BoardChange:
    """The row that was chosen, if it belongs to this session and is still there."""
    number = request.POST.get(name, "")
    row = rows.filter(pk=number).first() if number.isdecimal() else None
    if row is None:
        raise ValidationError(_("This is not there any more. Look at the board again."))
    return row
