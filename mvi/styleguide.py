"""The page /stijlgids/: every component with its states, for who builds pages and for who checks them."""

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from mvi.forms import DateInput, fields_helper

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


class StyleGuide(TemplateView):
    template_name = "styleguide.html"

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
            "themes": [{"name": name, "colour": colour} for colour, name in enumerate(COLOURS, start=1)],
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
