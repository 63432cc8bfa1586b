"""Pages of core values."""

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from strategy.models import CoreValue
from tests.factories.strategy import CoreValueFactory, StrategyFactory
from tests.forms import messages_of, post_form

LIST = reverse("strategy:core-value-list")


@pytest.mark.parametrize("number_of_values", [1, 3])
def test_the_list_needs_the_same_queries_for_any_length(client, login, number_of_values, django_assert_num_queries):
    login("strategy.view_corevalue")
    CoreValueFactory.create_batch(number_of_values)

    with django_assert_num_queries(7):
        response = client.get(LIST)

    assert len(response.context["core_value_list"]) == number_of_values


def test_a_core_value_is_found_by_what_is_seen_of_it(client, login):
    login("strategy.view_corevalue")
    CoreValueFactory(name="Verbinden", behaviour="Wij bellen elkaar")
    CoreValueFactory(name="Ruimte")

    assert [value.name for value in client.get(LIST, {"q": "BELLEN"}).context["core_value_list"]] == ["Verbinden"]
    assert "Geen enkele kernwaarde past bij dit filter." in client.get(LIST, {"q": "fiets"}).content.decode()


def test_add_change_and_remove_a_core_value(client, login):
    verbs = [f"strategy.{verb}_corevalue" for verb in ("view", "add", "change", "delete")]
    login(*verbs)
    strategy = StrategyFactory(is_current=True)

    added = post_form(client, reverse("strategy:core-value-add"), name="Daadkracht", behaviour="We doen het")
    value = CoreValue.objects.get(strategy=strategy)
    changed = post_form(client, reverse("strategy:core-value-change", args=[value.pk]), meaning="Doen wat we zeggen")
    page = client.get(value.get_absolute_url()).content.decode()
    removed = client.post(reverse("strategy:core-value-remove", args=[value.pk]), follow=True)

    assert messages_of(added) == ["“Daadkracht” is toegevoegd."]
    assert messages_of(changed) == ["“Daadkracht” is opgeslagen."]
    assert "Doen wat we zeggen" in page
    assert "We doen het" in page
    assert messages_of(removed) == ["“Daadkracht” is verwijderd."]
    assert removed.redirect_chain == [(LIST, 302)]
    assert not CoreValue.objects.exists()
    assert [event.action for event in AuditEvent.objects.order_by("pk")] == ["add", "change", "remove"]


def test_archive_and_restore_a_core_value(client, login):
    user = login("strategy.view_corevalue", "strategy.change_corevalue")
    value = CoreValueFactory(name="Realisme")
    url = reverse("strategy:core-value-archive", args=[value.pk])

    asked = client.get(url).content.decode()
    archived = client.post(url, follow=True)
    value.refresh_from_db()
    by = value.archived_by
    restored = client.post(url, {"restore": "1"}, follow=True)
    value.refresh_from_db()

    assert "“Realisme” archiveren" in asked
    assert (messages_of(archived), by) == (["“Realisme” is gearchiveerd."], user)
    assert (messages_of(restored), value.archived_at) == (["“Realisme” is teruggezet."], None)


def test_a_name_that_the_strategy_has_already_is_refused_beside_the_field(client, login):
    login("strategy.change_corevalue")
    value = CoreValueFactory(name="Ruimte")
    CoreValueFactory(strategy=value.strategy, name="Verbinden")

    response = post_form(client, reverse("strategy:core-value-change", args=[value.pk]), name="VERBINDEN")

    assert response.context["form"].errors == {"name": ["Deze strategie heeft al een kernwaarde met deze naam."]}
    assert "<h1>“Ruimte” wijzigen</h1>" in response.content.decode()
