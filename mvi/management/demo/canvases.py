"""The canvases of the three purchases, with what hangs on them; the facts are from public news, the rest is made up."""

import datetime as dt

from pilots.models import (
    Commitment,
    ConsultationKind,
    ContractType,
    CriterionKind,
    PartyKind,
    Phase,
    Procedure,
    QuestionKind,
    RStrategy,
    Standing,
)
from strategy.models import Direction

UP, DOWN = Direction.UP, Direction.DOWN
REASON = "Het gaat om weinig werk; een hoger niveau zou de kleine bedrijven uit de regio uitsluiten."

BERMEN = {
    "name": "Maaien van bermen",
    "fields": {
        "summary": "Het gras uit onze bermen wordt grondstof of groen gas in plaats van afval.",
        "tags": "groen, maaisel, samen met de regio",
        "without_buying": "Deels. Een kwart van de bermen kan een ronde overslaan: wat we niet maaien, hoeven we ook "
        "niet weg te brengen. De rest moet gemaaid worden voor de veiligheid.",
        "need": "Bermen moeten veilig en bloemrijk zijn. Moet elk stuk wel gemaaid worden, en zo ja, hoe vaak?",
        "ambition": "Maaisel is geen afval maar grondstof. Na drie jaar heeft minstens 60% een nuttige bestemming: "
        "groen gas, compost, papier of plaatmateriaal.",
        "question": "Houd onze bermen veilig en bloemrijk, en vind voor het maaisel de bestemming met de meeste "
        "waarde. Laat zien hoe u dat elk jaar beter doet.",
        "question_kind": QuestionKind.INVITE,
        "collaboration": "Maaien, vervoeren en verwerken zijn drie vakken. We vragen een groep bedrijven die samen "
        "inschrijft, en zoeken met de provincie en de buurgemeenten genoeg maaisel voor één verwerker. Maaisel geldt "
        "wettelijk als afval; met de omgevingsdienst regelen we vooraf wat nodig is.",
        "client": "Afdeling Openbare ruimte",
        "budget_holder": "Hoofd Openbare ruimte",
        "contract_type": ContractType.SERVICES,
        "procedure": Procedure.OPEN,
        "cpv": "77310000-6",
        "estimate": 1_480_000,
        "r_strategy": RStrategy.R7,
        "launching_customer": True,
        "biobased": True,
        "phase": Phase.TENDER,
    },
    "period": (100, 1560),  # days from today
    "themes": [("Circulair", 3, ""), ("Energie", 2, ""), ("Sociaal", 1, REASON)],
    "values": [
        ("Verbinden", "Drie gemeenten en de provincie brengen hun maaisel samen."),
        ("Ruimte", "De markt kiest de bestemming; wij vragen alleen wat die oplevert."),
        ("Realisme", "De opbrengst van het gas is voorzichtig geraamd: een nat jaar telt mee."),
    ],
    "goals": ["Al het maaisel", "Bermmaaisel levert", "Onderhoud en werken"],
    "parties": [  # name, kind, role, commitment, documented?
        ("Openbare ruimte", PartyKind.INTERNAL, "opdrachtgever en beheerder", Commitment.COMMITTED, False),
        ("Inkoop en contracten", PartyKind.INTERNAL, "begeleidt de aanbesteding", Commitment.COMMITTED, False),
        ("Loonbedrijven uit de regio", PartyKind.SUPPLIER, "maaien en verzamelen", Commitment.APPROACHED, False),
        ("Vergister of composteerder", PartyKind.SUPPLIER, "maakt gas of compost", Commitment.WISHED, False),
        ("Provincie Drenthe", PartyKind.GOVERNMENT, "maakt van haar eigen bermgras groen gas", Commitment.APPROACHED,
         False),
        ("Gemeente Aa en Hunze", PartyKind.GOVERNMENT, "geeft haar maaisel sinds 2021 aan boeren",
         Commitment.APPROACHED, False),
        ("Hogeschool in de regio", PartyKind.KNOWLEDGE, "meet wat het maaisel waard is", Commitment.WISHED, False),
    ],
    "milestones": [  # phase, name, owner, due, done; a number is days from today, a date is documented
        (Phase.EXPLORATION, "Hoeveelheid maaisel geteld", "projectleider", -210, -214),
        (Phase.PREPARATION, "Behoefte en ambitie vastgesteld", "projectleider", -150, -143),
        (Phase.PREPARATION, "Marktconsultatie", "inkoper", -75, -61),
        (Phase.TENDER, "Aankondiging gepubliceerd", "inkoper", -6, None),
        (Phase.TENDER, "Gunning", "inkoper", 62, None),
        (Phase.EXECUTION, "Eerste maaironde", "projectleider", 170, None),
        (Phase.EVALUATION, "Eerste jaar geëvalueerd", "projectleider", 460, None),
    ],
    "consultations": [  # days from today, how, subject, with whom, asked, answered, effect, days until all have it
        (-68, ConsultationKind.TALK, "Wat een vergister van bermgras vraagt", "Een vergister uit de regio",
         "Hoe schoon en hoe vers moet het gras zijn?\nHoeveel kunt u per ronde aan?",
         "Binnen twee dagen na het maaien, zonder zwerfvuil. Een hele ronde tegelijk past niet; gespreid wel.",
         "Het zwerfvuil ruimen wij voor elke ronde zelf op. De inschrijver plant zelf de rondes.", -54),
        (-61, ConsultationKind.MEETING, "Samen inschrijven: maaien, vervoeren en verwerken",
         "Zes loonbedrijven, twee verwerkers",
         "Wat hebt u nodig om samen in te schrijven?\nIs vier jaar lang genoeg om in een machine te investeren?",
         "Tijd om elkaar te vinden: liever acht weken dan zes. Vier jaar is kort; met verlengingen is het te doen.",
         "De inschrijftermijn wordt acht weken. Twee verlengingen van een jaar tellen mee in de raming.", -54),
        (-20, ConsultationKind.WRITTEN, "Meten waar het maaisel blijft", "Drie loonbedrijven",
         "Hoe toont u aan welke bestemming elke vracht kreeg?",
         "Met weegbonnen van de verwerker. Een app per vracht vindt niemand nodig.", "", None),
    ],
    "criteria": [  # kind, theme, level, title, text, weight, how it is checked
        (CriterionKind.SUITABILITY, None, 1, "Ervaring met maaien en afvoeren",
         "Eén opdracht van vergelijkbare omvang in de laatste drie jaar.", None, "Tevredenheidsverklaring"),
        (CriterionKind.MINIMUM, "Circulair", 1, "Bloeiende bermen blijven staan",
         "Minstens een kwart van elk vak blijft bij elke ronde ongemaaid.", None, "Steekproef na elke ronde"),
        (CriterionKind.AWARD, "Circulair", 3, "Bestemming van het maaisel",
         "Hoe meer waarde het maaisel houdt, hoe meer punten; de inschrijver onderbouwt elke stroom.", 40,
         "Plan van aanpak en weegbonnen"),
        (CriterionKind.AWARD, "Energie", 2, "Uitstoot van maaien en vervoer",
         "Uitstoot per hectare over de hele looptijd.", 20, "Berekening met landelijke factoren"),
        (CriterionKind.AWARD, None, 1, "Prijs", "Prijs over vier jaar, met verlengingen.", 40, "Inschrijfstaat"),
        (CriterionKind.CONTRACT, "Circulair", 2, "Elk jaar een balans van het maaisel",
         "Binnen een maand na het seizoen; bij een lagere bestemming dan beloofd volgt een verbeterplan.", None,
         "Balans, door de gemeente nagerekend"),
        (CriterionKind.CONTRACT, "Sociaal", 1, "Vijf procent van de loonsom als social return",
         "Bij voorkeur met mensen uit de eigen gemeente.", None, "Opgave per half jaar"),
    ],
    "kpis": [  # name, unit, base, direction, reference, asked, offered, contracted, feeds indicator, results
        ("Maaisel met een nuttige bestemming", "%", "", UP, 0, 60, None, None, "Maaisel met een nuttige bestemming",
         []),
        ("Groen gas", "m³ per jaar", "", UP, 0, 60000, None, None, None, []),
        ("Uitstoot van maaien en vervoer", "ton CO₂", "", DOWN, 210, 150, None, None, None, []),
        ("Social return", "%", "loonsom", UP, None, 5, None, None, None, []),
    ],
    "lessons": [],
}  # fmt: skip

AQUARENA = {
    "name": "Demontage van zwembad Aquarena",
    "fields": {
        "summary": "Het oude zwembad is uit elkaar gehaald in plaats van gesloopt.",
        "tags": "hergebruik, sloop",
        "without_buying": "Nee. Het oude bad laten staan of opknappen kost meer materiaal en energie dan het terrein "
        "vrijmaken; een andere bestemming is gezocht en niet gevonden.",
        "need": "Er komt een nieuw bad; het oude moet weg. Welke delen hebben nog een leven voor zich, en wie kan ze "
        "gebruiken?",
        "ambition": "We halen het bad uit elkaar zoals het in elkaar is gezet. Minstens 80% van het materiaal krijgt "
        "een nieuwe plek, het liefst in de buurt.",
        "question": "Maak het terrein leeg en vind voor elk onderdeel de beste volgende plek. Laat zien waar het "
        "materiaal blijft.",
        "question_kind": QuestionKind.ENCOURAGE,
        "collaboration": "De sloper is hier ook verkoper: hij zoekt afnemers voordat hij begint. Gemeenten en "
        "dorpsbaden in de omtrek mogen eerst kiezen. Het asbest gaat er veilig uit voordat iets anders begint.",
        "client": "Afdeling Vastgoed",
        "budget_holder": "Hoofd Vastgoed",
        "contract_type": ContractType.WORKS,
        "procedure": Procedure.MULTIPLE,
        "cpv": "45111300-1",
        "starts_on": dt.date(2019, 12, 1),
        "ends_on": dt.date(2020, 4, 30),
        "r_strategy": RStrategy.R3,
        "phase": Phase.EVALUATION,
        "standing": Standing.COMPLETED,
    },
    "themes": [("Circulair", 3, ""), ("Sociaal", 2, "")],
    "values": [
        ("Verbinden", "Dorpsbaden in de omtrek konden onderdelen uitzoeken voordat de sloop begon."),
        ("Daadkracht", "In twee weken is gekozen wat bewaard bleef; daarna kon de sloper door."),
    ],
    "goals": ["Bij elke sloop", "Minstens 5%"],
    "parties": [
        ("Vastgoed", PartyKind.INTERNAL, "opdrachtgever", Commitment.COMMITTED, False),
        ("Inkoop en contracten", PartyKind.INTERNAL, "vraag en gunning", Commitment.COMMITTED, False),
        ("Circulaire sloper", PartyKind.SUPPLIER, "demonteert en zoekt afnemers", Commitment.COMMITTED, False),
        ("Gemeente Stadskanaal", PartyKind.GOVERNMENT, "neemt de glijbanen over", Commitment.COMMITTED, True),
        ("Dorpszwembaden", PartyKind.ASSOCIATION, "nemen onderdelen over", Commitment.COMMITTED, True),
    ],
    "milestones": [
        (Phase.IDEA, "Zwembad gesloten", None, dt.date(2019, 10, 13), dt.date(2019, 10, 13)),
        (Phase.PREPARATION, "Onderdelen bekeken en verdeeld", "projectleider", dt.date(2019, 11, 15),
         dt.date(2019, 11, 22), "example"),
        (Phase.EXECUTION, "Begin van de demontage", "projectleider", dt.date(2019, 12, 1), dt.date(2019, 12, 1)),
        (Phase.EXECUTION, "Asbest verwijderd", "projectleider", dt.date(2020, 1, 15), dt.date(2020, 1, 20),
         "example"),
        (Phase.EXECUTION, "Terrein leeg", "projectleider", dt.date(2020, 4, 30), dt.date(2020, 4, 30)),
        (Phase.EVALUATION, "Les vastgelegd", "inkoper", dt.date(2020, 6, 15), dt.date(2020, 6, 10), "example"),
    ],
    "criteria": [
        (CriterionKind.SUITABILITY, None, 1, "Certificaat voor veilig slopen", "Geldig bij inschrijving.", None,
         "Certificaat"),
        (CriterionKind.AWARD, "Circulair", 3, "Plan voor de volgende plek",
         "Per onderdeel: wie neemt het af, en waarvoor? Wat al is toegezegd, telt het zwaarst.", 60,
         "Plan met toezeggingen"),
        (CriterionKind.AWARD, None, 1, "Prijs", "Prijs na aftrek van de opbrengst van het materiaal.", 40,
         "Inschrijfstaat"),
        (CriterionKind.CONTRACT, "Circulair", 3, "Materiaalstaat bij oplevering",
         "Van elke stroom het gewicht en de bestemming, met bon.", None, "Materiaalstaat en weegbonnen"),
    ],
    "kpis": [
        ("Materiaal met een nieuwe plek", "%", "massa", UP, 35, 80, 90, 90, "Hergebruikt bij sloop",
         [(dt.date(2020, 4, 30), 97, "Ongeveer 97%, zoals na de sloop in het nieuws is gemeld.", "RTV Drenthe",
           False)]),
        ("Social return", "%", "loonsom", UP, None, 5, 5, 5, None,
         [(dt.date(2020, 4, 30), "4.2", "Twee leerlingen werkten mee.", "Voorbeeldcijfer", True)]),
    ],
    "lessons": [
        ("Zoek afnemers voordat de sloop begint",
         "Een onderdeel zonder afnemer gaat alsnog in de container. Begin met bellen zodra het gebouw sluit.",
         "Circulair", "hergebruik, sloop",
         ("Bij elke sloop zoekt de sloper eerst afnemers",
          "De vraag naar een plan met toezeggingen staat in elk sloopbestek.", "inkoper", -120, -131)),
        ("Spreek vooraf af hoe je hergebruik telt",
         "Een glijbaan telt anders in gewicht dan in waarde. Leg de rekenregel vast voor iemand een percentage noemt.",
         "Circulair", "hergebruik, meten",
         ("Hergebruik telt in gewicht, met weegbonnen",
          "Dezelfde rekenregel in elk contract met een eis aan hergebruik.", "beleidsadviseur", 45, None)),
        ("Maak tijd voor het asbest",
         "Alles wacht op het asbest. Plan het eerst, en laat de opslag van onderdelen niet aan dezelfde plek hangen.",
         None, "asbest, planning"),
    ],
}  # fmt: skip

BOERMARKEWEG = {
    "name": "Verbreding van de Boermarkeweg",
    "fields": {
        "summary": "De weg wordt voorlopig niet verdubbeld: er was te weinig geld. Kleine maatregelen kwamen er wel.",
        "tags": "fossielvrij, weg",
        "without_buying": "Misschien: met een andere kruising, een fietsroute of andere tijden is er minder of geen "
        "nieuw asfalt nodig.",
        "need": "Het verkeer loopt vast op drukke uren en moet veilig doorstromen.",
        "ambition": "Als er wegdek bij komt, is het gemaakt van wat er al ligt, en draagt de aanleg bij aan minder "
        "uitstoot.",
        "question": "Laat het verkeer veilig doorstromen met zo weinig mogelijk nieuw materiaal, en reken de kosten "
        "over de hele levensduur uit.",
        "question_kind": QuestionKind.INVITE,
        "collaboration": "Wegbeheer, verkeer en inkoop schrijven de vraag samen. Aannemers denken mee voordat het "
        "ontwerp vastligt.",
        "client": "Afdeling Verkeer",
        "budget_holder": "Hoofd Verkeer",
        "contract_type": ContractType.WORKS,
        "procedure": Procedure.RESTRICTED,
        "cpv": "45233140-2",
        "r_strategy": RStrategy.R2,
        "phase": Phase.PREPARATION,
        "standing": Standing.PARKED,
        "revisit_on": dt.date(2027, 3, 1),
    },
    "themes": [("Circulair", 2, "Over wegdek van oud materiaal is nog te weinig bekend voor niveau 3."),
               ("Energie", 2, "")],
    "values": [
        ("Realisme", "Voor de verdubbeling was 15 tot 20 miljoen euro nodig; die was er niet."),
        ("Daadkracht", "Met een miljoen zijn kleine maatregelen uitgevoerd in plaats van te wachten."),
    ],
    "goals": ["Minstens de helft", "Onderhoud en werken"],
    "parties": [
        ("Verkeer", PartyKind.INTERNAL, "opdrachtgever", Commitment.COMMITTED, False),
        ("Inkoop en contracten", PartyKind.INTERNAL, "denkt mee over de vraag", Commitment.COMMITTED, False),
        ("Wegenbouwers", PartyKind.SUPPLIER, "denken mee over materiaal", Commitment.WISHED, False),
        ("Provincie Drenthe", PartyKind.GOVERNMENT, "sluit aan op haar wegen", Commitment.APPROACHED, False),
    ],
    "milestones": [
        (Phase.EXPLORATION, "Verkeer geteld", "projectleider", dt.date(2020, 3, 1), dt.date(2020, 3, 20), "example"),
        (Phase.PREPARATION, "Verdubbeling in de ijskast", None, dt.date(2020, 11, 30), dt.date(2020, 11, 30)),
        (Phase.PREPARATION, "Opnieuw bekijken of er geld is", "projectleider", dt.date(2027, 3, 1), None, "example"),
    ],
    "criteria": [],
    "kpis": [
        ("Hergebruikt materiaal in het wegdek", "%", "massa", UP, 10, 40, None, None, None, []),
    ],
    "lessons": [
        ("Reken voor je belooft",
         "Het plan was er voor het geld. Vraag eerst wat de hele levensduur kost, en wat een kleiner plan kost.",
         None, "kosten"),
    ],
}  # fmt: skip
