"""A session as it is: 300 phones that ask for news, ten stories a second, and everybody votes at the same moment.

Against several web processes, as for real, on this machine only. What is asserted holds on a busy machine too; the
delay is for who reads it: within one second at the 95th percentile on two cores that do nothing else.
"""

import asyncio
import json
import os
import random
import socket
import subprocess
import time
import uuid
from bisect import bisect_left
from contextlib import contextmanager
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection
from django.db.models import Count
from django.http import HttpResponse
from django.urls import reverse

from mvi.management.commands.demo import wait_until_it_answers, web_server
from tests.bench.crowd import ON_A_SCREEN, TOKEN, Phone
from tests.factories.mvi import UserFactory
from tests.factories.workshops import ClusterFactory, ParticipantFactory, SessionFactory, StepFactory
from workshops import actions, phones
from workshops.models import Contribution, StepKind, Vote

PHONES, SCREENS = 300, 2
SECONDS, A_SECOND = 15, 10  # how long stories come in, and how many each second
SETTLE = 3  # seconds after the last story in which it may still arrive
DOTS, TRIES = 3, 4


@contextmanager
def web_processes():
    """The web server with two processes, on the database of this test."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        web_server(port),
        cwd=settings.BASE_DIR,
        env=os.environ | {"MVI_DEMO": "1", "SECRET_KEY": settings.SECRET_KEY, "DATABASE_URL": database_address()},
    )
    try:
        wait_until_it_answers(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(10)


def database_address():
    to = connection.get_connection_params()
    secret = f":{quote(to['password'], safe='')}" if to.get("password") else ""
    port = f":{to['port']}" if to.get("port") else ""
    return f"postgresql://{quote(to['user'], safe='')}{secret}@{quote(to['host'], safe='')}{port}/{to['dbname']}"


def cookie_of(participant):
    response = phones.remember(HttpResponse(), participant)
    name = phones.cookie_of(participant.session_id)
    return f"{name}={response.cookies[name].coded_value}; {settings.CSRF_COOKIE_NAME}={TOKEN}"


@pytest.fixture
def session(transactional_db):
    session = SessionFactory(open=True, dots=DOTS)
    StepFactory(session=session, position=1, kind=StepKind.STORIES, is_current=True)
    StepFactory(session=session, position=2, kind=StepKind.VOTE)
    for _ in range(TRIES):
        ClusterFactory(session=session)
    return session


@pytest.fixture
def crowd(session):
    people = [ParticipantFactory(session=session, function="inkoper") for _ in range(PHONES)]
    return [cookie_of(person) for person in people]


async def tell(room, path):
    """Stories one after the other, each from some phone; every tenth is sent twice, as after a lost network."""
    sent, jobs = {}, []

    async def one(phone, text):
        form = {"key": str(uuid.uuid4()), "kind": "story", "text": text}
        sent[text] = time.monotonic()
        status = await phone.send(path, **form)
        if text.endswith("0."):
            await phone.send(path, **form)
        return text, status, time.monotonic()

    start = time.monotonic()
    for number in range(SECONDS * A_SECOND):
        await asyncio.sleep(max(0, start + number / A_SECOND - time.monotonic()))
        jobs.append(asyncio.create_task(one(random.choice(room), f"Verhaal nummer {number:04}.")))
    answers = await asyncio.gather(*jobs)
    return sent, [text for text, status, _at in sorted(answers, key=lambda row: row[2]) if status == 200]


async def everybody_tells(port, crowd, screen, session):
    room = [Phone(port, cookie) for cookie in crowd]
    screens = [Phone(port, screen) for _ in range(SCREENS)]
    until = time.monotonic() + SECONDS + SETTLE
    news = reverse("phone:news", args=[session.join_code])
    console = reverse("workshops:console", args=[session.pk])
    watching = [phone.watch(news, until) for phone in room] + [
        one.watch(console, until, ON_A_SCREEN) for one in screens
    ]
    mouths = [Phone(port, cookie) for cookie in crowd]  # a phone sends while it waits for news
    (sent, accepted), *_ends = await asyncio.gather(
        tell(mouths, reverse("phone:tell", args=[session.join_code])), *watching
    )
    await asyncio.gather(*(phone.leave() for phone in [*room, *screens, *mouths]))
    return room, screens, sent, accepted


async def everybody_votes(port, crowd, session, clusters):
    """All at once, each in two tabs, and each tries to give more than it has."""
    path = reverse("phone:give", args=[session.join_code])
    tabs = [[Phone(port, cookie), Phone(port, cookie)] for cookie in crowd]
    statuses = await asyncio.gather(
        *(
            pair[place % 2].send(path, cluster=cluster, dots=1)
            for pair in tabs
            for place, cluster in enumerate(clusters)
        )
    )
    await asyncio.gather(*(phone.leave() for pair in tabs for phone in pair))
    return statuses


def delays_on_phones(room, sent, accepted):
    """From sending the n-th story that was kept until a phone knew of n stories."""
    for phone in room:
        moments = [at for at, _content in phone.seen]
        told = [json.loads(content)["told"] for _at, content in phone.seen]
        for number, text in enumerate(accepted, start=1):
            place = bisect_left(told, number)
            if place < len(told):
                yield max(0, moments[place] - sent[text])


def delays_on_screens(screens, sent, accepted):
    """From sending a story until its words stood on the console."""
    for screen in screens:
        for text in accepted:
            first = next((at for at, content in screen.seen if text.encode() in content), None)
            if first is not None:
                yield first - sent[text]


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def test_a_room_of_three_hundred_phones(session, crowd, client, capsys):
    facilitator = UserFactory(is_superuser=True)
    client.force_login(facilitator)
    screen = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    clusters = list(session.clusters.values_list("pk", flat=True))

    with web_processes() as port:
        room, screens, sent, accepted = asyncio.run(everybody_tells(port, crowd, screen, session))
        actions.go_to_step(step=session.steps.get(kind=StepKind.VOTE), by=facilitator)
        start = time.monotonic()
        statuses = asyncio.run(everybody_votes(port, crowd, session, clusters))
        voting = time.monotonic() - start

    kept = list(Contribution.objects.values_list("text", flat=True))
    lost, doubled = len(set(sent) - set(kept)), len(kept) - len(set(kept))
    votes = Vote.objects.values("participant").annotate(number=Count("pk"))
    over = sum(row["number"] > DOTS for row in votes)
    on_phones = list(delays_on_phones(room, sent, accepted))
    on_screens = list(delays_on_screens(screens, sent, accepted))
    with capsys.disabled():
        asked = sum(phone.asked for phone in [*room, *screens]) / (SECONDS + SETTLE)
        print(f"\n{PHONES} phones asked {asked:.0f} times a second; {len(sent)} stories in {SECONDS} s")  # noqa: T201
        for name, delays in (("phones", on_phones), ("console", on_screens)):
            median, most = percentile(delays, 0.5), percentile(delays, 0.95)
            print(f"delay to {name}: median {median:.2f} s, 95% within {most:.2f} s (budget 1 s)")  # noqa: T201
        print(f"lost {lost}, doubled {doubled}")  # noqa: T201
        given = sum(row["number"] for row in votes)
        print(f"{len(statuses)} votes tried in {voting:.1f} s: {given} kept, over {DOTS}: {over}")  # noqa: T201
    assert (lost, doubled, over) == (0, 0, 0)
    assert len(on_phones) == PHONES * len(sent)
    assert len(on_screens) == SCREENS * len(sent)
    assert {row["number"] for row in votes} == {DOTS}
