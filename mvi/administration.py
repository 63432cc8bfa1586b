"""The administration at /beheer/: the one log-in of the site, a second factor, and our own nouns only."""

from functools import wraps

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mvi.sheets.workbook import endings_for

OURS = {"mvi", "strategy", "pilots", "workshops"}


class Administration(admin.AdminSite):
    site_title = site_header = gettext_lazy("MVI-kompas administration")
    index_title = gettext_lazy("People, lists, import and export")

    def register(self, model_or_iterable, admin_class=None, **options):
        """The tables of libraries are no work for an administrator."""
        models = model_or_iterable if isinstance(model_or_iterable, list | tuple) else [model_or_iterable]
        super().register([model for model in models if model._meta.app_label in OURS], admin_class, **options)

    def admin_view(self, view, cacheable=False):
        @wraps(view)
        def with_second_factor(request, *args, **kwargs):
            if settings.STAFF_NEED_SECOND_FACTOR and not has_second_factor(request):
                messages.warning(request, _("The administration opens once you have set up two-step login."))
                return redirect("mfa_index")
            return view(request, *args, **kwargs)

        return super().admin_view(with_second_factor, cacheable)

    @login_not_required
    def login(self, request, extra_context=None):
        """No door of its own: this one would pass by the throttle and the second factor."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        if request.user.is_authenticated:
            return redirect("admin:index")
        return redirect_to_login(request.GET.get("next", request.path))

    def index(self, request, extra_context=None):
        """The lists, and beside them the reports and the workbook for whoever may have them."""
        return super().index(request, {"workbook_endings": endings_for(request.user)} | (extra_context or {}))

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")


def has_second_factor(request):
    """Set up here, or left to the municipality's own identity provider through which they came."""
    methods = {record["method"] for record in get_authentication_records(request, request.user)}
    return "socialaccount" in methods or is_mfa_enabled(request.user)
