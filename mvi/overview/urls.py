"""Addresses that belong to no single app."""

from django.urls import path

from mvi.overview import dashboard

app_name = "overview"

urlpatterns = [
    path("", dashboard.dashboard, name="dashboard"),
]
