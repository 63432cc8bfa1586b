"""New rows by COPY are what an INSERT makes of them."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from mvi.fields import EmailAddressField, LineField
from mvi.models import Organisation, User
from mvi.sheets import copying, workbook
from pilots.models import Pilot, PilotTheme
from pilots.models.document import DocumentFile
from pilots.models.tags import TagsField
from strategy.models import Strategy
from tests.factories.mvi import UserFactory
from tests.factories.pilots import DocumentFactory

TYPED = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=40)


class TestText(TestCase):
    @given(TYPED)
    def test_a_text_comes_back_as_it_was(self, text):
        copying.add([Strategy(title="x", introduction=text, starts_on="2026-01-01", ends_on="2029-12-31")])

        assert Strategy.objects.get().introduction == text


@pytest.mark.django_db
def test_all_kinds_of_values_are_kept_and_every_row_has_its_number():
    buyer, moment = UserFactory(), timezone.now()
    rows = [
        Pilot(name=name, slug=slug, buyer=buyer, estimate=estimate, biobased=slug == "a", tags="Sloop, planning,sloop")
        for name, slug, estimate in [("\\N", "a", Decimal("12.50")), ("\\.", "b", None)]
    ]
    rows[0].archived_at, rows[0].archived_by, rows[0].starts_on = moment, buyer, dt.date(2026, 1, 31)

    copying.add(rows)

    assert len({row.pk for row in rows}) == 2
    first, second = (Pilot.objects.get(pk=row.pk) for row in rows)
    assert (first.name, first.estimate, first.archived_at, first.starts_on) == (
        "\\N",
        Decimal("12.50"),
        moment,
        dt.date(2026, 1, 31),
    )
    assert (second.name, second.estimate, second.starts_on, second.buyer) == ("\\.", None, None, buyer)
    assert (first.biobased, second.biobased, second.tags) == (True, False, "planning, sloop")
    assert not rows[0]._state.adding
    assert first.events.get().pgh_label == "insert"


@pytest.mark.django_db
def test_what_a_field_makes_of_a_value_is_kept_and_a_number_that_is_given():
    copying.add([User(email="Inkoper@Demo.Example", name="Inkoper", password="!")])
    copying.add([Organisation(pk=1, name="Gemeente")])
    copying.add([])

    assert User.objects.get().email == "inkoper@demo.example"
    assert Organisation.objects.get().pk == 1


@pytest.mark.django_db
def test_what_cannot_be_copied_is_inserted():
    document = DocumentFactory()
    DocumentFile.objects.all().delete()

    copying.add([DocumentFile(document=document, content=b"\x00%PDF")])

    assert bytes(DocumentFile.objects.get().content) == b"\x00%PDF"


@pytest.mark.django_db
def test_the_database_refuses_as_it_does_any_row():
    row = {"title": "x", "starts_on": "2026-01-01"}
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        copying.add([Strategy(**row, ends_on="2029-12-31"), Strategy(**row, ends_on="2020-12-31")])

    assert refusal.value.__cause__.diag.constraint_name
    assert not Strategy.objects.exists()


@pytest.mark.parametrize(
    ("field", "own_way"),
    [
        (models.DateField(), False),
        (models.DateField(auto_now=True), True),
        (models.DateTimeField(auto_now_add=True), True),
        (LineField(), False),
        (EmailAddressField(), True),
        (TagsField(), True),
    ],
)
def test_a_field_that_makes_something_of_its_value_is_asked(field, own_way):
    assert copying.has_own_way(field) == own_way


def test_the_links_of_every_sheet_can_be_copied():
    fields = [resource.django_field(name) for resource in workbook.resources() for name in resource.many_to_many]
    links = {field.remote_field.through for field in fields}

    assert PilotTheme in links
    assert [field for link in links for field in link._meta.concrete_fields if not copying.can_be_copied(field)] == []
