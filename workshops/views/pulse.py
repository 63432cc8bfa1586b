"""The pulse of a series: what may be shown, closing it, and the link in a mail."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import DetailView

from mvi.views import ConfirmPage
from workshops import support
from workshops.actions import (
    add_pulse_addresses,
    answer_mailed_pulse,
    answer_of,
    close_pulse,
    remind_of_pulse,
    stop_pulse_mails,
)
from workshops.forms import PulseAddressesForm, PulseForm
from workshops.models import Function, Pulse, PulseAnswer, PulseLink, Series


class SeriesPulse(PermissionRequiredMixin, DetailView):
    """The support of a series: one moment in bars, all moments in a trend."""

    permission_required = "workshops.view_pulse"
    queryset = Series.objects.select_related("strategy")
    template_name = "workshops/series_pulse.html"

    def get_context_data(self, **kwargs):
        moments = support.moments(self.object)
        chosen = self.chosen(moments)
        function = self.request.GET.get("function", "")
        group = chosen and (chosen.group(function) if function else chosen.whole)
        return super().get_context_data(**kwargs) | {
            "moments": moments,
            "chosen": chosen,
            "function": function,
            "group": group,
            "trend": trend(moments),
            "smallest": support.SMALLEST,
            "number_of_addresses": self.object.pulse_addresses.count(),
        }

    def chosen(self, moments):
        """The moment of the address, else the last of which something may be shown."""
        wanted = self.request.GET.get("moment")
        found = [one for one in moments if one.pulse.moment == wanted] or [one for one in moments if one.whole]
        return (found or moments or [None])[-1]


def trend(moments):
    """The mean of everybody and of each function through time; empty where a group is too small to show."""
    if not any(one.whole for one in moments):
        return []
    rows = [(_("everybody"), [one.whole for one in moments])]
    rows += [(function.label, [one.group(function.value) for one in moments]) for function in Function]
    return [{"name": name, "groups": groups, "change": change(groups)} for name, groups in rows if any(groups)]


def change(groups):
    """From the first to the last moment at which this group may be shown."""
    known = [group for group in groups if group]
    return known[-1].mean - known[0].mean if len(known) > 1 else None


class PulseClose(ConfirmPage):
    permission_required = "workshops.change_pulse"
    queryset = Pulse.objects.select_related("series")
    template_name = "workshops/pulse_close.html"
    success_message = gettext_lazy("“%(row)s” is closed.")

    def perform(self, row):
        close_pulse(pulse=row, by=self.request.user)


@permission_required("workshops.change_pulse", raise_exception=True)
@require_POST
def remind(request, pk):
    """A mail to all who were asked by mail and did not answer."""
    pulse = get_object_or_404(Pulse.objects.select_related("series"), pk=pk)
    try:
        return redirect(remind_of_pulse(pulse=pulse, by=request.user))
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect(pulse)


@permission_required("workshops.change_pulse", raise_exception=True)
@require_http_methods(["GET", "POST"])
def addresses(request, pk):
    """Who is asked again after half a year and a year."""
    series = get_object_or_404(Series, pk=pk)
    form = PulseAddressesForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            number = add_pulse_addresses(series=series, emails=form.cleaned_data["emails"], by=request.user)
        except ValidationError as error:
            form.add_error("emails", error)
        else:
            said = ngettext("%(number)s address was added.", "%(number)s addresses were added.", number)
            messages.success(request, said % {"number": number})
            return redirect("workshops:series-pulse", series.pk)
    return render(request, "workshops/pulse_addresses.html", {"series": series, "form": form})


def of_link(view):
    """Find the link by its signature; without an account, and looking (a mail scanner does) changes nothing."""

    @login_not_required
    @never_cache
    def found(request, signed):
        link = PulseLink.from_signed(signed)
        if link is None:
            return render(request, "workshops/link_gone.html", status=404)
        return view(request, link)

    return found


@of_link
@require_http_methods(["GET", "POST"])
def mailed_pulse(request, link):
    if link.pulse.is_closed:
        text = _("This pulse is closed. Thank you for your interest.")
        return render(request, "workshops/pulse_done.html", {"text": text, "link": link}, status=410)
    form = PulseForm(request.POST or None, instance=answer_of(link) or PulseAnswer(pulse=link.pulse))
    if form.is_valid():
        try:
            answer_mailed_pulse(link=link, **form.cleaned_data)
        except (ValidationError, IntegrityError):  # closed at the same moment
            form.add_error(None, _("Your answer could not be kept. Try again."))
        else:
            text = _("Your answer was noted. You can change it with the same link as long as the pulse is open.")
            return render(request, "workshops/pulse_done.html", {"text": text, "link": link})
    return render(request, "workshops/mailed_pulse.html", {"link": link, "form": form})


@csrf_exempt  # mail programs send this by themselves (RFC 8058); the signature says whose mail it is
@of_link
@require_http_methods(["GET", "POST"])
def stop_mails(request, link):
    """Looking changes nothing, one click does."""
    if request.method == "GET":
        return render(request, "workshops/pulse_stop.html", {"link": link})
    stop_pulse_mails(link=link)
    text = _("You get no more mails with these questions. Your address was removed.")
    return render(request, "workshops/pulse_done.html", {"text": text})
