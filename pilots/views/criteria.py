"""The criteria of a pilot as a table: read in from a spreadsheet, sent out as a text for the tender documents."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe
from django.views.generic import FormView
from tablib import Dataset

from mvi import audit
from mvi.forms import fields_helper
from mvi.sheets import files
from mvi.sheets.cells import folded
from pilots.models import Criterion, Pilot
from pilots.resources import CriterionResource
from pilots.workbench import text_block as write_text_block

from .access import ChangesPilot

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class TableForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("table of criteria"),
        help_text=gettext_lazy("xlsx, csv or ods with the headings of an export; the pilot may be left out."),
    )

    @property
    def helper(self):
        return fields_helper("file")


class CriteriaImport(ChangesPilot, FormView):
    """All rows or none: what is wrong is told by row."""

    permission_required = ["pilots.view_pilot", "pilots.import_criterion"]
    form_class = TableForm
    template_name = "pilots/criteria_import.html"

    def get_context_data(self, **kwargs):
        headings = [
            text for name, text in CriterionResource().headings().items() if name not in ("pilot", "is_example")
        ]
        return super().get_context_data(**kwargs) | {"headings": headings}

    def form_valid(self, form):
        sent = form.cleaned_data["file"]
        try:
            rows = files.read(sent.read(files.LARGEST + 1), name=sent.name)[""]
            table = Dataset(*rows, headers=rows.headers or None)
            with transaction.atomic():
                result = self.read_in(table)
                if problems := list(self.problems(result)):
                    raise ValidationError(problems)
                number = sum(result.totals[kind] for kind in ("new", "update"))
                audit.record("import", Criterion, by=self.request.user, pilot=self.pilot.slug, rows=number)
        except ValidationError as error:
            form.add_error("file", error)
            return self.form_invalid(form)
        messages.success(
            self.request,
            ngettext("%(number)s criterion was read in.", "%(number)s criteria were read in.", number)
            % {"number": number},
        )
        return redirect("pilots:pilot-criteria", self.pilot.slug)

    def read_in(self, table):
        """The rows as they are in the file, but always of this pilot."""
        heading = str(Criterion._meta.get_field("pilot").verbose_name)
        known = CriterionResource().known_headings()
        for header in [header for header in table.headers or [] if known.get(folded(str(header))) == "pilot"]:
            del table[header]
        table.append_col([self.pilot.name] * len(table), header=heading)
        return CriterionResource().import_data(table, dry_run=False, user=self.request.user)

    def problems(self, result):
        for error in result.base_errors:
            yield from error.messages
        for row in result.rows:
            for heading, message in row.messages:
                yield _("Row %(number)s, %(heading)s: %(message)s") % {
                    "number": row.number,
                    "heading": heading or _("whole row"),
                    "message": message,
                }


@permission_required(["pilots.view_pilot", "pilots.export_criterion"], raise_exception=True)
@require_safe
def text_block(request, slug):
    """An export like any other: it has its own permission and its line in the audit trail."""
    pilot = get_object_or_404(Pilot, slug=slug)
    criteria = list(pilot.criteria.select_related("theme"))
    content = write_text_block(pilot, criteria)
    audit.record("export", Criterion, by=request.user, pilot=pilot.slug, rows=len(criteria), format="docx")
    return HttpResponse(
        content,
        content_type=DOCX,
        headers={"Content-Disposition": f'attachment; filename="criteria-{pilot.slug}.docx"'},
    )
