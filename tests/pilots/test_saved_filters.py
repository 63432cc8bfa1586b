"""Filters of the list of pilots that somebody keeps under a name."""

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from pilots.models import SavedFilter
from tests.factories.pilots import PilotFactory, SavedFilterFactory
from tests.forms import messages_of, post_form

LIST = reverse("pilots:pilot-list")
KEEP = reverse("pilots:filter-keep")
MINE = reverse("pilots:saved-filters")


@pytest.fixture
def user(login):
    return login("pilots.view_pilot")


def test_keep_what_the_list_shows(client, user):
    PilotFactory(name="Bermen", phase="tender")
    PilotFactory(name="Zwembad")
    assert f'href="{KEEP}?phase=tender"' in client.get(LIST, {"phase": "tender", "q": "", "page": "1"}).text

    response = post_form(client, f"{KEEP}?phase=tender", name="Loopt nu")

    assert messages_of(response) == ["“Loopt nu” is toegevoegd."]
    assert [pilot.name for pilot in response.context["pilot_list"]] == ["Bermen"]
    saved = SavedFilter.objects.get()
    assert (saved.user, saved.query) == (user, "phase=tender")
    assert '<a href="?phase=tender" aria-current="page">Loopt nu</a>' in response.text
    assert '<a href="?phase=tender">Loopt nu</a>' in client.get(LIST).text
    event = AuditEvent.objects.get(object_type="pilots.savedfilter")
    assert (event.action, event.actor, event.object_label) == ("add", user, "Loopt nu")


@pytest.mark.parametrize("query", ["", "page=3", "phase=onzin", "&".join(["phase=tender"] * 100)])
def test_what_filters_nothing_is_not_kept(client, user, query):
    response = post_form(client, f"{KEEP}?{query}", name="Niets")

    assert "Dit filter kan niet worden bewaard." in response.text
    assert not SavedFilter.objects.exists()


def test_a_filter_with_an_error_is_not_offered_to_be_kept(client, user):
    assert KEEP not in client.get(LIST, {"phase": "onzin"}).text


def test_a_name_is_used_once_by_each_person(client, user):
    SavedFilterFactory(user=user, name="Loopt nu")
    SavedFilterFactory(name="Van een ander")

    again = post_form(client, f"{KEEP}?phase=idea", name="loopt NU")
    post_form(client, f"{KEEP}?phase=idea", name="Van een ander")

    assert again.context["form"].errors == {"name": ["U hebt al een filter met deze naam."]}
    assert [saved.name for saved in SavedFilter.objects.filter(user=user)] == ["Loopt nu", "Van een ander"]


def test_rename(client, user):
    saved = SavedFilterFactory(user=user, name="Oud")
    SavedFilterFactory(user=user, name="Bezet")
    address = reverse("pilots:filter-rename", args=[saved.pk])

    assert post_form(client, address, name="bezet").context["form"].errors == {
        "name": ["U hebt al een filter met deze naam."]
    }
    response = post_form(client, address, name="Nieuw")

    assert [saved.name for saved in response.context["savedfilter_list"]] == ["Bezet", "Nieuw"]
    saved.refresh_from_db()
    assert (saved.name, saved.query) == ("Nieuw", "phase=tender")
    assert AuditEvent.objects.filter(action="rename", object_id=saved.pk, actor=user).count() == 1


def test_remove(client, user):
    saved = SavedFilterFactory(user=user)
    other = SavedFilterFactory()

    response = client.post(reverse("pilots:filter-remove", args=[saved.pk]), follow=True)

    assert "Nog geen filters." in response.text
    assert [row.pk for row in SavedFilter.objects.all()] == [other.pk]
    assert AuditEvent.objects.filter(action="remove", object_type="pilots.savedfilter", actor=user).count() == 1


@pytest.mark.parametrize("page", ["filter-rename", "filter-remove"])
def test_filters_of_others_do_not_exist(client, user, page):
    saved = SavedFilterFactory(name="Geheim")
    address = reverse(f"pilots:{page}", args=[saved.pk])

    assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]
    assert "Geheim" not in client.get(LIST).text + client.get(MINE).text
    assert SavedFilter.objects.filter(name="Geheim").exists()


@pytest.mark.parametrize("number", [1, 3])
def test_my_filters_need_the_same_queries_for_any_length(client, user, number, django_assert_num_queries):
    SavedFilterFactory.create_batch(number, user=user)

    with django_assert_num_queries(5):
        response = client.get(MINE)

    assert str(response.context["savedfilter_list"][0]) == SavedFilter.objects.first().name
