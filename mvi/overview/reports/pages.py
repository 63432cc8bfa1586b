"""The pages of reports: the list, one report to read, and the same as a file."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from mvi import audit
from mvi.documents.page import as_page
from mvi.documents.pdf import to_pdf
from mvi.documents.word import to_docx
from mvi.overview.reports.kinds import KINDS
from mvi.sheets import workbook
from pilots.models import Pilot
from strategy.models import ConsultationRound, Edition, ProgressReport, Strategy
from workshops.models import Session, SessionStatus

FILES = {
    "pdf": (to_pdf, "application/pdf"),
    "docx": (to_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
MOST_REPORTS = 40  # on the list: ten years of four quarters
MOST_PILOTS = 50  # on the list; of any other the page of the pilot has the link


def for_its_readers(view):
    """The permission of the kind first, whatever the method; and then only reading."""

    @wraps(view)
    def guarded(request, kind, **where):
        if not KINDS[kind].may_be_read_by(request.user):
            raise PermissionDenied
        return require_safe(view)(request, kind, **where)

    return guarded


def report_list(request):
    """What there is to read, for whoever may read one of the kinds."""
    may = {name: kind.may_be_read_by(request.user) for name, kind in KINDS.items()}
    endings = workbook.endings_for(request.user)
    if not (any(may.values()) or endings or request.user.has_perm("strategy.view_strategy")):  # as the menu offers it
        raise PermissionDenied
    return list_of(request, may, endings)


@require_safe
def list_of(request, may, endings):
    strategy = Strategy.objects.current()
    context = {"may": may, "any": any(may.values()) or endings, "strategy": strategy, "workbook_endings": endings}
    if may["strategy"]:
        context["editions"] = Edition.objects.select_related("strategy").order_by("-decided_on", "-pk")
    if may["answers"]:
        context["consultations"] = ConsultationRound.objects.for_list()[:MOST_REPORTS]
    if may["progress"]:
        context["progress_reports"] = ProgressReport.objects.for_list()[:MOST_REPORTS]
    if may["session"]:
        context["sessions"] = Session.objects.in_use().filter(status=SessionStatus.CLOSED).for_list()[:MOST_REPORTS]
    if may["pilot"]:
        context["pilots"] = Pilot.objects.in_use()[:MOST_PILOTS]
    return render(request, "reports/report_list.html", context)


@for_its_readers
def report(request, kind, **where):
    """A report to read on the screen, with its files beside it."""
    made, target = document_of(request, kind, where)
    files = {ending: reverse(f"reports:{kind.replace('_', '-')}-{ending}", kwargs=where) for ending in FILES}
    context = as_page(made) | {"target": target, "files": files}
    return render(request, KINDS[kind].template, context)


@for_its_readers
def report_file(request, kind, ending, **where):
    """A report as a file to keep; who took it leaves a line in the audit trail."""
    made, target = document_of(request, kind, where)
    draw, content_type = FILES[ending]
    response = HttpResponse(draw(made), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{slugify(made.title)[:80] or kind}.{ending}"'
    audit.record("report", target, by=request.user, kind=kind, format=ending)
    return response


def document_of(request, kind, where):
    """What is made of the row, and the row."""
    found = KINDS[kind]
    target = found.find(**where)
    return found.document(target), target
