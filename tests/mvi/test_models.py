"""The rules that every noun shares, held by the database."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from mvi.models import Organisation, Submission, User
from strategy.models import Theme
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotFactory
from tests.factories.strategy import ThemeFactory

pytestmark = pytest.mark.django_db


def test_the_database_counts_the_version_of_every_change():
    theme = ThemeFactory()
    theme.ambition = "Meer"
    theme.save()
    theme.save()  # changes nothing
    with connection.cursor() as cursor:
        cursor.execute("UPDATE strategy_theme SET level = 3")
    theme.refresh_from_db()

    assert theme.version == 3


def test_history_keeps_every_value_whoever_wrote_it():
    theme = ThemeFactory(name="Circulair")
    Theme.objects.filter(pk=theme.pk).update(name="Energie")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM strategy_theme")

    assert list(theme.events.order_by("pgh_id").values_list("pgh_label", "name")) == [
        ("insert", "Circulair"),
        ("update", "Energie"),
        ("delete", "Energie"),
    ]


def test_history_cannot_be_changed():
    ThemeFactory()

    with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
        Theme.events.rel.related_model.objects.update(name="nothing")


@pytest.mark.parametrize("value", [0, 4, 9])
def test_the_database_knows_the_choices(value):
    with pytest.raises(IntegrityError, match="level_is_known"):
        ThemeFactory(level=value)


def test_an_archived_row_names_who_archived_it():
    with pytest.raises(IntegrityError, match="archived_at_with_by"):
        ThemeFactory(archived_by=UserFactory())


def test_names_sort_without_capitals_and_accents():
    for name in ("zebra", "Élan", "appel", "Ezel"):
        PilotFactory(name=name)

    assert [str(pilot) for pilot in PilotFactory._meta.model.objects.all()] == ["appel", "Élan", "Ezel", "zebra"]


def test_there_is_one_organisation():
    assert (Organisation.current().pk, str(Organisation.current())) == (1, "Gemeente")
    Organisation.objects.create(pk=1, name="Gemeente Emmen")

    assert Organisation.current().name == "Gemeente Emmen"
    with pytest.raises(IntegrityError):
        Organisation.objects.create(pk=2, name="Gemeente Assen")


def test_a_user_is_found_and_unique_whatever_the_capitals():
    user = User.objects.create_user("Iemand@Example.org", "geheim-geheim", name="Anna van den Berg")

    assert User.objects.get_by_natural_key("IEMAND@example.ORG") == user
    assert user.check_password("geheim-geheim")
    with pytest.raises(ValidationError, match="e-mailadres"):
        User(email="iemand@EXAMPLE.org", name="Ander").validate_constraints()


@pytest.mark.parametrize(
    ("name", "initials"), [("Anna van den Berg", "AB"), ("inkoper", "I"), ("", "X")], ids=["long", "one word", "none"]
)
def test_initials_are_at_most_two_letters(name, initials):
    assert User(name=name, email="x@example.org").initials == initials


def test_the_names_of_a_user():
    user = User(name="Anna van den Berg", email="x@example.org")

    assert (str(user), user.get_full_name(), user.get_short_name()) == (user.name, user.name, "Anna")
    assert str(User(email="x@example.org")) == "x@example.org"


def test_a_superuser_may_do_everything():
    assert User.objects.create_superuser("baas@example.org", "geheim-geheim", name="Baas").is_superuser


def test_a_submission_is_known_by_its_token():
    submission = Submission.objects.create(by=UserFactory())

    assert str(submission) == str(submission.token)
