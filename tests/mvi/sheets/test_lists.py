"""The lists beside the admin: what the filter shows goes out, and buyers bring in their own pilots."""

import html

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mvi.models import AuditEvent
from mvi.sheets import files
from pilots.models import Pilot
from tests.every_page import one_of_everything
from tests.factories.pilots import PilotFactory, PilotThemeFactory
from tests.factories.strategy import ThemeFactory
from tests.factories.workshops import ContributionFactory

CHOICE = "Een keuze exporteren"
LISTS = [  # the page, what it shows, and what else must be seen to open it
    ("pilots:pilot-list", "pilots.pilot", ()),
    ("pilots:deviation-list", "pilots.pilottheme", ["pilots.view_pilot"]),
    ("pilots:threshold-list", "pilots.threshold", ["pilots.view_pilot"]),
    ("strategy:strategy-list", "strategy.strategy", ()),
    ("strategy:theme-list", "strategy.theme", ()),
    ("strategy:core-value-list", "strategy.corevalue", ()),
    ("strategy:goal-list", "strategy.goal", ()),
    ("strategy:action-list", "strategy.action", ()),
    ("strategy:consultation-list", "strategy.consultationround", ["strategy.view_remark"]),
    ("strategy:framework-list", "strategy.frameworktheme", ["strategy.view_framework", "strategy.view_theme"]),
    ("knowledge:list", "strategy.knowledgecard", ()),
    ("workshops:series-list", "workshops.series", ()),
    ("workshops:session-list", "workshops.session", ()),
]


@pytest.mark.parametrize(("page", "noun", "others"), LISTS)
def test_a_list_is_exported_only_with_the_permission_for_it(client, login, page, noun, others):
    address, model = reverse(page), apps.get_model(noun)
    view, export = (f"{model._meta.app_label}.{verb}_{model._meta.model_name}" for verb in ("view", "export"))
    login(view, *others)
    assert client.get(address).context["export_formats"] == []
    assert client.post(address, {"format": "csv"}).status_code == 403

    user = login(view, export, *others)
    shown = client.get(address)
    assert shown.context["export_formats"] == [
        ("xlsx", "xlsx"),
        ("csv", "csv"),
        ("ods", "ods"),
        ("json", "json"),
        ("csv-plain", "csv zonder BOM"),
    ]
    assert 'name="format" value="ods"' in shown.text
    sent = client.post(address, {"format": "csv"})
    assert sent.status_code == 200
    rows = len(files.read(b"".join(sent.streaming_content), name="x.csv")[""])
    assert list(AuditEvent.objects.filter(action="export").values_list("actor", "details")) == [
        (user.pk, {"rows": rows, "format": "csv"})
    ]


@pytest.mark.parametrize(("page", "noun", "others"), LISTS)
def test_rows_that_are_ticked_go_out_alone(client, login, page, noun, others):
    one_of_everything()
    address, model = f"{reverse(page)}?choose=1&page=1", apps.get_model(noun)
    view, export = (f"{model._meta.app_label}.{verb}_{model._meta.model_name}" for verb in ("view", "export"))
    login(view, *others)
    assert "rows" not in client.get(address).context

    login(view, export, *others)
    assert f'<a href="?choose=1">{CHOICE}</a>' in client.get(reverse(page)).text
    shown = client.get(address)
    if page == "pilots:deviation-list":  # no pilot stays below the strategy
        assert "Hier is niets om te exporteren." in shown.text
        return
    (number, name), *_others = shown.context["rows"]
    assert name in html.unescape(shown.text)
    sent = client.post(address, {"format": "csv", "row": [number, "x", "9" * 18]})
    assert len(files.read(b"".join(sent.streaming_content), name="x.csv")[""]) == 1
    assert AuditEvent.objects.get(action="export").details == {"rows": 1, "format": "csv"}


def test_without_a_tick_one_reads_what_to_do(client, login):
    login("pilots.view_pilot", "pilots.export_pilot")
    PilotFactory(name="Zwembad")
    address = reverse("pilots:pilot-list") + "?q=zwem&choose=1"

    page = client.post(address, {"format": "csv"}, follow=True)

    assert page.redirect_chain == [(address, 302)]
    assert "Vink eerst aan wat u wilt exporteren." in page.text
    assert f'<li><a href="{reverse("pilots:pilot-list")}?q=zwem">Pilots</a></li>' in page.text


def test_a_row_is_chosen_by_what_it_is_known_by(client, login, django_assert_num_queries):
    login("pilots.view_pilot", "pilots.view_pilottheme", "pilots.export_pilottheme")
    theme = ThemeFactory(name="Water", level=3)
    for number in range(3):
        PilotThemeFactory(theme=theme, level=1, reason="Te duur", pilot__name=f"Zwembad {number}")

    with django_assert_num_queries(8):
        page = client.get(reverse("pilots:deviation-list") + "?choose=1")

    assert [name for _number, name in page.context["rows"]] == [f"Zwembad {number} › Water" for number in range(3)]


def test_deviations_go_out_with_their_reason_and_nothing_else(client, login):
    login("pilots.view_pilot", "pilots.view_pilottheme", "pilots.export_pilottheme")
    theme = ThemeFactory(level=3)
    PilotThemeFactory(theme=theme, level=1, reason="Te duur", pilot__name="Zwembad")
    PilotThemeFactory(theme=theme, level=3, pilot__name="Bermen")

    response = client.post(reverse("pilots:deviation-list"), {"format": "xlsx"})

    (row,) = files.read(response.content)[""]
    assert {"Zwembad", "Te duur"} <= set(row)
    assert "<span>Deze lijst exporteren:</span>" in client.get(reverse("pilots:deviation-list")).text


def test_the_contributions_of_one_session_go_out_as_filtered(client, login):
    login("workshops.view_contribution", "workshops.view_session", "workshops.export_contribution")
    mine, _other = (ContributionFactory(text=text) for text in ("Over zout", "Ook over zout"))
    ContributionFactory(session=mine.session, text="Over zand")
    page = reverse("workshops:contribution-list", args=[mine.session_id])

    response = client.post(f"{page}?q=zout", {"format": "xlsx"})

    assert "<span>Deze lijst exporteren, zoals gefilterd:</span>" in client.get(page).text
    assert [row[1] for row in files.read(response.content)[""]] == ["Over zout"]


def test_what_the_filter_shows_is_exported(client, login):
    login("pilots.view_pilot", "pilots.export_pilot")
    PilotFactory(name="Maaien van bermen")
    PilotFactory(name="Zwembad")

    response = client.post(reverse("pilots:pilot-list") + "?q=bermen&page=7", {"format": "xlsx"})

    assert response["Content-Disposition"] == 'attachment; filename="pilots.xlsx"'
    assert [row[0] for row in files.read(response.content)[""]] == ["Maaien van bermen"]


@pytest.mark.parametrize(("name", "start"), [("csv", b"\xef\xbb\xbfNaam;"), ("csv-plain", b"Naam;")])
def test_a_csv_comes_with_a_byte_order_mark_or_without(client, login, name, start):
    login("pilots.view_pilot", "pilots.export_pilot")
    PilotFactory(name="Zwembad")

    response = client.post(reverse("pilots:pilot-list"), {"format": name})

    assert response["Content-Disposition"] == 'attachment; filename="pilots.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    content = b"".join(response.streaming_content)
    assert content.startswith(start)
    assert files.read(content, name="pilots.csv")[""].headers[0] == "Naam"


@pytest.mark.parametrize("query", ["archive=zzz", "phase=zzz", "theme=99"])
def test_of_a_filter_that_cannot_be_nothing_is_exported(client, login, query):
    login("pilots.view_pilot", "pilots.export_pilot")
    PilotFactory(name="Zwembad")

    response = client.post(f"{reverse('pilots:pilot-list')}?{query}", {"format": "json"})

    assert response.json() == []


def test_an_unknown_format_is_a_bad_request(client, login):
    login("pilots.view_pilot", "pilots.export_pilot")

    assert client.post(reverse("pilots:pilot-list"), {"format": "exe"}).status_code == 400


def test_a_list_without_columns_is_not_exported(client, login):
    login("pilots.view_pilot")

    assert client.post(reverse("pilots:cpv-list"), {"format": "csv"}).status_code == 403


def test_a_buyer_imports_pilots_beside_the_admin(client, login):
    user = login("pilots.view_pilot", "pilots.import_pilot", "pilots.add_pilot", "pilots.change_pilot")
    assert reverse("pilots:pilot-import") in client.get(reverse("pilots:pilot-list")).content.decode()
    file = SimpleUploadedFile("lijst.csv", "Naam;Raming (€)\nZwembad;1.480.000\n".encode())

    look = client.post(reverse("pilots:pilot-import"), {"file": file}).url
    assert client.get(look).context["totals"]["new"] == 1
    client.post(look, {"verb": "import"})

    assert list(Pilot.objects.values_list("name", "slug", "estimate", "buyer")) == [
        ("Zwembad", "zwembad", 1_480_000, user.pk)
    ]
    assert client.get(reverse("pilots:pilot-import-template")).status_code == 200
    start = client.get(reverse("pilots:pilot-import"))
    assert start.status_code == 200
    assert "pilots:pilot-list" in [item["page"] for item in start.context["frame"]["navigation"]]
