"""What somebody gets who asks for an export: the file at once, or when it is long, the page that follows its making."""

from django.http import StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from mvi import audit
from mvi.jobs.actions import start

from . import exporting, jobs, workbook
from .files import Csv


def export_response(*, resource, queryset, file_format, by):
    """The rows as a file to save. A csv is sent while it is made, so that it is never long."""
    model = resource._meta.model
    name = model._meta.verbose_name_plural
    pks = list(queryset.values_list("pk", flat=True))
    if isinstance(file_format, Csv):
        audit.record("export", model, by=by, rows=len(pks), format=file_format.get_extension())
        content = file_format.parts(resource.get_export_headers(), resource.rows(pks))
        return exporting.file_response(file_format, content, name, StreamingHttpResponse)
    if len(pks) > jobs.LONG:
        title = _("%(noun)s as %(format)s") % {"noun": capfirst(name), "format": file_format.get_extension()}
        words = {"noun": model._meta.label, "pks": pks, "format_name": file_format.name}
        return redirect(start(task=jobs.export_rows, title=title, by=by, **words))
    content = exporting.take(resource=resource, pks=pks, file_format=file_format, by=by)
    return exporting.file_response(file_format, content, name)


def workbook_response(*, columns, file_format, by):
    """All rows of these nouns as one file."""
    if workbook.size(columns) > jobs.LONG:
        title = _("Workbook as %(format)s") % {"format": file_format.name}
        return redirect(start(task=jobs.take_workbook, title=title, by=by, format_name=file_format.name))
    content = workbook.take(columns=columns, file_format=file_format, by=by)
    return exporting.file_response(file_format, content, _("workbook"))
