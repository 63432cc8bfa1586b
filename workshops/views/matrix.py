"""Who carries what: each cluster against the functions and the departments of the people who told its stories."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.views.generic import DetailView

from workshops.crossed import crossed
from workshops.models import Session


class Matrix(PermissionRequiredMixin, DetailView):
    permission_required = "workshops.view_contribution"
    template_name = "workshops/matrix.html"
    queryset = Session.objects.select_related("series")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        clusters = list(self.object.clusters.for_board())
        return context | {
            "clusters": clusters,
            "tables": [
                {"name": name, **crossed(clusters, self.object.clusters.told_by(name))}
                for name in ("function", "department")
            ],
        }
