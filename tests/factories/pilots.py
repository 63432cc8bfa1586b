"""Pilots and what hangs on them."""

import datetime as dt

import factory

from pilots.models import (
    CalendarLink,
    Consultation,
    ContractType,
    CostOption,
    CpvCode,
    Criterion,
    CriterionKind,
    Decision,
    DecisionKind,
    Document,
    Kpi,
    Lesson,
    Lot,
    Milestone,
    Party,
    PartyKind,
    Phase,
    Pilot,
    PilotCoreValue,
    PilotGoal,
    PilotTheme,
    Procedure,
    ProcedureRule,
    Result,
    SavedFilter,
    Standard,
    Threshold,
)
from tests.factories.mvi import UserFactory
from tests.factories.strategy import CoreValueFactory, GoalFactory, ThemeFactory


class PilotFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Pilot

    name = factory.Sequence(lambda n: f"Pilot {n}")
    slug = factory.Sequence(lambda n: f"pilot-{n}")


class OfPilot(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    pilot = factory.SubFactory(PilotFactory)


class PilotThemeFactory(OfPilot):
    class Meta:
        model = PilotTheme

    theme = factory.SubFactory(ThemeFactory)
    level = 1


class PilotCoreValueFactory(OfPilot):
    class Meta:
        model = PilotCoreValue

    core_value = factory.SubFactory(CoreValueFactory)


class PilotGoalFactory(OfPilot):
    class Meta:
        model = PilotGoal

    goal = factory.SubFactory(GoalFactory)


class PartyFactory(OfPilot):
    class Meta:
        model = Party

    name = factory.Sequence(lambda n: f"Party {n}")
    kind = PartyKind.INTERNAL


class MilestoneFactory(OfPilot):
    class Meta:
        model = Milestone

    name = factory.Sequence(lambda n: f"Milestone {n}")
    phase = Phase.IDEA
    due_on = dt.date(2026, 12, 31)


class CalendarLinkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CalendarLink

    user = factory.SubFactory(UserFactory)
    digest = factory.Sequence(lambda n: f"{n:064}")


class SavedFilterFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SavedFilter

    user = factory.SubFactory(UserFactory)
    name = factory.Sequence(lambda n: f"Filter {n}")
    query = "phase=tender"


class CostOptionFactory(OfPilot):
    class Meta:
        model = CostOption

    name = factory.Sequence(lambda n: f"Option {n}")
    years = 10


class LotFactory(OfPilot):
    class Meta:
        model = Lot

    name = factory.Sequence(lambda n: f"Lot {n}")
    amount = 1000


class DecisionFactory(OfPilot):
    class Meta:
        model = Decision

    kind = DecisionKind.FORWARD
    from_phase = Phase.IDEA
    to_phase = Phase.EXPLORATION


class CpvCodeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CpvCode

    code = factory.Sequence(lambda n: f"45{n:06}")
    check_digit = "1"
    name_nl = factory.Sequence(lambda n: f"Bouwwerk {n}")


class ThresholdFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Threshold

    contract_type = ContractType.WORKS
    amount = 5_000_000
    starts_on = factory.Sequence(lambda n: dt.date(2040, 1, 1) + dt.timedelta(days=n))
    ends_on = factory.LazyAttribute(lambda threshold: threshold.starts_on + dt.timedelta(days=730))
    source = "Test"


class ProcedureRuleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProcedureRule

    contract_type = ContractType.WORKS
    starts_on = factory.Sequence(lambda n: dt.date(2040, 1, 1) + dt.timedelta(days=n))
    from_amount = 0
    procedure = Procedure.SINGLE


class CriterionFactory(OfPilot):
    class Meta:
        model = Criterion

    title = factory.Sequence(lambda n: f"Criterion {n}")
    kind = CriterionKind.MINIMUM


class KpiFactory(OfPilot):
    class Meta:
        model = Kpi

    name = factory.Sequence(lambda n: f"KPI {n}")
    unit = "%"


class ResultFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Result

    kpi = factory.SubFactory(KpiFactory)
    on = factory.Sequence(lambda n: dt.date(2026, 1, 1) + dt.timedelta(days=n))
    value = 1


class LessonFactory(OfPilot):
    class Meta:
        model = Lesson

    title = factory.Sequence(lambda n: f"Lesson {n}")


class ConsultationFactory(OfPilot):
    class Meta:
        model = Consultation

    on = dt.date(2026, 3, 12)
    subject = factory.Sequence(lambda n: f"Talk {n}")
    parties = "Party"
    questions = "What can you do?"


class StandardFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Standard

    lesson = factory.SubFactory(LessonFactory)
    change = factory.Sequence(lambda n: f"Standard {n}")
    owner = factory.SubFactory(UserFactory)
    due_on = dt.date(2126, 1, 1)


class DocumentFactory(OfPilot):
    class Meta:
        model = Document

    title = factory.Sequence(lambda n: f"Document {n}")
    link = factory.Sequence(lambda n: f"https://documents.example/{n}")
