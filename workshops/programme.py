"""The series that a municipality can start from: three sessions, from stories to pilots."""

from typing import NamedTuple

from django.utils.translation import gettext_noop as _

from workshops.models import Moment, StepKind


class PlannedStep(NamedTuple):
    kind: StepKind
    title: str
    minutes: int
    question: str  # to the room
    instructions: str
    materials: str = ""
    moment: str = ""  # of a pulse


THREE_SESSIONS = [  # title, aim, steps
    (
        _("Background and stories"),
        _("Everybody knows what circular purchasing is, and we know what moves people here."),
        [
            (
                StepKind.PULSE,
                _("How do you feel about it?"),
                5,
                "",
                _("Nobody sees what one person answers, and nothing is shown of fewer than five."),
                "",
                Moment.BEFORE,
            ),
            (
                StepKind.BACKGROUND,
                _("Circular economy in half an hour"),
                30,
                "",
                _("Show the R-ladder. Use a purchase of your own as the example."),
                _("The knowledge cards on paper; something that was bought, to pass around."),
            ),
            (
                StepKind.STORIES,
                _("Tell what happened"),
                45,
                _("Which purchase went better or worse than you expected, and why?"),
                _("First in pairs, then on the phone. One story at a time; no discussion."),
                _("A charger for phones; paper for whoever has none."),
            ),
            (
                StepKind.CLUSTER,
                _("What belongs together?"),
                40,
                "",
                _("Read the stories aloud and let the room name the clusters."),
            ),
            (
                StepKind.VOTE,
                _("What weighs most?"),
                10,
                _("Which clusters must be in our strategy?"),
                _("Reveal the votes only when everybody is done."),
            ),
            (
                StepKind.SETTLE,
                _("What do we take along?"),
                15,
                "",
                _("Settle themes and core values together, in the words of the room."),
            ),
        ],
    ),
    (
        _("Make it concrete"),
        _("Each theme has an ambition and each core value shows in what people do."),
        [
            (
                StepKind.BACKGROUND,
                _("The harvest of last time"),
                15,
                "",
                _("Show the themes and core values with the stories they come from."),
                _("The big screen shows the clusters of the session before."),
            ),
            (
                StepKind.CONCRETISE,
                _("What do we see then?"),
                40,
                _("What does somebody do or say when this value is alive?"),
                _("Work in groups, one core value for each group."),
            ),
            (
                StepKind.CONCRETISE,
                _("What do we want to reach?"),
                40,
                _("What must be true in four years?"),
                _("Ask for results that can be measured: what, how much, when."),
            ),
            (
                StepKind.CLUSTER,
                _("Put the goals together"),
                25,
                "",
                _("Join what is the same; keep the sharpest words."),
            ),
            (StepKind.VOTE, _("What comes first?"), 10, _("Which goals do we start with?"), ""),
            (
                StepKind.SETTLE,
                _("Settle the goals"),
                20,
                "",
                _("A goal without an owner is not a goal: ask who accepts it."),
            ),
        ],
    ),
    (
        _("Work out the pilots"),
        _("Three real purchases have an ambition, a question to the market and the collaboration they need."),
        [
            (
                StepKind.BACKGROUND,
                _("Three real purchases"),
                15,
                "",
                _("The client tells in five minutes what the purchase is about."),
                _("For each purchase: one page, a drawing or a sample."),
            ),
            (
                StepKind.CANVAS,
                _("Ambition"),
                30,
                _("What will this purchase show that we never did before?"),
                _("Start from the level of the strategy; lower needs a reason."),
            ),
            (
                StepKind.CANVAS,
                _("Question to the market"),
                30,
                _("What do we ask, without saying how?"),
                _("Ask for what it must do, not how it is made."),
            ),
            (
                StepKind.CANVAS,
                _("Collaboration"),
                30,
                _("Who do we need, inside and outside?"),
                _("Write down names of organisations, and who calls them."),
            ),
            (StepKind.SETTLE, _("On the canvas"), 20, "", _("Put the words on the canvas of each pilot.")),
            (
                StepKind.PULSE,
                _("How do you feel about it now?"),
                5,
                "",
                _("The same questions as in the first session; whoever wants leaves an address for later."),
                "",
                Moment.AFTER,
            ),
        ],
    ),
]
