"""The verbs of who follows: to follow, to hear no more, to have read."""

import datetime as dt

from django.core import signing
from django.db import models, transaction

from mvi import audit
from mvi.models import AuditEvent, Follow, MailChoice, NewsChoice, NewsRead, User
from mvi.sql import answers

SALT = "mvi.no-more-mail"
CHOICE = "SELECT is_wanted FROM mvi_follow WHERE by_id = %s AND kind = %s AND row = %s"


def is_theirs(row: models.Model, person: User) -> bool:
    """Whether the row follows its person by itself: they own, buy or lead it."""
    if hasattr(row, "is_of"):
        return row.is_of(person)
    rows = type(row)._default_manager
    return hasattr(rows, "of") and rows.of(person).filter(pk=row.pk).exists()


def follows(row: models.Model, person: User) -> bool:
    """What was chosen, else whether the row is theirs."""
    for (is_wanted,) in answers(CHOICE, [person.pk, row._meta.label_lower, row.pk]):
        return is_wanted
    return is_theirs(row, person)


@transaction.atomic
def follow(*, row: models.Model, by: User, wanted: bool = True) -> None:
    """Hear of what happens to a row from now on, or no more."""
    Follow.objects.update_or_create(by=by, kind=row._meta.label_lower, row=row.pk, defaults={"is_wanted": wanted})


@transaction.atomic
def read_until(*, moment: dt.datetime, by: User) -> None:
    """Everything up to this moment was read; single marks before it are needed no more."""
    choice, _is_new = NewsChoice.objects.select_for_update().get_or_create(of=by)
    choice.read_until = max(choice.read_until, moment)
    choice.save(update_fields=["read_until"])
    NewsRead.objects.filter(by=by, event__at__lte=choice.read_until).delete()


@transaction.atomic
def mark(*, event: AuditEvent, by: User, read: bool) -> None:
    """One line of news was read, or is to be read again; what is older than everything that was read stays read."""
    if read:
        NewsRead.objects.get_or_create(by=by, event=event)
    else:
        NewsRead.objects.filter(by=by, event=event).delete()


@transaction.atomic
def choose(*, person: User, mail: MailChoice | str, without: list[str]) -> NewsChoice:
    """Say how one wants to hear of things."""
    choice, _is_new = NewsChoice.objects.update_or_create(of=person, defaults={"mail": mail, "without": without})
    return choice


def no_more_mail_token(person: User) -> str:
    return signing.dumps(person.pk, salt=SALT)


def person_of_token(token: str) -> User | None:
    """Whose mail the link stands in; it works as long as the person does, for a mail may be read late."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return User.objects.filter(pk=pk, is_active=True).first()


@transaction.atomic
def stop_mail(*, person: User) -> None:
    """No mail any more, asked from a mail itself."""
    NewsChoice.objects.update_or_create(of=person, defaults={"mail": MailChoice.NEVER})
    audit.record("stop_mail", person, by=person)
