"""Who holds the phone: a signed cookie with the token of a participant, and a brake on guessing codes."""

from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache

from mvi import audit
from mvi.sql import answers
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


def tokens_of(request):
    """The tokens that this phone holds, by the number of their session."""
    kept = cookie_of("")
    names = [name for name in request.COOKIES if name.startswith(kept)]
    tokens = {name.removeprefix(kept): request.get_signed_cookie(name, default=None) for name in names}
    return {int(session): token for session, token in tokens.items() if token}


def participant_of(request, code):
    """The participant in the session of this code whose token this phone holds, or None."""
    tokens = list(tokens_of(request).values())
    if not tokens:
        return None
    participants = Participant.objects.select_related("session__series")
    return participants.filter(session__join_code=code.upper(), token__in=tokens).first()


class News(NamedTuple):
    """What a phone must know to see whether it shows what is true now."""

    revision: int  # of the session, as all screens count it
    phone_revision: int
    told: int  # contributions of everybody, as far as they are visible
    takes_part: bool  # not when the facilitator removed the phone
    own_told: int
    own_given: int


def news_of(tokens, code):
    """News of the session of this code, for a phone that took part in it; else None.

    In one statement, for 300 phones ask it 400 times a second.
    """
    for row in answers(NEWS, {"code": code, "sessions": list(tokens), "tokens": list(tokens.values())}):
        return News(*row)
    return None


NEWS = """
    SELECT room.revision, room.phone_revision,
        (SELECT count(*) FROM workshops_contribution WHERE session_id = session.id AND NOT is_hidden),
        own.id IS NOT NULL,
        (SELECT count(*) FROM workshops_contribution WHERE participant_id = own.id),
        (SELECT count(*) FROM workshops_vote WHERE participant_id = own.id)
    FROM workshops_session AS session
    JOIN workshops_room AS room ON room.session_id = session.id
    LEFT JOIN workshops_participant AS own ON own.session_id = session.id AND own.token = ANY(%(tokens)s::uuid[])
    WHERE session.join_code = %(code)s AND session.id = ANY(%(sessions)s)
"""


def guessed_too_often():
    return cache.get(brake(), 0) >= MOST_WRONG_CODES


def wrong_code():
    """Count a code that does not exist against the address that tried it."""
    if not cache.add(brake(), 1, TEN_MINUTES):
        cache.incr(brake())


def brake():
    return f"wrong-code-{audit.origin.get()}"
