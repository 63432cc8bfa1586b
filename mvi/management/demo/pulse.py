"""What the room answered to the pulse, before and after the three workshops. All of it is made up."""

from workshops.models import STATEMENTS, Function, Moment, Pulse, PulseAnswer

from .programme import FUNCTIONS

FUNCTION_OF = {
    "beleidsadviseur": Function.POLICY_ADVISOR,
    "inkoper": Function.BUYER,
    "projectleider": Function.PROJECT_LEADER,
    "beheerder": Function.CONTRACT_MANAGER,
    "afdelingshoofd": Function.BUDGET_HOLDER,
}
MOST_SAID = {  # for each statement, by function
    Moment.BEFORE: {
        "beleidsadviseur": (4, 4, 3, 2, 2),
        "inkoper": (3, 3, 2, 2, 2),
        "projectleider": (2, 3, 2, 2, 2),
        "beheerder": (2, 3, 2, 2, 1),
        "afdelingshoofd": (3, 3, 2, 2, 3),
    },
    Moment.AFTER: {
        "beleidsadviseur": (5, 4, 4, 3, 3),
        "inkoper": (4, 4, 4, 3, 3),
        "projectleider": (4, 4, 3, 3, 2),
        "beheerder": (3, 3, 3, 2, 2),
        "afdelingshoofd": (4, 4, 3, 3, 3),
    },
}
BESIDES = (0, 1, 0, -1, 0, 1)  # how far somebody is from that, in turn
REMARKS = {  # by the place of who gave it
    Moment.BEFORE: {
        1: "Iemand die ik kan bellen als ik vastloop.",
        6: "Tijd. Een aanbesteding moet nu al in drie maanden klaar zijn.",
        11: "Een voorbeeld van een collega die het al eens deed.",
    },
    Moment.AFTER: {
        0: "Dat het college ernaar blijft vragen.",
        5: "Zinnen voor het bestek die ik zo kan overnemen.",
        12: "Eerder aan tafel zitten, dus vóór de raming.",
    },
}


def add_pulses(sessions, people):
    """Asked in the first and the last session, and closed with it."""
    for moment, session in zip(MOST_SAID, sessions, strict=True):
        pulse = Pulse.objects.create(series=session.series, moment=moment, is_example=True)
        PulseAnswer.objects.bulk_create(
            PulseAnswer(
                pulse=pulse,
                function=FUNCTION_OF[function],
                remark=REMARKS[moment].get(place, ""),
                **scores(MOST_SAID[moment][function], place),
            )
            for place, (function, _department, _number) in enumerate(FUNCTIONS)
        )
        pulse.closed_at, pulse.closed_by = session.ends_at, people["begeleider"]
        pulse.save()


def scores(most_said, place):
    """Around what most said, each statement a little differently."""
    return {
        statement: min(5, max(1, middle + BESIDES[(place + number) % len(BESIDES)]))
        for number, (statement, middle) in enumerate(zip(STATEMENTS, most_said, strict=True))
    }
