"""The lists beside the admin: what the filter shows goes out, and buyers bring in their own pilots."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mvi.models import AuditEvent
from mvi.sheets import files
from pilots.models import Pilot
from tests.factories.pilots import PilotFactory

LISTS = [
    ("pilots:pilot-list", "pilots.{}_pilot"),
    ("strategy:theme-list", "strategy.{}_theme"),
    ("strategy:core-value-list", "strategy.{}_corevalue"),
    ("strategy:goal-list", "strategy.{}_goal"),
    ("strategy:action-list", "strategy.{}_action"),
    ("workshops:series-list", "workshops.{}_series"),
    ("workshops:session-list", "workshops.{}_session"),
]


@pytest.mark.parametrize(("page", "permission"), LISTS)
def test_a_list_is_exported_only_with_the_permission_for_it(client, login, page, permission):
    address = reverse(page)
    login(permission.format("view"))
    assert client.get(address).context["export_formats"] == []
    assert client.post(address, {"format": "csv"}).status_code == 403

    user = login(permission.format("view"), permission.format("export"))
    assert client.get(address).context["export_formats"] == [
        ("xlsx", "xlsx"),
        ("csv", "csv"),
        ("ods", "ods"),
        ("json", "json"),
        ("csv-plain", "csv zonder BOM"),
    ]
    assert client.post(address, {"format": "csv"}).status_code == 200
    assert list(AuditEvent.objects.filter(action="export").values_list("actor", "details")) == [
        (user.pk, {"rows": 0, "format": "csv"})
    ]


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
