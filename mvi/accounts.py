"""Verbs on the accounts of other people; only administrators come here."""

from collections.abc import Iterable

from allauth.account.forms import ResetPasswordForm
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest

from mvi import audit
from mvi.models import User
from mvi.roles import covers, may_give


@transaction.atomic
def give_roles(*, user: User, roles: Iterable[Group], by: User) -> None:
    """Give exactly these roles; a change of rights ends the sessions of that person."""
    before, after = set(user.groups.all()), set(roles)
    if before == after:
        return
    if not covers(by, user) or not all(may_give(by, role) for role in after - before):
        raise PermissionDenied
    user.groups.set(after)
    user.log_out_everywhere()
    audit.record("change_roles", user, by=by, before=names(before), after=names(after))


def names(roles):
    return sorted(role.name for role in roles)


@transaction.atomic
def remove_second_factor(*, user: User, by: User) -> None:
    """Help somebody who lost their phone: they log in by password and set up a new second factor."""
    if not covers(by, user):
        raise PermissionDenied
    Authenticator.objects.filter(user=user).delete()
    user.log_out_everywhere()
    audit.record("remove_second_factor", user, by=by)


def send_password_link(request: HttpRequest, *, user: User) -> None:
    """Mail a link with which they choose their own password, so that nobody else ever knows it."""
    form = ResetPasswordForm({"email": user.email})
    if not covers(request.user, user) or not form.is_valid():
        raise PermissionDenied
    form.save(request)
    audit.record("send_password_link", user, by=request.user)
