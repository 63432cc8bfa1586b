"""Fields and layout; the rules are in the models and in the actions."""

from .invitation import InviteForm, RsvpForm
from .phone import CodeForm, JoinForm, TellForm, VoteForm
from .pulse import PhonePulseForm, PulseAddressesForm, PulseForm
from .quiz import QuizForm
from .rows import (
    ClusterForm,
    ContributionForm,
    HarvestForm,
    NewSeriesForm,
    ParticipantForm,
    RemoveParticipantForm,
    SeriesForm,
    SessionDecisionForm,
    SessionForm,
    StepForm,
)
from .settle import SettleAsCoreValueForm, SettleAsGoalForm, SettleAsThemeForm, SettleOnCanvasForm

__all__ = [
    "ClusterForm",
    "CodeForm",
    "ContributionForm",
    "HarvestForm",
    "InviteForm",
    "JoinForm",
    "NewSeriesForm",
    "ParticipantForm",
    "PhonePulseForm",
    "PulseAddressesForm",
    "PulseForm",
    "QuizForm",
    "RemoveParticipantForm",
    "RsvpForm",
    "SeriesForm",
    "SessionDecisionForm",
    "SessionForm",
    "SettleAsCoreValueForm",
    "SettleAsGoalForm",
    "SettleAsThemeForm",
    "SettleOnCanvasForm",
    "StepForm",
    "TellForm",
    "VoteForm",
]
