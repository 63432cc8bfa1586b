"""Verbs that every noun knows."""

import contextlib

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.utils import timezone
from django.utils.translation import gettext as _

from mvi import audit
from mvi.models import ArchivableModel, DomainModel, User


@transaction.atomic
def archive(*, row: ArchivableModel, by: User) -> ArchivableModel:
    """Put a row away; what relies on it stays readable."""
    row = type(row).objects.select_for_update().get(pk=row.pk)
    if row.is_archived:
        raise ValidationError(_("This is archived already."))
    row.archived_at, row.archived_by = timezone.now(), by
    row.save(update_fields=["archived_at", "archived_by"])
    audit.record("archive", row, by=by)
    return row


@transaction.atomic
def restore(*, row: ArchivableModel, by: User) -> ArchivableModel:
    """Take a row out of the archive."""
    row = type(row).objects.select_for_update().get(pk=row.pk)
    if not row.is_archived:
        raise ValidationError(_("This is not archived."))
    row.archived_at = row.archived_by = None
    row.save(update_fields=["archived_at", "archived_by"])
    audit.record("restore", row, by=by)
    return row


@transaction.atomic
def remove(*, row: DomainModel, by: User) -> None:
    """Delete a row on which nothing relies; its history and the audit trail keep what it was."""
    audit.record("remove", row, by=by)
    with refusal_in_words(row):
        row.delete()


def check_removal(row: DomainModel) -> None:
    """Refuse, as `remove` would, when others rely on a row; nothing is changed."""
    with refusal_in_words(row):
        Collector(using=row._state.db, origin=row).collect([row])


@contextlib.contextmanager
def refusal_in_words(row):
    try:
        yield
    except ProtectedError as error:
        names = sorted({str(other._meta.verbose_name_plural) for other in error.protected_objects})
        refusal = _("“%(row)s” cannot be removed: %(others)s rely on it.") % {"row": row, "others": ", ".join(names)}
        advice = [_("Archive it instead.")] if isinstance(row, ArchivableModel) else []
        raise ValidationError([" ".join([refusal, *advice])]) from error
