"""The overview: where it stands, in one minute, for the person who looks."""

from django.urls import reverse
from django.utils.translation import gettext as _

from mvi.overview import attention, columns, figures, past
from mvi.overview.progress import by_status, judged_goals
from mvi.overview.tour import tour
from strategy.models import Strategy
from workshops.support import support


def dashboard(request):
    """For everybody who is logged in; each part shows only to those who may see its rows."""

    def context_of(day):
        context = parts(request.user, day)
        return context | {"tour": None if day else tour(request, context)}

    return past.show(request, "overview/dashboard.html", context_of)


def parts(user, day):
    """What the overview tells of now, or of the end of a day that has passed."""
    strategy = Strategy.objects.current() if user.has_perm("strategy.view_strategy") else None
    context = {"strategy": strategy}
    goals = []
    if strategy and user.has_perm("strategy.view_corevalue"):
        context["core_values"] = columns.core_values(strategy)
    if strategy and user.has_perm("strategy.view_theme"):
        context["themes"] = columns.themes(strategy)
    if strategy and user.has_perms(["strategy.view_goal", "strategy.view_indicator", "strategy.view_measurement"]):
        goals = judged_goals(strategy, day)
        context["goal_figures"] = by_status(goals)
        context["goals"] = columns.goals(goals)
    if strategy and user.has_perm("strategy.view_action"):
        context["action_figures"] = figures.actions_with_owner(strategy)
    if user.has_perm("pilots.view_pilot"):
        context["pilot_figures"] = figures.pilots_by_phase()
        context["pilots"] = columns.pilots(user)
    if strategy and user.has_perm("workshops.view_pulse"):
        context["support"] = support(strategy)
    context["attention"] = attention.items(user, strategy, goals, day)
    context["first_steps"] = [] if day else first_steps(user, strategy, context)
    return context


def first_steps(user, strategy, context):
    """What this user can begin with on a site that is still empty."""
    steps = []
    if not strategy and user.has_perm("strategy.add_strategy"):
        steps.append((_("Begin with the strategy"), reverse("strategy:strategy"), _("Its period, values and themes.")))
    if not strategy and user.has_perm("workshops.add_series"):
        steps.append(
            (_("Prepare the first workshop"), reverse("workshops:series-list"), _("Where the stories are told."))
        )
    if user.has_perm("pilots.add_pilot") and not any(context.get("pilots", ())):
        steps.append((_("Add a pilot"), reverse("pilots:pilot-add"), _("A real purchase in which you try it out.")))
    return steps
