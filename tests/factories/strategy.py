"""The strategy."""

import datetime as dt

import factory
from django.utils import timezone

from strategy.models import (
    Action,
    ConsultationRound,
    CoreValue,
    DecisionBody,
    Edition,
    Framework,
    FrameworkKind,
    FrameworkTheme,
    Goal,
    Indicator,
    InterimTarget,
    Invitation,
    KnowledgeCard,
    Mail,
    MailedLink,
    Measurement,
    OwnerStatus,
    Paragraph,
    ProgressReport,
    QualityScore,
    Remark,
    Strategy,
    Theme,
    ThemeMapping,
    ThemeNarrative,
)
from strategy.snapshot import snapshot
from tests.factories.mvi import UserFactory


def accepted_by(person):
    """The fields of a row whose owner said yes."""
    return {"owner": person, "owner_status": OwnerStatus.ACCEPTED, "answered_at": timezone.now()}


class StrategyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Strategy

    title = factory.Sequence(lambda n: f"Strategy {n}")
    starts_on = dt.date(2026, 1, 1)
    ends_on = dt.date(2029, 12, 31)


class CoreValueFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CoreValue

    strategy = factory.SubFactory(StrategyFactory)
    name = factory.Sequence(lambda n: f"Value {n}")


class ThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Theme

    strategy = factory.SubFactory(StrategyFactory)
    name = factory.Sequence(lambda n: f"Theme {n}")


class FrameworkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Framework

    kind = FrameworkKind.PIANOO
    name = factory.Sequence(lambda n: f"Framework {n}")
    starts_on = factory.Sequence(lambda n: dt.date(2000, 1, 1) + dt.timedelta(days=n))
    source = "A public list"


class FrameworkThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FrameworkTheme

    framework = factory.SubFactory(FrameworkFactory)
    code = factory.Sequence(lambda n: f"code-{n}")
    name = factory.Sequence(lambda n: f"Theme of others {n}")


class KnowledgeCardFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = KnowledgeCard

    keyword = factory.Sequence(lambda n: f"card-{n}")
    title = factory.Sequence(lambda n: f"Card {n}")
    summary = "In one sentence"
    text = "Explained."


class ThemeMappingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ThemeMapping

    theme = factory.SubFactory(ThemeFactory)
    framework_theme = factory.SubFactory(FrameworkThemeFactory)


class GoalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Goal

    theme = factory.SubFactory(ThemeFactory)
    statement = factory.Sequence(lambda n: f"Goal {n}")


class IndicatorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Indicator

    goal = factory.SubFactory(GoalFactory)
    name = factory.Sequence(lambda n: f"Indicator {n}")
    unit = "%"


class InterimTargetFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = InterimTarget

    indicator = factory.SubFactory(
        IndicatorFactory,
        baseline=0,
        baseline_on=dt.date(2025, 12, 31),
        target=50,
        target_on=dt.date(2099, 12, 31),
    )
    on = factory.Sequence(lambda n: dt.date(2026, 1, 1) + dt.timedelta(days=n))
    value = 1


class MeasurementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Measurement

    indicator = factory.SubFactory(IndicatorFactory)
    on = factory.Sequence(lambda n: dt.date(2026, 1, 1) + dt.timedelta(days=n))
    value = 1


class ActionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Action

    theme = factory.SubFactory(ThemeFactory)
    title = factory.Sequence(lambda n: f"Action {n}")


class EditionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Edition

    strategy = factory.SubFactory(StrategyFactory)
    number = factory.Sequence(lambda n: n % 30_000 + 1)
    content = factory.LazyAttribute(lambda edition: snapshot(edition.strategy))
    decided_on = dt.date(2026, 1, 15)
    decided_by_body = DecisionBody.COUNCIL
    made_by = factory.SubFactory(UserFactory)


class MailFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Mail

    to = factory.SubFactory(UserFactory)
    subject = factory.Sequence(lambda n: f"Mail {n}")


class MailedLinkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MailedLink

    to = factory.SubFactory(UserFactory)
    action = factory.SubFactory(ActionFactory)


class QualityScoreFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = QualityScore

    strategy = factory.SubFactory(StrategyFactory)
    on = factory.Sequence(lambda n: dt.date(2026, 1, 1) + dt.timedelta(days=n))
    score = 50
    looked_at = 10
    found = 5


class ProgressReportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProgressReport

    strategy = factory.SubFactory(StrategyFactory)
    title = factory.Sequence(lambda n: f"Progress {n}")
    starts_on = dt.date(2026, 1, 1)
    ends_on = dt.date(2026, 6, 30)


class ThemeNarrativeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ThemeNarrative

    report = factory.SubFactory(ProgressReportFactory)
    theme = factory.LazyAttribute(lambda narrative: ThemeFactory(strategy=narrative.report.strategy))
    text = "It went well."


class ConsultationRoundFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ConsultationRound

    strategy = factory.SubFactory(StrategyFactory)
    starts_on = factory.LazyFunction(lambda: timezone.localdate() - dt.timedelta(days=3))
    ends_on = factory.LazyFunction(lambda: timezone.localdate() + dt.timedelta(days=18))


class InvitationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Invitation

    consultation = factory.SubFactory(ConsultationRoundFactory)
    person = factory.SubFactory(UserFactory)


class RemarkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Remark

    consultation = factory.SubFactory(ConsultationRoundFactory)
    number = factory.Sequence(lambda n: n + 1)
    paragraph = Paragraph.INTRODUCTION
    text = "This can be shorter."
    said_by = factory.SubFactory(UserFactory)
