"""Import and export that take longer than somebody wants to wait, in the background."""

from django.apps import apps
from django.utils.text import slugify
from django.utils.translation import gettext as _

from mvi.jobs.running import in_background
from mvi.models import JobStatus, SheetImport

from . import actions, exporting, workbook
from .files import FORMATS

LONG = 1_000  # rows: more than a second or two of work


def made(content, name, file_format):
    """A file, as a job keeps it."""
    return {
        "file": content,
        "file_name": f"{slugify(name)}.{file_format.get_extension()}",
        "content_type": file_format.get_content_type(),
    }


def format_named(name):
    return next(found() for found in FORMATS if found.name == name)


@in_background
def export_rows(run, *, noun, pks, format_name):
    """A list as a file: the rows that were there when somebody asked."""
    resource = resource_of(noun)
    file_format = format_named(format_name)
    name = resource._meta.model._meta.verbose_name_plural
    content = exporting.take(resource=resource, pks=pks, file_format=file_format, by=run.job.by, progress=run.progress)
    return made(content, name, file_format)


@in_background
def take_workbook(run, *, format_name):
    """All that this person may see and export, in one file."""
    columns = workbook.resources_for(run.job.by)
    file_format = format_named(format_name)
    content = workbook.take(columns=columns, file_format=file_format, by=run.job.by, progress=run.progress)
    return made(content, _("workbook"), file_format)


@in_background
def look(run, *, sent, mapping=None):
    """What importing a file would do; the page of the import shows it."""
    found = SheetImport.objects.get(pk=sent)
    actions.look(sheet_import=found, resource=resource_of(found.noun), mapping=mapping, progress=run.progress)
    return {}


@in_background
def perform(run, *, sent, only_good):
    """Import it; the page of the import shows what was done."""
    found = SheetImport.objects.get(pk=sent)
    result = actions.perform(
        sheet_import=found,
        resource=resource_of(found.noun),
        only_good=only_good,
        by=run.job.by,
        progress=run.progress,
    )
    if result.is_stale:
        return {"status": JobStatus.FAILED, "message": str(actions.STALE)}  # the page shows what would happen now
    return {}


@in_background
def undo(run, *, sent):
    """Take an import back; the page of the import shows that it was."""
    actions.undo(sheet_import=SheetImport.objects.get(pk=sent), by=run.job.by, progress=run.progress)
    return {}


def resource_of(noun):
    return workbook.resource_classes()[apps.get_model(noun)]()
