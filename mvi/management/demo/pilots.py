"""The three purchases of the case. A row whose every word is documented is no example; all others are."""

import datetime as dt

from django.utils.text import slugify

from mvi.documents.word import to_docx
from mvi.uploads import KINDS
from pilots import consultation_record
from pilots.models import DocumentFile, DocumentKind, Pilot, PilotCoreValue, PilotGoal, PilotTheme, SavedFilter
from strategy.models import CoreValue, Goal, Indicator, Theme

from .canvases import AQUARENA, BERMEN, BOERMARKEWEG


def add_pilots(people, today):
    for case in (BERMEN, AQUARENA, BOERMARKEWEG):
        add_pilot(case, people, today)
    for name, query in (("Mijn pilots", f"owner={people['inkoper'].pk}"), ("In aanbesteding", "phase=tender")):
        SavedFilter.objects.create(user=people["inkoper"], name=name, query=query)


def add_pilot(case, people, today):
    fields = dict(case["fields"])
    if "period" in case:
        fields["starts_on"], fields["ends_on"] = (today + dt.timedelta(days=days) for days in case["period"])
    pilot = Pilot.objects.create(
        name=case["name"],
        slug=slugify(case["name"]),
        buyer=people["inkoper"],
        project_leader=people["projectleider"],
        is_example=True,
        **fields,
    )
    tie_to_strategy(pilot, case)
    for name, kind, role, commitment, documented in case["parties"]:
        pilot.parties.create(name=name, kind=kind, role=role, commitment=commitment, is_example=not documented)
    for phase, name, owner, due, done, *example in case["milestones"]:
        pilot.milestones.create(
            phase=phase,
            name=name,
            owner=people.get(owner),
            due_on=on(due, today),
            done_on=on(done, today),
            is_example=bool(example) or not isinstance(due, dt.date),
        )
    themes = {theme.name: theme for theme in Theme.objects.all()}
    for kind, theme, level, title, text, weight, verification in case["criteria"]:
        pilot.criteria.create(
            kind=kind,
            theme=themes.get(theme),
            level=level,
            title=title,
            text=text,
            weight=weight,
            verification=verification,
            is_example=True,
        )
    for days, kind, subject, parties, questions, answers, effect, shared in case.get("consultations", []):
        pilot.consultations.create(
            on=on(days, today),
            kind=kind,
            subject=subject,
            parties=parties,
            questions=questions,
            answers=answers,
            effect=effect,
            shared_on=on(shared, today),
            is_example=True,
        )
    if pilot.consultations.exists():
        add_record(pilot, people["inkoper"])
    for kpi in case["kpis"]:
        add_kpi(pilot, *kpi)
    for title, text, theme, tags, *standards in case["lessons"]:
        lesson = pilot.lessons.create(
            title=title,
            text=text,
            learned_on=pilot.ends_on,
            theme=themes.get(theme),
            tags=tags,
            is_example=True,
        )
        for change, explanation, owner, due, done in standards:
            lesson.standards.create(
                change=change,
                explanation=explanation,
                owner=people[owner],
                due_on=on(due, today),
                done_on=on(done, today),
                is_example=True,
            )


def add_record(pilot, by):
    """What all parties were given of the consultation, as the document that the page of the pilot makes."""
    content = to_docx(consultation_record.document(pilot))
    document = pilot.documents.create(
        title="Verslag van de marktconsultatie",
        kind=DocumentKind.REPORT,
        description="Aan alle partijen gestuurd.",
        file_name="marktconsultatie.docx",
        content_type=KINDS["docx"].content_type,
        size=len(content),
        added_by=by,
        is_example=True,
    )
    DocumentFile.objects.create(document=document, content=content)


def tie_to_strategy(pilot, case):
    for name, level, reason in case["themes"]:
        theme = Theme.objects.get(name=name)
        PilotTheme.objects.create(pilot=pilot, theme=theme, level=level, reason=reason, is_example=True)
    for name, how in case["values"]:
        value = CoreValue.objects.get(name=name)
        PilotCoreValue.objects.create(pilot=pilot, core_value=value, how=how, is_example=True)
    for start in case["goals"]:
        PilotGoal.objects.create(pilot=pilot, goal=Goal.objects.get(statement__startswith=start), is_example=True)


def add_kpi(pilot, name, unit, base, direction, reference, asked, offered, contracted, feeds, results):
    kpi = pilot.kpis.create(
        name=name,
        unit=unit,
        base=base,
        direction=direction,
        reference=reference,
        asked=asked,
        offered=offered,
        contracted=contracted,
        indicator=Indicator.objects.get(name=feeds) if feeds else None,
        is_example=True,
    )
    for day, value, note, evidence, is_example in results:
        kpi.results.create(on=day, value=value, note=note, evidence=evidence, is_example=is_example)


def on(day, today):
    """A day of the planning: documented ones are dates, made-up ones count from today so that some are always late."""
    return today + dt.timedelta(days=day) if isinstance(day, int) else day
