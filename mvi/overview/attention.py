"""What asks for somebody's attention, most urgent first: one question to the database for each kind.

Of each kind the first few are named and the rest are counted, so that the list stays a list for today.
"""

import dataclasses
import datetime as dt

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, Value, When, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mvi.models import User
from pilots.models import Lesson, Milestone, Pilot, Standing
from strategy.models import Action, Goal, GoalStatus, OwnerStatus, Strategy, Theme

NAMED = 2  # of each kind; the others are one line with their number


@dataclasses.dataclass
class Item:
    """One line: what it is, where it is mended, and whose it is."""

    text: str | Promise
    url: str
    note: str = ""
    urgent: bool = False
    is_example: bool = False


def items(user: User, strategy: Strategy | None, goals: list[Goal], today: dt.date | None = None) -> list[Item]:
    """All that this user may see, of `goals` that the user may see; what waits for the user comes first."""
    today = today or timezone.localdate()
    found = []
    found += offered(user)
    if user.has_perm("pilots.view_milestone"):
        found += late_milestones(user, today)
    if strategy and user.has_perm("strategy.view_action"):
        found += late_actions(user, strategy, today)
    found += goals_without_owner(goals)
    found += indicators_without_baseline(goals)
    found += goals_to_measure(goals)
    if user.has_perm("pilots.view_pilot"):
        found += pilots_to_look_at_again(user, today)
        if user.has_perm("pilots.view_lesson"):
            found += pilots_without_lesson(user)
    return sorted(found, key=lambda item: not item.urgent)


def offered(user):
    """Themes, goals and actions that somebody wants this user to own."""
    found = []
    for model, one in [
        (Theme, _("Will you be the owner of theme “%(name)s”?")),
        (Goal, _("Will you be the owner of goal “%(name)s”?")),
        (Action, _("Will you be the owner of action “%(name)s”?")),
    ]:
        if not user.has_perm(f"strategy.view_{model._meta.model_name}"):
            continue
        found += named(
            first_few(model.objects.waiting_for(user).order_by("pk")),
            lambda row, one=one: Item(
                one % {"name": row},
                row.get_absolute_url(),
                _("Say yes, or say why not."),
                urgent=True,
                is_example=row.is_example,
            ),
            more=lambda number: ngettext(
                "%(number)d more waits for your answer", "%(number)d more wait for your answer", number
            ),
            url=f"{reverse(f'strategy:{model._meta.model_name}-list')}?owner={user.pk}",
        )
    return found


def late_milestones(user, today):
    rows = first_few(
        Milestone.objects.overdue(today)
        .filter(pilot__standing=Standing.ACTIVE, pilot__archived_at__isnull=True)
        .annotate(mine=mine(user, "pilot__"))
        .select_related("pilot")
        .order_by("-mine", "due_on", "name")
    )
    return named(
        rows,
        lambda row: Item(
            late_by(_("Milestone “%(name)s” is %(days)s late"), row.name, today - row.due_on),
            row.pilot.get_absolute_url(),
            row.pilot.name,
            urgent=True,
            is_example=row.is_example,
        ),
        more=lambda number: ngettext("%(number)d more late milestone", "%(number)d more late milestones", number),
        url=f"{reverse('pilots:pilot-list')}?standing=active",
    )


def late_actions(user, strategy, today):
    rows = first_few(
        Action.objects.overdue(today)
        .filter(theme__strategy=strategy)
        .annotate(mine=Case(When(owner=user, then=1), default=0, output_field=IntegerField()))
        .select_related("owner", "theme")
        .order_by("-mine", "ends_on", "title")
    )
    return named(
        rows,
        lambda row: Item(
            late_by(_("Action “%(name)s” is %(days)s late"), row.title, today - row.ends_on),
            row.get_absolute_url(),
            theme_and_owner(row),
            is_example=row.is_example,
        ),
        more=lambda number: ngettext("%(number)d more late action", "%(number)d more late actions", number),
        url=reverse("strategy:action-list"),
    )


def goals_without_owner(goals):
    return named(
        [goal for goal in goals if goal.owner_status == OwnerStatus.NONE],
        lambda row: Item(
            _("Goal “%(name)s” has no owner") % {"name": row.statement},
            row.get_absolute_url(),
            theme_and_owner(row),
            urgent=True,
            is_example=row.is_example,
        ),
        more=lambda number: ngettext(
            "%(number)d more goal without an owner", "%(number)d more goals without an owner", number
        ),
        url=reverse("strategy:goal-list"),
    )


def indicators_without_baseline(goals):
    return named(
        [(goal, indicator) for goal in goals for indicator in goal.figures if indicator.baseline is None],
        lambda row: Item(
            _("Indicator “%(name)s” has no baseline") % {"name": row[1].name},
            row[0].get_absolute_url(),
            theme_and_owner(row[0]),
            is_example=row[1].is_example,
        ),
        more=lambda number: ngettext(
            "%(number)d more indicator without a baseline", "%(number)d more indicators without a baseline", number
        ),
        url=reverse("strategy:goal-list"),
    )


def goals_to_measure(goals):
    """Never measured, or too long ago."""
    never = _("Goal “%(name)s” has no measurement")
    long_ago = _("Goal “%(name)s” was measured too long ago")
    return named(
        [goal for goal in goals if goal.judgement.status in {GoalStatus.UNMEASURED, GoalStatus.STALE}],
        lambda row: Item(
            (long_ago if row.judgement.status == GoalStatus.STALE else never) % {"name": row.statement},
            row.get_absolute_url(),
            row.judgement.explanation,
            is_example=row.is_example,
        ),
        more=lambda number: ngettext("%(number)d more goal to measure", "%(number)d more goals to measure", number),
        url=reverse("strategy:goal-list"),
    )


def pilots_to_look_at_again(user, today):
    rows = first_few(
        Pilot.objects.in_use()
        .filter(standing=Standing.PARKED, revisit_on__lte=today)
        .annotate(mine=mine(user))
        .order_by("-mine", "revisit_on", "pk")
    )
    return named(
        rows,
        lambda row: Item(
            _("Look again at “%(name)s”") % {"name": row.name},
            row.get_absolute_url(),
            _("Parked until %(day)s.") % {"day": date_format(row.revisit_on, "j F Y")},
            is_example=row.is_example,
        ),
        more=lambda number: ngettext(
            "%(number)d more parked pilot to look at", "%(number)d more parked pilots to look at", number
        ),
        url=f"{reverse('pilots:pilot-list')}?standing=parked",
    )


def pilots_without_lesson(user):
    rows = first_few(
        Pilot.objects.in_use()
        .exclude(standing=Standing.ACTIVE)
        .filter(~Exists(Lesson.objects.filter(pilot=OuterRef("pk"))))
        .annotate(mine=mine(user))
        .order_by("-mine", "pk")
    )
    return named(
        rows,
        lambda row: Item(
            _("“%(name)s” has no lesson yet") % {"name": row.name},
            row.get_absolute_url(),
            row.get_standing_display(),
            is_example=row.is_example,
        ),
        more=lambda number: ngettext(
            "%(number)d more pilot without a lesson", "%(number)d more pilots without a lesson", number
        ),
        url=reverse("pilots:pilot-list"),
    )


def mine(user, path=""):
    """1 for the pilots of this user, so that they can come first."""
    own = Q(**{f"{path}buyer": user}) | Q(**{f"{path}project_leader": user})
    return Case(When(own, then=Value(1)), default=Value(0), output_field=IntegerField())


def first_few(rows):
    """The first of them; each knows how many there are in all."""
    return list(rows.annotate(number=Window(Count("pk")))[:NAMED])


def named(rows, item, *, more, url):
    """A line for each of the first rows, and one for the rest."""
    found = [item(row) for row in rows[:NAMED]]
    total = getattr(rows[0], "number", len(rows)) if rows else 0
    rest = total - len(found)
    if rest:
        found.append(Item(more(rest) % {"number": rest}, url, urgent=found[0].urgent))
    return found


def late_by(text, name, late):
    days = late.days
    return text % {"name": name, "days": ngettext("%(number)d day", "%(number)d days", days) % {"number": days}}


def theme_and_owner(row):
    """Theme Sociaal · owner: nobody yet."""
    owner = str(row.owner) if row.owner else _("nobody yet")
    return _("Theme %(theme)s · owner: %(owner)s") % {"theme": row.theme.name, "owner": owner}
