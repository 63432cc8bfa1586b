"""A session from the first story to the strategy: a facilitator, a big screen and six phones, all real browsers."""

import re

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import expect

from mvi import roles
from pilots.models import Pilot
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotFactory
from tests.factories.strategy import StrategyFactory
from tests.factories.workshops import (
    ClusterFactory,
    ContributionFactory,
    HarvestFactory,
    SessionFactory,
    StepFactory,
)
from workshops.models import Contribution, Harvest, StepKind, Vote

PHONE = {"viewport": {"width": 390, "height": 800}}
STORIES = [
    ("inkoper", "Een boer vroeg om ons maaisel, maar het bestek liet het niet toe."),
    ("projectleider", "We sloopten een school en kochten elders nieuwe balken."),
    ("beleidsadviseur", "Geef de markt ruimte, dan komt er meer uit dan je bedenkt."),
    ("inkoper", "Niet het hoe voorschrijven."),
    ("accountmanager", "Zonder de chemiebedrijven redden we het niet."),
    ("projectleider", "Beheer en inkoop zaten voor het eerst aan één tafel."),
]


@pytest.fixture
def session():
    """A session in a series for the current strategy: tell, cluster, vote, settle."""
    session = SessionFactory(
        title="Verhalen", dots=3, join_code="KX74PM", series__strategy=StrategyFactory(is_current=True)
    )
    kinds = [StepKind.STORIES, StepKind.CLUSTER, StepKind.VOTE, StepKind.SETTLE]
    for place, kind in enumerate(kinds, start=1):
        StepFactory(session=session, position=place, kind=kind, title=str(kind.label).capitalize(), minutes=20)
    return session


@pytest.fixture
def facilitator():
    roles.apply()
    user = UserFactory(name="Begeleider")
    user.groups.add(Group.objects.get(name="facilitator"))
    return user


def note(place, text):
    return place.locator(".note", has_text=text)


def wait_for(page, condition):
    """Let the browser go on until it is so; it fails by itself when that never comes."""
    for _tenth in range(150):
        if condition():
            return
        page.wait_for_timeout(100)
    raise AssertionError("It did not happen within fifteen seconds.")


def drag(source, target):
    """Lift it before the page scrolls to the target: otherwise what lies under the pointer by then is taken along."""
    mouse = source.page.mouse
    source.hover(position={"x": 20, "y": 15})
    box = source.bounding_box()
    mouse.down()
    mouse.move(box["x"] + 30, box["y"] + 25, steps=3)
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=3)
    mouse.up()


def take_part(page, function, number):
    page.goto(reverse("phone:enter"))
    page.get_by_label("Code").fill("kx7-4pm")
    page.get_by_role("button", name="Verder").click()
    page.get_by_label("Naam of bijnaam").fill(f"Deelnemer {number}")
    page.get_by_label("Functie").fill(function)
    page.get_by_role("button", name="Meedoen").click()
    expect(page.get_by_role("button", name="Meedoen")).to_have_count(0)
    page.wait_for_load_state()  # the script that keeps what is typed is there
    return page


def test_from_the_first_story_to_the_strategy(new_page, log_in, session, facilitator):
    console = log_in(new_page(), facilitator)
    screen = log_in(new_page(), facilitator)
    console.on("dialog", lambda dialog: dialog.accept())
    console.goto(reverse("workshops:console", args=[session.pk]))
    console.get_by_role("button", name="Sessie openen").click()
    expect(console.get_by_role("button", name="Volgende stap")).to_be_visible()
    screen.goto(reverse("workshops:screen", args=[session.pk]))
    expect(screen.get_by_text("KX7-4PM")).to_be_visible()

    # Six people tell a story; the third without a network, which comes back later.
    phones = [take_part(new_page(**PHONE), function, number) for number, (function, _text) in enumerate(STORIES)]
    for phone, (_function, text) in zip(phones, STORIES, strict=True):
        offline = phone is phones[2]
        phone.context.set_offline(offline)
        phone.get_by_label("Wat wilt u vertellen?").fill(text)
        phone.get_by_role("button", name="Versturen").click()
        if offline:
            expect(phone.get_by_text("Geen verbinding.")).to_be_visible()
    expect(console.locator("[data-told]")).to_have_text("5")
    phones[2].context.set_offline(False)
    for place in (console, screen):
        expect(place.locator("[data-told]")).to_have_text("6", timeout=20_000)
    assert Contribution.objects.count() == 6
    phones[0].reload()
    expect(note(phones[0], STORIES[0][1])).to_be_visible()

    # Clusters: one note is moved with the button, one is dragged; a mistake is undone.
    console.get_by_role("button", name="Volgende stap").click()
    for name in ("Ruimte", "Verbinden"):
        console.get_by_label("Nieuw cluster").last.fill(name)
        console.get_by_role("button", name="Toevoegen").click()
        expect(console.get_by_role("heading", name=name)).to_be_visible()
    waiting = note(console, "Geef de markt ruimte")
    waiting.get_by_role("combobox").select_option(label="Ruimte")
    waiting.get_by_role("button", name="Verplaatsen").click()
    space = console.get_by_role("region", name="Ruimte")
    expect(note(space, "Geef de markt ruimte")).to_be_visible()
    drag(note(console, "Niet het hoe"), space.get_by_role("heading", name="Ruimte"))
    expect(note(space, "Niet het hoe")).to_be_visible()
    console.get_by_role("button", name="Laatste wijziging van het bord ongedaan maken").click()
    expect(note(space, "Niet het hoe")).to_have_count(0)
    expect(note(screen.get_by_role("region", name="Ruimte"), "Geef de markt ruimte")).to_be_visible()

    # Everybody votes; the screen shows it only when it is revealed.
    console.get_by_role("button", name="Volgende stap").click()
    for phone in phones:
        more = phone.get_by_role("button", name="Een stem meer (Ruimte)")
        for left in ("U hebt nog 2 stemmen", "U hebt nog 1 stem", "U hebt al uw stemmen gegeven"):
            more.click()
            expect(phone.get_by_text(left)).to_be_visible()
        expect(more).to_be_disabled()
    assert Vote.objects.count() == 18
    expect(screen.get_by_text("18 stemmen gegeven")).to_be_visible()
    expect(screen.get_by_text("● 18")).to_have_count(0)
    console.get_by_role("button", name="Stemmen op het scherm tonen").click()
    expect(screen.get_by_text("● 18")).to_be_visible()

    # What it became, and where that came from.
    console.get_by_role("button", name="Volgende stap").click()
    space.get_by_text("Maak hiervan").click()
    space.get_by_role("link", name="kernwaarde").click()
    console.get_by_role("button", name="Vaststellen").click()
    console.get_by_role("link", name="Ruimte", exact=True).click()
    origin = console.get_by_role("region", name="Komt voort uit")
    expect(origin.get_by_text("Geef de markt ruimte")).to_be_visible()
    expect(origin.get_by_text("beleidsadviseur")).to_be_visible()
    expect(screen.get_by_text("kernwaarde: Ruimte")).to_be_visible()

    # In the same session a cluster becomes the ambition of a pilot.
    pilot = PilotFactory(name="Maaien van bermen", slug="maaien-van-bermen")
    console.goto(session.get_absolute_url())
    bond = console.get_by_role("region", name="Verbinden")
    bond.get_by_text("Maak hiervan").click()
    bond.get_by_role("link", name="onderdeel van een pilotcanvas").click()
    console.get_by_label("Pilot", exact=True).select_option(label="Maaien van bermen")
    console.get_by_label("Veld van het canvas").select_option(label="ambitie")
    console.get_by_label("Tekst").fill("Maaisel is een grondstof.")
    console.get_by_role("button", name="Vaststellen").click()
    wait_for(console, Pilot.objects.filter(pk=pilot.pk, ambition="Maaisel is een grondstof.").exists)

    console.goto(reverse("workshops:console", args=[session.pk]))
    console.get_by_role("button", name="Sessie sluiten").click()
    expect(phones[0].get_by_text("Deze sessie is gesloten. Bedankt voor het meedoen.")).to_be_visible()
    expect(screen.get_by_text("Bedankt voor het meedoen.")).to_be_visible()


@pytest.fixture
def clustering(session):
    """The session goes on at the step in which clusters are made, with a first cluster and two stories that wait."""
    session.status = "open"
    session.save()
    session.steps.filter(kind=StepKind.CLUSTER).update(is_current=True)
    ClusterFactory(session=session, name="Ruimte")
    for text in ("Eerste verhaal", "Tweede verhaal"):
        ContributionFactory(session=session, text=text)
    return session


@pytest.fixture
def console(new_page, log_in, clustering, facilitator):
    page = log_in(new_page(), facilitator)
    page.goto(reverse("workshops:console", args=[clustering.pk]))
    expect(page.locator("[data-countdown], [data-told]").first).to_be_visible()
    return page


def of(verb):
    return re.compile(rf"/regie/{verb}/$")


def test_what_is_typed_on_the_console_survives_a_slow_answer(console):
    slow = []
    console.route(of("stap"), lambda route: slow.append(route))
    console.get_by_role("button", name="Volgende stap").click()
    name = console.get_by_role("textbox", name="Nieuw cluster")
    name.fill("Verbinden")
    wait_for(console, lambda: slow)
    slow[0].continue_()
    expect(console.get_by_role("listitem").filter(has_text="Stem (nu)")).to_be_visible()

    expect(name).to_have_value("Verbinden")
    expect(name).to_be_focused()
    console.get_by_role("button", name="Toevoegen").click()
    expect(console.get_by_role("heading", name="Verbinden")).to_be_visible()
    expect(name).to_have_value("")


def test_what_is_typed_after_news_came_first_is_not_emptied_by_the_answer(console):
    late = []
    console.route(of("cluster"), lambda route: late.append((route, route.fetch())) if not late else route.continue_())
    name = console.get_by_role("textbox", name="Nieuw cluster")
    add = console.get_by_role("button", name="Toevoegen")
    name.fill("Verbinden")
    add.click()
    expect(console.get_by_role("heading", name="Verbinden")).to_be_visible()  # by the news: the answer is not there yet
    wait_for(console, lambda: late)
    name.fill("Vertrouwen")
    add.click()
    route, answer = late[0]
    route.fulfill(response=answer)

    expect(console.get_by_role("heading", name="Vertrouwen")).to_be_visible()
    expect(name).to_have_value("")


def test_what_was_refused_on_the_console_stays_typed(console):
    name = console.get_by_role("textbox", name="Nieuw cluster")
    name.fill("ruimte")
    console.get_by_role("button", name="Toevoegen").click()

    expect(console.get_by_role("alert")).to_contain_text("Deze sessie heeft al een cluster met deze naam.")
    expect(name).to_have_value("ruimte")


def test_the_console_does_not_show_an_answer_that_was_overtaken(console, clustering):
    old = []

    def keep(route):
        if route.request.method == "GET" and "x-part" in route.request.headers:
            old.append((route, route.fetch()))
        else:
            route.continue_()

    console.route(re.compile(r"/regie/$"), keep)
    wait_for(console, lambda: old)
    console.get_by_role("textbox", name="Nieuw cluster").fill("Verbinden")
    console.get_by_role("button", name="Toevoegen").click()
    expect(console.get_by_role("heading", name="Verbinden")).to_be_visible()

    route, answer = old.pop()
    route.fulfill(response=answer)
    wait_for(console, lambda: old)  # it asks again: the late answer was dealt with
    expect(console.get_by_role("heading", name="Verbinden")).to_be_visible()


def test_news_does_not_take_a_button_away_from_under_a_finger(console, clustering):
    button = note(console, "Eerste verhaal").get_by_role("button", name="Verbergen")
    button.hover()
    console.mouse.down()
    with console.expect_response(lambda answer: answer.status == 200 and answer.url.endswith("/regie/")):
        ContributionFactory(session=clustering, text="Verhaal dat ertussen komt")
    console.mouse.up()

    expect(note(console, "Verhaal dat ertussen komt")).to_be_visible()
    expect(note(console, "Eerste verhaal")).to_have_count(0)
    assert list(clustering.contributions.filter(is_hidden=True).values_list("text", flat=True)) == ["Eerste verhaal"]


def test_of_clusters_that_come_at_once_the_first_stands_ready(console, clustering):
    clustering.clusters.all().delete()
    places = note(console, "Eerste verhaal").get_by_role("combobox")
    expect(places.locator("option")).to_have_count(0)
    with transaction.atomic():
        clusters = [ClusterFactory(session=clustering, name=name) for name in ("Lef", "Rust", "Ruimte")]

    expect(places.locator("option")).to_have_count(3)
    expect(places).to_have_value(str(clusters[0].pk))


def test_marked_words_of_a_story_go_to_a_cluster(new_page, log_in, clustering, facilitator):
    story = ContributionFactory(session=clustering, text="Een boer vroeg om ons maaisel, en kreeg het niet.")
    page = log_in(new_page(), facilitator)
    page.goto(reverse("workshops:harvest-add", args=[story.pk]))
    words = page.get_by_text("Een boer vroeg")
    words.evaluate("(story) => document.getSelection().setBaseAndExtent(story.firstChild, 18, story.firstChild, 29)")

    expect(page.get_by_label("Fragment")).to_have_value("ons maaisel")
    page.get_by_label("Cluster").select_option(label="Ruimte")
    page.get_by_role("button", name="Opslaan").click()
    wait_for(page, Harvest.objects.filter(cluster__name="Ruimte", fragment="ons maaisel").exists)


TOO_SMALL = """(least) => [...document.querySelectorAll(
    ".board-page :is(a, button, select, summary, label.choice), .console-tools :is(button, select)"
)].filter((element) => element.checkVisibility()).map((element) => {
    const { width, height } = element.getBoundingClientRect();
    return [element.textContent.trim(), Math.round(width), Math.round(height)];
}).filter(([, width, height]) => Math.min(width, height) < least)"""


@pytest.mark.parametrize(("device", "least"), [({}, 32), (PHONE | {"has_touch": True}, 44)], ids=["mouse", "finger"])
def test_all_that_is_pressed_on_the_board_is_large_enough(new_page, log_in, clustering, facilitator, device, least):
    """WCAG 2.2 asks for 24 pixels; notes and clusters stand close together, and a tablet is pressed with a finger."""
    cluster = clustering.clusters.get()
    ClusterFactory(session=clustering, name="Geld")
    for text in ("Derde verhaal", "Vierde verhaal"):
        HarvestFactory(cluster=cluster, contribution=ContributionFactory(session=clustering, text=text))
    page = log_in(new_page(**device), facilitator)
    page.goto(reverse("workshops:console", args=[clustering.pk]))
    expect(page.locator("[data-told]")).to_be_visible()
    for details in page.locator(".board details").all():
        details.evaluate("(details) => { details.open = true }")

    assert page.locator(".board button").count() > 10
    assert page.evaluate(TOO_SMALL, least) == []


def test_what_was_typed_survives_a_locked_phone(new_page, session, facilitator):
    session.status = "open"
    session.save()
    session.steps.filter(position=1).update(is_current=True)
    phone = take_part(new_page(**PHONE), "inkoper", 1)
    phone.get_by_label("Wat wilt u vertellen?").fill("Half een zin")

    phone.reload()

    expect(phone.get_by_label("Wat wilt u vertellen?")).to_have_value("Half een zin")


def test_taking_part_works_without_scripts(new_page, session, facilitator):
    session.status = "open"
    session.save()
    session.steps.filter(position=1).update(is_current=True)
    phone = take_part(new_page(**PHONE, java_script_enabled=False), "inkoper", 1)

    phone.get_by_label("Wat wilt u vertellen?").fill("Zonder scripts")
    phone.get_by_role("button", name="Versturen").click()

    expect(note(phone, "Zonder scripts")).to_be_visible()
    phone.get_by_role("button", name="Terugnemen").click()
    expect(note(phone, "Zonder scripts")).to_have_count(0)
