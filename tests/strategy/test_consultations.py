"""Consultation: asking for a period, remarks at a block, an answer to each, and the report of answers."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localdate as today

from mvi.documents.nodes import Facts, Heading, KeyFigures, plain
from mvi.models import AuditEvent
from mvi.overview.reports import answers_text
from strategy.actions import answer_remark, close_consultation, make_remark, open_consultation
from strategy.adoption import banner, blockers
from strategy.models import ConsultationRound, Remark, StrategyStatus
from strategy.resources import ConsultationRoundResource, RemarkResource
from strategy.views.consultations import READER, TEXT
from tests.factories.mvi import UserFactory
from tests.factories.strategy import (
    ConsultationRoundFactory,
    CoreValueFactory,
    GoalFactory,
    IndicatorFactory,
    InvitationFactory,
    RemarkFactory,
    StrategyFactory,
    ThemeFactory,
)
from tests.forms import messages_of, post_form

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
LIST = reverse("strategy:consultation-list")
ANSWER = {"outcome": "adopted", "answer": "Dat doen we."}


@pytest.fixture
def consultation():
    return ConsultationRoundFactory(strategy__is_current=True, strategy__introduction="Wij kopen in.")


def remark_page(consultation, subject):
    return reverse("strategy:remark-add", args=[consultation.pk, subject])


def answer_page(remark):
    return reverse("strategy:remark-answer", args=[remark.pk])


def answered(remark):
    answer_remark(remark=remark, by=UserFactory(), **ANSWER)
    return remark


def test_a_draft_in_consultation_says_so_until_it_is_closed(client, login):
    person = login(is_superuser=True)
    strategy = StrategyFactory(is_current=True)
    typed = {"ends_on": str(today() + 14 * DAY), "question": "Wat *mist* u?"}
    page = post_form(client, reverse("strategy:consultation-add"), **typed)
    consultation = ConsultationRound.objects.get()
    strategy.refresh_from_db()

    assert (consultation.strategy, consultation.starts_on, strategy.status) == (strategy, today(), "consultation")
    assert "<em>mist</em>" in page.text
    assert "iedereen" in page.text
    assert "In consultatie t/m" in client.get(reverse("strategy:strategy")).text
    assert [blocker.text for blocker in blockers(strategy)][-1] == "De consultatie is nog niet gesloten."

    client.post(reverse("strategy:consultation-close", args=[consultation.pk]))
    strategy.refresh_from_db()

    assert strategy.status == StrategyStatus.DRAFT
    assert "In consultatie" not in client.get(reverse("strategy:strategy")).text
    events = list(AuditEvent.objects.order_by("pk").values_list("action", "actor"))
    assert events == [("open_consultation", person.pk), ("close_consultation", person.pk)]


@pytest.mark.parametrize(
    ("first", "last", "phase", "said"),
    [
        (1, 9, "coming", "In consultatie vanaf"),
        (-1, 1, "open", "In consultatie t/m"),
        (-9, -1, "answering", "eindigde op"),
    ],
)
def test_the_banner_tells_how_far_it_is(client, login, first, last, phase, said):
    login(is_superuser=True)
    days = {"starts_on": today() + first * DAY, "ends_on": today() + last * DAY}
    found = ConsultationRoundFactory(strategy__is_current=True, **days)
    page = client.get(reverse("strategy:strategy")).text

    assert found.phase == phase
    assert said in page
    assert ("U kunt bij elk onderdeel een opmerking maken." in page) == (phase == "open")
    assert banner(found.strategy).consultation == found
    assert client.get(LIST).status_code == 200


def test_the_period_has_an_end_and_a_strategy_one_open_consultation(client, login, consultation):
    login(is_superuser=True)
    form = client.get(reverse("strategy:consultation-add"))
    data = {"submission": form.context["submission"], "strategy": consultation.strategy_id}
    days = {"starts_on": "2026-03-02", "ends_on": "2026-03-01"}
    errors = client.post(reverse("strategy:consultation-add"), data | days).context["form"].errors

    assert errors == {
        "ends_on": ["Een periode eindigt na de begindatum."],
        "strategy": ["Deze strategie is al in consultatie. Sluit die eerst."],
    }
    for wrong in ({"ends_on": consultation.starts_on}, {"closed_at": timezone.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ConsultationRound.objects.filter(pk=consultation.pk).update(**wrong)


def test_a_remark_is_made_at_each_sort_of_block_and_numbered(client, login, consultation):
    person = login("strategy.add_remark", "strategy.view_strategy", *READER)
    theme = ThemeFactory(strategy=consultation.strategy, name="Circulair")
    value = CoreValueFactory(strategy=consultation.strategy, name="Ruimte")
    goal = GoalFactory(theme=theme, statement="Minder afval")
    page = client.get(reverse("strategy:strategy")).text
    subjects = ["inleiding", f"kernwaarde-{value.pk}", f"thema-{theme.pk}", f"doel-{goal.pk}"]

    assert [subject for subject in subjects if remark_page(consultation, subject) not in page] == []
    for subject in subjects:
        said = messages_of(post_form(client, remark_page(consultation, subject), text=f"Over {subject}"))
    assert said == ["Dank u wel. “Opmerking 4 over Minder afval” wordt beantwoord."]
    assert [str(remark) for remark in Remark.objects.all()] == [
        "Opmerking 1 over Inleiding",
        "Opmerking 2 over Ruimte",
        "Opmerking 3 over Circulair",
        "Opmerking 4 over Minder afval",
    ]
    assert set(Remark.objects.values_list("said_by", flat=True)) == {person.pk}
    assert [remark.address_of_block.partition("#")[2] for remark in Remark.objects.all()] == [
        "introduction",
        f"core-value-{value.pk}",
        f"theme-{theme.pk}",
        f"goal-{goal.pk}",
    ]
    assert list(AuditEvent.objects.values_list("action", flat=True)) == ["remark"] * 4


@pytest.mark.parametrize("subject", ["slot", "thema", "thema-x", "doel-²", "thema-999", f"doel-{'9' * 30}"])
def test_what_is_no_block_is_not_found(client, login, consultation, subject):
    login("strategy.add_remark")

    assert client.get(remark_page(consultation, subject)).status_code == 404


def test_a_block_of_another_strategy_takes_no_remark(client, login, consultation):
    login("strategy.add_remark")
    theme = ThemeFactory()

    assert client.get(remark_page(consultation, f"thema-{theme.pk}")).status_code == 404
    with pytest.raises(ValidationError, match="andere strategie"):
        RemarkFactory(consultation=consultation, paragraph="", theme=theme).full_clean()
    with pytest.raises(ValidationError, match="één ding"):
        RemarkFactory.build(theme=ThemeFactory(strategy=consultation.strategy), consultation=consultation).full_clean()
    Remark().clean()


def test_only_whoever_is_asked_makes_a_remark(client, login, consultation):
    InvitationFactory(consultation=consultation, person=UserFactory(name="Ada"))
    person = login("strategy.add_remark", "strategy.view_strategy", "strategy.change_consultationround", *READER)

    assert "Opmerking maken" not in client.get(reverse("strategy:strategy")).text
    assert client.get(remark_page(consultation, "inleiding")).status_code == 403
    with pytest.raises(ValidationError, match="kunt u vandaag geen opmerkingen"):
        make_remark(remark=Remark(consultation=consultation, paragraph="vision", text="Ja"), by=person)

    change = reverse("strategy:consultation-change", args=[consultation.pk])
    page = post_form(client, change, people=[person.pk])
    assert [str(found) for found in page.context["consultation"].people.all()] == [str(person)]
    assert client.get(remark_page(consultation, "inleiding")).status_code == 200
    assert str(consultation.invitations.get()) == f"{consultation} · {person}"
    assert consultation.invitations.get().get_absolute_url() == consultation.get_absolute_url()


def test_a_remark_that_comes_too_late_stays_in_the_form(client, login, consultation):
    person = login("strategy.add_remark", "strategy.view_strategy", *READER)
    typed = {"text": "Noem ook reparatie.", "submission": str(uuid.uuid4())}
    close_consultation(consultation=consultation, by=person)

    late = client.post(remark_page(consultation, "inleiding"), typed)

    assert late.context["form"].non_field_errors() == ["Deze consultatie is al gesloten."]
    assert "Noem ook reparatie." in late.text
    assert not Remark.objects.exists()


def test_a_consultation_that_is_closed_early_was_open_until_that_day(client, login, consultation):
    person = login(*READER)
    planned = consultation.last_day

    close_consultation(consultation=consultation, by=person)

    consultation.refresh_from_db()
    assert (planned, consultation.last_day) == (consultation.ends_on, today())
    assert str(answers_text.document(consultation).blocks[0].text).endswith(
        f"tot en met {date_format(today())}. Dit is wat er is gezegd en wat ermee is gedaan."
    )
    assert date_format(consultation.ends_on) not in client.get(consultation.get_absolute_url()).text


def test_mine_names_what_asks_me(client, login, consultation):
    person = login("strategy.view_theme", "strategy.view_goal", "strategy.view_action")
    asked = "U wordt gevraagd wat u ervan vindt"

    assert asked not in client.get(reverse("strategy:mine")).text
    login("strategy.view_theme", "strategy.view_goal", "strategy.view_action", "strategy.add_remark", READER[0])
    assert asked in client.get(reverse("strategy:mine")).text
    InvitationFactory(consultation=consultation, person=person)
    assert asked not in client.get(reverse("strategy:mine")).text


def test_each_remark_is_answered_and_only_then_it_is_closed(client, login, consultation):
    person = login(is_superuser=True)
    first, second = RemarkFactory.create_batch(2, consultation=consultation)
    close = reverse("strategy:consultation-close", args=[consultation.pk])
    assert "2 opmerkingen hebben nog geen antwoord." in client.post(close).text

    errors = client.post(answer_page(first), {"submission": "x", "version": "1"}).context["form"].errors
    assert set(errors) == {"outcome", "answer"}
    page = post_form(client, answer_page(first), **ANSWER)
    assert "Dat doen we." in page.text
    assert "1 van 2" in page.text
    assert close not in page.text
    page = post_form(client, answer_page(second), outcome="not_adopted", answer="Dat kan niet.")
    assert close in page.text
    first.refresh_from_db()
    assert (first.outcome, first.answered_by) == ("adopted", person)

    assert messages_of(client.post(close, follow=True)) == [f"“{consultation}” is gesloten."]
    page = client.get(consultation.get_absolute_url()).text
    assert "Antwoord wijzigen" not in page
    for address in (answer_page(first), close, reverse("strategy:consultation-change", args=[consultation.pk])):
        assert client.get(address).status_code == 404
    for verb, of in (
        (close_consultation, {"consultation": consultation}),
        (answer_remark, {"remark": first, **ANSWER}),
    ):
        with pytest.raises(ValidationError, match="al gesloten"):
            verb(by=person, **of)


@pytest.mark.parametrize(
    "wrong", [{"outcome": "adopted"}, {"answer": "Ja"}, {"answered_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)}]
)
def test_an_answer_is_whole(wrong):
    remark = RemarkFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Remark.objects.filter(pk=remark.pk).update(**wrong)


def test_opening_leaves_an_adopted_text_adopted_and_asks_who_was_named():
    strategy = StrategyFactory(status="adopted", decided_on=today(), decided_by_body="council")
    person = UserFactory()
    made = ConsultationRound(strategy=strategy, ends_on=today() + DAY)
    open_consultation(consultation=made, people=[person], by=UserFactory())

    strategy.refresh_from_db()
    assert strategy.status == "adopted"
    assert list(made.people.all()) == [person]


@pytest.mark.parametrize("number", [1, 3])
def test_the_pages_have_the_same_queries_for_any_length(client, login, consultation, django_assert_num_queries, number):
    login(*READER, *TEXT)
    for _number in range(number):
        theme = ThemeFactory(strategy=consultation.strategy)
        answered(RemarkFactory(consultation=consultation, paragraph="", goal=GoalFactory(theme=theme)))
        RemarkFactory(consultation=consultation, paragraph="", theme=theme)
        RemarkFactory(consultation=ConsultationRoundFactory())
    client.get(LIST)

    with django_assert_num_queries(6):
        assert len(client.get(LIST).context["consultations"]) == number + 1
    with django_assert_num_queries(7):
        client.get(consultation.get_absolute_url())


def test_the_report_stands_in_the_order_of_the_text_without_names(client, login, consultation):
    theme = ThemeFactory(strategy=consultation.strategy, name="Circulair", position=1)
    blocks = [
        {"goal": GoalFactory(theme=theme, statement="Minder afval")},
        {"theme": theme},
        {"core_value": CoreValueFactory(strategy=consultation.strategy, name="Ruimte")},
        {"paragraph": "vision"},
    ]
    teller = UserFactory(name="Iemand Anders")
    remarks = [
        RemarkFactory(consultation=consultation, said_by=teller, **{"paragraph": ""} | block) for block in blocks
    ]
    answered(remarks[0])
    ConsultationRound.objects.filter(pk=consultation.pk).update(question="Wat mist u?")
    consultation.refresh_from_db()
    document = answers_text.document(consultation)

    headings = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert headings == ["Wat we vroegen", "Visie", "Ruimte", "Circulair", "Minder afval"]
    figures = next(block for block in document.blocks if isinstance(block, KeyFigures)).figures
    assert [figure[:2] for figure in figures] == [
        ("4", "opmerkingen"),
        ("1", "overgenomen"),
        ("0", "niet overgenomen"),
        ("3", "zonder antwoord"),
    ]
    outcomes = [plain(block.rows[0][1]) for block in document.blocks if isinstance(block, Facts)]
    assert outcomes == ["Nog geen antwoord"] * 3 + ["Overgenomen"]
    assert document.status == "concept"

    login(*READER, *TEXT)
    page = client.get(reverse("reports:answers", args=[consultation.pk]))
    assert "Dat doen we." in page.text
    assert "Iemand Anders" not in page.text
    assert reverse("reports:answers", args=[consultation.pk]) in client.get(consultation.get_absolute_url()).text
    assert client.get(reverse("reports:answers-pdf", args=[consultation.pk])).content.startswith(b"%PDF")
    assert client.get(reverse("reports:answers-docx", args=[consultation.pk])).content.startswith(b"PK")
    assert "1 van 4 opmerkingen beantwoord" in client.get(reverse("reports:list")).text


def test_the_administration_opens_it_as_the_page_does(client, login):
    login(is_superuser=True, is_staff=True)
    strategy, other = StrategyFactory(), StrategyFactory()
    typed = {"strategy": strategy.pk, "starts_on": today(), "ends_on": today() + DAY, "question": ""}
    client.post(reverse("admin:strategy_consultationround_add"), typed)
    consultation = ConsultationRound.objects.get()
    strategy.refresh_from_db()
    assert strategy.status == StrategyStatus.CONSULTATION

    change = reverse("admin:strategy_consultationround_change", args=[consultation.pk])
    forged = {"strategy": other.pk, "closed_at_0": today(), "closed_at_1": "12:00", "opened_version": "1"}
    client.post(change, typed | forged | {"question": "Wat mist u?"})
    consultation.refresh_from_db()
    assert (consultation.strategy, consultation.question) == (strategy, "Wat mist u?")
    assert not consultation.is_closed


def test_a_sheet_opens_it_as_the_page_does(consultation):
    sheet = ConsultationRoundResource().export()
    headers, (row,) = sheet.headers, list(sheet)
    strategy = StrategyFactory(title="Nieuwe tekst")
    new = type(sheet)(("Nieuwe tekst", *row[1:]), headers=headers)

    result = ConsultationRoundResource().import_data(new, user=UserFactory(is_superuser=True))

    strategy.refresh_from_db()
    assert not result.has_validation_errors()
    assert strategy.status == StrategyStatus.CONSULTATION


@pytest.mark.parametrize("part", ["inleiding", "visie", "kernwaarde", "thema", "doel"])
def test_who_makes_a_remark_reads_what_it_is_about(client, login, consultation, part):
    login(is_superuser=True)
    strategy = consultation.strategy
    type(strategy).objects.filter(pk=strategy.pk).update(vision="Over tien jaar.")
    theme = ThemeFactory(strategy=strategy, name="Circulair", ambition="Niets weg.", level=2)
    value = CoreValueFactory(strategy=strategy, meaning="Wij *verbinden*.", behaviour="Eerst bellen.")
    goal = GoalFactory(theme=theme, statement="Minder afval", explanation="Vooral minder plastic.", year=2031)
    figures = {"baseline": 12, "baseline_on": today(), "target": 3, "target_on": today() + DAY}
    IndicatorFactory(goal=goal, name="Restafval", unit="kg", direction="down", **figures)
    IndicatorFactory(goal=goal, name="Zonder cijfers")
    subject, texts = {
        "inleiding": ("inleiding", ["Wij kopen in."]),
        "visie": ("visie", ["Over tien jaar."]),
        "kernwaarde": (f"kernwaarde-{value.pk}", ["Wij <em>verbinden</em>.", "Eerst bellen."]),
        "thema": (f"thema-{theme.pk}", ["Niets weg.", "significant"]),
        "doel": (f"doel-{goal.pk}", ["Vooral minder plastic.", "2031", "Restafval: 12", "Zonder cijfers</p>"]),
    }[part]

    for address in (remark_page(consultation, subject), None):
        if address is None:  # and who answers it reads it too
            post_form(client, remark_page(consultation, subject), text="Anders graag.")
            address = answer_page(Remark.objects.get())
        page = client.get(address).text
        assert [text for text in texts if text not in page] == []


def test_a_consultation_is_never_removed_in_the_administration(client, login, consultation):
    login(is_superuser=True, is_staff=True)

    assert client.get(reverse("admin:strategy_consultationround_delete", args=[consultation.pk])).status_code == 403


@pytest.mark.parametrize(("resource", "column"), [(ConsultationRoundResource, 3), (RemarkResource, 6)])
def test_a_sheet_never_changes_what_is_settled(consultation, resource, column):
    answered(RemarkFactory(consultation=consultation))
    close_consultation(consultation=consultation, by=UserFactory())
    sheet = resource().export()
    rows = [(*row[:column], "Anders", *row[column + 1 :]) for row in sheet]

    result = resource().import_data(type(sheet)(*rows, headers=sheet.headers), user=UserFactory(is_superuser=True))

    assert result.has_errors() or result.has_validation_errors()
    assert not ConsultationRound.objects.filter(question="Anders").exists()
    assert not Remark.objects.filter(text="Anders").exists()
