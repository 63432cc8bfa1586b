"""The forms of pilots and what hangs on them."""

from .bulk import BulkForm
from .pilot import CopyForm, PilotForm
from .procedure import ProcedureForm, RateForm, RuleForm, SocialReturnForm
from .rows import (
    ConsultationForm,
    CostOptionForm,
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
    StandardForm,
)
from .saved_filter import SavedFilterForm
from .verbs import BackForm, ForwardForm, LeaveForm, ParkForm, ResumeForm

__all__ = [
    "BackForm",
    "BulkForm",
    "ConsultationForm",
    "CopyForm",
    "CostOptionForm",
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
    "RateForm",
    "ResultForm",
    "ResumeForm",
    "RuleForm",
    "SavedFilterForm",
    "SocialReturnForm",
    "StandardForm",
]
