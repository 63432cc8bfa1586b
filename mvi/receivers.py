"""What log-in, its throttle and the second factor tell us, written to the audit trail.

Their signals are the only way to hear of it; our own apps use actions, never signals. No password, code or typed text
is recorded: an address only if it is that of an account.
"""

from allauth.account.authentication import get_authentication_records
from allauth.account.signals import password_changed, password_reset, password_set, user_logged_in
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.dispatch import receiver

from mvi import audit
from mvi.models import AuditResult, User
from mvi.throttle import account_tried


@receiver(user_logged_in)
def logged_in(sender, request, user, **kwargs):
    methods = [record.get("type", record["method"]) for record in get_authentication_records(request, user)]
    audit.record("log_in", user, by=user, methods=methods)


@receiver(user_logged_out)
def logged_out(sender, user, **kwargs):
    if user is not None:
        audit.record("log_out", user, by=user)


@receiver(user_login_failed)
def login_failed(sender, credentials, request=None, **kwargs):
    if not turned_away(request):
        audit.record("log_in", account(credentials), by=None, result=AuditResult.FAILED)


@receiver(user_locked_out)
def locked_out(sender, request, username, **kwargs):
    if not turned_away(request):
        audit.record("lock_out", account({"email": username}), by=None, result=AuditResult.REFUSED)


def turned_away(request):
    """Whether the throttle did not even look; the wrong password that closed the door is on record."""
    return getattr(request, "axes_locked_out", False) and request.axes_failures_since_start is None


def account(credentials):
    return User.objects.filter(email=account_tried(None, credentials)).first() or User


@receiver(authentication_failed)
def second_factor_failed(sender, user, authenticator, **kwargs):
    audit.record("check_second_factor", user, by=None, result=AuditResult.FAILED, type=authenticator.type)


@receiver(authenticator_added)
def second_factor_added(sender, request, user, authenticator, **kwargs):
    request.session.cycle_key()  # the old key was handed out to somebody with less proof
    audit.record("add_second_factor", user, by=user, type=authenticator.type)


@receiver(authenticator_removed)
def second_factor_removed(sender, user, authenticator, **kwargs):
    audit.record("remove_second_factor", user, by=user, type=authenticator.type)


@receiver(authenticator_reset)
def second_factor_reset(sender, user, authenticator, **kwargs):
    audit.record("renew_second_factor", user, by=user, type=authenticator.type)


@receiver([password_changed, password_set])
def own_password_changed(sender, user, **kwargs):
    audit.record("change_password", user, by=user)


@receiver(password_reset)
def forgotten_password_reset(sender, user, **kwargs):
    audit.record("reset_password", user, by=user)
