"""A consultation on the text as it was changed since it was adopted: it runs, and half of it is answered."""

import datetime as dt

from strategy.actions import answer_remark, make_remark, open_consultation
from strategy.models import ConsultationRound, Goal, Paragraph, Remark, RemarkOutcome, Theme

QUESTION = """\
*Dit is een voorbeeld.* De strategie is een half jaar oud. Waar knelt zij in uw werk?

- Kunt u met de doelen van uw thema uit de voeten?
- Herkent u de kernwaarden in wat u doet?"""
ADOPTED, NOT_ADOPTED = RemarkOutcome.ADOPTED, RemarkOutcome.NOT_ADOPTED


def add_consultation(strategy, people, today):
    consultation = open_consultation(
        consultation=ConsultationRound(
            strategy=strategy,
            starts_on=today - dt.timedelta(days=8),
            ends_on=today + dt.timedelta(days=13),
            question=QUESTION,
            is_example=True,
        ),
        by=people["beleidsadviseur"],
    )
    for who, block, text, answer in remarks(strategy):
        remark = make_remark(
            remark=Remark(consultation=consultation, text=text, is_example=True, **block), by=people[who]
        )
        if answer:
            outcome, why = answer
            answer_remark(remark=remark, outcome=outcome, answer=why, by=people["beleidsadviseur"])


def remarks(strategy):
    """Who, of which block, what, and the answer if there is one."""
    goals = Goal.objects.filter(theme__strategy=strategy)
    return [
        (
            "inkoper",
            {"goal": goals.get(statement__startswith="Minstens 5%")},
            "Rekenen we over de loonsom of over de aanneemsom? In onze contracten staat het per opdracht anders.",
            (ADOPTED, "Over de loonsom. De uitleg bij het doel zegt het nu, en de nulmeting doen we opnieuw."),
        ),
        (
            "projectleider",
            {"theme": Theme.objects.get(strategy=strategy, name="Circulair")},
            "De ambitie noemt sloop en aanleg, maar niet het onderhoud. Daar zit het meeste materiaal.",
            None,
        ),
        (
            "bestuurder",
            {"paragraph": Paragraph.INTRODUCTION},
            "Noem ook wat deze strategie vraagt van wie een opdracht geeft, niet alleen van wie inkoopt.",
            (NOT_ADOPTED, "De inleiding blijft kort. Wat het van opdrachtgevers vraagt, staat bij de kernwaarden."),
        ),
        (
            "inkoper",
            {"core_value": strategy.core_values.get(name="Realisme")},
            "Graag een voorbeeld van een inkoop die we bewust niet hebben gedaan.",
            None,
        ),
    ]
