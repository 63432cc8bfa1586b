"""The two pages at the foot of every page that a municipality must have: on accessibility and on privacy.

Their frame is ours, what is only for this municipality is filled in by an administrator with the organisation. The
terms named are those that the program keeps to, read from where it keeps them.
"""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mvi.models import Job, Organisation
from mvi.models.draft import KEPT


@require_safe
@login_not_required
def accessibility(request):
    """The statement that the Besluit digitale toegankelijkheid overheid (2018) asks for."""
    return render(request, "statements/accessibility.html", {"organisation": Organisation.current()})


@require_safe
@login_not_required
def privacy(request):
    """What is kept of whom, why and how long (AVG, articles 13 and 14)."""
    context = {
        "organisation": Organisation.current(),
        "days_of_drafts": KEPT.days,
        "days_of_files": Job.KEPT.days,
        "hours_logged_in": settings.SESSION_COOKIE_AGE // 3600,
    }
    return render(request, "statements/privacy.html", context)
