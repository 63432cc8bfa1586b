"""How long the pages of pilots take with 10,000 of them; against a bare answer with the same SQL in the same run.

The budgets are those of a machine with two cores that does nothing else; what is asserted holds on a busy one too.
"""

import io
import statistics
import time

import pytest
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mvi.models import User
from pilots.models import Pilot
from strategy.models import CoreValue, Theme

PILOTS = 10_000
TIMES = 15


@pytest.fixture
def person(transactional_db):
    call_command("load_demo", scale=PILOTS, verbosity=0)
    with connection.cursor() as cursor:
        # What other measurements took back left the tables ten times as large; the figures PostgreSQL counts by itself.
        cursor.execute("VACUUM (FULL, ANALYZE)")
    return User.objects.get(email="inkoper@demo.example")


@pytest.fixture
def get(person, client):
    """Asks the application as a server does: the client of the tests copies the context of each template it sees."""
    client.force_login(person)
    client.get("/")  # gives a cookie against forged forms, which a browser keeps
    application = get_wsgi_application()
    cookies = "; ".join(f"{name}={cookie.value}" for name, cookie in client.cookies.items())

    def ask(address):
        path, _mark, query = address.partition("?")
        asked = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "HTTP_COOKIE": cookies}
        asked |= {
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "wsgi.input": io.BytesIO(),
            "wsgi.url_scheme": "http",
        }
        said = []
        answer = application(asked, lambda status, headers, _error=None: said.append(status))
        page = b"".join(answer)
        answer.close()
        assert said == ["200 OK"]
        return page

    return ask


def median(work):
    work()
    times = []
    for _ in range(TIMES):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def bare(queries):
    """The least that any page takes: a connection that lives, the same SQL, and its rows as text."""
    connection.health_check_done = False
    connection.close_if_health_check_failed()
    with connection.cursor() as cursor:
        for sql in queries:
            cursor.execute(sql)
            "".join(str(row) for row in cursor.fetchall())


@pytest.mark.usefixtures("as_served")
def test_the_pages_of_ten_thousand_pilots(person, get, capsys):
    theme, value = Theme.objects.first().pk, CoreValue.objects.first().pk
    detail = Pilot.objects.filter(slug__startswith="voorbeeld-").first().get_absolute_url()
    filters = [
        f"theme={theme}",
        f"core_value={value}",
        f"owner={person.pk}",
        "phase=tender",
        "standing=parked",
        "cpv=45",
    ]
    filters += ["procedure=open", "r_strategy=R3", "year=2024", "biobased=yes", "q=onderhoud", "q=klinkers+weiteveen"]
    pages = {  # address → budget in milliseconds
        "/pilots/": 25,
        "/pilots/?page=90": 25,
        **{f"/pilots/?{words}": 25 for words in filters},
        "/pilots/?rows=100": 60,
        detail: 40,
        "/zoeken/?q=onderhoud": 60,
    }
    found, queries = {}, {}
    for address in pages:
        found[address] = median(lambda address=address: get(address))
        with CaptureQueriesContext(connection) as captured:
            get(address)
        queries[address] = [query["sql"] for query in captured if query["sql"].lstrip().startswith("SELECT")]
    size = len(get("/pilots/?rows=100")) / 1000
    ratio = median(lambda: bare(queries["/pilots/"])) / median(lambda: get("/pilots/"))

    with capsys.disabled():
        for address, budget in pages.items():
            print(f"\n{address}: {found[address]:.1f} ms (budget {budget}), {len(queries[address])} queries", end="")  # noqa: T201
        print(f"\n100 rows: {size:.0f} kB; the list makes {ratio:.0%} of the pages per second of a bare answer")  # noqa: T201
    assert len(queries["/pilots/?page=90"]) == len(queries["/pilots/"]) == len(queries["/pilots/?rows=100"])
    assert found["/pilots/?page=90"] < 1.5 * found["/pilots/"]
    assert size < 80
