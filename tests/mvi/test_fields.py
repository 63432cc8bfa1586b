"""Text from people is text, without characters that no file or screen can carry."""

import pytest
from django.core.exceptions import ValidationError

from strategy.models import CoreValue
from tests.factories.strategy import CoreValueFactory, StrategyFactory


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1b", "\x7f"])
@pytest.mark.parametrize("field", ["name", "meaning"])
def test_control_characters_are_refused_in_every_text(field, character):
    value = CoreValue(**{"name": "Ruimte", field: f"a{character}b"})

    with pytest.raises(ValidationError) as refusal:
        value.clean_fields(exclude=["strategy"])

    assert list(refusal.value.message_dict) == [field]


@pytest.mark.parametrize("break_", ["\n", "\r", "\t", "\u2028"])
def test_a_name_is_one_line(break_):
    with pytest.raises(ValidationError, match="één regel"):
        CoreValue(name=f"Ruimte{break_}geven").clean_fields(exclude=["strategy"])


def test_prose_keeps_its_line_ends_and_its_markup(db):
    text = "Eerste regel\r\n\tTweede <b>regel</b> <script>alert(1)</script> 🌱 =1+1"

    value = CoreValueFactory(meaning=text, strategy=StrategyFactory())
    value.full_clean()
    value.refresh_from_db()

    assert value.meaning == text
