"""Who carries what: each cluster against the functions and the departments of the people who told its stories."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.views.generic import DetailView

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


def crossed(clusters, told):
    """Rows of counts for each cluster, and how many of the groups carry it."""
    count = {(row["pk"], row["group"]): row["number"] for row in told}
    groups = sorted({group for _cluster, group in count})
    return {
        "groups": groups,
        "rows": [
            {
                "cluster": cluster,
                "counts": [count.get((cluster.pk, group), 0) for group in groups],
                "carried_by": sum(1 for group in groups if count.get((cluster.pk, group))),
            }
            for cluster in clusters
        ],
    }
