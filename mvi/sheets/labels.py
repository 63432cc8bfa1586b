"""How a cell names another row: by what people call it, never by its number in the database."""

from collections import Counter, defaultdict

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mvi.models import User

from .cells import folded

STEP = " › "
KEYS = {User: ("email",)}  # model → the fields by which people know a row; every resource adds its own


def key_paths(model):
    """The fields that together name a row, through the rows to which it belongs: theme__name, statement."""
    paths = []
    for name in KEYS[model]:
        field = model._meta.get_field(name)
        if field.is_relation:
            paths += [f"{name}__{path}" for path in key_paths(field.related_model)]
        else:
            paths.append(name)
    return paths


class Labels:
    """All names of the rows of one model, there and back again.

    A row is called by its own name where that is unique, else by its whole path, else by its path and a number. So
    every name that is written can be read back, whatever characters stand in it.
    """

    def __init__(self, model):
        self.model = model
        rows = [(pk, names) for pk, names in self.rows()]
        owners = defaultdict(set)
        for pk, names in rows:
            for name in names:
                owners[name].add(pk)
        taken = Counter()
        self.by_pk, self.exact = {}, {name: next(iter(pks)) for name, pks in owners.items() if len(pks) == 1}
        for pk, names in rows:
            label = next((name for name in names if len(owners[name]) == 1), None)
            if label is None:
                label = names[-1]
                while label in owners:
                    taken[names[-1]] += 1
                    label = f"{names[-1]} ({taken[names[-1]]})"
                owners[label] = {pk}
                self.exact[label] = pk
            self.by_pk[pk] = label
        self.ambiguous = {folded(name) for name, pks in owners.items() if len(pks) > 1}
        loose = defaultdict(set)
        for name, pk in self.exact.items():
            loose[folded(name)].add(pk)
        self.loose = {name: next(iter(pks)) for name, pks in loose.items() if len(pks) == 1}

    def rows(self):
        """Each row with its names, shortest first."""
        paths = key_paths(self.model)
        extra = ["name"] if self.model is User else []
        for pk, *values in self.model._default_manager.order_by("pk").values_list("pk", *paths, *extra):
            texts = [self.text(value) for value in values]
            full = STEP.join(texts[: len(paths)])
            if extra:
                yield pk, [full, *texts[len(paths) :]]
            else:
                yield pk, [texts[-1], full] if isinstance(values[-1], str) and len(texts) > 1 else [full]

    def text(self, value):
        if isinstance(value, str):
            return value.replace("\r\n", "\n").replace("\r", "\n").strip()
        return str(value) if isinstance(value, int) else date_format(value, "Y-m-d")

    def of(self, pk):
        return self.by_pk[pk]

    def knows(self, text):
        return text in self.exact or folded(text) in self.loose

    def find(self, text):
        """The number of the row with this name."""
        if text in self.exact:
            return self.exact[text]
        if folded(text) in self.loose:
            return self.loose[folded(text)]
        kind = self.model._meta.verbose_name
        if folded(text) in self.ambiguous:
            raise ValueError(
                _("There are several (%(kind)s) called “%(text)s”; write what it belongs to before it, with › between.")
                % {"kind": kind, "text": text}
            )
        raise ValueError(_("There is no %(kind)s called “%(text)s”.") % {"kind": kind, "text": text})
