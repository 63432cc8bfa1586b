"""Roles, and what they let people do."""

from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db.migrations.state import StateApps
from django.urls import reverse

from mvi import roles
from mvi.models import DomainModel, User
from tests.conftest import give
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotFactory

pytestmark = pytest.mark.django_db


def person_with(role, **fields):
    user = UserFactory(**fields)
    user.groups.add(Group.objects.get(name=role))
    return user


def nouns():
    return [
        model._meta
        for app in ("strategy", "pilots", "workshops")
        for model in apps.get_app_config(app).get_models()
        if issubclass(model, DomainModel) and not hasattr(model, "pgh_tracked_model")
    ]


@pytest.mark.parametrize("role", roles.ROLES, ids=lambda role: role.key)
def test_every_right_of_a_role_exists_and_is_given(role):
    existing = {f"{p.content_type.app_label}.{p.codename}" for p in Permission.objects.select_related("content_type")}

    assert set(role.permissions) - existing == set()
    assert person_with(role.key).get_all_permissions() == set(role.permissions)


def test_a_right_of_one_person_counts_for_nothing(client, login):
    """Whoever reviews rights sees roles."""
    user = login()
    user.user_permissions.add(Permission.objects.get(codename="view_pilot"))

    assert client.get(reverse("pilots:pilot-list")).status_code == 403


def test_the_rights_of_a_role_end_with_the_account_and_are_never_of_one_row():
    buyer, left = person_with("buyer"), person_with("buyer", is_active=False)

    assert buyer.has_perm("pilots.view_pilot")
    assert not buyer.has_perm("mvi.change_user")
    assert not buyer.has_perm("pilots.view_pilot", PilotFactory())
    assert not left.has_perm("pilots.view_pilot")
    assert left.get_all_permissions() == set()


def test_a_superuser_may_do_everything_as_long_as_they_are_here():
    here, left = UserFactory(is_superuser=True), UserFactory(is_superuser=True, is_active=False)

    assert here.has_perm("mvi.change_user")
    assert "mvi.change_user" in here.get_all_permissions()
    assert not left.has_perm("mvi.change_user")
    assert left.get_all_permissions() == set()


@pytest.mark.parametrize("role", roles.ROLES, ids=lambda role: role.key)
def test_every_role_reads_every_noun(role):
    wanted = {f"{noun.app_label}.view_{noun.model_name}" for noun in nouns()}

    assert wanted - set(role.permissions) == set()


def test_an_administrator_may_do_everything_with_every_noun():
    wanted = {f"{noun.app_label}.{verb}_{noun.model_name}" for noun in nouns() for verb in noun.default_permissions}

    assert wanted - set(roles.BY_KEY["administrator"].permissions) == set()


def test_nobody_may_delete_a_user_or_write_the_audit_trail():
    forbidden = {"mvi.delete_user", "mvi.add_auditevent", "mvi.change_auditevent", "mvi.delete_auditevent"}

    assert [role.key for role in roles.ROLES if forbidden & set(role.permissions)] == []


@pytest.mark.parametrize(
    ("role", "own", "of_others"),
    [
        ("policy_advisor", False, False),
        ("buyer", True, False),
        ("project_leader", True, False),
        ("facilitator", False, False),
        ("executive", False, False),
        ("administrator", True, True),
    ],
)
def test_who_may_change_which_pilot(role, own, of_others):
    user = person_with(role)

    assert PilotFactory(buyer=user).can_be_changed_by(user) is own
    assert PilotFactory(project_leader=user).can_be_changed_by(user) is own
    assert PilotFactory().can_be_changed_by(user) is of_others


def test_syncing_restores_a_role_that_was_changed_by_hand():
    buyer = Group.objects.get(name="buyer")
    buyer.permissions.clear()
    Group.objects.get(name="executive").delete()
    output = StringIO()

    call_command("sync_roles", stdout=output)

    assert output.getvalue() == "6 roles are up to date.\n"
    assert buyer.permissions.count() == len(set(roles.BY_KEY["buyer"].permissions))
    assert Group.objects.filter(name="executive").exists()


def test_migrating_before_the_tables_of_people_leaves_roles_alone():
    Group.objects.all().delete()

    roles.after_migrate(None, using="default", apps=StateApps([], {}))

    assert not Group.objects.exists()


def test_a_role_is_known_by_its_dutch_name():
    assert roles.label(Group(name="policy_advisor")) == "beleidsadviseur"
    assert roles.label(Group(name="made elsewhere")) == "made elsewhere"


def test_who_covers_whom():
    administrator, buyer = person_with("administrator"), person_with("buyer")
    superuser = UserFactory(is_superuser=True)
    helper = UserFactory()
    give(helper, "mvi.view_user", "mvi.change_user")

    assert roles.covers(superuser, administrator)
    assert roles.covers(administrator, buyer)
    assert roles.covers(buyer, buyer)
    assert not roles.covers(administrator, superuser)
    assert not roles.covers(helper, buyer)
    assert not roles.covers(helper, person_with("buyer", is_active=False))


def test_nobody_gives_a_role_with_rights_they_do_not_have():
    administrator, buyer = Group.objects.get(name="administrator"), Group.objects.get(name="buyer")

    assert roles.may_give(UserFactory(is_superuser=True), administrator)
    assert roles.may_give(person_with("administrator"), administrator)
    assert roles.may_give(person_with("administrator"), buyer)
    assert not roles.may_give(person_with("buyer"), administrator)


def test_a_user_is_found_whatever_the_capitals_of_the_address():
    user = User.objects.create_user("Iemand@Example.ORG", "geheim", name="Iemand")

    assert user.email == "iemand@example.org"
    assert User.objects.get(email="IEMAND@example.org") == user
    assert User.objects.get_by_natural_key("iemand@EXAMPLE.org") == user
