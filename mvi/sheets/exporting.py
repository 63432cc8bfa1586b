"""Exports, each of them recorded in the audit trail."""

from django.http import HttpResponse
from django.utils.text import slugify
from tablib import Dataset

from mvi import audit
from mvi.jobs.running import counted, unseen


def take(*, resource, pks, file_format, by, progress=unseen) -> bytes:
    """These rows as a file; who took what leaves a line in the audit trail."""
    model = resource._meta.model
    audit.record("export", model, by=by, rows=len(pks), format=file_format.get_extension())
    rows = counted(resource.rows(pks), len(pks), progress)
    dataset = Dataset(*rows, headers=resource.get_export_headers(), title=str(model._meta.verbose_name_plural))
    return file_format.export_data(dataset)


def file_response(file_format, content, name, response_class=HttpResponse):
    """A file to save; never shown inside the page."""
    response = response_class(content, content_type=file_format.get_content_type())
    response["Content-Disposition"] = f'attachment; filename="{slugify(name)}.{file_format.get_extension()}"'
    return response
