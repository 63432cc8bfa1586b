"""What stands in the way of adopting a strategy, and which text it is that somebody reads."""

import dataclasses

from django.utils.translation import gettext as _

from strategy.models import ConsultationRound, Goal, Strategy, StrategyStatus
from strategy.snapshot import differences, snapshot


@dataclasses.dataclass
class Blocker:
    """Something that is missing, and the page where it is filled in."""

    text: str
    row: object
    url: str


def blockers(strategy: Strategy) -> list[Blocker]:
    """Exactly what is missing: a goal needs an owner who said yes, a year, and an indicator that can be measured."""
    goals = Goal.objects.in_use().filter(theme__strategy=strategy, theme__archived_at__isnull=True)
    found = [
        Blocker(text, goal, goal.get_absolute_url())
        for goal in goals.select_related("owner").prefetch_related("indicators")
        for text in missing(goal)
    ]
    if not goals:
        found.append(Blocker(_("There is no goal yet."), strategy, strategy.get_absolute_url()))
    if consultation := strategy.consultations.unclosed().first():
        said = _("The consultation is not closed yet.")
        found.append(Blocker(said, strategy, consultation.get_absolute_url()))
    return found


def missing(goal):
    if goal.ownership_gap:
        yield goal.ownership_gap
    if goal.year is None:
        yield _("has no year")
    if lacking := indicators_missing(goal.indicators.all()):
        yield lacking


def indicators_missing(indicators):
    """What keeps the goal of these indicators from being measured, in words; empty when nothing does."""
    if not indicators:
        return _("has no indicator")
    if not any(one.unit and one.baseline is not None and one.target is not None for one in indicators):
        return _("has no indicator with unit, baseline and target")
    return ""


@dataclasses.dataclass
class Banner:
    """Which text this is."""

    kind: str  # draft, consultation, adopted, changed or superseded
    edition: object = None
    successor: Strategy | None = None
    consultation: ConsultationRound | None = None  # until it is closed


def banner(strategy: Strategy, text_of=snapshot) -> Banner:
    """Concept, in consultation, adopted, changed since it was adopted, or superseded.

    `text_of` gives the text as it is now, for who has its rows already and need not ask the database again.
    """
    edition, consultation = strategy.editions.first(), strategy.consultations.unclosed().first()
    if strategy.status == StrategyStatus.SUPERSEDED:
        return Banner("superseded", edition, Strategy.objects.current(), consultation)
    if strategy.status == StrategyStatus.ADOPTED:
        changed = edition is not None and differences(edition.content, text_of(strategy))
        return Banner("changed" if changed else "adopted", edition, consultation=consultation)
    return Banner(str(strategy.status), edition, consultation=consultation)
