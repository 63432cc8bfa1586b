"""The 45 divisions of CPV 2008, the European thresholds of 2022-2027, and an example of a municipality's own table."""

import datetime as dt

from django.db import migrations

# code and check digit, Dutch name, English name: Regulation (EC) 213/2008
DIVISIONS = [
    (
        "03000000-1",
        "Landbouw- en veeteelt-, kwekerij-, visserij-, bosbouw- en aanverwante producten",
        "Agricultural, farming, fishing, forestry and related products",
    ),
    (
        "09000000-3",
        "Aardolieproducten, brandstof, elektriciteit en andere energiebronnen",
        "Petroleum products, fuel, electricity and other sources of energy",
    ),
    ("14000000-1", "Mijnbouw, basismetalen en aanverwante producten", "Mining, basic metals and related products"),
    ("15000000-8", "Voeding, dranken, tabak en aanverwante producten", "Food, beverages, tobacco and related products"),
    ("16000000-5", "Landbouwmachines", "Agricultural machinery"),
    (
        "18000000-9",
        "Kleding, schoeisel, bagageartikelen en accessoires",
        "Clothing, footwear, luggage articles and accessories",
    ),
    (
        "19000000-6",
        "Leder, textielweefsels, kunststof en rubber materialen",
        "Leather and textile fabrics, plastic and rubber materials",
    ),
    ("22000000-0", "Drukwerk en aanverwante producten", "Printed matter and related products"),
    ("24000000-4", "Chemische producten", "Chemical products"),
    (
        "30000000-9",
        "Kantoormachines en gegevensverwerkende apparatuur, kantooruitrusting en -benodigdheden, uitgez. meubilair en softwarepakketten",
        "Office and computing machinery, equipment and supplies except furniture and software packages",
    ),
    (
        "31000000-6",
        "Elektrische machines, apparaten, uitrusting en verbruiksartikelen; verlichting",
        "Electrical machinery, apparatus, equipment and consumables; lighting",
    ),
    (
        "32000000-3",
        "Radio-, televisie-, communicatie-, telecommunicatietoestellen en aanverwante apparatuur",
        "Radio, television, communication, telecommunication and related equipment",
    ),
    (
        "33000000-0",
        "Medische apparatuur, farmaceutische artikelen en artikelen voor lichaamsverzorging",
        "Medical equipments, pharmaceuticals and personal care products",
    ),
    (
        "34000000-7",
        "Vervoersmaterieel en bijbehorende producten",
        "Transport equipment and auxiliary products to transportation",
    ),
    (
        "35000000-4",
        "Uitrusting voor veiligheid, brandweer, politie en leger",
        "Security, fire-fighting, police and defence equipment",
    ),
    (
        "37000000-8",
        "Muziekinstrumenten, sportartikelen, spelletjes, speelgoed, handwerk, kunstartikelen en toebehoren",
        "Musical instruments, sport goods, games, toys, handicraft, art materials and accessories",
    ),
    (
        "38000000-5",
        "Laboratoriuminstrumenten, optische en precisie-instrumenten (uitgezonderd brillen)",
        "Laboratory, optical and precision equipments (excl. glasses)",
    ),
    (
        "39000000-2",
        "Meubelen (m.i.v. kantoormeubelen), inrichtingsartikelen, huishoudelijke apparaten (uitgez. verlichting) en schoonmaakproducten",
        "Furniture (incl. office furniture), furnishings, domestic appliances (excl. lighting) and cleaning products",
    ),
    ("41000000-9", "Verzameld en gezuiverd water", "Collected and purified water"),
    ("42000000-6", "Bedrijfsmachines", "Industrial machinery"),
    (
        "43000000-3",
        "Machines voor de mijnbouw, steengroeven en voor de bouw",
        "Machinery for mining, quarrying, construction equipment",
    ),
    (
        "44000000-0",
        "Structuren en materialen voor de bouw; ondersteunende producten voor de bouw (uitgezonderd elektrische apparatuur)",
        "Construction structures and materials; auxiliary products to construction (except electric apparatus)",
    ),
    ("45000000-7", "Bouwwerkzaamheden", "Construction work"),
    ("48000000-8", "Software en informatiesystemen", "Software package and information systems"),
    ("50000000-5", "Reparatie- en onderhoudsdiensten", "Repair and maintenance services"),
    ("51000000-9", "Installatiediensten (uitgezonderd software)", "Installation services (except software)"),
    ("55000000-0", "Diensten voor hotel, restaurant en detailhandel", "Hotel, restaurant and retail trade services"),
    ("60000000-8", "Vervoersdiensten (uitg. vervoer van afval)", "Transport services (excl. Waste transport)"),
    (
        "63000000-9",
        "Ondersteunende en aanvullende vervoersdiensten; reisbureaudiensten",
        "Supporting and auxiliary transport services; travel agencies services",
    ),
    ("64000000-6", "Post- en telecommunicatiediensten", "Postal and telecommunications services"),
    ("65000000-3", "Openbare voorzieningen", "Public utilities"),
    ("66000000-0", "Financiële en verzekeringsdiensten", "Financial and insurance services"),
    ("70000000-1", "Makelaarsdiensten", "Real estate services"),
    (
        "71000000-8",
        "Dienstverlening op het gebied van architectuur, bouwkunde, civiele techniek en inspectie",
        "Architectural, construction, engineering and inspection services",
    ),
    (
        "72000000-5",
        "IT-diensten: adviezen, softwareontwikkeling, internet en ondersteuning",
        "IT services: consulting, software development, Internet and support",
    ),
    (
        "73000000-2",
        "Onderzoek en ontwikkeling, en aanverwante adviezen",
        "Research and development services and related consultancy services",
    ),
    (
        "75000000-6",
        "Diensten voor openbaar bestuur, defensie en sociale verzekering",
        "Administration, defence and social security services",
    ),
    ("76000000-3", "Diensten in verband met de olie- en gasindustrie", "Services related to the oil and gas industry"),
    (
        "77000000-0",
        "Diensten voor land-, bos- en tuinbouw, aquicultuur en imkerij",
        "Agricultural, forestry, horticultural, aquacultural and apicultural services",
    ),
    (
        "79000000-4",
        "Zakelijke dienstverlening: juridisch, marketing, consulting, drukkerij en beveiliging",
        "Business services: law, marketing, consulting, recruitment, printing and security",
    ),
    ("80000000-4", "Diensten voor onderwijs en opleiding", "Education and training services"),
    ("85000000-9", "Gezondheidszorg en maatschappelijk werk", "Health and social work services"),
    (
        "90000000-7",
        "Diensten inzake afvalwater, afval, reiniging en milieu",
        "Sewage, refuse, cleaning and environmental services",
    ),
    ("92000000-1", "Cultuur-, sport- en recreatiediensten", "Recreational, cultural and sporting services"),
    (
        "98000000-3",
        "Overige gemeenschaps-, sociale en persoonlijke diensten",
        "Other community, social and personal services",
    ),
]

# first year, last year, supplies and services, works and concessions, source; see the docstring of Threshold
PERIODS = [
    (2022, 2023, 215_000, 5_382_000, "Verordening (EU) 2021/1952 en 2021/1951"),
    (2024, 2025, 221_000, 5_538_000, "Verordening (EU) 2023/2495 en 2023/2497"),
    (2026, 2027, 216_000, 5_404_000, "Verordening (EU) 2025/2152 en 2025/2151"),
]
SOCIAL, SOCIAL_SOURCE = 750_000, "Richtlijn 2014/24/EU, artikel 4 onder d"

# Only an example: each municipality lays its own table down. Works after the policy of gemeente Waterland, supplies and
# services after the graph of the Gids Proportionaliteit.
EXAMPLE_SOURCE = "Voorbeeld: vervang dit door uw eigen inkoopbeleid"
EXAMPLE = [
    ("works", 0, "single"),
    ("works", 50_000, "multiple"),
    ("works", 1_000_000, "national-open"),
    ("supplies", 0, "single"),
    ("supplies", 50_000, "multiple"),
    ("services", 0, "single"),
    ("services", 50_000, "multiple"),
]


def fill(apps, schema_editor):
    code, threshold, rule = (apps.get_model("pilots", name) for name in ("CpvCode", "Threshold", "ProcedureRule"))
    code.objects.bulk_create(
        code(code=text[:8], check_digit=text[9], name_nl=dutch, name_en=english) for text, dutch, english in DIVISIONS
    )
    for first, last, supplies, works, source in PERIODS:
        amounts = {"supplies": supplies, "services": supplies, "works": works, "concession": works, "social": SOCIAL}
        threshold.objects.bulk_create(
            threshold(
                contract_type=contract_type,
                amount=amount,
                starts_on=dt.date(first, 1, 1),
                ends_on=dt.date(last, 12, 31),
                source=SOCIAL_SOURCE if contract_type == "social" else source,
            )
            for contract_type, amount in amounts.items()
        )
    rule.objects.bulk_create(
        rule(
            contract_type=contract_type,
            starts_on=dt.date(2022, 1, 1),
            from_amount=amount,
            procedure=procedure,
            source=EXAMPLE_SOURCE,
            is_example=True,
        )
        for contract_type, amount, procedure in EXAMPLE
    )


class Migration(migrations.Migration):
    replaces = [("pilots", "0005_divisions_and_thresholds")]

    dependencies = [("pilots", "0001_tables")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
