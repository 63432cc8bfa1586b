"""The forms of pilots and what hangs on them."""

from .pilot import PilotForm, RegisterForm
from .rows import (
    CriterionForm,
    KpiForm,
    LessonForm,
    MilestoneForm,
    PartyForm,
    PilotCoreValueForm,
    PilotGoalForm,
    PilotThemeForm,
    ResultForm,
)
from .verbs import BackForm, ForwardForm, LeaveForm, ParkForm, ResumeForm

__all__ = [
    "BackForm",
    "CriterionForm",
    "ForwardForm",
    "KpiForm",
    "LeaveForm",
    "LessonForm",
    "MilestoneForm",
    "ParkForm",
    "PartyForm",
    "PilotCoreValueForm",
    "PilotForm",
    "PilotGoalForm",
    "PilotThemeForm",
    "RegisterForm",
    "ResultForm",
    "ResumeForm",
]
