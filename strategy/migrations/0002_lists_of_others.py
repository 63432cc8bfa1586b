"""The lists by which others know our themes, as they were known in 2026: few rows, each with its source and dates."""

import datetime as dt

from django.db import migrations

# kind, name, first day, last day, source, then its themes: code, Dutch name
LISTS = [
    (
        "manifest",
        "Manifest MVOI 2022–2025",
        dt.date(2022, 11, 24),
        dt.date(2025, 12, 31),
        "Staatscourant 2024, 806",
        [
            ("mvoi-milieu", "Milieu en biodiversiteit"),
            ("mvoi-klimaat", "Klimaat"),
            ("mvoi-circulair", "Circulair (inclusief biobased)"),
            ("mvoi-keten", "Ketenverantwoordelijkheid (ISV)"),
            ("mvoi-diversiteit", "Diversiteit en inclusie"),
            ("mvoi-social-return", "Social return"),
        ],
    ),
    (
        "pianoo",
        "MVI-thema’s van PIANOo",
        dt.date(2016, 12, 8),
        None,
        "PIANOo, MVI-thema’s",
        [
            ("mvi-milieu", "Milieuvriendelijk inkopen"),
            ("mvi-circulair", "Circulair inkopen"),
            ("mvi-biobased", "Biobased inkopen"),
            ("mvi-isv", "Internationale sociale voorwaarden"),
            ("mvi-social-return", "Social return"),
            ("mvi-innovatie", "Innovatiegericht inkopen"),
            ("mvi-mkb", "MKB-vriendelijk inkopen"),
        ],
    ),
    (
        "bt-774",
        "eForms BT-774, milieueffecten",
        dt.date(2024, 6, 12),
        None,
        "eForms-SDK, codelijst environmental-impact, 20240612-0",
        [
            ("biodiv-eco", "De bescherming en het herstel van de biodiversiteit en ecosystemen"),
            ("circ-econ", "De transitie naar een circulaire economie"),
            ("clim-adapt", "De adaptatie aan klimaatverandering"),
            ("clim-mitig", "De mitigatie van klimaatverandering"),
            ("pollu-prev", "De preventie en bestrijding van verontreiniging"),
            ("water-mar", "Het duurzaam gebruik en de bescherming van water en mariene hulpbronnen"),
            ("other", "Andere"),
        ],
    ),
    (
        "bt-775",
        "eForms BT-775, sociale doelstellingen",
        dt.date(2025, 9, 24),
        None,
        "eForms-SDK, codelijst social-objective, 20250924-0",
        [
            ("acc-all", "Toegankelijkheid voor iedereen"),
            ("et-eq", "Etnische gelijkheid"),
            ("gen-eq", "Gendergelijkheid"),
            ("hum-right", "Zorgvuldigheid inzake de mensenrechten in wereldwijde toeleveringsketens"),
            (
                "opp",
                "Werkgelegenheidskansen voor langdurig werklozen, kansarmen en/of personen met een handicap",
            ),
            ("work-cond", "Billijke arbeidsvoorwaarden"),
            ("other", "Andere"),
        ],
    ),
    (
        "bt-776",
        "eForms BT-776, innovatie",
        dt.date(2024, 6, 12),
        None,
        "eForms-SDK, codelijst innovative-acquisition, 20240612-0",
        [
            (
                "mar-nov",
                (
                    "De aanbestede werken, leveringen of diensten zijn nieuw of aanzienlijk verbeterd ten opzichte van "
                    "andere werken, leveringen of diensten die reeds op de markt zijn."
                ),
            ),
            ("proc-innov", "Voor de aanbestede werken, leveringen of diensten is procesinnovatie nodig."),
            ("prod-innov", "Voor de aanbestede werken, leveringen of diensten is productinnovatie nodig."),
            (
                "rd-act",
                (
                    "De aanbestede werken, leveringen of diensten brengen activiteiten op het gebied van onderzoek en "
                    "ontwikkeling met zich mee."
                ),
            ),
        ],
    ),
    (
        "ocds",
        "OCDS-duurzaamheidsdoelen",
        dt.date(2024, 1, 1),
        None,
        "OCDS Sustainability Extension, codelijst sustainabilityGoal (b8d93a0)",
        [
            ("environmental.biodiversityProtectionRestoration", "Biodiversiteit beschermen en herstellen"),
            ("environmental.circularEconomy", "Circulaire economie"),
            ("environmental.climateChangeAdaptation", "Aanpassing aan klimaatverandering"),
            ("environmental.climateChangeMitigation", "Klimaatverandering tegengaan"),
            ("environmental.pollutionPrevention", "Verontreiniging voorkomen"),
            ("environmental.waterResourcesProtection", "Waterbronnen beschermen"),
            ("social.accessibility", "Toegankelijkheid"),
            ("social.disadvantagedEmploymentOpportunities", "Werk voor mensen met afstand tot de arbeidsmarkt"),
            ("social.ethnicEquality", "Etnische gelijkheid"),
            ("social.genderEquality", "Gendergelijkheid"),
            ("social.humanRightsInSupplyChains", "Mensenrechten in de keten"),
            ("social.laborRightsPromotion", "Arbeidsrechten"),
            ("social.smeInclusion", "Kansen voor het mkb"),
            ("economic.localEconomyPromotion", "Lokale economie"),
        ],
    ),
    (
        "sdg",
        "SDG’s, Agenda 2030",
        dt.date(2016, 1, 1),
        dt.date(2030, 12, 31),
        "Verenigde Naties, resolutie A/RES/70/1",
        [
            (f"SDG {number}", name)
            for number, name in enumerate(
                [
                    "Geen armoede",
                    "Geen honger",
                    "Goede gezondheid en welzijn",
                    "Kwaliteitsonderwijs",
                    "Gendergelijkheid",
                    "Schoon water en sanitair",
                    "Betaalbare en duurzame energie",
                    "Waardig werk en economische groei",
                    "Industrie, innovatie en infrastructuur",
                    "Ongelijkheid verminderen",
                    "Duurzame steden en gemeenschappen",
                    "Verantwoorde consumptie en productie",
                    "Klimaatactie",
                    "Leven in het water",
                    "Leven op het land",
                    "Vrede, justitie en sterke publieke diensten",
                    "Partnerschap om doelstellingen te bereiken",
                ],
                start=1,
            )
        ],
    ),
]


def fill(apps, schema_editor):
    framework_model, theme_model = apps.get_model("strategy", "Framework"), apps.get_model("strategy", "FrameworkTheme")
    for kind, name, starts_on, ends_on, source, themes in LISTS:
        framework = framework_model.objects.create(
            kind=kind, name=name, starts_on=starts_on, ends_on=ends_on, source=source
        )
        theme_model.objects.bulk_create(
            theme_model(framework=framework, code=code, name=theme, position=position)
            for position, (code, theme) in enumerate(themes, start=1)
        )


def empty(apps, schema_editor):
    """Take away what `fill` made, unless a theme of the municipality relies on it: then the database refuses."""
    names = [name for _kind, name, *_rest in LISTS]
    apps.get_model("strategy", "FrameworkTheme").objects.filter(framework__name__in=names).delete()
    apps.get_model("strategy", "Framework").objects.filter(name__in=names).delete()


class Migration(migrations.Migration):
    replaces = [("strategy", "0007_lists_of_others")]

    dependencies = [("strategy", "0001_tables")]

    operations = [migrations.RunPython(fill, empty)]
