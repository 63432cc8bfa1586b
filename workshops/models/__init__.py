"""Workshops: who came, what they told, what was made of it."""

from .board import Cluster, Contribution, ContributionKind, Harvest, Vote
from .live import BoardChange, Room
from .outcome import CanvasField, Outcome
from .session import (
    CODE_LIFE,
    JOIN_ALPHABET,
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
    "BoardChange",
    "CanvasField",
    "Cluster",
    "Contribution",
    "ContributionKind",
    "Harvest",
    "Outcome",
    "Participant",
    "Room",
    "Series",
    "Session",
    "SessionQuerySet",
    "SessionStatus",
    "Step",
    "StepKind",
    "Vote",
    "new_join_code",
]
