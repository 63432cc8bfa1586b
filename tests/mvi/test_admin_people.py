"""The administration of people: who opens it, and what they may give away."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from django.urls import reverse

from mvi import accounts
from mvi.models import AuditEvent, User
from tests.conftest import give
from tests.factories.mvi import UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = "een goed wachtwoord"


def role(key):
    return Group.objects.get(name=key)


@pytest.fixture
def administrator(client):
    user = UserFactory(is_staff=True, name="Beheer")
    user.groups.add(role("administrator"))
    client.force_login(user)
    return user


@pytest.fixture
def superuser(client):
    user = UserFactory(is_staff=True, is_superuser=True)
    client.force_login(user)
    return user


def change_url(user):
    return reverse("admin:mvi_user_change", args=[user.pk])


def typed(user, **changes):
    """What the browser sends back of the change page."""
    form = {
        "email": user.email,
        "name": user.name,
        "department": user.department,
        "function": user.function,
        "groups": [group.pk for group in user.groups.all()],
    }
    form |= {name: "on" for name in ("is_active", "is_staff", "is_superuser") if getattr(user, name)}
    return {name: value for name, value in (form | changes).items() if value is not None}


def events():
    return [(event.action, event.object_id, event.details) for event in AuditEvent.objects.order_by("pk")]


# The door


@pytest.mark.parametrize("url", ["/beheer/", "/beheer/login/", "/beheer/mvi/user/"])
def test_the_administration_has_no_log_in_of_its_own(client, url):
    response = client.get(url, follow=True)

    assert response.redirect_chain[-1][0].startswith("/account/login/?next=/beheer/")


def test_after_logging_in_one_is_where_one_wanted_to_be(client):
    response = client.get("/beheer/login/?next=/beheer/mvi/user/")

    assert response.url == "/account/login/?next=/beheer/mvi/user/"


def test_a_password_sent_to_the_old_door_opens_nothing(client, administrator):
    other = UserFactory(is_staff=True)
    other.set_password(PASSWORD)
    other.save()

    response = client.post("/beheer/login/", {"username": other.email, "password": PASSWORD})

    assert response.url == "/beheer/"
    assert client.session["_auth_user_id"] == str(administrator.pk)


def test_who_is_no_administrator_is_refused(client, login):
    login()

    assert client.get("/beheer/", follow=True).status_code == 403
    assert AuditEvent.objects.get().details == {"method": "GET", "path": "/beheer/login/"}


def test_changing_ones_password_is_done_on_the_page_of_the_site(client, administrator):
    assert client.get("/beheer/password_change/").url == reverse("account_change_password")


def test_it_opens_only_with_a_second_factor_where_that_is_asked(client, administrator, settings):
    assert client.get("/beheer/").status_code == 200
    settings.STAFF_NEED_SECOND_FACTOR = True

    response = client.get("/beheer/mvi/user/", follow=True)
    assert response.redirect_chain == [(reverse("mfa_index"), 302)]
    assert "zodra u inloggen in twee stappen hebt ingesteld" in response.content.decode()

    TOTP.activate(administrator, "JBSWY3DPEHPK3PXP")
    assert client.get("/beheer/mvi/user/").status_code == 200


def test_the_identity_provider_asks_the_second_factor_of_those_who_come_through_it(client, administrator, settings):
    settings.STAFF_NEED_SECOND_FACTOR = True
    session = client.session
    session["account_authentication_methods"] = [{"method": "socialaccount", "at": 0}]
    session["account_authentication_methods_user"] = str(administrator.pk)
    session.save()

    assert client.get("/beheer/").status_code == 200


def test_the_tables_of_libraries_are_not_there(client, superuser):
    page = client.get("/beheer/").content.decode()

    assert "MVI-kompas beheer" in page
    assert [app for app in ("account", "socialaccount", "mfa", "axes", "auth") if f"/beheer/{app}/" in page] == []


# Accounts


def test_an_account_with_a_password_and_roles(client, administrator, mailoutbox):
    response = client.post(
        reverse("admin:mvi_user_add"),
        {
            "email": "Inkoper@Example.org",
            "name": "Inkoper",
            "department": "Inkoop",
            "groups": [role("buyer").pk, role("project_leader").pk],
            "usable_password": "true",
            "password1": PASSWORD,
            "password2": PASSWORD,
        },
    )

    user = User.objects.get(email="inkoper@example.org")
    assert response.status_code == 302
    assert user.check_password(PASSWORD)
    assert (user.is_staff, user.is_superuser) == (False, False)
    assert events() == [
        ("add", str(user.pk), {"fields": ["email", "name", "department"]}),
        ("change_roles", str(user.pk), {"before": [], "after": ["buyer", "project_leader"]}),
    ]
    assert mailoutbox == []


def test_an_account_without_a_password_gets_a_link_to_choose_one(client, administrator, mailoutbox):
    client.post(reverse("admin:mvi_user_add"), {"email": "a@example.org", "name": "A", "usable_password": "false"})

    user = User.objects.get(email="a@example.org")
    assert not user.has_usable_password()
    assert [mail.to for mail in mailoutbox] == [["a@example.org"]]
    assert [event[0] for event in events()] == ["add", "send_password_link"]


def test_an_address_is_there_once_whatever_its_capitals(client, administrator):
    UserFactory(email="a@example.org")

    response = client.post(
        reverse("admin:mvi_user_add"), {"email": "A@Example.org", "name": "A", "usable_password": "false"}
    )

    assert response.status_code == 200
    assert "Er is al een gebruiker met dit e-mailadres." in response.content.decode()


def test_roles_show_by_name_and_purpose(client, administrator):
    page = client.get(change_url(administrator)).content.decode()

    assert "inkoper: Meldt pilots aan" in page
    assert 'name="is_superuser"' not in page


def test_other_roles_end_the_sessions_of_that_person(client, administrator):
    user = UserFactory()
    user.groups.add(role("buyer"))

    client.post(change_url(user), typed(user, groups=[role("executive").pk]))

    user.refresh_from_db()
    assert [group.name for group in user.groups.all()] == ["executive"]
    assert user.logged_out_times == 1
    assert events() == [("change_roles", str(user.pk), {"before": ["buyer"], "after": ["executive"]})]


def test_saving_without_a_change_records_nothing(client, administrator):
    user = UserFactory()

    client.post(change_url(user), typed(user))

    assert events() == []


def test_deactivating_ends_the_sessions(client, administrator):
    user = UserFactory()

    client.post(change_url(user), typed(user, is_active=None))

    user.refresh_from_db()
    assert (user.is_active, user.logged_out_times) == (False, 1)
    assert events() == [("change", str(user.pk), {"fields": ["is_active"]})]


def test_an_administrator_makes_nobody_superuser(client, administrator):
    user = UserFactory()

    client.post(change_url(user), typed(user, is_superuser="on"))

    user.refresh_from_db()
    assert not user.is_superuser


def test_a_superuser_makes_another(client, superuser):
    user = UserFactory()

    client.post(change_url(user), typed(user, is_superuser="on"))

    user.refresh_from_db()
    assert user.is_superuser


@pytest.mark.parametrize("page", ["", "password/"])
def test_nobody_changes_an_account_with_more_rights(client, administrator, page):
    superuser = UserFactory(is_superuser=True, email="super@example.org")

    response = client.post(
        change_url(superuser).replace("change/", page or "change/"),
        typed(superuser, email="mine@example.org", password1=PASSWORD, password2=PASSWORD, usable_password="true"),
    )

    assert response.status_code == 403
    superuser.refresh_from_db()
    assert superuser.email == "super@example.org"
    assert not superuser.check_password(PASSWORD)


def test_staff_give_no_role_with_rights_they_do_not_have(client):
    helper = UserFactory(is_staff=True)
    give(helper, "mvi.view_user", "mvi.change_user")
    client.force_login(helper)
    user = UserFactory()

    page = client.post(change_url(user), typed(user, groups=[role("administrator").pk]))

    assert page.status_code == 200
    assert not user.groups.exists()
    with pytest.raises(PermissionDenied):
        accounts.give_roles(user=user, roles=[role("buyer")], by=helper)


def test_no_account_is_deleted(client, superuser):
    user = UserFactory()

    assert client.post(reverse("admin:mvi_user_delete", args=[user.pk]), {"post": "yes"}).status_code == 403
    client.post(reverse("admin:mvi_user_changelist"), {"action": "delete_selected", "_selected_action": [user.pk]})
    assert User.objects.filter(pk=user.pk).exists()


def test_a_password_set_by_an_administrator_is_recorded(client, administrator):
    user = UserFactory()
    url = change_url(user).replace("change/", "password/")

    client.post(url, {"usable_password": "true", "password1": PASSWORD, "password2": "anders"})
    assert events() == []
    client.post(url, {"usable_password": "true", "password1": PASSWORD, "password2": PASSWORD})

    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert events() == [("set_password", str(user.pk), {})]
    assert client.get(url.replace(str(user.pk), "0")).status_code == 404


def test_the_list_filters_by_role_and_shows_who_has_a_second_factor(client, administrator):
    buyer = UserFactory(name="De inkoper")
    buyer.groups.add(role("buyer"))
    TOTP.activate(buyer, "JBSWY3DPEHPK3PXP")

    response = client.get(reverse("admin:mvi_user_changelist"), {"role": "buyer"})

    assert list(response.context["cl"].result_list) == [buyer]
    assert 'class="field-shown_roles">inkoper<' in response.content.decode()
    assert 'class="field-second_factor"><img' in response.content.decode()


@pytest.mark.parametrize("people", [1, 3])
def test_the_list_needs_the_same_queries_for_any_length(client, administrator, people, django_assert_num_queries):
    for _ in range(people):
        UserFactory().groups.add(role("buyer"))

    with django_assert_num_queries(7):
        response = client.get(reverse("admin:mvi_user_changelist"))

    assert len(response.context["cl"].result_list) == people + 1


def run(client, action, *users):
    return client.post(
        reverse("admin:mvi_user_changelist"),
        {"action": action, "_selected_action": [user.pk for user in users]},
        follow=True,
    ).content.decode()


def test_a_lost_phone(client, administrator):
    user, superuser = UserFactory(), UserFactory(is_superuser=True, name="De baas")
    for person in (user, superuser):
        TOTP.activate(person, "JBSWY3DPEHPK3PXP")

    page = run(client, "remove_second_factor", user, superuser)

    assert "Inloggen in twee stappen is verwijderd bij 1 persoon." in page
    assert "Niet voor De baas" in page
    assert [authenticator.user for authenticator in Authenticator.objects.all()] == [superuser]
    assert events() == [("remove_second_factor", str(user.pk), {})]


def test_links_to_choose_a_password(client, administrator, mailoutbox):
    page = run(client, "send_password_link", UserFactory(), UserFactory(), UserFactory(is_superuser=True))

    assert "Er is een link gestuurd naar 2 personen." in page
    assert len(mailoutbox) == 2
    assert [event[0] for event in events()] == ["send_password_link"] * 2


# The audit trail


def test_the_audit_trail_is_read_and_searched_only(client, superuser):
    event = AuditEvent.objects.create(action="close", result="success", origin="192.0.2.1", object_label="Maaien")
    AuditEvent.objects.create(action="open", result="success", origin="192.0.2.2")

    found = client.get(reverse("admin:mvi_auditevent_changelist"), {"q": "Maaien"})

    assert list(found.context["cl"].result_list) == [event]
    page = reverse("admin:mvi_auditevent_change", args=[event.pk])
    assert client.get(page).status_code == 200
    assert client.post(page, {"action": "forged"}).status_code == 403
    assert client.get(reverse("admin:mvi_auditevent_add")).status_code == 403
    assert client.post(reverse("admin:mvi_auditevent_delete", args=[event.pk]), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("lines", [1, 3])
def test_the_audit_trail_needs_the_same_queries_for_any_length(client, superuser, lines, django_assert_num_queries):
    for _ in range(lines):
        AuditEvent.objects.create(action="close", result="success", origin="console", actor=UserFactory())

    with django_assert_num_queries(6):
        response = client.get(reverse("admin:mvi_auditevent_changelist"))

    assert len(response.context["cl"].result_list) == lines


def test_the_audit_trail_says_in_words_what_was_done(client, superuser):
    for action in ("log_in", "made_elsewhere"):
        AuditEvent.objects.create(action=action, result="success", origin="console")

    page = client.get(reverse("admin:mvi_auditevent_changelist")).content.decode()

    assert 'class="field-shown_action">inloggen<' in page
    assert 'class="field-shown_action">made elsewhere<' in page


def test_nobody_but_those_with_the_right_reads_the_audit_trail(client):
    helper = UserFactory(is_staff=True)
    client.force_login(helper)

    assert client.get(reverse("admin:mvi_auditevent_changelist")).status_code == 403


def test_verbs_refuse_what_the_pages_do_not_offer():
    helper, superuser = UserFactory(), UserFactory(is_superuser=True)
    request = RequestFactory().post("/")
    request.user = helper

    with pytest.raises(PermissionDenied):
        accounts.remove_second_factor(user=superuser, by=helper)
    with pytest.raises(PermissionDenied):
        accounts.send_password_link(request, user=superuser)
