"""What the template pack `nlds` makes of a form: for eyes, for a keyboard and for a screen reader."""

from html.parser import HTMLParser

import pytest
from crispy_forms.layout import HTML, Column, Div, Field, Fieldset, Hidden, Row, Submit
from crispy_forms.utils import render_crispy_form
from django import forms
from django.forms.renderers import DjangoTemplates
from django.template.loader import render_to_string
from django.test import RequestFactory
from pytest_django.asserts import assertHTMLEqual

from mvi.filters import Options
from mvi.forms import DateInput, DateTimeInput, Renderer, TimeInput, fields_helper
from mvi.templatetags.look import filter_field, first_id, heading_of


class Page(HTMLParser):
    """Elements in the order of the page: tag, attributes and the text inside, without its children's tags."""

    VOID = frozenset({"input", "img", "br", "hr", "meta", "link"})

    def __init__(self, html):
        super().__init__()
        self.elements, self.open = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        element = {"tag": tag, "text": ""} | {name: "" if value is None else value for name, value in attrs}
        self.elements.append(element)
        if tag not in self.VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, data):
        for element in self.open:
            element["text"] = " ".join(f"{element['text']} {data}".split())

    def all(self, tag, **attributes):
        return [e for e in self.elements if e["tag"] == tag and all(e.get(k) == v for k, v in attributes.items())]

    def one(self, tag, **attributes):
        [element] = self.all(tag, **attributes)
        return element


class PilotForm(forms.Form):
    name = forms.CharField(label="Name", max_length=10, help_text="In short.")
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    phase = forms.ChoiceField(label="Phase", choices=[("a", "idea"), ("b", "tender")])
    kind = forms.ChoiceField(label="Kind", choices=[("x", "ask"), ("y", "invite")], widget=forms.RadioSelect)
    themes = forms.MultipleChoiceField(
        label="Themes", choices=[("1", "Energy")], widget=forms.CheckboxSelectMultiple, required=False, help_text="Any."
    )
    agreed = forms.BooleanField(label="Agreed", required=False, help_text="By both.")
    moment = forms.SplitDateTimeField(label="Moment", required=False)
    code = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(form, helper=None):
    return Page(render_crispy_form(form, helper or fields_helper(), context={"csrf_token": "x"}))


def test_a_field_has_its_label_above_and_its_hint_tied_to_it():
    page = drawn(PilotForm())

    assert page.one("label", **{"for": "id_name"})["text"] == "Name"
    assert page.one("div", id="id_name_helptext")["text"] == "In short."
    field = page.one("input", id="id_name")
    assert field["aria-describedby"] == "id_name_helptext"
    assert field["class"] == "utrecht-textbox utrecht-textbox--html-input"
    assert "aria-invalid" not in field


@pytest.mark.parametrize(
    ("label", "shown"), [("naam", "Naam"), ("eForms BT-774", "eForms BT-774"), ("KPI", "KPI"), ("de KPI", "De KPI")]
)
def test_a_label_begins_with_a_capital_and_a_name_as_it_is_written(label, shown):
    class NamedForm(forms.Form):
        name = forms.CharField(label=label)

    assert heading_of(NamedForm()["name"]) == shown


def test_what_is_not_required_says_so_in_words():
    page = drawn(PilotForm())

    assert page.one("label", **{"for": "id_note"})["text"] == "Note (niet verplicht)"
    assert page.one("label", **{"for": "id_phase"})["text"] == "Phase"
    assert page.one("label", **{"for": "id_agreed"})["text"] == "Agreed"  # a choice to tick is never a duty


def test_each_kind_of_field_wears_its_classes():
    page = drawn(PilotForm())

    assert page.one("textarea")["class"] == "utrecht-textarea utrecht-textarea--html-textarea"
    assert page.one("select")["class"] == "utrecht-select utrecht-select--html-select"
    assert [choice.get("class") for choice in page.all("input", type="radio")] == [None, None]
    assert page.one("input", name="moment_0")["class"] == "utrecht-textbox utrecht-textbox--html-input"


def test_a_group_of_choices_is_a_fieldset_with_a_legend_and_a_hint():
    page = drawn(PilotForm())
    kind, themes, moment = page.all("fieldset")

    assert [legend["text"] for legend in page.all("legend")] == [
        "Kind",
        "Themes (niet verplicht)",
        "Moment (niet verplicht)",
    ]
    assert "aria-describedby" not in kind
    assert themes["aria-describedby"] == "id_themes_helptext"
    assert moment["id"] == "id_moment"
    assert page.one("label", **{"for": "id_kind_1"})["text"] == "invite"
    assert page.one("input", id="id_kind_1")["value"] == "y"


def test_an_error_stands_beside_its_field_and_is_tied_to_it():
    page = drawn(PilotForm({"name": "much too long", "phase": "a", "kind": "z", "agreed": "on"}))

    field = page.one("input", id="id_name")
    assert (field["aria-invalid"], field["aria-describedby"]) == ("true", "id_name_helptext id_name_error")
    assert page.one("div", id="id_name_error")["text"] == (
        "Zorg dat deze waarde niet meer dan 10 tekens bevat (het zijn er nu 13)."
    )
    assert page.all("fieldset")[0]["aria-describedby"] == "id_kind_error"
    assert page.one("select")["class"] == "utrecht-select utrecht-select--html-select"


def test_a_wrong_tick_box_shows_its_error():
    class Terms(forms.Form):
        agreed = forms.BooleanField(label="Agreed")

    page = drawn(Terms({}))

    assert page.one("div", id="id_agreed_error")["text"] == "Dit veld is verplicht."
    assert page.one("input", id="id_agreed")["aria-describedby"] == "id_agreed_error"


def test_hidden_fields_are_drawn_even_when_the_layout_forgets_them():
    page = drawn(PilotForm(), fields_helper("name"))

    assert [field["name"] for field in page.all("input")] == ["name", "code"]


def test_the_page_owns_the_form_and_its_token():
    assert drawn(PilotForm()).all("form") == []
    assert drawn(PilotForm()).all("input", name="csrfmiddlewaretoken") == []


def test_a_layout_has_groups_rows_columns_and_html():
    helper = fields_helper(
        Fieldset("The purchase", Row("name", Column("note", css_class="wide")), css_class="first"),
        Div(HTML("<p>Read this.</p>"), Field("phase", wrapper_class="narrow"), css_id="more"),
    )
    page = drawn(PilotForm(), helper)

    assert page.all("legend")[0]["text"] == "The purchase"
    assert page.one("fieldset", **{"class": "utrecht-form-fieldset utrecht-form-fieldset--html-fieldset first"})
    assert page.one("div", **{"class": "form-row"})["text"].startswith("Name")
    assert page.one("div", **{"class": "wide"})["text"] == "Note (niet verplicht)"
    assert page.one("div", id="more")["text"].startswith("Read this. Phase")
    assert page.one("div", **{"class": "utrecht-form-field narrow"})


def test_a_helper_may_own_the_form_too():
    helper = fields_helper("name")
    helper.form_tag, helper.disable_csrf = True, False
    helper.add_input(Submit("save", "Save it"))
    helper.add_input(Hidden("step", "2"))
    page = drawn(PilotForm(), helper)

    assert page.one("form")["method"] == "post"
    assert page.one("input", name="csrfmiddlewaretoken")
    assert page.one("button")["text"] == "Save it"
    assert page.one("button")["class"] == "utrecht-button utrecht-button--primary-action"
    assert page.one("input", name="step")["value"] == "2"


def test_a_formset_draws_each_form_and_what_counts_them():
    formset = forms.formset_factory(PilotForm, extra=2)()
    page = drawn(formset)

    assert page.one("input", name="form-TOTAL_FORMS")["value"] == "2"
    assert [label["for"] for label in page.all("label") if label["text"] == "Name"] == [
        "id_form-0-name",
        "id_form-1-name",
    ]


def test_the_filter_draws_a_form_without_a_helper():
    page = Page(render_to_string("components/filter_bar.html", {"form": PilotForm()}))

    assert page.one("form")["method"] == "get"
    assert page.one("label", **{"for": "id_note"})["text"] == "Note"  # a filter is never a duty, so it does not say so


@pytest.mark.parametrize(("asked", "is_open"), [({}, False), ({"name": "x"}, False), ({"themes": ["1"]}, True)])
def test_the_filters_after_the_fourth_wait_until_they_are_asked_for(asked, is_open):
    form = PilotForm(asked)
    form.fields = {name: field for name, field in form.fields.items() if name != "moment"}
    for field in form.fields.values():
        field.required = False
    page = Page(render_to_string("components/filter_bar.html", {"form": form}))

    details = page.one("details")
    assert [legend["text"] for legend in page.all("legend")] == ["Kind", "Themes"]
    assert details["text"] == "Meer filters Themes Any. Energy Agreed By both."
    assert ("open" in details) is is_open
    assert [link["href"] for link in page.all("a")] == (["?"] if asked else [])


@pytest.mark.parametrize(
    ("name", "target"),
    [("name", "id_name"), ("kind", "id_kind_0"), ("themes", "id_themes_0"), ("moment", "id_moment_0")],
)
def test_the_error_summary_jumps_to_what_can_be_filled_in(name, target):
    assert first_id(PilotForm()[name]) == target


def test_the_error_summary_names_every_error_once_with_a_link():
    form = PilotForm({"name": "Bermen", "phase": "z", "kind": "x"})
    form.add_error(None, "This pilot is closed.")
    form.add_error("code", "The code is not known.")
    page = Page(render_to_string("components/error_summary.html", {"form": form}))

    assert page.one("div", role="alert")["tabindex"] == "-1"
    assert [item["text"] for item in page.all("li")] == [
        "This pilot is closed.",
        "The code is not known.",
        "Phase: Selecteer een geldige keuze. z is geen beschikbare keuze.",
    ]
    assert [link["href"] for link in page.all("a")] == ["#id_phase"]


def test_without_errors_there_is_no_summary():
    assert render_to_string("components/error_summary.html", {"form": PilotForm()}).strip() == ""


def test_classes_of_the_form_itself_stay_and_an_echo_of_the_label_goes():
    class Search(forms.Form):
        q = forms.CharField(label="Words", widget=forms.TextInput({"class": "wide", "placeholder": "Words"}))
        place = forms.CharField(label="Place", widget=forms.TextInput({"placeholder": "for example Emmen"}))

    page = drawn(Search())

    assert page.one("input", id="id_q")["class"] == "utrecht-textbox utrecht-textbox--html-input wide"
    assert "placeholder" not in page.one("input", id="id_q")
    assert page.one("input", id="id_place")["placeholder"] == "for example Emmen"


def test_dates_and_times_use_the_picker_of_the_browser():
    class Planning(forms.Form):
        day = forms.DateField(widget=DateInput)
        moment = forms.DateTimeField(widget=DateTimeInput)
        time = forms.TimeField(widget=TimeInput)

    page = drawn(Planning({"day": "2026-03-12", "moment": "2026-03-12T13:05", "time": "13:05"}))

    assert [(field["type"], field["value"]) for field in page.all("input")] == [
        ("date", "2026-03-12"),
        ("datetime-local", "2026-03-12T13:05"),
        ("time", "13:05"),
    ]
    assert Planning({"day": "2026-03-12", "moment": "2026-03-12T13:05", "time": "13:05"}).is_valid()


@pytest.mark.django_db
def test_a_form_page_carries_the_token_the_version_and_files():
    class Upload(forms.Form):
        evidence = forms.FileField(label="Evidence")

    context = {"form": Upload(), "submission": "1b9d6bcd", "version": 1480}
    page = Page(render_to_string("components/form_page.html", context, RequestFactory().get("/")))
    form = page.one("form", enctype="multipart/form-data")

    assert "novalidate" in form
    assert page.one("input", name="submission")["value"] == "1b9d6bcd"
    assert page.one("input", name="version")["value"] == "1480"  # not 1.480
    assert page.one("input", name="evidence")["type"] == "file"


@pytest.mark.django_db
def test_a_question_can_say_why_it_cannot_be_done():
    context = {"errors": ["A pilot relies on this theme."]}
    page = Page(render_to_string("components/confirm_page.html", context, RequestFactory().get("/")))

    assert page.one("div", role="alert")["text"] == "Dit kan niet A pilot relies on this theme."
    assert "utrecht-button--danger" in page.all("button", type="submit")[-1]["class"]


CHOICES = [("", "alle"), (2026, "jaar < 2027"), ('Groep "a"', [("b", "één"), (True, "ja & nee")])]


@pytest.mark.parametrize("value", [None, "", 0, 2026, "<b>"])
@pytest.mark.parametrize("kind", [forms.TextInput, forms.NumberInput])
def test_an_input_is_what_django_makes_of_it(value, kind):
    widget = kind(attrs={"class": "a<b", "required": True, "disabled": False})

    drawn = widget.render("x", value, {"id": "id_x"}, renderer=Renderer())

    assertHTMLEqual(drawn, widget.render("x", value, {"id": "id_x"}, renderer=DjangoTemplates()))


@pytest.mark.parametrize("value", [None, "", "2026", 2026, "staat er niet bij"])
def test_the_choices_of_a_filter_are_what_django_makes_of_them(value):
    ours, djangos = (kind(attrs={"id": "id_x"}, choices=CHOICES[:2]) for kind in (Options, forms.Select))

    assertHTMLEqual(
        ours.render("x", value, renderer=Renderer()), djangos.render("x", value, renderer=DjangoTemplates())
    )


@pytest.mark.parametrize("name", PilotForm.base_fields)
@pytest.mark.parametrize("data", [None, {}])
def test_a_field_of_a_filter_bar_is_what_the_template_makes_of_it(name, data):
    field = PilotForm(data)[name]
    context = {"field": field, "form_show_errors": True, "form_show_labels": True, "hide_optional": True}

    assertHTMLEqual(filter_field(field), render_to_string("nlds/field.html", context))


@pytest.mark.parametrize("value", [None, "", "2026", 2026, "b", "True", "staat er niet bij"])
@pytest.mark.parametrize("attrs", [{}, {"id": "id_x", "required": True, "disabled": False, "data-n": 1000}])
@pytest.mark.parametrize("kind", [forms.Select, forms.SelectMultiple])
def test_a_list_of_choices_is_what_django_makes_of_it(value, attrs, kind):
    value = value if kind is forms.Select or value is None else [value]
    widget = kind(attrs={"class": "a<b"}, choices=CHOICES)

    drawn = widget.render("x", value, attrs, renderer=Renderer())

    assertHTMLEqual(drawn, widget.render("x", value, attrs, renderer=DjangoTemplates()))
