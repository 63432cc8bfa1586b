"""The documents of a pilot: sent, read by who may see the pilot, removed."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.generic import View

from pilots import actions
from pilots.forms.document import DocumentForm
from pilots.models import Document, DocumentFile

from .access import OfPilot
from .rows import RowAdd
from .tabs import PilotTab


class PilotDocuments(PilotTab):
    tab = "documents"
    template_name = "pilots/pilot_documents.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"documents": self.pilot.documents.select_related("added_by")}


class DocumentAdd(RowAdd):
    model, form_class = Document, DocumentForm

    def save(self, form):
        document = form.save(commit=False)
        return actions.add_document(document=document, file=form.cleaned_data["file"], by=self.request.user)


class DocumentDownload(OfPilot, View):
    """The file as it was sent, to keep and not to run: no browser shows or executes it on this site."""

    def get(self, request, slug, pk):
        file = DocumentFile.objects.select_related("document").filter(document=pk, document__pilot=self.pilot).first()
        if file is None:
            raise Http404
        document = file.document
        return HttpResponse(
            bytes(file.content),
            content_type=document.content_type,
            headers={
                "Content-Disposition": content_disposition_header(as_attachment=True, filename=document.file_name),
                "Content-Security-Policy": "default-src 'none'; sandbox",
                "X-Content-Type-Options": "nosniff",
                "Cache-Control": "private, no-store",
            },
        )
