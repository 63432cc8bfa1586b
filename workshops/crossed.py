"""Clusters against the groups of the people who told their stories."""


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
