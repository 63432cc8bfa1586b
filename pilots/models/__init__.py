"""Pilots and what hangs on them."""

from .calendar_link import CalendarLink
from .collaboration import Commitment, Party, PartyKind
from .consultation import Consultation, ConsultationKind
from .cost import CostOption
from .cpv import LIGHT_REGIME, CpvCode
from .criterion import Criterion, CriterionKind
from .decision import Decision, DecisionKind
from .document import Document, DocumentFile, DocumentKind
from .kpi import Kpi, KpiKind, Result, SocialReturnBase
from .lesson import Lesson, Standard
from .links import PilotCoreValue, PilotGoal, PilotTheme
from .lot import Lot
from .milestone import Milestone, MilestoneQuerySet
from .pilot import ContractType, Phase, Pilot, PilotQuerySet, Procedure, QuestionKind, Standing
from .procedure import NATIONAL, ProcedureRule, Threshold
from .r_ladder import RStrategy
from .saved_filter import SavedFilter

__all__ = [
    "LIGHT_REGIME",
    "NATIONAL",
    "CalendarLink",
    "Commitment",
    "Consultation",
    "ConsultationKind",
    "ContractType",
    "CostOption",
    "CpvCode",
    "Criterion",
    "CriterionKind",
    "Decision",
    "DecisionKind",
    "Document",
    "DocumentFile",
    "DocumentKind",
    "Kpi",
    "KpiKind",
    "Lesson",
    "Lot",
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
    "ProcedureRule",
    "QuestionKind",
    "RStrategy",
    "Result",
    "SavedFilter",
    "SocialReturnBase",
    "Standard",
    "Standing",
    "Threshold",
]
