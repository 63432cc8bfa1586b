"""How every noun of ours stands in the Django admin: searchable, imported and exported, audited, never overwritten."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import models, router, transaction
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from import_export.admin import ExportActionMixin, ImportMixin
from import_export.forms import ExportForm

from mvi import audit
from mvi.forms import AmountInput, DateInput, DateTimeInput
from mvi.history import changes_of, in_words
from mvi.saving import Conflict, refuse_lost_update
from mvi.sheets.files import FORMATS
from mvi.sheets.responses import export_response
from mvi.sheets.views import ImportLook, ImportStart, ImportTemplate


class NounForm(forms.ModelForm):
    """A form of the admin that knows which version of the row it was opened with."""

    opened_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["opened_version"] = self.instance.version

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk is not None:
            self.refuse_lost_update()
        return cleaned

    def refuse_lost_update(self):
        """Say what somebody else saved meanwhile, and show it in the fields that this editor left alone."""
        version = self.cleaned_data.pop("opened_version", None)
        theirs = type(self.instance)._default_manager.select_for_update(of=("self",)).get(pk=self.instance.pk)
        if version is None:
            raise ValidationError(_("This page is incomplete. Load it again and save once more."))
        try:
            refuse_lost_update(self, theirs=theirs, version=version)
        except Conflict as conflict:
            self.data = self.data.copy()
            self.data[self.add_prefix("opened_version")] = str(theirs.version)
            for name, value in conflict.merged.items():
                field = self.fields[name]
                shown = field.widget.format_value(field.prepare_value(value))
                self.data[self.add_prefix(name)] = shown[0] if isinstance(shown, list) else shown
            raise ValidationError(list(in_sentences(conflict))) from conflict


def in_sentences(conflict):
    """What somebody else saved meanwhile, one sentence a field."""
    by = conflict.by or _("the system")
    yield _(
        "%(by)s saved this on %(at)s, after you opened this page. Your changes are still there and are not saved yet; "
        "saving again overwrites what is named here."
    ) % {"by": by, "at": localize(conflict.at)}
    for field in conflict.fields:
        yield _("%(label)s: they saved “%(theirs)s”, you have “%(yours)s”.") % {
            "label": field.label,
            "theirs": field.theirs,
            "yours": field.yours,
        }


class NounAdmin(ImportMixin, ExportActionMixin, admin.ModelAdmin):
    """The admin of one noun; what the resource calls governed only an action may change."""

    form = NounForm
    formats = FORMATS
    export_form_class = ExportForm
    import_export_change_list_template = "admin/import_export/change_list_import_export.html"
    change_form_template = None
    show_change_form_export = False
    object_history_template = "admin/object_history.html"
    skip_admin_log = True  # the audit trail and the row history hold more
    list_per_page = 50
    show_full_result_count = False
    view_on_site = False
    formfield_overrides = {
        models.DateField: {"widget": DateInput, "form_class": forms.DateField},
        models.DateTimeField: {"widget": DateTimeInput, "form_class": forms.DateTimeField},
        models.DecimalField: {"widget": AmountInput, "localize": True},
        models.URLField: {"assume_scheme": "https"},
    }
    parents = ()  # what a row belongs to: chosen when it is added, and from then on fixed

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.raw_id_fields = [*self.raw_id_fields, *self.parents]

    @property
    def resource(self):
        return self.resource_classes[0]

    def get_readonly_fields(self, request, obj=None):
        return [
            *super().get_readonly_fields(request, obj),
            *self.resource._meta.governed,
            *(self.parents if obj else ()),
        ]

    def get_fields(self, request, obj=None):
        fields = super().get_fields(request, obj)
        return [*fields, "opened_version"] if obj and self.has_change_permission(request, obj) else fields

    def address(self, name):
        return "admin:{}_{}_{}".format(*self.get_model_info(), name)

    # Who may

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or self.resource().may_change(obj, request.user))

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or self.resource().may_change(obj, request.user))

    # What happened

    def log_addition(self, request, obj, message):
        audit.record("add", obj, by=request.user)

    def log_change(self, request, obj, message):
        fields = [name for part in message for name in part.get("changed", {}).get("fields", [])]
        audit.record("change", obj, by=request.user, fields=fields)

    def log_deletions(self, request, queryset):
        """Recorded by `delete_model` and `delete_queryset`, in the transaction of the deletion itself."""

    def delete_model(self, request, obj):
        audit.record("remove", obj, by=request.user)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        with transaction.atomic(using=router.db_for_write(self.model)):
            for obj in queryset:
                audit.record("remove", obj, by=request.user)
            super().delete_queryset(request, queryset)

    def history_view(self, request, object_id, extra_context=None):
        """The history that the database keeps, also of imports and of the pages outside the admin."""
        obj = self.get_object(request, object_id)
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        page = Paginator(changes_of(obj), 50).get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("History of %(row)s") % {"row": obj},
            "subtitle": None,
            "opts": self.opts,
            "object": obj,
            "module_name": capfirst(self.opts.verbose_name_plural),
            "entries": in_words(page),
            "page_obj": page,
        }
        return TemplateResponse(request, self.object_history_template, context)

    # In and out

    def get_urls(self):
        """The library's import pages are replaced by ours, which work outside the admin too."""
        app, model = self.get_model_info()
        theirs = {f"{app}_{model}_import", f"{app}_{model}_process_import"}
        urls = [url for url in super().get_urls() if url.name not in theirs]
        pages = [
            ("import/", ImportStart, "import"),
            ("import/leeg/", ImportTemplate, "import_template"),
            ("import/<uuid:sent>/", ImportLook, "import_look"),
        ]
        return [
            path(route, self.admin_site.admin_view(self.page(view)), name=f"{app}_{model}_{name}")
            for route, view, name in pages
        ] + urls

    def page(self, view):
        return view.as_view(
            resource_class=self.resource,
            model_admin=self,
            start_page=self.address("import"),
            look_page=self.address("import_look"),
            template_page=self.address("import_template"),
            list_page=self.address("changelist"),
        )

    def get_valid_export_item_pks(self, request):
        """Any row can be in a selection; the export permission decides."""
        return self.model._default_manager.values_list("pk", flat=True)

    def _do_file_export(self, file_format, request, queryset, export_form=None):
        return export_response(resource=self.resource(), queryset=queryset, file_format=file_format, by=request.user)

    # What the form looks like

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Related rows have their own pages; the small icons beside a list are too small to hit."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field


class SettledAdmin(NounAdmin):
    """What people decided together: to read and export, not to change."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
