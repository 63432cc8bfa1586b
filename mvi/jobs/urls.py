"""Addresses of background work."""

from django.urls import path

from . import pages

app_name = "jobs"
urlpatterns = [
    path("", pages.JobList.as_view(), name="list"),
    path("<uuid:job>/", pages.JobPage.as_view(), name="job"),
    path("<uuid:job>/bestand/", pages.JobFile.as_view(), name="file"),
    path("<uuid:job>/stoppen/", pages.JobStop.as_view(), name="stop"),
]
