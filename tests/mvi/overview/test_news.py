"""Following, the page of news, its marks and choices."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from mvi import audit
from mvi.following import follow, follows
from mvi.models import AuditEvent, AuditResult, Follow, NewsChoice, NewsRead
from mvi.overview.news.kinds import KINDS, TOLD, VERBS, Group
from mvi.overview.news.reading import COUNTED, count_unread
from mvi.roles import ROLES
from pilots.models import Milestone
from strategy.models import OwnerStatus
from tests.factories.mvi import UserFactory
from tests.factories.pilots import KpiFactory, MilestoneFactory, PilotFactory, ResultFactory
from tests.factories.strategy import (
    ActionFactory,
    CoreValueFactory,
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    StrategyFactory,
    ThemeFactory,
)
from tests.factories.workshops import SeriesFactory, SessionFactory
from tests.forms import messages_of

pytestmark = pytest.mark.django_db
READER = next(role for role in ROLES if role.key == "executive").permissions
PAGE = reverse("news:list")


@pytest.fixture
def other():
    return UserFactory(name="Een collega")


def happened(row, by, action="change", **details):
    return audit.record(action, row, by=by, **details)


def texts(client):
    return [line.text for line in client.get(PAGE).context["lines"]]


def test_what_others_do_to_what_one_follows_is_news(client, login, other):
    user = login(*READER)
    theme, unfollowed = ThemeFactory(name="Circulair"), ThemeFactory(name="Energie")
    follow(row=theme, by=user)
    happened(theme, other)
    happened(unfollowed, other)
    happened(theme, user)  # one's own work is no news
    happened(theme, other, action="export")

    page = client.get(PAGE)

    assert texts(client) == ["Thema “Circulair”: gewijzigd"]
    assert "Een collega" in page.content.decode()
    assert theme.get_absolute_url() in page.content.decode()


def test_what_hangs_on_it_is_news_also_when_it_was_removed(client, login, other):
    user = login(*READER)
    pilot = PilotFactory(name="Sloop")
    follow(row=pilot, by=user)
    milestone = MilestoneFactory(pilot=pilot, name="Gunning")
    result = ResultFactory(kpi=KpiFactory(pilot=pilot))
    happened(milestone, other, action="remove")
    Milestone.objects.all().delete()
    happened(result, other, action="add")

    lines = client.get(PAGE).context["lines"]

    assert [line.whole for line in lines] == ["Sloop", ""]
    assert lines[1].text == "Mijlpaal “Gunning”: verwijderd"
    assert lines[1].url == ""


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (StrategyFactory, None),
        (CoreValueFactory, None),
        (ThemeFactory, lambda theme: GoalFactory(theme=theme)),
        (GoalFactory, lambda goal: MeasurementFactory(indicator=IndicatorFactory(goal=goal))),
        (ActionFactory, None),
        (PilotFactory, lambda pilot: MilestoneFactory(pilot=pilot)),
        (SeriesFactory, lambda series: SessionFactory(series=series)),
        (SessionFactory, None),
    ],
)
def test_everything_that_can_be_followed_has_its_button_and_its_news(client, login, other, make, part):
    login(*READER)
    row = make()
    url = row.get_absolute_url()
    kind = row._meta.label_lower

    assert "Volgen" in client.get(url).content.decode()
    answer = client.post(reverse("news:follow"), {"kind": kind, "row": row.pk, "wanted": "1"})
    assert answer.url == url
    assert "Niet meer volgen" in client.get(url).content.decode()
    happened(row, other)
    if part:
        happened(part(row), other, action="add")
    assert len(texts(client)) == (2 if part else 1)

    client.post(reverse("news:follow"), {"kind": kind, "row": row.pk, "wanted": "0"})
    assert texts(client) == []


def yes(person):
    return {"owner": person, "owner_status": OwnerStatus.ACCEPTED, "answered_at": timezone.now()}


def test_what_is_theirs_people_follow_by_themselves_unless_they_do_not_want_to(client, login, other):
    user = login(*READER)
    rows = [
        ThemeFactory(**yes(user)),
        GoalFactory(**yes(user)),
        ActionFactory(**yes(user)),
        PilotFactory(buyer=user),
        PilotFactory(project_leader=user),
        SessionFactory(facilitator=user),
    ]
    offered = GoalFactory(owner=user)
    for row in [*rows, offered, MilestoneFactory(pilot=rows[3])]:
        happened(row, other)

    assert len(texts(client)) == len(rows) + 1
    assert all(follows(row, user) for row in rows)
    assert not follows(offered, user)

    for row in rows:
        follow(row=row, by=user, wanted=False)
    assert texts(client) == []
    assert not any(follows(row, user) for row in rows)


def test_only_what_one_may_see_now_is_shown(client, login, other):
    user = login("strategy.view_theme")
    pilot, theme = PilotFactory(buyer=user), ThemeFactory()
    goal = GoalFactory(theme=theme)
    for row in (pilot, theme):
        follow(row=row, by=user)
    for row in (pilot, theme, goal, MilestoneFactory(pilot=pilot)):
        happened(row, other)

    assert len(texts(client)) == 1
    assert client.get(reverse("news:number")).content == b"1"


def test_what_was_refused_or_is_long_ago_is_no_news(client, login, other):
    user = login(*READER)
    theme = ThemeFactory()
    follow(row=theme, by=user)
    audit.record("change", theme, by=other, result=AuditResult.REFUSED)

    assert texts(client) == []


def test_what_is_asked_stands_on_the_page(client, login):
    user = login(*READER)
    goal = GoalFactory(owner=user, statement="De helft is oud")

    page = client.get(PAGE).content.decode()

    assert "Wordt van u gevraagd" in page
    assert goal.get_absolute_url() in page


def test_lines_are_marked_one_by_one_or_all_at_once(client, login, other):
    user = login(*READER)
    theme = ThemeFactory()
    follow(row=theme, by=user)
    first, second, third = (happened(theme, other) for _number in range(3))
    url = reverse("news:read")

    client.post(url, {"event": first.pk, "read": "1"})
    assert count_unread(user) == "2"
    client.post(url, {"event": first.pk, "read": "0"})
    assert count_unread(user) == "3"
    client.post(url, {"event": second.pk, "read": "1"})
    client.post(url, {"until": second.at.isoformat()})

    assert count_unread(user) == "1"
    assert not NewsRead.objects.exists()
    lines = client.get(PAGE).context["lines"]
    assert [(line.event.pk, line.is_read, line.can_be_marked) for line in lines] == [
        (third.pk, False, True),
        (second.pk, True, False),
        (first.pk, True, False),
    ]
    client.post(url, {"until": (second.at - dt.timedelta(days=1)).isoformat()})
    assert count_unread(user) == "1"  # what was read stays read
    client.post(url, {"until": (timezone.now() + dt.timedelta(days=9)).isoformat()})
    assert NewsChoice.objects.get(of=user).read_until <= timezone.now()


@pytest.mark.parametrize(
    "sent", [{"until": "ooit"}, {"until": "2026-13-45T00:00:00Z"}, {"until": "2026-01-01T00:00:00"}]
)
def test_a_moment_that_is_none_is_refused(client, login, sent):
    login()

    assert client.post(reverse("news:read"), sent).status_code == 400


def test_a_line_of_somebody_else_cannot_be_marked(client, login, other):
    login(*READER)
    event = happened(ThemeFactory(), other)

    assert client.post(reverse("news:read"), {"event": event.pk, "read": "1"}).status_code == 404
    assert client.post(reverse("news:read"), {"event": "alles"}).status_code == 404


def test_who_may_not_see_a_row_cannot_follow_it(client, login):
    login("strategy.view_theme")
    url = reverse("news:follow")

    assert client.post(url, {"kind": "pilots.pilot", "row": PilotFactory().pk, "wanted": "1"}).status_code == 403
    assert client.post(url, {"kind": "mvi.user", "row": "1", "wanted": "1"}).status_code == 404
    assert client.post(url, {"kind": "strategy.theme", "row": "9" * 30, "wanted": "1"}).status_code == 404
    assert not Follow.objects.exists()


def test_with_htmx_only_the_button_comes_back(client, login):
    login(*READER)
    theme = ThemeFactory()
    sent = {"kind": "strategy.theme", "row": theme.pk, "wanted": "1"}

    answer = client.post(reverse("news:follow"), sent, headers={"HX-Request": "true"}).content.decode()

    assert answer.lstrip().startswith("<form")
    assert "Niet meer volgen" in answer


def test_kinds_that_are_not_wanted_are_left_out(client, login, other):
    user = login(*READER)
    theme, pilot = ThemeFactory(name="Circulair"), PilotFactory()
    for row in (theme, pilot):
        follow(row=row, by=user)
        happened(row, other)

    answer = client.post(reverse("news:choices"), {"kinds": [Group.STRATEGY], "mail": "never"}, follow=True)

    assert messages_of(answer) == ["Uw keuzes zijn opgeslagen."]
    assert texts(client) == ["Thema “Circulair”: gewijzigd"]
    assert client.get(reverse("news:choices")).context["form"].initial == {"kinds": ["strategy"], "mail": "never"}


def test_the_number_goes_no_further_than_anybody_looks(client, login, other):
    user = login(*READER)
    theme = ThemeFactory()
    follow(row=theme, by=user)
    for _number in range(COUNTED + 3):
        happened(theme, other)

    assert client.get(reverse("news:number")).content.decode() == f"{COUNTED}+"
    assert "99+ ongelezen" in client.get(PAGE).content.decode()


def test_every_page_has_the_way_to_the_news(client, login):
    login()

    page = client.get(reverse("styleguide")).content.decode()

    assert f'href="{PAGE}"' in page
    assert f'data-unread="{reverse("news:number")}"' in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_needs_the_same_queries_for_any_length(client, login, other, number, django_assert_num_queries):
    user = login(*READER)
    for pilot in PilotFactory.create_batch(number):
        follow(row=pilot, by=user)
        happened(pilot, other)
        happened(MilestoneFactory(pilot=pilot), other)
    client.get(PAGE)

    with django_assert_num_queries(17):
        client.get(PAGE)


def test_what_is_told_has_words_and_every_kind_a_page():
    assert set(TOLD) <= set(VERBS)
    assert all(hasattr(kind.model, "get_absolute_url") for kind in KINDS)
    assert AuditEvent._meta.get_field("action").max_length >= max(map(len, TOLD))


def test_what_is_kept_of_a_reader_can_be_told_apart_in_words(other):
    theme = ThemeFactory()
    event = happened(theme, other)
    follow(row=theme, by=other)

    assert str(Follow.objects.get()) == f"strategy.theme {theme.pk}"
    assert str(NewsChoice.for_person(other)) == "Een collega: hooguit één mail per dag"
    assert str(NewsRead(by=other, event=event)) == str(event)
