"""Addresses that belong to no single app."""

from django.urls import path

from mvi.overview import calendar_pages, chart_pages, dashboard, search, tour
from mvi.overview.thread.pages import thread, thread_from

app_name = "overview"

thread_pages = [
    path("rode-draad/", thread, name="thread"),
    path("rode-draad/verhaal/<int:pk>/", thread_from, {"kind": "story"}, name="thread-from-story"),
    path("rode-draad/cluster/<int:pk>/", thread_from, {"kind": "cluster"}, name="thread-from-cluster"),
    path("rode-draad/kernwaarde/<int:pk>/", thread_from, {"kind": "core_value"}, name="thread-from-core-value"),
    path("rode-draad/thema/<int:pk>/", thread_from, {"kind": "theme"}, name="thread-from-theme"),
    path("rode-draad/doel/<int:pk>/", thread_from, {"kind": "goal"}, name="thread-from-goal"),
    path("rode-draad/pilot/<int:pk>/", thread_from, {"kind": "pilot"}, name="thread-from-pilot"),
]

search_pages = [
    path("zoeken/", search.search, name="search"),
    path("zoeken/suggesties/", search.suggestions, name="suggestions"),
]

charts = [
    path("cijfers/", chart_pages.charts, name="charts"),
    path("cijfers/<slug:slug>.svg", chart_pages.picture, name="chart"),
]

calendar = [
    path("agenda/", calendar_pages.month, name="calendar"),
    path("agenda/koppelen/", calendar_pages.calendar_link, name="calendar-link"),
    path("agenda/<str:token>.ics", calendar_pages.calendar_feed, name="calendar-feed"),
]

overview = [
    path("", dashboard.dashboard, name="dashboard"),
    path("rondleiding/klaar/", tour.finish, name="tour-finish"),
]

urlpatterns = [*overview, *thread_pages, *charts, *calendar, *search_pages]
