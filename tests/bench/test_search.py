"""How long it takes to find something among 100,000 things, beside the page that asks what to look for.

The budget is 120 ms on the server, on a machine that does nothing else; the best of several rounds counts. What is
asserted holds on a busy machine too: so many times as long as the page that asks, which looks for nothing.
"""

import random
import time

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection

from mvi.models import SearchItem, User
from tests.factories.workshops import SessionFactory
from workshops.models import Contribution

ITEMS, PILOTS = 100_000, 10_000
BUDGET, RATIO = 120, 10  # milliseconds, and pages that ask
ROUNDS = 7
SYLLABLES = [sound + vowel for sound in "bdgklmnprst" for vowel in "aeo"]


@pytest.fixture
def case(transactional_db, client):
    """Pilots with their lessons, and stories of 30 words out of 35,937; some words are everywhere, most are rare."""
    call_command("load_demo", scale=PILOTS, verbosity=0)
    chance = random.Random(7)  # the same stories each time

    def word():
        return "".join(SYLLABLES[int(len(SYLLABLES) * chance.random() ** 2)] for _ in range(3))

    session = SessionFactory()
    for _ in range(0, ITEMS - SearchItem.objects.count(), 5_000):
        Contribution.objects.bulk_create(
            Contribution(session=session, text=" ".join(["Verhaal", *(word() for _ in range(29))]))
            for _ in range(5_000)
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE mvi_searchitem")
    client.force_login(User.objects.get(email="beleidsadviseur@demo.example"))


def best(work):
    """Milliseconds of the quickest of some rounds, after one to warm up."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times[1:])


QUESTIONS = {  # what is asked → where
    "a word that is everywhere": "/zoeken/?q=verhaal",
    "its fiftieth page": "/zoeken/?q=verhaal&page=50",
    "one kind of it": "/zoeken/?q=verhaal&kind=workshops.contribution",
    "a word in many titles": "/zoeken/?q=onderhoud",
    "a word in many texts": "/zoeken/?q=bababa",
    "a rare word": "/zoeken/?q=tototo",
    "two words": "/zoeken/?q=verhaal+sotabe",
    "exactly so": "/zoeken/?q=%22dekeba+verhaal%22+or+%22oude+klinkers%22",
    "not so": "/zoeken/?q=onderhoud+-klazienaveen",
    "one or the other": "/zoeken/?q=klinkers+or+bababa",
    "a typing error": "/zoeken/?q=onderhuod",
    "two typing errors": "/zoeken/?q=zwemabd+klinekrs",
    "nothing like it": "/zoeken/?q=wxyzwxyz",
    "a letter in the header": "/zoeken/suggesties/?q=k",
    "a word in the header": "/zoeken/suggesties/?q=klinkers",
    "a word that is everywhere in the header": "/zoeken/suggesties/?q=verha",
}


@pytest.mark.usefixtures("case")
def test_one_thing_among_a_hundred_thousand_is_found_in_a_moment(client, capsys):
    asking = best(lambda: client.get("/zoeken/"))
    cache.clear()
    start = time.perf_counter()
    client.get(QUESTIONS["a typing error"])
    found = {"the first typing error of an hour": 1000 * (time.perf_counter() - start)}
    found |= {asked: best(lambda address=address: client.get(address)) for asked, address in QUESTIONS.items()}

    with capsys.disabled():
        print(f"\n{SearchItem.objects.count()} things; the page that asks: {asking:.0f} ms", end="")  # noqa: T201
        for asked, took in found.items():
            print(f"\n{asked}: {took:.0f} ms (budget {BUDGET}), {took / asking:.1f} × asking", end="")  # noqa: T201
    assert SearchItem.objects.count() >= ITEMS
    assert {asked: took / asking for asked, took in found.items() if took > RATIO * asking} == {}
