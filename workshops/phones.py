"""Who holds the phone: a signed cookie with the token of a participant, and a brake on guessing codes."""

from django.conf import settings
from django.core.cache import cache

from mvi import audit
from workshops.models import Participant

KEEP = 60 * 60 * 24 * 45  # seconds: longer than somebody may take back what they told
MOST_WRONG_CODES = 30  # from one address in ten minutes; a whole town hall may share one
TEN_MINUTES = 600


def cookie_of(session_pk):
    return f"participant-{session_pk}"


def remember(response, participant):
    """Give the phone its token; scripts cannot read it and other sites cannot send it."""
    response.set_signed_cookie(
        cookie_of(participant.session_id),
        str(participant.token),
        max_age=KEEP,
        path="/d/",
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def participant_of(request, code):
    """The participant in the session of this code whose token this phone holds, or None."""
    names = [name for name in request.COOKIES if name.startswith(cookie_of(""))]
    tokens = [token for name in names if (token := request.get_signed_cookie(name, default=None))]
    if not tokens:
        return None
    participants = Participant.objects.select_related("session__series")
    return participants.filter(session__join_code=code.upper(), token__in=tokens).first()


def guessed_too_often():
    return cache.get(brake(), 0) >= MOST_WRONG_CODES


def wrong_code():
    """Count a code that does not exist against the address that tried it."""
    if not cache.add(brake(), 1, TEN_MINUTES):
        cache.incr(brake())


def brake():
    return f"wrong-code-{audit.origin.get()}"
