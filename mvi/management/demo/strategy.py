"""The strategy of the case: its values and themes, and made-up goals with their figures."""

import datetime as dt

from strategy.actions import adopt
from strategy.models import (
    CoreValue,
    DecisionBody,
    Direction,
    FrameworkTheme,
    OwnerStatus,
    Strategy,
    Theme,
    ThemeColour,
)

TITLE = "MVI-strategie 2026–2029"
DECIDED_ON = dt.date(2026, 4, 14)
INTRODUCTION = """\
Elke euro die de gemeente uitgeeft, laat iets achter: materiaal, uitstoot, werk. Met deze strategie kiezen we wat we \
achterlaten. We kopen in met oog voor mens en milieu, en een circulaire economie is daarin het belangrijkste doel.

Emmen is het industriële hart van Noord-Nederland, met maakbedrijven, groene chemie en ondernemers die met \
plantaardige grondstoffen werken. Daarom willen we vaker de eerste klant zijn van iets nieuws."""
VISION = """\
In 2029 begint elke inkoop met de vraag of we iets nodig hebben, en zo ja wat het moet kunnen. De markt krijgt ruimte \
om te laten zien wat er mogelijk is. We spreken af wat we meten, we meten het ook, en we vertellen de raad wat eruit \
kwam."""

CORE_VALUES = [  # name, meaning, what we see then
    (
        "Verbinden",
        "We zoeken elkaar op voordat we iets vragen: beleid, inkoop, beheer en de bedrijven die het maken.",
        "Wie het straks beheert, zit aan tafel bij het eerste gesprek. We bellen een bedrijf ook als er niets loopt.",
    ),
    (
        "Ruimte",
        "We vragen wat iets moet kunnen en niet hoe het gemaakt wordt. Iets proberen mag, ook als het kan mislukken.",
        "De vraag past op één bladzijde. Een leidinggevende zegt: probeer het, ik leg het uit.",
    ),
    (
        "Daadkracht",
        "Een goed voornemen krijgt een naam en een datum. Wat we beloven, vragen we ook na.",
        "Achter elke actie staat iemand die ja zei. Bij de oplevering ligt de belofte uit de aanbesteding op tafel.",
    ),
    (
        "Realisme",
        "We kiezen wat kan met het geld, de tijd en de regels die er zijn, en zeggen eerlijk wat niet lukt.",
        "We rekenen voor we beloven. Wat stilvalt, gaat in de ijskast met een datum en een les.",
    ),
]

THEMES = [  # name, colour, level, owner, ambition
    (
        "Circulair",
        ThemeColour.GREEN,
        3,
        "beleidsadviseur",
        "Materiaal houdt zijn waarde. We kopen minder nieuw en weten bij elke sloop en aanleg waar het naartoe gaat.",
    ),
    (
        "Energie",
        ThemeColour.ORANGE,
        2,
        "projectleider",
        "Onze opdrachten gebruiken minder energie en stoten minder uit. Reststromen zoals bermmaaisel worden energie.",
    ),
    (
        "Sociaal",
        ThemeColour.PURPLE,
        2,
        None,
        "Inkoop geeft mensen werk die moeilijk werk vinden, en ondernemers uit de regio een eerlijke kans.",
    ),
]

FRAMEWORKS = {  # theme: what it is part of in the lists of others
    "Circulair": [
        "mvoi-circulair",
        "mvi-circulair",
        "mvi-biobased",
        "circ-econ",
        "environmental.circularEconomy",
        "SDG 12",
    ],
    "Energie": ["mvoi-klimaat", "mvi-milieu", "clim-mitig", "environmental.climateChangeMitigation", "SDG 7", "SDG 13"],
    "Sociaal": [
        "mvoi-social-return",
        "mvi-social-return",
        "mvi-mkb",
        "opp",
        "social.disadvantagedEmploymentOpportunities",
        "social.smeInclusion",
        "SDG 8",
    ],
}

START, END = dt.date(2025, 12, 31), dt.date(2029, 12, 31)
SPRING, SUMMER, AUTUMN = dt.date(2026, 3, 31), dt.date(2026, 6, 30), dt.date(2026, 9, 30)
UP, DOWN = Direction.UP, Direction.DOWN

# theme: goal, level, owner, year, then its indicators:
#   name, unit, direction, baseline, target, day of the target, measurements, how it is measured
GOALS = {
    "Circulair": [
        (
            "Minstens de helft van het materiaal in onze werken is hergebruikt of hernieuwbaar",
            3,
            "beleidsadviseur",
            2029,
            ("Aandeel hergebruikt of hernieuwbaar", "%", UP, 12, 50, END, {SPRING: 15, SUMMER: 18, AUTUMN: 21},
             "Massa uit de materiaalstaten van opgeleverde werken."),
        ),
        (
            "Bij elke sloop gaat minstens 80% van het materiaal naar een nieuwe plek",
            3,
            "projectleider",
            2027,
            ("Hergebruikt bij sloop", "%", UP, 35, 80, dt.date(2027, 12, 31), {},
             "Gemiddelde van de slooppilots, gewogen stroom per stroom door de sloper aangeleverd."),
        ),
        (
            "Al het maaisel uit onze bermen krijgt een nuttige bestemming",
            2,
            "projectleider",
            2029,
            ("Maaisel met een nuttige bestemming", "%", UP, 0, 100, END, {},
             "Weegbonnen per bestemming, opgeteld door de aannemer."),
        ),
        (
            "Iedereen die inkoopt kent de basis van de circulaire economie",
            1,
            "beleidsadviseur",
            2027,
            ("Collega’s met de basiskennis", "%", UP, 20, 100, dt.date(2027, 12, 31), {SUMMER: 41, AUTUMN: 58},
             "Deelnemers aan de basisavond, gedeeld door iedereen die in een jaar een opdracht gaf."),
        ),
    ],
    "Energie": [
        (
            "Bermmaaisel levert groen gas",
            2,
            "projectleider",
            2028,
            ("Groen gas uit maaisel", "m³ per jaar", UP, 0, 90000, dt.date(2028, 12, 31), {},
             "Opgave van de vergister over het kalenderjaar."),
        ),
        (
            "Onderhoud en werken stoten 40% minder CO₂ uit",
            2,
            "projectleider",
            2029,
            ("Uitstoot van onderhoud en werken", "ton CO₂", DOWN, 2400, 1440, END, {SPRING: 2390, AUTUMN: 2310},
             "Brandstof en materieel uit de opleverdossiers, omgerekend met landelijke factoren."),
        ),
        (
            "Vanaf 2028 huren we alleen nog emissieloos materieel voor onderhoud",
            3,
            "inkoper",
            2028,
            ("Emissieloze draaiuren", "%", UP, 8, 100, dt.date(2028, 12, 31), {SUMMER: 22, AUTUMN: 33},
             "Draaiuren uit de maandstaten van de aannemers."),
        ),
        (
            "Onze gebouwen gebruiken een vijfde minder energie",
            1,
            "bestuurder",
            2029,
            ("Energie per vierkante meter", "kWh per m²", DOWN, 142, 114, END, {SUMMER: 137},
             "Slimme meters, gecorrigeerd voor het weer."),
        ),
    ],
    "Sociaal": [
        (
            "Minstens 5% social return op de loonsom",
            2,
            "inkoper",
            2027,
            ("Social return op de loonsom", "%", UP, 2, 5, dt.date(2027, 12, 31), {AUTUMN: "3.1"},
             "Ingezette loonkosten gedeeld door de loonsom van de opdracht."),
        ),
        (
            "Een op de vijf onderhandse opdrachten gaat naar een sociale onderneming",
            2,
            "inkoper",
            2029,
            ("Opdrachten bij sociale ondernemingen", "%", UP, 6, 20, END, {SPRING: 7, AUTUMN: "9.5"},
             "Aantal opdrachten uit de contractadministratie."),
        ),
        (
            "Bij elke onderhandse opdracht krijgt een ondernemer uit de regio een kans",
            1,
            "inkoper",
            2028,
            ("Opdrachten met een uitgenodigde ondernemer uit de regio", "%", UP, 61, 90, dt.date(2028, 12, 31),
             {AUTUMN: 70}, "Uitnodigingen uit het inkoopdossier."),
        ),
    ],
}  # fmt: skip
FED_BY_PILOTS = {"Hergebruikt bij sloop": "mean", "Maaisel met een nuttige bestemming": "latest"}


def add_strategy(people):
    strategy = Strategy.objects.create(
        title=TITLE,
        starts_on=dt.date(2026, 1, 1),
        ends_on=END,
        introduction=INTRODUCTION,
        vision=VISION,
        is_current=True,
        is_example=True,
    )
    for position, (name, meaning, behaviour) in enumerate(CORE_VALUES, start=1):
        CoreValue.objects.create(
            strategy=strategy, position=position, name=name, meaning=meaning, behaviour=behaviour, is_example=True
        )
    for position, (name, colour, level, owner, ambition) in enumerate(THEMES, start=1):
        theme = Theme.objects.create(
            strategy=strategy,
            position=position,
            name=name,
            colour=colour,
            level=level,
            ambition=ambition,
            is_example=True,
            **owned(people.get(owner)),
        )
        for framework_theme in FrameworkTheme.objects.filter(code__in=FRAMEWORKS[name]):
            theme.theme_mappings.create(framework_theme=framework_theme, is_example=True)
        add_goals(theme, GOALS[name], people)
    return strategy


def adopt_and_go_on(strategy, people):
    """The text is adopted; then its owner gives a goal back, and its baseline turns out not to hold."""
    adopt(
        strategy=strategy,
        decided_on=DECIDED_ON,
        body=DecisionBody.EXECUTIVE,
        reference="Voorbeeldbesluit 2026-14",
        by=people["beleidsadviseur"],
    )
    goal = strategy.themes.get(name="Sociaal").goals.get(statement__startswith="Minstens 5%")
    goal.owner = None
    goal.explanation = "De nulmeting van 2% ging over de aanneemsom en niet over de loonsom. We meten haar opnieuw."
    goal.save()
    goal.indicators.update(baseline=None, baseline_on=None)


def add_goals(theme, goals, people):
    for position, (statement, level, owner, year, indicator) in enumerate(goals, start=1):
        goal = theme.goals.create(
            position=position,
            statement=statement,
            level=level,
            year=year,
            is_example=True,
            **owned(people.get(owner)),
        )
        add_indicator(goal, *indicator, people)


def owned(person):
    """An owner who said yes on the day of the decision, or nobody."""
    if person is None:
        return {}
    answered_at = dt.datetime.combine(DECIDED_ON, dt.time(9), tzinfo=dt.UTC)
    return {"owner": person, "owner_status": OwnerStatus.ACCEPTED, "answered_at": answered_at}


def add_indicator(goal, name, unit, direction, baseline, target, target_on, measurements, method, people):
    indicator = goal.indicators.create(
        name=name,
        unit=unit,
        direction=direction,
        baseline=baseline,
        baseline_on=START if baseline is not None else None,
        target=target,
        target_on=target_on,
        method=method,
        rollup=FED_BY_PILOTS.get(name, "own"),
        is_example=True,
    )
    for day, value in measurements.items():
        indicator.measurements.create(
            on=day,
            value=value,
            evidence="Voorbeeldcijfer",
            measured_by=goal.owner or people["beleidsadviseur"],
            is_example=True,
        )
