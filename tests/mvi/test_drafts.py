"""Drafts: what is typed is kept while typing and offered back; tried through the pages of themes."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from mvi.drafts import LARGEST, MOST
from mvi.models import Draft
from pilots.models import Document
from strategy.models import Theme
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotFactory
from tests.factories.strategy import StrategyFactory, ThemeFactory
from tests.forms import filled, post_form

pytestmark = pytest.mark.django_db

ADD = reverse("strategy:theme-add")
READY = "Er staat een concept van"
SHOWN = "Dit is uw concept van"


def keep(client, url, **typed):
    """What the script sends while somebody types."""
    return client.post(url, filled(client.get(url)) | typed | {"draft": "keep", "csrfmiddlewaretoken": "secret"})


@pytest.fixture
def person(login):
    return login("strategy.add_theme", "strategy.change_theme", "strategy.view_theme")


@pytest.fixture
def change():
    theme = ThemeFactory(name="Circulair", ambition="Van toen.", level=1)
    return reverse("strategy:theme-change", args=[theme.pk])


@pytest.mark.usefixtures("person")
def test_what_was_typed_is_offered_back_and_saves_nothing(client, change):
    answer = keep(client, change, name="", ambition="<p>Van <b>nu</b>.</p>", level="3", **{"ambition-format": "html"})
    page = client.get(change)

    assert answer.status_code == 204
    assert READY in page.text
    assert page.context["form"]["ambition"].value() == "Van toen."
    page = client.get(page.context["draft_shown_at"])
    form = page.context["form"]
    assert SHOWN in page.text
    assert [form[name].value() for name in ("name", "ambition", "level")] == ["", "Van **nu**.", "3"]
    assert not form.errors
    assert Theme.objects.get().ambition == "Van toen."


@pytest.mark.usefixtures("person")
def test_a_draft_is_gone_when_the_form_is_saved(client, change):
    keep(client, change, ambition="Van nu.")
    page = client.get(f"{change}?concept=1")
    sent = filled(page)
    client.post(f"{change}?concept=1", sent)

    assert Theme.objects.get().ambition == "Van nu."
    assert not Draft.objects.exists()
    client.post(change, sent | {"draft": "keep"})  # that was under way when the form was saved
    assert not Draft.objects.exists()


@pytest.mark.usefixtures("person")
def test_a_draft_is_thrown_away(client, change):
    keep(client, change, ambition="Van nu.")
    answer = client.post(change, {"draft": "drop"})

    assert answer.url == change
    assert not Draft.objects.exists()
    assert READY not in client.get(change).text


@pytest.mark.usefixtures("person")
def test_a_draft_remembers_on_which_version_it_was_typed(client, change):
    keep(client, change, ambition="Van mij.")
    Theme.objects.update(level=3)
    page = client.get(f"{change}?concept=1")

    assert client.post(change, filled(page)).status_code == 409
    assert Theme.objects.get().ambition == "Van toen."


@pytest.mark.usefixtures("person")
def test_each_form_has_its_own_draft_also_when_only_the_question_differs(client):
    strategy = StrategyFactory(is_current=True)
    for url, name in ((ADD, "Een"), (f"{ADD}?van=2", "Twee"), (ADD, "Drie")):
        keep(client, url, name=name)

    assert list(Draft.objects.order_by("address").values_list("address", flat=True)) == [ADD, f"{ADD}?van=2"]
    page = client.get(f"{ADD}?van=2&concept=1")
    assert page.context["form"]["name"].value() == "Twee"
    assert page.context["draft_address"] == f"{ADD}?van=2"
    assert page.context["form"]["strategy"].value() == str(strategy.pk)


def test_a_draft_is_of_one_person(client, person, login, change):
    keep(client, change, ambition="Van mij.")
    login("strategy.change_theme")

    assert Draft.objects.get().by == person
    assert str(Draft.objects.get()) == change
    assert READY not in client.get(change).text


def test_who_may_not_save_keeps_no_draft(client, login, change):
    login("strategy.view_theme")

    for verb in ("keep", "drop"):
        assert client.post(change, {"draft": verb, "name": "x"}).status_code == 403
    assert not Draft.objects.exists()


@pytest.mark.usefixtures("person")
def test_secrets_and_invisible_characters_are_never_kept(client, change):
    keep(client, change, name="a\x00b", new_password="geheim", Password="geheim")

    fields = Draft.objects.get().fields
    assert fields["name"] == ["ab"]
    assert {"csrfmiddlewaretoken", "submission", "draft", "new_password", "Password"}.isdisjoint(fields)


def test_a_file_is_never_kept(client, login):
    login(is_superuser=True)
    pilot = PilotFactory()
    url = reverse("pilots:document-add", args=[pilot.slug])
    keep(client, url, title="Besluit", file=SimpleUploadedFile("a.pdf", b"%PDF-1.4"))

    assert "file" not in Draft.objects.get().fields
    page = client.get(f"{url}?concept=1")
    assert page.context["form"]["title"].value() == "Besluit"
    assert page.context["form"]["file"].value() is None
    assert not Document.objects.exists()


@pytest.mark.usefixtures("person")
def test_what_is_too_large_is_refused(client, change):
    assert keep(client, change, ambition="x" * (LARGEST + 1)).status_code == 400
    assert keep(client, f"{change}?{'x' * 500}").status_code == 400
    assert not Draft.objects.exists()


def test_drafts_of_a_month_ago_and_beyond_the_hundredth_are_cleared(client, person, change):
    old = timezone.now() - dt.timedelta(days=30)
    other = UserFactory()
    Draft.objects.create(by=person, address=change, fields={"ambition": ["Oud"]}, at=old)
    Draft.objects.create(by=other, address=ADD, fields={}, at=old)
    assert READY not in client.get(change).text
    StrategyFactory(is_current=True)
    hour = dt.timedelta(hours=1)
    many = [Draft(by=person, address=f"/{n}", fields={}, at=timezone.now() - n * hour) for n in range(MOST)]
    Draft.objects.bulk_create(many)
    keep(client, ADD, name="Nieuw")

    assert not Draft.objects.filter(by=other).exists()
    kept = set(Draft.objects.values_list("address", flat=True))
    assert len(kept) == MOST
    assert kept == {ADD, *(f"/{n}" for n in range(MOST - 1))}


def test_a_block_of_a_canvas_offers_its_draft_in_its_own_place(client, login):
    login(is_superuser=True)
    pilot = PilotFactory(ambition="Van toen.")
    url = reverse("pilots:canvas-change", args=[pilot.slug, "ambitie"])
    keep(client, url, ambition="Van nu.")

    block = client.get(url, headers={"HX-Request": "true"})
    assert READY in block.text
    assert f'data-draft="{url}"' in block.text
    post_form(client, f"{url}?concept=1")
    pilot.refresh_from_db()
    assert pilot.ambition == "Van nu."
    assert not Draft.objects.exists()
