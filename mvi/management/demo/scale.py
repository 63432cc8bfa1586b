"""Any number of made-up pilots, to measure with: the same ones each time, varied like a real register.

One INSERT … SELECT for each table, so that 100,000 pilots with all that hangs on them take a minute or two, with the
history triggers at work.
"""

import datetime as dt

from django.db import connection

from mvi.models import User
from pilots.models import (
    Commitment,
    Kpi,
    Lesson,
    Milestone,
    Party,
    PartyKind,
    Phase,
    Pilot,
    PilotGoal,
    PilotTheme,
    Result,
    Standing,
)
from strategy.models import Direction, Goal, Theme

SLUG = "voorbeeld-"
PURCHASES = [  # what is bought, contract type, CPV code
    ("Groenonderhoud", "services", "77310000-6"),
    ("Herstraten met oude klinkers", "works", "45233140-2"),
    ("Sloop van een gymzaal", "works", "45111100-9"),
    ("Demontage van een bruggetje", "works", "45111300-1"),
    ("Ledverlichting", "supplies", "31500000-1"),
    ("Meubilair voor kantoren", "supplies", "39130000-2"),
    ("Werkkleding", "supplies", "18110000-3"),
    ("Schoonmaak van scholen", "services", "90910000-9"),
    ("Catering", "services", "55500000-5"),
    ("Leerlingenvervoer", "services", "60130000-8"),
    ("Laptops en telefoons", "supplies", "30213100-6"),
    ("Zonnepanelen op daken", "works", "09331200-0"),
    ("Riolering", "works", "45232410-9"),
    ("Speeltoestellen", "supplies", "37535200-9"),
    ("Begeleiding naar werk", "social", "85312500-4"),
    ("Inzameling van textiel", "services", "90511000-2"),
]
PLACES = [
    *["Klazienaveen", "Schoonebeek", "Nieuw-Amsterdam", "Emmer-Compascuum", "Zwartemeer", "Weiteveen", "Erica"],
    *["Nieuw-Weerdinge", "Roswinkel", "Veenoord", "Barger-Compascuum", "Zandpol", "Angelslo", "Emmerhout"],
]
NEEDS = [
    "Wat er nu is, is op en kost veel onderhoud.",
    "Bewoners vragen er al een paar jaar om.",
    "Het contract loopt af en we willen niet hetzelfde nog een keer.",
    "Samen met de buurgemeenten is er genoeg vraag voor iets nieuws.",
    "Een deel kan blijven staan als we het opknappen.",
]
AMBITIONS = [
    "De helft van het materiaal is al eens gebruikt.",
    "De leverancier neemt alles terug aan het eind van de looptijd.",
    "De uitstoot van vervoer en materieel halveert.",
    "Er werken mensen mee die moeilijk werk vinden.",
    "We zijn de eerste klant van een plantaardig materiaal.",
    "Alles is los te halen en te repareren.",
]
QUESTIONS = [
    "Laat zien hoe u het onderhoud met minder materiaal doet.",
    "Bied het aan als dienst, met een prijs per jaar.",
    "Vertel waar elk onderdeel na gebruik naartoe gaat.",
    "Houd het schoon en veilig, en reken de kosten over de hele levensduur uit.",
]
LESSONS = [
    ("Praat eerder met de markt", "Na de aankondiging mag er weinig meer gevraagd worden."),
    ("Vraag minder tegelijk", "Twee scherpe criteria werken beter dan tien zachte."),
    ("Leg vast wie meet", "Zonder naam in het contract komt er geen cijfer."),
    ("Begin met het gesprek over geld", "Het plan was goed, de begroting niet."),
]
KPIS = [  # name, unit, direction, reference, asked
    ("Hergebruikt materiaal", "%", Direction.UP, 10, 50),
    ("Social return", "%", Direction.UP, 2, 5),
    ("Uitstoot", "ton CO₂", Direction.DOWN, 80, 40),
    ("Milieukosten", "€ MKI", Direction.DOWN, 1200, 800),
    ("Levensduur", "jaar", Direction.UP, 8, 15),
]
PARTIES = [
    ("Leverancier uit de regio", PartyKind.SUPPLIER),
    ("Afdeling Beheer", PartyKind.INTERNAL),
    ("Hogeschool", PartyKind.KNOWLEDGE),
    ("Buurgemeente", PartyKind.GOVERNMENT),
    ("Dorpsbelangen", PartyKind.ASSOCIATION),
]
MILESTONES = [  # phase, name, days after the start
    (Phase.PREPARATION, "Marktconsultatie", -120),
    (Phase.TENDER, "Gunning", -30),
    (Phase.EXECUTION, "Oplevering", 300),
]
DEPARTMENTS = ["Openbare ruimte", "Vastgoed", "Sociaal domein", "Informatievoorziening", "Verkeer"]
PHASES = [phase.value for phase in Phase]


def add_pilots_up_to(number, today):
    """Made-up pilots 1 to `number`; those that were made before stay as people left them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(substr(slug, 11)::int) FROM pilots_pilot WHERE slug ~ %s", [rf"^{SLUG}\d+$"])
        last = cursor.fetchone()[0] or 0
        if last >= number:
            return 0
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # check each row at once: no queue of a million checks
        add_rows(cursor, last + 1, number, today)
        cursor.execute("ANALYZE pilots_pilot, pilots_pilottheme, pilots_pilotgoal, pilots_milestone")
        cursor.execute("ANALYZE pilots_party, pilots_kpi, pilots_result, pilots_lesson")
    return number - last


def add_rows(cursor, first, last, today):
    add_pilots(cursor, first, last, today)
    cursor.execute(
        "CREATE TEMPORARY TABLE made_up AS SELECT id AS pilot_id, substr(slug, 11)::int AS n, phase, "
        "standing, starts_on FROM pilots_pilot WHERE slug ~ %s AND substr(slug, 11)::int >= %s",
        [rf"^{SLUG}\d+$", first],
    )
    themes = list(Theme.objects.values_list("pk", flat=True))
    for turn in range(2):  # one or two themes for each pilot
        insert(
            cursor,
            PilotTheme,
            f"made_up WHERE {draw(40, 2)} >= {turn}",
            pilot_id="pilot_id",
            theme_id=pick(themes, 41, "bigint", shift=turn),
            level=f"1 + {draw(42, 3)}",
            reason="'Past bij de omvang van de opdracht.'",
        )
    goals = list(Goal.objects.values_list("pk", flat=True))
    insert(cursor, PilotGoal, "made_up", pilot_id="pilot_id", goal_id=pick(goals, 43, "bigint"))
    for turn, (phase, name, days) in enumerate(MILESTONES):
        due = f"(coalesce(starts_on, {day(today)}) + {days} + {draw(50 + turn, 30)})"
        insert(
            cursor,
            Milestone,
            "made_up",
            pilot_id="pilot_id",
            phase=quoted(phase),
            name=quoted(name),
            due_on=due,
            done_on=f"CASE WHEN {due} < {day(today)} AND {draw(60 + turn, 50)} > 0 "
            f"THEN LEAST({due} + {draw(61, 9)}, {day(today)}) END",
        )
    for turn in range(2):
        insert(
            cursor,
            Party,
            "made_up",
            pilot_id="pilot_id",
            name=pick([name for name, _kind in PARTIES], 70, shift=turn),
            kind=pick([kind for _name, kind in PARTIES], 70, shift=turn),
            commitment=pick(Commitment.values, 71 + turn),
        )
        insert(
            cursor,
            Kpi,
            "made_up",
            pilot_id="pilot_id",
            **{
                column: pick([kpi[place] for kpi in KPIS], 80, kind, shift=turn)
                for place, (column, kind) in enumerate(
                    [("name", "text"), ("unit", "text"), ("direction", "text"), ("reference", "int"), ("asked", "int")]
                )
            },
        )
    add_results(cursor, today)
    cursor.execute("DROP TABLE made_up")


def add_pilots(cursor, first, last, today):
    """Small ones by quotation, large ones by tender; the phase fits the dates, and one in twelve does not run."""
    estimate = f"(CASE {draw(1, 3)} WHEN 0 THEN 8 + {draw(2, 40)} WHEN 1 THEN 50 + {draw(2, 166)} "
    estimate += f"ELSE 216 + {draw(2, 4000)} END * 1000)"
    start = f"({day(dt.date(2019, 1, 1))} + {draw(3, 365 * 9)})"
    passed = f"({day(today)} - {start})"
    running = f"CASE WHEN {passed} > 730 THEN 'completed' ELSE 'active' END"
    insert(
        cursor,
        Pilot,
        f"generate_series({first:d}, {last:d}) AS n",
        name=f"{pick([name for name, *_rest in PURCHASES], 4)} || ' · ' || {pick(PLACES, 5)} || ' (' || n || ')'",
        slug=f"'{SLUG}' || n",
        tags=pick(["", "", "groen", "groen, samen met de regio", "hergebruik", "hergebruik, sloop"], 21),
        need=pick(NEEDS, 6),
        ambition=pick(AMBITIONS, 7),
        question=pick(QUESTIONS, 8),
        question_kind=pick(["prescribe", "encourage", "invite"], 9),
        buyer_id=own("inkoper", 10),
        project_leader_id=own("projectleider", 11),
        client=pick(DEPARTMENTS, 12),
        contract_type=pick([kind for _name, kind, _cpv in PURCHASES], 4),
        cpv=pick([cpv for *_rest, cpv in PURCHASES], 4),
        procedure=f"CASE {draw(1, 3)} WHEN 0 THEN 'single' WHEN 1 THEN 'multiple' "
        f"ELSE {pick(['open', 'open', 'restricted', 'dialogue', 'negotiated'], 13)} END",
        estimate=estimate,
        starts_on=start,
        ends_on=f"{start} + 365 + {draw(14, 1000)}",
        r_strategy=pick([f"R{rung}" for rung in range(10)], 15),
        launching_customer=f"{draw(16, 9)} = 0",
        biobased=f"{draw(17, 6)} = 0",
        phase=f"({array(PHASES)})[CASE WHEN {passed} > 730 THEN 6 WHEN {passed} > 0 THEN 5 WHEN {passed} > -120 THEN 4 "
        f"WHEN {passed} > -270 THEN 3 ELSE 1 + {draw(18, 2)} END]",
        standing=f"CASE {draw(19, 25)} WHEN 0 THEN 'parked' WHEN 1 THEN 'stopped' ELSE {running} END",
        revisit_on=f"CASE {draw(19, 25)} WHEN 0 THEN {day(today)} + 30 + {draw(20, 400)} END",
    )


def add_results(cursor, today):
    """What ran for a while has figures, and what does not run any more has a lesson, all but one in twenty."""
    insert(
        cursor,
        Result,
        f"pilots_kpi JOIN made_up USING (pilot_id) WHERE made_up.phase IN ('{Phase.EXECUTION}', '{Phase.EVALUATION}')",
        kpi_id="pilots_kpi.id",
        on=f"least({day(today)}, made_up.starts_on + 200)",
        value=f"round(asked * (0.6 + {draw(90, 60)} / 100.0), 1)",
        evidence="'Voorbeeldcijfer'",
    )
    insert(
        cursor,
        Lesson,
        f"made_up WHERE standing <> '{Standing.ACTIVE}' AND {draw(91, 20)} > 0",
        pilot_id="pilot_id",
        title=pick([title for title, _text in LESSONS], 92),
        text=pick([text for _title, text in LESSONS], 92),
        learned_on=f"least({day(today)}, starts_on + 400)",
    )


def insert(cursor, model, rows, **columns):
    """INSERT … SELECT of the given columns; the others get the default of their field. All are examples."""
    columns |= {"is_example": "true"}
    names, expressions, defaults = [], [], []
    for field in model._meta.concrete_fields:
        if field.primary_key or field.generated:
            continue
        names.append(connection.ops.quote_name(field.column))
        expressions.append(columns.pop(field.column, "%s"))
        if expressions[-1] == "%s":
            defaults.append(field.get_db_prep_save(field.get_default(), connection))
    cursor.execute(
        f"INSERT INTO {model._meta.db_table} ({', '.join(names)}) SELECT {', '.join(expressions)} FROM {rows}",  # noqa: S608 -- our own constants
        defaults,
    )


def draw(salt, size):
    """SQL for a number from 0 to size - 1 that looks random, but is the same for pilot n each time."""
    return f"mod(('x' || substr(md5(n || '-{salt}'), 1, 7))::bit(28)::int, {size})"


def pick(values, salt, kind="text", shift=0):
    """SQL for one of these values, by draw."""
    return f"({array(values, kind)})[1 + mod({draw(salt, len(values))} + {shift}, {len(values)})]"


def array(values, kind="text"):
    return f"ARRAY[{', '.join(quoted(value) if kind == 'text' else str(value) for value in values)}]::{kind}[]"


def quoted(text):
    return "'" + str(text).replace("'", "''").replace("%", "%%") + "'"


def day(date):
    return f"date '{date:%Y-%m-%d}'"


def own(account, salt):
    """One in forty is of the demo's own buyer or project leader."""
    person = User.objects.get(email=f"{account}@demo.example")
    return f"CASE WHEN {draw(salt, 40)} = 0 THEN {person.pk} END"
