"""Knowledge cards: what they hold, who reads them, and the fields that lead to them."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from pilots.forms import PilotForm
from strategy.models import KnowledgeCard
from tests.factories.strategy import KnowledgeCardFactory

KEYWORDS = {
    "eigen-woorden",
    "r-ladder",
    "functioneel-specificeren",
    "launching-customer",
    "sroi",
    "social-return-grondslag",
    "mki",
    "tco",
    "biobased",
    "losmaakbaarheid",
    "marktconsultatie",
}


def test_there_is_a_card_with_a_question_on_each_idea(db):
    assert {card.keyword for card in KnowledgeCard.objects.with_question()} == KEYWORDS
    for card in KnowledgeCard.objects.all():
        card.full_clean()
        assert len(set(card.answers)) == 3


def test_a_bolt_is_held_against_glue_and_a_welded_seam(db):
    assert KnowledgeCard.objects.get(keyword="losmaakbaarheid").answers == ["Een bout", "Een lasnaad", "Lijm"]


@pytest.mark.parametrize("number", [1, 3])
def test_cards_are_listed_in_the_same_queries(client, login, number, django_assert_num_queries):
    login("strategy.view_knowledgecard")
    KnowledgeCard.objects.all().delete()
    cards = [KnowledgeCardFactory(position=number - place) for place in range(number)]

    with django_assert_num_queries(5):
        response = client.get(reverse("knowledge:list"))

    assert list(response.context["knowledgecard_list"]) == cards[::-1]


def test_a_list_without_cards_says_so(client, login):
    login("strategy.view_knowledgecard")
    KnowledgeCard.objects.all().delete()

    assert "Er zijn nog geen kaarten." in client.get(reverse("knowledge:list")).text


def test_a_card_is_read_with_its_question(client, login):
    login("strategy.view_knowledgecard")
    card = KnowledgeCardFactory(
        text="Een.\n\n<b>Twee</b>", question="Wat?", right_answer="Dit", wrong_answer="Dat", other_wrong_answer="Zo"
    )

    shown = client.get(card.get_absolute_url()).text

    assert "<p>&lt;b&gt;Twee&lt;/b&gt;</p>" in shown
    assert "Toets uzelf: Wat?" in shown
    assert "Toets uzelf" not in client.get(KnowledgeCardFactory().get_absolute_url()).text


def test_a_card_takes_its_right(client, login):
    login()

    assert client.get(reverse("knowledge:list")).status_code == 403
    assert client.get(KnowledgeCardFactory().get_absolute_url()).status_code == 403


def test_a_question_has_all_its_answers(db):
    with pytest.raises(IntegrityError, match="knowledge_question_with_all_its_answers"):
        KnowledgeCardFactory(question="Wat?", right_answer="Dit")


def test_a_field_leads_to_the_card_that_explains_it(db):
    help_text = str(PilotForm().fields["r_strategy"].help_text)

    assert 'href="/kennis/r-ladder/"' in help_text
    assert "Uitleg bij “" in help_text
