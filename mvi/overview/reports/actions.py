"""Verbs of progress reports."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from mvi import audit
from mvi.models import User
from mvi.overview.reports.progress_figures import figures
from strategy.models import ProgressReport


@transaction.atomic
def finalise(*, report: ProgressReport, by: User) -> ProgressReport:
    """Keep the figures and texts for good; explanations in the language of the house, whoever presses the button."""
    report = ProgressReport.objects.select_for_update().select_related(None).get(pk=report.pk)
    if report.is_final:
        raise ValidationError(_("This report was made final already."))
    if report.starts_on > timezone.localdate():
        raise ValidationError(_("The period of this report has not begun yet: there is nothing to report."))
    with translation.override(settings.LANGUAGE_CODE):
        report.content = figures(report)
    report.finalised_at, report.finalised_by = timezone.now(), by
    report.save(update_fields=["content", "finalised_at", "finalised_by"])
    audit.record("finalise", report, by=by)
    return report
