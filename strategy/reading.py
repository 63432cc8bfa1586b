"""The strategy as a document to read."""

import dataclasses
import datetime as dt
import functools

from django.db.models import Prefetch
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from mvi.models import Level
from strategy.charts import chart, courses
from strategy.models import Action, ConsultationRound, CoreValue, Goal, GoalStatus, Indicator, Strategy, Theme
from strategy.snapshot import assembled
from strategy.status import judge, with_status
from strategy.templatetags.standing import indicator_line


def documents():
    """Strategies with all that the reading page shows, in a fixed number of queries."""
    return Strategy.objects.prefetch_related(
        Prefetch("core_values", CoreValue.objects.in_use()),
        Prefetch("themes", Theme.objects.in_use().select_related("owner")),
        Prefetch("themes__goals", with_status(Goal.objects.in_use().select_related("owner"))),
        Prefetch("themes__actions", Action.objects.select_related("owner")),
    )


def text_of(document: Strategy) -> dict:
    """The snapshot of a document from `documents`, whose rows are here already."""
    themes = document.themes.all()
    goals = [goal for theme in themes for goal in theme.goals.all()]
    indicators = [indicator for goal in goals for indicator in goal.figures]
    rows = {
        "core_values": document.core_values.all(),
        "themes": themes,
        "goals": goals,
        "indicators": indicators,
        "interim_targets": [target for indicator in indicators for target in indicator.interim],
        "actions": [action for theme in themes for action in theme.actions.all()],
    }
    return assembled(document, rows)


@dataclasses.dataclass(frozen=True)
class GoalInText:
    """All that the text shows of a goal."""

    pk: int
    statement: str
    place_in_text: str
    is_example: bool
    status: GoalStatus
    explanation: str
    level: Level
    year: int | None
    owner: str
    indicators: tuple[SafeString, ...]  # a line and a chart of each

    @property
    def label(self):
        return self.status.label


@dataclasses.dataclass(frozen=True)
class ActionInText:
    """All that the text shows of an action."""

    pk: int
    title: str
    is_example: bool
    status: str
    is_overdue: bool
    owner: str
    ends_on: dt.date | None


@dataclasses.dataclass(frozen=True)
class Chapter:
    """All that the text shows of a theme, its goals and its actions."""

    pk: int
    name: str
    colour: int
    place_in_text: str
    is_example: bool
    level: Level
    owner: str
    ambition: str
    goals: tuple[GoalInText, ...]
    actions: tuple[ActionInText, ...]


@dataclasses.dataclass(frozen=True)
class Reader:
    """What the text offers to who reads it."""

    edits_themes: bool = False
    edits_goals: bool = False
    remarks_in: ConsultationRound | None = None


def chapters(strategy: Strategy) -> list[Chapter]:
    """Each theme with its goals; of each goal where it stands and a chart of each indicator."""
    goals = [goal for theme in strategy.themes.all() for goal in theme.goals.all()]
    measured = courses([indicator for goal in goals for indicator in goal.figures])
    today, language = timezone.localdate(), get_language()  # each of the hundreds of goals and indicators needs them
    return [chapter(theme, measured, today, language) for theme in strategy.themes.all()]


def chapter(theme, measured, today, language):
    return Chapter(
        theme.pk,
        theme.name,
        theme.colour,
        theme.place_in_text,
        theme.is_example,
        Level(theme.level),
        str(theme.owner or ""),
        theme.ambition,
        tuple(goal_in_text(goal, measured, today, language) for goal in theme.goals.all()),
        tuple(action_in_text(action) for action in theme.actions.all()),
    )


def goal_in_text(goal, measured, today, language):
    judgement = judge(goal, today)
    return GoalInText(
        goal.pk,
        goal.statement,
        goal.place_in_text,
        goal.is_example,
        judgement.status,
        judgement.explanation,
        Level(goal.level),
        goal.year,
        str(goal.owner or ""),
        tuple(line_and_chart(one, measured.get(one.pk, ""), language) for one in goal.figures),
    )


def line_and_chart(indicator: Indicator, course: str, language: str) -> SafeString:
    parts = indicator_line(indicator, language), chart(indicator, course, language)
    return mark_safe("".join(parts))  # noqa: S308 -- both are safe already


def action_in_text(action):
    return ActionInText(
        action.pk,
        action.title,
        action.is_example,
        action.status,
        action.is_overdue,
        str(action.owner or ""),
        action.ends_on,
    )


@functools.lru_cache(maxsize=200)
def drawn(_language: str, template: str, chapter: Chapter, reader: Reader) -> SafeString:
    """The same facts give the same text for good, and a strategy is read far more often than it changes.

    What the template gets is all that its text is remembered by, so it cannot show what is no longer so.
    """
    return render_to_string(template, {"chapter": chapter, "reader": reader})


def drawn_chapters(read: list[Chapter], reader: Reader) -> dict[str, list[SafeString]]:
    """The chapters as they stand on the page: their goals, and the plan of those with actions."""
    language, planned = get_language(), [one for one in read if one.actions]
    return {
        "goals": [drawn(language, "strategy/_chapter.html", one, reader) for one in read],
        "plan": [drawn(language, "strategy/_chapter_plan.html", one, Reader()) for one in planned],
    }
