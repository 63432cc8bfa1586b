"""Support (draagvlak): what may be shown of a pulse, and nothing else. Every page and figure starts from here.

Of a closed pulse we publish the whole and the functions with at least SMALLEST answers. What somebody could find by
taking the shown functions off the whole is a group too, so that rest is empty or has at least SMALLEST answers; if not,
the smallest shown function joins it. Answers do not change after closing, so two looks at different times are the same.
All other figures (means, trends, the overview) are made of the published ones, so they tell nothing more.
"""

from collections import Counter
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from django.utils.functional import cached_property

from strategy.models import Strategy
from workshops.models import STATEMENTS, Agreement, Function, Pulse, PulseAnswer, Series
from workshops.pulse_bars import bar

SMALLEST = 5  # answers below which nothing is shown
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Group:
    """The answers of some functions together: for each statement how many gave each score."""

    functions: tuple[str, ...]
    scores: dict[str, Counter]  # statement → score → number

    @cached_property
    def number(self):
        return self.scores[STATEMENTS[0]].total()

    @property
    def names(self):
        return [Function(function).label for function in self.functions]

    def mean_of(self, statement):
        return mean(self.scores[statement])

    @property
    def mean(self):
        """Over all statements; each has as many answers."""
        return mean(sum(self.scores.values(), Counter()))

    @property
    def rows(self):
        """Each statement with its scores, as a page shows them."""
        return [
            {
                "label": PulseAnswer._meta.get_field(statement).verbose_name,
                "mean": self.mean_of(statement),
                "shares": shares(self.scores[statement]),
                "bar": bar(percent(self.scores[statement])),
            }
            for statement in STATEMENTS
        ]


@dataclass(frozen=True)
class Published:
    """All that anybody gets to know of one pulse."""

    pulse: Pulse
    whole: Group | None = None  # nothing at all below SMALLEST answers
    groups: tuple[Group, ...] = ()
    rest: Group | None = None  # the other functions together
    remarks: list[str] = field(default_factory=list)  # in no order, without function

    def group(self, function):
        """What is shown of a function; None when it is too small to show."""
        return next((group for group in self.groups if group.functions == (function,)), None)


@dataclass(frozen=True)
class Support:
    """The figure of the overview, and how it moved."""

    series: Series
    latest: Published
    earlier: Published | None

    @property
    def mean(self):
        return self.latest.whole.mean

    @property
    def number(self):
        return self.latest.whole.number

    @property
    def change(self):
        """Since the first pulse of the series; None when there is no earlier one that may be shown."""
        return self.mean - self.earlier.whole.mean if self.earlier else None


def mean(scores):
    total = sum(score * number for score, number in scores.items())
    return (Decimal(total) / scores.total()).quantize(TENTH, ROUND_HALF_UP)


def percent(scores):
    return {score: 100 * scores[score] / scores.total() for score in Agreement.values}


def shares(scores):
    """How many in a hundred disagree, are neutral and agree."""
    of_hundred = percent(scores)
    disagree, agree = (round(of_hundred[one] + of_hundred[other]) for one, other in ((1, 2), (4, 5)))
    return {"disagree": disagree, "agree": agree, "neutral": 100 - disagree - agree}


def shown(sizes: dict[str, int]) -> list[str]:
    """The functions that may stand apart, the largest first: neither they nor what is left over is a small group."""
    large = sorted((name for name in sizes if sizes[name] >= SMALLEST), key=lambda name: -sizes[name])
    left = sum(sizes.values()) - sum(sizes[name] for name in large)
    while large and 0 < left < SMALLEST:
        left += sizes[large.pop()]
    return large


def published(pulse: Pulse) -> Published:
    if not pulse.is_closed:
        return Published(pulse)
    answers = list(pulse.answers.all())
    if len(answers) < SMALLEST:
        return Published(pulse)
    sizes = Counter(answer.function for answer in answers)
    apart = shown({function: sizes[function] for function in Function.values})
    left = tuple(function for function in Function.values if function not in apart)
    rest = together(answers, left)
    return Published(
        pulse,
        whole=together(answers, tuple(Function.values)),
        groups=tuple(together(answers, (function,)) for function in Function.values if function in apart),
        rest=rest if rest.number and apart else None,
        remarks=sorted(answer.remark for answer in answers if answer.remark),
    )


def together(answers, functions):
    of_these = [answer for answer in answers if answer.function in functions]
    return Group(
        functions, {statement: Counter(getattr(answer, statement) for answer in of_these) for statement in STATEMENTS}
    )


def moments(series: Series) -> list[Published]:
    """What may be shown of each pulse of a series, in order of time."""
    return [published(pulse) for pulse in series.pulses.in_time().prefetch_related("answers")]


def support(strategy: Strategy) -> Support | None:
    """How much support there is for a strategy: the last pulse of the series that was asked last."""
    for pulse in (
        Pulse.objects.closed().filter(series__strategy=strategy).order_by("-closed_at").select_related("series")
    ):
        found = [one for one in moments(pulse.series) if one.whole]
        if found:
            return Support(pulse.series, found[-1], found[0] if len(found) > 1 else None)
    return None
