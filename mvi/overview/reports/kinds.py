"""The kinds of reports: who may read each, of what it is made, and how."""

import dataclasses
from collections.abc import Callable

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mvi.documents.nodes import Document
from mvi.overview.reports import action_plan_text, answers_text, pilot_sheet, progress_text, session_text, strategy_text
from pilots.views.access import pilot_or_404
from strategy.models import ConsultationRound, Edition, ProgressReport, Strategy
from workshops.models import Session
from workshops.views.sessions import REPORT_RIGHTS


@dataclasses.dataclass(frozen=True)
class Kind:
    """A kind of report; `find` gets what stands in the address."""

    label: Promise
    permissions: tuple[str, ...]
    find: Callable
    document: Callable[..., Document]
    template: str = "reports/report.html"

    def may_be_read_by(self, user) -> bool:
        return user.has_perms(self.permissions)


def current_strategy():
    strategy = Strategy.objects.current()
    if strategy is None:
        raise Http404
    return strategy


OF_STRATEGY = (
    "strategy.view_strategy",
    "strategy.view_corevalue",
    "strategy.view_theme",
    "strategy.view_goal",
    "strategy.view_indicator",
    "strategy.view_action",
)

KINDS = {
    "strategy": Kind(
        _("Strategy"),
        OF_STRATEGY,
        lambda pk: get_object_or_404(Edition.objects.select_related("strategy"), pk=pk),
        strategy_text.document,
    ),
    "strategy_now": Kind(_("Strategy as it stands"), OF_STRATEGY, current_strategy, strategy_text.as_it_stands),
    "action_plan": Kind(
        _("Action plan"),
        ("strategy.view_strategy", "strategy.view_theme", "strategy.view_action"),
        current_strategy,
        action_plan_text.document,
    ),
    "answers": Kind(
        _("Report of answers"),
        (
            "strategy.view_consultationround",
            "strategy.view_remark",
            "strategy.view_strategy",
            "strategy.view_corevalue",
            "strategy.view_theme",
            "strategy.view_goal",
        ),
        lambda pk: get_object_or_404(ConsultationRound.objects.select_related("strategy"), pk=pk),
        answers_text.document,
    ),
    "pilot": Kind(
        _("Pilot"),
        (
            "pilots.view_pilot",
            "pilots.view_pilottheme",
            "pilots.view_kpi",
            "pilots.view_result",
            "pilots.view_milestone",
            "pilots.view_party",
            "pilots.view_lesson",
        ),
        pilot_or_404,
        pilot_sheet.document,
    ),
    "session": Kind(
        _("Session"),
        REPORT_RIGHTS,
        lambda pk: get_object_or_404(Session.objects.select_related("series"), pk=pk),
        session_text.document,
    ),
    "progress": Kind(
        _("Progress report"),
        (
            "strategy.view_progressreport",
            "strategy.view_themenarrative",
            *OF_STRATEGY,
            "strategy.view_measurement",
            "pilots.view_pilot",
            "pilots.view_pilottheme",
            "pilots.view_kpi",
            "pilots.view_result",
            "pilots.view_lesson",
        ),
        lambda pk: get_object_or_404(ProgressReport.objects.select_related("strategy"), pk=pk),
        progress_text.document,
        "reports/progress_report.html",
    ),
}
