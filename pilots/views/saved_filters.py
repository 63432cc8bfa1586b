"""The filters of the list of pilots that somebody keeps under a name of their own."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.generic import ListView, UpdateView

from mvi.views import AddPage, RemovePage, SavedForm
from pilots.filters import PilotFilter, query_of
from pilots.forms import SavedFilterForm
from pilots.models import SavedFilter


class OwnFilters:
    """Everybody sees and changes only their own."""

    permission_required = "pilots.view_pilot"
    model = SavedFilter
    success_url = reverse_lazy("pilots:saved-filters")

    def get_queryset(self):
        return SavedFilter.objects.filter(user=self.request.user)

    def get_success_url(self):
        return str(self.success_url)


class SavedFilterList(OwnFilters, PermissionRequiredMixin, ListView):
    template_name = "pilots/saved_filters.html"


class FilterKeep(OwnFilters, AddPage):
    """What the list shows now stands in the address of this page, as it does in that of the list."""

    form_class = SavedFilterForm
    template_name = "pilots/filter_keep.html"

    @property
    def query(self):
        return query_of(self.request.GET)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": SavedFilter(user=self.request.user, query=self.query)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"query": self.query}

    def save(self, form):
        most = SavedFilter._meta.get_field("query").max_length
        if not 0 < len(self.query) <= most or not PilotFilter(self.request.GET).is_valid():
            raise ValidationError(_("This filter cannot be kept. Filter the list first."))
        return super().save(form)

    def get_success_url(self):
        return self.object.get_absolute_url()


class FilterRename(OwnFilters, PermissionRequiredMixin, SavedForm, UpdateView):
    audit_action = "rename"
    form_class = SavedFilterForm
    template_name = "pilots/filter_rename.html"


class FilterRemove(OwnFilters, RemovePage):
    template_name = "pilots/filter_remove.html"
