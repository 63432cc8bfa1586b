"""Exports, each of them recorded in the audit trail."""

from mvi import audit


def export(*, resource, queryset, file_format, by):
    """The rows as a file; who took what leaves a line in the audit trail."""
    dataset = resource.export(queryset)
    dataset.title = str(resource._meta.model._meta.verbose_name_plural)
    audit.record("export", resource._meta.model, by=by, rows=len(dataset), format=file_format.get_extension())
    return file_format.export_data(dataset)
