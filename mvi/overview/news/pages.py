"""The page of news, its marks and choices, and the buttons to follow."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.generic import ListView

from mvi.following import choose, follow, follows, mark, person_of_token, read_until, stop_mail
from mvi.models import MailChoice, NewsChoice
from mvi.overview.news.kinds import BY_LABEL, Group
from mvi.overview.news.reading import count_unread, in_words, may_see, news
from strategy.reminders import reminders


class ChoiceForm(forms.Form):
    """Of what, and whether by mail."""

    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("News of"), choices=Group.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    mail = forms.ChoiceField(
        label=gettext_lazy("By mail"),
        choices=MailChoice.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "What is asked of you and what is new come in the same mail. Without mail you read both here."
        ),
    )


class NewsList(ListView):
    """For everybody who is logged in; only what they may see is in it."""

    template_name = "overview/news.html"
    paginate_by = 25

    def get_queryset(self):
        return news(self.request.user, NewsChoice.for_person(self.request.user))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        today = timezone.localdate()
        asked = [one for one in reminders(self.request.user, today) if may_see(self.request.user, type(one.row))]
        lines = in_words(context["page_obj"].object_list)
        return context | {"asked": asked, "lines": lines, "unread": count_unread(self.request.user)}


@require_http_methods(["GET", "POST"])
def choices(request):
    """How somebody wants to hear of things; everybody decides for themselves."""
    chosen = NewsChoice.for_person(request.user)
    initial = {"kinds": [group for group in Group.values if group not in chosen.without], "mail": chosen.mail}
    form = ChoiceForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        without = [group for group in Group.values if group not in form.cleaned_data["kinds"]]
        choose(person=request.user, mail=form.cleaned_data["mail"], without=without)
        messages.success(request, _("Your choices were saved."))
        return redirect("news:list")
    return render(request, "overview/news_choices.html", {"form": form})


@never_cache
@require_safe
def number(request):
    """How much was not read, for the header of every page; asked by itself, so that no page waits for it."""
    return HttpResponse(count_unread(request.user), content_type="text/plain")


@require_POST
def follow_row(request):
    """Follow a row, or no more; whoever may see it may."""
    kind = BY_LABEL.get(request.POST.get("kind"))
    if kind is None:
        raise Http404
    if not may_see(request.user, kind.model):
        raise PermissionDenied
    row = get_object_or_404(kind.model, pk=number_in(request.POST.get("row")))
    follow(row=row, by=request.user, wanted=request.POST.get("wanted") == "1")
    if request.htmx:
        context = {"row": row, "kind": row._meta.label_lower, "follows": follows(row, request.user)}
        return render(request, "components/follow.html", context)
    return redirect(row)


@require_POST
def mark_read(request):
    """One line, or everything up to the newest line that was shown."""
    if "until" in request.POST:
        moment = moment_in(request.POST["until"])
        read_until(moment=min(moment, timezone.now()), by=request.user)
    else:
        own = news(request.user, NewsChoice.for_person(request.user))
        event = get_object_or_404(own, pk=number_in(request.POST.get("event")))
        mark(event=event, by=request.user, read=request.POST.get("read") == "1")
    return redirect("news:list")


def number_in(text):
    """The number of a row, as a form of ours sends it."""
    try:
        return forms.IntegerField(min_value=1, max_value=2**63 - 1).clean(text)
    except ValidationError as error:
        raise Http404 from error


def moment_in(text):
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None or timezone.is_naive(moment):
        raise BadRequest("No moment.")
    return moment


@login_not_required
@csrf_exempt  # mail programs send this by themselves (RFC 8058); the signature says whose mail it is
@never_cache
@require_http_methods(["GET", "POST"])
def no_more_mail(request, token):
    """Stop the mail from within a mail: looking changes nothing, one click does."""
    person = person_of_token(token)
    if person is None:
        raise Http404
    if request.method == "POST":
        stop_mail(person=person)
    return render(request, "overview/news_stop.html", {"done": request.method == "POST"})
