"""Many mails go over one connection, and one that fails keeps no other back."""

from django.core.mail import EmailMessage

from mvi.mailing import send_each
from tests.mail_server import mail_server


def send(address, connection):
    return EmailMessage("Onderwerp", "Tekst", to=[address], connection=connection).send()


def addresses(number):
    return [f"p{one}@gemeente.example" for one in range(number)]


def test_all_go_over_one_connection(settings):
    with mail_server(settings) as server:
        assert send_each(addresses(60), send) == (60, 0)

    assert (server.greeted, len(server.taken)) == (1, 60)


def test_one_that_is_refused_keeps_no_other_back(settings):
    with mail_server(settings, refused="p1@") as server:
        assert send_each(addresses(3), send) == (2, 1)

    assert ["p1@" in mail for mail in server.taken] == [False, False]
    assert server.greeted == 2  # the server is greeted anew after what went wrong


def test_without_a_server_all_fail(settings):
    with mail_server(settings):
        pass

    assert send_each(addresses(2), send) == (0, 2)


def test_who_needs_none_is_not_counted():
    assert send_each(addresses(2), lambda address, connection: False) == (0, 0)
