"""Exports, each of them recorded in the audit trail."""

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.text import slugify

from mvi import audit

from .files import Csv


def export_response(*, resource, queryset, file_format, by):
    """The rows as a file to save; who took what leaves a line in the audit trail. A csv is sent while it is made."""
    model = resource._meta.model
    pks = list(queryset.values_list("pk", flat=True))
    audit.record("export", model, by=by, rows=len(pks), format=file_format.get_extension())
    if isinstance(file_format, Csv):
        content = file_format.lines(resource.get_export_headers(), resource.rows(pks))
        return file_response(file_format, content, model._meta.verbose_name_plural, StreamingHttpResponse)
    dataset = resource.export(queryset)
    dataset.title = str(model._meta.verbose_name_plural)
    return file_response(file_format, file_format.export_data(dataset), dataset.title)


def file_response(file_format, content, name, response_class=HttpResponse):
    """A file to save; never shown inside the page."""
    response = response_class(content, content_type=file_format.get_content_type())
    response["Content-Disposition"] = f'attachment; filename="{slugify(name)}.{file_format.get_extension()}"'
    return response
