"""The pages that every noun has: list, add, change, remove, archive, history.

A page of ours is one of these with a model, a form and a permission; what is special about a noun stays in its app.
"""

import uuid

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, DetailView, ListView, UpdateView
from django_filters.views import FilterView

from mvi import audit, drafts
from mvi.actions import archive, check_removal, remove, restore
from mvi.filters import ticked
from mvi.history import changes_of, in_words
from mvi.models import Submission
from mvi.saving import Conflict, chosen_theirs, refuse_lost_update, submission_of, submitted_before, with_theirs
from mvi.sheets.files import FORMATS, choices
from mvi.sheets.responses import export_response

CHOOSE = "choose"  # in the address of a list: tick rows of it, to export those alone
TO_CHOOSE_FROM = 100  # rows on a page


class Exported(PermissionRequiredMixin):
    """A list that comes as a spreadsheet when it is sent as a form: all of it, or the rows that were ticked."""

    resource_class = None  # the columns of the spreadsheet, where the list has one

    def get(self, request, *args, **kwargs):
        if CHOOSE in request.GET and self.may_export():
            return self.choice()
        return super().get(request, *args, **kwargs)

    def choice(self):
        """The rows of the list by name, with a box for each."""
        resource = self.resource_class()
        resource.read_labels()
        page = Paginator(self.rows_to_export(), TO_CHOOSE_FROM).get_page(self.request.GET.get("page"))
        context = {
            "noun": resource._meta.model._meta.verbose_name_plural,
            "rows": [(row.pk, resource.name_of(row)) for row in page],
            "page_obj": page,
            "export_formats": choices(),
        }
        return render(self.request, "sheets/export_choice.html", context)

    def get_context_data(self, **kwargs):
        formats = choices() if self.may_export() else []
        return super().get_context_data(**kwargs) | {"export_formats": formats}

    def may_export(self):
        if self.resource_class is None:
            return False
        meta = self.resource_class._meta.model._meta
        return self.request.user.has_perm(f"{meta.app_label}.export_{meta.model_name}")

    def rows_to_export(self):
        """All pages of the list."""
        return self.get_queryset()

    def post(self, request, *args, **kwargs):
        """Recorded, so it is no mere look."""
        if not self.may_export():
            raise PermissionDenied
        file_format = next((found() for found in FORMATS if found.name == request.POST.get("format")), None)
        if file_format is None:
            raise BadRequest("Unknown format.")
        resource, rows = self.resource_class(), self.rows_to_export()
        if CHOOSE in request.GET:
            rows = ticked(rows, request.POST.getlist("row"))
            if not rows.exists():
                messages.warning(request, _("Tick what you want to export first."))
                return redirect(request.get_full_path())
        return export_response(resource=resource, queryset=rows, file_format=file_format, by=request.user)


class ListPage(Exported, FilterView):
    """The rows of a noun, filtered from the address and cut into pages."""

    paginate_by = 25
    template_name_suffix = "_list"

    def rows_to_export(self):
        """What the filter shows, all pages of it; nothing when the filter cannot be, as on the page."""
        found = self.get_filterset(self.get_filterset_class())
        return found.qs if found.is_valid() else found.queryset.none()

    def get_filterset_kwargs(self, filterset_class):
        """An empty filter is a filter too: it hides what is archived."""
        return super().get_filterset_kwargs(filterset_class) | {"data": self.request.GET}


class SavedForm:
    """How a form is saved: once for each page, in one transaction with its audit line."""

    audit_action: str
    success_message = gettext_lazy("“%(row)s” was saved.")

    def dispatch(self, request, *args, **kwargs):
        """A draft comes to the address of its form: whoever came this far may save it."""
        wish = request.POST.get("draft")
        if wish == drafts.KEEP:
            drafts.keep_draft(address=drafts.address_of(request), typed=request.POST, by=request.user)
            return HttpResponse(status=204)
        if wish == drafts.DROP:
            drafts.forget_draft(address=drafts.address_of(request), by=request.user)
            return redirect(drafts.address_of(request))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def draft(self):
        """What this person was typing here before; only when they come to the page anew."""
        return drafts.draft_for(self.request) if self.request.method == "GET" else None

    @property
    def shows_draft(self):
        return self.draft is not None and drafts.PUT_BACK in self.request.GET

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if self.shows_draft:
            self.draft.put_into(form)
        return form

    def get_context_data(self, **kwargs):
        token = self.request.POST.get("submission") or uuid.uuid4()
        address = drafts.address_of(self.request)
        return super().get_context_data(**kwargs) | {
            "submission": token,
            "draft": self.draft,
            "shows_draft": self.shows_draft,
            "draft_address": address,
            "draft_shown_at": drafts.address_with_draft(address),
        }

    def form_valid(self, form):
        try:
            with transaction.atomic():
                earlier = submitted_before(self.request.POST.get("submission", ""), by=self.request.user)
                if earlier:
                    return self.saved_already(earlier)
                self.refuse_lost_update(form)
                self.object = self.save(form)
                audit.record(self.audit_action, self.object, by=self.request.user, fields=form.changed_data)
                url = self.get_success_url()
                self.remember(url)
                drafts.forget_draft(address=drafts.address_of(self.request), by=self.request.user)
        except Conflict as conflict:
            return self.show_conflict(conflict)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        except IntegrityError:
            form.add_error(None, _("Somebody saved something like this at the same moment. Check it and save again."))
            return self.form_invalid(form)
        messages.success(self.request, self.success_message % {"row": self.object})
        return redirect(url)

    def form_invalid(self, form):
        """Sent twice, a form finds its own name taken: then it is no error."""
        if earlier := submission_of(self.request.POST.get("submission", ""), by=self.request.user):
            return self.saved_already(earlier)
        return super().form_invalid(form)

    def saved_already(self, earlier):
        messages.info(self.request, _("This was saved already; sending it twice changed nothing."))
        return redirect(earlier.result_url or self.request.path)

    def refuse_lost_update(self, form):
        """Nobody can have changed what does not exist yet; ChangePage looks."""

    def save(self, form):
        """Write it; an app overrides this where a verb of its actions.py does the work."""
        return form.save()

    def remember(self, url):
        """So that sending the form again leads to the same page."""
        Submission.objects.filter(token=self.request.POST["submission"]).update(result_url=url)


class AddPage(PermissionRequiredMixin, SavedForm, CreateView):
    """A form that makes a new row."""

    audit_action = "add"
    success_message = gettext_lazy("“%(row)s” was added.")


class ChangePage(PermissionRequiredMixin, SavedForm, UpdateView):
    """A form that changes a row; the second of two editors is told what changed meanwhile."""

    audit_action = "change"

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            if typed := self.typed():
                return render(request, "components/gone.html", {"typed": typed}, status=404)
            raise

    def typed(self):
        """What was typed into fields of the row: shown when the row was removed meanwhile, so that nothing is lost."""
        fields = [field for field in self.model._meta.concrete_fields if field.name in self.request.POST]
        words = [field for field in fields if isinstance(field, models.CharField | models.TextField)]
        shown = [(capfirst(field.verbose_name), self.request.POST[field.name]) for field in words if not field.choices]
        return [(label, text) for label, text in shown if text.strip()]

    def get_context_data(self, **kwargs):
        version = self.request.POST.get("version") if "conflict" not in kwargs else None
        typed_on = self.draft.version if self.shows_draft else None
        return super().get_context_data(**kwargs) | {"version": version or typed_on or self.object.version}

    def get_form_kwargs(self):
        """After a conflict somebody may have chosen theirs for some fields."""
        kwargs = super().get_form_kwargs()
        names = chosen_theirs(self.request.POST)
        if names and "data" in kwargs:
            blank = {key: value for key, value in kwargs.items() if key not in {"data", "files"}}
            kwargs["data"] = with_theirs(kwargs["data"], self.get_form_class()(**blank), names)
        return kwargs

    def refuse_lost_update(self, form):
        theirs = get_object_or_404(self.model._default_manager.select_for_update(), pk=self.object.pk)
        try:
            version = int(self.request.POST.get("version", ""))
        except ValueError as error:
            raise ValidationError(_("This page is incomplete. Load it again and save once more.")) from error
        refuse_lost_update(form, theirs=theirs, version=version)

    def form_invalid(self, form):
        """The heading names the row as it is, not as it was typed."""
        self.object = self.get_object()
        return super().form_invalid(form)

    def show_conflict(self, conflict):
        """The form again, with what was typed, the newest version and what the other one saved."""
        self.object = self.model._default_manager.get(pk=self.object.pk)
        kwargs = {key: value for key, value in self.get_form_kwargs().items() if key not in {"data", "files"}}
        form = self.get_form_class()(**kwargs | {"instance": self.object, "initial": conflict.merged})
        form.conflict = conflict
        return self.render_to_response(self.get_context_data(form=form, conflict=conflict), status=409)


class ConfirmPage(PermissionRequiredMixin, DetailView):
    """A question before something happens; `perform` does it, and a rule that forbids it is shown in words."""

    template_name = "components/confirm_page.html"
    success_message: str

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        try:
            self.perform(self.object)
        except ValidationError as error:
            return self.refuse(error.messages)
        except IntegrityError:
            return self.refuse([_("Somebody changed something here at the same moment. Look again and try once more.")])
        messages.success(request, self.success_message % {"row": self.object})
        return redirect(self.get_success_url())

    def refuse(self, reasons):
        return self.render_to_response(self.get_context_data(errors=reasons), status=409)

    def perform(self, row):
        raise NotImplementedError

    def get_success_url(self):
        return self.object.get_absolute_url()


class RemovePage(ConfirmPage):
    """Delete a row on which nothing relies."""

    success_message = gettext_lazy("“%(row)s” was removed.")
    success_url: str  # the list, since the row itself is gone

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"stops": self.what_stops_it()}

    def what_stops_it(self):
        """Said before somebody presses a button that can only say no."""
        try:
            check_removal(self.object)
        except ValidationError as error:
            return error.messages
        return []

    def perform(self, row):
        remove(row=row, by=self.request.user)

    def get_success_url(self):
        return str(self.success_url)


class ArchivePage(ConfirmPage):
    """Put a row in the archive, or take it out when it is there.

    The page says which of the two was asked, so that a double click or an old page does not do the opposite.
    """

    template_name = "components/archive_page.html"

    @property
    def success_message(self):
        return _("“%(row)s” was restored.") if "restore" in self.request.POST else _("“%(row)s” was archived.")

    def perform(self, row):
        verb = restore if "restore" in self.request.POST else archive
        verb(row=row, by=self.request.user)


class HistoryPage(PermissionRequiredMixin, ListView):
    """Who changed what and when, of a row and of what hangs on it."""

    template_name = "history.html"
    paginate_by = 50
    rows = None  # the queryset in which the row is looked up

    @cached_property
    def row(self):
        return get_object_or_404(self.rows, **self.kwargs)

    def get_queryset(self):
        return changes_of(self.row)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"row": self.row, "entries": in_words(context["object_list"])}
