"""Pages of themes."""

import pytest
from django.urls import reverse

from mvi.models import AuditEvent, Level
from strategy.models import Theme, ThemeColour
from tests.factories.mvi import UserFactory
from tests.factories.strategy import GoalFactory, StrategyFactory, ThemeFactory
from tests.forms import messages_of, post_form

LIST = reverse("strategy:theme-list")
CONTROL_CHARACTER = (
    "Deze tekst bevat een onzichtbaar besturingsteken. Typ de tekst opnieuw, of plak hem als platte tekst."
)


@pytest.mark.parametrize("number_of_themes", [1, 3])
def test_the_list_needs_the_same_queries_for_any_length(client, login, number_of_themes, django_assert_num_queries):
    login("strategy.view_theme")
    for _ in range(number_of_themes):
        GoalFactory(theme__owner=UserFactory())

    with django_assert_num_queries(8):
        response = client.get(LIST)

    assert [theme.number_of_goals for theme in response.context["theme_list"]] == [1] * number_of_themes


def test_an_archived_theme_is_listed_only_when_asked_for(client, login):
    user = login("strategy.view_theme", "strategy.change_theme")
    used, away = ThemeFactory(name="Energie"), ThemeFactory(name="Water")
    client.post(reverse("strategy:theme-archive", args=[away.pk]))

    assert list(client.get(LIST).context["theme_list"]) == [used]
    assert list(client.get(LIST, {"archive": "archived"}).context["theme_list"]) == [away]
    assert set(client.get(LIST, {"archive": "all"}).context["theme_list"]) == {used, away}
    away.refresh_from_db()
    assert away.archived_by == user


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"q": "energie"}, ["Energie"]),
        ({"q": "WARMTE huizen"}, ["Energie"]),
        ({"q": "energie warmtepomp"}, []),
        ({"level": "3"}, ["Sociaal"]),
        ({"q": ""}, ["Energie", "Sociaal"]),
    ],
)
def test_the_list_is_filtered(client, login, typed, found):
    login("strategy.view_theme")
    ThemeFactory(name="Energie", ambition="Warmte voor alle huizen", position=1)
    ThemeFactory(name="Sociaal", level=Level.AMBITIOUS, position=2)

    assert [theme.name for theme in client.get(LIST, typed).context["theme_list"]] == found


@pytest.mark.parametrize(
    "typed", [{"level": "9"}, {"owner": "99999999999999999999"}, {"q": "x" * 101}, {"archive": "x"}]
)
def test_a_filter_that_cannot_be_is_refused_with_a_message_beside_it(client, login, typed):
    login("strategy.view_theme")
    ThemeFactory()

    response = client.get(LIST, typed)

    assert list(response.context["filter"].form.errors) == list(typed)
    assert not response.context["theme_list"]
    assert response.status_code == 200


@pytest.mark.parametrize(("typed", "status"), [({"q": "a\x00b"}, 400), ({"page": "9"}, 404), ({"page": "x"}, 404)])
def test_an_address_that_cannot_be_is_no_page(client, login, typed, status):
    login("strategy.view_theme")

    assert client.get(LIST, typed).status_code == status


def test_an_empty_list_says_what_to_do(client, login):
    login("strategy.view_theme", "strategy.add_theme")

    page = client.get(LIST).content.decode()

    assert "Nog geen thema’s. Vaak komen ze uit een eerste werksessie." in page
    assert page.count(reverse("strategy:theme-add")) == 2


def test_who_may_only_read_is_offered_nothing_else(client, login):
    login("strategy.view_theme")
    theme = ThemeFactory()

    pages = client.get(LIST).content.decode() + client.get(theme.get_absolute_url()).content.decode()

    assert "wijzigen/" not in pages
    assert "verwijderen/" not in pages
    assert "archiveren/" not in pages
    assert "nieuw/" not in pages
    assert "geschiedenis/" in pages


def test_add_a_theme_to_the_current_strategy(client, login):
    user = login("strategy.view_theme", "strategy.add_theme")
    strategy = StrategyFactory(is_current=True)

    response = post_form(
        client,
        reverse("strategy:theme-add"),
        name="Circulair",
        ambition="Niets weg.",
        colour=str(ThemeColour.TEAL.value),
        level="2",
        owner=str(user.pk),
    )

    theme = Theme.objects.get()
    assert response.redirect_chain == [(theme.get_absolute_url(), 302)]
    assert messages_of(response) == ["“Circulair” is toegevoegd."]
    assert (theme.strategy, theme.owner, theme.level, theme.colour) == (strategy, user, 2, ThemeColour.TEAL)
    event = AuditEvent.objects.get()
    assert (event.action, event.object_type, event.object_id, event.actor) == (
        "add",
        "strategy.theme",
        str(theme.pk),
        user,
    )
    assert event.details == {"fields": ["name", "colour", "ambition", "level", "owner"]}


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"name": ""}, "Dit veld is verplicht."),
        ({"name": "energie"}, "Deze strategie heeft al een thema met deze naam."),
        ({"name": "Ener\x07gie!"}, CONTROL_CHARACTER),
        ({"name": "Ener\x00gie!"}, "Null-tekens zijn niet toegestaan."),
        ({"name": "x" * 81}, "Zorg dat deze waarde niet meer dan 80 tekens bevat (het zijn er nu 81)."),
        ({"level": "4"}, "Selecteer een geldige keuze. 4 is geen beschikbare keuze."),
        ({"owner": "999"}, "Selecteer een geldige keuze. Deze keuze is niet beschikbaar."),
        ({"position": "99999999999"}, "Zorg ervoor dat deze waarde hoogstens 32767 is."),
    ],
)  # fmt: skip
def test_bad_input_is_explained_and_kept(client, login, typed, message):
    login("strategy.add_theme")
    strategy = StrategyFactory(is_current=True)
    ThemeFactory(strategy=strategy, name="Energie")

    response = post_form(
        client, reverse("strategy:theme-add"), **({"name": "Nieuw", "ambition": "Blijft staan"} | typed)
    )

    assert [error for errors in response.context["form"].errors.values() for error in errors] == [message]
    assert "Blijft staan" in response.content.decode()
    assert response.status_code == 200
    assert Theme.objects.count() == 1


def test_markup_in_a_text_is_shown_as_typed(client, login):
    login("strategy.view_theme")
    theme = ThemeFactory(name="<script>alert(1)</script>", ambition="<b>vet</b>")

    page = client.get(theme.get_absolute_url()).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;b&gt;vet&lt;/b&gt;" in page


def test_who_left_is_not_offered_as_owner_but_stays_where_they_were(client, login):
    login("strategy.change_theme", "strategy.view_theme")
    gone, gone_too = UserFactory(is_active=False), UserFactory(is_active=False)
    theme = ThemeFactory(owner=gone)

    offered = client.get(reverse("strategy:theme-change", args=[theme.pk])).context["form"].fields["owner"].queryset

    assert gone in offered
    assert gone_too not in offered
