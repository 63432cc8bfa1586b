"""What happens to a request before a page sees it."""

import pytest
from django.urls import reverse

from mvi.models import AuditEvent

LOGIN = "/account/login/"


@pytest.mark.parametrize("query", ["?q=%00", "?q=a%0bb", "?%00=1", "?q=ok&q=%1f"])
def test_control_characters_in_the_address_are_a_bad_request(client, db, query):
    assert client.get(LOGIN + query).status_code == 400


def test_a_bad_request_is_answered_in_the_look_of_the_site(client, db):
    response = client.get(LOGIN + "?q=%00")

    assert "<h1>" in response.text
    assert "MVI-kompas" in response.text


@pytest.mark.parametrize(
    ("cookie", "language"), [(None, "nl"), ("en", "en"), ("nl", "nl"), ("fr", "nl"), ("<script>", "nl")]
)
def test_dutch_unless_the_reader_chose_otherwise(client, db, cookie, language):
    if cookie:
        client.cookies["django_language"] = cookie

    response = client.get(LOGIN, headers={"accept-language": "en-US,en;q=0.9"})

    assert response.headers["Content-Language"] == language
    assert f'<html lang="{language}"' in response.text


def test_the_switch_keeps_the_language(client, db):
    client.post(reverse("set_language"), {"language": "en", "next": LOGIN})

    assert client.get(LOGIN).headers["Content-Language"] == "en"


def test_the_audit_trail_knows_the_address_that_asked(client, login):
    login()

    client.get(reverse("strategy:theme-list"), REMOTE_ADDR="192.0.2.7")

    assert AuditEvent.objects.get(action="open", result="refused").origin == "192.0.2.7"
