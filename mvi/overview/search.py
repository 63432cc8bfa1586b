"""Finding anything: words in a title first, then words in a text; only what the user may see.

PostgreSQL's own full-text search does it, with the Dutch word stems. It understands "exact words", -not and or.
"""

import dataclasses
import difflib
import hashlib
import re
from collections import Counter

from django import forms
from django.apps import apps
from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F
from django.shortcuts import render
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mvi.models import SearchItem
from mvi.rich_text import without_marks

KINDS = {  # label of the model → what its address needs
    "strategy.strategy": [],
    "strategy.corevalue": [],
    "strategy.theme": [],
    "strategy.goal": [],
    "strategy.indicator": ["goal"],
    "strategy.action": [],
    "strategy.knowledgecard": [],
    "pilots.pilot": [],
    "pilots.criterion": ["pilot"],
    "pilots.consultation": ["pilot"],
    "pilots.document": ["pilot"],
    "pilots.lesson": ["pilot"],
    "pilots.standard": ["lesson__pilot"],
    "workshops.session": [],
    "workshops.cluster": ["session"],
    "workshops.contribution": ["session"],
}
RANKED = 1_000  # hits of each sort that are put in order; more cannot be told apart and nobody reads them
PAGE = 20
START, STOP = "\x02", "\x03"  # around a found word; no text can hold these
KNOWN_TITLES, KNOWN_TEXTS = 5_000, 1_000  # the newest ones, with the words by which typing errors are mended
LETTERS = re.compile(r"[^\W\d_]{4,}")


class SearchForm(forms.Form):
    q = forms.CharField(label=gettext_lazy("Search for"), max_length=200, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("everything")), *((kind, name_of(kind)) for kind in kinds)]


@dataclasses.dataclass
class Hit:
    """One line of the answer."""

    title: str
    fragment: str
    kind: str
    url: str
    is_example: bool


def kinds_for(user):
    """What this user may see; a user who may see nothing is refused."""
    kinds = [kind for kind in KINDS if user.has_perm(kind.replace(".", ".view_"))]
    if not kinds:
        raise PermissionDenied
    return kinds


def search(request):
    """The page of results; an empty question shows what can be asked."""
    kinds = kinds_for(request.user)
    form = SearchForm(request.GET, kinds=kinds)
    words = form.cleaned_data["q"].strip() if form.is_valid() else ""
    context = {"form": form, "words": words}
    if words:
        context |= answer(words, kinds, form.cleaned_data["kind"], request.GET.get("page"))
    return render(request, "overview/search.html", context)


def suggestions(request):
    """Titles that begin to fit, for the box in the header."""
    kinds = kinds_for(request.user)
    prefix = ":* & ".join(re.findall(r"\w+", request.GET.get("q", "")[:100]))
    titles = []
    if len(prefix) > 1:
        query = SearchQuery(f"{prefix}:*", config="dutch", search_type="raw")
        found = visible(kinds).filter(words=query).exclude(title="")[:RANKED]
        titles = (
            SearchItem.objects.filter(pk__in=found.values("pk"))
            .annotate(rank=SearchRank(F("words"), query))
            .order_by("-rank", "pk")
            .values_list("title", flat=True)[:8]
        )
    return render(request, "overview/_suggestions.html", {"titles": titles})


def answer(words, kinds, kind, page):
    found = list(ranked(words, kinds).values_list("pk", "kind", "object_id", named=True))
    numbers = Counter(hit.kind for hit in found)
    pages = Paginator([hit for hit in found if kind in {"", hit.kind}], PAGE).get_page(page)
    return {
        "page_obj": pages,
        "hits": in_words(pages.object_list, words),
        "numbers": [
            {"kind": key, "name": name_of(key), "number": numbers[key], "current": key == kind}
            for key in kinds
            if key in numbers
        ],
        "all": len(found),
        "is_cut": len(found) >= RANKED,
        "meant": "" if found else meant(words, kinds),
    }


def visible(kinds):
    return SearchItem.objects.filter(kind__in=kinds, is_hidden=False).order_by()


def ranked(words, kinds):
    """The best hits: in a title before in a text. Of a word that is everywhere, the first so many are put in order."""
    query = SearchQuery(words, config="dutch", search_type="websearch")
    in_title = visible(kinds).filter(title_words=query).filter(words=query)  # the quick one first
    anywhere = visible(kinds).filter(words=query)
    best = in_title.values("pk")[:RANKED].union(anywhere.values("pk")[:RANKED])
    return (
        SearchItem.objects.filter(pk__in=best)
        .annotate(rank=SearchRank(F("words"), query, weights=[0.05, 0.05, 0.1, 1.0]))
        .order_by("-rank", "pk")
    )


def in_words(items, words):
    """What a page of hits shows: marked fragments and addresses, in one query for each kind."""
    query = SearchQuery(words, config="dutch", search_type="websearch")
    marks = {"config": "dutch", "start_sel": START, "stop_sel": STOP}
    texts = {
        item.pk: item
        for item in SearchItem.objects.filter(pk__in=[item.pk for item in items]).annotate(
            marked_title=SearchHeadline("title", query, highlight_all=True, **marks),
            fragment=SearchHeadline("body", query, max_fragments=2, max_words=25, min_words=8, **marks),
        )
    }
    rows = {
        kind: apps.get_model(kind)
        .objects.select_related(*KINDS[kind])
        .in_bulk([item.object_id for item in items if item.kind == kind])
        for kind in {item.kind for item in items}
    }
    return [
        Hit(
            marked(texts[item.pk].marked_title),
            marked(without_marks(texts[item.pk].fragment)),
            capfirst(apps.get_model(item.kind)._meta.verbose_name),
            rows[item.kind][item.object_id].get_absolute_url(),
            rows[item.kind][item.object_id].is_example,
        )
        for item in items
    ]


def marked(text):
    """Safe HTML: what people typed is escaped, and the found words are marked."""
    return mark_safe(escape(text).replace(START, "<mark>").replace(STOP, "</mark>"))  # noqa: S308 -- escaped just before


def meant(words, kinds):
    """The question with its unknown words replaced by ones that occur; empty when there is nothing better."""
    known = known_words(kinds)

    def nearest(match):
        word = match.group().lower()
        return next(iter(difflib.get_close_matches(word, with_a_part_of(word, known), 1, 0.72)), match.group())

    better = LETTERS.sub(nearest, words)
    return better if better.lower() != words.lower() else ""


def with_a_part_of(word, known):
    """Words of about this length that share a third of it: an error leaves the others as they are."""
    size = max(2, len(word) // 3)
    begin, middle, end = word[:size], word[size:-size], word[-size:]
    return [
        other
        for other in known
        if abs(len(other) - len(word)) < 3
        if other.startswith(begin) or other.endswith(end) or (size > 2 and middle in other)
    ]


def known_words(kinds):
    """Words that occur in what this user may see; counted at most once an hour, and only after an empty answer."""
    key = "search-words-" + hashlib.sha256(" ".join(kinds).encode()).hexdigest()
    if (words := cache.get(key)) is None:
        newest = visible(kinds).filter(waits=False).order_by("-pk")
        titles = newest.exclude(title="").values_list("title", flat=True)[:KNOWN_TITLES]
        texts = newest.values_list("body", flat=True)[:KNOWN_TEXTS]
        words = sorted(set(LETTERS.findall("\n".join([*titles, *texts]).lower())))
        cache.set(key, words, 60 * 60)
    return words


def name_of(kind):
    return capfirst(apps.get_model(kind)._meta.verbose_name_plural)
