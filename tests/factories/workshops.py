"""Workshops."""

import factory
from django.utils import timezone

from tests.factories.mvi import UserFactory
from tests.factories.strategy import CoreValueFactory
from workshops.models import (
    Cluster,
    Contribution,
    Function,
    Harvest,
    Invitation,
    Outcome,
    Participant,
    Pulse,
    PulseAddress,
    PulseAnswer,
    PulseLink,
    QuizScore,
    Series,
    Session,
    SessionDecision,
    SessionStatus,
    Step,
    StepKind,
    Vote,
)


class SeriesFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Series

    title = factory.Sequence(lambda n: f"Series {n}")


class SessionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Session

    series = factory.SubFactory(SeriesFactory)
    number = factory.Sequence(lambda n: n % 30_000)
    title = factory.Sequence(lambda n: f"Session {n}")

    class Params:
        open = factory.Trait(
            status=SessionStatus.OPEN,
            opened_at=factory.LazyFunction(timezone.now),
            opened_by=factory.SubFactory(UserFactory),
        )
        closed = factory.Trait(
            status=SessionStatus.CLOSED,
            closed_at=factory.LazyFunction(timezone.now),
            closed_by=factory.SubFactory(UserFactory),
        )


class PulseFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Pulse

    series = factory.SubFactory(SeriesFactory)
    moment = "before"


class PulseAnswerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PulseAnswer

    pulse = factory.SubFactory(PulseFactory)
    function = Function.BUYER
    awareness = desire = knowledge = ability = reinforcement = 3


class PulseAddressFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PulseAddress

    series = factory.SubFactory(SeriesFactory)
    email = factory.Sequence(lambda n: f"person{n}@gemeente.example")


class PulseLinkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PulseLink

    pulse = factory.SubFactory(PulseFactory, moment="half_year")
    address = factory.SubFactory(PulseAddressFactory, series=factory.SelfAttribute("..pulse.series"))


class OfSession(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    session = factory.SubFactory(SessionFactory)


class StepFactory(OfSession):
    class Meta:
        model = Step

    position = factory.Sequence(lambda n: n % 30_000)
    kind = StepKind.STORIES
    title = factory.Sequence(lambda n: f"Step {n}")


class SessionDecisionFactory(OfSession):
    class Meta:
        model = SessionDecision

    position = factory.Sequence(lambda n: n % 30_000)
    text = factory.Sequence(lambda n: f"Decision {n}")


class InvitationFactory(OfSession):
    class Meta:
        model = Invitation

    class Params:
        yes = factory.Trait(answer="yes", answered_at=factory.LazyFunction(timezone.now))

    email = factory.Sequence(lambda n: f"guest{n}@gemeente.example")


class QuizScoreFactory(OfSession):
    class Meta:
        model = QuizScore

    user = factory.SubFactory(UserFactory)
    moment = "before"
    score = 1
    out_of = 2


class ParticipantFactory(OfSession):
    class Meta:
        model = Participant

    name = factory.Sequence(lambda n: f"Participant {n}")


class ContributionFactory(OfSession):
    class Meta:
        model = Contribution

    text = factory.Sequence(lambda n: f"Story {n}")


class ClusterFactory(OfSession):
    class Meta:
        model = Cluster

    name = factory.Sequence(lambda n: f"Cluster {n}")


class HarvestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Harvest

    cluster = factory.SubFactory(ClusterFactory)
    contribution = factory.SubFactory(ContributionFactory)


class VoteFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Vote

    cluster = factory.SubFactory(ClusterFactory)
    participant = factory.SubFactory(ParticipantFactory, session=factory.SelfAttribute("..cluster.session"))
    dot = 1


class OutcomeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Outcome

    cluster = factory.SubFactory(ClusterFactory)
    core_value = factory.SubFactory(CoreValueFactory)
