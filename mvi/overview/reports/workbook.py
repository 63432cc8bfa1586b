"""The workbook as a file to take along: a sheet for each noun that this person may see and export."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.views.decorators.http import require_POST

from mvi.sheets import workbook
from mvi.sheets.responses import workbook_response


def for_exporters(view):
    """Whoever may export at least one noun; the permission first, whatever the method."""

    @wraps(view)
    def guarded(request, **where):
        columns = workbook.resources_for(request.user)
        if not columns:
            raise PermissionDenied
        return require_POST(view)(request, columns, **where)

    return guarded


@for_exporters
def workbook_file(request, columns, ending):
    return workbook_response(columns=columns, file_format=workbook.FORMATS[ending](), by=request.user)
