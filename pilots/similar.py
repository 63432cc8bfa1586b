"""What others learned, for who writes a new pilot: by the words that it shares, and by its themes."""

import re

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from mvi.models import SearchItem
from pilots.models import Lesson, Pilot, Standard

KINDS = {"pilots.pilot": Pilot.objects.all(), "pilots.lesson": Lesson.objects.select_related("pilot")}
WORDS = re.compile(r"[^\W\d_]{4,}")
MOST_WORDS = 40
CANDIDATES = 1_000
SHOWN = 5


def similar_to(pilot, user):
    """The few pilots and lessons that share most with this pilot and that the user may see; best first."""
    kinds = [kind for kind in KINDS if user.has_perm(kind.replace(".", ".view_"))]
    text = " ".join([pilot.name, pilot.summary, pilot.need, pilot.ambition, pilot.question])
    words = list(dict.fromkeys(WORDS.findall(text.lower())))[:MOST_WORDS]
    if not words:
        return []
    query = SearchQuery(" | ".join(words), config="dutch", search_type="raw")
    found = SearchItem.objects.filter(kind__in=kinds, is_hidden=False, words=query).order_by()
    found = found.exclude(kind="pilots.pilot", object_id=pilot.pk).exclude(
        kind="pilots.lesson", object_id__in=pilot.lessons.values("pk")
    )
    best = (
        SearchItem.objects.filter(pk__in=found.values("pk")[:CANDIDATES])
        .annotate(rank=SearchRank(F("words"), query))
        .order_by("-rank", "pk")
        .values_list("kind", "object_id")[:SHOWN]
    )
    best = list(best)
    rows = {kind: KINDS[kind].in_bulk([pk for one, pk in best if one == kind]) for kind, _pk in best}
    return [rows[kind][pk] for kind, pk in best]


def standards_for(pilot, user):
    """The standards that count for a pilot because of its themes, those that are still to come first."""
    if not user.has_perm("pilots.view_standard"):
        return []
    return list(Standard.objects.offered_to(pilot).for_list()[:SHOWN])
