"""From asked to realised: the gap, its chart, social return and the cost over the whole life."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError
from django.urls import reverse

from pilots.charts import chain_of
from pilots.models import CostOption, Kpi, KpiKind, SocialReturnBase
from pilots.models.kpi import STEPS, social_return
from tests.factories.pilots import CostOptionFactory, KpiFactory, PilotFactory, ResultFactory
from tests.forms import post_form

SOCIAL_RETURN = reverse("pilots:social-return")
NBSP = "\N{NO-BREAK SPACE}"


def page(name, pilot):
    return reverse(f"pilots:{name}", args=[pilot.slug])


@pytest.fixture
def pilot(login):
    return PilotFactory(buyer=login("pilots.view_pilot", "pilots.change_pilot"))


@pytest.mark.parametrize(
    ("direction", "asked", "realised", "gap", "shortfall"),
    [
        ("up", 60, 45, -15, 15),
        ("up", 60, 60, 0, 0),
        ("up", 60, 75, 15, 0),
        ("down", 150, 170, -20, 20),
        ("down", 150, 120, 30, 0),
        ("up", None, 45, None, None),
        ("up", 60, None, None, None),
    ],
)
def test_the_gap_between_asked_and_realised(db, direction, asked, realised, gap, shortfall):
    kpi = KpiFactory(direction=direction, asked=asked)
    if realised is not None:
        ResultFactory(kpi=kpi, value=1000, on=dt.date(2020, 1, 1))
        ResultFactory(kpi=kpi, value=realised, on=dt.date(2026, 1, 1))
    kpi.refresh_from_db()

    assert (kpi.gap, kpi.shortfall) == (gap, shortfall)


def test_the_results_show_the_gap_first(client, pilot):
    kpi = KpiFactory(pilot=pilot, name="Maaisel", unit="ton", reference=0, asked=1150, offered=1200)
    ResultFactory(kpi=kpi, value=1000)
    ResultFactory(kpi=KpiFactory(pilot=pilot, name="CO2", unit="ton", direction="down", asked=30), value=24)
    KpiFactory(pilot=pilot, name="Nog niets", attributable=False)

    text = client.get(page("pilot-results", pilot)).content.decode()

    assert text.index("Geleverd van wat werd gevraagd") < text.index("Resultaten: van vraag tot werkelijkheid")
    assert f"150{NBSP}ton te kort" in text
    assert f"1.000 van 1.150{NBSP}ton" in text
    assert "Gehaald" in text
    assert text.count('<svg class="chain"') == 2


def test_a_difference_of_percentages_is_said_in_points(client, pilot):
    ResultFactory(kpi=KpiFactory(pilot=pilot, unit="%", asked=80), value=60)

    assert f"20{NBSP}procentpunt te kort" in client.get(page("pilot-results", pilot)).text


def test_each_step_of_the_chain_has_its_date(client, pilot):
    days = {f"{step}_on": f"2026-0{number}-15" for number, step in enumerate(STEPS, start=1)}
    KpiFactory(pilot=pilot, **dict.fromkeys(STEPS, 7), **days)

    text = client.get(page("pilot-results", pilot)).text

    for number in range(1, 5):
        assert f"7<br><small>15-{number}-2026</small>" in text


def test_the_bars_of_a_chain_share_one_scale(db):
    kpi = KpiFactory(reference=-20, asked=60, offered=40, contracted=None)
    ResultFactory(kpi=kpi, value=0)

    chain = chain_of(Kpi.objects.with_results().get())

    assert [(bar.name, bar.x, bar.width) for bar in chain.bars] == [
        ("reference", 110, 90),
        ("asked", 200, 270),
        ("offered", 200, 180),
        ("realised", 200, 1),
    ]
    assert chain.height == 112


@pytest.mark.parametrize("values", [{}, {"asked": 5}])
def test_one_value_is_no_chain(db, values):
    assert chain_of(KpiFactory(**values)) is None


def test_noughts_are_drawn_too(db):
    assert [bar.width for bar in chain_of(KpiFactory(reference=0, asked=0)).bars] == [1, 1]


@pytest.mark.parametrize(
    ("percentage", "base_amount", "base_share", "value"),
    [  # the three tenders of RIVM (domain knowledge 2.4); their amounts follow from the published outcomes
        ("5", "1623080", "100", "81154"),
        ("2", "1274000", "100", "25480"),
        ("5", "907500", "40", "18150"),
        ("5", "10", "100", "1"),  # half a euro is rounded up
    ],
)
def test_social_return_to_the_euro(percentage, base_amount, base_share, value):
    worked_out = social_return(
        percentage=Decimal(percentage), base_amount=Decimal(base_amount), base_share=Decimal(base_share)
    )

    assert worked_out == Decimal(value)


def test_the_social_return_of_a_kpi_in_euros(client, pilot):
    url = page("kpi-add", pilot)
    typed = {"name": "SROI", "unit": "%", "kind": "sroi", "asked": "5"}

    refused = post_form(client, url, **typed)
    accepted = post_form(client, url, **typed, social_return_base="contract", base_amount="907.500", base_share="40")

    assert list(refused.context["form"].errors) == ["social_return_base"]
    text = accepted.content.decode()
    assert f"Grondslag: 40% van een aanneemsom van €{NBSP}907.500." in text
    assert f"gevraagd: €{NBSP}18.150" in text


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": KpiKind.SOCIAL_RETURN},
        {"kind": KpiKind.MKI, "social_return_base": SocialReturnBase.WAGES},
        {"kind": KpiKind.MKI, "base_amount": 1},
    ],
)
def test_the_database_wants_a_base_for_social_return_and_for_nothing_else(db, fields):
    with pytest.raises(IntegrityError, match="kpi_social_return_has_base"):
        KpiFactory(**fields)


def test_the_helper_for_social_return(client, login):
    login("pilots.view_pilot")

    empty = client.get(SOCIAL_RETURN).content.decode()
    answer = client.get(
        SOCIAL_RETURN, {"percentage": "5", "base": "contract", "base_amount": "907.500", "base_share": "40"}
    ).content.decode()
    refused = client.get(SOCIAL_RETURN, {"percentage": "101", "base": "x", "base_amount": "-1", "base_share": ""})

    assert "Vul het percentage en de grondslag in." in empty
    assert f"€{NBSP}18.150" in answer
    assert f"5% van 40% van een aanneemsom van €{NBSP}907.500." in answer
    assert list(refused.context["form"].errors) == ["percentage", "base", "base_amount", "base_share"]


def test_a_kpi_from_the_library(client, pilot):
    url = page("kpi-add", pilot)

    assert f"{url}?soort=mki" in client.get(page("pilot-results", pilot)).content.decode()
    assert client.get(url, {"soort": "mki"}).context["form"].initial["unit"] == "€ MKI"
    assert client.get(url, {"soort": "x"}).context["form"].initial["unit"] == ""


def test_the_cost_over_a_life(db):
    option = CostOptionFactory(years=2, purchase=1000, use=60, maintenance=50, disposal=21, residual=142)

    assert option.present_value(Decimal(0)) == Decimal("1099.00")
    assert option.present_value(Decimal(10)) == Decimal("1090.91")  # 1000 + 100 + 90.909 - 121 / 1.21
    assert option.per_year(Decimal(0)) == Decimal("549.50")
    assert option.per_year(Decimal(10)) == Decimal("628.57")


def test_compare_options_with_another_lifespan(client, pilot):
    url = page("pilot-costs", pilot)
    assert "Nog geen opties." in client.get(url).content.decode()
    post_form(client, page("cost-option-add", pilot), name="Nieuw", years="10", purchase="10.000")
    CostOptionFactory(pilot=pilot, name="Opknappen", years=4, purchase=3600)

    response = client.get(url, {"rate": "0"})

    assert [(option["row"].name, option["per_year"]) for option in response.context["options"]] == [
        ("Nieuw", Decimal("1000.00")),
        ("Opknappen", Decimal("900.00")),
    ]
    assert response.context["cheapest"] == Decimal("900.00")
    assert '<th scope="col" class="number">Aanschaf</th>' in response.text
    assert CostOption.objects.get(name="Nieuw").purchase == 10_000
    assert client.get(url, {"rate": "-1"}).context["rate"] == Decimal("2.25")
    assert list(client.get(url, {"rate": "26"}).context["form"].errors) == ["rate"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"years": "0"}, "years"), ({"years": "101"}, "years"), ({"name": "OPTIE"}, "name"), ({"use": "-1"}, "__all__")],
)
def test_an_option_that_cannot_be(client, pilot, typed, field):
    CostOptionFactory(pilot=pilot, name="Optie")

    response = post_form(client, page("cost-option-add", pilot), **({"name": "Nieuw", "years": "5"} | typed))

    assert list(response.context["form"].errors) == [field]
