"""Workshops: who came, what they told, what was made of it."""

from .board import Cluster, Contribution, ContributionKind, Harvest, Vote
from .decision import SessionDecision
from .invitation import Invitation, Rsvp
from .live import BoardChange, Room
from .outcome import CanvasField, Outcome
from .pulse import (
    OF_MAIL,
    OPEN_DAYS,
    STATEMENTS,
    Agreement,
    Function,
    Pulse,
    PulseAddress,
    PulseAnswer,
    PulseLink,
)
from .quiz import QuizScore
from .session import (
    CODE_LIFE,
    JOIN_ALPHABET,
    Moment,
    Participant,
    Series,
    Session,
    SessionQuerySet,
    SessionStatus,
    Step,
    StepKind,
    new_join_code,
)

__all__ = [
    "CODE_LIFE",
    "JOIN_ALPHABET",
    "OF_MAIL",
    "OPEN_DAYS",
    "STATEMENTS",
    "Agreement",
    "BoardChange",
    "CanvasField",
    "Cluster",
    "Contribution",
    "ContributionKind",
    "Function",
    "Harvest",
    "Invitation",
    "Moment",
    "Outcome",
    "Participant",
    "Pulse",
    "PulseAddress",
    "PulseAnswer",
    "PulseLink",
    "QuizScore",
    "Room",
    "Rsvp",
    "Series",
    "Session",
    "SessionDecision",
    "SessionQuerySet",
    "SessionStatus",
    "Step",
    "StepKind",
    "Vote",
    "new_join_code",
]
