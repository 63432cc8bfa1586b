"""The strategy as a document to read."""

from django.db.models import Prefetch

from mvi.models import Level
from strategy.charts import chart, courses
from strategy.models import Action, CoreValue, Goal, Strategy, Theme
from strategy.snapshot import assembled
from strategy.status import judge, with_status


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
    indicators = [indicator for goal in goals for indicator in goal.indicators.all()]
    rows = {
        "core_values": document.core_values.all(),
        "themes": themes,
        "goals": goals,
        "indicators": indicators,
        "interim_targets": [target for indicator in indicators for target in indicator.interim],
        "actions": [action for theme in themes for action in theme.actions.all()],
    }
    return assembled(document, rows)


def chapters(strategy: Strategy) -> list[dict]:
    """Each theme with its goals; of each goal where it stands and a chart of each indicator."""
    goals = [goal for theme in strategy.themes.all() for goal in theme.goals.all()]
    measured = courses([indicator for goal in goals for indicator in goal.indicators.all()])
    levels = {level: str(level.label) for level in Level}

    def read(goal):
        indicators = [(one, chart(one, measured.get(one.pk, ""))) for one in goal.indicators.all()]
        return goal, levels[goal.level], judge(goal), indicators

    return [
        {"theme": theme, "level": levels[theme.level], "goals": [read(goal) for goal in theme.goals.all()]}
        for theme in strategy.themes.all()
    ]
