"""Reading the thread from the database: one question for each kind of row, whatever their number."""

import datetime as dt

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mvi.models import User
from mvi.overview.columns import RUNNING_FIRST, measured_kpis
from mvi.overview.progress import judged_goals
from mvi.overview.thread.graph import Column, Knot, Thread
from mvi.templatetags.formats import with_unit
from pilots.models import Lesson, Phase, Pilot, PilotCoreValue, PilotGoal, PilotTheme, Result, Standing
from strategy.models import CoreValue, GoalStatus, Strategy, Theme
from workshops.models import Cluster, Contribution, Harvest, Outcome

PILOTS_SHOWN = 40  # more cannot be read as a drawing; the list of pilots has them all


def read(
    user: User, strategy: Strategy, *, focus: tuple[str, int] | None = None, today: dt.date | None = None
) -> Thread:
    """All knots that this user may see; from one knot also each story, and only what is tied to it."""
    thread = Thread()
    if user.has_perms(["workshops.view_cluster", "workshops.view_outcome", "workshops.view_contribution"]):
        clusters = Cluster.objects.filter(session__series__strategy=strategy).order_by("session", "position", "pk")
        if focus:
            thread.add(map(story, told(clusters)))
        settled = Exists(Outcome.objects.filter(cluster=OuterRef("pk")))
        counted = clusters.annotate(stories=visible_stories(), is_settled=settled).select_related("session")
        thread.add(map(cluster, counted))
        thread.tie(
            (("story", story), ("cluster", cluster))
            for story, cluster in Harvest.objects.filter(cluster__in=clusters).values_list("contribution", "cluster")
        )
    if user.has_perm("strategy.view_corevalue"):
        thread.add(map(core_value, aims(CoreValue, strategy, "core_value")))
    thread.add(map(theme, aims(Theme, strategy, "theme")))
    if user.has_perms(["strategy.view_goal", "strategy.view_indicator", "strategy.view_measurement"]):
        add_goals(thread, strategy, today)
    if user.has_perm("pilots.view_pilot"):
        add_pilots(thread, user, strategy, focus)
    thread.tie(map(outcome, Outcome.objects.filter(cluster__session__series__strategy=strategy)))
    return thread.through(focus) if focus else thread


def told(clusters):
    return (
        Contribution.objects.visible()
        .filter(harvests__cluster__in=clusters)
        .select_related("session")
        .order_by("session", "told_at", "pk")
        .distinct()
    )


def visible_stories():
    return Count("harvests", filter=Q(harvests__contribution__is_hidden=False), distinct=True)


def aims(model, strategy, kind):
    told = Exists(Outcome.objects.filter(**{kind: OuterRef("pk")}))
    return model.objects.in_use().filter(strategy=strategy).annotate(is_told=told)


def outcome(row):
    """The tie from a cluster to what it became."""
    kinds = ("core_value", "theme", "goal", "pilot")
    became = next((kind, number) for kind in kinds if (number := getattr(row, f"{kind}_id")))
    return ("cluster", row.cluster_id), became


def story(row):
    return Knot(
        ("story", row.pk), Column.STORY, row.text, row.get_absolute_url(), row.function, is_example=row.is_example
    )


def cluster(row):
    note = ngettext("%(number)d story", "%(number)d stories", row.stories) % {"number": row.stories}
    return Knot(
        ("cluster", row.pk),
        Column.CLUSTER,
        row.name,
        row.get_absolute_url(),
        note,
        gap=missing((row.is_settled, _("became nothing yet"))),
        is_example=row.is_example,
    )


def core_value(row):
    return aim("core_value", row, _("core value"))


def theme(row):
    return aim("theme", row, f"{_('theme')} · {row.get_level_display()}", row.colour)


def aim(kind, row, note, colour=0):
    return Knot(
        (kind, row.pk),
        Column.AIM,
        row.name,
        row.get_absolute_url(),
        note,
        colour,
        gap=missing((row.is_told, _("nobody told of it yet"))),
        is_example=row.is_example,
    )


def add_goals(thread, strategy, today):
    goals = judged_goals(strategy, today)
    thread.add(map(goal, goals))
    thread.tie((("theme", row.theme_id), ("goal", row.pk)) for row in goals)


def goal(row):
    values = [(indicator.latest_value, indicator.unit) for indicator in row.figures]
    figures = [with_unit(value, unit) for value, unit in values if value is not None]
    measured = row.judgement.status != GoalStatus.UNMEASURED
    return Knot(
        ("goal", row.pk),
        Column.GOAL,
        row.statement,
        row.get_absolute_url(),
        " · ".join([*figures, str(row.judgement.label)]) if measured else "",
        row.theme.colour,
        gap=missing((measured, _("no measurement yet")), (row.has_pilot, _("no pilot yet"))),
        is_example=row.is_example,
    )


def add_pilots(thread, user, strategy, focus):
    tied = Pilot.objects.in_use().filter(
        Exists(PilotTheme.objects.filter(pilot=OuterRef("pk"), theme__strategy=strategy))
        | Exists(PilotGoal.objects.filter(pilot=OuterRef("pk"), goal__theme__strategy=strategy))
    )
    pilots = list(
        tied.annotate(
            has_goal=Exists(PilotGoal.objects.filter(pilot=OuterRef("pk"))),
            has_result=Exists(Result.objects.filter(kpi__pilot=OuterRef("pk"))),
            has_lesson=Exists(Lesson.objects.filter(pilot=OuterRef("pk"))),
            colour=Subquery(
                PilotTheme.objects.filter(pilot=OuterRef("pk")).order_by("theme__position").values("theme__colour")[:1]
            ),
            asked_for=asked_for(focus),
            is_told=Exists(Outcome.objects.filter(pilot=OuterRef("pk"))),
        ).order_by("-asked_for", "-is_told", RUNNING_FIRST, "-pk")[: PILOTS_SHOWN + 1]
    )
    thread.is_cut = len(pilots) > PILOTS_SHOWN
    pilots = pilots[:PILOTS_SHOWN]
    thread.add(map(pilot, pilots))
    goals = PilotGoal.objects.filter(pilot__in=pilots).values_list("goal", "pilot", "goal__theme")
    thread.tie((("goal", goal), ("pilot", pilot)) for goal, pilot, _theme in goals)
    through_goals = {(theme, pilot) for _goal, pilot, theme in goals}
    themes = PilotTheme.objects.filter(pilot__in=pilots).values_list("theme", "pilot")
    thread.tie((("theme", theme), ("pilot", pilot)) for theme, pilot in themes if (theme, pilot) not in through_goals)
    values = PilotCoreValue.objects.filter(pilot__in=pilots).values_list("core_value", "pilot")
    thread.tie((("core_value", value), ("pilot", pilot)) for value, pilot in values)
    if user.has_perms(["pilots.view_kpi", "pilots.view_result"]):
        measured = list(measured_kpis().filter(pilot__in=pilots).select_related("pilot"))
        thread.add(map(result, measured))
        thread.tie((("pilot", row.pilot_id), ("result", row.pk)) for row in measured)
    if user.has_perm("pilots.view_lesson"):
        lessons = list(Lesson.objects.filter(pilot__in=pilots).select_related("pilot"))
        thread.add(map(lesson, lessons))
        thread.tie((("pilot", row.pilot_id), ("lesson", row.pk)) for row in lessons)


def asked_for(focus):
    """Whether a pilot hangs on the knot from which the thread is read, so that it is never left out."""
    kind, number = focus or ("", 0)
    rows = {
        "core_value": PilotCoreValue.objects.filter(pilot=OuterRef("pk"), core_value=number),
        "theme": PilotTheme.objects.filter(pilot=OuterRef("pk"), theme=number),
        "goal": PilotGoal.objects.filter(pilot=OuterRef("pk"), goal=number),
        "cluster": Outcome.objects.filter(pilot=OuterRef("pk"), cluster=number),
    }
    return Exists(rows.get(kind, Pilot.objects.filter(pk=OuterRef("pk")).filter(pk=number)))


def pilot(row):
    runs = row.standing == Standing.ACTIVE
    measured = row.has_result or row.phase not in {Phase.EXECUTION, Phase.EVALUATION}
    return Knot(
        ("pilot", row.pk),
        Column.PILOT,
        row.name,
        row.get_absolute_url(),
        row.get_phase_display() if runs else row.get_standing_display(),
        row.colour or 0,
        gap=missing(
            (row.has_goal, _("no goal yet")),
            (measured, _("no result yet")),
            (runs or row.has_lesson, _("no lesson yet")),
        ),
        is_example=row.is_example,
    )


def result(row):
    asked = _("asked %(amount)s") % {"amount": with_unit(row.asked, row.unit)} if row.asked is not None else ""
    return Knot(
        ("result", row.pk),
        Column.RESULT,
        f"{row.name}: {with_unit(row.latest, row.unit)}",
        row.get_absolute_url(),
        asked,
        is_example=row.is_example,
    )


def lesson(row):
    return Knot(("lesson", row.pk), Column.LESSON, row.title, row.get_absolute_url(), is_example=row.is_example)


def missing(*facts):
    """What is not there, in words."""
    return " · ".join(str(words) for is_there, words in facts if not is_there)
