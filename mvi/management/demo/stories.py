"""What was told and thought up in the three workshops, and how it was grouped. All of it is made up."""

TOLD = {
    "groenploeg": "We vroegen de groenploeg al bij het eerste gesprek. De helft van onze eisen bleek overbodig.",
    "klinkers": "Een aannemer belde na een afwijzing. Bij de koffie liet hij zien wat er met oude klinkers kan. Dat "
    "gesprek had vóór de aanbesteding moeten zijn.",
    "nota": "Mijn nota lag een jaar in een map. Pas toen ik naast een inkoper ging zitten, kwam er één zin van in een "
    "contract.",
    "buren": "Drie gemeenten vroegen dezelfde bedrijven om hetzelfde. Samen werden we ineens een klant die telt.",
    "concierge": "Bij de school deed de conciërge mee. Hij wist als enige welke deur nooit dichtgaat.",
    "lamp": "We vroegen om lampen en kregen lampen. Een collega vroeg om goed licht, en nu neemt de leverancier de "
    "lampen terug als ze op zijn.",
    "a4": "Bij een kleine opdracht schreef ik op één bladzijde wat het moest kunnen. Er kwamen vier heel verschillende "
    "voorstellen.",
    "probeer": "Mijn leidinggevende zei: probeer het maar, ik leg het uit als het misgaat. Dat had ik nodig.",
    "merken": "Een leverancier wees ons erop dat ons bestek vier merken uitsloot. We wisten het niet eens.",
    "omzet": "Een jonge ondernemer haakte af op onze omzeteis. Zijn idee zagen we later bij een andere gemeente.",
    "bak": "Twee jaar praatten we over het inzamelen van gereedschap. Toen iemand een bak neerzette, was het in een "
    "week geregeld.",
    "datum": "Na elke vergadering stond er: wordt vervolgd. Sinds er een naam en een datum achter staat, gebeurt het.",
    "sloper": "De sloper wilde beginnen. Omdat we in twee weken kozen wat moest blijven, was er nog iets te redden.",
    "belofte": "Ik sprak een leverancier aan op zijn belofte uit de aanbesteding. Hij was verbaasd dat iemand die had "
    "onthouden.",
    "wethouder": "Er kwam één vraag uit het college: wat is ervan gekomen? Die hielp meer dan tien nota’s.",
    "geld": "Het plan was prachtig en het geld was op. Hadden we eerder gerekend, dan was er een kleiner plan geweest "
    "dat wel kon.",
    "alles": "Wij vroegen alles tegelijk: schoon, sociaal, goedkoop en snel. Er schreef niemand in.",
    "cijfer": "Een cijfer dat niemand kan meten kost alleen tijd. Nu vraag ik eerst wie het gaat bijhouden.",
    "gras": "Het gras mocht niet zomaar naar de boer, want het heet afval. Dat hoorden we toen de wagens al vol waren.",
    "scheikunde": "Ik ben inkoper, geen scheikundige. Geef mij drie vragen die ik wél kan stellen.",
    "veegwagen": "Onze veegwagen stond ronkend voor het bord met onze klimaatdoelen.",
    "hoop": "Het maaisel ging dertig kilometer verderop op een hoop. Brandstof kwijt, en het gas lieten we liggen.",
    "voorman": "De jongen die via het werkbedrijf bij de groenploeg kwam, leert nu zelf nieuwe mensen het vak.",
    "loonsom": "We vroegen vijf procent social return en vergaten te zeggen waarvan. Drie bedrijven rekenden het op "
    "drie manieren uit.",
}
CLUSTERS_OF_STORIES = [  # name, what it became, dots, stories
    ("Elkaar opzoeken", ("value", "Verbinden"), 8, "groenploeg klinkers nota buren concierge wethouder"),
    ("Durven vragen", ("value", "Ruimte"), 6, "lamp a4 probeer merken omzet"),
    ("Doen wat je zegt", ("value", "Daadkracht"), 7, "bak datum sloper belofte wethouder"),
    ("Eerlijk rekenen", ("value", "Realisme"), 6, "geld alles cijfer gras scheikunde"),
    ("Niets weggooien", ("theme", "Circulair"), 7, "klinkers lamp sloper gras hoop"),
    ("Minder stoken", ("theme", "Energie"), 4, "veegwagen hoop"),
    ("Iedereen doet mee", ("theme", "Sociaal"), 4, "voorman loonsom omzet"),
    ("Te veel papier", None, 0, "merken nota"),
]

IDEAS = {
    "helft": "De helft van wat we aanleggen komt uit iets dat er al was.",
    "banken": "Straatstenen, banken en lichtmasten eerst uit ons eigen depot.",
    "tachtig": "Als wij iets slopen, weten we waar tachtig procent heen gaat.",
    "balans": "Van elke vracht maaisel weten we wat ervan is geworden.",
    "avond": "Iedereen die opdrachten geeft heeft één avond les gehad.",
    "gas": "De bussen rijden een dag per week op gas uit onze bermen.",
    "diesel": "Geen diesel meer in onderhoudscontracten.",
    "uitstoot": "We kennen de uitstoot van elk contract en zien haar dalen.",
    "vijf": "Vijf procent van de loonsom gaat naar mensen die moeilijk werk vinden.",
    "buurt": "Bij elke kleine opdracht mag een bedrijf uit de buurt meedoen.",
}
CLUSTERS_OF_IDEAS = [
    ("Oud wordt nieuw", ("goal", "Minstens de helft"), 9, "helft banken"),
    ("Sloop is oogst", ("goal", "Bij elke sloop"), 7, "tachtig"),
    ("Gras is grondstof", ("goal", "Al het maaisel"), 6, "balans gas"),
    ("Weten wat je vraagt", ("goal", "Iedereen die inkoopt"), 4, "avond"),
    ("Gas uit de berm", ("goal", "Bermmaaisel levert"), 3, "gas"),
    ("Minder uitlaat", ("goal", "Onderhoud en werken"), 4, "uitstoot diesel"),
    ("Schone machines", ("goal", "Vanaf 2028"), 3, "diesel"),
    ("Werk voor iedereen", ("goal", "Minstens 5%"), 4, "vijf"),
    ("De buurt doet mee", ("goal", "Bij elke onderhandse"), 2, "buurt"),
]

CANVAS = {
    "grondstof": "Noem het geen afval meer. Vraag wat het maaisel waard is.",
    "bestemming": "Laat de markt de bestemming kiezen en geef punten voor waarde.",
    "samen": "Zoek met de buurgemeenten genoeg gras voor één verwerker.",
    "stukken": "Haal het bad uit elkaar zoals het in elkaar is gezet.",
    "plek": "Vraag voor elk onderdeel: wie neemt het?",
    "dorpsbad": "Bel de dorpsbaden voordat de sloper komt.",
    "ligt": "Gebruik voor de weg wat er al ligt.",
    "doorstromen": "Vraag om doorstroming, niet om asfalt.",
    "vroeg": "Laat aannemers meedenken voordat het ontwerp vastligt.",
}
CLUSTERS_OF_CANVAS = [
    ("Bermen: gras heeft waarde", ("pilot", "Maaien", "ambition"), 8, "grondstof"),
    ("Bermen: de markt kiest", ("pilot", "Maaien", "question"), 5, "bestemming"),
    ("Bermen: samen genoeg gras", ("pilot", "Maaien", "collaboration"), 6, "samen"),
    ("Aquarena: uit elkaar halen", ("pilot", "Demontage", "ambition"), 7, "stukken"),
    ("Aquarena: wie neemt het?", ("pilot", "Demontage", "question"), 4, "plek"),
    ("Aquarena: eerst bellen", ("pilot", "Demontage", "collaboration"), 4, "dorpsbad"),
    ("Weg: gebruik wat er ligt", ("pilot", "Verbreding", "ambition"), 3, "ligt"),
    ("Weg: vraag om doorstroming", ("pilot", "Verbreding", "question"), 3, "doorstromen"),
    ("Weg: vroeg meedenken", ("pilot", "Verbreding", "collaboration"), 2, "vroeg"),
]
