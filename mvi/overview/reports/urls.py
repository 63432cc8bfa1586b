"""Addresses of the reports."""

from django.urls import path

from mvi.overview.reports import pages, workbook
from mvi.sheets.workbook import FORMATS

app_name = "reports"


def of_kind(kind, address):
    """A report to read, and the same as a file."""
    name = kind.replace("_", "-")
    return [
        path(f"{address}/", pages.report, {"kind": kind}, name=name),
        path(f"{address}.pdf", pages.report_file, {"kind": kind, "ending": "pdf"}, name=f"{name}-pdf"),
        path(f"{address}.docx", pages.report_file, {"kind": kind, "ending": "docx"}, name=f"{name}-docx"),
    ]


urlpatterns = [
    path("", pages.report_list, name="list"),
    *(path(f"werkboek.{ending}", workbook.workbook_file, {"ending": ending}, name="workbook") for ending in FORMATS),
    *of_kind("strategy", "strategie/<int:pk>"),
    *of_kind("strategy_now", "strategie"),
    *of_kind("action_plan", "actieplan"),
    *of_kind("pilot", "pilots/<slug:slug>"),
]
