"""What can be followed, what hangs on it, and what of it is worth telling."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _

from mvi.audit import ACTIONS
from pilots.models import (
    Consultation,
    CostOption,
    Criterion,
    Decision,
    Document,
    Kpi,
    Lesson,
    Lot,
    Milestone,
    Party,
    Pilot,
    PilotCoreValue,
    PilotGoal,
    PilotTheme,
    Result,
    Standard,
)
from strategy.models import (
    Action,
    ConsultationRound,
    CoreValue,
    Goal,
    Indicator,
    InterimTarget,
    Measurement,
    ProgressReport,
    Strategy,
    Theme,
)
from workshops.models import Pulse, Series, Session, SessionDecision


class Group(models.TextChoices):
    """What somebody wants news of, or not."""

    STRATEGY = "strategy", _("the strategy, its core values and themes")
    GOALS = "goals", _("goals and their measurements")
    ACTIONS = "actions", _("actions")
    PILOTS = "pilots", _("pilots")
    SESSIONS = "sessions", _("workshops")


@dataclass(frozen=True)
class Kind:
    """A noun that can be followed; of what hangs on it the way back to the row."""

    model: type[models.Model]
    group: Group
    parts: dict[type[models.Model], str] = field(default_factory=dict)


OF_PILOT = (
    PilotTheme,
    PilotCoreValue,
    PilotGoal,
    Party,
    Milestone,
    Criterion,
    Kpi,
    Lesson,
    Decision,
    Document,
    Consultation,
    Lot,
    CostOption,
)
KINDS = (
    Kind(Strategy, Group.STRATEGY, {ConsultationRound: "strategy", ProgressReport: "strategy"}),
    Kind(CoreValue, Group.STRATEGY),
    Kind(Theme, Group.STRATEGY, {Goal: "theme", Action: "theme"}),
    Kind(
        Goal,
        Group.GOALS,
        {Indicator: "goal", InterimTarget: "indicator__goal", Measurement: "indicator__goal", Action: "goal"},
    ),
    Kind(Action, Group.ACTIONS),
    Kind(Pilot, Group.PILOTS, dict.fromkeys(OF_PILOT, "pilot") | {Result: "kpi__pilot", Standard: "lesson__pilot"}),
    Kind(Series, Group.SESSIONS, {Session: "series", Pulse: "series"}),
    Kind(Session, Group.SESSIONS, {SessionDecision: "session"}),
)
BY_LABEL = {kind.model._meta.label_lower: kind for kind in KINDS}

# What is worth telling; not that somebody looked, exported or put a note elsewhere in a session that goes on.
TOLD = (
    "accept",
    "add",
    "adopt",
    "archive",
    "back",
    "change",
    "close",
    "close_consultation",
    "complete",
    "decline",
    "finalise",
    "forward",
    "hand_over",
    "make_current",
    "map_theme",
    "open",
    "open_consultation",
    "park",
    "remove",
    "repeat_measurement",
    "restore",
    "resume",
    "set_status",
    "stop",
    "tie",
)
VERBS = ACTIONS | {"open": _("opened")}  # of a session; in the audit trail it is a page, too
