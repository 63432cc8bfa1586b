"""Which procedure fits: exact to the euro and the day."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse

from pilots.models import LIGHT_REGIME, CpvCode, Procedure, ProcedureRule, Threshold
from pilots.procedure import advice_for, advise, threshold_for
from tests.factories.pilots import LotFactory, PilotFactory, ProcedureRuleFactory, ThresholdFactory
from tests.forms import post_form

HELPER = reverse("pilots:procedure-helper")
TABLES = reverse("pilots:threshold-list")
NOW = dt.date(2026, 11, 1)
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("contract_type", "amount", "on", "is_european"),
    [
        ("services", "215999", "2026-01-01", False),
        ("services", "215999.99", "2026-01-01", False),
        ("services", "216000", "2026-01-01", True),
        ("supplies", "215999", "2027-12-31", False),
        ("supplies", "216000", "2027-12-31", True),
        ("services", "216000", "2025-12-31", False),
        ("services", "220999", "2025-12-31", False),
        ("services", "221000", "2025-12-31", True),
        ("services", "221000", "2024-01-01", True),
        ("services", "214999", "2023-12-31", False),
        ("services", "215000", "2023-12-31", True),
        ("works", "5403999", "2026-01-01", False),
        ("works", "5404000", "2026-01-01", True),
        ("works", "5404000", "2025-12-31", False),
        ("works", "5538000", "2025-12-31", True),
        ("works", "5382000", "2022-01-01", True),
        ("concession", "5404000", "2026-06-01", True),
        ("social", "749999", "2026-06-01", False),
        ("social", "750000", "2026-06-01", True),
    ],
)
def test_the_european_threshold_to_the_euro_and_the_day(db, contract_type, amount, on, is_european):
    advice = advise(contract_type=contract_type, amount=Decimal(amount), on=dt.date.fromisoformat(on))

    assert advice.is_european == is_european


@pytest.mark.parametrize(
    ("contract_type", "amount", "procedure"),
    [
        ("works", "49999", Procedure.SINGLE),
        ("works", "50000", Procedure.MULTIPLE),
        ("works", "999999.99", Procedure.MULTIPLE),
        ("works", "1000000", Procedure.NATIONAL_OPEN),
        ("services", "0", Procedure.SINGLE),
        ("services", "215999", Procedure.MULTIPLE),
    ],
)
def test_below_it_the_rule_of_the_municipality_decides(db, contract_type, amount, procedure):
    assert advise(contract_type=contract_type, amount=Decimal(amount), on=NOW).procedures == (procedure,)


def test_a_new_version_of_the_own_table_counts_from_its_day(db):
    ProcedureRuleFactory(contract_type="works", starts_on=dt.date(2026, 7, 1), from_amount=0, procedure="multiple")

    before = advise(contract_type="works", amount=Decimal(1), on=dt.date(2026, 6, 30))
    after = advise(contract_type="works", amount=Decimal(2_000_000), on=dt.date(2026, 7, 1))

    assert before.procedures == (Procedure.SINGLE,)
    assert after.procedures == (Procedure.MULTIPLE,)
    assert after.rule == (
        f"€{NBSP}2.000.000 is lager dan de Europese drempel van €{NBSP}5.404.000 voor werken in 2026–2027. "
        f"De regel van de gemeente vanaf 1 juli 2026: vanaf €{NBSP}0 meervoudig onderhands."
    )


def test_without_a_rule_or_a_threshold_it_says_so(db):
    no_rule = advise(contract_type="concession", amount=Decimal(1), on=NOW)
    no_threshold = advise(contract_type="works", amount=Decimal(1), on=dt.date(2028, 1, 1))

    assert no_rule.procedures == no_threshold.procedures == ()
    assert no_rule.rule.endswith("De gemeente heeft geen eigen regel voor dit bedrag.")
    assert no_threshold.rule == (
        "Voor 1 januari 2028 is geen Europese drempel bekend. Vraag de beheerder die toe te voegen."
    )
    assert no_threshold.allows(Procedure.SINGLE)


def test_a_service_with_a_code_of_the_light_regime_has_the_higher_threshold(db):
    light = advise(contract_type="services", amount=Decimal(749_999), on=NOW, cpv="85310000-5")
    above = advise(contract_type="services", amount=Decimal(750_000), on=NOW, cpv="85310000")
    other = advise(contract_type="social", amount=Decimal(750_000), on=NOW, cpv="77310000-6")

    assert (light.contract_type, light.is_european) == ("social", False)
    assert light.notes == (
        "CPV 85310000-5 valt onder het verlichte regime voor sociale en andere specifieke diensten.",
    )
    assert above.procedures == (Procedure.LIGHT,)
    assert other.notes == (
        "CPV 77310000-6 valt niet onder het verlichte regime: ga na of dit een sociale of andere specifieke dienst is.",
    )
    assert len(LIGHT_REGIME) == 115


def test_what_is_lighter_than_the_rule_does_not_fit(db):
    advice = advise(contract_type="works", amount=Decimal(60_000), on=NOW)

    assert not advice.allows(Procedure.SINGLE)
    assert advice.allows(Procedure.MULTIPLE)
    assert advice.allows(Procedure.OPEN)
    assert advice.allows("")


def test_all_lots_count_with_their_options_and_extensions(db):
    pilot = PilotFactory(contract_type="services", estimate=1, announce_on=NOW)
    LotFactory(pilot=pilot, amount=100_000, options=20_000, extensions=20_000)
    LotFactory(pilot=pilot, amount=75_999)
    advice = advice_for(pilot, today=NOW)
    assert advice.is_european is False
    assert threshold_for(pilot, today=NOW) == (advice.threshold, False)

    LotFactory(pilot=pilot, amount=1)
    advice = advice_for(pilot, today=NOW)
    assert advice.is_european is True
    assert threshold_for(pilot, today=NOW) == (advice.threshold, True)
    assert advice.notes == (
        f"Percelen onder €{NBSP}80.000 mogen erbuiten blijven, zolang zij samen hoogstens €{NBSP}43.200 (20%) zijn.",
    )


def test_no_advice_while_type_or_amount_is_unknown(db):
    for unknown in (PilotFactory(estimate=1), PilotFactory(contract_type="works")):
        assert advice_for(unknown, today=NOW) is None
        assert threshold_for(unknown, today=NOW) == (None, False)
    assert advice_for(PilotFactory(contract_type="works", estimate=0), today=NOW).procedures == (Procedure.SINGLE,)


@pytest.mark.parametrize(
    "typed", ["216000", "216.000", "216.000,00", " € 216.000", "€ 216.000,-", "€\N{NO-BREAK SPACE}216.000"]
)
def test_an_amount_is_written_as_people_write_it(client, login, typed):
    login("pilots.view_pilot")

    page = client.get(HELPER, {"contract_type": "services", "amount": typed, "on": "2026-01-01"})

    assert page.context["form"].cleaned_data["amount"] == 216_000


def test_an_amount_that_is_none_is_refused_as_typed(client, login):
    login("pilots.view_pilot")

    page = client.get(HELPER, {"contract_type": "services", "amount": "veel", "on": "2026-01-01"})

    assert page.context["form"].errors == {"amount": ["Voer een getal in."]}
    assert 'value="veel"' in page.text


def test_the_helper_answers_in_its_address(client, login):
    login("pilots.view_pilot")

    empty = client.get(HELPER)
    answer = client.get(
        HELPER, {"contract_type": "services", "amount": "216.000", "cpv": "77000000-0", "on": "2026-01-01"}
    )

    assert "Vul de soort, de raming en de dag in." in empty.content.decode()
    text = answer.content.decode()
    assert (
        f"€{NBSP}216.000 is gelijk aan of hoger dan de Europese drempel van €{NBSP}216.000 voor diensten in 2026–2027."
        in text
    )
    assert "Europees openbaar, Europees niet-openbaar" in text


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"amount": "-1"}, "amount", "Zorg ervoor dat deze waarde minstens 0 is."),
        ({"amount": "veel"}, "amount", "Voer een getal in."),
        ({"amount": "9" * 30}, "amount", "Zorg dat er niet meer dan 14 cijfers zijn."),
        ({"cpv": "77"}, "cpv", "Een CPV-code heeft acht cijfers, bijvoorbeeld 45111300-1."),
        ({"cpv": "46000000-1"}, "cpv", "Deze code staat niet in de officiële CPV-lijst."),
        ({"cpv": "45000000-1"}, "cpv", "Deze code staat niet in de officiële CPV-lijst. Bedoelt u 45000000-7?"),
        ({"cpv": "٤٥٠٠٠٠٠٠"}, "cpv", "Een CPV-code heeft acht cijfers, bijvoorbeeld 45111300-1."),
        ({"on": "31-02-2026"}, "on", "Voer een geldige datum in."),
        ({"contract_type": "x"}, "contract_type", "Selecteer een geldige keuze. x is geen beschikbare keuze."),
    ],
)
def test_a_bad_question_is_explained_beside_the_field(client, login, typed, field, message):
    login("pilots.view_pilot")

    response = client.get(HELPER, {"contract_type": "works", "amount": "1", "on": "2026-01-01"} | typed)

    assert response.context["form"].errors == {field: [message]}


def test_the_page_of_a_pilot_warns_when_the_procedure_is_too_light(client, login):
    login("pilots.view_pilot")
    pilot = PilotFactory(contract_type="services", estimate=300_000, procedure="multiple", announce_on=NOW)
    LotFactory(pilot=pilot, amount=400_000)
    url = reverse("pilots:pilot-procedure", args=[pilot.slug])

    text = client.get(url).content.decode()

    assert "is lichter dan de regel" in text
    assert f"de raming van de pilot zegt €{NBSP}300.000; de percelen tellen." in text
    assert "→ Europees" in client.get(pilot.get_absolute_url()).content.decode()


def test_the_own_table_is_kept_by_who_may(client, login):
    login("pilots.view_pilot")
    assert "wijzigen/" not in client.get(TABLES).content.decode()
    assert client.get(reverse("pilots:rule-add")).status_code == 403

    login("pilots.view_pilot", "pilots.add_procedurerule", "pilots.change_procedurerule", "pilots.delete_procedurerule")
    ProcedureRule.objects.all().delete()
    assert "Nog geen regels." in client.get(TABLES).content.decode()
    typed = {"contract_type": "works", "starts_on": "2026-01-01", "from_amount": "50.000", "procedure": "multiple"}
    post_form(client, reverse("pilots:rule-add"), **typed)
    rule = ProcedureRule.objects.get()
    assert rule.from_amount == 50_000

    twice = post_form(client, reverse("pilots:rule-add"), **typed)
    assert twice.context["form"].errors == {
        "from_amount": ["Er is al een regel voor deze soort, deze dag en dit bedrag."]
    }
    refused = post_form(client, reverse("pilots:rule-add"), **typed | {"procedure": "open", "from_amount": "1"})
    assert list(refused.context["form"].errors) == ["procedure"]

    post_form(client, reverse("pilots:rule-change", args=[rule.pk]), from_amount="60.000,50")
    rule.refresh_from_db()
    assert rule.from_amount == Decimal("60000.50")
    client.post(reverse("pilots:rule-remove", args=[rule.pk]))
    assert not ProcedureRule.objects.exists()


def test_words_of_the_tables(db):
    assert str(ThresholdFactory(starts_on=dt.date(2028, 1, 1), ends_on=dt.date(2029, 12, 31))) == "werken 2028–2029"
    assert str(ProcedureRule(contract_type="works", procedure="single")) == "werken: enkelvoudig onderhands"
    assert Threshold.objects.filter(starts_on__lt="2028-01-01").count() == 15


def test_the_database_keeps_the_tables_sound(db):
    with pytest.raises(IntegrityError, match="threshold_ends_after_start"):
        ThresholdFactory(starts_on=dt.date(2030, 1, 1), ends_on=dt.date(2030, 1, 1))


def test_a_pilot_with_a_code_that_is_not_in_the_list(db):
    pilot = PilotFactory.build(cpv="47000000-1")
    with pytest.raises(ValidationError) as refused:
        pilot.clean_fields(exclude=["slug"])
    assert refused.value.message_dict == {"cpv": ["Deze code staat niet in de officiële CPV-lijst."]}

    PilotFactory.build(cpv="").clean_fields(exclude=["slug"])
    PilotFactory.build(cpv="45233229-0").clean_fields(exclude=["slug"])  # as long as only the divisions are known
    assert CpvCode.objects.count() == 45
