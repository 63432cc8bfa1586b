"""The user manual: every task has its page, and the words it calls bold are words on the screen."""

import re

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.contrib.auth.models import Group
from django.urls import reverse

from mvi.manual import FOLDER, TASKS, task
from mvi.roles import BY_KEY

pytestmark = pytest.mark.django_db
CONTENTS = reverse("manual:contents")
PAGES = sorted(path.stem for path in FOLDER.glob("*.md"))
CATALOGUE = settings.BASE_DIR / "mvi" / "locale" / "nl" / "LC_MESSAGES" / "django.po"


@pytest.fixture(scope="module")
def said():
    """Every Dutch text of the screens, plurals apart."""
    with CATALOGUE.open("rb") as file:
        strings = [message.string for message in read_po(file, locale="nl") if message.id]
    return {one for string in strings for one in (string if isinstance(string, tuple) else (string,))}


def test_every_page_is_a_task_of_somebody_and_every_role_has_tasks():
    assert sorted(slug for slugs in TASKS.values() for slug in slugs) == PAGES
    assert set(TASKS) - {""} == set(BY_KEY)
    assert all(TASKS.values())


@pytest.mark.parametrize("slug", PAGES)
def test_bold_words_are_words_on_the_screen(said, slug):
    bold = {
        " ".join(words.split())
        for words in re.findall(r"\*\*(.+?)\*\*", (FOLDER / f"{slug}.md").read_text(), re.DOTALL)
    }

    assert bold - said == set()


@pytest.mark.parametrize("slug", PAGES)
def test_everybody_reads_a_page_with_its_pictures_described(client, slug):
    answer = client.get(reverse("manual:page", args=[slug]))
    page = answer.content.decode()
    pictures = re.findall(r"<img [^>]*images/help/[^>]*>", page)

    assert f'<span lang="nl">{task(slug).title}</span>' in page.replace("&#x27;", "'")
    assert len(pictures) == (FOLDER / f"{slug}.md").read_text().count("![") > 0
    assert all(re.search(r'alt="[^"]{8,}"', tag) and 'width="1000"' in tag and "loading" not in tag for tag in pictures)


def test_the_contents_begin_with_what_is_yours(client, login):
    assert client.get(CONTENTS).context["chapters"][0]["key"] == "everybody"

    user = login()
    user.groups.add(Group.objects.get_or_create(name="facilitator")[0])
    chapters = client.get(CONTENTS).context["chapters"]

    assert [(chapter["key"], chapter["is_theirs"]) for chapter in chapters[:2]] == [
        ("facilitator", True),
        ("everybody", False),
    ]
    assert len(chapters) == len(TASKS)


def test_who_reads_english_is_told_that_the_manual_is_dutch(client, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    assert "The manual is in Dutch." in client.get(CONTENTS).content.decode()


def test_an_unknown_task_is_not_found(client):
    assert client.get(reverse("manual:page", args=["iets-anders"])).status_code == 404
