"""The report of a session."""

import datetime as dt

import pytest
from django.utils import timezone

from mvi.documents.nodes import Bullets, Facts, Heading, KeyFigures, Paragraph, Table, plain
from mvi.overview.reports import session_text
from tests.factories.mvi import UserFactory
from tests.factories.strategy import CoreValueFactory
from tests.factories.workshops import (
    ClusterFactory,
    ContributionFactory,
    HarvestFactory,
    OutcomeFactory,
    ParticipantFactory,
    SessionDecisionFactory,
    SessionFactory,
    StepFactory,
    VoteFactory,
)

pytestmark = pytest.mark.django_db


def chapters(document):
    """Each heading with what stands below it: rows of tables, items of lists, paragraphs."""
    found, current = {}, []
    for block in document.blocks:
        if isinstance(block, Heading):
            current = found.setdefault(block.text, [])
        elif isinstance(block, Table):
            current.append([list(block.headers), *([plain(cell) for cell in row] for row in block.rows)])
        elif isinstance(block, Bullets):
            current.append([plain(item[0].text) for item in block.items])
        elif isinstance(block, Paragraph):
            current.append(plain(block.text))
    return found


def test_all_that_happened_is_in_the_report_and_no_name_of_a_participant():
    session = SessionFactory(
        closed=True,
        title="Verhalen",
        number=1,
        aim="Luisteren.",
        place="Raadzaal",
        starts_at=timezone.make_aware(dt.datetime(2026, 1, 20, 13, 30)),
    )
    StepFactory(session=session, position=1, title="Vertellen", minutes=50)
    buyer = ParticipantFactory(session=session, name="Geheime Naam", function="inkoper")
    ParticipantFactory(session=session, name="Nog Iemand", function="")
    space = ClusterFactory(session=session, name="Ruimte", position=1)
    money = ClusterFactory(session=session, name="Geld", position=2)
    story = ContributionFactory(session=session, participant=buyer, function="inkoper", text="Ik mocht het proberen.")
    HarvestFactory(cluster=space, contribution=story, fragment="Ik mocht")
    ContributionFactory(session=session, text="Los verhaal.")
    ContributionFactory(session=session, text="Verborgen.", is_hidden=True)
    VoteFactory(participant=buyer, cluster=money)
    OutcomeFactory(cluster=space, core_value=CoreValueFactory(name="Lef"))
    SessionDecisionFactory(session=session, position=1, text="Wij gaan door.")
    SessionDecisionFactory(
        session=session, position=2, text="Bellen", owner=UserFactory(name="Bo Smit"), due_on=dt.date(2026, 2, 1)
    )
    SessionDecisionFactory(session=session, position=3, text="Mailen", owner=UserFactory(name="An Bos"))

    document = session_text.document(session)

    assert document.title == "Verslag van sessie 1 · Verhalen"
    assert (document.date, document.status) == (dt.date(2026, 1, 20), "")
    assert chapters(document) == {
        "Programma": [[["Stap", "Soort", "Minuten"], ["Vertellen", "Verhalen", "50"]]],
        "Wie er waren": [[["Functie", "Deelnemers"], ["niet ingevuld", "1"], ["inkoper", "1"]]],
        "Wat er verteld is": [],
        "Ruimte": [["Ik mocht (inkoper)"]],
        "Geld": ["Geen verhalen."],
        "Niet in een cluster": [["Los verhaal."]],
        "Wie draagt wat": [[["Cluster", "inkoper"], ["Ruimte", "1"], ["Geld", "–"]]],
        "Stemmen en opbrengsten": [
            [["Cluster", "Stemmen", "Werd"], ["Geld", "1", "–"], ["Ruimte", "0", "Kernwaarde: Lef"]]
        ],
        "Besluiten": [["Wij gaan door."]],
        "Acties": [
            [["Actie", "Eigenaar", "Klaar op"], ["Bellen", "Bo Smit", "1 februari 2026"], ["Mailen", "An Bos", "–"]]
        ],
    }
    (facts,) = (block.rows for block in document.blocks if isinstance(block, Facts))
    assert facts == [("Begint om", "20 januari 2026, 13:30"), ("Plaats", "Raadzaal")]
    (figures,) = (block.figures for block in document.blocks if isinstance(block, KeyFigures))
    assert [number for number, _label, _note in figures] == ["2", "2", "2", "1"]
    assert "Geheime Naam" not in repr(document)
    assert "Verborgen" not in repr(document)


def test_a_session_without_anything_is_a_short_report_marked_as_draft():
    document = session_text.document(SessionFactory(starts_at=None))

    assert chapters(document) == {}
    assert (document.date, document.status) == (None, "concept")


def test_more_functions_than_a_page_has_room_for_are_taken_together():
    session = SessionFactory()
    cluster = ClusterFactory(session=session, name="Alles")
    for number in range(8):
        for _ in range(2 if number == 7 else 1):
            story = ContributionFactory(session=session, function=f"functie {number}")
            HarvestFactory(cluster=cluster, contribution=story)

    (matrix,) = chapters(session_text.document(session))["Wie draagt wat"]

    assert matrix[0] == ["Cluster", *(f"functie {number}" for number in (0, 1, 2, 3, 4, 7)), "anderen"]
    assert matrix[1] == ["Alles", "1", "1", "1", "1", "1", "2", "2"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_report_needs_the_same_queries_for_any_size(number, django_assert_num_queries):
    session = SessionFactory()
    for position in range(number):
        StepFactory(session=session, position=position)
        cluster = ClusterFactory(session=session)
        person = ParticipantFactory(session=session)
        HarvestFactory(cluster=cluster, contribution=ContributionFactory(session=session, participant=person))
        OutcomeFactory(cluster=cluster)
        ContributionFactory(session=session)
        SessionDecisionFactory(session=session, owner=UserFactory())

    with django_assert_num_queries(9):
        session_text.document(session)
