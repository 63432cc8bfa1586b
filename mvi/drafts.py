"""Drafts: what is typed in a form is kept while typing, and offered back.

The form is sent to its own address, as when it is saved, with the word "draft" in it; so whoever may not save
it may not keep a draft of it either.
"""

import json
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.db import transaction
from django.utils import timezone

from mvi.models import Draft, User
from mvi.saving import submission_of

KEEP, DROP = "keep", "drop"
PUT_BACK = "concept"  # in the address: show the form with what was typed
LARGEST = 200_000  # characters; more than the texts of any form of ours
MOST = 100  # of one person
NOT_KEPT = {"csrfmiddlewaretoken", "submission", "draft"}


def address_of(request):
    """Where the form is sent, without whether its draft is shown."""
    query = request.GET.copy()
    query.pop(PUT_BACK, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def address_with_draft(address):
    return f"{address}{'&' if '?' in address else '?'}{urlencode({PUT_BACK: 1})}"


def draft_for(request):
    """The draft of this form, if there is one."""
    return Draft.objects.fresh().filter(by=request.user, address=address_of(request)).first()


@transaction.atomic
def keep_draft(*, address: str, typed, by: User) -> None:
    """Remember what was typed, over what was remembered before; never a secret, and nothing that was saved already."""
    if submission_of(typed.get("submission", ""), by=by):
        return
    fields = {
        name: [value.replace("\x00", "") for value in values]
        for name, values in typed.lists()
        if name not in NOT_KEPT and "password" not in name.lower()
    }
    if len(json.dumps(fields)) > LARGEST or len(address) > Draft._meta.get_field("address").max_length:
        raise BadRequest("Too much for a draft.")
    Draft.objects.stale().delete()
    Draft.objects.update_or_create(by=by, address=address, defaults={"fields": fields, "at": timezone.now()})
    older = Draft.objects.filter(by=by).values_list("pk", flat=True)[MOST:]
    Draft.objects.filter(pk__in=list(older)).delete()


def forget_draft(*, address: str, by: User) -> None:
    """The form was saved, or the draft is not wanted any more."""
    Draft.objects.filter(by=by, address=address).delete()
