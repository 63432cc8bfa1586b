"""What is read with SQL of our own is what Django would have read."""

import pytest

from mvi.models import NewsChoice, User
from mvi.sql import answers, rows
from pilots.models import Pilot
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotFactory
from tests.nouns import facts

pytestmark = pytest.mark.django_db


def test_answers_are_all_that_the_database_says():
    assert answers("SELECT number, %s FROM generate_series(1, 2) AS number", ["a"]) == [(1, "a"), (2, "a")]
    assert answers("SELECT 1 WHERE false") == []


def test_a_join_that_finds_no_row_gives_none_for_that_noun():
    person, pilot = UserFactory(), PilotFactory(buyer=None)

    ((found, nobody),) = rows(
        '"pilots_pilot" AS pilot LEFT JOIN "mvi_user" AS buyer ON buyer.id = pilot.buyer_id WHERE pilot.id = %s',
        [pilot.pk],
        pilot=Pilot,
        buyer=User,
    )
    ((read,),) = rows('"mvi_user" AS person WHERE person.id = %s', [person.pk], person=User)

    assert (found, nobody) == (pilot, None)
    assert facts(read) == facts(User.objects.get(pk=person.pk))
    assert not read._state.adding


def test_a_noun_of_which_a_field_is_not_what_the_database_answers_is_refused():
    with pytest.raises(TypeError, match="NewsChoice"):
        rows('"mvi_newschoice" AS choice', choice=NewsChoice)
