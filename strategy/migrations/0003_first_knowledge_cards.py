"""The cards to begin with; the administrator may change them, so what is there already stays as it is."""

from django.db import migrations

CARDS = [  # keyword, title, summary, text, question, right answer, two wrong answers
    (
        "eigen-woorden",
        "Circulair in eigen woorden",
        "Circulair inkopen is zo kopen dat spullen en grondstoffen zo lang mogelijk hun waarde houden.",
        (
            "Bij gewoon inkopen kopen we iets, gebruiken we het en gooien we het weg. Bij circulair inkopen denken we vooraf "
            "na over het einde: kan het langer mee, kan het worden gerepareerd, wie kan het daarna gebruiken?\n\n"
            "Begin met de vraag of we iets nieuws nodig hebben. Vraag daarna wat het moet doen, hoe lang het mee moet gaan "
            "en wat er na het gebruik mee gebeurt. Leg in het contract vast wie daarvoor zorgt.\n\n"
            "Voorbeeld: klinkers uit een oude straat liggen weer in een nieuwe straat. Dat scheelt geld en grondstoffen."
        ),
        "Wat is de eerste vraag bij circulair inkopen?",
        "Hebben we iets nieuws nodig?",
        "Wat is de laagste prijs?",
        "Welk merk willen we?",
    ),
    (
        "r-ladder",
        "De R-ladder",
        "De R-ladder zet tien circulaire strategieën op volgorde: hoe hoger, hoe minder grondstoffen.",
        (
            "De ladder loopt van R0 tot R9. Bovenaan staat niet kopen (R0 Refuse), anders gebruiken of delen (R1 Rethink) en "
            "minder materiaal gebruiken (R2 Reduce). Daarna komt langer gebruiken: hergebruik (R3), reparatie (R4), "
            "opknappen (R5), van oude delen iets maken dat als nieuw is (R6) en delen voor iets anders gebruiken (R7). "
            "Onderaan staan recyclen (R8) en verbranden met terugwinning van energie (R9).\n\n"
            "Kijk eerst hoe hoog u kunt komen. Recyclen klinkt goed, maar staat bijna onderaan.\n\n"
            "De ladder komt van het Planbureau voor de Leefomgeving (2017)."
        ),
        "Wat staat het hoogst op de R-ladder?",
        "Niet kopen als het niet nodig is",
        "Recyclen tot nieuwe grondstof",
        "Repareren wat kapot is",
    ),
    (
        "functioneel-specificeren",
        "Functioneel specificeren",
        "Vraag wat iets moet doen, niet hoe het eruit moet zien.",
        (
            "Wie een product precies voorschrijft, krijgt wat er al was. Wie de functie vraagt, geeft de markt ruimte voor "
            "een betere oplossing.\n\n"
            "Voorbeeld: vraag niet “80 lampen van 40 watt”, maar “genoeg licht om veilig te lopen, tien jaar lang, met zo "
            "weinig mogelijk energie en materiaal”.\n\n"
            "Zorg dat u kunt controleren of de functie wordt gehaald: noem een maat, en hoe u die meet."
        ),
        "Welke vraag is functioneel?",
        "Tien jaar genoeg licht om veilig te lopen",
        "80 lampen van 40 watt van merk X",
        "Dezelfde lampen als vorige keer",
    ),
    (
        "launching-customer",
        "Launching customer",
        "De gemeente is de eerste die iets nieuws koopt, en helpt zo een idee op weg.",
        (
            "Nieuwe oplossingen zijn vaak nog niet bewezen. Een bedrijf heeft dan een eerste klant nodig. De gemeente kan "
            "die klant zijn: launching customer.\n\n"
            "Dat vraagt meer dan kopen: samen testen, fouten mogen maken en vertellen wat eruit kwam. Begin klein, spreek af "
            "wanneer u stopt, en verdeel de risico’s eerlijk.\n\n"
            "Kijk op tijd welke procedure past, zoals een innovatiepartnerschap."
        ),
        "Wat is een launching customer?",
        "De eerste klant van iets nieuws",
        "De klant met de grootste opdracht",
        "De klant die het snelst betaalt",
    ),
    (
        "sroi",
        "Social return (SROI)",
        "De opdrachtnemer zet een deel van de opdracht om in werk of leren voor mensen met een achterstand.",
        (
            "SROI staat voor social return on investment. In het contract staat welk deel van de waarde van de opdracht de "
            "opdrachtnemer daarvoor gebruikt, bijvoorbeeld 5%. Dat kan met een baan, een leerplek, of inkoop bij een sociale "
            "onderneming.\n\n"
            "Maak de afspraak passend bij de opdracht en bij de mensen in uw regio. Spreek af wie meet en wanneer. Betrek het "
            "werkgeversservicepunt of de arbeidsdeskundigen vroeg."
        ),
        "Waarvoor is social return?",
        "Werk of leren voor mensen met een achterstand",
        "Korting voor de gemeente",
        "Minder uitstoot van CO₂",
    ),
    (
        "social-return-grondslag",
        "De grondslag van social return",
        "Het bedrag waarover u het percentage social return rekent.",
        (
            "Een percentage zegt pas iets als duidelijk is waarvan. De grondslag kan de hele waarde van de opdracht zijn, of "
            "alleen de loonsom.\n\n"
            "Bij werk met veel loon, zoals groenonderhoud, past de waarde van de opdracht. Bij leveringen met veel materiaal "
            "is de loonsom vaak eerlijker: anders vraagt u meer dan er werk is.\n\n"
            "Schrijf de grondslag op in de vraag en in het contract. Dan is er later geen discussie."
        ),
        "Wat is de grondslag van social return?",
        "Het bedrag waarover het percentage wordt berekend",
        "Het aantal mensen dat meedoet",
        "De wet waarin social return staat",
    ),
    (
        "mki",
        "Milieukostenindicator (MKI)",
        "De MKI zet alle schade aan het milieu om in één bedrag in euro’s.",
        (
            "Een product heeft veel gevolgen voor het milieu: uitstoot, grondstoffen, giftige stoffen. De MKI rekent ze om "
            "naar één bedrag, over het hele leven van het product. Hoe lager de MKI, hoe minder schade.\n\n"
            "De MKI is geen prijs die u betaalt. U kunt er aanbiedingen mee vergelijken, vooral in de grond-, weg- en "
            "waterbouw.\n\n"
            "Vraag een berekening die een ander heeft gecontroleerd, en controleer bij oplevering of die klopt."
        ),
        "Wat betekent een lage MKI?",
        "Minder schade aan het milieu",
        "Een lagere prijs om te betalen",
        "Minder regels in het contract",
    ),
    (
        "tco",
        "Total cost of ownership (TCO)",
        "Alle kosten van iets: kopen, gebruiken, onderhouden en weer kwijtraken.",
        (
            "De prijs bij aankoop is maar een deel. Energie, onderhoud en sloop kosten ook geld, vaak meer dan de aankoop. "
            "TCO telt alles bij elkaar over de jaren dat u iets gebruikt.\n\n"
            "Iets dat langer meegaat of nog waarde heeft aan het einde, kan duurder zijn bij aankoop en toch goedkoper in "
            "totaal.\n\n"
            "Vraag van elke aanbieder dezelfde jaren en dezelfde posten; anders vergelijkt u appels met peren."
        ),
        "Wat hoort bij de TCO?",
        "Alle kosten van aankoop tot einde",
        "Alleen de prijs bij aankoop",
        "Alleen de kosten van onderhoud",
    ),
    (
        "biobased",
        "Biobased",
        "Biobased materiaal komt van planten of dieren en groeit weer aan.",
        (
            "Voorbeelden zijn hout, vlas, hennep en gras. Ze kunnen materiaal vervangen dat uit olie of erts komt. Bovendien "
            "houden ze CO₂ vast zolang ze worden gebruikt.\n\n"
            "Biobased is niet vanzelf circulair. Let op hoe lang het meegaat, of er lijm of verf in zit, en of het na gebruik "
            "terug kan in de kringloop. Vraag ook waar het vandaan komt.\n\n"
            "Voorbeeld: maaisel uit de berm wordt plaatmateriaal of papier."
        ),
        "Wat is biobased materiaal?",
        "Materiaal van planten of dieren",
        "Materiaal dat altijd afbreekt in de natuur",
        "Materiaal dat al een keer is gebruikt",
    ),
    (
        "losmaakbaarheid",
        "Losmaakbaarheid",
        "Wat losmaakbaar is, kunt u uit elkaar halen zonder het te beschadigen.",
        (
            "Een schroef gaat los, lijm en kit niet. Wie bij het ontwerp aan het einde denkt, kan delen later repareren, "
            "vervangen of ergens anders gebruiken.\n\n"
            "Vraag om verbindingen die los kunnen, om delen die u apart kunt vervangen, en om een lijst van wat waar zit: een "
            "materialenpaspoort.\n\n"
            "Voorbeeld: een brug waarvan de planken vastzitten met bouten kan over dertig jaar een andere brug worden."
        ),
        "Welke verbinding is losmaakbaar?",
        "Een bout",
        "Lijm",
        "Een lasnaad",
    ),
    (
        "marktconsultatie",
        "Marktconsultatie",
        "Vooraf aan de markt vragen wat er kan, voordat u de opdracht uitschrijft.",
        (
            "In een marktconsultatie vraagt u bedrijven wat mogelijk is, wat het kost en wat uw vraag beter maakt. Het is nog "
            "geen aanbesteding: niemand wint iets.\n\n"
            "Behandel iedereen gelijk. Stel open vragen, schrijf op wat er is gezegd en geef alle partijen later dezelfde "
            "informatie. Laat zien wat u met de antwoorden hebt gedaan.\n\n"
            "Doe het vroeg: als de vraag al vaststaat, heeft het weinig zin."
        ),
        "Waarvoor is een marktconsultatie?",
        "Horen wat er kan, voordat u de vraag opschrijft",
        "Alvast een winnaar kiezen",
        "Onderhandelen over de prijs",
    ),
]


def add(apps, schema_editor):
    card = apps.get_model("strategy", "KnowledgeCard")
    names = ("title", "summary", "text", "question", "right_answer", "wrong_answer", "other_wrong_answer")
    for position, (keyword, *values) in enumerate(CARDS, start=1):
        card.objects.get_or_create(
            keyword=keyword, defaults={"position": position} | dict(zip(names, values, strict=True))
        )


def remove(apps, schema_editor):
    apps.get_model("strategy", "KnowledgeCard").objects.filter(
        keyword__in=[keyword for keyword, *_values in CARDS]
    ).delete()


class Migration(migrations.Migration):
    replaces = [("strategy", "0012_first_knowledge_cards"), ("strategy", "0013_welded_seam")]

    dependencies = [("strategy", "0002_lists_of_others")]

    operations = [migrations.RunPython(add, remove)]
