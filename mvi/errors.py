"""The pages for what cannot be served, in the look of the site; a refusal is recorded."""

import logging

from allauth.socialaccount.providers.openid_connect.views import login as openid_connect_login
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token

from mvi import audit
from mvi.models import AuditResult

logger = logging.getLogger(__name__)


@requires_csrf_token
def bad_request(request, exception=None):
    """An address or form that cannot be read, or one that is larger than any form of ours."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


@requires_csrf_token
def refused(request, exception=None):
    record_refusal(request)
    return render(request, "403.html", status=403)


def csrf_failure(request, reason=""):
    """A form without its token. Of visitors who are not logged in it is not recorded: anybody can send those."""
    if request.user.is_authenticated:
        record_refusal(request, reason="csrf")
    return render(request, "403_csrf.html", status=403)


@requires_csrf_token
def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def too_many_requests(request, *others):
    """Too many attempts, of log-in or of anything that allauth counts; the page does not tell which accounts exist."""
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = "900"
    return response


@login_not_required
def leave_for_identity_provider(request, provider_id):
    """Allauth asks the identity provider for its addresses first, and has no answer for when that one is down."""
    try:
        return openid_connect_login(request, provider_id)
    except OSError:  # what requests raises is one too
        logger.exception("The identity provider cannot be reached.")
        return render(request, "503.html", status=503)


def closed(request, **kwargs):
    """A page of allauth that this site does not have."""
    raise Http404


def record_refusal(request, **details):
    audit.record(
        "open",
        by=request.user,
        result=AuditResult.REFUSED,
        method=request.method,
        path=request.path[:500],
        **details,
    )
