"""Pilots and what hangs on them."""

from .collaboration import Commitment, Party, PartyKind
from .criterion import Criterion, CriterionKind
from .decision import Decision, DecisionKind
from .kpi import Kpi, Result
from .lesson import Lesson
from .links import PilotCoreValue, PilotGoal, PilotTheme
from .milestone import Milestone, MilestoneQuerySet
from .pilot import ContractType, Phase, Pilot, PilotQuerySet, Procedure, QuestionKind, Standing
from .r_ladder import RStrategy

__all__ = [
    "Commitment",
    "ContractType",
    "Criterion",
    "CriterionKind",
    "Decision",
    "DecisionKind",
    "Kpi",
    "Lesson",
    "Milestone",
    "MilestoneQuerySet",
    "Party",
    "PartyKind",
    "Phase",
    "Pilot",
    "PilotCoreValue",
    "PilotGoal",
    "PilotQuerySet",
    "PilotTheme",
    "Procedure",
    "QuestionKind",
    "RStrategy",
    "Result",
    "Standing",
]
