"""The strategy: what we want, who owns it, how we know."""

from .action import Action, ActionQuerySet, ActionStatus
from .consultation import ConsultationRound, Invitation, Paragraph, Remark, RemarkOutcome
from .core_value import CoreValue
from .edition import Edition
from .framework import Framework, FrameworkKind, FrameworkTheme, ThemeMapping
from .goal import Goal, GoalQuerySet, GoalStatus
from .indicator import Direction, Indicator, InterimTarget, Measurement, Rollup, in_text
from .knowledge import KnowledgeCard
from .mail import Mail, MailedLink
from .ownership import OwnedModel, OwnerStatus
from .progress_report import ProgressReport, ThemeNarrative
from .quality import QualityScore
from .strategy import DecisionBody, Strategy, StrategyStatus
from .theme import Theme, ThemeColour, ThemeQuerySet

__all__ = [
    "Action",
    "ActionQuerySet",
    "ActionStatus",
    "ConsultationRound",
    "CoreValue",
    "DecisionBody",
    "Direction",
    "Edition",
    "Framework",
    "FrameworkKind",
    "FrameworkTheme",
    "Goal",
    "GoalQuerySet",
    "GoalStatus",
    "Indicator",
    "InterimTarget",
    "Invitation",
    "KnowledgeCard",
    "Mail",
    "MailedLink",
    "Measurement",
    "OwnedModel",
    "OwnerStatus",
    "Paragraph",
    "ProgressReport",
    "QualityScore",
    "Remark",
    "RemarkOutcome",
    "Rollup",
    "Strategy",
    "StrategyStatus",
    "Theme",
    "ThemeColour",
    "ThemeMapping",
    "ThemeNarrative",
    "ThemeQuerySet",
    "in_text",
]
