"""The audit trail tells who did what, and cannot be rewritten."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, connection, transaction

from mvi import audit
from mvi.models import AuditEvent, AuditResult, User
from tests.factories.mvi import UserFactory
from tests.factories.strategy import ThemeFactory

pytestmark = pytest.mark.django_db


def test_a_line_has_the_six_fields_of_bio2():
    theme, user = ThemeFactory(name="Circulair"), UserFactory()
    token = audit.origin.set("192.0.2.7")

    event = audit.record("change", theme, by=user, fields=["name"])

    audit.origin.reset(token)
    event.refresh_from_db()
    assert (event.action, event.object_type, event.object_id, event.object_label) == (
        "change",
        "strategy.theme",
        str(theme.pk),
        "Circulair",
    )
    assert (event.result, event.origin, event.actor) == (AuditResult.SUCCESS, "192.0.2.7", user)
    assert event.at is not None
    assert event.details == {"fields": ["name"]}
    assert str(event) == "change Circulair"


def test_a_line_may_concern_all_rows_of_a_kind_or_nothing():
    event = audit.record("export", User, by=AnonymousUser(), rows=3)
    nothing = audit.record("log in", by=None, result=AuditResult.FAILED)

    assert (event.object_type, event.object_id, event.actor) == ("mvi.user", "", None)
    assert (nothing.object_type, nothing.origin, str(nothing)) == ("", "console", "log in")


@pytest.mark.parametrize(
    "statement",
    ["UPDATE mvi_auditevent SET action = 'nothing'", "DELETE FROM mvi_auditevent"],
)
def test_the_database_refuses_to_change_or_delete_a_line(statement):
    audit.record("change", by=None)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert AuditEvent.objects.get().action == "change"


def test_the_database_refuses_to_empty_the_trail():
    audit.record("change", by=None)
    trigger = next(trigger for trigger in AuditEvent._meta.triggers if trigger.name == "never_emptied")
    trigger.install(AuditEvent)  # the test database goes without, see conftest.py

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="never emptied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE mvi_auditevent CASCADE")

    assert AuditEvent.objects.count() == 1


def test_a_line_is_gone_when_the_work_itself_is_rolled_back():
    with transaction.atomic():
        audit.record("change", by=None)
        transaction.set_rollback(True)

    assert not AuditEvent.objects.exists()
