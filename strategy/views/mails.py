"""The links in mails, and the mails themselves."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django.views.generic import ListView

from strategy.actions import answer_link
from strategy.forms import MailedAnswerForm
from strategy.models import Mail, MailedLink


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def mailed_link(request, signed):
    """Answer without logging in: the signature says who it is, and looking (a mail scanner does) changes nothing."""
    link = MailedLink.from_signed(signed)
    if link is None:
        raise Http404
    form_class = forms.Form if link.indicator else MailedAnswerForm
    form = form_class(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            answer_link(link=link, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return render(request, "strategy/mailed_link_done.html")
    used = link.used_at is not None
    return render(
        request, "strategy/mailed_link.html", {"link": link, "form": form, "used": used}, status=410 if used else 200
    )


class MailList(PermissionRequiredMixin, ListView):
    permission_required = "strategy.view_mail"
    queryset = Mail.objects.select_related("to")
    paginate_by = 25
