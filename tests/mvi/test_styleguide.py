"""The style guide shows every component, so that one look at it is a look at all pages."""

import pytest
from django.conf import settings
from django.urls import reverse

from mvi.styleguide import PAGES

pytestmark = pytest.mark.django_db
COMPONENTS = {f"components/{path.name}" for path in (settings.BASE_DIR / "templates" / "components").glob("*.html")}


def test_every_component_is_shown(client, login):
    login(is_superuser=True)
    answers = [client.get(reverse(name)) for name in ("styleguide", *PAGES)]

    assert {answer.status_code for answer in answers} == {200}
    assert COMPONENTS - {template.name for answer in answers for template in answer.templates} == set()


@pytest.mark.parametrize("name", ["styleguide", *PAGES])
def test_what_is_sent_to_an_example_leads_back_to_the_guide(client, login, name):
    login()

    assert client.post(reverse(name), {"name": "Bermen"}).headers["Location"] == reverse("styleguide")


def test_the_example_of_a_chart_is_a_picture(client, login):
    login()

    answer = client.get(reverse("styleguide-chart"))

    assert answer["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert "7 van de 10 acties zijn klaar." in answer.content.decode()
