"""Whom to tell of a leak."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone


@pytest.mark.parametrize(
    ("contact", "shown"),
    [("security@gemeente.example", "mailto:security@gemeente.example"), ("https://gemeente.example/cvd", None)],
)
def test_it_names_the_contact_and_is_fresh(client, db, settings, contact, shown):
    settings.SECURITY_CONTACT, settings.SECURITY_POLICY = contact, "https://gemeente.example/beleid"

    response = client.get("/.well-known/security.txt")

    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    expires = dt.datetime.fromisoformat(fields.pop("Expires"))
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert dt.timedelta(days=179) < expires - timezone.now() < dt.timedelta(days=181)
    assert fields == {
        "Contact": shown or contact,
        "Preferred-Languages": "nl, en",
        "Canonical": "http://testserver/.well-known/security.txt",
        "Policy": "https://gemeente.example/beleid",
    }


def test_it_is_not_there_where_nobody_said_whom_to_tell(client, db, settings):
    settings.SECURITY_CONTACT = ""

    assert client.get(reverse("security_txt")).status_code == 404


def test_without_a_policy_there_is_no_such_line(client, db, settings):
    settings.SECURITY_CONTACT = "security@gemeente.example"

    assert "Policy" not in client.get(reverse("security_txt")).content.decode()
