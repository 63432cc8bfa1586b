"""The table of contents of the site."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from mvi.styleguide import StyleGuide

urlpatterns = [
    path("strategie/", include("strategy.urls")),
    path("beheer/", admin.site.urls),
    path("account/", include("allauth.urls")),
    path("taal/", login_not_required(set_language), name="set_language"),
    path("stijlgids/", StyleGuide.as_view(), name="styleguide"),
]
