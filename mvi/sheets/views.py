"""The pages of import: send a file, see what it would do, import it, undo it. In the admin and beside it."""

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import FormView
from django.views.generic.base import ContextMixin, TemplateResponseMixin

from mvi.jobs.actions import start
from mvi.models import ImportStatus, SearchItem, SheetImport

from . import actions, files, jobs
from .exporting import file_response
from .forms import MapHeadings, SendFile

EARLIER = 10  # imports of one's own that the page offers to look at again


class ImportPage(PermissionRequiredMixin, ContextMixin):
    """What the pages of one noun share: its columns, who may come in, and the frame around the page."""

    resource_class = None
    start_page = look_page = template_page = ""  # the names of the addresses
    list_page = ""
    model_admin = None  # set in the admin, whose frame is then used

    @property
    def model(self):
        return self.resource_class._meta.model

    def get_permission_required(self):
        return [f"{self.model._meta.app_label}.import_{self.model._meta.model_name}"]

    def look(self, sent, **mapping):
        """See what importing the file would do; when it is long, in the background."""
        if sent.rows > jobs.LONG:
            return self.later(sent, jobs.look, _("Look what importing %(file)s would do"), **mapping)
        actions.look(sheet_import=sent, resource=self.resource_class(), **mapping)
        return redirect(self.look_page, sent.pk)

    def later(self, sent, task, title, **words):
        address = reverse(self.look_page, args=[sent.pk])
        title = title % {"file": sent.file_name}
        return redirect(
            start(task=task, title=title, by=self.request.user, address=address, sent=str(sent.pk), **words)
        )

    def get_context_data(self, **kwargs):
        noun = self.model._meta.verbose_name_plural
        context = {
            "base": "base.html",
            "noun": noun,
            "title": capfirst(_("Import %(noun)s") % {"noun": noun}),
            "opts": self.model._meta,
            "start_page": self.start_page,
            "template_page": self.template_page,
            "list_page": self.list_page,
        }
        if self.model_admin:
            base = {"base": "admin/base_site.html", "model_admin": self.model_admin}
            context |= self.model_admin.admin_site.each_context(self.request) | base
        return super().get_context_data(**context | kwargs)


class ImportStart(ImportPage, FormView):
    """Send a spreadsheet; the page says which columns it can have."""

    form_class = SendFile
    template_name = "sheets/import_start.html"

    def get_context_data(self, **kwargs):
        done = SheetImport.objects.filter(by=self.request.user, noun=self.model._meta.label_lower)
        return super().get_context_data(
            columns=list(self.resource_class().description()),
            earlier=done.exclude(status=ImportStatus.SENT).only("file_name", "status", "at")[:EARLIER],
            look_page=self.look_page,
            **kwargs,
        )

    def form_valid(self, form):
        try:
            sent = actions.receive(resource=self.resource_class(), file=form.cleaned_data["file"], by=self.request.user)
        except ValidationError as error:
            form.add_error("file", error)
            return self.form_invalid(form)
        return self.look(sent)


class ImportLook(ImportPage, TemplateResponseMixin, View):
    """What the import would do; here it is also done and undone."""

    template_name = "sheets/import_look.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.verbs = {"map": self.map_headings, "import": self.perform, "undo": self.undo}

    def dispatch(self, request, *args, **kwargs):
        if not self.has_permission():
            return self.handle_no_permission()
        noun = self.model._meta.label_lower
        self.sent = get_object_or_404(SheetImport, pk=kwargs["sent"], by=request.user, noun=noun)
        if not self.sent.report:  # the look still waits, or was stopped: there is nothing to show
            return redirect(self.start_page)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, **kwargs):
        return self.show()

    def post(self, request, **kwargs):
        verb = self.verbs.get(request.POST.get("verb"), self.show)
        try:
            return verb()
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
            return redirect(self.look_page, self.sent.pk)

    def form(self, data=None):
        return MapHeadings(
            data,
            resource=self.resource_class(),
            headings=self.sent.report["headings"],
            mapping=self.sent.mapping,
        )

    def show(self, **context):
        report = self.sent.report
        return self.render_to_response(
            self.get_context_data(
                **{"form": self.form()} | context,
                sent=self.sent,
                report=report,
                totals=report["totals"],
                cannot_be_found_yet=self.sent.status == ImportStatus.DONE
                and SearchItem.objects.waiting().filter(kind=self.sent.noun).exists(),
            )
        )

    def map_headings(self):
        form = self.form(self.request.POST)
        if not form.is_valid():
            return self.show(form=form)
        return self.look(self.sent, mapping=form.mapping())

    def perform(self):
        only_good = self.request.POST.get("only_good") == "1"
        if self.sent.rows > jobs.LONG:
            return self.later(self.sent, jobs.perform, _("Import %(file)s"), only_good=only_good)
        result = actions.perform(
            sheet_import=self.sent, resource=self.resource_class(), only_good=only_good, by=self.request.user
        )
        if result.is_stale:
            raise ValidationError(actions.STALE)
        messages.success(
            self.request,
            _("Imported: %(new)s new, %(changed)s changed.")
            % {"new": result.totals["new"], "changed": result.totals["update"]},
        )
        return redirect(self.look_page, self.sent.pk)

    def undo(self):
        if self.sent.rows > jobs.LONG:
            return self.later(self.sent, jobs.undo, _("Undo the import of %(file)s"))
        actions.undo(sheet_import=self.sent, by=self.request.user)
        messages.success(self.request, _("The import was undone."))
        return redirect(self.look_page, self.sent.pk)


class ImportTemplate(ImportPage, View):
    """An empty spreadsheet with the right headings."""

    def get(self, request, **kwargs):
        dataset = self.resource_class().template()
        dataset.title = str(self.model._meta.verbose_name_plural)
        return file_response(files.Xlsx(), files.Xlsx().export_data(dataset), dataset.title)
