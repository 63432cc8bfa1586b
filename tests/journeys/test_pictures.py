"""Pictures of the documentation and the manual, taken from the application itself; `make pictures` keeps them.

With each picture of the manual the words are kept that could be pressed or read as a heading when it was taken. When
the page says something else by now, the picture is old, and the suite says so.
"""

import base64
import json
import os
import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from mvi.manual import HEIGHT, WIDTH
from mvi.models import User
from pilots.models import Pilot
from strategy.models import Action, ConsultationRound, Goal, KnowledgeCard, Strategy
from workshops.models import Series, Session

KEEP = os.environ.get("KEEP_PICTURES")
MANUAL = settings.BASE_DIR / "static" / "images" / "help"
WORDS = MANUAL / "words.json"
SEEN = """() => [...document.querySelectorAll("h1, h2, .utrecht-button, main button, label, .tabs a, .site-nav a")]
    .filter((place) => place.checkVisibility() && place.getBoundingClientRect().top < innerHeight)
    .map((place) => place.innerText.replace(/\\d+/g, "#").replace(/\\s+/g, " ").trim())"""


def pilot(page, name="Aquarena"):
    return reverse(f"pilots:{page}", args=[Pilot.objects.get(name__contains=name).slug])


def of(page, model):
    return reverse(page, args=[model.objects.order_by("pk").first().pk])


PICTURES = {  # name in static/images/help → whose page it is, and its address
    "inloggen": ("", lambda: reverse("account_login")),
    "overzicht": ("bestuurder", lambda: reverse("overview:dashboard")),
    "zoeken": ("inkoper", lambda: reverse("overview:search") + "?q=circulair"),
    "rode-draad": ("bestuurder", lambda: reverse("overview:thread") + "#drawing"),
    "meldingen": ("inkoper", lambda: reverse("news:list")),
    "aangeboden": ("projectleider", lambda: of("strategy:action-detail", Action)),
    "consultatie": ("beleidsadviseur", lambda: of("strategy:consultation-detail", ConsultationRound)),
    "strategie": ("beleidsadviseur", lambda: reverse("strategy:strategy")),
    "doel": ("beleidsadviseur", lambda: of("strategy:goal-detail", Goal)),
    "kwaliteitstoets": ("beleidsadviseur", lambda: of("strategy:quality", Strategy)),
    "rapporten": ("beleidsadviseur", lambda: reverse("reports:list")),
    "intake": ("inkoper", lambda: reverse("pilots:pilot-add")),
    "pilot": ("inkoper", lambda: pilot("pilot-detail", "bermen")),
    "procedure": ("inkoper", lambda: reverse("pilots:procedure-helper")),
    "criteria": ("inkoper", lambda: pilot("pilot-criteria")),
    "kpi": ("inkoper", lambda: pilot("pilot-results")),
    "importeren": ("inkoper", lambda: reverse("pilots:pilot-import")),
    "planning": ("projectleider", lambda: pilot("pilot-planning")),
    "lessen": ("projectleider", lambda: reverse("pilots:lesson-list")),
    "reeks": ("begeleider", lambda: of("workshops:series-detail", Series)),
    "sessie": ("begeleider", lambda: of("workshops:session-detail", Session)),
    "regie": ("begeleider", lambda: of("workshops:console", Session)),
    "cijfers": ("bestuurder", lambda: reverse("overview:charts")),
    "gebruikers": ("beheerder", lambda: reverse("admin:mvi_user_changelist")),
    "beheer": ("beheerder", lambda: reverse("admin:strategy_theme_changelist")),
    "organisatie": ("beheerder", lambda: reverse("admin:mvi_organisation_change", args=[1])),
}


@pytest.fixture
def case(transactional_db):
    """The Emmen case, whose people know the tour by now.

    Without the knowledge cards of a new database: they are there only as long as no test before emptied the tables.
    """
    KnowledgeCard.objects.all().delete()
    call_command("load_demo", verbosity=0)
    User.objects.update(toured_at=timezone.now())


def account(name):
    return User.objects.get(email=f"{name}@demo.example")


def test_the_page_can_be_shown_to_a_mayor(page, log_in, case, tmp_path):
    log_in(page, account("beleidsadviseur"))
    page.goto("/")
    folder = settings.BASE_DIR / "docs" / "images" if KEEP else tmp_path

    page.screenshot(path=folder / "overview.png")

    assert page.get_by_role("heading", level=1).inner_text() == "Overzicht"
    assert (folder / "overview.png").stat().st_size < 250_000


def photograph(page):
    """The page as webp, which weighs a third of png; playwright itself makes none."""
    camera = page.context.new_cdp_session(page)
    taken = camera.send("Page.captureScreenshot", {"format": "webp", "quality": 70})
    camera.detach()  # twenty that stay behind have kept a browser from closing
    return base64.b64decode(taken["data"])


def test_the_pictures_of_the_manual_show_what_the_pages_say(new_page, log_in, case, tmp_path):
    folder = MANUAL if KEEP else tmp_path
    words, pages = {}, {}
    for name, (who, address) in PICTURES.items():
        if who not in pages:
            pages[who] = new_page(viewport={"width": WIDTH, "height": HEIGHT})
            if who:
                log_in(pages[who], account(who))
        page = pages[who]
        answer = page.goto(address())
        assert answer.status == 200, name
        (folder / f"{name}.webp").write_bytes(photograph(page))
        words[name] = page.evaluate(SEEN)
    if KEEP:
        WORDS.write_text(json.dumps(words, ensure_ascii=False, indent=1) + "\n")

    assert {name for name in PICTURES if (folder / f"{name}.webp").stat().st_size > 60_000} == set()
    kept = json.loads(WORDS.read_text())
    old = {name: sorted(set(seen) ^ set(kept.get(name, []))) for name, seen in words.items() if seen != kept.get(name)}
    assert old == {}, "These pages changed since their picture was taken: run `make pictures` and look at them."


def test_every_picture_is_in_the_manual_and_every_picture_of_the_manual_is_there():
    text = "".join(path.read_text() for path in (settings.BASE_DIR / "docs" / "handleiding").glob("*.md"))

    assert set(re.findall(r"static/images/help/([\w-]+)\.webp", text)) == set(PICTURES)
    assert {path.stem for path in MANUAL.glob("*.webp")} == set(PICTURES)
