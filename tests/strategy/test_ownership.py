"""Ownership that is accepted: an offer is answered by the one to whom it was made."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from mvi.models import AuditEvent
from strategy.actions import accept, decline, hand_over
from strategy.models import OwnerStatus
from tests.factories.mvi import UserFactory
from tests.factories.strategy import ActionFactory, GoalFactory, ThemeFactory
from tests.forms import messages_of

FACTORIES = [ThemeFactory, GoalFactory, ActionFactory]
READER = ["strategy.view_theme", "strategy.view_goal", "strategy.view_action"]
MINE = reverse("strategy:mine")
NOT_YOURS = "niet meer aan u"


def accepted(factory, owner):
    return factory(owner=owner, owner_status=OwnerStatus.ACCEPTED, answered_at=timezone.now())


@pytest.mark.parametrize("factory", FACTORIES)
def test_the_owner_accepts(client, login, factory):
    user = login(*READER)
    row = factory(owner=user)

    told = client.get(row.get_absolute_url()).content.decode()
    response = client.post(row.get_answer_url(), {"answer": "accept"}, follow=True)

    row.refresh_from_db()
    event = AuditEvent.objects.get()
    assert row.get_answer_url() in told
    assert response.redirect_chain == [(MINE, 302)]
    assert messages_of(response) == [f"“{row}” is nu van u."]
    assert (row.is_owned, row.answered_at is not None) == (True, True)
    assert (event.action, event.actor, event.object_id) == ("accept", user, str(row.pk))


@pytest.mark.parametrize("factory", FACTORIES)
def test_the_owner_declines_with_a_reason_that_everybody_reads(client, login, factory):
    user = login(*READER, name="De collega")
    row = factory(owner=user)

    refused = client.post(row.get_answer_url(), {"answer": "decline", "reason": " "})
    response = client.post(row.get_answer_url(), {"answer": "decline", "reason": "Geen tijd"}, follow=True)

    row.refresh_from_db()
    assert refused.context["form"].errors == {"reason": ["Zeg waarom, zodat iemand anders kan worden gevraagd."]}
    assert messages_of(response) == [f"U hebt “{row}” geweigerd. Uw reden staat erbij."]
    assert (row.owner_status, row.decline_reason) == (OwnerStatus.DECLINED, "Geen tijd")
    assert "De collega heeft geweigerd: Geen tijd" in client.get(row.get_absolute_url()).content.decode()


@pytest.mark.parametrize("factory", FACTORIES)
def test_the_owner_hands_over_and_the_next_one_is_asked(client, login, factory):
    user = login(*READER)
    row, colleague = accepted(factory, user), UserFactory()
    url = row.get_answer_url()

    refused = [client.post(url, {"answer": "hand_over", "person": who}) for who in ("", str(user.pk))]
    client.post(url, {"answer": "hand_over", "person": str(colleague.pk)})

    row.refresh_from_db()
    assert [response.context["form"].errors for response in refused] == [{"person": ["Kies iemand anders."]}] * 2
    assert (row.owner, row.owner_status, row.answered_at) == (colleague, OwnerStatus.OFFERED, None)
    assert AuditEvent.objects.get().details == {"to": colleague.pk}


def test_nobody_answers_for_somebody_else(client, login):
    login(*READER)
    row = ActionFactory(owner=UserFactory())

    assert client.get(row.get_answer_url()).status_code == 403
    assert client.post(row.get_answer_url(), {"answer": "accept"}).status_code == 403


@pytest.mark.django_db
def test_an_answer_counts_once():
    user = UserFactory()
    row = ActionFactory(owner=user)
    accept(row=row, by=user)
    decline(row=row, reason="Toch niet", by=user)

    for verb, extra in ((accept, {}), (decline, {"reason": "x"}), (hand_over, {"to": UserFactory()})):
        with pytest.raises(ValidationError, match=NOT_YOURS):
            verb(row=row, by=user, **extra)

    assert [event.action for event in AuditEvent.objects.order_by("pk")] == ["accept", "decline"]


def test_a_page_that_was_answered_in_another_window_says_so(client, login):
    user = login(*READER)
    row = ActionFactory(owner=user)
    decline(row=row, reason="Geen tijd", by=user)

    response = client.post(row.get_answer_url(), {"answer": "accept"})

    assert response.context["form"].non_field_errors() == [
        "Dit is niet meer aan u om te beantwoorden. Kijk wie nu de eigenaar is."
    ]


def test_mine_shows_what_waits_and_what_is_mine(client, login, django_assert_num_queries):
    user = login(*READER)
    offered = [factory(owner=user) for factory in FACTORIES]
    owned = [accepted(factory, user) for factory in FACTORIES]
    ActionFactory(owner=UserFactory())

    with django_assert_num_queries(12):
        response = client.get(MINE)

    assert response.context["offered"] == offered
    assert [list(rows) for rows in response.context["accepted"].values()] == [[row] for row in owned]
    assert "Geef uw antwoord" not in response.content.decode()


def test_who_accepted_may_hand_over_from_the_page_of_the_thing(client, login):
    user = login(*READER)
    goal = accepted(GoalFactory, user)

    assert "Overdragen of teruggeven" in client.get(goal.get_absolute_url()).content.decode()
