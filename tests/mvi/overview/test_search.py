from threading import Timer

import pytest
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.urls import reverse

from mvi.models import SearchItem
from mvi.overview import search
from strategy.models import KnowledgeCard
from tests.factories.pilots import (
    ConsultationFactory,
    CriterionFactory,
    DocumentFactory,
    LessonFactory,
    PilotFactory,
    StandardFactory,
)
from tests.factories.strategy import (
    ActionFactory,
    CoreValueFactory,
    GoalFactory,
    IndicatorFactory,
    KnowledgeCardFactory,
    ThemeFactory,
)
from tests.factories.workshops import ClusterFactory, ContributionFactory, SessionFactory

EVERYTHING = [kind.replace(".", ".view_") for kind in search.KINDS]


@pytest.fixture(autouse=True)
def _forgetful(db):
    """Nothing can be found yet: the cards that a migration brings go."""
    cache.clear()
    KnowledgeCard.objects.all().delete()


def find(client, words, **query):
    return client.get(reverse("overview:search"), {"q": words} | query)


def titles(page):
    return [hit.title for hit in page.context["hits"]]


def test_a_word_in_a_title_comes_before_one_in_a_text(client, login):
    login(*EVERYTHING)
    PilotFactory(name="Wegen", need="Er groeit gras in de bermen. Die bermen zijn lang, en bermen zijn mooi.")
    PilotFactory(name="Maaien van bermen")

    assert titles(find(client, "berm")) == ["Maaien van <mark>bermen</mark>", "Wegen"]


def test_the_fragment_marks_the_words_and_escapes_the_rest(client, login):
    login(*EVERYTHING)
    PilotFactory(name="Gras & <b>riet", need="Het gras < riet & is lang.")

    hit = find(client, "gras").context["hits"][0]

    assert hit.title == "<mark>Gras</mark> &amp; &lt;b&gt;riet"
    assert hit.fragment == "<mark>gras</mark> &lt; riet &amp; is lang"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nieuwe plek", ["Ander", "Samen"]),
        ('"nieuwe plek"', ["Samen"]),
        ("plek -nieuwe", ["Alleen"]),
        ("gras or alleen", ["Alleen", "Gras"]),
        ("plekken", ["Alleen", "Ander", "Samen"]),
        ("xyzzy", []),
        ("' & | !", []),
    ],
)
def test_a_question_can_be_exact_leave_out_or_choose(client, login, words, found):
    login(*EVERYTHING)
    PilotFactory(name="Samen", need="Een nieuwe plek.")
    PilotFactory(name="Ander", need="Een plek voor iets nieuwe.")
    PilotFactory(name="Alleen", need="Een plek.")
    PilotFactory(name="Gras")

    page = find(client, words)

    assert sorted(hit.title.replace("<mark>", "").replace("</mark>", "") for hit in page.context["hits"]) == found


def test_each_kind_of_row_is_found_and_counted(client, login):
    login(*EVERYTHING)
    theme = ThemeFactory(name="Klinker")
    goal = GoalFactory(theme=theme, statement="Klinker")
    IndicatorFactory(goal=goal, name="Klinker")
    ActionFactory(theme=theme, title="Klinker")
    CoreValueFactory(name="Klinker")
    KnowledgeCardFactory(title="Klinker")
    pilot = PilotFactory(name="Klinker")
    CriterionFactory(pilot=pilot, title="Klinker")
    ConsultationFactory(pilot=pilot, subject="Klinker")
    DocumentFactory(pilot=pilot, title="Klinker")
    StandardFactory(lesson=LessonFactory(pilot=pilot, title="Klinker"), change="Klinker")
    session = SessionFactory(title="Klinker")
    ClusterFactory(session=session, name="Klinker")
    ContributionFactory(session=session, text="Klinker")

    page = find(client, "klinkers")

    assert [part["number"] for part in page.context["numbers"]] == [1] * 15
    assert [hit.kind for hit in find(client, "klinkers", kind="pilots.lesson").context["hits"]] == ["Les"]
    assert page.context["hits"][-1].fragment == "<mark>Klinker</mark>"


def test_only_what_the_user_may_see_is_found(client, login):
    login("pilots.view_pilot")
    PilotFactory(name="Klinkers")
    ContributionFactory(text="Klinkers")

    page = find(client, "klinkers")

    assert [part["kind"] for part in page.context["numbers"]] == ["pilots.pilot"]
    assert find(client, "klinkers", kind="workshops.contribution").context["words"] == ""


def test_who_may_see_nothing_is_refused(client, login):
    login()

    assert find(client, "klinkers").status_code == 403


def test_what_is_archived_hidden_or_gone_is_not_found(client, login):
    user = login(*EVERYTHING)
    pilot = PilotFactory(name="Klinkers")
    pilot.archived_at, pilot.archived_by = "2026-01-01T12:00Z", user
    pilot.save()
    story = ContributionFactory(text="Klinkers")
    story.is_hidden = True
    story.save()
    LessonFactory(pilot=pilot, title="Klinkers").delete()

    assert find(client, "klinkers").context["all"] == 0


def test_the_words_follow_the_row_whoever_changes_it(client, login):
    login(*EVERYTHING)
    pilot = PilotFactory(name="Klinkers")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pilots_pilot SET name = 'Asfalt' WHERE id = %s", [pilot.pk])

    assert find(client, "klinkers").context["all"] == 0
    assert titles(find(client, "asfalt")) == ["<mark>Asfalt</mark>"]
    assert str(SearchItem.objects.get()) == "Asfalt"


def test_what_can_be_done_without_buying_is_found(client, login):
    login(*EVERYTHING)
    PilotFactory(name="Laptops", without_buying="Deels: opknappen en langer gebruiken.")

    assert titles(find(client, "opknappen")) == ["Laptops"]


def test_a_typing_error_is_mended_with_a_word_that_occurs(client, login):
    login("pilots.view_pilot")
    PilotFactory(name="Demontage van het zwembad")
    ContributionFactory(text="Demontgeur")  # not for this user

    assert find(client, "demontge zwembad").context["meant"] == "demontage zwembad"
    assert find(client, "qqqqqq").context["meant"] == ""


def test_more_than_can_be_ordered_is_said(client, login, monkeypatch):
    monkeypatch.setattr(search, "RANKED", 2)
    login(*EVERYTHING)
    for number in range(4):
        PilotFactory(name=f"Klinkers {number}")

    page = find(client, "klinkers")

    assert (page.context["all"], page.context["is_cut"]) == (2, True)
    assert "Er is meer dan geordend kan worden." in page.content.decode()


def test_a_question_that_is_too_long_is_refused_beside_the_field(client, login):
    login(*EVERYTHING)

    page = find(client, "x" * 201)

    assert (page.context["words"], list(page.context["form"].errors)) == ("", ["q"])


def test_without_a_question_nothing_is_asked(client, login):
    login(*EVERYTHING)

    assert "hits" not in find(client, " ").context


@pytest.mark.parametrize(("typed", "offered"), [("klin", ["Klinkers"]), ("", []), ("!", []), ("oude kl", ["Klinkers"])])
def test_the_header_suggests_titles_that_begin_to_fit(client, login, typed, offered):
    login("pilots.view_pilot")
    PilotFactory(name="Klinkers", need="Oude stenen")
    GoalFactory(statement="Klinkers tellen")

    page = client.get(reverse("overview:suggestions"), {"q": typed})

    assert list(page.context["titles"]) == offered


def test_the_header_has_a_search_box_for_whoever_may_read_something(client, login):
    login("pilots.view_pilot")
    assert client.get("/").content.decode().count('role="search"') == 1

    login()
    assert client.get("/").content.decode().count('role="search"') == 0


@pytest.mark.parametrize("number", [1, 3])
def test_an_answer_takes_as_many_queries_for_any_number_of_hits(client, login, number, django_assert_num_queries):
    login(*EVERYTHING)
    for one in range(number):
        LessonFactory(title=f"Klinkers {one}")
        ContributionFactory(text=f"Klinkers {one}")

    with django_assert_num_queries(8):
        page = find(client, "klinkers")

    assert page.context["all"] == 2 * number


def waiting(**texts):
    return SearchItem.objects.create(kind="pilots.pilot", waits=True, **texts)


def test_a_row_of_which_no_words_can_be_made_keeps_nobody_waiting(caplog):
    """All words of a row together are at most a megabyte (PostgreSQL 18 manual, 12.11)."""
    too_long = " ".join(f"woord{number}" for number in range(150_000))
    first = waiting(object_id=1, title="Te lang", body=too_long)
    second = waiting(object_id=2, title="Bermen", body="")

    assert SearchItem.objects.gather() == 1

    assert list(SearchItem.objects.waiting()) == [first]
    second.refresh_from_db()
    assert second.title_words == "'berm':1"
    assert f"No words to search in were made of rows {first.pk} to {first.pk}" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_row_that_somebody_has_at_hand_is_waited_for():
    held = waiting(object_id=1, title="Vast", body="")
    waiting(object_id=2, title="Vrij", body="")
    other = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT FROM mvi_searchitem WHERE id = %s FOR UPDATE", [held.pk])
        letting_go = Timer(0.5, other.connection.cursor().execute, ["ROLLBACK"])
        letting_go.start()

        assert SearchItem.objects.gather() == 2
    finally:
        letting_go.join()
        other.close()

    assert not SearchItem.objects.waiting().exists()
