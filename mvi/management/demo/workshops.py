"""The three workshops of the case: what people told in them was made up, what came out of them is the strategy."""

import datetime as dt
from zoneinfo import ZoneInfo

from pilots.models import Pilot
from strategy.models import CoreValue, Goal, Strategy, Theme
from workshops.models import (
    CanvasField,
    Cluster,
    Contribution,
    ContributionKind,
    Harvest,
    Invitation,
    Outcome,
    Participant,
    Series,
    Session,
    SessionDecision,
    SessionStatus,
    Step,
    StepKind,
    Vote,
    new_join_code,
)

from . import stories
from .programme import FUNCTIONS, LOOK_BACK, PRACTICE, SESSIONS
from .pulse import add_pulses

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def add_workshops(people, today):
    series = Series.objects.create(
        title="Op weg naar een MVI-strategie",
        aim="In drie bijeenkomsten van verhalen naar waarden en thema’s, en van daar naar drie echte opdrachten. De "
        "data, de deelnemers en de verhalen zijn voorbeelden.",
        strategy=Strategy.objects.current(),
        is_example=True,
    )
    first, second, third = (
        add_session(series, number, session, people) for number, session in enumerate(SESSIONS, start=1)
    )
    told = add_contributions(first, stories.TOLD, ContributionKind.STORY)
    cluster(first, stories.CLUSTERS_OF_STORIES, told, people)
    told = add_contributions(second, stories.IDEAS, ContributionKind.IDEA)
    cluster(second, stories.CLUSTERS_OF_IDEAS, told, people)
    told = add_contributions(third, stories.CANVAS, ContributionKind.IDEA)
    cluster(third, stories.CLUSTERS_OF_CANVAS, told, people)
    add_pulses([first, third], people)
    look_back = Series.objects.create(
        title="Terugkijken en bijsturen",
        aim="Elk half jaar kijken we samen of de strategie nog klopt met wat er gebeurt.",
        strategy=Strategy.objects.current(),
        is_example=True,
    )
    tuesday = today + dt.timedelta(days=21 + (1 - today.weekday()) % 7)
    planned = add_session(look_back, 1, LOOK_BACK | {"on": tuesday}, people)
    invite(planned, people, today)
    practice = Series.objects.create(
        title="Oefenen met een werksessie",
        aim="Een sessie die open is: hier kan alles worden geprobeerd.",
        is_example=True,
    )
    going_on = add_session(practice, 1, PRACTICE | {"on": today}, people)
    Step.objects.filter(pk=going_on.steps.first().pk).update(is_current=True)


def add_session(series, number, programme, people):
    starts_at = dt.datetime.combine(programme["on"], dt.time(13, 30), tzinfo=AMSTERDAM)
    session = Session.objects.create(
        series=series,
        number=number,
        title=programme["title"],
        aim=programme["aim"],
        starts_at=starts_at,
        ends_at=starts_at + dt.timedelta(minutes=sum(minutes for *_step, minutes, _instructions in programme["steps"])),
        place=programme["place"],
        facilitator=people["begeleider"],
        status=programme["status"],
        is_example=True,
        join_code=programme.get("join_code") or new_join_code(),
    )
    Step.objects.bulk_create(
        Step(
            session=session,
            position=position,
            kind=kind,
            title=title,
            minutes=minutes,
            instructions=instructions,
            moment=programme["moment"] if kind == StepKind.PULSE else "",
            is_example=True,
        )
        for position, (kind, title, minutes, instructions) in enumerate(programme["steps"], start=1)
    )
    SessionDecision.objects.bulk_create(
        SessionDecision(
            session=session,
            position=position,
            text=text,
            owner=people[owner] if owner else None,
            due_on=programme["on"] + dt.timedelta(days=days) if days else None,
            is_example=True,
        )
        for position, (text, owner, days) in enumerate(programme.get("decisions", []), start=1)
    )
    if programme["status"] == SessionStatus.CLOSED:
        Participant.objects.bulk_create(
            Participant(
                session=session,
                name=f"{function.capitalize()} {number}",
                function=function,
                department=department,
                joined_at=starts_at,
                is_example=True,
            )
            for function, department, number in FUNCTIONS
        )
    return session


def invite(session, people, today):
    """The demo accounts; half of them answered."""
    asked_at = dt.datetime.combine(today, dt.time(9), tzinfo=AMSTERDAM) - dt.timedelta(days=2)
    answers = ["yes", "maybe", "", "yes", "no", ""]
    Invitation.objects.bulk_create(
        Invitation(
            session=session,
            email=person.email,
            function=account,
            department=person.department,
            mailed_at=asked_at,
            told=session.appointment,
            answer=answer,
            answered_at=asked_at + dt.timedelta(hours=4) if answer else None,
        )
        for (account, person), answer in zip(people.items(), answers, strict=True)
    )


def add_contributions(session, texts, kind):
    """Each story by its name in stories.py; the tellers take turns."""
    step = session.steps.filter(kind__in=["stories", "concretise", "canvas"]).first()
    participants = list(session.participants.order_by("pk"))
    rows = [
        Contribution(
            session=session,
            step=step,
            participant=participants[turn % len(participants)],
            kind=kind,
            text=text,
            function=participants[turn % len(participants)].function,
            told_at=session.starts_at + dt.timedelta(minutes=40 + turn),
            is_example=True,
        )
        for turn, text in enumerate(texts.values())
    ]
    return dict(zip(texts, Contribution.objects.bulk_create(rows), strict=True))


def cluster(session, clusters, told, people):
    """Groups with what they became, and the dots that people gave to them."""
    became, wanted = {}, []
    for position, (name, outcome, dots, members) in enumerate(clusters, start=1):
        group = Cluster.objects.create(session=session, name=name, position=position, is_example=True)
        Harvest.objects.bulk_create(
            Harvest(cluster=group, contribution=told[member], is_example=True) for member in members.split()
        )
        wanted += [group] * dots
        became[group] = outcome
    vote(session, wanted)
    for group, outcome in became.items():
        if outcome:
            Outcome.objects.create(
                cluster=group,
                settled_at=session.ends_at,
                settled_by=people["begeleider"],
                is_example=True,
                **target(*outcome),
            )


def vote(session, wanted):
    """Everybody gives their first dot, then their second: nobody more than they have."""
    participants = list(session.participants.order_by("pk"))
    Vote.objects.bulk_create(
        Vote(
            participant=participants[turn % len(participants)],
            cluster=group,
            dot=turn // len(participants) + 1,
            is_example=True,
        )
        for turn, group in enumerate(wanted)
    )


def target(kind, name, canvas_field=""):
    """The row that a cluster became, by the start of its name."""
    if kind == "value":
        return {"core_value": CoreValue.objects.get(name=name)}
    if kind == "theme":
        return {"theme": Theme.objects.get(name=name)}
    if kind == "goal":
        return {"goal": Goal.objects.get(statement__startswith=name)}
    return {"pilot": Pilot.objects.get(name__startswith=name), "canvas_field": CanvasField(canvas_field)}
