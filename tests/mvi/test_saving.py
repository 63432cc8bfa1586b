"""Forms are saved once, and never over somebody else's work unseen; tried through the pages of themes."""

import threading
import time
from functools import partial

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from mvi.models import AuditEvent, Submission
from strategy.models import Goal, Indicator, Theme
from tests.conftest import give
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PartyFactory
from tests.factories.strategy import GoalFactory, IndicatorFactory, StrategyFactory, ThemeFactory
from tests.forms import filled, messages_of, post_form

ADD = reverse("strategy:theme-add")
INCOMPLETE = "Deze pagina is niet compleet. Laad haar opnieuw en sla nog een keer op."


def change_page(theme):
    return reverse("strategy:theme-change", args=[theme.pk])


@pytest.fixture
def colleague(db):
    """Somebody else, in a browser of their own."""
    user = UserFactory(name="De collega")
    give(user, "strategy.change_theme", "strategy.view_theme", "strategy.add_theme")
    client = Client()
    client.force_login(user)
    client.user = user
    return client


def race(editors, url, pages):
    """Let each editor send their page at the same moment."""
    return at_once(*(partial(editor.post, url, page) for editor, page in zip(editors, pages, strict=True)))


def test_a_form_sent_twice_saves_once_and_leads_to_the_same_page(client, login):
    login("strategy.add_theme", "strategy.view_theme")
    StrategyFactory(is_current=True)
    sent = filled(client.get(ADD)) | {"name": "Circulair"}

    first = client.post(ADD, sent)
    second = client.post(ADD, sent | {"name": "Nog eens"}, follow=True)

    theme = Theme.objects.get()
    assert theme.name == "Circulair"
    assert first.url == second.redirect_chain[0][0] == theme.get_absolute_url()
    assert messages_of(second)[-1] == "Dit was al opgeslagen; twee keer versturen heeft niets veranderd."
    assert AuditEvent.objects.filter(action="add").count() == 1


def test_what_was_typed_is_shown_when_the_row_was_removed_meanwhile(client, login):
    login("strategy.change_theme", "strategy.view_theme")
    theme = ThemeFactory()
    url = change_page(theme)
    sent = filled(client.get(url)) | {"name": "Warmte", "ambition": "Van het gas af.\n<b>Nu.</b>"}
    theme.delete()

    response = client.post(url, sent)

    page = response.content.decode()
    assert response.status_code == 404
    assert response.context["typed"] == [("Naam", "Warmte"), ("Ambitie", "Van het gas af.\n<b>Nu.</b>")]
    assert "Dit is intussen verwijderd" in page
    assert "Van het gas af.<br>&lt;b&gt;Nu.&lt;/b&gt;" in page


def test_what_was_typed_is_shown_when_the_pilot_of_a_row_was_removed_meanwhile(client, login):
    login("pilots.change_every_pilot", "pilots.view_pilot")
    party = PartyFactory()
    url = reverse("pilots:party-change", args=[party.pilot.slug, party.pk])
    sent = filled(client.get(url)) | {"role": "Bouwt mee"}
    party.pilot.delete()

    assert client.post(url, sent).context["typed"] == [("Partij", party.name), ("Rol", "Bouwt mee")]


def test_a_form_that_was_refused_can_be_corrected_and_sent_again(client, login):
    login("strategy.add_theme", "strategy.view_theme")
    StrategyFactory(is_current=True)

    refused = client.post(ADD, filled(client.get(ADD)) | {"name": ""})
    saved = client.post(ADD, filled(refused) | {"name": "Circulair"}, follow=True)

    assert refused.context["form"].errors == {"name": ["Dit veld is verplicht."]}
    assert messages_of(saved) == ["“Circulair” is toegevoegd."]


@pytest.mark.parametrize("token", ["", "no token", "\x00", "9" * 400])
def test_a_page_without_its_token_saves_nothing(client, login, token):
    login("strategy.add_theme")
    StrategyFactory(is_current=True)

    response = client.post(ADD, filled(client.get(ADD)) | {"name": "Circulair", "submission": token})

    assert response.context["form"].non_field_errors() == [INCOMPLETE]
    assert "Circulair" in response.content.decode()
    assert not Theme.objects.exists()
    assert not Submission.objects.exists()


def test_the_token_of_somebody_else_saves_nothing(client, login, colleague):
    login("strategy.add_theme", "strategy.view_theme")
    StrategyFactory(is_current=True)
    page = filled(colleague.get(ADD)) | {"name": "Circulair"}
    colleague.post(ADD, page)

    client.post(ADD, page | {"name": "Anders"})

    assert [theme.name for theme in Theme.objects.all()] == ["Circulair"]


@pytest.mark.parametrize("version", ["", "x", "1.5"])
def test_a_page_without_its_version_saves_nothing(client, login, version):
    login("strategy.change_theme")
    theme = ThemeFactory(name="Energie")

    response = client.post(
        change_page(theme), filled(client.get(change_page(theme))) | {"name": "X", "version": version}
    )

    assert response.context["form"].non_field_errors() == [INCOMPLETE]
    theme.refresh_from_db()
    assert theme.name == "Energie"


def test_changes_of_different_fields_are_both_kept(client, login, colleague):
    login("strategy.change_theme", "strategy.view_theme")
    theme = ThemeFactory(name="Energie", ambition="Minder", level=1)
    mine = filled(client.get(change_page(theme))) | {"ambition": "Veel minder"}
    post_form(colleague, change_page(theme), name="Energie en warmte", level="3", owner=str(colleague.user.pk))

    told = client.post(change_page(theme), mine)
    conflict = told.context["form"].conflict
    saved = client.post(change_page(theme), filled(told), follow=True)

    theme.refresh_from_db()
    assert told.status_code == 409
    assert conflict.by == colleague.user
    assert [(field.label, field.theirs, field.yours) for field in conflict.fields] == [
        ("Naam", "Energie en warmte", "Energie"),
        ("Niveau", "3 · ambitieus", "1 · basis"),
        ("Eigenaar", "De collega", ""),
    ]
    assert "De collega heeft opgeslagen op" in told.content.decode()
    assert messages_of(saved) == ["“Energie en warmte” is opgeslagen."]
    assert (theme.name, theme.ambition, theme.level, theme.owner) == (
        "Energie en warmte",
        "Veel minder",
        3,
        colleague.user,
    )


def test_a_field_that_both_changed_keeps_what_was_typed_until_the_second_decides(client, login, colleague):
    login("strategy.change_theme", "strategy.view_theme")
    theme = ThemeFactory(ambition="Minder")
    mine = filled(client.get(change_page(theme))) | {"ambition": "Mijn woorden"}
    post_form(colleague, change_page(theme), ambition="Andere woorden")

    told = client.post(change_page(theme), mine)
    theme.refresh_from_db()
    before = theme.ambition
    client.post(change_page(theme), filled(told))
    theme.refresh_from_db()

    (field,) = told.context["form"].conflict.fields
    assert (field.theirs, field.yours) == ("Andere woorden", "Mijn woorden")
    assert filled(told)["ambition"] == "Mijn woorden"
    assert (before, theme.ambition) == ("Andere woorden", "Mijn woorden")


def test_the_second_chooses_for_each_field_whose_it_becomes(client, login, colleague):
    login("strategy.change_theme", "strategy.view_theme")
    theme = ThemeFactory(name="Energie", ambition="Minder", level=1)
    mine = filled(client.get(change_page(theme)))
    mine |= {"ambition": "<p>Mijn</p>", "ambition-format": "html", "level": "2", "name": "Van mij", "owner": ""}
    post_form(colleague, change_page(theme), name="Van hen", level="3", ambition="Van **hen**", owner=colleague.user.pk)

    told = client.post(change_page(theme), mine)
    chosen = {"choose-ambition": "theirs", "choose-level": "theirs", "choose-name": "mine", "choose-nothing": "theirs"}
    sent = filled(told) | {"ambition": "<p>Mijn</p>", "ambition-format": "html"} | chosen
    client.post(change_page(theme), sent)

    fields = {field.name: field.both for field in told.context["form"].conflict.fields}
    assert fields == {"name": True, "ambition": True, "level": True, "owner": False}
    assert 'name="choose-owner"' not in told.text
    assert 'form="form" name="choose-level" value="theirs"' in told.text
    theme.refresh_from_db()
    assert (theme.name, theme.ambition, theme.level, theme.owner) == ("Van mij", "Van **hen**", 3, colleague.user)


def test_whose_tick_and_whose_amount_it_becomes_can_be_chosen_too(client, login):
    login("strategy.change_indicator", "strategy.view_goal")
    url = reverse("strategy:indicator-change", args=[(ticked := IndicatorFactory(unit="ton")).pk])
    other = IndicatorFactory(unit="ton", may_exceed_100=True)
    mine = filled(client.get(url)) | {"baseline": "1", "baseline_on": "2026-01-01"}
    Indicator.objects.filter(pk=ticked.pk).update(baseline="12.5", baseline_on="2026-02-01", may_exceed_100=True)
    told = client.post(url, mine)
    names = ("baseline", "baseline_on", "may_exceed_100")
    client.post(url, filled(told) | {f"choose-{name}": "theirs" for name in names})
    ticked.refresh_from_db()

    assert (str(ticked.baseline), str(ticked.baseline_on), ticked.may_exceed_100) == ("12.500", "2026-02-01", True)
    url = reverse("strategy:indicator-change", args=[other.pk])
    sent = filled(client.get(url)) | {"choose-may_exceed_100": "theirs"}
    Indicator.objects.filter(pk=other.pk).update(may_exceed_100=False)
    client.post(url, sent | {"version": str(other.version + 1)})
    other.refresh_from_db()
    assert not other.may_exceed_100


def test_a_third_change_in_between_is_told_again(client, login, colleague):
    login("strategy.change_theme", "strategy.view_theme")
    theme = ThemeFactory()
    mine = filled(client.get(change_page(theme))) | {"ambition": "Mijn woorden"}
    post_form(colleague, change_page(theme), name="Twee")
    told = client.post(change_page(theme), mine)
    post_form(colleague, change_page(theme), name="Drie")

    again = client.post(change_page(theme), filled(told))

    assert again.status_code == 409
    assert [field.theirs for field in again.context["form"].conflict.fields] == ["Drie"]


def test_a_change_by_the_database_itself_has_no_name_but_is_told(client, login):
    login("strategy.change_indicator")
    indicator = IndicatorFactory(unit="ton", target=None)
    url = reverse("strategy:indicator-change", args=[indicator.pk])
    mine = filled(client.get(url)) | {"name": "Anders"}
    Indicator.objects.filter(pk=indicator.pk).update(target="12.5", target_on="2029-12-31", may_exceed_100=True)

    conflict = client.post(url, mine).context["form"].conflict

    assert conflict.by is None
    assert [(field.label, field.theirs, field.yours) for field in conflict.fields] == [
        ("Mag meer dan 100% zijn", "ja", "nee"),
        ("Streefwaarde", "12,5", ""),
        ("Streefdatum", "31 december 2029", ""),
    ]


def test_a_year_is_no_quantity_in_a_conflict(client, login):
    login("strategy.change_goal")
    goal = GoalFactory(year=2027)
    url = reverse("strategy:goal-change", args=[goal.pk])
    mine = filled(client.get(url))
    Goal.objects.update(year=2028)

    (field,) = client.post(url, mine).context["form"].conflict.fields

    assert (field.theirs, field.yours) == ("2028", "2027")


def test_what_was_removed_meanwhile_is_not_found(client, login):
    login("strategy.change_theme")
    theme = ThemeFactory()
    url = change_page(theme)
    mine = filled(client.get(url))
    theme.delete()

    assert client.post(url, mine).status_code == 404


def test_an_archived_row_can_still_be_corrected(client, login):
    login("strategy.change_theme", "strategy.view_theme")
    theme = ThemeFactory()
    client.post(reverse("strategy:theme-archive", args=[theme.pk]))

    response = post_form(client, change_page(theme), name="Verbeterd")

    assert messages_of(response) == ["“Verbeterd” is opgeslagen."]


def at_once(*requests):
    """Do the requests at the same moment, each in a thread with a connection of its own."""
    start, answers = threading.Barrier(len(requests)), [None] * len(requests)

    def work(number, ask):
        try:
            start.wait(timeout=10)
            answers[number] = ask()
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(requests)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return answers


@pytest.fixture
def two_editors(transactional_db):
    permissions = [
        f"strategy.{verb}_{noun}" for verb in ("view", "add", "change") for noun in ("theme", "goal", "measurement")
    ]
    editors = []
    for name in ("Een", "Twee"):
        user, client = UserFactory(name=name), Client()
        give(user, *permissions)
        client.force_login(user)
        editors.append(client)
    return editors


def test_a_double_click_saves_once(two_editors):
    client = two_editors[0]
    StrategyFactory(is_current=True)
    sent = filled(client.get(ADD)) | {"name": "Circulair"}
    other = Client()
    other.cookies = client.cookies

    answers = at_once(lambda: client.post(ADD, sent), lambda: other.post(ADD, sent))

    theme = Theme.objects.get()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert {answer.url for answer in answers} == {theme.get_absolute_url()}
    assert AuditEvent.objects.filter(action="add").count() == 1


def test_of_two_who_save_at_the_same_moment_the_second_is_told(two_editors):
    theme = ThemeFactory(ambition="Oud")
    url = change_page(theme)
    pages = [filled(editor.get(url)) | {"ambition": name} for editor, name in zip(two_editors, "AB", strict=True)]

    answers = at_once(
        *(lambda c=editor, p=page: c.post(url, p) for editor, page in zip(two_editors, pages, strict=True))
    )

    theme.refresh_from_db()
    winner = "AB"[[answer.status_code for answer in answers].index(302)]
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert (theme.ambition, theme.version) == (winner, 2)


def test_two_with_the_same_name_at_the_same_moment_make_one(two_editors):
    """The other one has written, but not finished yet: no check of a form can see that, only the database."""
    goal = GoalFactory()
    url = reverse("strategy:goal-add") + f"?theme={goal.theme_id}"
    page = filled(two_editors[0].get(url)) | {"statement": "Minder afval"}
    answers = []
    ours = threading.Thread(target=lambda: (answers.append(two_editors[0].post(url, page)), connection.close()))

    with transaction.atomic():
        GoalFactory(theme=goal.theme, statement="Minder afval")
        ours.start()
        wait_until_somebody_waits_for_a_lock()
    ours.join(timeout=30)

    assert answers[0].context["form"].non_field_errors() == [
        "Iemand sloeg op hetzelfde moment zoiets op. Controleer het en sla opnieuw op."
    ]
    assert Goal.objects.filter(statement="Minder afval").count() == 1


def wait_until_somebody_waits_for_a_lock():
    with connection.cursor() as cursor:
        for _ in range(600):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
            time.sleep(0.05)
    raise AssertionError("nobody waited")
