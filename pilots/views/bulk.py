"""Many pilots changed at once: chosen in the list, looked at first, then saved together."""

import re

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from mvi.filters import ticked
from pilots.actions import change_many
from pilots.bulk import MOST, plan
from pilots.filters import PilotFilter, query_of
from pilots.forms import BulkForm
from pilots.models import Pilot

SEEN = re.compile(r"([0-9]{1,18}):([0-9]{1,9})", re.ASCII)


@permission_required(["pilots.view_pilot", "pilots.change_pilot"], raise_exception=True)
@require_http_methods(["GET", "POST"])
def pilot_bulk(request):
    """Which pilots and what they get stands in the address; only the versions that were looked at are sent along."""
    chosen = list(chosen_pilots(request.GET)[: MOST + 1])
    form = BulkForm(request.GET if request.GET.keys() & BulkForm.base_fields.keys() else None)
    planned, status = [], 200
    if len(chosen) <= MOST and form.is_valid():
        planned = plan(chosen, form.values, by=request.user)
        if request.method == "POST":
            try:
                number = change_many(versions=seen(request.POST), values=form.values, by=request.user)
            except ValidationError as error:
                form.add_error(None, error)
                status = 409
            else:
                messages.success(
                    request,
                    ngettext("%(number)s pilot was changed.", "%(number)s pilots were changed.", number)
                    % {"number": number},
                )
                return redirect(list_of(request.GET))
    context = {
        "form": form,
        "chosen": chosen,
        "too_many": len(chosen) > MOST,
        "most": MOST,
        "kept": [(name, value) for name, value in pairs(request.GET) if name not in BulkForm.base_fields],
        "planned": planned,
        "happening": [found for found in planned if found.happens],
    }
    return render(request, "pilots/pilot_bulk.html", context, status=status)


def list_of(asked):
    """The list as it was filtered, to go back to it; pilots that were ticked are no filter."""
    query = "" if "ticked" in asked else query_of(asked)
    return reverse("pilots:pilot-list") + (query and f"?{query}")


def chosen_pilots(asked):
    """Those that were ticked; or, when the list's own filter comes along, all that it shows."""
    pilots = Pilot.objects.select_related("buyer", "project_leader")
    if "ticked" in asked:
        return ticked(pilots, asked.getlist("pilot"))
    found = PilotFilter(asked, queryset=pilots)
    return found.qs if found.is_valid() else pilots.none()


def seen(sent):
    """Which pilots were looked at, each at which version."""
    versions = {int(pk): int(version) for pk, version in SEEN.findall(sent.get("seen", ""))}
    if not 0 < len(versions) <= MOST:
        raise ValidationError(_("No pilot was chosen. Look again at what will change."))
    return versions


def pairs(asked):
    return [(name, value) for name, values in asked.lists() for value in values]
