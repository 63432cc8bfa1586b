"""The programme of each workshop and who was in the room, by function."""

import datetime as dt

from workshops.models import Moment, SessionStatus, StepKind

TOWN_HALL = "Gemeentehuis, grote vergaderzaal"
PEOPLE = {  # function: department, number of people
    "beleidsadviseur": ("Ruimte en economie", 5),
    "inkoper": ("Inkoop en contracten", 6),
    "projectleider": ("Openbare ruimte", 5),
    "beheerder": ("Beheer en onderhoud", 3),
    "afdelingshoofd": ("Vastgoed", 2),
}
FUNCTIONS = [  # function, department, number; in turn, as they tell
    (function, department, number)
    for number in range(1, 7)
    for function, (department, people) in PEOPLE.items()
    if number <= people
]

SESSIONS = [
    {
        "title": "Verhalen",
        "moment": Moment.BEFORE,
        "aim": "Weten waar circulaire economie over gaat, en uit eigen verhalen halen wat we belangrijk vinden.",
        "on": dt.date(2026, 1, 20),
        "place": TOWN_HALL,
        "status": SessionStatus.CLOSED,
        "steps": [  # kind, title, minutes, instructions
            (StepKind.PULSE, "Hoe staat u erin?", 5, "Vul het in op uw telefoon; niemand ziet wie wat zei."),
            (StepKind.BACKGROUND, "Circulaire economie in een half uur", 30, "Drie voorbeelden uit de eigen gemeente."),
            (StepKind.STORIES, "Vertel elkaar wat er gebeurde", 50,
             "Een keer dat inkoop iets beters opleverde, of juist niet. Wie, waar, wat gebeurde er?"),
            (StepKind.CLUSTER, "Wat hoort bij elkaar?", 30, "Leg verhalen bij elkaar en geef het stapeltje een naam."),
            (StepKind.VOTE, "Wat telt het zwaarst?", 10, "Drie stippen per persoon."),
            (StepKind.SETTLE, "Hier gaan we mee verder", 30, "Elke naam wordt een kernwaarde of een thema, of niets."),
        ],
        "decisions": [  # text, owner, days after the session
            ("Deze kernwaarden en thema’s gaan naar de tweede bijeenkomst.", None, None),
            ("De verhalen zonder namen rondsturen aan iedereen die er was.", "begeleider", 7),
        ],
    },
    {
        "title": "Concreet maken",
        "aim": "Van elke waarde en elk thema weten wat we dan zien gebeuren en wat we willen bereiken.",
        "on": dt.date(2026, 2, 10),
        "place": TOWN_HALL,
        "status": SessionStatus.CLOSED,
        "steps": [
            (StepKind.BACKGROUND, "Terug naar de verhalen", 20, "Lees de verhalen achter elke waarde voor."),
            (StepKind.CONCRETISE, "Wat is er in 2029 waar?", 60, "Schrijf op wat u dan kunt zien of tellen."),
            (StepKind.CLUSTER, "Wat is hetzelfde doel?", 30, "Maak van gelijke ideeën één zin."),
            (StepKind.VOTE, "Waar beginnen we?", 10, "Drie stippen per persoon."),
            (StepKind.SETTLE, "Deze doelen nemen we op", 30, "Wie ziet erop toe, en hoe meten we het?"),
        ],
        "decisions": [
            ("We beginnen met de doelen die de meeste stippen kregen.", None, None),
            ("Bij elk doel een indicator en een nulmeting voorstellen.", "beleidsadviseur", 28),
        ],
    },
    {
        "title": "Drie echte opdrachten",
        "moment": Moment.AFTER,
        "aim": "Voor drie opdrachten de ambitie, de vraag en de samenwerking uitwerken.",
        "on": dt.date(2026, 3, 10),
        "place": "Gemeentewerf",
        "status": SessionStatus.CLOSED,
        "steps": [
            (StepKind.BACKGROUND, "Drie opdrachten op tafel", 20, "De projectleider vertelt wat er speelt."),
            (StepKind.CANVAS, "Ambitie, vraag en samenwerking", 90, "Eén tafel per opdracht; wissel na een half uur."),
            (StepKind.VOTE, "Wat nemen we mee?", 10, "Drie stippen per persoon."),
            (StepKind.SETTLE, "Dit komt in de pilot", 30, "Wie doet morgen wat?"),
            (StepKind.PULSE, "En hoe staat u er nu in?", 5, "Dezelfde vijf zinnen als in de eerste bijeenkomst."),
        ],
        "decisions": [
            ("De drie opdrachten zijn onze eerste pilots.", None, None),
            ("Een marktconsultatie over bermgras plannen.", "inkoper", 30),
        ],
    },
]  # fmt: skip

LOOK_BACK = {
    "title": "Wat leverde het eerste half jaar op?",
    "aim": "Zien welke doelen op koers liggen, en wat we anders gaan doen.",
    "place": TOWN_HALL,
    "status": SessionStatus.PLANNED,
    "steps": [
        (StepKind.BACKGROUND, "De cijfers van het half jaar", 20, "Neem het overzicht door."),
        (StepKind.STORIES, "Wat merkte u ervan?", 45, "Een opdracht waarin de strategie hielp, of in de weg zat."),
        (StepKind.CLUSTER, "Wat leren we?", 30, "Geef elk stapeltje een naam."),
        (StepKind.VOTE, "Wat pakken we eerst op?", 10, "Drie stippen per persoon."),
        (StepKind.SETTLE, "Afspraken", 25, "Elke afspraak krijgt een eigenaar."),
    ],
}

PRACTICE = {
    "title": "Zo werkt een werksessie",
    "aim": "Oefenen met de regie, het grote scherm en de telefoons. Doe mee met een telefoon en probeer alles.",
    "place": TOWN_HALL,
    "status": SessionStatus.OPEN,
    "join_code": "EMMEN2",
    "steps": [
        (StepKind.STORIES, "Wat kocht u het laatst?", 15, "Eén inkoop waar u trots op bent, of juist niet."),
        (StepKind.CLUSTER, "Wat hoort bij elkaar?", 15, "Leg verhalen bij elkaar en geef het stapeltje een naam."),
        (StepKind.VOTE, "Wat telt het zwaarst?", 5, "Drie stippen per persoon."),
        (StepKind.SETTLE, "Wat nemen we mee?", 10, "Een naam kan een kernwaarde of een thema worden, of niets."),
    ],
}
