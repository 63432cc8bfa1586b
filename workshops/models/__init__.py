"""Workshops: who came, what they told, what was made of it."""

from .board import Cluster, Contribution, ContributionKind, Harvest, Vote
from .outcome import CanvasField, Outcome
from .session import Participant, Series, Session, SessionQuerySet, SessionStatus, Step, StepKind

__all__ = [
    "CanvasField",
    "Cluster",
    "Contribution",
    "ContributionKind",
    "Harvest",
    "Outcome",
    "Participant",
    "Series",
    "Session",
    "SessionQuerySet",
    "SessionStatus",
    "Step",
    "StepKind",
    "Vote",
]
