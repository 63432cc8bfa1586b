"""People who log in."""

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from mvi.fields import EmailAddressField, LineField
from mvi.sql import answers

RIGHTS_OF_ROLES = """
    SELECT DISTINCT app_label || '.' || codename
    FROM mvi_user_groups AS member
    JOIN auth_group_permissions AS given USING (group_id)
    JOIN auth_permission AS permission ON permission.id = given.permission_id
    JOIN django_content_type AS noun ON noun.id = permission.content_type_id
    WHERE member.user_id = %s
"""


class UserManager(BaseUserManager):
    """How accounts are opened outside the administration."""

    def create_user(self, email, password=None, **fields):
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


@pghistory.track(exclude=["password", "last_login", "logged_out_times", "toured_at"])
class User(AbstractBaseUser, PermissionsMixin):
    """An employee or guest; deactivated when they leave, never deleted, so that signatures stay true."""

    email = EmailAddressField(_("e-mail address"), unique=True)
    name = LineField(_("name"))
    department = LineField(_("department"), blank=True)
    function = LineField(_("function"), blank=True)
    is_staff = models.BooleanField(_("may open the administration"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    logged_out_times = models.PositiveIntegerField(default=0, editable=False)
    toured_at = models.DateTimeField(null=True, editable=False)  # skipped the tour, or saw it to the end
    date_joined = models.DateTimeField(_("member since"), default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["name", "email"]
        default_permissions = ("add", "change", "view", "export")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique_without_capitals",
                violation_error_message=_("There is already a user with this e-mail address."),
            )
        ]

    def __str__(self):
        return self.name or self.email

    @cached_property
    def rights(self):
        """What the roles of this person allow, such as "pilots.view_pilot"."""
        return {right for (right,) in answers(RIGHTS_OF_ROLES, [self.pk])}

    def has_perm(self, perm, obj=None):
        """By the roles, at once: Django would ask each way to log in, a dozen times for a page."""
        return self.is_active and (self.is_superuser or (obj is None and perm in self.rights))

    def log_out_everywhere(self):
        """End every session of this person, because their rights changed."""
        self.logged_out_times = models.F("logged_out_times") + 1
        self.save(update_fields=["logged_out_times"])
        self.refresh_from_db(fields=["logged_out_times"])

    def _get_session_auth_hash(self, secret=None):
        """Django ends a session whose hash is no longer this: after a new password, and after `log_out_everywhere`."""
        proof = f"{self.password}{self.logged_out_times}"
        return salted_hmac("mvi.models.User.session", proof, secret=secret, algorithm="sha256").hexdigest()

    @property
    def initials(self):
        """At most two letters for the round picture in the header."""
        words = (self.name or self.email).split()
        return "".join(word[0] for word in (words[0], words[-1])[: len(words)]).upper()

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name.split(" ")[0]
