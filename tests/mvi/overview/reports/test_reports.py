"""Reports: who may read them, what is in them, and their files."""

import datetime as dt
import io

import docx
import page
import pytest
from django.urls import reverse

from mvi.documents.nodes import Bullets, Callout, Facts, Heading, Paragraph, Table, Text, plain
from mvi.documents.pdf import to_pdf
from mvi.models import AuditEvent
from mvi.overview.reports import action_plan_text, kinds, pilot_sheet, strategy_text
from pilots.models import Pilot, Standing
from strategy.models import FrameworkKind, OwnerStatus
from tests.factories.mvi import UserFactory
from tests.factories.pilots import (
    KpiFactory,
    LessonFactory,
    MilestoneFactory,
    PartyFactory,
    PilotFactory,
    PilotThemeFactory,
    ResultFactory,
)
from tests.factories.strategy import (
    ActionFactory,
    CoreValueFactory,
    EditionFactory,
    FrameworkFactory,
    FrameworkThemeFactory,
    GoalFactory,
    IndicatorFactory,
    StrategyFactory,
    ThemeFactory,
    ThemeMappingFactory,
    accepted_by,
)
from tests.factories.workshops import SessionFactory
from tests.pdf import PROFILES, failed

pytestmark = pytest.mark.django_db
LONG = "Onze gemeente wil dat inkoop bijdraagt aan een schone en eerlijke toekomst. " * 60


def headings(document):
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def tables(document):
    return [
        [[plain(cell) for cell in row] for row in block.rows] for block in document.blocks if isinstance(block, Table)
    ]


def facts(document):
    return {label: plain(value) for block in document.blocks if isinstance(block, Facts) for label, value in block.rows}


@pytest.fixture
def strategy():
    """A strategy with one of each part."""
    found = StrategyFactory(title="MVI-strategie", is_current=True, introduction="Waarom.\n\nDaarom.", vision="Ooit.")
    CoreValueFactory(strategy=found, name="Verbinden", meaning="Samen", behaviour="Bellen")
    theme = ThemeFactory(strategy=found, name="Circulair", level=3, colour=2, ambition="Niets weg")
    goal = GoalFactory(theme=theme, statement="Minder grondstoffen", year=2029, level=2)
    IndicatorFactory(
        goal=goal,
        name="Aandeel",
        baseline=12,
        baseline_on=dt.date(2025, 12, 31),
        target=50,
        target_on=dt.date(2029, 12, 31),
    )
    IndicatorFactory(goal=goal, name="Onbekend")
    ActionFactory(
        theme=theme, title="Meten", starts_on=dt.date(2026, 1, 1), ends_on=dt.date(2026, 6, 1), hours=1200, budget=1500
    )
    ActionFactory(theme=theme, title="Nog iets")
    ThemeFactory(strategy=found, name="Leeg")
    return found


def test_the_strategy_as_adopted(strategy):
    edition = EditionFactory(strategy=strategy, number=2, decision_reference="Zaak 12")
    document = strategy_text.document(edition)
    first = document.blocks[0]

    assert headings(document) == [
        "Inleiding",
        "Visie",
        "Kernwaarden",
        "Verbinden",
        "Circulair",
        "Doelen",
        "Minder grondstoffen",
        "Acties",
        "Leeg",
    ]
    assert plain(first.blocks[0].text) == "Editie 2, vastgesteld op 15 januari 2026 (gemeenteraad). Zaak 12"
    assert tables(document) == [
        [
            ["Aandeel", "Hoger is beter", "12% (31-12-2025)", "50% (31-12-2029)"],
            ["Onbekend", "Hoger is beter", "–", "–"],
        ],
        [
            ["Meten", "nog niemand", "1-1-2026 – 1-6-2026", "1.200", "€\xa01.500"],
            ["Nog iets", "nog niemand", "–", "–", "–"],
        ],
    ]
    assert document.status == ""
    assert next(block for block in document.blocks if isinstance(block, Heading) and block.theme).theme == 2


def test_an_edition_stays_as_it_was_and_what_stands_now_says_so(strategy):
    edition = EditionFactory(strategy=strategy)
    CoreValueFactory(strategy=strategy, name="Daadkracht")

    assert "Daadkracht" not in headings(strategy_text.document(edition))
    assert "Daadkracht" in headings(strategy_text.as_it_stands(strategy))
    assert strategy_text.as_it_stands(strategy).status == "concept"


def test_an_empty_strategy_is_a_document_too():
    document = strategy_text.as_it_stands(StrategyFactory())

    assert headings(document) == []


def test_the_action_plan_by_the_themes_of_the_manifest(strategy):
    manifest = FrameworkFactory(kind=FrameworkKind.MANIFEST, name="Manifest", starts_on=dt.date(2029, 1, 1))
    climate = FrameworkThemeFactory(framework=manifest, name="Klimaat", position=1)
    FrameworkThemeFactory(framework=manifest, name="Ketens", position=2)
    theme = strategy.themes.get(name="Circulair")
    ThemeMappingFactory(theme=theme, framework_theme=climate)
    owner = UserFactory(name="Anna Bos")
    ActionFactory(theme=theme, title="Aanvaard", **accepted_by(owner))
    ActionFactory(theme=theme, title="Aangeboden", owner=owner, owner_status=OwnerStatus.OFFERED)

    document = action_plan_text.document(strategy)
    summary, plan, *_rest = tables(document)

    assert headings(document) == ["In het kort", "Klimaat", "Ketens", "Buiten het Manifest"]
    assert summary[0] == ["Klimaat", "Circulair", "3 · ambitieus", "4", "10"]
    assert summary[1] == ["Ketens", "–", "–", "0", "1"]
    owners = {row[0]: row[1] for row in plan}
    assert owners == {
        "Meten": "nog niemand",
        "Nog iets": "nog niemand",
        "Aanvaard": "Anna Bos",
        "Aangeboden": "Anna Bos (aangeboden)",
    }
    assert plan[0] == ["Meten", "nog niemand", "1-6-2026", "Gepland", "1.200", "€\xa01.500"]
    assert [block.title for block in document.blocks if isinstance(block, Callout)] == ["Ontbreekt nog"] * 3


def test_the_sheet_of_a_pilot():
    person = UserFactory(name="Bo Smit")
    pilot = PilotFactory(name="Bermen", without_buying="Deels", buyer=person, estimate=1480000, is_example=True)
    PilotThemeFactory(pilot=pilot, theme=ThemeFactory(name="Circulair"), level=2)
    good = KpiFactory(pilot=pilot, name="Goed", asked=60)
    bad = KpiFactory(pilot=pilot, name="Slecht", asked=60)
    KpiFactory(pilot=pilot, name="Zomaar")
    unasked = KpiFactory(pilot=pilot, name="Zonder vraag")
    for kpi, value in [(good, 70), (bad, 50), (unasked, 5)]:
        ResultFactory(kpi=kpi, value=value)
    MilestoneFactory(pilot=pilot, name="Oud", due_on=dt.date(2020, 1, 1))
    MilestoneFactory(pilot=pilot, name="Nieuw", due_on=dt.date(2099, 1, 1))
    PartyFactory(pilot=pilot, name="Provincie", role="gas")
    LessonFactory(pilot=pilot, title="Vraag het", text="Echt.")

    document = pilot_sheet.document(Pilot.objects.get())
    kpis, milestones = tables(document)

    assert facts(document)["Thema’s"].startswith("Circulair 2 · significant")
    assert facts(document)["Raming"] == "€\xa01.480.000"
    assert facts(document)["Inkoper"] == "Bo Smit"
    assert [row[-1] for row in kpis] == ["✓ 70%", "▼ 50%", "–", "5%"]
    assert milestones == [["1 januari 2020", "Oud", "te laat"], ["1 januari 2099", "Nieuw", "komt nog"]]
    assert document.status == "voorbeeld"
    assert document.blocks[1:3] == [Heading("Kunnen we zonder kopen (R0)?"), Paragraph("Deels")]


def test_the_sheet_of_the_fullest_pilot_fits_on_two_pages():
    """As much of everything as can be typed."""
    name = "Een naam zo lang als mag. " * 4
    pilot = PilotFactory(
        name=name,
        summary="Dit is de samenvatting van een heel volle pilot in een zin. " * 5,
        without_buying=LONG,
        need=LONG,
        ambition=LONG,
        question=f"<p>{LONG}</p><ul><li>{LONG}</li></ul>",
        collaboration=LONG,
        client=name,
        estimate=1,
        standing=Standing.COMPLETED,
    )
    for number in range(10):
        PilotThemeFactory(pilot=pilot, theme=ThemeFactory(name=f"{number} {name[:70]}"))
        ResultFactory(kpi=KpiFactory(pilot=pilot, name=f"{number} {name}", unit="ton CO₂ per jaar", asked=1000000))
        MilestoneFactory(pilot=pilot, name=f"{number} {name}")
        PartyFactory(pilot=pilot, name=f"{number} {name}", role=name)
        LessonFactory(pilot=pilot, title=f"{number} {name}", text=LONG)

    made = to_pdf(pilot_sheet.document(Pilot.objects.get()))

    assert page.validate_pdf_bytes(made, profile=PROFILES[0]).document.page_count == 2


READERS = {
    "strategy": ("strategy.view_strategy", {"pk": 1}),
    "strategy_now": ("strategy.view_strategy", {}),
    "action_plan": ("strategy.view_action", {}),
    "pilot": ("pilots.view_pilot", {"slug": "bermen"}),
    "session": ("workshops.view_contribution", {"pk": 1}),
}


@pytest.fixture
def one_of_each(strategy):
    EditionFactory(pk=1, strategy=strategy)
    PilotFactory(slug="bermen", name="Maaien van bermen")
    SessionFactory(pk=1, closed=True)


@pytest.mark.parametrize("kind", READERS)
def test_a_report_is_read_on_a_page_and_taken_as_a_file(client, login, one_of_each, kind):
    user = login(*kinds.KINDS[kind].permissions)
    where = READERS[kind][1]
    name = f"reports:{kind.replace('_', '-')}"

    shown = client.get(reverse(name, kwargs=where))
    pdf = client.get(reverse(f"{name}-pdf", kwargs=where))
    word = client.get(reverse(f"{name}-docx", kwargs=where))

    assert shown.status_code == 200
    assert reverse(f"{name}-pdf", kwargs=where) in shown.text
    assert [failed(pdf.content, profile) for profile in PROFILES] == [[], []]
    assert docx.Document(io.BytesIO(word.content)).core_properties.title
    assert pdf["Content-Disposition"].endswith('.pdf"')
    taken = AuditEvent.objects.filter(action="report", actor=user).order_by("pk")
    assert [event.details for event in taken] == [{"kind": kind, "format": "pdf"}, {"kind": kind, "format": "docx"}]


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("ending", ["", "-pdf", "-docx"])
def test_who_may_not_see_a_part_may_not_have_the_report(client, login, one_of_each, kind, ending):
    left_out, where = READERS[kind]
    login(*(permission for permission in kinds.KINDS[kind].permissions if permission != left_out))

    assert client.get(reverse(f"reports:{kind.replace('_', '-')}{ending}", kwargs=where)).status_code == 403


@pytest.mark.parametrize("kind", READERS)
def test_the_list_shows_what_this_person_may_read(client, login, one_of_each, kind):
    login(*kinds.KINDS[kind].permissions)
    where = READERS[kind][1]

    shown = client.get(reverse("reports:list"))

    assert reverse(f"reports:{kind.replace('_', '-')}-pdf", kwargs=where) in shown.text
    assert ("Maaien van bermen" in shown.text) == (kind == "pilot")


def test_the_list_of_an_empty_site_says_so(client, login):
    login(*{permission for kind in kinds.KINDS.values() for permission in kind.permissions})

    shown = client.get(reverse("reports:list"))

    assert "Er is nog geen strategie vastgesteld." in shown.text
    assert client.get(reverse("reports:action-plan")).status_code == 404


def test_rich_text_is_drawn_and_its_marks_are_not_printed():
    text = "Wij **doen** het.\n\n### Hoe\n\n- Samen\n- [Met de markt](https://example.nl/markt)"
    document = strategy_text.as_it_stands(StrategyFactory(introduction=text, vision=""))

    chapter = document.blocks[document.blocks.index(Heading("Inleiding")) + 1 :][:3]

    assert chapter == [
        Paragraph([Text("Wij "), Text("doen", strong=True), Text(" het.")]),
        Heading("Hoe", level=2),
        Bullets(
            [
                [Paragraph([Text("Samen")])],
                [Paragraph([Text("Met de markt", href="https://example.nl/markt")])],
            ]
        ),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_has_the_same_queries_for_any_length(client, login, django_assert_num_queries, number):
    login(is_superuser=True)
    for _number in range(number):
        PilotFactory()
        EditionFactory()
        SessionFactory(closed=True)
    client.get(reverse("reports:list"))

    with django_assert_num_queries(9):
        client.get(reverse("reports:list"))


def test_who_may_read_nothing_is_refused_the_list(client, login):
    login("strategy.view_theme")

    assert client.get(reverse("reports:list")).status_code == 403


def test_who_may_read_too_little_for_any_report_is_told_so(client, login):
    login("strategy.view_strategy")

    assert "U mag van geen enkel rapport alle onderdelen lezen." in client.get(reverse("reports:list")).text
