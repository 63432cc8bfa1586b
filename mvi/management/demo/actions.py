"""The action plan: some actions have an owner who said yes, some wait for an answer, one has nobody."""

import datetime as dt

from strategy.models import Action, ActionStatus, Goal, OwnerStatus, Theme

NONE, OFFERED, ACCEPTED, DECLINED = OwnerStatus.NONE, OwnerStatus.OFFERED, OwnerStatus.ACCEPTED, OwnerStatus.DECLINED
PLANNED, ONGOING, DONE = ActionStatus.PLANNED, ActionStatus.ONGOING, ActionStatus.DONE

# theme, action, start of its goal, owner, answer, status, first day, last day from today, hours, budget
ACTIONS = [
    ("Circulair", "Vraag bij elke opdracht eerst of we iets moeten kopen", "Minstens de helft",
     "inkoper", ACCEPTED, ONGOING, -200, 120, 80, None),
    ("Circulair", "Maak een lijst van bouwdelen die vrijkomen bij sloop", "Bij elke sloop",
     "projectleider", ACCEPTED, ONGOING, -120, 45, 120, 6000),
    ("Circulair", "Leg in elk sloopcontract vast wie de materiaalstaat bijhoudt", "Bij elke sloop",
     "inkoper", ACCEPTED, DONE, -220, -60, 24, None),
    ("Circulair", "Zoek met de provincie een vaste plek voor het maaisel", "Al het maaisel",
     "projectleider", OFFERED, PLANNED, 10, 150, 60, None),
    ("Circulair", "Geef vier basisavonden circulaire economie", "Iedereen die inkoopt",
     "begeleider", ACCEPTED, ONGOING, -150, 60, 96, 8500),
    ("Circulair", "Maak één bladzijde met vragen die elke inkoper kan stellen", "Iedereen die inkoopt",
     "beleidsadviseur", ACCEPTED, DONE, -180, -90, 32, None),
    ("Energie", "Reken uit hoeveel gas ons maaisel kan leveren", "Bermmaaisel levert",
     "beleidsadviseur", OFFERED, PLANNED, 0, 90, 40, 4000),
    ("Energie", "Neem draaiuren op in de maandstaat van elke aannemer", "Vanaf 2028",
     "projectleider", ACCEPTED, ONGOING, -100, 30, 40, None),
    ("Energie", "Vraag verhuurders naar hun planning voor emissieloos materieel", "Vanaf 2028",
     "inkoper", ACCEPTED, ONGOING, -80, 20, 16, None),
    ("Energie", "Verzamel de uitstoot van alle lopende onderhoudscontracten", "Onderhoud en werken",
     "projectleider", ACCEPTED, ONGOING, -160, -12, 60, None),
    ("Energie", "Zet de stookkosten van elk gebouw op één overzicht", "Onze gebouwen",
     "bestuurder", ACCEPTED, PLANNED, 14, 120, 24, None),
    ("Sociaal", "Schrijf in elk contract waarover social return wordt gerekend", "Minstens 5%",
     "inkoper", OFFERED, PLANNED, -20, 40, 20, None),
    ("Sociaal", "Meet de social return van de contracten die nu lopen", "Minstens 5%",
     None, NONE, PLANNED, None, None, 48, None),
    ("Sociaal", "Houd twee keer per jaar een markt met sociale ondernemers", "Een op de vijf",
     "beleidsadviseur", ACCEPTED, ONGOING, -140, 75, 64, 5000),
    ("Sociaal", "Splits één groenopdracht in delen die een kleine ondernemer aankan", "Bij elke onderhandse",
     "inkoper", ACCEPTED, PLANNED, 30, 200, 40, None),
    ("Sociaal", "Neem een werkplek op in het contract voor de catering", "Een op de vijf",
     "bestuurder", DECLINED, PLANNED, None, 180, 16, None),
]  # fmt: skip
DECLINE_REASON = "Dit hoort bij de afdeling die het contract beheert."


def add_actions(people, today):
    """Days count from today, so that some are late and some still to come whenever the demo is loaded."""
    themes = {theme.name: theme for theme in Theme.objects.all()}
    now = dt.datetime.combine(today, dt.time(9), tzinfo=dt.UTC)
    for theme, title, goal, owner, answer, status, first, last, hours, budget in ACTIONS:
        Action.objects.create(
            theme=themes[theme],
            goal=Goal.objects.get(statement__startswith=goal),
            title=title,
            owner=people.get(owner),
            owner_status=answer,
            answered_at=now - dt.timedelta(days=30) if answer in {ACCEPTED, DECLINED} else None,
            decline_reason=DECLINE_REASON if answer == DECLINED else "",
            starts_on=None if first is None else today + dt.timedelta(days=first),
            ends_on=None if last is None else today + dt.timedelta(days=last),
            hours=hours,
            budget=budget,
            status=status,
            is_example=True,
        )
