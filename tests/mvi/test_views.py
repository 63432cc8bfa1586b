"""The pages that every noun has, tried through those of themes and goals; test_saving.py tries how they save."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse

from mvi.actions import archive, restore
from mvi.models import AuditEvent
from mvi.views import ConfirmPage
from strategy.models import Theme
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotThemeFactory
from tests.factories.strategy import GoalFactory, ThemeFactory
from tests.forms import filled, messages_of

PAGES = {
    "theme-list": "view",
    "theme-add": "add",
    "theme-detail": "view",
    "theme-change": "change",
    "theme-remove": "delete",
    "theme-archive": "change",
    "theme-history": "view",
}


def address(page, theme):
    return reverse(f"strategy:{page}", args=[] if page in {"theme-list", "theme-add"} else [theme.pk])


@pytest.mark.parametrize(("page", "verb"), PAGES.items())
def test_each_page_opens_with_its_permission_and_with_no_other(client, login, page, verb):
    theme = ThemeFactory()
    others = {"view", "add", "change", "delete"} - {verb}

    login(*(f"strategy.{other}_theme" for other in others))
    refused = client.get(address(page, theme))
    login(f"strategy.{verb}_theme")
    allowed = client.get(address(page, theme))

    assert (refused.status_code, allowed.status_code) == (403, 200)


@pytest.mark.parametrize("page", ["theme-add", "theme-change", "theme-remove", "theme-archive"])
def test_a_post_without_permission_changes_nothing(client, login, page):
    theme = ThemeFactory(name="Energie")
    login("strategy.view_theme")

    response = client.post(address(page, theme), {"name": "Anders", "submission": "x", "version": "1"})

    theme.refresh_from_db()
    assert response.status_code == 403
    assert (theme.name, theme.is_archived, Theme.objects.count()) == ("Energie", False, 1)


@pytest.mark.parametrize("page", PAGES)
def test_the_anonymous_are_sent_to_log_in(client, db, page):
    theme = ThemeFactory()

    response = client.get(address(page, theme))

    assert response.status_code == 302
    assert response.url.startswith("/account/login/")


def test_looking_at_a_question_does_nothing(client, login):
    login("strategy.delete_theme", "strategy.change_theme")
    theme = ThemeFactory()

    for page in ("theme-remove", "theme-archive"):
        assert client.get(address(page, theme)).status_code == 200

    theme.refresh_from_db()
    assert not theme.is_archived


def test_remove_a_row_on_which_nothing_relies(client, login):
    user = login("strategy.delete_theme", "strategy.view_theme")
    theme = ThemeFactory(name="Energie")
    pk = theme.pk

    response = client.post(address("theme-remove", theme), follow=True)

    event = AuditEvent.objects.get()
    assert response.redirect_chain == [(reverse("strategy:theme-list"), 302)]
    assert messages_of(response) == ["“Energie” is verwijderd."]
    assert not Theme.objects.exists()
    assert (event.action, event.object_id, event.object_label, event.actor) == ("remove", str(pk), "Energie", user)


@pytest.mark.parametrize("factory", [GoalFactory, PilotThemeFactory])
def test_a_row_on_which_others_rely_is_not_removed_and_the_page_says_why(client, login, factory):
    login("strategy.delete_theme")
    theme = ThemeFactory(name="Energie")
    factory(theme=theme)

    response = client.post(address("theme-remove", theme))

    assert response.status_code == 409
    assert "“Energie” kan niet worden verwijderd" in response.content.decode()
    assert Theme.objects.get() == theme
    assert not AuditEvent.objects.exists()


def test_remove_what_was_removed_already_is_not_found(client, login):
    login("strategy.delete_theme")
    theme = ThemeFactory()
    url = address("theme-remove", theme)
    client.post(url)

    assert client.post(url).status_code == 404


def test_archive_and_restore_are_audited_and_refused_the_second_time(db):
    user, theme = UserFactory(), ThemeFactory()

    archive(row=theme, by=user)
    with pytest.raises(ValidationError, match="al gearchiveerd"):
        archive(row=theme, by=user)
    restore(row=theme, by=user)
    with pytest.raises(ValidationError, match="niet gearchiveerd"):
        restore(row=theme, by=user)

    assert [(event.action, event.actor) for event in AuditEvent.objects.order_by("pk")] == [
        ("archive", user),
        ("restore", user),
    ]


def test_a_double_click_on_archiving_does_not_restore(client, login):
    login("strategy.view_theme", "strategy.change_theme")
    theme = ThemeFactory()
    url = address("theme-archive", theme)

    assert 'name="restore"' not in client.get(url).content.decode()
    first, second = client.post(url), client.post(url)

    theme.refresh_from_db()
    assert (first.status_code, second.status_code, theme.is_archived) == (302, 409, True)
    assert "Dit is al gearchiveerd." in second.content.decode()
    assert '<input type="hidden" name="restore" value="1">' in client.get(url).content.decode()


def test_what_cannot_be_archived_is_not_advised_to_be(client, login):
    login("strategy.view_strategy", "strategy.delete_strategy")
    theme = ThemeFactory()

    response = client.post(reverse("strategy:strategy-remove", args=[theme.strategy_id]))

    assert response.context["errors"] == [f"“{theme.strategy}” kan niet worden verwijderd: er hangen thema’s van af."]


def test_a_clash_with_somebody_else_is_told_on_the_page_that_asks(rf, db):
    class Clash(ConfirmPage):
        permission_required = ()
        model = Theme

        def perform(self, row):
            raise IntegrityError

    theme, request = ThemeFactory(), rf.post("/")
    request.user = UserFactory()

    response = Clash.as_view()(request, pk=theme.pk)

    assert response.status_code == 409
    assert response.context_data["errors"] == [
        "Iemand anders veranderde hier op hetzelfde moment iets. Kijk opnieuw en probeer het nog eens."
    ]


def test_every_save_has_its_line_in_the_audit_trail(client, login):
    user = login("strategy.change_theme", "strategy.view_theme")
    theme = ThemeFactory(name="Energie")
    url = address("theme-change", theme)

    client.post(url, filled(client.get(url)) | {"name": "Warmte", "level": "2"})

    event = AuditEvent.objects.get()
    assert (event.action, event.object_type, event.object_label, event.actor, event.result, event.origin) == (
        "change",
        "strategy.theme",
        "Warmte",
        user,
        "success",
        "127.0.0.1",
    )
    assert event.details == {"fields": ["name", "level"]}


def test_a_refused_form_leaves_no_line_and_no_change(client, login):
    login("strategy.change_theme")
    theme = ThemeFactory(name="Energie")
    url = address("theme-change", theme)

    response = client.post(url, filled(client.get(url)) | {"name": ""})

    theme.refresh_from_db()
    page = response.content.decode()
    assert theme.name == "Energie"
    assert not AuditEvent.objects.exists()
    assert "Er klopt nog iets niet" in page
    assert '<a href="#id_name">Naam: Dit veld is verplicht.</a>' in page
    assert "<h1>“Energie” wijzigen</h1>" in page


def test_a_question_must_say_what_it_does():
    with pytest.raises(NotImplementedError):
        ConfirmPage().perform(None)


def test_a_list_is_cut_into_pages_and_keeps_its_filter(client, login):
    login("strategy.view_theme")
    for number in range(26):
        ThemeFactory(name=f"Thema {number:02}", position=number)
    ThemeFactory(name="Iets anders")
    url = reverse("strategy:theme-list")

    first, second = client.get(url, {"q": "thema"}), client.get(url, {"q": "thema", "page": "2"})

    assert len(first.context["theme_list"]) == 25
    assert [theme.name for theme in second.context["theme_list"]] == ["Thema 25"]
    assert "?q=thema&amp;page=2" in first.content.decode()
