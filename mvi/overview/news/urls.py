"""Addresses below /meldingen/."""

from django.urls import path

from mvi.overview.news import pages

app_name = "news"

urlpatterns = [
    path("", pages.NewsList.as_view(), name="list"),
    path("aantal/", pages.number, name="number"),
    path("gelezen/", pages.mark_read, name="read"),
    path("instellen/", pages.choices, name="choices"),
    path("afmelden/<str:token>/", pages.no_more_mail, name="no-more-mail"),
    path("volgen/", pages.follow_row, name="follow"),
]
