"""Everything that would stop a strategy from working, each with a link to where it is mended, and a score.

Pilots stand right of the strategy, so they are reached by the names of their relations, and nothing of pilots is
imported. Of each check the share that passes counts, and the score is the mean of those shares: a hundred goals without
a year weigh no more than one core value that nobody sees.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from mvi.models import DomainModel, User
from strategy.action_plan import Plan, action_plan
from strategy.adoption import indicators_missing
from strategy.models import Action, CoreValue, Goal, GoalStatus, Indicator, Rollup, Strategy, Theme
from strategy.status import judge_indicators, with_status


@dataclasses.dataclass
class Finding:
    """One thing to mend."""

    row: DomainModel
    text: str | Promise
    url: str
    permission: str = ""  # what it takes to open that address, when it takes more than reading


@dataclasses.dataclass
class Check:
    """One question asked of a number of rows."""

    name: str
    why: str
    looked_at: int
    findings: list[Finding]

    @property
    def passed(self) -> int:
        return self.looked_at - len(self.findings)


@dataclasses.dataclass
class Quality:
    """The answers together."""

    checks: list[Check]

    @property
    def score(self) -> int:
        """0 to 100; nothing to look at is worth nothing."""
        shares = [check.passed / check.looked_at for check in self.checks if check.looked_at]
        return round(100 * sum(shares) / len(shares)) if shares else 0

    def lead(self, user: User) -> "Quality":
        """Who may not mend a thing is led to where it can be read."""
        for finding in (finding for check in self.checks for finding in check.findings):
            if finding.permission and not user.has_perm(finding.permission):
                finding.url = finding.row.get_absolute_url()
        return self

    @property
    def looked_at(self) -> int:
        return sum(check.looked_at for check in self.checks)

    @property
    def found(self) -> int:
        return sum(len(check.findings) for check in self.checks)

    @property
    def to_mend(self) -> list[Check]:
        return [check for check in self.checks if check.findings]

    @property
    def sound(self) -> list[Check]:
        return [check for check in self.checks if check.looked_at and not check.findings]


def quality(strategy: Strategy, today: dt.date | None = None) -> Quality:
    """Look at a strategy from all sides, in a fixed number of queries."""
    today = today or timezone.localdate()
    rows = Rows.of(strategy, today)
    return Quality(
        [
            *checks_of_goals(rows, today),
            *checks_of_indicators(rows),
            *checks_of_values_and_themes(rows),
            *checks_of_actions(rows, today),
            check_of_manifest(rows.plan),
        ]
    )


@dataclasses.dataclass
class Rows:
    """All that the checks look at."""

    goals: list[Goal]
    core_values: list[CoreValue]
    themes: list[Theme]
    actions: list[Action]
    plan: Plan

    @classmethod
    def of(cls, strategy, today):
        goals = with_status(
            Goal.objects.in_use()
            .filter(theme__strategy=strategy, theme__archived_at__isnull=True)
            .select_related("owner")
            .annotate(has_pilot=in_a_pilot(Goal, "pilot_goals")),
            today,
        )
        core_values = CoreValue.objects.in_use().filter(strategy=strategy)
        plan = action_plan(strategy)
        themes = Theme.objects.in_use().filter(strategy=strategy).select_related("owner")
        themes = themes.annotate(has_pilot=in_a_pilot(Theme, "pilot_themes"))
        return cls(
            list(goals),
            list(core_values.annotate(has_pilot=in_a_pilot(CoreValue, "pilot_core_values", shown=True))),
            list(themes),
            plan.actions,
            plan,
        )


def in_a_pilot(model, relation, *, shown=False):
    """Whether a pilot that was not archived is tied to a row; of a value also: whether it says how it shows there."""
    links = model._meta.get_field(relation)
    ties = links.related_model._default_manager.filter(
        **{links.field.name: OuterRef("pk")}, pilot__archived_at__isnull=True
    )
    return Exists(ties.exclude(how="") if shown else ties)


def check(name, why, rows: Iterable, says, url=lambda row: row.get_absolute_url(), permission="") -> Check:
    """Ask each row; `says` gives what is wrong with it, or nothing."""
    rows = list(rows)
    answers = [(row, says(row)) for row in rows]
    return Check(name, why, len(rows), [Finding(row, text, url(row), permission) for row, text in answers if text])


def checks_of_goals(rows, today):
    judged = {goal.pk: judge_indicators(goal, today) for goal in rows.goals}

    def first(goal, status):
        return next((f"{one.indicator}: {one.explanation}" for one in judged[goal.pk] if one.status == status), "")

    yield check(
        _("Every goal has an owner who said yes"),
        _("What is everybody’s work is nobody’s work."),
        rows.goals,
        lambda goal: goal.ownership_gap,
    )
    yield check(
        _("Every goal has a year"),
        _("Without a year it can never be late."),
        rows.goals,
        lambda goal: _("has no year") if goal.year is None else "",
    )
    yield check(
        _("Every goal can be measured"),
        _("An indicator with a unit, a baseline and a target shows whether a goal comes true."),
        rows.goals,
        lambda goal: indicators_missing(goal.figures),
    )
    yield check(
        _("Every goal was measured"),
        _("Without a measurement nobody knows where it stands."),
        rows.goals,
        lambda goal: first(goal, GoalStatus.UNMEASURED),
    )
    yield check(
        _("Every measurement is fresh"),
        _("An old figure says where it stood, not where it stands."),
        [goal for goal in rows.goals if judged[goal.pk]],
        lambda goal: first(goal, GoalStatus.STALE),
    )
    yield check(
        _("Every goal is tried out in a pilot"),
        _("A goal that no purchase works on stays paper."),
        rows.goals,
        lambda goal: "" if goal.has_pilot else _("no pilot works on it"),
    )


def checks_of_indicators(rows):
    indicators = [indicator for goal in rows.goals for indicator in goal.figures]
    yield check(
        _("Every indicator has a baseline"),
        _("Without a start nobody sees how far it came."),
        indicators,
        lambda indicator: _("has no baseline") if indicator.baseline is None else "",
        url=lambda indicator: reverse("strategy:indicator-change", args=[indicator.pk]),
        permission="strategy.change_indicator",
    )
    rollups = [indicator for indicator in indicators if indicator.rollup != Rollup.OWN]
    of_rollups = Indicator.objects.filter(pk__in=[one.pk for one in rollups], kpis__isnull=False).order_by()
    fed = set(of_rollups.values_list("pk", flat=True))
    yield check(
        _("Every indicator that pilots feed, is fed"),
        _("A sum or a mean of pilots stays empty as long as no KPI counts for it."),
        rollups,
        lambda indicator: "" if indicator.pk in fed else _("no KPI of a pilot feeds it"),
    )


def checks_of_values_and_themes(rows):
    yield check(
        _("Every core value says what you see then"),
        _("A value that cannot be seen cannot be asked for."),
        rows.core_values,
        lambda value: "" if value.behaviour.strip() else _("does not say what we see then"),
    )
    yield check(
        _("Every core value shows in a pilot"),
        _("A value that no pilot shows is a word."),
        rows.core_values,
        lambda value: "" if value.has_pilot else _("no pilot says how it shows there"),
    )
    yield check(
        _("Every theme has an owner who said yes"),
        _("Somebody has to keep the actions of a theme together."),
        rows.themes,
        lambda theme: theme.ownership_gap,
    )
    with_goals = {goal.theme_id for goal in rows.goals}
    yield check(
        _("Every theme has a goal"),
        _("An ambition without a goal cannot come true."),
        rows.themes,
        lambda theme: "" if theme.pk in with_goals else _("has no goal"),
        url=lambda theme: f"{reverse('strategy:goal-add')}?theme={theme.pk}",
        permission="strategy.add_goal",
    )
    yield check(
        _("Every theme is tried out in a pilot"),
        _("A theme comes alive in a purchase."),
        rows.themes,
        lambda theme: "" if theme.has_pilot else _("no pilot tries it out"),
    )


def checks_of_actions(rows, today):
    yield check(
        _("Every action has an owner who said yes"),
        _("A name that was filled in is not a promise."),
        rows.actions,
        lambda action: action.ownership_gap,
    )
    yield check(
        _("Every action has a date"),
        _("Without a date it is never late."),
        rows.actions,
        lambda action: _("has no date") if action.ends_on is None else "",
        url=lambda action: reverse("strategy:action-change", args=[action.pk]),
        permission="strategy.change_action",
    )
    yield check(
        _("Every action has hours or a budget"),
        _("The Manifest asks how much time and money goes into it."),
        rows.actions,
        lambda action: _("has no hours and no budget") if action.hours is None and action.budget is None else "",
        url=lambda action: reverse("strategy:action-change", args=[action.pk]),
        permission="strategy.change_action",
    )
    yield check(
        _("No action is past its date"),
        _("What is late is done, moved or dropped."),
        rows.actions,
        lambda action: (
            _("should have been done on %(day)s") % {"day": date_format(action.ends_on)}
            if action.is_unfinished and action.ends_on and action.ends_on < today
            else ""
        ),
    )


def check_of_manifest(plan):
    chapters = {one.manifest_theme: one for one in plan.chapters if one.manifest_theme}

    def says(manifest_theme):
        one = chapters[manifest_theme]
        if not one.themes:
            return _("none of our themes belongs to it, so it has no level")
        return "" if one.actions else _("has no action")

    return check(
        _("Every theme of the Manifest has a level and an action"),
        _("A signatory says of each of its themes how far it goes and what it does."),
        chapters,
        says,
        url=lambda _theme: reverse("strategy:action-plan", args=[plan.strategy.pk]),
    )
