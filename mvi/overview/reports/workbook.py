"""The workbook as a file to take along: a sheet for each noun that this person may see and export."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mvi.sheets import workbook
from mvi.sheets.exporting import file_response


def for_exporters(view):
    """Whoever may export at least one noun; the permission first, whatever the method."""

    @wraps(view)
    def guarded(request, **where):
        columns = workbook.resources_for(request.user)
        if not columns:
            raise PermissionDenied
        return require_safe(view)(request, columns, **where)

    return guarded


@for_exporters
def workbook_file(request, columns, ending):
    file_format = workbook.FORMATS[ending]()
    content = workbook.take(columns=columns, file_format=file_format, by=request.user)
    return file_response(file_format, content, _("workbook"))
