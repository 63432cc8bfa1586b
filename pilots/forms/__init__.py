"""The forms of pilots and what hangs on them."""

from .pilot import PilotForm, RegisterForm
from .procedure import ProcedureForm, RuleForm
from .rows import (
    CriterionForm,
    KpiForm,
    LessonForm,
    LotForm,
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
    "LotForm",
    "MilestoneForm",
    "ParkForm",
    "PartyForm",
    "PilotCoreValueForm",
    "PilotForm",
    "PilotGoalForm",
    "PilotThemeForm",
    "ProcedureForm",
    "RegisterForm",
    "ResultForm",
    "ResumeForm",
    "RuleForm",
]
