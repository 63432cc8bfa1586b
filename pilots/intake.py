"""The short steps in which a pilot is registered; each is saved before the next, in any order."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Step:
    """One page of questions."""

    address: str
    title: Promise
    intro: Promise

    def url(self, pilot):
        return reverse("pilots:intake-change", args=[pilot.slug, self.address])


STEPS = {
    step.address: step
    for step in (
        Step("wat", _("What"), _("Only the name is needed now; the rest can follow.")),
        Step("waarom", _("Why"), _("What of the strategy this pilot tries out, and how that shows.")),
        Step("wie", _("Who"), _("Whose pilot it is, and who works together on it.")),
        Step("inkoop", _("How it is bought"), _("What is asked of the market, and along which road.")),
    )
}
FIRST, *_others = STEPS.values()


def around(step):
    """The steps before and after this one; None at the ends."""
    order = list(STEPS.values())
    number = order.index(step)
    return (order[number - 1] if number else None), (order[number + 1] if number + 1 < len(order) else None)


def progress(step=None, pilot=None):
    """The steps as a bar: what lies behind, where it is now, what comes. Without a step: the overview at the end."""
    order = list(STEPS.values())
    here = order.index(step) if step else len(order)
    bar = [
        {"label": each.title, "state": state_of(number, here), "url": each.url(pilot) if pilot else ""}
        for number, each in enumerate(order)
    ]
    overview = reverse("pilots:intake", args=[pilot.slug]) if pilot else ""
    return [*bar, {"label": _("Overview"), "state": state_of(len(order), here), "url": overview}]


def state_of(number, here):
    return "done" if number < here else "current" if number == here else "todo"
