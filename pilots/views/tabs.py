"""The tabs of a pilot: canvas, planning, purchase, criteria, results, collaboration, lessons, history.

Those of the market and of documents have a file of their own.
"""

from decimal import Decimal
from functools import partial

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from mvi.sql import answers
from pilots.canvas import BLOCKS
from pilots.charts import chain_of
from pilots.forms import RateForm
from pilots.kpi_library import LIBRARY
from pilots.models import (
    Consultation,
    CpvCode,
    Criterion,
    Document,
    Kpi,
    Lesson,
    Lot,
    Milestone,
    Party,
    Phase,
    Pilot,
    PilotCoreValue,
    PilotGoal,
)
from pilots.party_map import map_of
from pilots.procedure import advice_for, threshold_for
from pilots.similar import standards_for
from pilots.workbench import warnings_about

from .access import HistoryOfPilot, OfPilot

DEFAULT_RATE = Decimal("2.25")  # per cent a year; any other can be filled in on the page


def phase_steps(pilot):
    """The phase bar: what lies behind, where it is now, what comes."""
    here = pilot.phase_number
    states = ["done"] * here + ["current"] + ["todo"] * (len(Phase.choices) - here - 1)
    return [
        {"label": capfirst(label), "state": state} for (_value, label), state in zip(Phase.choices, states, strict=True)
    ]


BEHIND = {
    "planning": Milestone,
    "consultations": Consultation,
    "criteria": Criterion,
    "results": Kpi,
    "collaboration": Party,
    "documents": Document,
    "lessons": Lesson,
}


def counts(pilot):
    """How much is behind each tab: the tab → a number, or nothing where there is none.

    One statement, put together from names of our own, instead of a queryset for each on every page of a pilot.
    """
    numbers = [f"(SELECT count(*) FROM {model._meta.db_table} WHERE pilot_id = %(pilot)s)" for model in BEHIND.values()]  # noqa: S608
    numbers.append(f"(SELECT count(done_on) FROM {Milestone._meta.db_table} WHERE pilot_id = %(pilot)s)")  # noqa: S608
    ((*totals, done),) = answers(f"SELECT {', '.join(numbers)}", {"pilot": pilot.pk})
    found = {tab: total or None for tab, total in zip(BEHIND, totals, strict=True)}
    return found | {"planning": found["planning"] and f"{done}/{found['planning']}"}


TABS = [
    ("detail", _("Canvas")),
    ("planning", _("Planning")),
    ("procedure", _("Purchase")),
    ("consultations", _("Market")),
    ("criteria", _("Criteria")),
    ("results", _("Results")),
    ("collaboration", _("Collaboration")),
    ("documents", _("Documents")),
    ("lessons", _("Lessons")),
    ("history", _("History")),
]


class Tab(OfPilot):
    """A page with the head of the pilot and its tabs."""

    tab: str

    def get_context_data(self, **kwargs):
        number = counts(self.pilot)
        tabs = [
            {
                "label": label,
                "url": reverse(f"pilots:pilot-{name}", args=[self.pilot.slug]),
                "count": number.get(name),
                "current": name == self.tab,
            }
            for name, label in TABS
        ]
        return super().get_context_data(**kwargs) | {"tabs": tabs, "steps": partial(phase_steps, self.pilot)}


class PilotTab(Tab, DetailView):
    model = Pilot

    def get_object(self, queryset=None):
        return self.pilot


class PilotDetail(PilotTab):
    tab = "detail"

    def get_context_data(self, **kwargs):
        threshold, is_european = threshold_for(self.pilot, today=timezone.localdate())
        return super().get_context_data(**kwargs) | {
            "blocks": BLOCKS.values(),
            "kpis": Kpi.of(self.pilot),
            "core_values": PilotCoreValue.of(self.pilot),
            "goals": PilotGoal.of(self.pilot),
            "threshold": threshold,
            "is_european": is_european,
            "missing": self.pilot.missing() if self.pilot.is_active else [],
        }


class PilotPlanning(PilotTab):
    tab = "planning"
    template_name = "pilots/pilot_planning.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"milestones": self.pilot.milestones.select_related("owner")}


class PilotPurchase(PilotTab):
    tab = "procedure"
    template_name = "pilots/pilot_procedure.html"

    def get_context_data(self, **kwargs):
        advice = advice_for(self.pilot, today=timezone.localdate())
        lots = Lot.of(self.pilot)
        return super().get_context_data(**kwargs) | {
            "lots": lots,
            "total": sum(lot.total for lot in lots),
            "advice": advice,
            "fits": advice is None or advice.allows(self.pilot.procedure),
            "cpv": CpvCode.objects.filter(code=self.pilot.cpv[:8]).first(),
        }


class PilotCriteria(PilotTab):
    tab = "criteria"
    template_name = "pilots/pilot_criteria.html"

    def get_context_data(self, **kwargs):
        criteria = list(self.pilot.criteria.select_related("theme"))
        return super().get_context_data(**kwargs) | {"criteria": criteria, "warnings": list(warnings_about(criteria))}


class PilotResults(PilotTab):
    tab = "results"
    template_name = "pilots/pilot_results.html"

    def get_context_data(self, **kwargs):
        kpis = list(self.pilot.kpis.with_results().select_related("indicator__goal"))
        for kpi in kpis:
            kpi.bars = chain_of(kpi)
        return super().get_context_data(**kwargs) | {
            "kpis": kpis,
            "measured": [kpi for kpi in kpis if kpi.gap is not None],
            "library": LIBRARY,
        }


class PilotCosts(PilotTab):
    """Options next to each other, over their whole life, at a rate that the reader may change."""

    tab = "results"
    template_name = "pilots/pilot_costs.html"

    def get_context_data(self, **kwargs):
        form = RateForm(self.request.GET if "rate" in self.request.GET else {"rate": DEFAULT_RATE})
        rate = form.cleaned_data["rate"] if form.is_valid() else DEFAULT_RATE
        options = [
            {
                "row": option,
                "total": option.present_value(rate),
                "per_year": option.per_year(rate),
                "undiscounted": option.present_value(Decimal(0)),
                "higher": option.per_year(rate + 2),
            }
            for option in self.pilot.cost_options.all()
        ]
        cheapest = min((option["per_year"] for option in options), default=None)
        return super().get_context_data(**kwargs) | {
            "form": form,
            "rate": rate,
            "options": options,
            "cheapest": cheapest,
        }


class PilotCollaboration(PilotTab):
    tab = "collaboration"
    template_name = "pilots/pilot_collaboration.html"

    def get_context_data(self, **kwargs):
        parties = list(self.pilot.parties.all())
        return super().get_context_data(**kwargs) | {"parties": parties, "map": map_of(parties)}


class PilotLessons(PilotTab):
    tab = "lessons"
    template_name = "pilots/pilot_lessons.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "lessons": self.pilot.lessons.for_list(),
            "offered": standards_for(self.pilot, self.request.user),
        }


class PilotHistory(Tab, HistoryOfPilot):
    tab = "history"
    template_name = "pilots/pilot_history.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"decisions": self.pilot.decisions.select_related("made_by")}
