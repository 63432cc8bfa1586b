"""Blocks of the reading view, changed where they stand: with htmx, and as a plain page."""

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from strategy.models import CoreValue, Goal, Strategy, Theme
from tests.factories.strategy import CoreValueFactory, GoalFactory, StrategyFactory, ThemeFactory
from tests.forms import filled, messages_of, post_form

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
READ = reverse("strategy:strategy")
# the word in the address: model, place in the text, and what is typed into which field
BLOCKS = {
    "inleiding": (Strategy, "introduction", "introduction", "Wij kopen anders in."),
    "visie": (Strategy, "vision", "vision", "Over tien jaar."),
    "kernwaarde": (CoreValue, "core-value-{pk}", "meaning", "Wij bellen eerst."),
    "thema": (Theme, "theme-{pk}", "ambition", "Niets weg."),
    "doel": (Goal, "goal-{pk}", "statement", "Minder plastic"),
}
every_block = pytest.mark.parametrize("part", BLOCKS)
PAGES = {Strategy: "strategy", CoreValue: "core-value", Theme: "theme", Goal: "goal"}


@pytest.fixture
def strategy():
    strategy = StrategyFactory(title="MVI 2030", is_current=True, introduction="Wij kopen in.", vision="Later.")
    CoreValueFactory(strategy=strategy, name="Ruimte")
    GoalFactory(theme=ThemeFactory(strategy=strategy, name="Circulair"), statement="Minder afval")
    return strategy


def block(part):
    """The row, the address of its small form, its place in the text, and what to type."""
    model, place, field, typed = BLOCKS[part]
    row = model.objects.get()
    page = reverse(f"strategy:{PAGES[model]}-change", args=[row.pk])
    return row, f"{page}?deel={part}", place.format(pk=row.pk), {field: typed}


@every_block
@pytest.mark.usefixtures("strategy")
def test_a_block_is_changed_in_its_own_place(client, login, part):
    person = login(is_superuser=True)
    row, address, _place, typed = block(part)
    assert f'hx-get="{address}"' in client.get(READ).text

    form = client.get(address, headers=HTMX)
    assert form.templates[0].name == "strategy/_block_form.html"
    assert "<html" not in form.text
    back = client.get(f"{address}&terug", headers=HTMX)
    assert f'hx-get="{address}"' in back.text
    answer = client.post(address, filled(form) | typed, headers=HTMX)

    row.refresh_from_db()
    assert {name: getattr(row, name) for name in typed} == typed
    assert answer.headers["HX-Refresh"] == "true"
    assert messages_of(client.get(READ)) == [f"“{row}” is opgeslagen."]
    event = AuditEvent.objects.get()
    assert (event.action, event.actor, event.details["fields"]) == ("change", person, list(typed))


@every_block
@pytest.mark.usefixtures("strategy")
def test_the_small_form_is_a_plain_page_too(client, login, part):
    login(is_superuser=True)
    row, address, place, typed = block(part)

    assert f'<a href="{READ}#{place}">Annuleren</a>' in client.get(address).text
    page = post_form(client, address, **typed)

    row.refresh_from_db()
    assert {name: getattr(row, name) for name in typed} == typed
    assert page.redirect_chain[-1][0] == f"{READ}#{place}"


@every_block
@pytest.mark.usefixtures("strategy")
def test_who_may_not_change_a_block_is_not_offered_it(client, login, part):
    login("strategy.view_strategy")
    _row, address, _place, typed = block(part)

    assert "hx-get=" not in client.get(READ).text
    assert client.get(address, headers=HTMX).status_code == 403
    assert client.post(address, typed, headers=HTMX).status_code == 403


def test_the_second_of_two_editors_is_told_in_the_block(client, login, strategy):
    login(is_superuser=True)
    _row, address, _place, typed = block("inleiding")
    sent = filled(client.get(address, headers=HTMX)) | typed
    Strategy.objects.filter(pk=strategy.pk).update(introduction="Van een ander.")

    answer = client.post(address, sent, headers=HTMX)

    assert answer.status_code == 200
    assert answer.context["form"].conflict
    assert "Van een ander." in answer.text
    strategy.refresh_from_db()
    assert strategy.introduction == "Van een ander."


def test_what_is_wrong_is_said_beside_the_field(client, login, strategy):
    login(is_superuser=True)
    ThemeFactory(strategy=strategy, name="Sociaal")
    theme = Theme.objects.get(name="Circulair")
    address = reverse("strategy:theme-change", args=[theme.pk]) + "?deel=thema"
    sent = filled(client.get(address, headers=HTMX))

    answer = client.post(address, sent | {"name": "sociaal"}, headers=HTMX)

    assert answer.context["form"].errors == {"name": ["Deze strategie heeft al een thema met deze naam."]}
    assert f'id="id_thema_{theme.pk}_name"' in answer.text
