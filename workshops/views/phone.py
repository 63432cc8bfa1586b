"""The pages of a participant, on a phone, without an account.

What is posted answers a script with the part of the page that changed, and a browser without scripts with a redirect.
"""

import functools
import uuid
from collections import Counter

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpResponseNotModified, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshops import phones
from workshops.actions import answer_pulse, contribute, join, own_answers, vote, withdraw, withdraw_pulse
from workshops.forms import CodeForm, JoinForm, PhonePulseForm, TellForm, VoteForm
from workshops.models import Contribution, Function, Participant, PulseAnswer, Room, Session

FUNCTIONS = [
    gettext_lazy("policy advisor"),
    gettext_lazy("buyer"),
    gettext_lazy("project leader"),
    gettext_lazy("contract manager"),
    gettext_lazy("budget holder"),
    gettext_lazy("executive"),
]


@login_not_required
@require_http_methods(["GET", "POST"])
def enter(request):
    """Type the code of the big screen."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        return redirect("phone:session", form.cleaned_data["code"])
    return render(request, "workshops/phone/enter.html", {"form": form})


def of_session(view):
    """Find the session of the code, and brake who guesses codes; without an account, for whoever is in the room."""

    @login_not_required
    @functools.wraps(view)
    def found(request, code):
        if phones.guessed_too_often():
            return say(request, _("Too many wrong codes were tried here. Wait ten minutes and try again."), 429)
        session = Session.objects.select_related("series").filter(join_code=code.upper()).first()
        if session is None:
            phones.wrong_code()
            form = CodeForm({"code": code})
            form.add_error("code", _("There is no session with this code. Look at the big screen again."))
            return render(request, "workshops/phone/enter.html", {"form": form}, status=404)
        response = view(request, session)
        patch_cache_control(response, no_store=True)
        return response

    return found


def of_participant(view):
    """Find who holds the phone; whoever does not take part is sent to the page where one joins."""

    @login_not_required
    @functools.wraps(view)
    def found(request, code):
        participant = phones.participant_of(request, code)
        if participant is None:
            return to_joining(request, code)
        response = view(request, participant)
        patch_cache_control(response, no_store=True)
        return response

    return found


@of_session
def to_joining(request, session):
    return redirect("phone:session", session.join_code)


@of_session
@require_http_methods(["GET", "POST"])
def session(request, session):
    """The step that goes on; first the page where one joins."""
    if participant := phones.participant_of(request, session.join_code):
        return render(request, "workshops/phone/session.html", now(participant))
    if session.is_closed:
        return say(request, _("This session is closed. Thank you for your interest."), 410)
    if session.is_open and not session.takes_people:
        return say(request, _("This code has expired. Ask the facilitator for a new one."), 410)
    if session.is_called_off:
        return say(request, _("This session is called off. Thank you for your interest."), 410)
    if not session.is_open:
        return say(request, not_open_yet(session), 200)
    form = JoinForm(request.POST or None, instance=Participant(session=session))
    if form.is_valid():
        try:
            participant = join(session=session, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return phones.remember(redirect("phone:session", session.join_code), participant)
    was_removed = session.pk in phones.tokens_of(request)
    context = {"session": session, "form": form, "functions": FUNCTIONS, "was_removed": was_removed}
    return render(request, "workshops/phone/join.html", context)


def not_open_yet(session):
    """When to try again."""
    if session.starts_at is None or session.starts_at <= timezone.now():
        return _("This session has not started yet. Try again in a moment.")
    begins = timezone.localtime(session.starts_at)
    when = {"day": date_format(begins), "time": time_format(begins)}
    return _("This session has not started yet. It begins on %(day)s at %(time)s.") % when


def say(request, text, status):
    """One sentence, on a page in the same look."""
    return render(request, "workshops/phone/say.html", {"text": text}, status=status)


def now(participant, form=None):
    """All that the phone shows of this moment; the room is read first, so that a change meanwhile is noticed later."""
    session = participant.session
    room = Room.objects.get(session=session)
    step = session.current_step if session.is_open else None
    told = list(participant.contributions.all())
    given = Counter(participant.votes.order_by().values_list("cluster", flat=True))
    state = f"{room.phone_revision}-{len(told)}"
    if step and step.asks_for_votes:  # the ballot adds how many dots were given
        shown = ballot(session, session.clusters.all(), given)
    else:
        shown = {"state": f"{state}-{given.total()}"}
    return (
        {
            "participant": participant,
            "session": session,
            "step": step,
            "form": form if isinstance(form, TellForm) else TellForm(initial={"key": uuid.uuid4()}),
            "told": told,
            "told_by_all": Contribution.objects.visible().filter(session=session).count(),
            "state": state,
        }
        | shown
        | (pulse_now(participant, form) if step and step.asks_for_pulse else {})
    )


def ballot(session, clusters, given):
    """What can be voted for, and what this phone gave."""
    return {
        "session": session,
        "ballot": [
            {"cluster": cluster, "given": dots, "more": dots + 1, "less": dots - 1}
            for cluster, dots in ((cluster, given[cluster.pk]) for cluster in clusters)
        ],
        "given": given.total(),
        "left": session.dots - given.total(),
    }


def pulse_now(participant, form):
    """The statements, as this phone answered them before."""
    own = own_answers(participant).first()
    if not isinstance(form, PhonePulseForm):
        known = {str(label).lower(): value for value, label in Function.choices}
        guess = {"function": known.get(participant.function.lower())} if own is None else None
        form = PhonePulseForm(instance=own or PulseAnswer(), initial=guess)
    return {"form": form, "answered": own is not None}


def answer(request, participant, form=None, error="", status=200):
    """After something was sent: the part of the page for a script, the page for who has none."""
    with_script = request.headers.get("X-Part") == "step"
    if not (with_script or error):
        return redirect("phone:session", participant.session.join_code)
    template = "workshops/phone/_step.html" if with_script else "workshops/phone/session.html"
    return render(request, template, now(participant, form) | {"error": error}, status=status)


def refused(error):
    return " ".join(error.messages)


@of_participant
@require_POST
def tell(request, participant):
    form = TellForm(request.POST)
    if not form.is_valid():
        error = " ".join(message for errors in form.errors.values() for message in errors)
        return answer(request, participant, form, error, 422)
    key, kind, text = (form.cleaned_data[name] for name in ("key", "kind", "text"))
    try:
        contribute(participant=participant, key=key, kind=kind, text=text)
    except ValidationError as error:
        return answer(request, participant, form, refused(error), 409)
    except IntegrityError:  # the same key at the same moment from another phone
        return answer(request, participant, form, _("This was sent from another phone."), 409)
    return answer(request, participant)


@of_participant
@require_POST
def give(request, participant):
    """So many dots for a cluster. A whole room does this in one second, so a script gets the ballot and no more."""
    clusters = list(participant.session.clusters.all())
    form = VoteForm(request.POST, clusters=clusters)
    if not form.is_valid():
        return answer(request, participant, error=_("This vote could not be counted. Try again."), status=422)
    try:
        given = vote(participant=participant, **form.cleaned_data)
    except ValidationError as error:
        return answer(request, participant, error=refused(error), status=409)
    except IntegrityError:  # the cluster went at the same moment
        return answer(request, participant, error=_("This vote could not be counted. Try again."), status=409)
    if request.headers.get("X-Part") != "step":
        return answer(request, participant)
    response = render(request, "workshops/phone/_ballot.html", ballot(participant.session, clusters, given))
    response["X-Part"] = "ballot"
    return response


@of_participant
@require_POST
def answer_the_pulse(request, participant):
    """The five statements; or take the answer back."""
    try:
        if "withdraw" in request.POST:
            withdraw_pulse(participant=participant)
            return answer(request, participant)
        form = PhonePulseForm(request.POST)
        if not form.is_valid():
            return answer(request, participant, form, _("Some answers are missing."), 422)
        answer_pulse(participant=participant, **form.cleaned_data)
    except ValidationError as error:
        return answer(request, participant, error=refused(error), status=409)
    except IntegrityError:  # closed at the same moment
        return answer(request, participant, error=_("Your answer could not be kept. Try again."), status=409)
    return answer(request, participant)


@of_participant
@require_POST
def take_back(request, participant):
    pk = request.POST.get("contribution", "")
    contribution = Contribution.objects.filter(pk=pk if pk.isdecimal() else 0).first()
    if contribution is not None:  # else: taken back already, from another tab
        try:
            withdraw(participant=participant, contribution=contribution)
        except ValidationError as error:
            return answer(request, participant, error=refused(error), status=409)
    return answer(request, participant)


@of_participant
@require_safe
def part(request, participant):
    """The part of the page that shows the step, for a script that saw that it changed."""
    return render(request, "workshops/phone/_step.html", now(participant))


@login_not_required
@require_safe
def news(request, code):
    """Is there anything new? Asked by every phone every second, so it does as little as it can.

    Who does not take part learns nothing, not even whether the code exists.
    """
    tokens = phones.tokens_of(request)
    found = tokens and phones.news_of(tokens, code)
    if not found:
        return JsonResponse({}, status=404)
    etag = f'"{found.revision}"'
    if request.headers.get("If-None-Match") == etag:
        response = HttpResponseNotModified()
    else:
        state = f"{found.phone_revision}-{found.own_told}-{found.own_given}" if found.takes_part else ""
        response = JsonResponse({"state": state, "told": found.told})
    response["ETag"] = etag
    response["Cache-Control"] = "no-store"
    return response
