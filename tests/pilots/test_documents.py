"""The documents of a pilot: sent, kept, given back safely, removed."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mvi.models import AuditEvent
from pilots.models import Document, DocumentFile
from tests.factories.pilots import DocumentFactory, PilotFactory
from tests.forms import filled, post_form

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n"

pytestmark = pytest.mark.django_db


def page(name, pilot, *args):
    return reverse(f"pilots:{name}", args=[pilot.slug, *args])


@pytest.fixture
def pilot(login):
    return PilotFactory(buyer=login("pilots.view_pilot", "pilots.change_pilot"))


def send(client, pilot, name="besluit.pdf", data=PDF, **typed):
    return post_form(client, page("document-add", pilot), title="Besluit", file=SimpleUploadedFile(name, data), **typed)


def test_a_file_that_was_sent_comes_back_as_it_was_and_cannot_run(client, pilot):
    response = send(client, pilot, name="besluit é.pdf")

    document = Document.objects.get()
    assert response.redirect_chain == [(page("pilot-documents", pilot), 302)]
    assert (document.file_name, document.size, document.added_by) == ("besluit é.pdf", len(PDF), pilot.buyer)
    assert [event.action for event in AuditEvent.objects.all()] == ["add"]
    file = client.get(page("document-file", pilot, document.pk))
    assert file.content == PDF
    assert {name: file[name] for name in ("Content-Type", "X-Content-Type-Options", "Cache-Control")} == {
        "Content-Type": "application/pdf",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    assert file["Content-Disposition"] == "attachment; filename*=utf-8''besluit%20%C3%A9.pdf"
    assert file["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_link_is_shown_as_one(client, pilot):
    response = post_form(client, page("document-add", pilot), title="Zaak", link="https://zaken.example/1")

    assert '<a href="https://zaken.example/1" rel="noopener noreferrer">Zaak</a>' in response.text
    assert not DocumentFile.objects.exists()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "link"),
        ({"link": "https://zaken.example/1", "file": "besluit.pdf"}, "link"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"file": "besluit.docx"}, "file"),
        ({"file": "besluit.exe"}, "file"),
        ({"file": "besluit.pdf", "title": "BESTAAT"}, "title"),
    ],
)
def test_what_cannot_be_kept_is_explained_beside_the_field(client, pilot, typed, field):
    DocumentFactory(pilot=pilot, title="Bestaat")
    if "file" in typed:
        typed = typed | {"file": SimpleUploadedFile(typed["file"], PDF)}

    response = post_form(client, page("document-add", pilot), **{"title": "Nieuw"} | typed)

    assert list(response.context["form"].errors) == [field]
    assert Document.objects.count() == 1


def test_of_a_file_only_the_words_change_and_of_a_link_the_link_too(client, pilot):
    send(client, pilot)
    file, link = Document.objects.get(), DocumentFactory(pilot=pilot)

    fields = client.get(page("document-change", pilot, file.pk)).context["form"].fields
    assert list(fields) == ["title", "kind", "description"]
    post_form(client, page("document-change", pilot, file.pk), title="Ander besluit")
    post_form(client, page("document-change", pilot, link.pk), link="https://zaken.example/2")
    emptied = post_form(client, page("document-change", pilot, link.pk), link="")

    file.refresh_from_db()
    link.refresh_from_db()
    assert (file.title, file.file_name, link.link) == ("Ander besluit", "besluit.pdf", "https://zaken.example/2")
    assert list(emptied.context["form"].errors) == ["link"]


def test_a_file_goes_with_its_document(client, pilot):
    send(client, pilot)

    client.post(page("document-remove", pilot, Document.objects.get().pk))

    assert not DocumentFile.objects.exists()


def test_who_may_see_the_pilot_may_read_and_not_send(client, login, pilot):
    send(client, pilot)
    address = page("document-file", pilot, Document.objects.get().pk)

    login("pilots.view_pilot")
    assert client.get(address).content == PDF
    assert page("document-add", pilot) not in client.get(page("pilot-documents", pilot)).text
    assert client.get(page("document-add", pilot)).status_code == 403
    login()
    assert client.get(address).status_code == 403


def test_a_file_is_found_at_its_own_pilot_only(client, pilot):
    send(client, pilot)

    assert client.get(page("document-file", PilotFactory(), Document.objects.get().pk)).status_code == 404
    assert client.get(page("document-file", pilot, DocumentFactory(pilot=pilot).pk)).status_code == 404


def test_a_row_that_came_in_from_a_spreadsheet_says_only_what_there_is(client, pilot):
    DocumentFactory(pilot=pilot, title="Op papier", link="")

    text = client.get(page("pilot-documents", pilot)).text

    assert "Op papier" in text
    assert "bestand/" not in text


def test_a_file_and_a_link_at_once_are_refused_wherever_it_comes_from(pilot):
    document = DocumentFactory.build(pilot=pilot, file_name="besluit.pdf", content_type="application/pdf", size=1)

    with pytest.raises(ValidationError, match="een van de twee"):
        document.full_clean()


def test_a_page_without_documents_says_so(client, pilot):
    assert "Nog geen documenten." in client.get(page("pilot-documents", pilot)).text


def test_who_sends_a_file_reads_beforehand_how_large_it_may_be(client, pilot):
    assert "pdf, docx, xlsx, odt, png, jpg; hoogstens 10 MB." in client.get(page("document-add", pilot)).text


def test_sent_twice_it_is_kept_once(client, pilot):
    form = filled(client.get(page("document-add", pilot))) | {"title": "Besluit"}
    for _ in range(2):
        client.post(page("document-add", pilot), form | {"file": SimpleUploadedFile("besluit.pdf", PDF)})

    assert DocumentFile.objects.count() == 1
    assert str(DocumentFile.objects.get()) == "Besluit"
