"""What a session decided, and who does what."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from mvi.models import AuditEvent
from tests.factories.mvi import UserFactory
from tests.factories.workshops import SessionDecisionFactory, SessionFactory
from tests.forms import post_form
from workshops.models import SessionDecision
from workshops.views.sessions import REPORT_RIGHTS

ALL = [f"workshops.{verb}_sessiondecision" for verb in ("view", "add", "change", "delete")]


def test_decisions_are_added_at_the_end_changed_moved_and_removed(client, login):
    login(*ALL, "workshops.view_session")
    session, owner = SessionFactory(), UserFactory(name="Bo Smit")
    add = reverse("workshops:decision-add", args=[session.pk])
    for text in ("Een", "Twee", "Drie"):
        post_form(client, add, text=text)
    one, two, three = session.decisions.all()

    moved = client.post(reverse("workshops:decision-move", args=[three.pk]), {"up": ""})
    client.post(reverse("workshops:decision-move", args=[one.pk]), {"up": ""})
    client.post(reverse("workshops:decision-move", args=[one.pk]), {"down": ""})
    post_form(client, reverse("workshops:decision-change", args=[two.pk]), owner=owner.pk, due_on="2026-02-01")
    shown = client.get(session.get_absolute_url())
    client.post(reverse("workshops:decision-remove", args=[one.pk]))

    assert moved.url == f"{session.get_absolute_url()}#decisions"
    assert [row.text for row in shown.context["decisions"]] == ["Drie", "Een", "Twee"]
    assert "Bo Smit" in shown.text
    assert "1 februari 2026" in shown.text
    assert [row.text for row in session.decisions.all()] == ["Drie", "Twee"]
    assert AuditEvent.objects.filter(action="move").count() == 2


def test_a_day_takes_an_owner(client, login):
    login(*ALL)
    session = SessionFactory()

    shown = post_form(client, reverse("workshops:decision-add", args=[session.pk]), text="Bellen", due_on="2026-02-01")

    assert shown.context["form"].errors == {"owner": ["Een dag hoort bij een actie: kies ook wie die doet."]}
    with pytest.raises(IntegrityError, match="decision_with_a_day_has_an_owner"):
        SessionDecisionFactory(due_on="2026-02-01")


def test_who_may_only_look_is_offered_no_verbs_and_who_may_not_sees_none(client, login):
    decision = SessionDecisionFactory(text="Wij gaan door.")
    page = decision.session.get_absolute_url()

    login("workshops.view_session", "workshops.view_sessiondecision")
    looked = client.get(page).text
    login("workshops.view_session")

    assert "Wij gaan door." in looked
    assert "besluiten/" not in looked
    assert "Wij gaan door." not in client.get(page).text


def test_the_page_of_a_session_leads_to_its_report(client, login):
    session = SessionFactory()
    report = reverse("reports:session", args=[session.pk])

    login(*REPORT_RIGHTS)
    offered = client.get(session.get_absolute_url()).text
    login("workshops.view_session")

    assert report in offered
    assert report not in client.get(session.get_absolute_url()).text


def test_a_decision_is_known_by_its_text(db):
    assert str(SessionDecisionFactory(text="Wij gaan door.")) == "Wij gaan door."
    assert SessionDecision.objects.count() == 1
