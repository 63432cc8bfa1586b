"""Addresses of the reports."""

from django.urls import path

from mvi.overview.reports import pages, progress_pages, workbook
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


progress = [
    path("voortgang/nieuw/", progress_pages.ProgressReportAdd.as_view(), name="progress-add"),
    path("voortgang/<int:pk>/wijzigen/", progress_pages.ProgressReportChange.as_view(), name="progress-change"),
    path("voortgang/<int:pk>/verwijderen/", progress_pages.ProgressReportRemove.as_view(), name="progress-remove"),
    path("voortgang/<int:pk>/definitief/", progress_pages.ProgressReportFinalise.as_view(), name="progress-finalise"),
    path("voortgang/<int:pk>/geschiedenis/", progress_pages.ProgressReportHistory.as_view(), name="progress-history"),
    path("voortgang/<int:pk>/themas/<int:theme>/", progress_pages.NarrativeAdd.as_view(), name="narrative-add"),
    path("voortgang/teksten/<int:pk>/", progress_pages.NarrativeChange.as_view(), name="narrative-change"),
]

urlpatterns = [
    path("", pages.report_list, name="list"),
    *(path(f"werkboek.{ending}", workbook.workbook_file, {"ending": ending}, name="workbook") for ending in FORMATS),
    *of_kind("strategy", "strategie/<int:pk>"),
    *of_kind("strategy_now", "strategie"),
    *of_kind("action_plan", "actieplan"),
    *of_kind("answers", "beantwoording/<int:pk>"),
    *of_kind("session", "werksessies/<int:pk>"),
    *of_kind("pilot", "pilots/<slug:slug>"),
    *of_kind("progress", "voortgang/<int:pk>"),
    *progress,
]
