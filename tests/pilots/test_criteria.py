"""The criteria of a pilot together: warnings, a table that comes in, a text that goes out."""

import datetime as dt
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from docx import Document

from mvi.models import AuditEvent
from pilots.models import Criterion
from pilots.models.criterion import months_before
from tests.factories.mvi import UserFactory
from tests.factories.pilots import CriterionFactory, PilotFactory
from tests.factories.strategy import ThemeFactory

MAY = ["pilots.view_pilot", "pilots.change_pilot", "pilots.import_criterion", "pilots.export_criterion"]

LEVEL_3 = (
    "Alle criteria zijn van niveau 3. Mogelijk kunnen weinig partijen dat bieden; "
    "meng de niveaus of vraag het de markt."
)
TABLE = """criterium;soort;thema;niveau;gewicht (%)
Hergebruik;gunningscriterium;Circulair;2;40
Lokaal;minimumeis;;1;
"""


@pytest.fixture
def pilot(login):
    return PilotFactory(name="Bermen", slug="bermen", buyer=login(*MAY))


def page(name, pilot):
    return reverse(f"pilots:{name}", args=[pilot.slug])


def warnings(client, pilot):
    return list(client.get(page("pilot-criteria", pilot)).context["warnings"])


@pytest.mark.parametrize(
    ("day", "earlier"),
    [
        (dt.date(2026, 11, 23), dt.date(2025, 5, 23)),
        (dt.date(2026, 8, 31), dt.date(2025, 2, 28)),
        (dt.date(2026, 6, 15), dt.date(2024, 12, 15)),
    ],
)
def test_eighteen_months_before(day, earlier):
    assert months_before(day, 18) == earlier


def test_a_reference_is_stale_after_eighteen_months():
    limit = months_before(timezone.localdate(), 18)

    assert not Criterion(mvi_version_on=limit).is_stale
    assert Criterion(mvi_version_on=limit - dt.timedelta(days=1)).is_stale
    assert not Criterion().is_stale


def test_what_deserves_a_second_look(client, pilot):
    CriterionFactory(pilot=pilot, kind="award", weight="60", level=3)
    CriterionFactory(pilot=pilot, kind="award", weight="30.5", level=3, mvi_version_on="2020-01-01")

    assert warnings(client, pilot) == [
        "De gewichten van de gunningscriteria zijn samen 90,5; dat moet 100 zijn.",
        LEVEL_3,
        "1 verwijzing naar de MVI-criteriatool is ouder dan 18 maanden. Ga na of die nog klopt.",
        "2 criteria zeggen niet hoe ze worden geverifieerd.",
    ]


def test_criteria_in_order_give_no_warning(client, pilot):
    CriterionFactory(pilot=pilot, kind="award", weight="100", level=3, verification="Keurmerk")
    CriterionFactory(pilot=pilot, kind="minimum", level=1, verification="Verklaring")

    assert warnings(client, pilot) == []
    assert warnings(client, PilotFactory(buyer=pilot.buyer)) == []


def test_who_may_only_read_reads_what_is_asked_and_why_that_is_proportionate(client, login):
    login("pilots.view_pilot")
    asked = CriterionFactory(title="Keurmerk", text="Een <b>keurmerk</b>.", proportionality="Elke markt heeft het.")
    CriterionFactory(pilot=asked.pilot, title="Kaal")

    text = client.get(reverse("pilots:pilot-criteria", args=[asked.pilot.slug])).text

    assert "<p>Een &lt;b&gt;keurmerk&lt;/b&gt;.</p>" in text
    assert "Waarom dit proportioneel is</h3><p>Elke markt heeft het.</p>" in text
    assert text.count("Tekst en proportionaliteit") == 1


def sent(text, name="criteria.csv"):
    return {"file": SimpleUploadedFile(name, text.encode())}


def test_read_a_table_in(client, pilot):
    ThemeFactory(name="Circulair")
    CriterionFactory(pilot=pilot, title="Hergebruik", kind="minimum")

    response = client.post(
        page("criteria-import", pilot),
        sent(TABLE),
        follow=True,
    )

    assert "2 criteria zijn ingelezen." in response.content.decode()
    assert [(row.pilot, row.title, row.kind, row.weight) for row in Criterion.objects.order_by("title")] == [
        (pilot, "Hergebruik", "award", 40),
        (pilot, "Lokaal", "minimum", None),
    ]
    event = AuditEvent.objects.filter(action="import").latest("pk")
    assert (event.object_type, event.details) == ("pilots.criterion", {"pilot": "bermen", "rows": 2})


def test_a_table_of_another_pilot_is_read_into_this_one(client, pilot):
    other = PilotFactory(name="Zwembad", buyer=UserFactory())

    client.post(page("criteria-import", pilot), sent("pilot;criterium;soort\nZwembad;Lokaal;minimumeis\n"))

    assert Criterion.objects.get().pilot == pilot
    assert not other.criteria.exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("criterium;soort\nA;minimumeis\nB;wens\n", "Rij 3, Soort:"),
        ("criterium;soort;gewicht (%)\nA;minimumeis;10\n", "Alleen een gunningscriterium heeft een gewicht."),
        ("iets;soort\nA;minimumeis\n", "“iets” is geen kop van"),
        ("", "Het verstuurde bestand is leeg."),
        ("%PDF-1.7", ""),
    ],
)
def test_a_table_with_a_fault_changes_nothing(client, pilot, text, message):
    response = client.post(page("criteria-import", pilot), sent(text))

    assert response.status_code == 200
    assert message in " ".join(response.context["form"].errors["file"])
    assert not Criterion.objects.exists()


def test_the_page_names_the_headings_of_the_table(client, pilot):
    assert "twee nodig zijn: Criterium, Soort, Thema, Niveau," in client.get(page("criteria-import", pilot)).text


def test_only_its_own_people_read_a_table_in(client, login):
    pilot = PilotFactory(buyer=UserFactory())
    login(*MAY)
    assert client.get(page("criteria-import", pilot)).status_code == 403
    assert client.get(page("criteria-import", PilotFactory(buyer=login("pilots.view_pilot")))).status_code == 403


def test_the_text_for_the_tender_documents(client, pilot):
    CriterionFactory(
        pilot=pilot,
        title="Hergebruik <b>",
        kind="award",
        weight="40",
        text="Regel een.\nRegel twee.",
        verification="Rapport",
        theme=ThemeFactory(name="Circulair"),
        level=2,
        mvi_number="123",
        mvi_version_on=dt.date(2026, 3, 12),
    )
    CriterionFactory(pilot=pilot, title="Ervaring", kind="suitability", mvi_number="9")

    response = client.get(page("criteria-text", pilot))

    document = Document(io.BytesIO(response.content))
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "Criteria van Bermen",
        "Geschiktheidseis",
        "Ervaring",
        "Gunningscriterium",
        "Hergebruik <b>",
        "Regel een.",
        "Regel twee.",
        "Gewicht: 40%",
        "Verificatie: Rapport",
        "Thema: Circulair, 2 · significant",
        "Nummers in de MVI-criteriatool",
    ]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Nummer", "Criterium", "Versie"],
        ["9", "Ervaring", ""],
        ["123", "Hergebruik <b>", "12 maart 2026"],
    ]
    assert response["Content-Disposition"] == 'attachment; filename="criteria-bermen.docx"'
    assert AuditEvent.objects.get().details == {"pilot": "bermen", "rows": 2, "format": "docx"}


def test_a_pilot_without_criteria_gives_an_empty_text(client, pilot):
    document = Document(io.BytesIO(client.get(page("criteria-text", pilot)).content))

    assert [paragraph.text for paragraph in document.paragraphs] == ["Criteria van Bermen"]


def test_the_text_needs_the_permission_to_export(client, login):
    login("pilots.view_pilot")
    assert client.get(page("criteria-text", PilotFactory())).status_code == 403
