"""The table of contents of the site."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from mvi import manual
from mvi.errors import closed, leave_for_identity_provider
from mvi.security_txt import security_txt
from mvi.statements import accessibility, privacy

# Of allauth: administrators open accounts and change addresses, and an identity is bound by its address.
NOT_HERE = ["signup/", "email/", "confirm-email/", "confirm-email/<key>/", "3rdparty/", "3rdparty/signup/"]

urlpatterns = [
    path("", include("mvi.overview.urls")),
    path("strategie/", include("strategy.urls")),
    path("kennis/", include("strategy.knowledge_urls")),
    path("pilots/", include("pilots.urls")),
    path("werksessies/", include("workshops.urls")),
    path("d/", include("workshops.phone_urls")),
    path("meldingen/", include("mvi.overview.news.urls")),
    path("rapporten/", include("mvi.overview.reports.urls")),
    path("achtergrond/", include("mvi.jobs.urls")),
    path("beheer/", admin.site.urls),
    *(path(f"account/{page}", closed) for page in NOT_HERE),
    path("account/oidc/<provider_id>/login/", leave_for_identity_provider),
    path("account/", include("allauth.urls")),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path(
        "hulp/",
        include(
            ([path("", manual.contents, name="contents"), path("<slug:topic>/", manual.page, name="page")], "manual")
        ),
    ),
    path("toegankelijkheid/", accessibility, name="accessibility"),
    path("privacy/", privacy, name="privacy"),
    path("taal/", login_not_required(set_language), name="set_language"),
    path("stijlgids/", include("mvi.styleguide")),
]

handler400 = "mvi.errors.bad_request"
handler403 = "mvi.errors.refused"
handler404 = "mvi.errors.not_found"
handler429 = "mvi.errors.too_many_requests"  # allauth looks here
