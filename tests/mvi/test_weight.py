"""Pages are light: with their stylesheet at most 150 kB, with at most 30 kB of compressed scripts."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from tests.every_page import NAMES_BY_PART, address, one_of_everything

MOST, MOST_SCRIPT = 150_000, 30_000
BUNDLES = [settings.BASE_DIR / "static" / "build" / name for name in ("app.css", "app.js")]
ASKED = re.compile(r'<(?:link|script)\b[^>]*?\b(?:href|src)="/static/([^"?]+\.(?:css|js))"')

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _built():
    assert all(path.exists() for path in BUNDLES), "Run `npm ci && npm run build` first: there is nothing to weigh."


def weight(page):
    """Bytes of the page with its stylesheets, and of its scripts when compressed."""
    files = [Path(finders.find(name)) for name in ASKED.findall(page)]
    styles = sum(path.stat().st_size for path in files if path.suffix == ".css")
    return len(page.encode()) + styles, sum(
        len(gzip.compress(path.read_bytes())) for path in files if path.suffix == ".js"
    )


@pytest.mark.parametrize("part", NAMES_BY_PART)
def test_every_page_is_light(client, login, part):
    one_of_everything()
    login(is_superuser=True)
    answers = {name: client.get(address(name)) for name in NAMES_BY_PART[part]}
    weights = {
        name: weight(answer.content.decode())
        for name, answer in answers.items()
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
    }

    assert {name: both for name, both in weights.items() if both[0] > MOST or both[1] > MOST_SCRIPT} == {}
