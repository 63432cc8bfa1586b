"""What must be there before a pilot leaves a phase, in the words of who has to fill it in, and the page for it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

NEED, AMBITION, QUESTION, TOGETHER = (
    ("canvas-change", block) for block in ("behoefte", "ambitie", "vraagstelling", "samenwerking")
)
WHY, WHO, HOW = (("intake-change", step) for step in ("waarom", "wie", "inkoop"))


@dataclass(frozen=True)
class Gap:
    """Something that is missing, and where it is filled in."""

    text: str
    url: str


def missing(pilot):
    """What is still missing before the next phase; empty when the pilot is ready for it."""
    return [
        Gap(text, reverse(f"pilots:{page}", args=[pilot.slug, *args]))
        for is_there, text, (page, *args) in WANTED.get(pilot.phase, nothing)(pilot)
        if not is_there
    ]


def nothing(pilot):
    return []


def after_idea(pilot):
    yield pilot.without_buying, _("the answer to whether we could do without buying (R0)"), NEED
    yield pilot.need, _("the need behind the question"), NEED
    yield pilot.buyer_id or pilot.project_leader_id, _("a buyer or a project leader"), WHO
    yield pilot.theme_links, _("a theme of the strategy"), WHY
    for link in pilot.theme_links:
        yield (
            link.is_explained,
            _("the reason why %(theme)s stays below the level of the strategy") % {"theme": link.theme},
            WHY,
        )


def after_exploration(pilot):
    yield pilot.ambition, _("the ambition"), AMBITION
    yield pilot.question, _("the question to the market"), QUESTION
    yield pilot.question_kind, _("the kind of question"), QUESTION
    yield pilot.client, _("the client inside the organisation"), TOGETHER
    yield pilot.parties.exists(), _("a party to work with"), ("party-add",)


def after_preparation(pilot):
    weights = [criterion.weight for criterion in pilot.criteria.filter(kind="award")]
    yield pilot.contract_type, _("the contract type"), HOW
    yield pilot.estimate is not None or pilot.lots.exists(), _("the estimate"), HOW
    yield pilot.cpv, _("the CPV code"), HOW
    yield pilot.procedure, _("the procedure"), HOW
    yield pilot.criteria.exists(), _("a criterion"), ("criterion-add",)
    yield (
        not weights or sum(weight or 0 for weight in weights) == 100,
        _("award criteria of which the weights add up to 100"),
        ("pilot-criteria",),
    )
    yield pilot.kpis.filter(asked__isnull=False).exists(), _("a KPI with what is asked"), ("pilot-results",)


def after_tender(pilot):
    yield pilot.starts_on, _("the day on which the contract starts"), HOW
    for kpi in pilot.kpis.filter(contracted=None):
        yield False, _("what is contracted for the KPI “%(kpi)s”") % {"kpi": kpi}, ("kpi-change", kpi.pk)


def after_execution(pilot):
    for kpi in pilot.kpis.filter(results=None):
        yield False, _("a result of the KPI “%(kpi)s”") % {"kpi": kpi}, ("result-add", kpi.pk)


WANTED = {
    "idea": after_idea,
    "exploration": after_exploration,
    "preparation": after_preparation,
    "tender": after_tender,
    "execution": after_execution,
}
