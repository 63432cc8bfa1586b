"""The log of talks with the market, and what all parties can be given of it."""

import datetime as dt
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from mvi.models import AuditEvent
from pilots.models import Consultation
from tests.factories.pilots import ConsultationFactory, PilotFactory
from tests.forms import post_form

pytestmark = pytest.mark.django_db


def page(name, pilot, *args):
    return reverse(f"pilots:{name}", args=[pilot.slug, *args])


def test_a_buyer_writes_down_what_the_market_said(client, login):
    pilot = PilotFactory(buyer=login("pilots.view_pilot", "pilots.change_pilot"))

    response = post_form(
        client,
        page("consultation-add", pilot),
        on="2026-03-12",
        subject="Verwerking van maaisel",
        kind="meeting",
        parties="Groengas Noord, Vezelhuis",
        questions="Hoeveel kunt u aan?",
        answers="Het hele jaar door.",
        effect="Twee percelen.",
    )

    talk = Consultation.objects.get()
    assert (talk.pilot, talk.on, talk.kind, talk.effect) == (pilot, dt.date(2026, 3, 12), "meeting", "Twee percelen.")
    assert response.redirect_chain == [(page("pilot-consultations", pilot), 302)]
    for text in ("12 maart 2026", "Groengas Noord, Vezelhuis", "Hoeveel kunt u aan?", "Twee percelen.", "nog niet"):
        assert text in response.text
    assert "Marktconsultatie “Verwerking van maaisel” toegevoegd" in client.get(page("pilot-history", pilot)).text


def test_the_log_of_a_pilot_without_talks_asks_what_to_find_out(client, login):
    login("pilots.view_pilot", "pilots.export_consultation")
    pilot = PilotFactory()

    text = client.get(page("pilot-consultations", pilot)).text

    assert "Nog geen gesprekken met de markt." in text
    assert page("consultation-record", pilot) not in text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"shared_on": "2026-03-11"}, "shared_on"),
        ({"subject": "verwerking"}, "subject"),
        ({"questions": ""}, "questions"),
    ],
)
def test_a_talk_that_cannot_be_is_explained_beside_the_field(client, login, typed, field):
    pilot = PilotFactory(buyer=login("pilots.view_pilot", "pilots.change_pilot"))
    ConsultationFactory(pilot=pilot, on=dt.date(2026, 3, 12), subject="Verwerking")
    plain = {"on": "2026-03-12", "subject": "Anders", "parties": "Vezelhuis", "questions": "Hoe?"}

    response = post_form(client, page("consultation-add", pilot), **plain | typed)

    assert list(response.context["form"].errors) == [field]


def test_all_parties_get_every_answer_and_no_name(client, login):
    user = login("pilots.view_pilot", "pilots.export_consultation")
    pilot = PilotFactory(slug="bermen", name="Bermen")
    ConsultationFactory(
        pilot=pilot, subject="Later", on=dt.date(2026, 4, 1), parties="Vezelhuis", questions="Wat kost het?"
    )
    ConsultationFactory(
        pilot=pilot,
        subject="Eerder",
        parties="Groengas Noord B.V.; Groengas",
        answers="Het kan. VEZELHUIS (of Groengas\nNoord) kan meer dan Groengassen. Groengas Noord B.V. ook.",
        effect="Twee percelen.",
    )
    ConsultationFactory(subject="Van een andere pilot")

    response = client.get(page("consultation-record", pilot))

    text = "\n".join(paragraph.text for paragraph in Document(BytesIO(response.content)).paragraphs)
    assert text.index("Eerder") < text.index("Het kan.") < text.index("Twee percelen.") < text.index("Wat kost het?")
    assert "[partij] (of [partij]) kan meer dan Groengassen. [partij] ook." in text
    for absent in ("vezelhuis", "groengas noord", "van een andere pilot"):
        assert absent not in text.lower()
    assert response["Content-Disposition"] == 'attachment; filename="marktconsultatie-bermen.docx"'
    event = AuditEvent.objects.get()
    assert (event.actor, event.action, event.details["rows"]) == (user, "export", 2)


def test_who_may_not_export_is_not_offered_it_and_refused(client, login):
    login("pilots.view_pilot")
    talk = ConsultationFactory()

    assert page("consultation-record", talk.pilot) not in client.get(talk.get_absolute_url()).text
    assert client.get(page("consultation-record", talk.pilot)).status_code == 403
