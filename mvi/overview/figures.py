"""The figures at the top: each from one question to the database, each leading to the rows behind it."""

from django.db.models import Count, Q

from pilots.models import Phase, Pilot, Standing
from strategy.models import Action, ActionStatus, OwnerStatus


def actions_with_owner(strategy):
    """Of all actions that were not dropped: how many have an owner who said yes."""
    actions = Action.objects.filter(theme__strategy=strategy).exclude(status=ActionStatus.DROPPED)
    found = actions.aggregate(total=Count("pk"), accepted=Count("pk", filter=Q(owner_status=OwnerStatus.ACCEPTED)))
    return found | {"share": round(100 * found["accepted"] / found["total"]) if found["total"] else 0}


def pilots_by_phase():
    """Running pilots by phase, in the order of the phases, and how many are parked, stopped or completed."""
    found = Pilot.objects.in_use().order_by().values_list("standing", "phase").annotate(Count("pk"))
    standing, phases = dict.fromkeys(Standing.values, 0), dict.fromkeys(Phase.values, 0)
    for its_standing, phase, number in found:
        standing[its_standing] += number
        if its_standing == Standing.ACTIVE:
            phases[phase] += number
    return {
        "running": standing[Standing.ACTIVE],
        "phases": [{"phase": phase, "number": phases[phase]} for phase in Phase if phases[phase]],
        "others": [
            {"standing": state, "number": standing[state]}
            for state in Standing
            if standing[state] and state != Standing.ACTIVE
        ],
    }
