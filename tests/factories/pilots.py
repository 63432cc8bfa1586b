"""Pilots and what hangs on them."""

import datetime as dt

import factory

from pilots.models import (
    Criterion,
    CriterionKind,
    Kpi,
    Lesson,
    Milestone,
    Party,
    PartyKind,
    Phase,
    Pilot,
    PilotCoreValue,
    PilotGoal,
    PilotTheme,
    Result,
)
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
