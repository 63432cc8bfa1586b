"""The pages under /stijlgids/: every component with its states, for who builds pages and for who checks them."""

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from mvi.charts import Chart, colour, stacked_bars
from mvi.forms import DateInput, fields_helper
from mvi.rich_text import RichTextInput

COLOURS = [_("green"), _("orange"), _("purple"), _("blue"), _("red"), _("teal"), _("brown"), _("grey")]
KINDS = [("b", _("prescribe")), ("e", _("encourage")), ("i", _("invite"))]


class ExampleForm(forms.Form):
    """One field of each kind that the pages use."""

    name = forms.CharField(label=_("Name"), max_length=80, help_text=_("As the town hall calls it."))
    ambition = forms.CharField(label=_("Ambition"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    starts_on = forms.DateField(label=_("Start"), widget=DateInput)
    ends_on = forms.DateField(label=_("End"), widget=DateInput, required=False)
    share = forms.IntegerField(label=_("Share in percent"), min_value=0, max_value=100)
    phase = forms.ChoiceField(label=_("Phase"), choices=[("", "---------"), ("1", _("idea")), ("2", _("tender"))])
    question = forms.ChoiceField(label=_("Kind of question"), choices=KINDS, widget=forms.RadioSelect)
    themes = forms.MultipleChoiceField(
        label=_("Themes"),
        choices=[("1", "Circulair"), ("2", "Energie"), ("3", "Sociaal")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("One or more."),
    )
    evidence = forms.FileField(label=_("Evidence"), required=False)
    launching = forms.BooleanField(
        label=_("The municipality is launching customer"), required=False, help_text=_("First to buy it.")
    )

    @property
    def helper(self):
        return fields_helper(
            Fieldset(_("The purchase"), "name", "ambition", Row("starts_on", "ends_on"), Row("share", "phase")),
            Fieldset(_("Link with the strategy"), "question", "themes", "evidence", "launching"),
        )


class ExampleFilter(forms.Form):
    q = forms.CharField(label=_("Words"), required=False)
    phase = forms.ChoiceField(label=_("Phase"), choices=[("", _("all")), ("1", _("idea"))], required=False)


class Example:
    """Something that is one of a kind elsewhere; whatever is asked of it leads back to the guide."""

    pk = 0
    is_example = True

    def __init__(self, *, is_archived=False):
        self.is_archived = is_archived

    def __str__(self):
        return gettext("Mowing the verges")

    def get_absolute_url(self):
        return "/stijlgids/"


class ExamplePage(TemplateView):
    """A component that is a page of its own. Nothing that is sent to it is kept."""

    context = staticmethod(dict)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"cancel_url": "/stijlgids/"} | self.context()

    def post(self, request, *args, **kwargs):
        return redirect("styleguide")


def example_chart():
    """Two themes with what is finished and what is not."""
    rows = [("Circulair", 4, 2), ("Energie", 3, 1)]
    words = {gettext("finished"): (colour("color-ok"), "✓"), gettext("to do"): (colour("color-warning"), "…")}
    return Chart(
        name="voorbeeld",
        title=gettext("Actions per theme"),
        summary=gettext("7 of 10 actions are finished."),
        columns=[gettext("Theme"), *words],
        rows=[list(row) for row in rows],
        spec=stacked_bars(
            [
                {"name": name, "part": part, "number": number}
                for name, *numbers in rows
                for part, number in zip(words, numbers, strict=True)
            ],
            order=[name for name, *_numbers in rows],
            series=words,
            unit=gettext("number of actions"),
        ),
    )


@require_safe
def picture(request):
    return HttpResponse(example_chart().svg, content_type="image/svg+xml; charset=utf-8")


class FormWithRichText(ExampleForm):
    ambition = forms.CharField(label=_("Ambition"), widget=RichTextInput(attrs={"rows": 3}), required=False)


def line(*, is_example=False, **states):
    """One thing on a day."""
    details = [str(Example()), gettext("milestone")]
    return SimpleNamespace(path="#time", title=gettext("Award"), details=details, is_example=is_example, **states)


def frame():
    return {
        "example": Example(),
        "export_formats": [("xlsx", "Excel"), ("csv", "CSV")],
        "workbook_endings": ["xlsx", "ods", "json"],
        "days": [
            (dt.date(2026, 3, 12), [line(is_done=True), line(is_late=True)]),
            (dt.date(2026, 3, 13), [line(is_example=True)]),
        ],
        "chart": example_chart(),
        "draft": DRAFT,
        "entries": [
            {
                "at": dt.datetime(2026, 3, 12, 10, 42, tzinfo=dt.UTC),
                "by": _("project leader"),
                "action": _("changed"),
                "changes": [(_("Ambition"), "40%", "50%"), (_("Owner"), "", _("team Purchasing"))],
            }
        ],
        "conflict": SimpleNamespace(
            by=_("project leader"),
            at=dt.datetime(2026, 3, 12, 10, 42, tzinfo=dt.UTC),
            fields=[{"name": "ambition", "both": True, "label": _("Ambition"), "theirs": "50%", "yours": "60%"}],
        ),
    }


DRAFT = SimpleNamespace(at=dt.datetime(2026, 3, 12, 10, 42, tzinfo=dt.UTC))
PAGES = {  # name of the page → its address, what it shows, the template and what that needs
    "styleguide-frame": ("omlijsting", _("Frame, days, charts and history"), "styleguide/frame.html", frame),
    "styleguide-form": (
        "formulier",
        _("A page that is a form"),
        "styleguide/form.html",
        lambda: {"form": FormWithRichText(), "draft": DRAFT, "shows_draft": True, "draft_address": "/stijlgids/"},
    ),
    "styleguide-confirm": (
        "verwijderen",
        _("A question before something is removed"),
        "components/confirm_page.html",
        lambda: {"object": Example(), "errors": [gettext("It still has lessons.")]},
    ),
    "styleguide-archive": (
        "archiveren",
        _("Into the archive"),
        "components/archive_page.html",
        lambda: {"object": Example()},
    ),
    "styleguide-restore": (
        "terugzetten",
        _("Out of the archive"),
        "components/archive_page.html",
        lambda: {"object": Example(is_archived=True)},
    ),
    "styleguide-gone": (
        "verdwenen",
        _("What was being changed is gone"),
        "components/gone.html",
        lambda: {"typed": [(gettext("Name"), str(Example())), (gettext("Ambition"), "60%")]},
    ),
    "styleguide-error": ("fout", _("What cannot be served"), "404.html", dict),
}


class StyleGuide(ExamplePage):
    template_name = "styleguide/guide.html"

    def get_context_data(self, **kwargs):
        steps = [_("Idea"), _("Exploration"), _("Preparation"), _("Tender"), _("Execution"), _("Evaluation")]
        states = ["done", "done", "done", "current", "todo", "todo"]
        wrong = {"name": "x" * 81, "starts_on": "2026-13-01", "share": "120", "themes": ["9"]}
        refused = ExampleForm({f"refused-{name}": value for name, value in wrong.items()}, prefix="refused")
        return super().get_context_data(**kwargs) | {
            "example_form": ExampleForm(),
            "refused_form": refused,
            "filter_form": ExampleFilter({"list-q": "bermen"}, prefix="list"),
            "steps": [{"label": label, "state": state} for label, state in zip(steps, states, strict=True)],
            "tabs": [
                {"label": _("Canvas"), "url": "#tabs", "current": True},
                {"label": _("Planning"), "url": "#tabs", "count": "2/6"},
                {"label": _("Criteria"), "url": "#tabs", "count": 9},
                {"label": _("History"), "url": "#tabs"},
            ],
            "themes": [SimpleNamespace(name=name, colour=colour) for colour, name in enumerate(COLOURS, start=1)],
            "kinds": ["neutral", "active", "safe", "warning", "danger"],
            "alerts": ["info", "ok", "warning", "error"],
            "pilots": ["Maaien van bermen", "Demontage van zwembad Aquarena", "Verbreding van de Boermarkeweg"],
            "facts": [
                (_("Procedure"), _("European open")),
                (_("Estimate"), "€ 1.480.000"),
                (_("Contract"), ""),
            ],
            "amount": Decimal("1480000"),
            "day": dt.date(2026, 3, 12),
            "page_obj": Paginator(range(340), 25).page(2),
            "example": Example(),
            "pages": [(name, title) for name, (_address, title, *_rest) in PAGES.items()],
        }


urlpatterns = [
    path("", StyleGuide.as_view(), name="styleguide"),
    path("voorbeeld.svg", picture, name="styleguide-chart"),
    *(
        path(f"{address}/", ExamplePage.as_view(template_name=template, context=context), name=name)
        for name, (address, _title, template, context) in PAGES.items()
    ),
]
