"""The log of the market consultation, and its one export for all parties."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from mvi import audit
from mvi.documents.word import to_docx
from pilots.consultation_record import document
from pilots.models import Consultation, Pilot

from .criteria import DOCX
from .tabs import PilotTab


class PilotConsultations(PilotTab):
    tab = "consultations"
    template_name = "pilots/pilot_consultations.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"consultations": self.pilot.consultations.all()}


@permission_required(["pilots.view_pilot", "pilots.export_consultation"], raise_exception=True)
@require_safe
def consultation_record(request, slug):
    """An export like any other: it has its own permission and its line in the audit trail."""
    pilot = get_object_or_404(Pilot, slug=slug)
    response = HttpResponse(to_docx(document(pilot)), content_type=DOCX)
    response["Content-Disposition"] = f'attachment; filename="marktconsultatie-{pilot.slug}.docx"'
    audit.record(
        "export", Consultation, by=request.user, pilot=pilot.slug, rows=pilot.consultations.count(), format="docx"
    )
    return response
