"""What a role is offered works: with the demo loaded, every kind of link that the site shows is followed."""

import pytest
from django.core.management import call_command

from mvi.management.demo.people import ADDRESSES
from mvi.models import User
from tests.crawl import crawl, links


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_link_that_a_role_is_offered_opens(client, address):
    call_command("load_demo", verbosity=0)
    client.force_login(User.objects.get(email=address))

    dead = [
        (visit.response.status_code, visit.address, f"offered on {visit.found_on}")
        for visit in crawl(client)
        if visit.response.status_code not in {200, 302}
    ]

    assert dead == []


def test_a_link_is_what_a_person_can_press():
    page = """<link href="/style.css"><a class="tab" href="/doelen/?wie=ik&amp;jaar=2027"><b>Doelen</b></a> <a
        href="/thema/1/">Circulair</a> <a id="top" data-href="/nergens/"></a> <a href="">hier</a>"""

    assert links(page) == ["/doelen/?wie=ik&jaar=2027", "/thema/1/"]
