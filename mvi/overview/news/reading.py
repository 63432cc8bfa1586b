"""The news of one person: lines of the audit trail about what they follow, for as far as they may see it."""

import dataclasses
import datetime as dt
from collections import defaultdict

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from mvi.models import AuditEvent, AuditResult, Follow, NewsChoice, NewsRead, User
from mvi.overview.news.kinds import KINDS, TOLD, VERBS

LOOKS_BACK = dt.timedelta(days=60)  # what is older is no news
COUNTED = 99  # more is said as 99+


@dataclasses.dataclass
class Line:
    """One thing that happened: to what, where it can be read, by whom and whether it was read."""

    event: AuditEvent
    text: str
    url: str = ""
    whole: str = ""  # of what it is a part

    @property
    def is_read(self):
        return self.event.is_read

    @property
    def can_be_marked(self):
        """Not older than everything that was marked as read at once."""
        return not self.event.is_old


def news(person: User, choice: NewsChoice) -> QuerySet[AuditEvent]:
    """What others did to what this person follows, newest first; one query, however much is followed."""
    about = Q(pk__in=[])
    for kind in KINDS:
        if kind.group in choice.without or not may_see(person, kind.model):
            continue
        about |= of_kind(person, kind.model)
        for part, path in kind.parts.items():
            if may_see(person, part):
                about |= of_part(person, kind.model, part, path)
    return (
        AuditEvent.objects.filter(
            about, result=AuditResult.SUCCESS, action__in=TOLD, at__gt=timezone.now() - LOOKS_BACK
        )
        .filter(~Q(actor=person))
        .annotate(
            is_old=Q(at__lte=choice.read_until),
            is_read=Q(at__lte=choice.read_until) | Exists(NewsRead.objects.filter(by=person, event=OuterRef("pk"))),
        )
        .select_related("actor")
    )


def may_see(person, model):
    return person.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")


def of_kind(person, model):
    """Lines about followed rows themselves; the trail keeps their numbers as text."""
    followed = Q(object_id__in=as_text(Follow.objects.wanted(person, model), "row"))
    if hasattr(model._default_manager, "of"):
        theirs = Q(object_id__in=as_text(model._default_manager.of(person), "pk"))
        followed |= theirs & ~Q(object_id__in=as_text(Follow.objects.unwanted(person, model), "row"))
    return Q(object_type=model._meta.label_lower) & followed


def of_part(person, model, part, path):
    """Lines about what hangs on followed rows; history knows it also when it was removed."""
    followed = Q(**{f"{path}__in": Follow.objects.wanted(person, model)})
    if hasattr(model._default_manager, "of"):
        theirs = Q(**{f"{path}__in": model._default_manager.of(person).order_by().values("pk")})
        followed |= theirs & ~Q(**{f"{path}__in": Follow.objects.unwanted(person, model)})
    events = part._meta.get_field("events").related_model.objects.filter(followed)
    return Q(object_type=part._meta.label_lower, object_id__in=as_text(events, "pgh_obj_id"))


def as_text(rows, name):
    return rows.order_by().annotate(as_text=Cast(name, TextField())).values("as_text")


def unread(person: User, choice: NewsChoice) -> QuerySet[AuditEvent]:
    """News after everything that was marked as read at once, without what was marked by itself."""
    return news(person, choice).filter(at__gt=choice.read_until, is_read=False)


def count_unread(person: User) -> str:
    """How many lines this person did not read; not counted further than anybody looks."""
    number = unread(person, NewsChoice.for_person(person))[: COUNTED + 1].count()
    return str(number) if number <= COUNTED else f"{COUNTED}+"


PATHS = {part: path for kind in KINDS for part, path in kind.parts.items()}
MODELS = {model._meta.label_lower: model for model in [*PATHS, *(kind.model for kind in KINDS)]}


def in_words(events) -> list[Line]:
    """A page of news for people to read, in one query for each kind of row on it."""
    events = list(events)
    numbers = defaultdict(set)
    for event in events:
        numbers[event.object_type].add(int(event.object_id))
    rows = {}
    for label, pks in numbers.items():
        model = MODELS[label]
        path = PATHS.get(model)
        found = model._default_manager.select_related(path) if path else model._default_manager.all()
        rows |= {(label, str(pk)): row for pk, row in found.in_bulk(pks).items()}
    return [line(event, rows.get((event.object_type, event.object_id))) for event in events]


def line(event, row):
    """About a row that is there still, or that was removed since."""
    model = MODELS[event.object_type]
    text = _("%(kind)s “%(row)s”: %(what)s") % {
        "kind": capfirst(model._meta.verbose_name),
        "row": event.object_label,
        "what": VERBS[event.action],
    }
    if row is None:
        return Line(event, text)
    whole = row
    for name in PATHS.get(model, "").split("__"):
        whole = getattr(whole, name) if name else whole
    return Line(event, text, row.get_absolute_url(), "" if whole is row else str(whole))
