"""A new series, from the three sessions that come with the product or as a copy of another series."""

from django.db import transaction
from django.utils.translation import gettext as _

from workshops.models import Series, Session, Step
from workshops.programme import THREE_SESSIONS, PlannedStep


@transaction.atomic
def start_from_three_sessions(*, series: Series) -> None:
    """Background and stories, make it concrete, work out the pilots: each with its programme."""
    for number, (title, aim, steps) in enumerate(THREE_SESSIONS, start=1):
        session = Session.objects.create(series=series, number=number, title=_(title), aim=_(aim))
        Step.objects.bulk_create(
            Step(
                session=session,
                position=position,
                kind=step.kind,
                moment=step.moment,
                title=_(step.title),
                minutes=step.minutes,
                question=step.question and _(step.question),
                instructions=step.instructions and _(step.instructions),
                materials=step.materials and _(step.materials),
            )
            for position, step in enumerate((PlannedStep(*step) for step in steps), start=1)
        )


@transaction.atomic
def copy_programme(*, source: Series, series: Series) -> None:
    """The sessions and steps of another series; who took part and what they told is not copied, nor are the dates."""
    for session in source.sessions.in_use():
        copied = Session.objects.create(
            series=series, number=session.number, title=session.title, aim=session.aim, dots=session.dots
        )
        Step.objects.bulk_create(
            Step(
                session=copied,
                position=step.position,
                kind=step.kind,
                moment=step.moment,
                title=step.title,
                minutes=step.minutes,
                question=step.question,
                instructions=step.instructions,
                materials=step.materials,
            )
            for step in session.steps.all()
        )
