"""Two progress reports: one that is final, of the last half year, and one that is being written."""

import datetime as dt

from mvi.overview.reports.actions import finalise
from strategy.models import ProgressReport, Theme, ThemeNarrative

SUMMARY = (
    "*Dit is een voorbeeld.* De strategie ligt er en de eerste pilots lopen. Bij circulair gaat het meten goed. "
    "Bij sociaal weten we van veel contracten nog niet wat er is afgesproken."
)
DECISIONS = (
    "- Wijs iemand aan die de social return van lopende contracten meet.\n"
    "- Kies een vaste plek voor het maaisel, samen met de provincie."
)
NARRATIVES = {
    "Circulair": (
        "We vragen nu bij elke opdracht eerst of we iets moeten kopen. Bij sloop houden we een lijst bij van bouwdelen "
        "die vrijkomen. Het zoeken van een plek voor het maaisel kost meer tijd dan gedacht."
    ),
    "Energie": (
        "Aannemers geven de draaiuren van hun machines door. De uitstoot van alle lopende contracten is nog niet "
        "bekend: niet elke aannemer houdt die bij."
    ),
    "Sociaal": "De markt met sociale ondernemers is gehouden. Het meten van social return heeft nog geen eigenaar.",
}


def add_reports(strategy, people, today):
    """The half year that is over as the college got it, and the present one as far as it is."""
    last = dt.date(today.year, 6, 30) if today.month > 6 else dt.date(today.year - 1, 12, 31)
    start = dt.date(last.year, 1 if last.month == 6 else 7, 1)
    over = add_report(strategy, start, last, summary=SUMMARY, decisions=DECISIONS)
    for theme in Theme.objects.filter(strategy=strategy, name__in=NARRATIVES):
        ThemeNarrative.objects.create(report=over, theme=theme, text=NARRATIVES[theme.name], is_example=True)
    finalise(report=over, by=people["beleidsadviseur"])
    begun = last + dt.timedelta(days=1)
    add_report(strategy, begun, dt.date(begun.year, 12 if begun.month == 7 else 6, 31 if begun.month == 7 else 30))


def add_report(strategy, first, last, **texts):
    half = "eerste" if first.month == 1 else "tweede"
    return ProgressReport.objects.create(
        strategy=strategy,
        title=f"Voortgang {half} halfjaar {first.year}",
        starts_on=first,
        ends_on=last,
        is_example=True,
        **texts,
    )
