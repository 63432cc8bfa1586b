"""The action plan that the Manifest MVOI asks for (MVOI-actieplan): per Manifest theme which level, which actions,
whose, when, how many hours and how much money, with the gaps.

A theme of ours can belong to several Manifest themes, and then its actions stand under each; the totals of the whole
plan count every action once.
"""

import dataclasses
from collections.abc import Iterator
from decimal import Decimal

from django.db.models import F, Prefetch, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _
from tablib import Dataset

from mvi.models import DomainModel, Level
from strategy.models import Action, Framework, FrameworkTheme, Strategy, Theme


@dataclasses.dataclass
class Gap:
    """Something that the plan lacks, and the page where it is filled in."""

    text: str
    row: DomainModel
    url: str


class Planned:
    """What the actions of a part of the plan ask for together; they are all here already, as they are all shown."""

    actions: list[Action]

    @property
    def hours(self) -> int | None:
        return known_sum(action.hours for action in self.actions)

    @property
    def budget(self) -> Decimal | None:
        return known_sum(action.budget for action in self.actions)


def known_sum(figures):
    """The sum of what is known, or None when nothing is: no hours at all is something else than 0 hours."""
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None


@dataclasses.dataclass
class Chapter(Planned):
    """A theme of the Manifest with what we do for it; without one: what we do that the Manifest does not ask for."""

    manifest_theme: FrameworkTheme | None
    themes: list[Theme]
    gaps: list[Gap]

    @property
    def actions(self) -> list[Action]:
        return [action for theme in self.themes for action in theme.planned_actions]

    @property
    def level(self) -> Level | None:
        """The highest level that a theme of ours asks for."""
        return Level(max(theme.level for theme in self.themes)) if self.themes else None


@dataclasses.dataclass
class Plan(Planned):
    """All of it; `manifest` is None when the lists know of no Manifest."""

    strategy: Strategy
    manifest: Framework | None
    chapters: list[Chapter]

    @property
    def gaps(self) -> list[Gap]:
        """Each once, also of an action that stands in two chapters."""
        found = {(gap.text, gap.row): gap for chapter in self.chapters for gap in chapter.gaps}
        return list(found.values())

    @property
    def actions(self) -> list[Action]:
        """Each once, in the order of the plan."""
        return list(dict.fromkeys(action for chapter in self.chapters for action in chapter.actions))


def action_plan(strategy: Strategy) -> Plan:
    """The action plan of a strategy, in a fixed number of queries."""
    manifest = Framework.objects.manifest_of(strategy)
    planned = Action.objects.planned().select_related("owner").order_by(F("ends_on").asc(nulls_last=True), "title")
    themes = list(
        Theme.objects.in_use()
        .filter(strategy=strategy)
        .select_related("owner")
        .prefetch_related("theme_mappings", Prefetch("actions", planned, to_attr="planned_actions"))
    )
    chapters, elsewhere = [], list(themes)
    for manifest_theme in manifest.themes.all() if manifest else ():
        ours = [theme for theme in themes if manifest_theme.pk in mapped_to(theme)]
        elsewhere = [theme for theme in elsewhere if theme not in ours]
        chapters.append(chapter(manifest_theme, ours))
    if elsewhere:
        chapters.append(chapter(None, elsewhere))
    return Plan(strategy, manifest, chapters)


def mapped_to(theme: Theme) -> set[int]:
    return {mapping.framework_theme_id for mapping in theme.theme_mappings.all()}


def chapter(manifest_theme, themes) -> Chapter:
    return Chapter(manifest_theme, themes, [*gaps_of_themes(manifest_theme, themes), *gaps_of_actions(themes)])


def gaps_of_themes(manifest_theme: FrameworkTheme | None, themes: list[Theme]) -> Iterator[Gap]:
    if not themes:
        text = _("none of our themes belongs to it, so it has no level")
        yield Gap(text, manifest_theme, reverse("strategy:theme-list"))
    for theme in themes:
        if theme.ownership_gap:
            yield Gap(theme.ownership_gap, theme, theme.get_absolute_url())
        if not theme.planned_actions:
            yield Gap(_("has no action"), theme, f"{reverse('strategy:action-add')}?theme={theme.pk}")


def gaps_of_actions(themes: list[Theme]) -> Iterator[Gap]:
    for theme in themes:
        for action in theme.planned_actions:
            for text in missing(action):
                yield Gap(text, action, action.get_absolute_url())


def missing(action: Action) -> Iterator[str]:
    """What the Manifest asks of an action and this one does not say."""
    if action.ownership_gap:
        yield action.ownership_gap
    if action.ends_on is None:
        yield _("has no date")
    if action.hours is None and action.budget is None:
        yield _("has no hours and no budget")


def sheet(plan: Plan) -> Dataset:
    """The plan as rows of a spreadsheet: an action a row, and a row for what has no action yet."""
    headings = [
        _("Theme of the Manifest"),
        _("Code"),
        _("Our theme"),
        _("Level"),
        _("Action"),
        _("Goal"),
        _("Owner"),
        _("Ownership"),
        _("Starts on"),
        _("Ends on"),
        _("Hours"),
        _("Budget (€)"),
        _("Status"),
        _("What is missing"),
    ]
    dataset = Dataset(headers=headings, title=_("Action plan"))
    prefetch_related_objects(plan.actions, "goal")  # only the sheet names it
    for one in plan.chapters:
        manifest = [str(one.manifest_theme), one.manifest_theme.code] if one.manifest_theme else ["", ""]
        for theme in one.themes:
            ours = [*manifest, str(theme), theme.get_level_display()]
            for action in theme.planned_actions:
                dataset.append([*ours, *cells(action)])
            if not theme.planned_actions:
                dataset.append([*ours, *[None] * 9, _("has no action")])
        if not one.themes:
            dataset.append([*manifest, *[None] * 11, " · ".join(str(gap.text) for gap in one.gaps)])
    return dataset


def cells(action: Action) -> list:
    return [
        str(action),
        str(action.goal) if action.goal else None,
        str(action.owner) if action.owner else None,
        str(action.get_owner_status_display()),
        action.starts_on,
        action.ends_on,
        action.hours,
        action.budget,
        str(action.get_status_display()),
        " · ".join(str(text) for text in missing(action)) or None,
    ]
