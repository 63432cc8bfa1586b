"""Writing a progress report: its own texts, a text on each theme, and making it final."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from mvi.overview.reports.actions import finalise
from mvi.overview.reports.forms import ProgressReportForm, ThemeNarrativeForm
from mvi.views import AddPage, ChangePage, ConfirmPage, HistoryPage, RemovePage
from strategy.models import ProgressReport, Strategy, Theme, ThemeNarrative


class ProgressReportAdd(AddPage):
    permission_required = "strategy.add_progressreport"
    model = ProgressReport
    form_class = ProgressReportForm
    template_name = "reports/progress_form.html"

    def get_initial(self):
        return {"strategy": Strategy.objects.current()}


class ProgressReportChange(ChangePage):
    permission_required = "strategy.change_progressreport"
    model = ProgressReport
    queryset = ProgressReport.objects.concept()
    form_class = ProgressReportForm
    template_name = "reports/progress_form.html"


class ProgressReportRemove(RemovePage):
    permission_required = "strategy.delete_progressreport"
    queryset = ProgressReport.objects.concept()
    success_url = reverse_lazy("reports:list")


class ProgressReportFinalise(ConfirmPage):
    permission_required = "strategy.change_progressreport"
    queryset = ProgressReport.objects.concept()
    template_name = "reports/progress_finalise.html"
    success_message = gettext_lazy("“%(row)s” is final now.")

    def perform(self, row):
        finalise(report=row, by=self.request.user)


class ProgressReportHistory(HistoryPage):
    permission_required = "strategy.view_progressreport"
    rows = ProgressReport.objects.all()


class NarrativePage(PermissionRequiredMixin):
    """A text on one theme of one report that is still being written."""

    model = ThemeNarrative
    form_class = ThemeNarrativeForm
    template_name = "reports/narrative_form.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"report": self.report, "theme": self.theme}


class NarrativeAdd(NarrativePage, AddPage):
    permission_required = "strategy.add_themenarrative"

    @cached_property
    def report(self):
        return get_object_or_404(ProgressReport.objects.concept(), pk=self.kwargs["pk"])

    @cached_property
    def theme(self):
        return get_object_or_404(Theme.objects.filter(strategy=self.report.strategy_id), pk=self.kwargs["theme"])

    def get(self, request, *args, **kwargs):
        if there := self.report.narratives.filter(theme=self.theme).first():
            return redirect("reports:narrative-change", pk=there.pk)
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": ThemeNarrative(report=self.report, theme=self.theme)}


class NarrativeChange(NarrativePage, ChangePage):
    permission_required = "strategy.change_themenarrative"
    queryset = ThemeNarrative.objects.filter(report__finalised_at=None).select_related("report", "theme")

    @property
    def report(self):
        return self.object.report

    @property
    def theme(self):
        return self.object.theme
