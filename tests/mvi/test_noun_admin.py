"""Every noun in the admin: found, listed in few queries, exported only by who may, audited, never overwritten."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mvi.models import AuditEvent, Organisation
from pilots.models import Pilot
from strategy.models import Theme
from tests.factories.mvi import UserFactory
from tests.factories.pilots import MilestoneFactory, PilotFactory, ResultFactory
from tests.factories.strategy import ActionFactory, GoalFactory, StrategyFactory, ThemeFactory
from tests.factories.workshops import SessionFactory, VoteFactory
from tests.nouns import FACTORIES, NOUNS, admin_page, permission

LEFT_OUT = {  # what the database makes, what the archive pages do, and what opens a door
    "id",
    "version",
    "slug",
    "words_in_capitals",
    "join_code",
    "is_template",  # of a series: own templates are made on their own page
    "token",
    "r_ladder_version",
    "is_demo",
    "key",  # of a contribution: made by a phone
    "contributions",  # of a cluster: the harvests
    "file_name",  # of a document: with its file, which no sheet can hold
    "content_type",
    "size",
    "added_at",
    "added_by",
    "content",  # of a progress report: the figures that are kept when it is made final
    "finalised_at",
    "finalised_by",
}
every_noun = pytest.mark.parametrize("model", NOUNS, ids=lambda model: model._meta.label)


@pytest.fixture
def administrator(login):
    return login(is_staff=True, is_superuser=True)


@every_noun
def test_every_noun_is_in_the_admin_and_can_be_searched(model):
    model_admin = admin.site._registry[model]

    assert model_admin.search_fields
    assert model_admin.list_filter or model is Organisation
    assert model_admin.resource_classes[0]._meta.model is model


@every_noun
def test_every_field_goes_out_unless_it_is_named_here(model):
    fields = {field.name for field in model._meta.get_fields() if field.concrete and field.name not in LEFT_OUT}

    assert fields == set(admin.site._registry[model].resource_classes[0]._meta.fields)


@every_noun
@pytest.mark.usefixtures("administrator")
def test_a_list_shows_and_finds_rows_in_the_same_number_of_queries_for_any_length(client, model):
    address = reverse(admin_page("changelist", model))
    FACTORIES[model]()
    client.get(address)  # what is read once and remembered
    with CaptureQueriesContext(
        connection,
    ) as one:
        assert client.get(address, {"q": "a"}).status_code == 200
    FACTORIES[model].create_batch(2)
    with CaptureQueriesContext(connection) as three:
        assert client.get(address, {"q": "a"}).status_code == 200

    assert len(three) == len(one)


@every_noun
def test_without_their_own_permission_nobody_exports_or_imports(client, login, model):
    FACTORIES[model]()
    login(*(permission(verb, model) for verb in ("view", "change", "add", "delete")), is_staff=True)

    for page in ("export", "import", "import_template"):
        address = reverse(admin_page(page, model))
        assert [client.get(address).status_code, client.post(address, {"format": "0"}).status_code] == [403, 403]


@every_noun
@pytest.mark.parametrize("file_format", range(4))
def test_an_export_needs_only_its_permission_and_is_recorded(client, login, model, file_format):
    FACTORIES[model]()
    user = login(permission("view", model), permission("export", model), is_staff=True)

    response = client.post(reverse(admin_page("export", model)), {"format": str(file_format), "resource": "0"})

    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment; filename=")
    event = AuditEvent.objects.get(action="export")
    assert (event.actor, event.object_type) == (user, model._meta.label_lower)
    assert event.details == {"rows": model.objects.count(), "format": ["xlsx", "csv", "ods", "json"][file_format]}


@pytest.mark.usefixtures("administrator")
def test_a_selection_is_exported(client):
    themes = [ThemeFactory(name=name) for name in ("Circulair", "Energie", "Sociaal")]
    chosen = [theme.pk for theme in themes[:2]]
    ask = {"action": "export_admin_action", "_selected_action": chosen}

    page = client.post(reverse("admin:strategy_theme_changelist"), ask)
    response = client.post(
        reverse("admin:strategy_theme_export"), {"format": "1", "resource": "0", "export_items": chosen}
    )

    assert page.context["form"].initial["export_items"] == chosen
    lines = b"".join(response.streaming_content).decode().splitlines()
    assert [line.split(";")[1] for line in lines] == ["Naam", "Circulair", "Energie"]


@every_noun
@pytest.mark.usefixtures("administrator")
def test_the_pages_of_a_row_work(client, model):
    row = FACTORIES[model]()

    for page in ("change", "history", "delete"):
        response = client.get(reverse(admin_page(page, model), args=[row.pk]))
        settled = page == "delete" and not admin.site._registry[model].has_delete_permission(response.wsgi_request)
        assert response.status_code == (403 if settled else 200)
    assert client.get(reverse(admin_page("import", model))).status_code == 200
    assert client.get(reverse(admin_page("export", model))).status_code == 200
    assert client.get(reverse(admin_page("import_template", model))).status_code == 200


@every_noun
@pytest.mark.usefixtures("administrator")
def test_what_an_action_governs_is_read_only(client, model):
    row = FACTORIES[model]()
    governed = admin.site._registry[model].resource_classes[0]._meta.governed

    response = client.get(reverse(admin_page("change", model), args=[row.pk]))

    assert set(governed).isdisjoint(response.context["adminform"].form.fields)


def test_adding_changing_and_removing_are_recorded(client, administrator):
    strategy = StrategyFactory()
    typed = {"strategy": strategy.pk, "name": "Circulair", "colour": 1, "ambition": "", "level": 2, "position": 0}

    client.post(reverse("admin:strategy_theme_add"), typed)
    theme = Theme.objects.get()
    change = reverse("admin:strategy_theme_change", args=[theme.pk])
    client.post(change, typed | {"level": 3, "opened_version": theme.version})
    client.post(reverse("admin:strategy_theme_delete", args=[theme.pk]), {"post": "yes"})

    assert not Theme.objects.exists()
    assert list(AuditEvent.objects.order_by("pk").values_list("action", "object_label", "details", "actor")) == [
        ("add", "Circulair", {}, administrator.pk),
        ("change", "Circulair", {"fields": ["Level"]}, administrator.pk),
        ("remove", "Circulair", {}, administrator.pk),
    ]


def test_removing_a_selection_is_recorded_row_by_row(client, administrator):
    themes = [ThemeFactory(), ThemeFactory()]

    client.post(
        reverse("admin:strategy_theme_changelist"),
        {"action": "delete_selected", "_selected_action": [theme.pk for theme in themes], "post": "yes"},
    )

    assert not Theme.objects.exists()
    assert set(AuditEvent.objects.values_list("action", "object_id", "actor")) == {
        ("remove", str(theme.pk), administrator.pk) for theme in themes
    }


@pytest.mark.usefixtures("administrator")
def test_what_others_rely_on_is_not_removed(client):
    goal = GoalFactory()

    response = client.post(reverse("admin:strategy_theme_delete", args=[goal.theme.pk]), {"post": "yes"})

    assert response.status_code == 200
    assert [str(goal.statement) in text for text in map(str, response.context["protected"])] == [True]
    assert Theme.objects.filter(pk=goal.theme.pk).exists()


@pytest.mark.usefixtures("administrator")
def test_the_second_of_two_editors_is_told_what_changed_and_loses_nothing(client):
    theme = ThemeFactory(name="Circulair", ambition="Oud")
    address = reverse("admin:strategy_theme_change", args=[theme.pk])
    typed = {"strategy": theme.strategy_id, "name": "Circulair", "colour": 1, "ambition": "Mijn", "position": 0}
    typed |= {"level": 1, "opened_version": theme.version}
    Theme.objects.filter(pk=theme.pk).update(ambition="Van een ander", level=3)

    response = client.post(address, typed)

    form = response.context["adminform"].form
    theme.refresh_from_db()
    assert theme.ambition == "Van een ander"
    assert list(form.non_field_errors())[1:] == [
        "Ambitie: zij hebben “Van een ander” opgeslagen, u heeft “Mijn”.",
        "Niveau: zij hebben “3 · ambitieus” opgeslagen, u heeft “1 · basis”.",
    ]
    assert (form["ambition"].value(), form["level"].value()) == ("Mijn", "3")

    client.post(address, {name: form[name].value() or "" for name in form.fields})

    theme.refresh_from_db()
    assert (theme.ambition, theme.level) == ("Mijn", 3)


@pytest.mark.usefixtures("administrator")
def test_a_form_without_its_version_is_not_saved(client):
    theme = ThemeFactory(name="Circulair")
    typed = {"strategy": theme.strategy_id, "name": "Anders", "colour": 1, "level": 1, "position": 0}

    response = client.post(reverse("admin:strategy_theme_change", args=[theme.pk]), typed)

    assert response.context["adminform"].form.non_field_errors()
    theme.refresh_from_db()
    assert theme.name == "Circulair"


@pytest.mark.usefixtures("administrator")
def test_history_in_the_admin_is_that_of_the_database(client):
    theme = ThemeFactory(name="Circulair")
    Theme.objects.filter(pk=theme.pk).update(level=3)

    response = client.get(reverse("admin:strategy_theme_history", args=[theme.pk]))

    assert [entry.action for entry in response.context["entries"]] == [
        "Thema “Circulair” gewijzigd",
        "Thema “Circulair” toegevoegd",
    ]


@pytest.mark.usefixtures("administrator")
def test_history_of_nothing_leads_to_the_list(client):
    response = client.get(reverse("admin:strategy_theme_history", args=[404]))

    assert response.status_code == 302


def test_history_needs_permission(client, login):
    theme = ThemeFactory()
    login("strategy.add_theme", is_staff=True)

    assert client.get(reverse("admin:strategy_theme_history", args=[theme.pk])).status_code == 403


def test_a_buyer_changes_only_their_own_pilots_in_the_admin_too(client, login):
    rights = [
        f"pilots.{verb}_{noun}" for verb in ("view", "add", "change", "delete") for noun in ("pilot", "milestone")
    ]
    user = login(*rights, is_staff=True)
    own, other = PilotFactory(buyer=user), PilotFactory()
    milestone = MilestoneFactory(pilot=other)

    def open_to_change(name, row):
        return client.get(reverse(f"admin:pilots_{name}_change", args=[row.pk])).context["has_change_permission"]

    assert [open_to_change("pilot", own), open_to_change("pilot", other)] == [True, False]
    assert [open_to_change("milestone", MilestoneFactory(pilot=own)), open_to_change("milestone", milestone)] == [
        True,
        False,
    ]
    assert (
        client.post(reverse("admin:pilots_milestone_delete", args=[milestone.pk]), {"post": "yes"}).status_code == 403
    )
    typed = {"pilot": other.pk, "name": "Stiekem", "phase": "idea", "due_on": "2026-12-01"}
    assert client.post(reverse("admin:pilots_milestone_add"), typed).status_code == 200
    assert other.milestones.count() == 1


def test_a_pilot_added_in_the_admin_gets_an_address(client, administrator):
    response = client.post(reverse("admin:pilots_pilot_add"), {"name": "Maaien van bermen"})

    assert response.status_code == 302
    assert Pilot.objects.get().slug == "maaien-van-bermen"


@pytest.mark.usefixtures("administrator")
def test_a_result_is_added_to_a_kpi_that_may_be_changed(client):
    result = ResultFactory()

    client.post(reverse("admin:pilots_result_add"), {"kpi": result.kpi.pk, "on": "2025-01-01", "value": "3,5"})

    assert result.kpi.results.count() == 2


@pytest.mark.usefixtures("administrator")
def test_the_organisation_is_one_row(client):
    address = reverse("admin:mvi_organisation_add")

    client.post(address, {"name": "Gemeente Emmen"})

    assert Organisation.objects.get(pk=1).name == "Gemeente Emmen"
    assert client.get(address).url == reverse("admin:mvi_organisation_change", args=[1])


@pytest.mark.usefixtures("administrator")
def test_votes_are_not_touched_in_the_admin(client):
    vote = VoteFactory()

    assert client.get(reverse("admin:workshops_vote_add")).status_code == 403
    assert client.post(reverse("admin:workshops_vote_delete", args=[vote.pk]), {"post": "yes"}).status_code == 403


@pytest.mark.usefixtures("administrator")
def test_dates_are_typed_in_the_browsers_own_picker(client):
    session = SessionFactory()

    content = client.get(reverse("admin:workshops_session_change", args=[session.pk])).content.decode()

    assert 'type="datetime-local" name="starts_at"' in content


def test_an_owner_named_in_the_admin_is_only_an_offer(client, login):
    login(is_staff=True, is_superuser=True)
    action, owner = ActionFactory(), UserFactory()
    typed = {"theme": action.theme_id, "title": "Anders", "status": "planned", "owner": owner.pk}
    typed |= {"owner_status": "accepted", "opened_version": action.version}

    client.post(reverse("admin:strategy_action_change", args=[action.pk]), typed)

    action.refresh_from_db()
    assert (action.title, action.owner, action.owner_status) == ("Anders", owner, "offered")
