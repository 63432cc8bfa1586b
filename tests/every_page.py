"""All pages of ours, as the address book knows them, with one row of each noun to look at.

Every row gets number 1, so that an address with a number leads to a row whatever noun it is of.
"""

from collections import defaultdict

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from pilots.models import ProcedureRule
from tests.factories import mvi, pilots, strategy, workshops

OF_OTHERS = {"admin", "account", "mfa", "socialaccount", "openid_connect"}  # Django's and allauth's own pages
# What stands in an address besides numbers: its name → an example.
TEXT_IN_ADDRESS = {
    "slug": "pilot-1",
    "code": "KX74PM",
    "sent": "00000000-0000-0000-0000-000000000001",
    "job": "00000000-0000-0000-0000-000000000002",
    "block": "ambitie",
    "part": "waarom",
    "subject": "thema-1",
    "topic": "inloggen",
}


def our_pages(patterns=None, namespace=""):
    """Names of our pages, such as “strategy:theme-list”, each with the names of what its address needs."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = pattern.namespace or namespace
            if inner not in OF_OTHERS:
                yield from our_pages(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern) and pattern.name and not of_others(pattern):
            name = f"{namespace}:{pattern.name}" if namespace else pattern.name
            yield name, sorted(pattern.pattern.converters)


def of_others(pattern):
    """allauth's pages have no namespace; their code tells whose they are."""
    return pattern.callback.__module__.partition(".")[0] in {"allauth", "django"}


def names_by_part():
    """Part of the site, such as “pilots” → the names of its pages."""
    parts = defaultdict(list)
    for name in PAGES:
        parts[name.partition(":")[0] if ":" in name else "site"].append(name)
    return dict(parts)


def address(name):
    """Where the page is, for the rows that `one_of_everything` makes."""
    return reverse(name, kwargs={need: TEXT_IN_ADDRESS.get(need, 1) for need in PAGES[name]})


PAGES = dict(our_pages())
NAMES_BY_PART = names_by_part()


def one_of_everything():
    """One row of each noun, each with number 1, tied together."""
    mvi.JobFactory(pk=TEXT_IN_ADDRESS["job"])
    plan = strategy.StrategyFactory(pk=1, is_current=True)
    strategy.EditionFactory(pk=1, strategy=plan)
    value = strategy.CoreValueFactory(pk=1, strategy=plan)
    theme = strategy.ThemeFactory(pk=1, strategy=plan)
    goal = strategy.GoalFactory(pk=1, theme=theme)
    indicator = strategy.IndicatorFactory(pk=1, goal=goal)
    strategy.InterimTargetFactory(pk=1, indicator=indicator)
    strategy.MeasurementFactory(pk=1, indicator=indicator)
    strategy.ActionFactory(pk=1, theme=theme)
    strategy.ThemeMappingFactory(pk=1, theme=theme)
    answers = {"right_answer": "Dit", "wrong_answer": "Dat", "other_wrong_answer": "Zo"}
    strategy.KnowledgeCardFactory(keyword=TEXT_IN_ADDRESS["slug"], question="Wat?", **answers)
    report = strategy.ProgressReportFactory(pk=1, strategy=plan)
    other = strategy.ThemeFactory(pk=2, strategy=plan, level=2)  # theme 1 is still without a text in the report
    strategy.ThemeNarrativeFactory(pk=1, report=report, theme=other)

    strategy.RemarkFactory(pk=1, consultation=strategy.ConsultationRoundFactory(pk=1, strategy=plan))

    pilot = pilots.PilotFactory(pk=1, slug=TEXT_IN_ADDRESS["slug"])
    pilots.PilotThemeFactory(pk=1, pilot=pilot, theme=theme)
    pilots.PilotCoreValueFactory(pk=1, pilot=pilot, core_value=value)
    pilots.PilotGoalFactory(pk=1, pilot=pilot, goal=goal)
    pilots.ResultFactory(pk=1, kpi=pilots.KpiFactory(pk=1, pilot=pilot))
    for factory in (
        pilots.PartyFactory,
        pilots.MilestoneFactory,
        pilots.LotFactory,
        pilots.CostOptionFactory,
        pilots.CriterionFactory,
        pilots.ConsultationFactory,
        pilots.DocumentFactory,
    ):
        factory(pk=1, pilot=pilot)
    pilots.StandardFactory(pk=1, lesson=pilots.LessonFactory(pk=1, pilot=pilot))
    if not ProcedureRule.objects.filter(pk=1).exists():  # a migration made it, unless a journey emptied the tables
        pilots.ProcedureRuleFactory(pk=1)

    session = workshops.SessionFactory(
        pk=1, open=True, join_code=TEXT_IN_ADDRESS["code"], series=workshops.SeriesFactory(pk=1)
    )
    workshops.PulseFactory(pk=1, series=session.series)
    participant = workshops.ParticipantFactory(pk=1, session=session)
    story = workshops.ContributionFactory(pk=1, session=session, participant=participant)
    cluster = workshops.ClusterFactory(pk=1, session=session)
    workshops.InvitationFactory(pk=1, session=session)
    workshops.StepFactory(pk=1, session=session)
    workshops.SessionDecisionFactory(pk=1, session=session)
    workshops.HarvestFactory(pk=1, cluster=cluster, contribution=story)
    workshops.VoteFactory(pk=1, cluster=cluster, participant=participant)
    workshops.OutcomeFactory(pk=1, cluster=cluster, core_value=value)
