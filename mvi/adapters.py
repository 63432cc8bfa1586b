"""What we ask of allauth that its settings cannot say."""

import logging

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.core.exceptions import PermissionDenied

from mvi import audit
from mvi.models import User
from mvi.sql import rows

logger = logging.getLogger(__name__)


class RolesBackend(AuthenticationBackend):
    """Rights come with roles alone: whoever reviews them sees roles, so a right of one person would stay unseen."""

    def get_user(self, user_id):
        """None when there is no such account, or it may not log in."""
        found = rows('"mvi_user" AS person WHERE person.id = %s', [user_id], person=User)
        return next((person for (person,) in found if self.user_can_authenticate(person)), None)

    def get_user_permissions(self, user_obj, obj=None):
        return set()

    def get_group_permissions(self, user_obj, obj=None):
        if user_obj.is_superuser or not user_obj.is_active or obj is not None:
            return super().get_group_permissions(user_obj, obj)
        return user_obj.rights


class AccountAdapter(DefaultAccountAdapter):
    """Administrators open accounts; nobody does it at the door."""

    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        """mvi.throttle counts per account and address; allauth's count per account would let others lock it out."""

    def send_mail(self, template_prefix, email, context):
        """A mail server that is down must not undo a changed password, nor tell which addresses have an account."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:  # smtplib's errors are OSErrors too
            logger.exception("Mail %s was not sent.", template_prefix)


class IdentityProviderAdapter(DefaultSocialAccountAdapter):
    """Log-in through the municipality's own identity provider (OpenID Connect)."""

    def is_open_for_signup(self, request, sociallogin):
        return False

    def pre_social_login(self, request, sociallogin):
        """Bind an identity that comes for the first time to the account with its verified address."""
        if sociallogin.state.get("process") != AuthProcess.LOGIN:
            raise PermissionDenied  # an identity is never added to an account by hand
        if sociallogin.is_existing:
            return
        verified = [address.email.lower() for address in sociallogin.email_addresses if address.verified]
        user = User.objects.filter(email__in=verified).first()
        if user is None and verified and settings.OIDC_OPENS_ACCOUNTS:
            name = sociallogin.account.get_provider_account().get_user_data().get("name") or verified[0]
            user = User.objects.create_user(verified[0], name=name[:200])
            audit.record("open_account", user, by=user)
        if user is not None:
            sociallogin.connect(request, user)
            audit.record("bind_identity", user, by=user, provider=sociallogin.account.provider)
