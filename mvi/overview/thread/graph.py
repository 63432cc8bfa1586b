"""What leads to what: the rows of all apps as knots, in columns from story to lesson, with the ties between them."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Column(models.IntegerChoices):
    """From left to right, as one leads to the other."""

    STORY = 0, _("Stories")
    CLUSTER = 1, _("Clusters")
    AIM = 2, _("Core values and themes")
    GOAL = 3, _("Goals")
    PILOT = 4, _("Pilots")
    RESULT = 5, _("Results")
    LESSON = 6, _("Lessons")


@dataclasses.dataclass
class Knot:
    """One row in the thread; a gap says what is missing before or after it."""

    key: tuple[str, int]
    column: Column
    label: str
    url: str
    note: str | Promise = ""
    colour: int = 0
    gap: str | Promise = ""
    is_example: bool = False


class Thread:
    """Knots and ties, in the order in which they were added."""

    def __init__(self):
        self.knots: dict[tuple[str, int], Knot] = {}
        self.after = defaultdict(list)
        self.before = defaultdict(list)
        self.is_cut = False  # more pilots are tied to it than can be read as a drawing

    def add(self, knots: Iterable[Knot]):
        for knot in knots:
            self.knots[knot.key] = knot

    def tie(self, ties: Iterable[tuple[tuple[str, int], tuple[str, int]]]):
        """Tie what is there; a tie to a row that this user may not see leads nowhere and is left out."""
        for first, second in ties:
            if first in self.knots and second in self.knots and second not in self.after[first]:
                self.after[first].append(second)
                self.before[second].append(first)

    def through(self, key):
        """Only what leads to this knot and what it leads to."""
        kept = self.reached(key, self.before) | self.reached(key, self.after)
        part = Thread()
        part.is_cut = self.is_cut
        part.add(knot for knot in self.knots.values() if knot.key in kept)
        part.tie((first, second) for first in self.after for second in self.after[first])
        return part

    @staticmethod
    def reached(start, ties):
        found, waiting = {start}, [start]
        while waiting:
            new = [key for key in ties[waiting.pop()] if key not in found]
            found.update(new)
            waiting += new
        return found

    def columns(self):
        """The knots of each column that has any; tied ones stand at the same height as far as there is room."""
        columns = {column: [] for column in Column}
        for knot in self.knots.values():
            columns[knot.column].append(knot)
        place = {}
        for column, knots in columns.items():
            if column not in {Column.STORY, Column.CLUSTER, Column.AIM}:  # those keep the order of their own list
                knots.sort(key=lambda knot: self.height(knot.key, place))
            place |= {knot.key: number / len(knots) for number, knot in enumerate(knots)}
        return {column: knots for column, knots in columns.items() if knots}

    def height(self, key, place):
        """The mean place of what leads to it; what nothing leads to comes last."""
        before = [place[first] for first in self.before[key] if first in place]
        return sum(before) / len(before) if before else 1

    def gaps(self):
        return [knot for knot in self.knots.values() if knot.gap]

    def branches(self):
        """The same as a nested list: each knot in full where it is met first, later only by name."""
        seen = set()

        def branch(key):
            repeated = key in seen
            seen.add(key)
            return {
                "knot": self.knots[key],
                "repeated": repeated,
                "branches": [] if repeated else [branch(next_key) for next_key in self.after[key]],
            }

        return [branch(key) for key in self.knots if not self.before[key]]
