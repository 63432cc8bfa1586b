"""Lessons of all pilots by theme and tag, and how one becomes a standard."""

import datetime as dt

import pytest
from django.urls import reverse

from mvi.models import AuditEvent
from pilots.models import Standard
from tests.factories.mvi import UserFactory
from tests.factories.pilots import LessonFactory, PilotFactory, PilotThemeFactory, StandardFactory
from tests.factories.strategy import ThemeFactory
from tests.forms import post_form

LESSONS = reverse("pilots:lesson-list")
STANDARDS = reverse("pilots:standard-list")
OWN_PILOT = ("pilots.view_pilot", "pilots.change_pilot")

pytestmark = pytest.mark.django_db


def titles(client, **typed):
    return [lesson.title for lesson in client.get(LESSONS, typed).context["lesson_list"]]


def test_a_lesson_keeps_its_tags_in_order_and_once(client, login):
    pilot = PilotFactory(buyer=login(*OWN_PILOT, "pilots.view_lesson"))
    theme = ThemeFactory(name="Circulair")

    response = post_form(
        client,
        reverse("pilots:lesson-add", args=[pilot.slug]),
        title="Tel eerst",
        tags=" Sloop, planning ,sloop,, Hergebruik  van beton",
        theme=theme.pk,
    )

    lesson = pilot.lessons.get()
    assert (lesson.tags, lesson.theme) == ("hergebruik van beton, planning, sloop", theme)
    assert f"{LESSONS}?tag=hergebruik%20van%20beton" in response.text


def test_lessons_are_found_by_word_theme_and_tag(client, login):
    login("pilots.view_pilot", "pilots.view_lesson")
    theme, other = ThemeFactory(), ThemeFactory()
    pilot = PilotThemeFactory(theme=theme).pilot
    LessonFactory(pilot=pilot, title="Van de pilot", learned_on=dt.date(2026, 3, 1))
    LessonFactory(pilot=pilot, title="Van een ander thema", theme=other, tags="sloop, planning")
    LessonFactory(title="Los", theme=theme, tags="slopen", text="Over beton", learned_on=dt.date(2026, 4, 1))

    assert titles(client) == ["Los", "Van de pilot", "Van een ander thema"]
    assert titles(client, theme=theme.pk) == ["Los", "Van de pilot"]
    assert titles(client, theme=other.pk) == ["Van een ander thema"]
    assert titles(client, tag=" SLOOP ") == ["Van een ander thema"]
    assert titles(client, tag="s.*") == []
    assert titles(client, q="beton") == ["Los"]


def test_lessons_are_found_by_the_kind_of_their_pilot(client, login):
    login("pilots.view_pilot", "pilots.view_lesson")
    kind = {"r_strategy": "R3", "phase": "evaluation", "contract_type": "works", "cpv": "45111300-1"}
    standard = StandardFactory(lesson=LessonFactory(title="Sloop", pilot=PilotFactory(**kind)))
    LessonFactory(title="Ander", pilot=PilotFactory())

    for name, value in (kind | {"cpv": "4511"}).items():
        assert titles(client, **{name: value}) == ["Sloop"]
    assert titles(client, standard="yes") == [standard.lesson.title]
    assert titles(client, standard="no") == ["Ander"]


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_of_lessons_needs_the_same_queries_for_any_length(client, login, number, django_assert_num_queries):
    login("pilots.view_pilot", "pilots.view_lesson")
    for _ in range(number):
        StandardFactory(lesson=LessonFactory(pilot=PilotThemeFactory().pilot, theme=None, tags="sloop"))

    with django_assert_num_queries(11):
        assert len(titles(client)) == number


def test_empty_pages_say_what_to_do(client, login):
    login("pilots.view_pilot", "pilots.view_lesson", "pilots.view_standard")

    assert "Nog geen lessen." in client.get(LESSONS).text
    assert "Geen les past bij dit filter." in client.get(LESSONS, {"q": "x"}).text
    assert "Nog geen standaarden." in client.get(STANDARDS).text
    assert "Geen standaard past bij dit filter." in client.get(STANDARDS, {"q": "x"}).text


def test_a_lesson_becomes_a_standard_with_somebody_and_a_day(client, login):
    user = login("pilots.view_pilot", "pilots.change_pilot", "pilots.view_standard")
    lesson, owner = LessonFactory(pilot=PilotFactory(buyer=user)), UserFactory()
    address = reverse("pilots:standard-add", args=[lesson.pilot.slug, lesson.pk])

    response = post_form(
        client, address, change="Elke sloop begint met een telling", owner=owner.pk, due_on="2126-01-01"
    )
    again = post_form(client, address, change="elke sloop begint met een TELLING", owner=owner.pk, due_on="2126-01-01")

    standard = Standard.objects.get()
    assert (standard.lesson, standard.pilot, standard.owner, standard.is_late) == (lesson, lesson.pilot, owner, False)
    assert response.redirect_chain == [(reverse("pilots:pilot-lessons", args=[lesson.pilot.slug]), 302)]
    assert "Elke sloop begint met een telling" in response.text
    assert list(again.context["form"].errors) == ["change"]
    assert "Elke sloop begint met een telling" in client.get(STANDARDS).text
    assert AuditEvent.objects.get().action == "add"


def test_what_is_not_yet_in_use_stands_first_and_late_is_said(client, login):
    login("pilots.view_pilot", "pilots.view_standard")
    done = StandardFactory(change="Gedaan", due_on=dt.date(2026, 1, 1), done_on=dt.date(2026, 1, 2))
    later, late = StandardFactory(due_on=dt.date(2126, 1, 1)), StandardFactory(due_on=dt.date(2026, 1, 1))

    response = client.get(STANDARDS)

    assert list(response.context["standard_list"]) == [late, later, done]
    assert response.text.count("te laat") == 1
    assert "gedaan op 2 januari 2026" in response.text
    assert list(client.get(STANDARDS, {"done": "yes"}).context["standard_list"]) == [done]
    assert list(client.get(STANDARDS, {"done": "no"}).context["standard_list"]) == [late, later]


def test_the_next_pilot_is_offered_the_standards_on_its_themes(client, login):
    user = login("pilots.view_pilot", "pilots.change_pilot", "pilots.view_standard")
    theme, other = ThemeFactory(), ThemeFactory()
    pilot = PilotThemeFactory(theme=theme, pilot=PilotFactory(buyer=user)).pilot
    by_lesson = StandardFactory(lesson=LessonFactory(theme=theme), due_on=dt.date(2126, 1, 1))
    by_pilot = StandardFactory(
        lesson=LessonFactory(pilot=PilotThemeFactory(theme=theme).pilot), due_on=dt.date(2126, 1, 2)
    )
    StandardFactory(lesson=LessonFactory(theme=other, pilot=by_pilot.pilot))
    StandardFactory(lesson=LessonFactory(theme=theme, pilot=pilot))
    pages = [
        reverse("pilots:intake-change", args=[pilot.slug, "waarom"]),
        reverse("pilots:intake", args=[pilot.slug]),
        reverse("pilots:pilot-lessons", args=[pilot.slug]),
    ]

    for page in pages:
        assert client.get(page).context["offered"] == [by_lesson, by_pilot]
    assert list(client.get(STANDARDS, {"theme": other.pk}).context["standard_list"]) == [
        Standard.objects.get(lesson__theme=other)
    ]
    login("pilots.view_pilot")
    assert client.get(pages[1]).context["offered"] == []


def test_a_lesson_stays_while_a_standard_relies_on_it(client, login):
    standard = StandardFactory(lesson=LessonFactory(pilot=PilotFactory(buyer=login(*OWN_PILOT))))
    lesson = standard.lesson

    response = client.post(reverse("pilots:lesson-remove", args=[lesson.pilot.slug, lesson.pk]), follow=True)

    assert f"“{lesson}” kan niet worden verwijderd: er hangen standaarden van af." in response.text
    assert Standard.objects.get().lesson == lesson


def test_a_standard_is_not_done_on_a_day_to_come(client, login):
    standard = StandardFactory(lesson=LessonFactory(pilot=PilotFactory(buyer=login(*OWN_PILOT))))

    answer = post_form(
        client, reverse("pilots:standard-change", args=[standard.pilot.slug, standard.pk]), done_on="2999-01-01"
    )

    assert list(answer.context["form"].errors) == ["done_on"]


@pytest.mark.parametrize("typed", [{"change": "Nieuw"}, {"done_on": "2026-02-01"}])
def test_a_standard_is_changed_and_removed_by_the_people_of_its_pilot(client, login, typed):
    standard = StandardFactory(lesson=LessonFactory(pilot=PilotFactory(buyer=login(*OWN_PILOT))))
    args = [standard.pilot.slug, standard.pk]

    changed = post_form(client, reverse("pilots:standard-change", args=args), **typed)
    assert changed.redirect_chain == [(standard.get_absolute_url(), 302)]
    client.post(reverse("pilots:standard-remove", args=args))

    told = client.get(reverse("pilots:pilot-history", args=args[:1])).text
    assert f"Standaard “{standard.change}” toegevoegd" in told
    assert not Standard.objects.exists()
    assert [event.action for event in AuditEvent.objects.order_by("pk")] == ["change", "remove"]


def test_another_ones_lesson_cannot_be_made_a_standard(client, login):
    login("pilots.view_pilot", "pilots.change_pilot")
    lesson = LessonFactory(pilot=PilotFactory(buyer=UserFactory()))

    assert client.get(reverse("pilots:standard-add", args=[lesson.pilot.slug, lesson.pk])).status_code == 403
    assert client.get(LESSONS).status_code == 403
